"""Promises both ways: written down, kept, moved to another day, or not kept."""

from collections.abc import Sequence
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.dates_in_words import day_month
from notebook.domain.moves import Movable, Move
from notebook.domain.promises import CLOSED, PromiseState, Side, kept_state
from notebook.domain.text import excerpt, first_name
from notebook.errors import Refused
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.promise_tables import PromiseMove
from notebook.storage.reading import tuples_of
from notebook.storage.record import utc_now
from notebook.storage.tables import Promise
from notebook.translate import translate

_LABEL_LENGTH = 60


class Promises:
    """Writes promises down, and what becomes of them."""

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
        """Close a promise as kept today; raises Refused for one that is closed already."""
        return self.keep_all([promise_id], today)

    def keep_all(self, promise_ids: Sequence[int], today: date) -> Changes:
        """Close these promises as kept today, all in one change; likewise."""
        promises = [_open(promise_id) for promise_id in promise_ids]
        with self._file.change(_kept_label(promises)) as change:
            for promise in promises:
                close_as_kept(promise, today)
        return change.changes

    def words(self, promise_id: int) -> str:
        """Return what was promised, in short; raises Refused for one that is gone."""
        return excerpt(_present(promise_id).text, _LABEL_LENGTH)

    def movable(self, promise_id: int) -> Movable:
        """Return what is to get another day; raises Refused where there is no day to move."""
        promise = _open(promise_id)
        if promise.due_on is None:
            raise Refused(translate("promises", "It has no day yet that could be moved."))
        title = excerpt(promise.text, _LABEL_LENGTH)
        return Movable(promise.id, title, promise.due_on, _first_name(promise))

    def move(self, promise_id: int, move: Move, today: date) -> Changes:
        """Give a promise another day.

        Said before it was due, that is an honourable outcome; said later, it is owned up to.
        Raises Refused for a promise that is closed or has no day, for the same day, and for
        telling them in the future.
        """
        self.movable(promise_id)
        promise = _open(promise_id)
        if move.to_on == promise.due_on:
            raise Refused(translate("promises", "This is the day that it has already."))
        if move.said_on is not None and move.said_on > today:
            raise Refused(translate("promises", "The day on which it was said is still to come."))
        words = translate("promises", "Moved to %2: %1")
        label = filled(words, excerpt(promise.text, _LABEL_LENGTH), day_month(move.to_on, today))
        with self._file.change(label) as change:
            PromiseMove.create(
                promise=promise,
                from_on=promise.due_on,
                to_on=move.to_on,
                said_on=move.said_on,
                reason=move.reason,
            )
            promise.amend(due_on=move.to_on)
        return change.changes

    def give_up(self, promise_id: int, today: date, note: str = "") -> Changes:
        """Close a promise as broken today; `note` says why. Raises Refused for a closed one."""
        promise = _open(promise_id)
        with self._file.change(_label(translate("promises", "Not kept: %1"), promise.text)) as made:
            promise.amend(state=PromiseState.BROKEN, closed_on=today, closing_note=note)
        return made.changes

    def reopen(self, promise_id: int) -> Changes:
        """Owe a promise again that was closed; raises Refused for any other."""
        promise = _present(promise_id)
        if promise.state not in CLOSED:
            raise Refused(translate("promises", "This promise is open already."))
        label = _label(translate("promises", "Open again: %1"), promise.text)
        with self._file.change(label) as change:
            promise.amend(state=PromiseState.OPEN, closed_on=None, closing_note="")
        return change.changes

    def trash_all(self, promise_ids: Sequence[int]) -> Changes:
        """Put promises into the trash that should not have been written down."""
        promises = [_present(promise_id) for promise_id in promise_ids]
        words = (
            _label(translate("promises", "Deleted: %1"), promises[0].text)
            if len(promises) == 1
            else translate("promises", "Deleted %n promises", len(promises))
        )
        with self._file.change(words) as change:
            for promise in promises:
                promise.amend(deleted_at=utc_now())
        return change.changes


def close_as_kept(promise: Promise, today: date) -> None:
    """Close a promise, within a change, by what its moves say of it."""
    state = kept_state(_moves(promise.id))
    promise.amend(state=state, closed_on=today, closing_note="")


def _moves(promise_id: int) -> list[Move]:
    query = PromiseMove.select(
        PromiseMove.from_on, PromiseMove.to_on, PromiseMove.said_on, PromiseMove.reason
    )
    rows = query.where(PromiseMove.promise == promise_id).order_by(PromiseMove.id)
    return [Move(*row) for row in tuples_of(rows)]


def _open(promise_id: int) -> Promise:
    promise = _present(promise_id)
    if promise.state is PromiseState.DRAFT:
        raise Refused(
            translate("promises", "This is not promised yet. Finish the questions first.")
        )
    if promise.state is not PromiseState.OPEN:
        raise Refused(translate("promises", "This promise is closed already. Open it again first."))
    return promise


def _present(promise_id: int) -> Promise:
    promise: Promise | None = Promise.get_or_none(
        (Promise.id == promise_id) & Promise.deleted_at.is_null()
    )
    if promise is None:
        raise Refused(translate("promises", "This promise is no longer in the notebook."))
    return promise


def _first_name(promise: Promise) -> str:
    person = promise.person
    return str(person.given_name.strip() or first_name(person.name))


def _kept_label(promises: Sequence[Promise]) -> str:
    if len(promises) == 1:
        return _label(translate("promises", "Kept: %1"), promises[0].text)
    return translate("promises", "Kept %n promises", len(promises))


def _label(words: str, text: str) -> str:
    return filled(words, excerpt(text, _LABEL_LENGTH))
