"""What a check-in offers to do about its concern, now that its answers are what they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from notebook.domain.check_ins import About

Answer = tuple[About, str]
"""An answer: what it is about, and what was expected."""


class Offer(StrEnum):
    """What saving a check-in can do besides; the user may decline each."""

    OPEN = "open"
    """Open a concern: an answer is below, and they have none on the project that is open."""
    JOIN = "join"
    """Make it part of the concern that they have on the project already."""
    REOPEN = "reopen"
    """Open its closed concern again: another answer is below than before."""
    MOVE = "move"
    """Make it the concern of whoever was asked in truth: the check-in was with somebody else."""
    TAKE_AWAY = "take-away"
    """Put its concern into the trash: no answer is below any more."""


@dataclass(frozen=True, slots=True)
class ConcernFacts:
    """What a check-in has to do with concerns before it is saved.

    `id` is its own concern, unless that is in the trash; `is_shared`: another check-in found
    something below for it too. `open_ids` are those of the project that are open, by whose they
    are. `was_below` are the answers that were below when it was saved before. `asked_id` is who was
    asked, where the concern is theirs. `is_declined`: no concern was wanted when it was laid aside.
    """

    id: int | None = None
    is_closed: bool = False
    is_shared: bool = False
    open_ids: Mapping[int, int] = field(default_factory=dict)
    was_below: frozenset[Answer] = frozenset()
    asked_id: int | None = None
    is_declined: bool = False

    @property
    def is_open(self) -> bool:
        """Whether its own concern is open."""
        return self.id is not None and not self.is_closed

    def offer(self, below: frozenset[Answer], person_id: int) -> Offer | None:
        """Return what there is to offer while these answers of a person are below."""
        if not self.is_own(person_id):
            if not below:
                return None
            return Offer.JOIN if person_id in self.open_ids else Offer.OPEN
        if self.is_open and not (below or self.is_shared):
            return Offer.TAKE_AWAY
        if self.is_closed and below - self.was_below:
            return Offer.REOPEN
        return Offer.MOVE if self.is_of_another(person_id) else None

    def is_own(self, person_id: int) -> bool:
        """Whether it has a concern that stays its own when it is with this person.

        What other check-ins found for it too stays with whoever was asked then.
        """
        return self.id is not None and not (self.is_shared and self.is_of_another(person_id))

    def is_of_another(self, person_id: int) -> bool:
        """Whether the concern is of whoever was asked before."""
        return self.asked_id not in (None, person_id)

    def is_usual(self, offer: Offer) -> bool:
        """Whether it is done unless somebody says otherwise.

        An answer that stands below without a concern is one for which none was wanted: that stays
        so, as does what was declined before it was laid aside. A concern is never taken away unasked.
        """
        if offer is Offer.TAKE_AWAY:
            return False
        return self.id is not None or not (self.was_below or self.is_declined)
