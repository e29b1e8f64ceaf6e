"""What the expectations wizard holds of one project, as it is read back and filled in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import TypeVar

from notebook.domain.checklists import AnswerKind, Checklist, Question, Step
from notebook.domain.projects import Agreed, ProjectState
from notebook.domain.promises import Side

Rows = TypeVar("Rows")

NOT_KEPT = 0
"""As `said_by` of an answer: somebody who was erased."""


class Standing(Enum):
    """How far a question, or a step of several, has come."""

    OPEN = "open"
    LATER = "later"
    """Left for later, which becomes a reminder."""
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Said:
    """What was said to one question.

    `choice` is a word of the question's kind ("weekly", "email", "yes"), `text` is free. `said_by`
    is who of several on their side said so, None for whom the project is, NOT_KEPT for somebody
    who was erased.
    """

    choice: str = ""
    text: str = ""
    ask_later: bool = False
    said_by: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether neither a choice was made nor a word written."""
        return not self.choice and not self.text.strip()


@dataclass(frozen=True, slots=True)
class DeliverableEntry:
    """One thing to be delivered, as it is filled in; `their_view` is what they said about it."""

    id: int
    what: str = ""
    how: str = ""
    due_on: date | None = None
    agreed: Agreed = Agreed.OPEN
    their_view: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.what.strip() or self.how.strip() or self.their_view.strip() or self.due_on)


@dataclass(frozen=True, slots=True)
class NeedEntry:
    """One thing that we need from them; it becomes a promise to us."""

    id: int
    person_id: int
    person_name: str
    text: str = ""
    due_on: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in; who it is stands there from the beginning."""
        return not self.text.strip() and self.due_on is None


@dataclass(frozen=True, slots=True)
class ResponsibilityEntry:
    """One thing that somebody answers for; who has no card is known by `name` only."""

    id: int
    what: str = ""
    side: Side = Side.OURS
    person_id: int | None = None
    name: str = ""
    until_on: date | None = None
    after_delivery: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.what.strip() or self.name.strip() or self.until_on)


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """One person in the project; `introduced`: the other side has met them."""

    id: int
    person_id: int
    name: str
    side: Side
    role: str = ""
    introduced: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether it is ours to do, None as long as nobody said; `whom` and `why` are for a no."""

    is_ours: bool | None = None
    whom: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one page of the wizard holds; what the page does not ask for is None."""

    answers: Mapping[str, Said] = field(default_factory=dict)
    deliverables: tuple[DeliverableEntry, ...] | None = None
    needs: tuple[NeedEntry, ...] | None = None
    people: tuple[PersonEntry, ...] | None = None
    responsibilities: tuple[ResponsibilityEntry, ...] | None = None
    gate: Gate | None = None


def joined(entries: Sequence[Entry]) -> Entry:
    """Return all entries as one; each kind of rows stands in one of them at most."""
    return Entry(
        {key: said for each in entries for key, said in each.answers.items()},
        _the_one(each.deliverables for each in entries),
        _the_one(each.needs for each in entries),
        _the_one(each.people for each in entries),
        _the_one(each.responsibilities for each in entries),
    )


def _the_one(rows: Iterable[Rows | None]) -> Rows | None:
    return next((each for each in rows if each is not None), None)


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """What the first page asks: name, for whom, which checklist, from when to when."""

    name: str
    person_id: int
    checklist_key: str
    begins_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole project as the wizard shows it; `step` is the page at which it was left.

    Pages are counted from 0, the project itself; the checklist's steps follow, then the agreement.
    """

    project_id: int
    facts: ProjectFacts
    person_name: str
    first_name: str
    state: ProjectState
    agreed_on: date | None
    checklist: Checklist
    step: int
    answers: Mapping[str, Said]
    deliverables: tuple[DeliverableEntry, ...]
    needs: tuple[NeedEntry, ...]
    people: tuple[PersonEntry, ...]
    promised: int
    """How many promises the needs became, since it was agreed."""
    responsibilities: tuple[ResponsibilityEntry, ...] = ()
    gate: Gate = Gate()
    sayers: Mapping[int, str] = field(default_factory=dict)
    """The names of those who said something, as `said_by` of an answer, wherever they are now."""

    @property
    def is_agreed(self) -> bool:
        """Whether it was agreed: from then on only open questions can be filled in."""
        return self.agreed_on is not None

    @property
    def is_closed(self) -> bool:
        """Whether it has ended: nothing is filled in any more."""
        return self.state is ProjectState.CLOSED

    @property
    def left_open(self) -> tuple[Question, ...]:
        """The questions that nobody has answered in full."""
        return tuple(
            question
            for question in self.checklist.questions
            if self.standing(question) is not Standing.ANSWERED
        )

    @property
    def asked_steps(self) -> tuple[Step, ...]:
        """The steps to ask: all of them, and once it is agreed only what was left open."""
        if not self.is_agreed:
            return self.checklist.steps
        left_open = set(self.left_open)
        reduced = (
            replace(step, questions=tuple(each for each in step.questions if each in left_open))
            for step in self.checklist.steps
        )
        return tuple(step for step in reduced if step.questions)

    def said(self, question: Question) -> Said:
        """Return what was said to a question, nothing at first."""
        return self.answers.get(question.key, Said())

    def standing(self, question: Question) -> Standing:
        """Return how far a question has come; one that is asked later may hold a first answer."""
        if self.said(question).ask_later:
            return Standing.LATER
        return Standing.ANSWERED if self._is_filled(question) else Standing.OPEN

    def standing_of(self, step: Step) -> Standing:
        """Return how far a step has come: as far as the least of its questions."""
        standings = {self.standing(question) for question in step.questions}
        return next(each for each in Standing if each in standings)

    def _is_filled(self, question: Question) -> bool:
        match question.kind:
            case AnswerKind.DELIVERABLES:
                return bool(self.deliverables)
            case AnswerKind.NEEDS:
                return bool(self.needs or self.promised)
            case AnswerKind.RESPONSIBILITIES:
                return any(each.what.strip() for each in self.responsibilities)
            case AnswerKind.PEOPLE:
                return any(each.person_id != self.facts.person_id for each in self.people)
        return not self.said(question).is_empty


def lacks_words(kind: AnswerKind, filled_in: Draft | Entry) -> bool:
    """Whether a line of an answer of many lines says when or who, but not what."""
    match kind:
        case AnswerKind.DELIVERABLES:
            lines = filled_in.deliverables or ()
            return any(not (each.what + each.how).strip() for each in lines if not each.is_empty)
        case AnswerKind.NEEDS:
            needs = filled_in.needs or ()
            return any(not each.text.strip() for each in needs if not each.is_empty)
        case AnswerKind.RESPONSIBILITIES:
            parts = filled_in.responsibilities or ()
            return any(not each.what.strip() for each in parts if not each.is_empty)
    return False
