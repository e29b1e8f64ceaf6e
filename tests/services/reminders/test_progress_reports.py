"""Progress reports: the agreed rhythm, until somebody tells them."""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notebook.domain.moments import Channel, Direction, MomentState
from notebook.domain.projects import ProjectState
from notebook.domain.promises import Side
from notebook.domain.reminders import Source
from notebook.domain.rhythm import ReportRhythm, next_report_day, report_days
from notebook.services.reminders.report_plans import _PLANS
from notebook.storage.tables import Moment, Person, Project, ProjectPerson
from tests.conftest import TODAY
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)
AGREED = date(2026, 11, 1)  # a Sunday, three weeks before today
KIND = Source.PROGRESS_REPORT


def reporting(world: World, rhythm: str = "weekly", anchor: date = AGREED, **values: object) -> int:
    project = world.project(world.person("Marta Lindqvist"), **values)  # type: ignore[arg-type]
    world.answer(project, "rhythm", rhythm, answered_on=anchor)
    world.answer(project, "channel", "email", answered_on=anchor)
    return project


def test_a_line_says_how_often_by_which_channel_and_with_whom(world: World, today: date) -> None:
    project = reporting(world, anchor=today - 7 * DAY)
    (line,) = world.due(today)
    assert line.what == "Weekly progress report by e-mail"
    assert line.why == "Lobby mural · agreed with Marta"
    assert (line.who, line.project_id) == ("Marta Lindqvist", project)
    assert (line.due, line.channel, line.contact_like) == (today, Channel.EMAIL, True)


def test_it_counts_from_the_latest_of_said_agreed_and_begun(world: World, today: date) -> None:
    reporting(world, anchor=today - 9 * DAY, agreed_on=today - 8 * DAY, begins_on=today - 3 * DAY)
    assert world.due(today)[0].due == today + 4 * DAY


def test_missed_reports_are_one_line_since_the_first(world: World, today: date) -> None:
    reporting(world)
    (line,) = world.due(today + DAY)
    assert (line.due, line.since) == (date(2026, 11, 8), date(2026, 11, 8))
    assert line.occurrence == today
    assert line.urgency == pytest.approx(15 / 7)


def test_done_covers_all_up_to_today(world: World, today: date) -> None:
    reporting(world)
    (line,) = world.due(today)
    world.reminders.done(line, today)
    assert [line.due for line in world.due(today)] == [today + 7 * DAY]
    world.file.undo()
    assert world.due(today) == [line]


def test_what_is_planned_tells_them_nothing_yet(world: World, today: date) -> None:
    project = reporting(world)
    (line,) = world.due(today, KIND)
    assert line.person_id is not None
    told = world.moment(line.person_id, today, project)
    with world.file.change("Planned"):
        Moment.get_by_id(told).amend(state=MomentState.PLANNED)
    assert world.due(today, KIND) == [line]
    world.reminders.mark_done(KIND, project, line.occurrence)
    assert [line.due for line in world.due(today, KIND)] == [today + 7 * DAY]
    with world.file.change("Called off"):
        Moment.get_by_id(told).amend(deleted_at="2026-11-22")
    assert [line.due for line in world.due(today, KIND)] == [today + 7 * DAY]


def test_what_we_tell_them_about_the_project_covers_it(world: World, today: date) -> None:
    project = reporting(world)
    (line,) = world.due(today)
    marta = line.person_id
    assert marta is not None
    world.moment(marta, today, project, Direction.THEY)
    world.moment(marta, today)
    assert world.due(today, KIND) == [line]
    told = world.moment(marta, today, project)
    assert world.due(today, KIND)[0].due == today + 7 * DAY
    with world.file.change("deleted"):
        Moment.get_by_id(told).amend(deleted_at="2026-11-22")
    assert world.due(today, KIND) == [line]


def test_logging_it_early_covers_the_day_to_come(world: World, today: date) -> None:
    project = reporting(world, anchor=today - 5 * DAY)
    (line,) = world.due(today)
    assert line.due == today + 2 * DAY
    assert line.person_id is not None
    with world.file.change("logged"):
        world.moment(line.person_id, today, project)
        world.reminders.mark_done(KIND, project, line.occurrence)
    assert world.due(today + 2 * DAY)[0].due == today + 9 * DAY
    world.file.undo()
    assert world.due(today) == [line]


def test_a_snooze_holds_while_new_report_days_pass(world: World, today: date) -> None:
    reporting(world, "daily", anchor=date(2026, 11, 19))
    monday = today + DAY
    (line,) = world.due(monday)
    assert (line.since, line.occurrence) == (date(2026, 11, 20), monday)
    world.reminders.snooze(line, monday + 3 * DAY, today)
    for day in (monday, monday + DAY, monday + 3 * DAY):
        (later,) = world.due(day)
        assert later.due == monday + 3 * DAY
        assert later.why.endswith("put off, was due 20 Nov")
    world.reminders.done(later, monday + 3 * DAY)
    assert [line.due for line in world.due(monday + 3 * DAY)] == [monday + 4 * DAY]


def test_of_two_snoozes_the_one_for_the_newer_report_holds(world: World, today: date) -> None:
    project = reporting(world, anchor=today)
    world.reminders.snooze(world.due(today + 7 * DAY)[0], today + 30 * DAY, today)
    world.moment(Project.get_by_id(project).person_id, today + 10 * DAY, project)
    world.reminders.snooze(world.due(today + 14 * DAY)[0], today + 16 * DAY, today)
    assert [line.due for line in world.due(today + 15 * DAY)] == [today + 16 * DAY]


def test_skipping_one_that_was_put_off_covers_the_days_that_passed_meanwhile(
    world: World, today: date
) -> None:
    reporting(world, ReportRhythm.DAILY, today)
    world.reminders.snooze(world.due(today + DAY)[0], today + 5 * DAY, today)
    world.reminders.skip(world.due(today + 3 * DAY)[0], today + 3 * DAY)
    assert [line.due for line in world.due(today + 3 * DAY)] == [today + 4 * DAY]


def test_skipping_the_next_leads_to_the_one_after(world: World, today: date) -> None:
    reporting(world, anchor=today)
    (line,) = world.due(today)
    world.reminders.skip(line, today)
    assert world.due(today)[0].due == line.due + 7 * DAY


@pytest.mark.parametrize(
    "state",
    [ProjectState.DRAFT, ProjectState.EXPLORING, ProjectState.DELIVERED, ProjectState.CLOSED],
)
def test_only_agreed_projects_report(world: World, today: date, state: ProjectState) -> None:
    reporting(world, state=state)
    assert world.due(today, KIND) == []


def test_nothing_without_days_or_when_left_for_later(world: World, today: date) -> None:
    world.deliverable(reporting(world, "at-milestones"), today)
    project = world.project(world.person("Bo"))
    world.answer(project, "rhythm", "weekly", answered_on=AGREED, ask_later=True)
    assert world.due(today, KIND) == []


def test_at_milestones_it_is_due_whenever_something_was_delivered(
    world: World, today: date
) -> None:
    project = reporting(world, "at-milestones")
    for days in (30, 4, 2):  # the first one before that was agreed
        world.deliverable(project, today, delivered_on=today - days * DAY)
    world.deliverable(project, today + 9 * DAY)
    (line,) = world.due(today, KIND)
    assert line.what == "Milestone report by e-mail"
    assert (line.due, line.occurrence) == (today - 4 * DAY, today - 2 * DAY)
    world.reminders.done(line, today)
    assert world.due(today, KIND) == []
    world.file.undo()
    assert line.person_id is not None
    world.moment(line.person_id, today - 3 * DAY, project)
    assert [line.due for line in world.due(today, KIND)] == [today - 2 * DAY]


def test_what_we_tell_others_about_the_project_covers_nothing(world: World, today: date) -> None:
    project, tom, paul = reporting(world), world.person("Tom"), world.person("Paul")
    with world.file.change("people"):
        for person, side in ((tom, Side.OURS), (paul, Side.THEIRS)):
            ProjectPerson.create(project=project, person=person, side=side)
    (line,) = world.due(today, KIND)
    world.moment(tom, today, project)
    assert world.due(today, KIND) == [line]
    world.reminders.mark_done(KIND, project, line.occurrence)
    assert [line.due for line in world.due(today, KIND)] == [today + 7 * DAY]
    world.file.undo()
    world.moment(paul, today, project)
    assert [line.due for line in world.due(today, KIND)] == [today + 7 * DAY]


@pytest.mark.parametrize("table", [Person, Project])
def test_those_of_deleted_people_and_projects_are_gone(
    world: World, today: date, table: type[Person | Project]
) -> None:
    project = reporting(world)
    row = Project.get_by_id(project)
    with world.file.change("trash"):
        table.get_by_id(row.person_id if table is Person else project).amend(
            deleted_at="2026-11-01"
        )
    assert world.due(today) == []


@settings(deadline=None, max_examples=15)
@given(
    st.sampled_from([rhythm for rhythm in ReportRhythm if rhythm != "at-milestones"]),
    st.integers(0, 120),
    st.one_of(st.none(), st.integers(0, 120)),
)
def test_the_line_follows_the_rhythm_whatever_was_told(
    new_world: Callable[[Path], World],
    rhythm: ReportRhythm,
    agreed_ago: int,
    told_ago: int | None,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = new_world(Path(folder))
        anchor = TODAY - agreed_ago * DAY
        project = reporting(world, rhythm, anchor)
        person = Project.get_by_id(project).person_id
        covered = anchor
        if told_ago is not None:
            covered = max(anchor, TODAY - told_ago * DAY)
            world.moment(person, TODAY - told_ago * DAY, project)
        (line,) = world.due(TODAY)
        first = next_report_day(rhythm, anchor, covered)
        missed = report_days(rhythm, anchor, covered + DAY, TODAY)
        assert line.due == line.since == first
        assert line.occurrence == (missed[-1] if missed else first)
        world.reminders.done(line, TODAY)
        (following,) = world.due(TODAY)
        assert following.due == next_report_day(rhythm, anchor, line.occurrence)
        world.file.close()


def test_agreed_rhythms_are_read_from_indexes(world: World) -> None:
    plan = world.file.database.execute_sql(f"EXPLAIN QUERY PLAN {_PLANS}", ("[]",)).fetchall()
    steps = [row[3] for row in plan]
    assert any("COVERING INDEX project_by_state" in step for step in steps), steps
    assert any("COVERING INDEX answer_chosen" in step for step in steps), steps
