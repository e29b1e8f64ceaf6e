"""What a project delivers and when, line by line."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from notebook.domain.projects import Agreed
from notebook.services.project_words import until_due
from notebook.storage.reading import lines_of
from notebook.storage.tables import Deliverable
from notebook.translate import translate


class DeliveryStanding(Enum):
    """Where a delivery stands on one day."""

    DELIVERED = "delivered"
    LATE = "late"
    NOT_AGREED = "not-agreed"
    AHEAD = "ahead"
    WITHOUT_DAY = "without-day"


@dataclass(frozen=True, slots=True)
class DeliverableLine:
    """One thing to be delivered."""

    id: int
    what: str
    how: str
    due_on: date | None
    agreed: Agreed
    their_view: str
    delivered_on: date | None

    @property
    def title(self) -> str:
        """What it is called: what, or else how it is done."""
        return self.what if self.what.strip() else self.how

    def standing(self, today: date) -> DeliveryStanding:
        """Return where it stands; a day that they refused binds nobody, so it is never late."""
        if self.delivered_on is not None:
            return DeliveryStanding.DELIVERED
        if self.agreed is Agreed.NO:
            return DeliveryStanding.NOT_AGREED
        if self.due_on is None:
            return DeliveryStanding.WITHOUT_DAY
        return DeliveryStanding.LATE if self.due_on < today else DeliveryStanding.AHEAD

    def words(self, today: date) -> str:
        """Return the standing as a word or two: "Delivered", "In 6 days", "2 days late"."""
        standing = self.standing(today)
        if standing is DeliveryStanding.DELIVERED:
            return translate("project page", "Delivered")
        if standing is DeliveryStanding.NOT_AGREED:
            return translate("project page", "Not agreed")
        if self.due_on is None:
            return translate("project page", "No day yet")
        return until_due(self.due_on, today)


def delivery_lines(project_id: int) -> tuple[DeliverableLine, ...]:
    """Return what is to be delivered, by its day."""
    query = (
        Deliverable.select(
            Deliverable.id,
            Deliverable.what,
            Deliverable.how,
            Deliverable.due_on,
            Deliverable.agreed,
            Deliverable.their_view,
            Deliverable.delivered_on,
        )
        .where(Deliverable.project == project_id)
        .order_by(Deliverable.due_on.is_null(), Deliverable.due_on, Deliverable.position)
    )
    return tuple(lines_of(query, DeliverableLine))
