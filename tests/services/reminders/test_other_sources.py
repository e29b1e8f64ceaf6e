"""Deliveries, questions left open and own reminders."""

from datetime import date, timedelta

import pytest

from notebook.domain.projects import Agreed, ProjectState
from notebook.domain.reminders import Source
from notebook.errors import Refused
from notebook.services.own_reminders import OwnReminderDraft
from notebook.storage.tables import Deliverable, Person, Project, Reminder
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)


def trash(world: World, table: type[Person | Project], row_id: int) -> None:
    with world.file.change("trash"):
        table.get_by_id(row_id).amend(deleted_at="2026-11-01")


def test_a_delivery_is_due_until_it_is_delivered(world: World, today: date) -> None:
    project = world.project(world.person("Marta Lindqvist"), ProjectState.AGREED)
    coat = world.deliverable(project, today + 5 * DAY)
    world.deliverable(project, None)
    world.deliverable(project, today, delivered_on=today)
    (line,) = world.due(today)
    assert (line.source, line.what, line.who) == (
        Source.DELIVERY,
        "First coat",
        "Marta Lindqvist",
    )
    assert line.why == "Lobby mural · delivery agreed"
    assert world.reminders.done(line, today).label == "Delivered: First coat"
    assert Deliverable.get_by_id(coat).delivered_on == today
    assert world.due(today) == []
    world.file.undo()
    assert world.due(today) == [line]
    world.reminders.snooze(line, today + 6 * DAY, today)
    assert world.due(today)[0].due == today + 6 * DAY
    world.reminders.skip(line, today)
    assert world.due(today) == []


def test_disagreement_about_a_delivery_is_said(world: World, today: date) -> None:
    project = world.project(world.person())
    world.deliverable(project, today, agreed=Agreed.NO)
    world.deliverable(project, today, agreed=Agreed.OPEN)
    assert [line.why for line in world.due(today)] == [
        "Lobby mural · delivery, date not agreed",
        "Lobby mural · delivery, date still open",
    ]


@pytest.mark.parametrize("state", [ProjectState.EXPLORING, ProjectState.CLOSED])
def test_other_projects_deliver_nothing(world: World, today: date, state: ProjectState) -> None:
    world.deliverable(world.project(world.person(), state), today)
    assert world.due(today) == []


def test_a_question_left_for_later_asks_itself(world: World, today: date) -> None:
    marta = world.person("Marta Lindqvist")
    project = world.project(marta)
    world.answer(project, "in-person", answered_on=today - 3 * DAY, ask_later=True)
    world.answer(project, "pleased", text="On time", answered_on=today)
    assert world.due(today - 12 * DAY)[0].due == today
    (line,) = world.due(today)
    assert line.source is Source.OPEN_QUESTION
    assert line.what == "Ask Marta: When should we meet in person, as Marta sees it?"
    assert line.why == "Lobby mural · question left for later"
    assert (line.project_id, line.question_key, line.due) == (project, "in-person", today)
    world.reminders.snooze(line, today + DAY, today)
    assert world.due(today)[0].due == today + DAY
    trash(world, Person, marta)
    assert world.due(today) == []


def test_a_draft_asks_to_be_gone_on_with(world: World, today: date) -> None:
    project = world.project(world.person("Marta Lindqvist"), ProjectState.DRAFT)
    world.answer(project, "pleased", text="x", answered_on=today - 4 * DAY)
    world.answer(project, "in-person", answered_on=today - 9 * DAY, ask_later=True)
    (line,) = world.due(today)
    assert line.what == "Go on with the questions for Lobby mural"
    assert line.why == "For Marta Lindqvist, not finished yet"
    assert (line.due, line.question_key) == (today - DAY, "")
    trash(world, Project, project)
    assert world.due(today) == []


def test_an_untouched_draft_counts_from_its_beginning(world: World, today: date) -> None:
    world.project(world.person(), ProjectState.DRAFT, created_at="2026-11-10T08:00:00.000+00:00")
    assert world.due(today)[0].due == date(2026, 11, 13)


def test_an_own_reminder_comes_once(world: World, today: date) -> None:
    ana = world.person()
    changes = world.reminders.add_own("Order paint & brushes", today, ana)
    assert changes.label == "Saved the reminder: Order paint & brushes"
    world.reminders.add_own("Water the plants", today + 60 * DAY)
    first, second = world.due(today)
    assert (first.what, first.who, first.why) == (
        "Order paint & brushes",
        "Ana Pereira",
        "Ana Pereira",
    )
    assert (second.who, second.why, second.person_id) == ("", "Your own reminder", None)
    world.reminders.done(first, today)
    assert world.due(today) == [second]
    assert Reminder.get_by_id(changes.new_id).done_on == today
    world.file.undo()
    assert world.due(today) == [first, second]


def test_an_own_reminder_is_changed_and_deleted(world: World, today: date) -> None:
    own = world.reminders.own
    reminder = world.reminders.add_own("Call", today).new_id
    own.save(reminder, OwnReminderDraft("Call back", today + DAY))
    assert own.draft(reminder) == OwnReminderDraft("Call back", today + DAY)
    assert [line.what for line in world.due(today)] == ["Call back"]
    own.delete(reminder)
    assert world.due(today) == []
    with pytest.raises(Refused):
        own.draft(reminder)
    with pytest.raises(Refused):
        world.reminders.add_own("  ", today)


@pytest.mark.parametrize("table", [Person, Project])
def test_own_reminders_of_deleted_people_and_projects_are_gone(
    world: World, today: date, table: type[Person | Project]
) -> None:
    person = world.person()
    project = world.project(person)
    world.reminders.add_own("Call", today, person, project)
    trash(world, table, person if table is Person else project)
    assert world.due(today) == []
