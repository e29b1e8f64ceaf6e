"""The calendar file: what is in it, in which words, and how it is kept."""

import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from dateutil.rrule import rrule, rruleset, rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from notebook.domain.moments import Channel, Direction
from notebook.domain.partial_date import LeapDay, PartialDate
from notebook.domain.promises import Side
from notebook.domain.recurrence import Frequency, Recurrence, occurrences_between
from notebook.domain.recurrence_text import parse_rule
from notebook.domain.reminders import Source
from notebook.errors import NoSuchPlace, Refused
from notebook.services.calendar.choices import CalendarChoices, Part, Wording
from notebook.services.calendar.export import CalendarExport
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.preferences import Preferences
from notebook.services.sample import fill
from notebook.storage.file import NotebookFile
from notebook.storage.tables import Reminder
from tests.domain.test_recurrence import leaps, rules
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)
ALL = CalendarChoices(parts=tuple(Part), wording=Wording.NOTES)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "calendar.ics"


@pytest.fixture
def ana(notebook: Notebook, today: date) -> int:
    return notebook.people.add("Ana Pereira", today).new_id


def parts(notebook: Notebook, path: Path, now: datetime) -> list[Any]:
    """Write the file and return what is in it as the icalendar library reads it."""
    notebook.calendar_export.write(path, now)
    return list(Calendar.from_ical(path.read_bytes()).subcomponents)


def plan(notebook: Notebook, ana: int, now: datetime) -> int:
    draft = MomentDraft(
        (ana,),
        Channel.MEETING,
        Direction.WE,
        now.date() + 3 * DAY,
        time(14, 0),
        minutes=45,
        place="Kiln house",
        agenda="Glazes for spring",
    )
    return notebook.moments.plan(draft, now).new_id


def born(notebook: Notebook, person_id: int, birthday: PartialDate, today: date) -> None:
    draft = replace(notebook.people.draft(person_id), birthday=birthday)
    notebook.people.save(person_id, draft, today)


def remind(notebook: Notebook, text: str, day: date, **values: Any) -> int:
    return notebook.reminders.own.save(None, OwnReminderDraft(text, day, **values)).new_id


def test_a_meeting_says_when_where_and_with_whom(
    notebook: Notebook, ana: int, path: Path, now: datetime
) -> None:
    moment = plan(notebook, ana, now)
    (event,) = parts(notebook, path, now)
    assert event["uid"] == f"planned-{moment}@relationship-notebook"
    assert event["summary"] == "Meeting with Ana Pereira"
    assert event["dtstart"].dt == datetime(2026, 11, 25, 14)  # noqa: DTZ001 - on the wall
    assert event["location"] == "Kiln house"
    assert "description" not in event
    notebook.calendar_export.choose(ALL)
    (event,) = parts(notebook, path, now)
    assert event["description"] == "Glazes for spring"


def test_nothing_of_anybody_is_in_it_where_it_may_only_say_that_there_is_something(
    notebook: Notebook, path: Path, today: date, now: datetime
) -> None:
    fill(notebook, today)
    notebook.calendar_export.choose(replace(ALL, wording=Wording.NOTHING))
    found = parts(notebook, path, now)
    assert {str(part["summary"]) for part in found} == {"Reminder"}
    assert not any("description" in part or "location" in part for part in found)
    names = [name for (name,) in notebook.file.database.execute_sql("SELECT name FROM person")]
    text = path.read_text(encoding="utf-8").replace("\r\n ", "")
    assert [name for name in names if name in text] == []


def test_the_sample_shows_every_kind_once(
    notebook: Notebook, path: Path, today: date, now: datetime
) -> None:
    fill(notebook, today)
    notebook.calendar_export.choose(ALL)
    found = parts(notebook, path, now)
    kinds = {str(part["uid"]).rsplit("-", 2)[0] for part in found}
    assert {"planned", "own", "delivery", "birthday", "our-promise", "their-promise"} <= kinds
    alone = [part for part in found if "recurrence-id" not in part]
    assert len({str(part["uid"]) for part in alone}) == len(alone)
    due = notebook.reminders.due(today, per_group=1000).lines
    for source in (Source.DELIVERY, Source.OUR_PROMISE, Source.KEEP_IN_TOUCH):
        days = sorted(line.due for line in due if line.source is source)
        mine = [part for part in found if str(part["uid"]).startswith(f"{source}-")]
        assert sorted(part["dtstart"].dt for part in mine) == days


def test_to_dos_are_what_is_to_be_done_and_events_what_is_to_be_lived(
    notebook: Notebook, ana: int, path: Path, today: date, now: datetime
) -> None:
    plan(notebook, ana, now)
    born(notebook, ana, PartialDate(month=3, day=12), today)
    daily = Recurrence(Frequency.DAILY)
    remind(notebook, "Water", today, recurrence=daily, at=time(9, 30), lead_days=0)
    notebook.promises.add(ana, Side.OURS, "Send the offer", today + DAY)
    notebook.calendar_export.choose(replace(ALL, as_to_dos=True, with_alarms=False))
    found = {str(part["summary"]): part for part in parts(notebook, path, now)}
    assert {summary: part.name for summary, part in found.items()} == {
        "Meeting with Ana Pereira": "VEVENT",
        "Ana Pereira’s birthday": "VEVENT",
        "Water": "VTODO",
        "Send the offer (Ana Pereira)": "VTODO",
    }
    assert found["Water"]["due"].dt == datetime(2026, 11, 22, 9, 30)  # noqa: DTZ001 - on the wall
    assert "rrule" not in found["Water"]
    assert not any(part.subcomponents for part in found.values())


def test_what_is_settled_is_not_in_it(
    notebook: Notebook, ana: int, path: Path, today: date, now: datetime
) -> None:
    moment = plan(notebook, ana, now)
    remind(notebook, "Once", today)
    remind(notebook, "Never mind", today)
    once, other = (
        each for each in notebook.reminders.due(today).lines if each.source is Source.OWN
    )
    assert len(parts(notebook, path, now)) == 3
    notebook.reminders.done(once, today)
    notebook.reminders.skip(other, today)
    notebook.moments.delete(moment)
    assert parts(notebook, path, now) == []


def test_birthdays_come_every_year_and_no_year_is_made_up(
    notebook: Notebook, ana: int, path: Path, today: date, now: datetime
) -> None:
    born(notebook, ana, PartialDate(1980, 3, 12), today)
    child = notebook.people.add("Nora", today).new_id
    born(notebook, child, PartialDate(2026, 3, 12), today)
    leap = notebook.people.add("Leo", today).new_id
    born(notebook, leap, PartialDate(month=2, day=29), today)
    notebook.calendar_export.choose(ALL)
    for choice, first, others in (
        (LeapDay.FEBRUARY_28, date(2026, 2, 28), (2, 28)),
        (LeapDay.MARCH_1, date(2026, 3, 1), (3, 1)),
    ):
        notebook.preferences.set_leap_day(choice)
        found = {str(part["summary"]): part for part in parts(notebook, path, now)}
        assert found["Nora’s birthday"]["dtstart"].dt == date(2027, 3, 12)
        event, with_year = found["Leo’s birthday"], found["Ana Pereira’s birthday"]
        assert event["dtstart"].dt == first
        days = expanded(event, 6)
        assert days[0] == first
        assert days[2] == date(2028, 2, 29)
        assert [(day.month, day.day) for day in (days[1], days[3])] == [others, others]
        assert (with_year["dtstart"].dt, with_year["description"]) == (
            date(2026, 3, 12),
            "Born in 1980",
        )
    assert "1980" not in str(found["Leo’s birthday"].to_ical())


def expanded(event: Any, count: int) -> list[date]:
    """Return the first turns of a series, as dateutil reads what is in the file."""
    start = event["dtstart"].dt
    begin = start if isinstance(start, datetime) else datetime.combine(start, time.min)
    turns = rruleset()
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=begin)
    assert isinstance(rule, rrule)
    turns.rrule(rule)
    left_out = event.get("exdate", [])
    for several in left_out if isinstance(left_out, list) else [left_out]:
        for each in several.dts:
            day = each.dt
            turns.exdate(day if isinstance(day, datetime) else datetime.combine(day, time.min))
    return [turn.date() for turn in islice(turns, count)]


@given(
    rule=rules(),
    day=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    at=st.none() | st.just(time(7, 30)),
    leap=leaps,
    settled=st.integers(0, 3),
    put_off=st.integers(0, 40),
)
@settings(max_examples=60, deadline=None)
def test_a_series_in_the_file_has_the_days_of_the_reminder(
    rule: Recurrence,
    day: date,
    at: time | None,
    leap: LeapDay,
    settled: int,
    put_off: int,
    new_world: Callable[[Path], World],
) -> None:
    with TemporaryDirectory() as folder:
        world = new_world(Path(folder))
        try:
            _hold_to_the_reminder(world, (rule, day, at, leap), settled, put_off, Path(folder))
        finally:
            world.file.close()


def _hold_to_the_reminder(
    world: World,
    wanted: tuple[Recurrence, date, time | None, LeapDay],
    settled: int,
    put_off: int,
    folder: Path,
) -> None:
    rule, day, at, leap = wanted
    world.preferences.set_leap_day(leap)
    try:
        draft = OwnReminderDraft("Water", day, recurrence=rule, at=at)
        reminder = world.reminders.own.save(None, draft).new_id
    except Refused:
        return
    for _ in range(settled):
        for line in world.due(day, Source.OWN):
            world.reminders.done(line, line.due)
    until = None
    for line in world.due(day, Source.OWN):
        if put_off:
            until = world.reminders.waits_until(line, line.due + put_off * DAY, day)
            world.reminders.snooze(line, until, day)
    row = Reminder.get_by_id(reminder)
    export = CalendarExport(world.file, world.preferences)
    export.write(folder / "c.ics", datetime.combine(day, time(12), tzinfo=UTC))
    found: list[Any] = list(Calendar.from_ical((folder / "c.ics").read_bytes()).subcomponents)
    if row.done_on is not None:
        assert found == []
        return
    assert row.rule
    assert row.anchor
    kept, anchor = parse_rule(row.rule), row.anchor
    days = list(islice(occurrences_between(kept, anchor, row.due_on, date.max, leap), 60))
    if until is not None:
        days = [each for each in days if each == row.due_on or each > until]
        assert found[1]["recurrence-id"].dt == found[0]["dtstart"].dt
        assert at or found[1]["dtstart"].dt == until
    assert expanded(found[0], 15) == days[:15]


def test_what_is_put_off_within_its_lead_time_stays_on_its_day(
    notebook: Notebook, path: Path, today: date, now: datetime
) -> None:
    day = today + 4 * DAY
    remind(notebook, "Buy a present", day, lead_days=5)
    (line,) = notebook.reminders.due(today).lines
    notebook.reminders.snooze(line, today + DAY, today)
    assert [part["dtstart"].dt for part in parts(notebook, path, now)] == [day]
    (line,) = notebook.reminders.due(day).lines
    notebook.reminders.snooze(line, day + DAY, day)
    assert [part["dtstart"].dt for part in parts(notebook, path, now)] == [day + DAY]


def test_a_meeting_that_has_passed_stays_on_its_day_when_the_question_is_put_off(
    notebook: Notebook, ana: int, path: Path, now: datetime
) -> None:
    plan(notebook, ana, now)
    later = now.date() + 5 * DAY
    lines = notebook.reminders.due(later).lines
    line = next(each for each in lines if each.source is Source.PLANNED)
    notebook.reminders.snooze(line, later + DAY, later)
    (event,) = parts(notebook, path, now + 5 * DAY)
    assert event["dtstart"].dt == datetime(2026, 11, 25, 14)  # noqa: DTZ001 - on the wall


def test_a_delivery_stays_on_the_day_that_was_agreed(
    notebook: Notebook, path: Path, today: date, now: datetime
) -> None:
    world = World(notebook.file)
    mural = world.project(world.person("Marta"))
    world.deliverable(mural, today + 2 * DAY)
    lines = notebook.reminders.due(today).lines
    line = next(each for each in lines if each.source is Source.DELIVERY)
    notebook.reminders.snooze(line, today + 9 * DAY, today)
    days = [part["dtstart"].dt for part in parts(notebook, path, now)]
    assert days == [today + 2 * DAY]


def test_a_reminder_that_counts_from_completion_stands_there_once(
    notebook: Notebook, path: Path, today: date, now: datetime
) -> None:
    weekly = Recurrence(Frequency.WEEKLY)
    remind(notebook, "Filters", today, recurrence=weekly, from_completion=True, lead_days=2)
    (event,) = parts(notebook, path, now)
    assert (event["dtstart"].dt, "rrule" in event) == (today, False)
    rings = [alarm["trigger"].dt for alarm in event.subcomponents]
    assert rings == [timedelta(days=-2, hours=9), timedelta(hours=9)]


def test_undo_counts_as_a_change_for_other_programs_and_nothing_new_leaves_the_file_alone(
    notebook: Notebook, ana: int, path: Path, now: datetime
) -> None:
    moment = plan(notebook, ana, now)
    first = parts(notebook, path, now)[0]
    written = path.stat().st_mtime_ns
    assert parts(notebook, path, now + timedelta(minutes=5))[0]["sequence"] == first["sequence"]
    assert path.stat().st_mtime_ns == written

    draft = replace(notebook.moments.draft(moment), at=time(16, 0))
    notebook.moments.correct(moment, draft, now)
    second = parts(notebook, path, now + timedelta(minutes=6))[0]
    notebook.upkeep.undo()
    third = parts(notebook, path, now + timedelta(minutes=7))[0]
    assert first["sequence"] < second["sequence"] < third["sequence"]
    assert third["dtstart"].dt == first["dtstart"].dt
    assert {str(part["uid"]) for part in (first, second, third)} == {str(first["uid"])}


def test_the_file_is_private_whole_and_never_takes_the_place_of_another(
    notebook: Notebook, ana: int, path: Path, now: datetime, tmp_path: Path
) -> None:
    plan(notebook, ana, now)
    assert notebook.calendar_export.write(path, now) == 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    notebook.calendar_export.choose(ALL)
    notebook.calendar_export.write(path, now)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644

    other = tmp_path / "other.ics"
    other.write_text("BEGIN:VCALENDAR\nPRODID:-//Work//EN\nEND:VCALENDAR\n")
    with pytest.raises(Refused, match="another file"):
        notebook.calendar_export.write(other, now)
    assert "Work" in other.read_text()
    notebook.calendar_export.write(other, now, replace=True)
    assert "Work" not in other.read_text()

    with pytest.raises(NoSuchPlace, match="no such place"):
        notebook.calendar_export.write(tmp_path / "gone" / "c.ics", now)
    assert not (tmp_path / "gone").exists()
    assert not list(tmp_path.glob("*.part"))


def test_choices_are_kept_and_can_be_taken_back(notebook: Notebook, notebook_path: Path) -> None:
    assert notebook.calendar_export.choices() == CalendarChoices()
    chosen = CalendarChoices(
        (Part.OWN,), Wording.NOTHING, as_to_dos=True, with_alarms=False, with_brought_in=False
    )
    assert (
        notebook.calendar_export.choose(chosen).label == "Changed what goes into the calendar file"
    )
    reopened = NotebookFile(notebook_path)
    assert CalendarExport(reopened, Preferences(reopened)).choices() == chosen
    reopened.close()
