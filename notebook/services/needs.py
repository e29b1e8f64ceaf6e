"""Needs: what people told us that they need, in their own words, and what became of it."""

from dataclasses import dataclass
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.needs import NeedState
from notebook.domain.text import excerpt
from notebook.errors import Refused
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.need_tables import Need
from notebook.storage.record import utc_now
from notebook.translate import translate

_LABEL_LENGTH = 60
_STATES = {
    NeedState.OPEN: "Open",
    NeedState.BEING_MET: "Being met",
    NeedState.MET: "Met",
    NeedState.NO_LONGER: "No longer",
}


@dataclass(frozen=True, slots=True)
class NeedDraft:
    """A need as it is written down; `moment_id` is the contact in which it was told."""

    text: str
    told_on: date
    state: NeedState = NeedState.OPEN
    moment_id: int | None = None


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One need of a person."""

    id: int
    text: str
    state: NeedState
    told_on: date


def need_word(state: NeedState) -> str:
    """Return what became of a need: "Being met"."""
    return translate("needs", _STATES[state])


class Needs:
    """Writes needs down and says what became of them."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def add(self, person_id: int, draft: NeedDraft, today: date) -> Changes:
        """Write a need down; `created` is its id.

        Raises Refused without words, for a day to come, and for somebody who is gone.
        """
        _check(draft, today)
        person = present(person_id)
        with self._file.change(_label(translate("needs", "Need: %1"), draft.text)) as change:
            change.done(Need.create(person=person, **_columns(draft)).id)
        return change.changes

    def change(self, need_id: int, draft: NeedDraft, today: date) -> Changes:
        """Write a need down differently; Refused as in `add`."""
        _check(draft, today)
        need = _present(need_id)
        with self._file.change(_label(translate("needs", "Changed: %1"), draft.text)) as change:
            need.amend(**_columns(draft))
        return change.changes

    def set_state(self, need_id: int, state: NeedState) -> Changes:
        """Say what became of a need."""
        need = _present(need_id)
        words = filled(translate("needs", "%1: %2"), need_word(state), "%1")
        with self._file.change(_label(words, need.text)) as change:
            need.amend(state=state)
        return change.changes

    def trash(self, need_id: int) -> Changes:
        """Put a need into the trash."""
        need = _present(need_id)
        with self._file.change(_label(translate("needs", "Deleted: %1"), need.text)) as change:
            need.amend(deleted_at=utc_now())
        return change.changes

    def draft(self, need_id: int) -> NeedDraft:
        """Return a need as it can be changed; raises Refused when it is gone."""
        need = _present(need_id)
        return NeedDraft(need.text, need.told_on, need.state, need.moment_id)


def _check(draft: NeedDraft, today: date) -> None:
    if not draft.text.strip():
        raise Refused(translate("needs", "Write down what is needed first."))
    if draft.told_on > today:
        raise Refused(translate("needs", "This day is still to come. When was it told?"))


def _columns(draft: NeedDraft) -> dict[str, object]:
    return {
        "text": draft.text.strip(),
        "told_on": draft.told_on,
        "state": draft.state,
        "moment": draft.moment_id,
    }


def _present(need_id: int) -> Need:
    need: Need | None = Need.get_or_none((Need.id == need_id) & Need.deleted_at.is_null())
    if need is None:
        raise Refused(translate("needs", "This need is no longer in the notebook."))
    return need


def _label(words: str, text: str) -> str:
    return filled(words, excerpt(text, _LABEL_LENGTH))
