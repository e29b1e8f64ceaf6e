"""What promises are called in dialogs, and in what undo offers to take back."""

from collections.abc import Sequence

from notebook.domain.text import excerpt, short_name
from notebook.services.phrases import filled
from notebook.storage.tables import Promise
from notebook.translate import translate

_LABEL_LENGTH = 60


def called(promise: Promise) -> str:
    """Return what the other side of a promise is called."""
    person = promise.person
    return short_name(person.given_name, person.name)


def title_of(promises: Sequence[Promise]) -> str:
    """Return what promises are called together: the words of one, the number of several."""
    if len(promises) == 1:
        return excerpt(promises[0].text, _LABEL_LENGTH)
    return translate("promises", "%n promises", len(promises))


def kept_label(promises: Sequence[Promise]) -> str:
    """Return what keeping promises is called."""
    if len(promises) == 1:
        return labelled(translate("promises", "Kept: %1"), promises[0].text)
    return translate("promises", "Kept %n promises", len(promises))


def labelled(words: str, text: str) -> str:
    """Return `words` with the beginning of what was promised for %1."""
    return filled(words, excerpt(text, _LABEL_LENGTH))
