"""Deliveries that got another day: whether they were told, and whether in time."""

from collections import defaultdict
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.dates_in_words import day_month
from notebook.domain.moves import Movable, Move, NewDay
from notebook.domain.text import excerpt, short_name
from notebook.errors import Refused
from notebook.services.draft_rows import agreed_project
from notebook.services.move_rows import moves_by
from notebook.services.new_days import check_new_day, check_said
from notebook.services.phrases import filled
from notebook.storage.care_tables import DeliveryMove
from notebook.storage.file import NotebookFile
from notebook.storage.tables import Deliverable
from notebook.translate import translate

_LABEL_LENGTH = 60


class DeliveryMoves:
    """Moves deliveries to another day."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def movable(self, deliverable_id: int) -> Movable:
        """Return what is to be moved; raises Refused where there is no day to move."""
        row = _movable(deliverable_id)
        assert row.due_on is not None, "what has no day is refused"
        person = row.project.person
        called = short_name(person.given_name, person.name)
        return Movable(_title(row), row.due_on, called)

    def move(
        self,
        deliverable_id: int,
        to_on: date,
        today: date,
        *,
        said_on: date | None = None,
        reason: str = "",
    ) -> Changes:
        """Give a delivery another day; `said_on` is when they were told, None for not yet.

        Raises Refused for something without a day, delivered already or not agreed yet, for the
        same day and one that is over, and for telling them in the future.
        """
        deliverable = _movable(deliverable_id)
        assert deliverable.due_on is not None, "what has no day is refused"
        if to_on == deliverable.due_on:
            raise Refused(translate("projects", "This is the day that it has already."))
        check_new_day(NewDay(to_on, said_on), today)
        what = _title(deliverable)
        words = translate("projects", "Moved to %2: %1")
        with self._file.change(filled(words, what, day_month(to_on, today))) as change:
            DeliveryMove.create(
                deliverable=deliverable,
                from_on=deliverable.due_on,
                to_on=to_on,
                said_on=said_on,
                reason=reason,
            )
            deliverable.amend(due_on=to_on)
        return change.changes

    def title(self, deliverable_id: int) -> str:
        """Return what a delivery is called; raises Refused where it is gone."""
        return _title(_present(deliverable_id))

    def say(self, deliverable_id: int, said_on: date, today: date) -> Changes:
        """Keep since when they know that a delivery was moved.

        Raises Refused where they know already, and for telling them in the future.
        """
        deliverable = _present(deliverable_id)
        check_said(said_on, today)
        unsaid = (DeliveryMove.deliverable == deliverable) & DeliveryMove.said_on.is_null()
        moves = list(DeliveryMove.select().where(unsaid))
        if not moves:
            raise Refused(translate("projects", "They know already."))
        label = filled(translate("projects", "Said: %1"), _title(deliverable))
        with self._file.change(label) as change:
            for move in moves:
                move.amend(said_on=said_on)
        return change.changes


def moves_of(project_id: int) -> defaultdict[int, list[Move]]:
    """Return the moves of a project's deliveries, by the delivery, the oldest first."""
    return moves_by(DeliveryMove, DeliveryMove.deliverable, project_id)


def _title(deliverable: Deliverable) -> str:
    return excerpt(deliverable.what.strip() or deliverable.how, _LABEL_LENGTH)


def _present(deliverable_id: int) -> Deliverable:
    deliverable: Deliverable | None = Deliverable.get_or_none(Deliverable.id == deliverable_id)
    if deliverable is None:
        raise Refused(translate("projects", "This delivery is no longer in the notebook."))
    agreed_project(deliverable.project_id)
    return deliverable


def _movable(deliverable_id: int) -> Deliverable:
    deliverable = _present(deliverable_id)
    if deliverable.delivered_on is not None:
        raise Refused(translate("projects", "It is delivered already, so its day stays."))
    if deliverable.due_on is None:
        raise Refused(translate("projects", "It has no day yet that could be moved."))
    return deliverable
