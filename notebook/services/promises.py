"""The promise ledger: what either side owes the other, kept or still open."""

from dataclasses import dataclass
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.promises import PromiseState, Side, is_overdue
from notebook.domain.text import excerpt
from notebook.errors import Refused
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.tables import Project, Promise
from notebook.translate import translate

_LABEL_LENGTH = 60


@dataclass(frozen=True, slots=True)
class PromiseEntry:
    """One promise of a person's ledger."""

    id: int
    side: Side
    text: str
    due_on: date | None
    state: PromiseState
    closed_on: date | None
    project_id: int | None
    project_name: str
    is_overdue: bool


class Promises:
    """Writes down, closes and reads promises."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def add(
        self,
        person_id: int,
        side: Side,
        text: str,
        due_on: date | None = None,
        *,
        project_id: int | None = None,
        moment_id: int | None = None,
        state: PromiseState = PromiseState.OPEN,
    ) -> Changes:
        """Write a promise down; `created` is its id. Raises Refused without words."""
        if not text.strip():
            raise Refused(translate("promises", "Say what was promised, then save again."))
        present(person_id)
        with self._file.change(_label(translate("promises", "Promised: %1"), text)) as change:
            promise = Promise.create(
                person=person_id,
                side=side,
                text=text,
                due_on=due_on,
                project=project_id,
                moment=moment_id,
                state=state,
            )
            change.done(promise.id)
        return change.changes

    def keep(self, promise_id: int, today: date) -> Changes:
        """Close a promise as kept today."""
        promise = _present(promise_id)
        with self._file.change(_label(translate("promises", "Kept: %1"), promise.text)) as change:
            promise.amend(state=PromiseState.KEPT, closed_on=today)
        return change.changes

    def reopen(self, promise_id: int) -> Changes:
        """Owe a promise again that was closed."""
        promise = _present(promise_id)
        label = _label(translate("promises", "Open again: %1"), promise.text)
        with self._file.change(label) as change:
            promise.amend(state=PromiseState.OPEN, closed_on=None)
        return change.changes

    def of_person(self, person_id: int, today: date) -> tuple[PromiseEntry, ...]:
        """Return a person's promises: open ones first, by their day, then the closed, newest first."""
        query = (
            Promise.select(Promise, Project.name)
            .left_outer_join(
                Project, on=(Project.id == Promise.project) & Project.deleted_at.is_null()
            )
            .where(
                Promise.person == person_id,
                Promise.deleted_at.is_null(),
                Promise.state != PromiseState.DRAFT,
            )
            .order_by(
                Promise.state != PromiseState.OPEN,
                Promise.closed_on.desc(),
                Promise.due_on.is_null(),
                Promise.due_on,
                Promise.id,
            )
        )
        return tuple(_entry(row, today) for row in query.objects())


def _entry(row: Promise, today: date) -> PromiseEntry:
    return PromiseEntry(
        id=row.id,
        side=row.side,
        text=row.text,
        due_on=row.due_on,
        state=row.state,
        closed_on=row.closed_on,
        project_id=row.project_id,
        project_name=getattr(row, "name", None) or "",
        is_overdue=is_overdue(row.state, row.due_on, today),
    )


def _present(promise_id: int) -> Promise:
    promise: Promise | None = Promise.get_or_none(
        (Promise.id == promise_id) & Promise.deleted_at.is_null()
    )
    if promise is None:
        raise Refused(translate("promises", "This promise is no longer in the notebook."))
    return promise


def _label(words: str, text: str) -> str:
    return filled(words, excerpt(text, _LABEL_LENGTH))
