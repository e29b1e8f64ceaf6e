"""How warm a relationship is: a state with its reasons, never a hidden score.

Each reason has a weight of its own and the heaviest one decides, so that whoever reads the
reasons can follow the state without a calculator:

- in touch within the rhythm: warm; overdue: cooling; silent for twice the rhythm, and for at
  least a month: at risk. A longest time that the user chose takes the place of the latter.
  Somebody without a rhythm cools after 90 days.
- keeping in touch is paused: warm, and overdue only counted from the end of the pause.
  A pause warms nobody with whom there was no contact yet.
- one promise of ours overdue: cooling; two: at risk.
- an open concern, or a last check-in below what was expected: at risk.
- no contact logged yet: not enough known, and at most cooling if something else went wrong.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

COOLING_AFTER_DAYS = 90
"""Without a rhythm of their own: a quarter of a year is when most people lose the thread."""
RISK_AFTER_RHYTHMS = 2
RISK_NOT_BEFORE_DAYS = 30
"""Two missed days of a daily rhythm are no reason for alarm."""
RISK_FROM_PROMISES = 2


class Warmth(StrEnum):
    """The state of a relationship."""

    WARM = "warm"
    COOLING = "cooling"
    AT_RISK = "at-risk"
    UNKNOWN = "not-enough-known"
    """A new person: nothing to judge by, and nothing to worry about."""


class ReasonKind(StrEnum):
    """What speaks for a state; `day` and `number` of the `Reason` as told at each."""

    IN_TOUCH = "in-touch"
    """`day` of the last contact, `number` of days since."""
    CONTACT_OVERDUE = "contact-overdue"
    """Likewise, longer ago than the rhythm."""
    LONG_SILENCE = "long-silence"
    """Likewise, longer ago than twice the rhythm."""
    NO_CONTACT_YET = "no-contact-yet"
    """`day` since when we know them, `number` of days since."""
    PROMISES_OVERDUE = "promises-overdue"
    """`number` of our promises that are late."""
    OPEN_CONCERNS = "open-concerns"
    """`number` of them."""
    PAUSED = "paused"
    """`day` until when keeping in touch is paused."""
    BELOW_EXPECTED = "below-expected"
    """The last check-in was below what they expected."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, to be put into words for the screen."""

    kind: ReasonKind
    day: date | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class WarmthFacts:
    """What the state follows from; `rhythm_days` is None where no rhythm was chosen.

    `maximum_days` is the longest time without a word, `paused_until` the day that a pause ends.
    """

    last_contact: date | None
    rhythm_days: int | None
    our_overdue_promises: int
    open_concerns: int
    below_expected: bool
    known_since: date
    maximum_days: int | None = None
    paused_until: date | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """How warm the user holds it to be, with the day and a note why."""

    state: Warmth
    note: str
    set_on: date


@dataclass(frozen=True, slots=True)
class WarmthAssessment:
    """A state with its reasons, the weightiest first; the user's own judgement overrules it."""

    computed: Warmth
    reasons: tuple[Reason, ...]
    own: Judgement | None = None

    @property
    def state(self) -> Warmth:
        """What holds: the user's own judgement, else what follows from the reasons."""
        return self.own.state if self.own else self.computed


_HEAVIEST_FIRST = (Warmth.AT_RISK, Warmth.COOLING, Warmth.UNKNOWN, Warmth.WARM)


def assess(facts: WarmthFacts, today: date, own: Judgement | None = None) -> WarmthAssessment:
    """Return how warm the relationship is `today`, with all its reasons, and `own` above them."""
    weighed = [*_troubles(facts), *_contact(facts, today)]
    weighed.sort(key=lambda pair: _HEAVIEST_FIRST.index(pair[0]))
    state = weighed[0][0]
    if facts.last_contact is None and state is Warmth.AT_RISK:
        state = Warmth.COOLING
    return WarmthAssessment(state, tuple(reason for _, reason in weighed), own)


def _troubles(facts: WarmthFacts) -> list[tuple[Warmth, Reason]]:
    found = []
    if facts.open_concerns > 0:
        found.append((Warmth.AT_RISK, Reason(ReasonKind.OPEN_CONCERNS, None, facts.open_concerns)))
    if facts.below_expected:
        found.append((Warmth.AT_RISK, Reason(ReasonKind.BELOW_EXPECTED)))
    late = facts.our_overdue_promises
    if late > 0:
        state = Warmth.AT_RISK if late >= RISK_FROM_PROMISES else Warmth.COOLING
        found.append((state, Reason(ReasonKind.PROMISES_OVERDUE, None, late)))
    return found


def _contact(facts: WarmthFacts, today: date) -> list[tuple[Warmth, Reason]]:
    found = []
    if facts.last_contact is None:
        known = max((today - facts.known_since).days, 0)
        reason = Reason(ReasonKind.NO_CONTACT_YET, facts.known_since, known)
        found.append((Warmth.UNKNOWN, reason))
    if facts.paused_until and facts.paused_until > today:
        found.append((Warmth.WARM, Reason(ReasonKind.PAUSED, facts.paused_until)))
    elif facts.last_contact is not None:
        found.append(_rhythm(facts, facts.last_contact, today))
    return found


def _rhythm(facts: WarmthFacts, last_contact: date, today: date) -> tuple[Warmth, Reason]:
    days = max((today - last_contact).days, 0)
    rhythm = facts.rhythm_days or COOLING_AFTER_DAYS
    counted = min(days, rhythm + _days_since(facts.paused_until, today))
    longest = facts.maximum_days or max(RISK_AFTER_RHYTHMS * rhythm, RISK_NOT_BEFORE_DAYS)
    if counted > longest:
        state, kind = Warmth.AT_RISK, ReasonKind.LONG_SILENCE
    elif counted > rhythm:
        state, kind = Warmth.COOLING, ReasonKind.CONTACT_OVERDUE
    else:
        state, kind = Warmth.WARM, ReasonKind.IN_TOUCH
    return state, Reason(kind, last_contact, days)


def _days_since(paused_until: date | None, today: date) -> int:
    """Return the days since a pause ended, without end where there was none."""
    return (today - (paused_until or date.min)).days
