"""Several reminders at once: one change, one contact for each person, nothing half done."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.domain.projects import ProjectState
from notebook.domain.promises import Side
from notebook.domain.reminders import Source
from notebook.errors import Refused
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.reminders.line import ReminderLine
from notebook.services.several_reminders import contacts, what_happens
from tests.reading import rows_in
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)


@pytest.fixture
def world(notebook: Notebook) -> World:
    return World(notebook.file)


def plan(notebook: Notebook, person: int, now: datetime) -> None:
    draft = MomentDraft((person,), Channel.MEETING, Direction.WE, now.date(), time(23, 0))
    notebook.moments.plan(draft, now)


def names(lines: list[ReminderLine]) -> list[str]:
    return [line.what for line in lines]


def test_done_is_one_change_and_one_contact_for_each_person(
    notebook: Notebook, world: World, notebook_path: Path, today: date, now: datetime
) -> None:
    ana = world.person(
        "Ana Pereira",
        rhythm_days=10,
        known_since=today - 12 * DAY,
        birthday_month=today.month,
        birthday_day=today.day,
        preferred_channel=Channel.LETTER,
    )
    ben = world.person("Ben Ode", rhythm_days=10, known_since=today - 11 * DAY)
    notebook.promises.add(ben, Side.OURS, "Send the sketch", today)
    world.reminders.add_own("Order paint", today)
    lines = world.due(today)
    assert what_happens(lines) == ["Done logs a contact today with Ana Pereira and Ben Ode."]
    changes = notebook.several_reminders.done(lines, now)
    assert changes.label == (
        "Done with 5 reminders · logged a contact with Ana Pereira and Ben Ode"
    )
    assert rows_in(
        notebook_path,
        "SELECT mp.person_id, m.channel, m.direction, m.happened_at, m.text FROM moment m"
        " JOIN moment_person mp ON mp.moment_id = m.id ORDER BY m.id",
    ) == [
        (ana, "letter", "we", "2026-11-22T12:00", ""),
        (ben, "call", "we", "2026-11-22T12:00", ""),
    ]
    assert names(world.due(today)) == ["Get in touch with Ana Pereira", "Get in touch with Ben Ode"]
    assert all(line.due == today + 10 * DAY for line in world.due(today))
    assert notebook.upkeep.next_undo == changes.label
    notebook.upkeep.undo()
    assert world.due(today) == lines
    assert rows_in(notebook_path, "SELECT count(*) FROM moment") == [(0,)]


def test_what_asks_for_words_of_its_own_stays(
    notebook: Notebook, world: World, today: date, now: datetime
) -> None:
    ana = world.person()
    mural = world.project(ana)
    world.answer(mural, "in-person", answered_on=today - 5 * DAY, ask_later=True)
    plan(notebook, ana, now)
    world.reminders.add_own("Order paint", today)
    lines = world.due(today)
    assert len(lines) == 3
    assert what_happens(lines) == [
        "One asks for an answer of its own.",
        "A planned meeting stays: settle it by itself.",
    ]
    assert notebook.several_reminders.done(lines, now).label == (
        "Done with one reminder · 2 stay as they are"
    )
    left = world.due(today)
    assert {line.source for line in left} == {Source.OPEN_QUESTION, Source.PLANNED}
    with pytest.raises(Refused, match="an answer of its own"):
        notebook.several_reminders.done(left, now)
    assert notebook.several_reminders.skip(left, today).label == (
        "Skipped one reminder · one stays as it is"
    )
    with pytest.raises(Refused, match="one by one"):
        notebook.several_reminders.skip(world.due(today), today)
    with pytest.raises(Refused, match="one by one"):
        notebook.several_reminders.put_off(world.due(today), today + DAY, today)
    assert names(world.due(today)) == ["Meet Ana Pereira 23:00"]


def test_put_off_brings_nothing_forward(notebook: Notebook, world: World, today: date) -> None:
    for number in (-3, 0, 1, 20):
        world.reminders.add_own(f"in {number}", today + number * DAY)
    lines = world.due(today)
    changes = notebook.several_reminders.put_off(lines, today + DAY, today)
    assert changes.label == "Put off 2 reminders until 23 Nov · 2 stay as they are"
    assert {line.what: (line.due - today).days for line in world.due(today)} == {
        "in -3": 1,
        "in 0": 1,
        "in 1": 1,
        "in 20": 20,
    }
    with pytest.raises(Refused, match="later day"):
        notebook.several_reminders.put_off(world.due(today), today + DAY, today)


def test_skipping_several_is_undone_as_one(notebook: Notebook, world: World, today: date) -> None:
    for number in range(3):
        world.reminders.add_own(f"own {number}", today)
    lines = world.due(today)
    assert notebook.several_reminders.skip(lines, today).label == "Skipped 3 reminders"
    assert world.due(today) == []
    notebook.upkeep.undo()
    assert world.due(today) == lines


def test_reports_about_two_projects_are_two_contacts_of_one_person(
    world: World, today: date
) -> None:
    ana = world.person("Ana", rhythm_days=10, known_since=today - 12 * DAY)
    mural, facade = (
        world.project(ana, ProjectState.UNDER_WAY, name) for name in ("Mural", "Facade")
    )
    touch = world.due(today, Source.KEEP_IN_TOUCH)[0]

    def report(project: int, channel: Channel) -> ReminderLine:
        return ReminderLine(
            Source.PROGRESS_REPORT, project, today, "Ana", ana, project, "Weekly report", "", today,
            today, 0, contact_like=True, channel=channel,
        )  # fmt: skip

    reports = report(mural, Channel.EMAIL), report(facade, Channel.LETTER)
    first, second = contacts([touch, *reports])
    assert (first.project_id, first.channel) == (mural, Channel.EMAIL)
    assert first.answers == (touch, reports[0])
    assert (second.project_id, second.channel) == (facade, Channel.LETTER)
    assert second.answers == (reports[1],)


def test_when_one_of_them_is_gone_nothing_is_done(
    notebook: Notebook, world: World, notebook_path: Path, today: date, now: datetime
) -> None:
    world.reminders.add_own("Order paint", today)
    ana = world.person("Ana", rhythm_days=10, known_since=today - 12 * DAY)
    lines = world.due(today)
    notebook.people.trash(ana)
    with pytest.raises(Refused):
        notebook.several_reminders.done(lines, now)
    assert rows_in(notebook_path, "SELECT done_on FROM reminder") == [(None,)]
