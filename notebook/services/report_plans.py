"""Who wants to hear how it goes, how often and by which way: read from the answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from notebook.domain.checklists import AnswerKind, Question
from notebook.domain.moments import Channel
from notebook.domain.projects import ProjectState
from notebook.domain.rhythm import ReportRhythm
from notebook.services.checklists import kept_checklist
from notebook.services.draft import Draft
from notebook.storage.reading import tuples_of
from notebook.storage.tables import Answer, Checklist, Person, Project

_REPORTING = (ProjectState.AGREED, ProjectState.UNDER_WAY)


@dataclass(frozen=True, slots=True)
class ReportPlan:
    """The progress reports of one project; `anchor` is the day that their rhythm counts from.

    That is the day of the agreement, or the later one on which the question was answered.
    """

    project_id: int
    project_name: str
    person_id: int
    person_name: str
    rhythm: ReportRhythm
    channel: Channel | None
    anchor: date


@dataclass(frozen=True, slots=True)
class _Questions:
    """The questions of one checklist that make a plan, by their keys."""

    rhythm: str
    channel: str


def report_plans() -> list[ReportPlan]:
    """Return the plans of all projects that are agreed or under way and have a rhythm."""
    projects = tuples_of(
        Project.select(
            Project.id, Project.name, Person.id, Person.name, Project.agreed_on, Project.checklist
        )
        .join(Person, on=(Project.person == Person.id))
        .where(
            Project.state.in_(_REPORTING),
            ~Project.agreed_on.is_null(),
            Project.deleted_at.is_null(),
            Person.deleted_at.is_null(),
        )
        .order_by(Project.id)
    )
    questions = _questions_of({project[-1] for project in projects})
    choices = _choices(questions.values())
    plans = []
    for project_id, name, person_id, person_name, agreed_on, checklist in projects:
        asked = questions[checklist]
        rhythm, said_on = choices.get((project_id, asked.rhythm), ("", agreed_on))
        channel, _said_on = choices.get((project_id, asked.channel), ("", agreed_on))
        if rhythm:
            plan = _plan(rhythm, channel, max(agreed_on, said_on))
            plans.append(ReportPlan(project_id, name, person_id, person_name, *plan))
    return plans


def report_plan_of(draft: Draft, anchor: date) -> ReportPlan | None:
    """Return the plan that a draft would have if it were agreed on `anchor`."""
    asked = _asked(draft.checklist.questions)
    rhythm, channel = (
        "" if said is None or said.ask_later else said.choice
        for said in (draft.answers.get(asked.rhythm), draft.answers.get(asked.channel))
    )
    if not rhythm:
        return None
    facts = draft.facts
    plan = _plan(rhythm, channel, anchor)
    return ReportPlan(draft.project_id, facts.name, facts.person_id, draft.person_name, *plan)


def _plan(rhythm: str, channel: str, anchor: date) -> tuple[ReportRhythm, Channel | None, date]:
    return ReportRhythm(rhythm), Channel(channel) if channel else None, anchor


def _asked(questions: Iterable[Question]) -> _Questions:
    keys = {question.kind: question.key for question in reversed(tuple(questions))}
    return _Questions(keys.get(AnswerKind.RHYTHM, ""), keys.get(AnswerKind.CHANNEL, ""))


def _questions_of(checklist_ids: Iterable[int]) -> dict[int, _Questions]:
    query = Checklist.select(Checklist.id, Checklist.content).where(
        Checklist.id.in_(list(checklist_ids))
    )
    return {
        checklist_id: _asked(kept_checklist(content).questions)
        for checklist_id, content in tuples_of(query)
    }


def _choices(questions: Iterable[_Questions]) -> Mapping[tuple[int, str], tuple[str, date]]:
    keys = {key for asked in questions for key in (asked.rhythm, asked.channel)}
    query = Answer.select(
        Answer.project, Answer.question_key, Answer.choice, Answer.answered_on
    ).where(Answer.question_key.in_(keys), ~Answer.ask_later)
    return {(project, key): (choice, on) for project, key, choice, on in tuples_of(query)}
