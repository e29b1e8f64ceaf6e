"""The user's own judgement of how warm a relationship is, which overrules what follows from facts."""

from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.warmth import Warmth
from notebook.errors import Refused
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.services.warmth_reasons import state_phrase
from notebook.storage.file import NotebookFile
from notebook.translate import translate


class Judgements:
    """Sets a judgement and takes it back."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def judge(self, person_id: int, state: Warmth, note: str, today: date) -> Changes:
        """Hold a relationship to be in this state from `today` on, whatever follows from facts.

        Raises Refused without a note: later nobody would know why.
        """
        if not note.strip():
            words = translate("warmth", "Write a few words why, so that you know it later as well.")
            raise Refused(words)
        person = present(person_id)
        label = filled(translate("warmth", "%1: %2"), person.name, state_phrase(state))
        with self._file.change(label) as change:
            person.amend(warmth_own=state, warmth_note=note.strip(), warmth_set_on=today)
        return change.changes

    def take_back(self, person_id: int) -> Changes:
        """Let the state follow from the facts again."""
        person = present(person_id)
        words = translate("warmth", "Took back your own judgement of %1")
        with self._file.change(filled(words, person.name)) as change:
            person.amend(warmth_own=None, warmth_note="", warmth_set_on=None)
        return change.changes
