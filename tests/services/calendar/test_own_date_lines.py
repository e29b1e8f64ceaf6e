"""Dates of the user's own in the calendar file: a series, or a day until it is settled."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from notebook.domain.own_fields import DateReminder, FieldKind, Reminds
from notebook.services.notebook import Notebook
from notebook.services.own_values import OwnValueDraft
from notebook.services.people import PersonDraft


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "calendar.ics"


def events(notebook: Notebook, path: Path, now: datetime) -> dict[str, Any]:
    notebook.calendar_export.write(path, now)
    found = Calendar.from_ical(path.read_bytes()).subcomponents
    return {str(each["summary"]): each for each in found}


def field(notebook: Notebook, name: str, reminds: Reminds, lead_days: int) -> int:
    reminder = DateReminder(reminds, lead_days)
    return notebook.own_fields.add(name, FieldKind.DATE, reminder=reminder).new_id


def test_yearly_ones_are_a_series_and_the_others_stand_on_their_day(
    notebook: Notebook, path: Path, today: date, now: datetime
) -> None:
    wedding = field(notebook, "Wedding anniversary", Reminds.YEARLY, 7)
    touch_up = field(notebook, "Next touch-up", Reminds.ONCE, 0)
    silent = field(notebook, "Customer since", Reminds.NEVER, 0)
    values = ((wedding, "2014-11-28"), (touch_up, "2026-12-01"), (silent, "2019-05-02"))
    drafts = tuple(OwnValueDraft(*value) for value in values)
    notebook.people.save(None, PersonDraft("Marta", own_values=drafts), today)
    found = events(notebook, path, now)
    assert set(found) == {"Wedding anniversary of Marta", "Next touch-up of Marta"}
    series, once = found["Wedding anniversary of Marta"], found["Next touch-up of Marta"]
    assert (series["dtstart"].dt, once["dtstart"].dt) == (date(2014, 11, 28), date(2026, 12, 1))
    assert series["rrule"]["FREQ"] == ["YEARLY"]
    assert "rrule" not in once
    assert [alarm["trigger"].dt for alarm in series.subcomponents] == [
        timedelta(days=-7, hours=9),
        timedelta(hours=9),
    ]
    (line,) = [each for each in notebook.reminders.due(date(2026, 12, 1)).lines
               if each.what == "Next touch-up of Marta"]  # fmt: skip
    notebook.reminders.done(line, date(2026, 12, 1))
    assert set(events(notebook, path, now)) == {"Wedding anniversary of Marta"}


def test_without_a_year_the_series_begins_when_it_was_written_down(
    notebook: Notebook, path: Path, today: date, now: datetime
) -> None:
    wedding = field(notebook, "Wedding anniversary", Reminds.ONCE, 7)
    draft = PersonDraft("Marta", own_values=(OwnValueDraft(wedding, "--11-28"),))
    marta = notebook.people.save(None, draft, today).new_id
    (event,) = events(notebook, path, now).values()
    begin = event["dtstart"].dt
    assert (begin.month, begin.day) == (11, 28)
    assert event["rrule"]["FREQ"] == ["YEARLY"]
    notebook.people.save(marta, replace(draft, own_values=()), today)
    assert events(notebook, path, now) == {}
