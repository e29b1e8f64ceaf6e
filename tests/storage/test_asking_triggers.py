"""The days on which a project asks for a word follow from what is agreed, said and delivered."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeAlias, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notebook.domain.check_ins import Occasion, planned_on
from notebook.domain.moments import Channel, Direction, MomentState
from notebook.domain.projects import Agreed, ProjectState
from notebook.domain.reminders import DAYS_UNTIL_ASKED
from notebook.storage.care_tables import CheckIn, CheckInPlan
from notebook.storage.file import NotebookFile
from notebook.storage.record import utc_now
from notebook.storage.tables import Answer, Checklist, Deliverable, Moment, Person, Project
from tests.storage.snapshots import snapshot_of
from tests.storage.versions import VERSIONS, unpack

Row = TypeVar("Row", Answer, CheckIn, CheckInPlan, Deliverable, Moment)
Days: TypeAlias = dict[Occasion | int | str, date | None]

FIRST = date(2027, 12, 20)
DAY = timedelta(days=1)
LIVE = {ProjectState.AGREED, ProjectState.UNDER_WAY, ProjectState.DELIVERED}
days = st.integers(0, 120).map(lambda number: FIRST + timedelta(days=number))
maybe_days = st.none() | days


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NotebookFile]:
    """Return one notebook for all examples: each has a project of its own."""
    file = NotebookFile(tmp_path_factory.mktemp("data") / "notebook.db")
    yield file
    file.close()


def add_project(file: NotebookFile, begins_on: date = FIRST) -> Project:
    with file.change("Agreed"):
        project: Project = Project.create(
            name="Mural",
            sort_key="mural",
            state=ProjectState.AGREED,
            person=Person.create(name="Marta", sort_key="marta", known_since=FIRST),
            checklist=Checklist.create(key="any-project", name="Any project", content=""),
            begins_on=begins_on,
        )
        for occasion in Occasion:
            CheckInPlan.create(project=project, occasion=occasion)
    return project


def add_deliverable(project: Project, due_on: date | None, delivered_on: date | None) -> None:
    Deliverable.create(
        agreed=Agreed.YES, project=project, what="Wall", due_on=due_on, delivered_on=delivered_on
    )


def of(table: type[Row], project: Project) -> list[Row]:
    return list(table.select().where(table.project == project.id).order_by(table.id))


def days_asked(project: Project) -> Days:
    found: Days = {plan.occasion: plan.asks_on for plan in of(CheckInPlan, project)}
    found |= {row.id: row.asks_on for row in of(Deliverable, project)}
    found |= {row.id: row.asks_on for row in of(Answer, project)}
    return found | {"told": Project.get_by_id(project.id).told_on}


def expected(project: Project) -> Days:
    """Work the days out by the rules of the domain."""
    fresh = Project.get_by_id(project.id)
    goes_on = fresh.state in LIVE and fresh.deleted_at is None
    explores = fresh.state is ProjectState.EXPLORING and fresh.deleted_at is None
    found = expected_check_ins(fresh, goes_on=goes_on)
    for row in of(Deliverable, project):
        found[row.id] = row.due_on if goes_on and row.delivered_on is None else None
    for answer in of(Answer, project):
        asks = answer.ask_later and (goes_on or explores)
        found[answer.id] = answer.answered_on + DAYS_UNTIL_ASKED * DAY if asks else None
    told = [
        moment.happened_at
        for moment in of(Moment, project)
        if moment.direction is Direction.WE
        and moment.state is MomentState.LOGGED
        and moment.deleted_at is None
    ]
    return found | {"told": date.fromisoformat(max(told)[:10]) if told else None}


def expected_check_ins(project: Project, *, goes_on: bool) -> Days:
    assert project.begins_on is not None
    delivered = [row.delivered_on or row.due_on for row in of(Deliverable, project)]
    ends = max((day for day in delivered if day), default=project.ends_on)
    asked = [row for row in of(CheckIn, project) if not row.is_draft and row.deleted_at is None]
    last_asked = max((row.asked_on for row in asked), default=date.min)
    found: Days = {}
    for plan in of(CheckInPlan, project):
        day = plan.own_day or planned_on(plan.occasion, project.begins_on, ends)
        is_over = plan.is_left_out or plan.id in {row.plan_id for row in asked}
        asks = goes_on and not is_over and day is not None and day > last_asked
        found[plan.occasion] = day if asks else None
    return found


@given(begins=days, ends=maybe_days, due=st.lists(st.tuples(maybe_days, maybe_days), max_size=3))
@settings(max_examples=40, deadline=None)
def test_the_day_is_that_of_the_rule(
    file: NotebookFile, begins: date, ends: date | None, due: list[tuple[date | None, date | None]]
) -> None:
    project = add_project(file, begins)
    with file.change("Dates"):
        project.amend(ends_on=ends)
        for due_on, delivered_on in due:
            add_deliverable(project, due_on, delivered_on)
    assert days_asked(project) == expected(project)


@pytest.mark.parametrize(
    "ends",
    [
        date(2028, 1, 31),
        date(2028, 2, 29),
        date(2027, 12, 26),
        date(2027, 12, 25),
        date(9999, 12, 3),
    ],
)
def test_month_ends_and_short_projects(file: NotebookFile, ends: date) -> None:
    project = add_project(file)
    with file.change("Dates"):
        project.amend(ends_on=ends)
    planned = {each: planned_on(each, FIRST, ends) for each in Occasion}
    assert days_asked(project) == planned | {"told": None}


def set_state(project: Project, number: int) -> None:
    project.amend(state=list(ProjectState)[number % len(ProjectState)])


def set_end(project: Project, number: int) -> None:
    project.amend(ends_on=FIRST + number * DAY if number % 5 else None)


def add_something(project: Project, number: int) -> None:
    add_deliverable(project, FIRST + number * DAY, None)


def deliver(project: Project, number: int) -> None:
    for row in of(Deliverable, project)[:1]:
        row.amend(delivered_on=FIRST + number * DAY if number % 4 else None)


def drop_something(project: Project, number: int) -> None:
    for row in of(Deliverable, project)[: number % 3]:
        row.delete_instance()


def choose_day(project: Project, number: int) -> None:
    of(CheckInPlan, project)[0].amend(own_day=FIRST + number * DAY if number % 4 else None)


def leave_out(project: Project, number: int) -> None:
    of(CheckInPlan, project)[0].amend(is_left_out=number % 2 == 0)


def ask(project: Project, number: int) -> None:
    CheckIn.create(
        project=project,
        person=project.person_id,
        plan=of(CheckInPlan, project)[0] if number % 2 else None,
        asked_on=FIRST + number * DAY,
        channel=Channel.CALL,
    )


def make_a_draft_of_it(project: Project, number: int) -> None:
    for row in of(CheckIn, project)[:1]:
        row.amend(is_draft=number % 2 == 0)


def trash(project: Project, number: int) -> None:
    project.amend(deleted_at=utc_now() if number % 3 == 0 else None)


def leave_open(project: Project, number: int) -> None:
    Answer.create(
        project=project,
        question_key=f"question {number} {utc_now()}",
        ask_later=number % 3 != 0,
        answered_on=FIRST + number * DAY,
    )


def answer_it(project: Project, number: int) -> None:
    for row in of(Answer, project)[:1]:
        row.amend(ask_later=number % 2 == 0, answered_on=FIRST + number * DAY)


def tell(project: Project, number: int) -> None:
    Moment.create(
        project=project,
        happened_at=f"{FIRST + number * DAY}T10:00" if number % 2 else str(FIRST + number * DAY),
        channel=Channel.CALL,
        direction=Direction.THEY if number % 7 == 0 else Direction.WE,
        state=MomentState.PLANNED if number % 5 == 0 else MomentState.LOGGED,
    )


def correct_what_was_told(project: Project, number: int) -> None:
    for row in of(Moment, project)[:1]:
        row.amend(
            project=None if number % 4 == 0 else project,
            deleted_at=utc_now() if number % 3 == 0 else None,
            happened_at=str(FIRST + number * DAY),
        )


STEPS = (
    leave_open,
    answer_it,
    tell,
    correct_what_was_told,
    set_state,
    set_end,
    add_something,
    deliver,
    drop_something,
    choose_day,
    leave_out,
    ask,
    make_a_draft_of_it,
    trash,
)


@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 120)), min_size=3, max_size=12))
@settings(max_examples=60, deadline=None)
def test_whatever_happens_the_day_follows_and_undo_brings_it_back(
    file: NotebookFile,
    happened: list[tuple[Callable[[Project, int], None], int]],
) -> None:
    project = add_project(file)
    for take, number in happened:
        before = days_asked(project)
        with file.change("Something") as change:
            take(Project.get_by_id(project.id), number)
        after = days_asked(project)
        assert after == expected(project)
        if change.changes.ids:
            file.undo()
            assert days_asked(project) == before
            file.redo()
            assert days_asked(project) == after


def test_a_contact_that_moves_to_another_project_was_told_there(file: NotebookFile) -> None:
    one, other = add_project(file), add_project(file)
    with file.change("Told"):
        tell(one, 3)
    (moment,) = of(Moment, one)
    assert days_asked(one)["told"] == FIRST + 3 * DAY
    with file.change("Corrected"):
        moment.amend(project=other)
    assert days_asked(one)["told"] is None
    assert days_asked(other)["told"] == FIRST + 3 * DAY
    with file.change("Corrected"):
        moment.amend(project=None)
    assert days_asked(other)["told"] is None


def test_undo_leaves_the_days_as_they_were(file: NotebookFile) -> None:
    project = add_project(file)
    with file.change("Dates"):
        project.amend(ends_on=FIRST + timedelta(days=40))
    before = snapshot_of(file.database.connection())["check_in_plan"]
    with file.change("Closed"):
        Project.get_by_id(project.id).amend(state=ProjectState.CLOSED)
    assert set(days_asked(project).values()) == {None}
    file.undo()
    assert snapshot_of(file.database.connection())["check_in_plan"] == before


@pytest.mark.parametrize("version", VERSIONS)
def test_notebooks_of_earlier_versions_get_the_same_days(version: int, tmp_path: Path) -> None:
    notebook = NotebookFile(unpack(version, tmp_path / "notebook.db"))
    try:
        connection = notebook.database.connection()
        before = snapshot_of(connection)
        for table in (CheckInPlan, Deliverable, Answer):
            assert any(row.asks_on for row in table.select())
        assert any(project.told_on for project in Project.select())
        for column in ("check_in_plan.own_day", "project.state", "moment.state"):
            of_table, name = column.split(".")
            connection.execute(f"UPDATE {of_table} SET {name} = {name}")
        assert snapshot_of(connection) == before
    finally:
        notebook.close()
