"""What can be said of one occurrence of a reminder, and where reminders come from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

DAYS_UNTIL_ASKED = 3
"""How long after a question was left open, or a draft laid aside, somebody is reminded of it.

The storage keeps the day: another number needs a migration.
"""


class Mark(StrEnum):
    """What the user did about one occurrence."""

    DONE = "done"
    SKIPPED = "skipped"
    SNOOZED = "snoozed"


class Source(StrEnum):
    """Where a reminder comes from."""

    PLANNED = "planned"
    KEEP_IN_TOUCH = "keep-in-touch"
    BIRTHDAY = "birthday"
    OWN_DATE = "own-date"
    OUR_PROMISE = "our-promise"
    THEIR_PROMISE = "their-promise"
    PROGRESS_REPORT = "progress-report"
    DELIVERY = "delivery"
    CHECK_IN = "check-in"
    CONCERN = "concern"
    OPEN_QUESTION = "open-question"
    OWN = "own"
    REFERRAL_THANKS = "referral-thanks"
    REFERRAL_FOLLOW_UP = "referral-follow-up"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a reminder comes round: where from, about what, and its day."""

    source: Source
    subject_id: int
    day: date
