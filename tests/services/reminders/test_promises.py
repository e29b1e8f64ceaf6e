"""Promises in the panel: both sides, from the day on which they are written down until kept."""

from datetime import date, timedelta

import pytest

from notebook.domain.projects import ProjectState
from notebook.domain.promises import PromiseState, Side
from notebook.domain.reminders import Source
from notebook.domain.urgency import ReminderGroup
from notebook.services.promises import Promises
from notebook.storage.tables import Person, Project, Promise
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)
SKETCH = "Send revised sketch"


def test_both_sides_are_told_apart(world: World, today: date) -> None:
    marcus = world.person("Marcus Okafor")
    mural = world.project(marcus)
    promises = Promises(world.file)
    promises.add(marcus, Side.OURS, SKETCH, today - 3 * DAY)
    promises.add(marcus, Side.THEIRS, "Key for the door", today + DAY, project_id=mural)
    ours, theirs = world.due(today)
    assert (ours.source, ours.what, ours.why) == (
        Source.OUR_PROMISE,
        SKETCH,
        "Promise to Marcus Okafor",
    )
    assert (ours.due, ours.urgency, ours.contact_like) == (today - 3 * DAY, 3, False)
    assert (theirs.source, theirs.why) == (
        Source.THEIR_PROMISE,
        "Promised by Marcus Okafor · Lobby mural",
    )
    assert world.groups(today) == {
        ReminderGroup.OVERDUE: [SKETCH],
        ReminderGroup.THIS_WEEK: ["Key for the door"],
    }


def test_done_means_kept_today_and_can_be_undone(world: World, today: date) -> None:
    promise = Promises(world.file).add(world.person(), Side.OURS, SKETCH, today).new_id
    (line,) = world.due(today)
    changes = world.reminders.done(line, today)
    assert changes.label == "Kept: Send revised sketch"
    assert changes.kinds == {"promise"}
    row = Promise.get_by_id(promise)
    assert (row.state, row.closed_on) == (PromiseState.KEPT, today)
    assert world.due(today) == []
    world.file.undo()
    assert world.due(today) == [line]


def test_skip_and_snooze_are_about_its_day_only(world: World, today: date) -> None:
    promise = Promises(world.file).add(world.person(), Side.OURS, SKETCH, today).new_id
    (line,) = world.due(today)
    world.reminders.snooze(line, today + DAY, today)
    assert world.due(today)[0].due == today + DAY
    assert world.due(today + 2 * DAY)[0].urgency == 1
    world.reminders.skip(line, today)
    assert world.due(today) == []
    with world.file.change("moved"):
        Promise.get_by_id(promise).amend(due_on=today + 4 * DAY)
    assert world.due(today)[0].due == today + 4 * DAY


def test_one_without_a_day_is_not_in_the_panel(world: World, today: date) -> None:
    Promises(world.file).add(world.person(), Side.OURS, SKETCH)
    assert world.due(today) == []


@pytest.mark.parametrize("state", [state for state in PromiseState if state != "open"])
def test_only_open_ones_are_due(world: World, today: date, state: PromiseState) -> None:
    Promises(world.file).add(world.person(), Side.OURS, SKETCH, today, state=state)
    assert world.due(today) == []


@pytest.mark.parametrize("table", [Person, Project])
def test_those_of_deleted_people_and_projects_are_gone(
    world: World, today: date, table: type[Person | Project]
) -> None:
    person = world.person()
    project = world.project(person, ProjectState.CLOSED)
    Promises(world.file).add(person, Side.OURS, SKETCH, today, project_id=project)
    assert len(world.due(today)) == 1
    with world.file.change("trash"):
        table.get_by_id(person if table is Person else project).amend(deleted_at="2026-11-01")
    assert world.due(today) == []
