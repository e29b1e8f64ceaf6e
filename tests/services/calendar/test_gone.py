"""Plans that a calendar no longer speaks of, when its file is brought in again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from notebook.services.calendar.standings import Standing
from notebook.services.notebook import Notebook
from tests.reading import rows_in
from tests.services.calendar.test_appointments import bring_in, everything, look

WEEKLY = ("UID:weekly@work", "DTSTART:20261123T100000", "SUMMARY:Ana Pereira: figures")
RULE = "RRULE:FREQ=WEEKLY"
PLANNED = (
    "SELECT substr(happened_at, 1, 10) FROM moment WHERE deleted_at IS NULL ORDER BY happened_at"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.ics"


@pytest.fixture(autouse=True)
def series(notebook: Notebook, path: Path, today: date, now: datetime) -> None:
    """Bring a weekly talk in, of three months: fourteen turns."""
    notebook.people.add("Ana Pereira", today)
    bring_in(notebook, path, now, (*WEEKLY, RULE))


def gone(notebook: Notebook, path: Path, now: datetime, *events: Sequence[str]) -> list[str]:
    preview = look(notebook, path, now, *events)
    return [f"{line.day:%d.%m.}" for line in preview.lines if line.standing is Standing.GONE]


def test_what_lies_beyond_an_earlier_end_is_called_off_in_one_change(
    notebook: Notebook, path: Path, now: datetime, notebook_path: Path
) -> None:
    assert len(rows_in(notebook_path, PLANNED)) == 14
    shorter = (*WEEKLY, f"{RULE};UNTIL=20261207T100000")
    preview = look(notebook, path, now, shorter)
    assert (preview.count(Standing.SAME), preview.count(Standing.GONE)) == (3, 11)
    line = preview.lines[-1]
    assert (line.title, [each.name for each in line.people], line.at) == (
        "Ana Pereira: figures",
        ["Ana Pereira"],
        time(10),
    )
    assert line.sentence == "Gone: will be called off"
    changes, after = notebook.appointments.bring_in(preview, everything(preview), now)
    assert changes.label == "Brought the plans up to date with the calendar"
    assert after.count(Standing.GONE) == 0
    assert rows_in(notebook_path, PLANNED) == [("2026-11-23",), ("2026-11-30",), ("2026-12-07",)]
    notebook.upkeep.undo()
    assert len(rows_in(notebook_path, PLANNED)) == 14


def test_what_is_kept_stays(
    notebook: Notebook, path: Path, now: datetime, notebook_path: Path
) -> None:
    preview = look(notebook, path, now, (*WEEKLY, f"{RULE};COUNT=2"))
    wanted = {
        line.found.key: [each.id for each in line.people]
        for line in preview.lines
        if line.standing is not Standing.GONE
    }
    notebook.appointments.bring_in(preview, wanted, now)
    assert len(rows_in(notebook_path, PLANNED)) == 14


def test_a_series_that_is_over_has_no_turns_left(
    notebook: Notebook, path: Path, now: datetime
) -> None:
    over = (*WEEKLY, f"{RULE};UNTIL=20261123T100000")
    assert len(gone(notebook, path, now + timedelta(days=2), over)) == 13


def test_one_that_was_changed_here_logged_or_called_off_is_left_alone(
    notebook: Notebook, path: Path, now: datetime, notebook_path: Path
) -> None:
    ids = [
        int(row[0]) for row in rows_in(notebook_path, "SELECT id FROM moment ORDER BY happened_at")
    ]
    changed = replace(notebook.moments.draft(ids[3]), agenda="Mine")
    notebook.moments.correct(ids[3], changed, now)
    notebook.moments.delete(ids[4])
    shorter = (*WEEKLY, f"{RULE};UNTIL=20261130T100000")
    assert gone(notebook, path, now, shorter)[:2] == ["07.12.", "28.12."]


def test_what_lies_beyond_the_days_that_are_looked_at_is_not_gone(
    notebook: Notebook, path: Path, now: datetime
) -> None:
    preview = look(notebook, path, now, (*WEEKLY, RULE), days=31)
    assert preview.count(Standing.GONE) == 0


@pytest.mark.parametrize(
    "events",
    [
        (("UID:other", "DTSTART:20261124T100000", "SUMMARY:Ana Pereira"),),
        ((*WEEKLY, RULE, "EXDATE:20261130T100000"),),
        (
            (*WEEKLY, RULE),
            (WEEKLY[0], "RECURRENCE-ID:20261130T100000", "DTSTART:20270801T100000"),
        ),
        ((WEEKLY[0], "RECURRENCE-ID:20261130T100000", "DTSTART:20261130T110000"),),
        ((*WEEKLY, "RRULE:FREQ=MINUTELY"),),
        (
            (*WEEKLY, RULE),
            (WEEKLY[0], "RECURRENCE-ID;RANGE=THISANDFUTURE:20261207T100000", "DTSTART:20261207T150000"),
        ),
    ],
    ids=["another", "left-out", "moved-far", "one-turn-only", "not-understood", "moved-all"],
)  # fmt: skip
def test_what_the_file_still_speaks_of_is_not_gone(
    notebook: Notebook, path: Path, now: datetime, events: Sequence[Sequence[str]]
) -> None:
    assert gone(notebook, path, now, *events) == []


def test_a_change_of_this_and_all_that_follow_moves_them_all(
    notebook: Notebook, path: Path, now: datetime, notebook_path: Path
) -> None:
    later = (
        WEEKLY[0],
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261207T100000",
        "DTSTART:20261208T150000",
        "SUMMARY:Ana Pereira: figures",
    )
    bring_in(notebook, path, now, (*WEEKLY, RULE), later)
    when = "SELECT happened_at FROM moment ORDER BY happened_at LIMIT 4"
    assert [row[0] for row in rows_in(notebook_path, when)] == [
        "2026-11-23T10:00",
        "2026-11-30T10:00",
        "2026-12-08T15:00",
        "2026-12-15T15:00",
    ]
