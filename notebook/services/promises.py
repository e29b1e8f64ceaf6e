"""Promises both ways: written down, kept, moved to another day, or not kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.dates_in_words import day_month
from notebook.domain.moves import Movable, NewDay
from notebook.domain.promises import CLOSED, KEPT_AT_LAST, PromiseState, Side, given_up_state
from notebook.errors import Refused
from notebook.services.draft_rows import project_row
from notebook.services.new_days import check_new_day, check_said
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.services.promise_rows import (
    close_as_kept,
    is_unsaid,
    mark_said,
    move_promise,
    moves_of_promise,
)
from notebook.services.promise_titles import called, kept_label, labelled, title_of
from notebook.storage.file import NotebookFile
from notebook.storage.record import utc_now
from notebook.storage.tables import Promise
from notebook.translate import translate


@dataclass(frozen=True, slots=True)
class PromiseWords:
    """What was promised and by when, to be corrected."""

    text: str
    due_on: date | None


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
        """Write a promise down; `created` is its id.

        Raises Refused without words, and for a person or a project that is gone.
        """
        if not text.strip():
            raise Refused(translate("promises", "Say what was promised, then save again."))
        present(person_id)
        if project_id is not None:
            project_row(project_id)
        with self._file.change(labelled(translate("promises", "Promised: %1"), text)) as change:
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
        with self._file.change(kept_label(promises)) as change:
            for promise in promises:
                close_as_kept(promise, today)
        return change.changes

    def kept_on(self, promise_ids: Sequence[int], day: date, today: date) -> Changes:
        """Say on which day promises were kept, all in one change; one notes it later than it was.

        Raises Refused for a promise that was not kept, and for a day that is still to come.
        """
        promises = [_present(promise_id) for promise_id in promise_ids]
        if any(promise.state not in KEPT_AT_LAST for promise in promises):
            raise Refused(translate("promises", "This promise is not closed as kept."))
        if day > today:
            raise Refused(translate("promises", "This day is still to come."))
        label = filled(
            translate("promises", "Kept on %2: %1"), title_of(promises), day_month(day, today)
        )
        with self._file.change(label) as change:
            for promise in promises:
                promise.amend(closed_on=day)
        return change.changes

    def correctable(self, promise_id: int) -> PromiseWords:
        """Return what was promised, to be corrected; raises Refused for one that is gone."""
        promise = _present(promise_id)
        return PromiseWords(promise.text, promise.due_on)

    def correct(self, promise_id: int, words: PromiseWords) -> Changes:
        """Correct what was promised; one without a day may get its first one.

        Raises Refused without words, for words that stand in an agreement, for another day than
        there is, and for the day of a promise that is closed.
        """
        promise = _present(promise_id)
        if not words.text.strip():
            raise Refused(translate("promises", "Say what was promised, then save again."))
        if words.text != promise.text:
            _refuse_agreed(promise)
        if words.due_on != promise.due_on:
            _open(promise_id)
        if promise.due_on is not None and words.due_on != promise.due_on:
            raise Refused(
                translate("promises", "Its day stays until it is moved, which keeps the reason.")
            )
        label = labelled(translate("promises", "Corrected: %1"), words.text)
        with self._file.change(label) as change:
            promise.amend(text=words.text, due_on=words.due_on)
        return change.changes

    def movable(self, promise_ids: Sequence[int]) -> Movable:
        """Return what is to get another day; raises Refused for a promise that is closed."""
        promises = [_open(promise_id) for promise_id in promise_ids]
        days = {promise.due_on for promise in promises}
        return Movable(
            title_of(promises),
            days.pop() if len(days) == 1 else None,
            called(promises[0]) if len(promises) == 1 else "",
            all(promise.side is Side.OURS for promise in promises),
            len(promises),
        )

    def move(self, promise_id: int, new: NewDay, today: date) -> Changes:
        """Give a promise another day; raises Refused like `move_all`."""
        return self.move_all([promise_id], new, today)

    def move_all(self, promise_ids: Sequence[int], new: NewDay, today: date) -> Changes:
        """Give promises another day, all in one change; one that had none gets its first.

        Said before it was due, that is an honourable outcome; said later, it is owned up to.
        Raises Refused for a promise that is closed, for a day that is over or that all of them
        have already, and for telling them in the future.
        """
        promises = [_open(promise_id) for promise_id in promise_ids]
        check_new_day(new, today)
        others = [promise for promise in promises if promise.due_on != new.to_on]
        if not others:
            raise Refused(translate("promises", "This is the day that it has already."))
        has_day = any(promise.due_on is not None for promise in others)
        words = (
            translate("promises", "Moved to %2: %1")
            if has_day
            else translate("promises", "Promised for %2: %1")
        )
        label = filled(words, title_of(others), day_month(new.to_on, today))
        with self._file.change(label) as change:
            for promise in others:
                move_promise(promise, new)
        return change.changes

    def give_up(self, promise_id: int, today: date, note: str = "") -> Changes:
        """Close a promise as not kept today, of which nobody told the other side."""
        return self.give_up_all([promise_id], today, note)

    def give_up_all(
        self,
        promise_ids: Sequence[int],
        today: date,
        note: str = "",
        told_on: date | None = None,
    ) -> Changes:
        """Close promises as not kept today, all in one change; `note` says why.

        `told_on` is since when the other side knows, None for not yet. Raises Refused for a closed
        promise, and for telling them in the future.
        """
        promises = [_open(promise_id) for promise_id in promise_ids]
        check_said(told_on, today)
        label = filled(translate("promises", "Not kept: %1"), title_of(promises))
        with self._file.change(label) as change:
            for promise in promises:
                state = given_up_state(promise.due_on, told_on, moves_of_promise(promise.id))
                promise.amend(state=state, closed_on=today, closing_note=note, told_on=told_on)
        return change.changes

    def let_go_all(self, promise_ids: Sequence[int], today: date) -> Changes:
        """Close promises that neither side needs any more, all in one change.

        Raises Refused for one that is closed already.
        """
        promises = [_open(promise_id) for promise_id in promise_ids]
        label = filled(translate("promises", "Let go: %1"), title_of(promises))
        with self._file.change(label) as change:
            for promise in promises:
                promise.amend(state=PromiseState.LET_GO, closed_on=today)
        return change.changes

    def title(self, promise_ids: Sequence[int]) -> str:
        """Return what promises are called together; raises Refused where one is gone."""
        return title_of([_present(promise_id) for promise_id in promise_ids])

    def say(self, promise_ids: Sequence[int], said_on: date, today: date) -> Changes:
        """Keep since when the other side knows what became of promises, all in one change.

        Raises Refused where they know already, and for saying it in the future.
        """
        promises = [_present(promise_id) for promise_id in promise_ids]
        check_said(said_on, today)
        if not all(is_unsaid(promise) for promise in promises):
            raise Refused(translate("promises", "This was said already."))
        label = filled(translate("promises", "Said: %1"), title_of(promises))
        with self._file.change(label) as change:
            for promise in promises:
                mark_said(promise, said_on)
        return change.changes

    def reopen(self, promise_id: int) -> Changes:
        """Owe a promise again that was closed; raises Refused for any other."""
        return self.reopen_all([promise_id])

    def reopen_all(self, promise_ids: Sequence[int]) -> Changes:
        """Owe promises again that were closed, all in one change; likewise."""
        promises = [_present(promise_id) for promise_id in promise_ids]
        if any(promise.state not in CLOSED for promise in promises):
            raise Refused(translate("promises", "This promise is open already."))
        label = filled(translate("promises", "Open again: %1"), title_of(promises))
        with self._file.change(label) as change:
            for promise in promises:
                promise.amend(
                    state=PromiseState.OPEN, closed_on=None, closing_note="", told_on=None
                )
        return change.changes

    def trash_all(self, promise_ids: Sequence[int]) -> Changes:
        """Put promises into the trash that should not have been written down.

        Raises Refused for one that stands in an agreement.
        """
        promises = [_present(promise_id) for promise_id in promise_ids]
        for promise in promises:
            _refuse_agreed(promise)
        words = (
            labelled(translate("promises", "Deleted: %1"), promises[0].text)
            if len(promises) == 1
            else translate("promises", "Deleted %n promises", len(promises))
        )
        with self._file.change(words) as change:
            for promise in promises:
                promise.amend(deleted_at=utc_now())
        return change.changes


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


def _refuse_agreed(promise: Promise) -> None:
    project = promise.project
    if project is not None and project.agreed_on is not None and promise.is_need:
        words = translate(
            "promises", "This stands in the agreement on %1. Change it there, which keeps the old."
        )
        raise Refused(filled(words, project.name))
