"""By what people can be looked for again and again."""

from dataclasses import dataclass
from enum import StrEnum


class Missing(StrEnum):
    """What a card does not say."""

    PHONE = "phone"
    EMAIL = "email"
    BIRTHDAY = "birthday"
    RHYTHM = "rhythm"
    OWNER = "owner"
    """Nobody of us looks after the person."""
    GROUP = "group"


class BirthdayWhen(StrEnum):
    """When somebody has their birthday."""

    THIS_MONTH = "this-month"
    NEXT_MONTH = "next-month"


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Conditions that must all be met; an empty one lets everybody through.

    `groups` are ids, of which one is enough; `silent_days` is for how long there was no contact,
    counted from the day we know somebody when there never was one.
    """

    groups: tuple[int, ...] = ()
    silent_days: int | None = None
    birthday: BirthdayWhen | None = None
    missing: tuple[Missing, ...] = ()
    looked_after_by: int | None = None
    is_team: bool = False
    is_paused: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it lets everybody through."""
        return self == EVERYBODY


EVERYBODY = PeopleFilter()
