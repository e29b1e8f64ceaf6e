"""The words of a notice, with names and without."""

from datetime import date, time, timedelta

import pytest

from notebook.services.notebook import Notebook
from notebook.services.notice_words import (
    Notice,
    count_words,
    morning_notice,
    notice_of,
    waiting,
)
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.reminders.line import ReminderLine
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)


@pytest.fixture
def world(notebook: Notebook) -> World:
    return World(notebook.file)


def own(world: World, text: str, day: date, at: time | None = None) -> None:
    world.reminders.own.save(None, OwnReminderDraft(text, day, at=at))


def lines(world: World, today: date) -> tuple[ReminderLine, ...]:
    return world.reminders.due(today).lines


def test_one_line_says_what_and_why(world: World, today: date) -> None:
    own(world, "Call Ana about the kiln", today, time(15, 30))
    said = notice_of(lines(world, today), hides_names=False)
    assert said == Notice("Call Ana about the kiln", "15:30")


def test_several_lines_are_one_notice(world: World, today: date) -> None:
    for number in range(5):
        own(world, f"Task {number}", today, time(9, number))
    said = notice_of(lines(world, today), hides_names=False)
    assert said == Notice("5 reminders", "9:00 Task 0\n9:01 Task 1\n9:02 Task 2\nand more")


def test_no_name_leaves_the_notebook_when_they_are_hidden(world: World, today: date) -> None:
    world.person("Ana Pereira", rhythm_days=10, known_since=today - 12 * DAY)
    own(world, "Call Ana", today, time(15, 30))
    own(world, "Call Ana again", today, time(16))
    all_lines = lines(world, today)
    due = world.reminders.due(today)
    for said in (
        notice_of(all_lines[:1], hides_names=True),
        notice_of(all_lines[1:2], hides_names=True),
        notice_of(all_lines, hides_names=True),
        morning_notice(due, hides_names=True),
    ):
        assert "Ana" not in said.title + said.text
        assert said.text == "Open the notebook to see more."
    assert notice_of(all_lines[1:2], hides_names=True).title == "A reminder for 15:30"


def test_the_morning_counts_people_once(world: World, today: date) -> None:
    ana = world.person("Ana", rhythm_days=10, known_since=today - 12 * DAY)
    world.person("Ben", rhythm_days=10, known_since=today - 12 * DAY)
    world.reminders.add_own("Send Ana the sketch", today, ana)
    said = morning_notice(world.reminders.due(today), hides_names=False)
    assert said.title == "2 people need a word today"
    assert said.text.splitlines()[0] == "Get in touch with Ana"


def test_one_person_and_nobody(world: World, today: date) -> None:
    own(world, "Order paint", today)
    assert morning_notice(world.reminders.due(today), hides_names=False).title == (
        "1 reminder today"
    )
    world.person("Ben", rhythm_days=10, known_since=today - 12 * DAY)
    assert morning_notice(world.reminders.due(today), hides_names=False).title == (
        "1 person needs a word today"
    )


def test_very_many_are_counted_as_lines(world: World, today: date) -> None:
    for number in range(30):
        world.person(f"Person {number}", rhythm_days=1, known_since=today - 9 * DAY)
    due = world.reminders.due(today)
    assert morning_notice(due, hides_names=False).title == "30 reminders today"
    assert waiting(due) == 30
    assert count_words(due) == "30 reminders today, 30 of them overdue"


def test_a_quiet_day(world: World, today: date) -> None:
    own(world, "Later", today + 3 * DAY)
    due = world.reminders.due(today)
    assert (waiting(due), count_words(due)) == (0, "Nothing is due today")
