"""One project as its page shows it: what is due, who is in it, what is still open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from peewee import Database

from notebook.domain.checklists import AnswerKind, personalise
from notebook.domain.moments import Channel
from notebook.domain.moves import Move
from notebook.domain.outcomes import may_check_in
from notebook.domain.projects import ProjectState
from notebook.domain.promises import PromiseState, Side
from notebook.services.concern_page import (
    ConcernLine,
    closed_concern_lines,
    open_concern_lines,
)
from notebook.services.delivery_moves import moves_of
from notebook.services.draft import Draft, PersonEntry, ResponsibilityEntry, Standing
from notebook.services.draft_rows import read_draft
from notebook.services.own_side import OUR_SIDE, expected_by_us, our_question, our_questions
from notebook.services.project_lines import DeliverableLine, delivery_lines
from notebook.services.project_moments import (
    ProjectMoment,
    count_contacts,
    planned_moments,
    recent_moments,
)
from notebook.services.project_outcome import ProjectOutcome, outcome_of
from notebook.services.report_history import SentReport, channel_note, sent_reports
from notebook.services.report_plans import agreed_channel
from notebook.services.value_ideas import IdeaLine, ideas_of_project
from notebook.storage.care_tables import CheckIn
from notebook.storage.reading import tuples_of
from notebook.storage.tables import Person, Promise

_REPORTS = 3  # as many of the newest as one looks back at


@dataclass(frozen=True, slots=True)
class ProjectPromise:
    """One promise of a project; `is_need`: its questions asked for it."""

    id: int
    side: Side
    text: str
    due_on: date | None
    state: PromiseState
    person_id: int
    person_name: str
    is_need: bool


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that was left open; `so_far` is what was said to it already."""

    key: str
    text: str
    so_far: str


@dataclass(frozen=True, slots=True)
class ProjectPage:
    """Everything that a project's page shows at once."""

    id: int
    name: str
    person_id: int
    person_name: str
    first_name: str
    state: ProjectState
    begins_on: date | None
    ends_on: date | None
    agreed_on: date | None
    report_channel: Channel | None
    deliverables: tuple[DeliverableLine, ...]
    rave_review: tuple[str, ...]
    people: tuple[PersonEntry, ...]
    promises: tuple[ProjectPromise, ...]
    left_open: tuple[OpenQuestion, ...]
    answered: int
    asked: int
    recent_moments: tuple[ProjectMoment, ...]
    moment_count: int
    check_in_count: int
    concerns: tuple[ConcernLine, ...]
    closed_concerns: tuple[ConcernLine, ...]
    outcome: ProjectOutcome | None
    reports: tuple[SentReport, ...]
    channel_note: str
    ideas: tuple[IdeaLine, ...]
    responsibilities: tuple[ResponsibilityEntry, ...]
    we_expect: tuple[str, ...]
    our_key: str
    """The question under which what we expect can be agreed anew; empty before it is agreed."""
    moves: Mapping[int, Sequence[Move]]
    """By the deliverable, the days to which it was moved."""

    @property
    def awaits_delivered(self) -> bool:
        """Whether all of it is delivered, while the project is not called so yet."""
        return (
            self.state in {ProjectState.AGREED, ProjectState.UNDER_WAY}
            and bool(self.deliverables)
            and all(line.delivered_on is not None for line in self.deliverables)
        )

    @property
    def may_check_in(self) -> bool:
        """Whether one may ask if it is as expected."""
        ending = self.outcome.ending if self.outcome is not None else None
        return may_check_in(ending, is_agreed=self.agreed_on is not None)

    @property
    def needs(self) -> tuple[ProjectPromise, ...]:
        """What we need from them, as the questions asked for it."""
        return tuple(promise for promise in self.promises if promise.is_need)

    @property
    def other_promises(self) -> tuple[ProjectPromise, ...]:
        """What was promised besides, on either side."""
        return tuple(promise for promise in self.promises if not promise.is_need)


def read_page(database: Database, project_id: int) -> ProjectPage:
    """Return the page of a project; raises Refused if it is gone."""
    draft = read_draft(project_id)
    return ProjectPage(
        id=project_id,
        name=draft.facts.name,
        person_id=draft.facts.person_id,
        person_name=draft.person_name,
        first_name=draft.first_name,
        state=draft.state,
        begins_on=draft.facts.begins_on,
        ends_on=draft.facts.ends_on,
        agreed_on=draft.agreed_on,
        report_channel=agreed_channel(draft),
        deliverables=delivery_lines(project_id),
        rave_review=_points(draft),
        people=draft.people,
        promises=_promises(project_id),
        left_open=tuple(
            OpenQuestion(each.key, personalise(each.text, draft.first_name), draft.said(each).text)
            for each in draft.left_open
        ),
        answered=len(draft.checklist.questions) - len(draft.left_open),
        asked=len(draft.checklist.questions),
        recent_moments=(*planned_moments(project_id), *recent_moments(project_id)),
        moment_count=count_contacts(project_id),
        check_in_count=_check_in_count(project_id),
        concerns=open_concern_lines(database, project_id=project_id),
        closed_concerns=closed_concern_lines(database, project_id=project_id),
        outcome=outcome_of(project_id),
        reports=sent_reports(project_id, _REPORTS),
        channel_note=channel_note(draft),
        ideas=ideas_of_project(project_id),
        responsibilities=_responsibilities(draft),
        we_expect=expected_by_us(draft),
        our_key=_our_key(draft),
        moves=moves_of(project_id),
    )


def _our_key(draft: Draft) -> str:
    if not draft.is_agreed or draft.is_closed:
        return ""
    if our_question(draft.checklist) is not None:
        return OUR_SIDE
    asked = our_questions(draft.checklist)
    return next((each.key for each in asked if draft.standing(each) is Standing.ANSWERED), "")


def _responsibilities(draft: Draft) -> tuple[ResponsibilityEntry, ...]:
    kinds = {question.kind for question in draft.checklist.questions}
    return draft.responsibilities if AnswerKind.RESPONSIBILITIES in kinds else ()


def _points(draft: Draft) -> tuple[str, ...]:
    return tuple(
        line.strip()
        for question in draft.checklist.questions
        if question.kind is AnswerKind.POINTS
        for line in draft.said(question).text.splitlines()
        if line.strip()
    )


def _promises(project_id: int) -> tuple[ProjectPromise, ...]:
    query = (
        Promise.select(
            Promise.id,
            Promise.side,
            Promise.text,
            Promise.due_on,
            Promise.state,
            Promise.person,
            Person.name,
            Promise.is_need,
        )
        .join(Person)
        .where(Promise.project == project_id, Promise.deleted_at.is_null())
        .order_by(Promise.state != PromiseState.OPEN, Promise.due_on.is_null(), Promise.due_on)
    )
    return tuple(ProjectPromise(*row) for row in tuples_of(query))


def _check_in_count(project_id: int) -> int:
    asked = CheckIn.select().where(
        CheckIn.project == project_id, ~CheckIn.is_draft, CheckIn.deleted_at.is_null()
    )
    return int(asked.count())
