"""One check-in as it is filled in: each first answer beside what they say today."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from notebook.domain.check_ins import About, Grade, Occasion, overall
from notebook.domain.concern_offers import Answer, ConcernFacts
from notebook.domain.moments import Channel
from notebook.services.agreements import AgreementItem


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One first answer; `expected` is empty where nothing was agreed about it."""

    about: About
    expected: str
    said_today: str = ""
    grade: Grade | None = None

    @property
    def is_touched(self) -> bool:
        """Whether anything was filled in."""
        return self.grade is not None or bool(self.said_today.strip())


@dataclass(frozen=True, slots=True)
class CheckInDraft:
    """A check-in as it is saved; `plan_id` is the planned one that it answers, if any."""

    project_id: int
    person_id: int
    asked_on: date
    channel: Channel
    lines: tuple[SheetLine, ...]
    plan_id: int | None = None
    more_words: str = ""
    our_grade: Grade | None = None

    @property
    def grade(self) -> Grade | None:
        """The grade of all lines together."""
        return overall(line.grade for line in self.lines)

    @property
    def below(self) -> tuple[SheetLine, ...]:
        """The answers that are below what was expected."""
        return tuple(line for line in self.lines if line.grade is Grade.BELOW)

    @property
    def what_is_below(self) -> frozenset[Answer]:
        """What the answers below are about."""
        return frozenset((line.about, line.expected) for line in self.below)

    @property
    def is_touched(self) -> bool:
        """Whether anything was filled in that could be lost."""
        touched = any(line.is_touched for line in self.lines)
        return touched or bool(self.more_words.strip()) or self.our_grade is not None


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who may be asked: one of their side."""

    id: int
    name: str
    first_name: str


@dataclass(frozen=True, slots=True)
class SheetContent:
    """Everything that the sheet of a check-in shows at once.

    `check_in_id` is set for one that was begun or saved before, `is_saved` for a saved one.
    `said_on` is the day of the agreement. `occasions` are those that it may answer, by plan.
    `we_expected` is what we expect ourselves, line by line; `also_said` is what else they answered
    at the start. `agreed_anew` says what stood there before an answer was amended.
    """

    check_in_id: int | None
    is_saved: bool
    project_name: str
    said_on: date
    people: tuple[Asked, ...]
    occasions: tuple[tuple[int, Occasion], ...]
    draft: CheckInDraft
    concern: ConcernFacts
    we_expected: tuple[str, ...] = ()
    also_said: tuple[AgreementItem, ...] = ()
    agreed_anew: Mapping[About, tuple[str, ...]] = field(default_factory=dict)

    def asked(self, person_id: int) -> Asked:
        """Return one of the people who may be asked."""
        return next(each for each in self.people if each.id == person_id)
