"""Appointments of other calendars: looked at, brought in once, followed, and taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.errors import Refused
from notebook.formats.ical_occasions import wall_of
from notebook.services.calendar.appointments import CalendarPreview
from notebook.services.calendar.choices import CalendarChoices
from notebook.services.calendar.standings import AppointmentLine, Standing
from notebook.services.card_parts import DetailDraft
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.storage.file import NotebookFile
from tests.formats.test_ical_read import calendar
from tests.reading import rows_in

BERLIN = wall_of(ZoneInfo("Europe/Berlin"))
LUNCH = (
    "UID:lunch@work",
    "DTSTART;TZID=Europe/London:20261127T123000",
    "DTEND;TZID=Europe/London:20261127T133000",
    "SUMMARY:Lunch",
    "LOCATION:Kiln house",
    "DESCRIPTION:Glazes",
    "ATTENDEE;CN=A:mailto:ANA@pereira.example",
)
MOMENTS = "SELECT state, happened_at, minutes, place, agenda, text FROM moment WHERE deleted_at IS NULL ORDER BY happened_at"


@pytest.fixture
def ana(notebook: Notebook, today: date) -> int:
    return add(notebook, "Ana Pereira", today, "ana@pereira.example")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.ics"


def add(
    notebook: Notebook, name: str, today: date, email: str = "", *, is_team: bool = False
) -> int:
    person = notebook.people.add(name, today).new_id
    details = (DetailDraft("email", email),) if email else ()
    draft = replace(notebook.people.draft(person), details=details, is_team=is_team)
    notebook.people.save(person, draft, today)
    return person


def look(
    notebook: Notebook, path: Path, now: datetime, *events: Sequence[str], days: int = 92
) -> CalendarPreview:
    """Write a calendar file of these events and return what is in it."""
    path.write_bytes(calendar(*events))
    return notebook.appointments.preview([path], now, days, BERLIN)


def the_line(preview: CalendarPreview) -> AppointmentLine:
    (line,) = preview.lines
    return line


def everything(preview: CalendarPreview) -> dict[tuple[str, str], list[int]]:
    return {line.found.key: [each.id for each in line.people] for line in preview.lines}


def bring_in(notebook: Notebook, path: Path, now: datetime, *events: Sequence[str]) -> str:
    preview = look(notebook, path, now, *events)
    return notebook.appointments.bring_in(preview, everything(preview), now)[0].label


def names(line: AppointmentLine) -> list[str]:
    return [person.name for person in line.people]


def test_an_invitation_and_its_update_in_two_files_are_one_the_update_counts(
    notebook: Notebook, path: Path, now: datetime
) -> None:
    update = path.with_name("update.ics")
    update.write_bytes(calendar((*LUNCH, "SEQUENCE:1")))
    path.write_bytes(calendar((*LUNCH[:2], "LOCATION:Mill")))
    line = the_line(notebook.appointments.preview([update, path], now, 92, BERLIN))
    assert (line.found.source, line.said.place) == (update, "Kiln house")


def test_an_appointment_is_looked_at_planned_and_there_when_the_file_is_opened_again(
    notebook: Notebook, ana: int, path: Path, now: datetime, notebook_path: Path
) -> None:
    preview = look(notebook, path, now, LUNCH)
    line = the_line(preview)
    assert (line.standing, names(line), line.title) == (Standing.NEW, ["Ana Pereira"], "Lunch")
    assert (line.day, line.at, line.is_past) == (date(2026, 11, 27), time(13, 30), False)
    assert rows_in(notebook_path, MOMENTS) == []

    changes, after = notebook.appointments.bring_in(preview, everything(preview), now)
    assert changes.label == "Brought in 1 appointment"
    assert the_line(after).sentence == "Planned already"
    assert rows_in(notebook_path, MOMENTS) == [
        ("planned", "2026-11-27T13:30", 60, "Kiln house", "Lunch\n\nGlazes", "")
    ]
    notebook.file.close()
    reopened = Notebook(NotebookFile(notebook_path))
    assert the_line(look(reopened, path, now, LUNCH)).standing is Standing.SAME
    assert [each.who for each in reopened.reminders.due(now.date()).lines] == ["Ana Pereira"]
    reopened.file.close()


def test_all_of_it_is_one_change_that_can_be_taken_back_and_made_again(
    notebook: Notebook, ana: int, path: Path, now: datetime, notebook_path: Path
) -> None:
    past = ("UID:old", "DTSTART:20261101T090000", "SUMMARY:Call Ana Pereira")
    assert bring_in(notebook, path, now, LUNCH, past) == "Brought in 2 appointments"
    assert [row[0] for row in rows_in(notebook_path, MOMENTS)] == ["logged", "planned"]
    last = "SELECT last_contact_on FROM person"
    assert rows_in(notebook_path, last) == [("2026-11-01",)]

    assert notebook.upkeep.next_undo == "Brought in 2 appointments"
    notebook.upkeep.undo()
    assert rows_in(notebook_path, MOMENTS) == []
    assert rows_in(notebook_path, "SELECT * FROM imported_event") == []
    assert rows_in(notebook_path, last) == [(None,)]
    assert look(notebook, path, now, LUNCH, past).count(Standing.NEW) == 2
    notebook.upkeep.redo()
    assert look(notebook, path, now, LUNCH, past).count(Standing.NEW) == 0


def test_what_is_brought_in_again_changes_nothing(
    notebook: Notebook, ana: int, path: Path, now: datetime, notebook_path: Path
) -> None:
    bring_in(notebook, path, now, LUNCH)
    assert notebook.upkeep.next_undo == "Brought in 1 appointment"
    assert bring_in(notebook, path, now, LUNCH, LUNCH) != "Brought in 1 appointment"
    assert len(rows_in(notebook_path, MOMENTS)) == 1
    assert notebook.upkeep.next_undo == "Brought in 1 appointment"


def test_what_another_calendar_has_may_be_left_out_of_ours_until_it_moves_here(
    notebook: Notebook, ana: int, path: Path, now: datetime, today: date
) -> None:
    bring_in(notebook, path, now, LUNCH)
    notebook.moments.plan(MomentDraft((ana,), Channel.CALL, Direction.WE, today), now)
    export = notebook.calendar_export
    assert len(export.lines(now)) == 2
    export.choose(CalendarChoices(with_brought_in=False))
    assert [line.summary for line in export.lines(now)] == ["Call with Ana Pereira"]
    lunch = notebook.reminders.due(today).lines[-1]
    notebook.reminders.snooze(lunch, lunch.due + timedelta(days=1), today)
    assert [line.day for line in export.lines(now)] == [today, date(2026, 11, 28)]


def test_what_was_changed_there_follows_and_what_was_changed_here_stays(
    notebook: Notebook, ana: int, path: Path, now: datetime, notebook_path: Path
) -> None:
    bring_in(notebook, path, now, LUNCH)
    ((moment,),) = rows_in(notebook_path, "SELECT id FROM moment")
    draft = notebook.moments.draft(int(moment))
    mine = replace(draft, agenda="My own notes", place="Our workshop")
    notebook.moments.correct(int(moment), mine, now)

    moved = [line.replace("1127T", "1128T").replace("Glazes", "Glazes, prices") for line in LUNCH]
    preview = look(notebook, path, now, moved)
    assert the_line(preview).standing is Standing.CHANGED
    label = bring_in(notebook, path, now, moved)
    assert label == "Brought the plans up to date with the calendar"
    assert rows_in(notebook_path, MOMENTS) == [
        ("planned", "2026-11-28T13:30", 60, "Our workshop", "My own notes", "")
    ]
    assert the_line(look(notebook, path, now, moved)).standing is Standing.SAME


def test_what_is_cancelled_there_is_called_off_here(
    notebook: Notebook, ana: int, path: Path, now: datetime, notebook_path: Path
) -> None:
    off = (*LUNCH, "STATUS:CANCELLED")
    unknown = the_line(look(notebook, path, now, off))
    assert (unknown.standing, unknown.sentence) == (Standing.OFF, "Cancelled")
    bring_in(notebook, path, now, LUNCH)
    known = the_line(look(notebook, path, now, off))
    assert (known.standing, names(known)) == (Standing.CALLED_OFF, ["Ana Pereira"])
    bring_in(notebook, path, now, off)
    assert rows_in(notebook_path, MOMENTS) == []
    gone = the_line(look(notebook, path, now, LUNCH))
    assert (gone.standing, gone.sentence) == (Standing.SETTLED, "Called off here")


def test_what_is_logged_already_is_left_alone(
    notebook: Notebook, ana: int, path: Path, now: datetime, notebook_path: Path
) -> None:
    bring_in(notebook, path, now, LUNCH)
    ((moment,),) = rows_in(notebook_path, "SELECT id FROM moment")
    later = now + timedelta(days=6)
    said = replace(notebook.moments.draft(int(moment)), text="Went well")
    notebook.moments.log(said, later, planned_id=int(moment))
    moved = [line.replace("T133000", "T150000") for line in LUNCH]
    line = the_line(look(notebook, path, later, moved))
    assert (line.standing, line.sentence) == (Standing.SETTLED, "Logged already")


def test_a_series_comes_in_as_far_as_one_looks_and_goes_on_later(
    notebook: Notebook, ana: int, path: Path, now: datetime, notebook_path: Path
) -> None:
    weekly = (*LUNCH, "RRULE:FREQ=WEEKLY")
    preview = look(notebook, path, now, weekly, days=31)
    assert [line.day.day for line in preview.lines] == [27, 4, 11, 18]
    notebook.appointments.bring_in(preview, everything(preview), now)
    less = (*weekly, "EXDATE;TZID=Europe/London:20261211T123000")
    notebook.upkeep.undo()
    assert [line.day.day for line in look(notebook, path, now, less, days=31).lines] == [27, 4, 18]
    notebook.upkeep.redo()
    again = look(notebook, path, now, less, days=38)
    assert [line.standing for line in again.lines] == [
        Standing.SAME,
        Standing.SAME,
        Standing.CALLED_OFF,
        Standing.SAME,
        Standing.NEW,
    ]
    notebook.appointments.bring_in(again, everything(again), now)
    days = [str(row[1])[:10] for row in rows_in(notebook_path, MOMENTS)]
    assert days == ["2026-11-27", "2026-12-04", "2026-12-18", "2026-12-25"]


def test_who_is_named_in_a_title_is_found_and_who_may_be_several_is_asked_for(
    notebook: Notebook, ana: int, path: Path, today: date, now: datetime
) -> None:
    add(notebook, "Ben Ode", today)
    add(notebook, "Rosa Valdés", today)
    add(notebook, "Rosa Lind", today)
    add(notebook, "Toni Castro", today, "toni@us.example", is_team=True)

    def concerned(title: str, *more: str) -> tuple[list[str], str]:
        event = ("UID:1", "DTSTART:20261127T123000", f"SUMMARY:{title}", *more)
        line = the_line(look(notebook, path, now, event))
        return names(line), line.sentence

    assert concerned("Lunch with Ben and Ana Pereira")[0] == ["Ben Ode", "Ana Pereira"]
    assert concerned("Rosa Valdes / glazes")[0] == ["Rosa Valdés"]
    nobody = "Say whom it concerns"
    assert concerned("Dentist") == ([], nobody)
    assert concerned("Lunch with Rosa") == (
        [],
        "Several people are called so",
    )
    assert concerned("Lunch with Rosa and Ben") == (
        ["Ben Ode"],
        "Somebody else who is named may be one of several people",
    )
    invited = "ATTENDEE:mailto:ana@pereira.example", "ORGANIZER:mailto:toni@us.example"
    assert concerned("Planning", *invited)[0] == ["Ana Pereira"]
    assert concerned("Planning", invited[1])[0] == ["Toni Castro"]
    assert concerned("Planning", 'ATTENDEE;CN="Ben Ode":mailto:new@ode.example')[0] == ["Ben Ode"]
    assert concerned("Planning", "ATTENDEE;CN=Ben:mailto:x@other.example")[0] == []


def test_nothing_comes_in_without_people_and_those_picked_are_there(
    notebook: Notebook, ana: int, path: Path, now: datetime, notebook_path: Path
) -> None:
    dentist = ("UID:1", "DTSTART;VALUE=DATE:20261127", "SUMMARY:Fair")
    preview = look(notebook, path, now, LUNCH, dentist)
    with pytest.raises(Refused, match="whom"):
        notebook.appointments.bring_in(preview, everything(preview), now)
    assert rows_in(notebook_path, MOMENTS) == []
    (key,) = [line.found.key for line in preview.lines if line.title == "Fair"]
    notebook.appointments.bring_in(preview, {key: [ana]}, now)
    assert rows_in(notebook_path, MOMENTS) == [("planned", "2026-11-27", None, "", "Fair", "")]


def test_somebody_who_is_gone_by_then_leaves_all_as_it_was(
    notebook: Notebook, ana: int, path: Path, now: datetime, notebook_path: Path
) -> None:
    fair = ("UID:1", "DTSTART;VALUE=DATE:20261127", "SUMMARY:Fair")
    ben = add(notebook, "Ben", now.date())
    preview = look(notebook, path, now, fair, LUNCH)
    wanted = {line.found.key: [ben if line.title == "Fair" else ana] for line in preview.lines}
    notebook.people.trash(ben)
    with pytest.raises(Refused):
        notebook.appointments.bring_in(preview, wanted, now)
    assert rows_in(notebook_path, MOMENTS) == []


def test_today_is_past_once_it_is_over_and_a_whole_day_is_not(
    notebook: Notebook, ana: int, path: Path, now: datetime
) -> None:
    events = [
        (f"UID:{hour}", f"DTSTART:20261122T{hour}0000", "DURATION:PT1H", "SUMMARY:Ana")
        for hour in ("10", "11", "13")
    ]
    whole = ("UID:all", "DTSTART;VALUE=DATE:20261122", "SUMMARY:Ana")
    lines = look(notebook, path, now, *events, whole).lines
    assert {line.found.key[0]: line.is_past for line in lines} == {
        "10": True,
        "11": True,
        "13": False,
        "all": False,
    }
    assert bring_in(notebook, path, now, *events, whole) == "Brought in 4 appointments"


def test_who_invited_began_it(
    notebook: Notebook, ana: int, path: Path, now: datetime, notebook_path: Path
) -> None:
    bring_in(notebook, path, now, (*LUNCH, "ORGANIZER:mailto:Ana@pereira.example"))
    assert rows_in(notebook_path, "SELECT direction FROM moment") == [("they",)]


def test_what_the_notebook_wrote_itself_does_not_come_back(
    notebook: Notebook, ana: int, path: Path, now: datetime
) -> None:
    draft = MomentDraft((ana,), Channel.CALL, Direction.WE, now.date() + timedelta(days=1))
    notebook.moments.plan(draft, now)
    notebook.calendar_export.write(path, now)
    line = the_line(notebook.appointments.preview([path], now))
    assert (line.standing, line.sentence) == (Standing.OURS, "From this notebook itself")


def test_files_that_can_t_be_read_are_said_and_the_others_read(
    notebook: Notebook, ana: int, path: Path, now: datetime, tmp_path: Path
) -> None:
    path.write_bytes(calendar(LUNCH, ("UID:2", "SUMMARY:No day")))
    broken = tmp_path / "broken.ics"
    broken.write_bytes(b"\x00\x01")
    preview = notebook.appointments.preview([tmp_path / "none.ics", broken, path, tmp_path], now)
    assert len(preview.lines) == 1
    assert [str(each).removeprefix(f"{tmp_path}") for each in preview.problems] == [
        "/none.ics: There is no such file.",
        "/broken.ics: This is not a calendar file. Nothing was read from it.",
        "/work.ics, line 12: This event names no day.",
        ": This is a folder, not a file.",
    ]


def test_files_of_other_programs_come_in_as_they_are(
    notebook: Notebook, ana: int, now: datetime, notebook_path: Path
) -> None:
    files = sorted((Path(__file__).parents[2] / "formats" / "icals").glob("*.ics"))
    preview = notebook.appointments.preview(files, now, 366, BERLIN)
    wanted = {line.found.key: [ana] for line in preview.lines if line.standing is Standing.NEW}
    assert len(wanted) > 10
    notebook.appointments.bring_in(preview, wanted, now)
    assert rows_in(notebook_path, "SELECT count(*) FROM moment") == [(len(wanted),)]
    again = notebook.appointments.preview(files, now, 366, BERLIN)
    assert again.count(Standing.NEW, Standing.CHANGED) == 0


def test_erasing_somebody_erases_what_their_calendar_said(
    notebook: Notebook, ana: int, path: Path, now: datetime, notebook_path: Path
) -> None:
    bring_in(notebook, path, now, LUNCH)
    notebook.file.erase_person(ana)
    assert rows_in(notebook_path, "SELECT * FROM imported_event") == []
    assert b"lunch@work" not in notebook_path.read_bytes()


def test_reading_a_long_calendar_asks_little(
    notebook: Notebook, ana: int, path: Path, now: datetime
) -> None:
    events = [
        (f"UID:{number}", "DTSTART:20261127T123000", "SUMMARY:Glazes with Ana", LUNCH[-1])
        for number in range(300)
    ]
    statements: list[str] = []
    notebook.file.database.query_hooks.append(lambda *query: statements.append(str(query[0])))
    assert len(look(notebook, path, now, *events).lines) == 300
    assert 0 < len(statements) < 30
