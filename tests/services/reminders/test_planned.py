"""Planned moments in the panel: whom one meets and when, and how it went once the time is over."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.domain.reminders import Source
from notebook.errors import Refused
from notebook.services.draft import ProjectFacts
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.reminders.line import ReminderLine

DAY = timedelta(days=1)


@pytest.fixture
def ana(notebook: Notebook, today: date) -> int:
    draft = PersonDraft("Ana Pereira", rhythm_days=30)
    return notebook.people.save(None, draft, today - 40 * DAY).new_id


def meeting(*people: int, day: date, at: time | None = time(14, 0)) -> MomentDraft:
    return MomentDraft(people, Channel.MEETING, Direction.WE, day, at, agenda="Glazes")


def due(notebook: Notebook, today: date, at: time | None = None) -> list[ReminderLine]:
    lines = notebook.reminders.due(today, at=at).lines
    return [line for line in lines if line.source is Source.PLANNED]


def sources(notebook: Notebook, today: date) -> set[Source]:
    return {line.source for line in notebook.reminders.due(today).lines}


def test_a_line_says_whom_one_meets_and_when(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    ben = notebook.people.add("Ben", today).new_id
    project = notebook.drafts.begin(ProjectFacts("Spring range", ana, "any-project")).new_id
    draft = replace(meeting(ana, ben, day=today), project_id=project, place="Kiln house")
    planned = notebook.moments.plan(draft, now).new_id
    (line,) = due(notebook, today)
    assert (line.what, line.at, line.due) == ("Meet Ana Pereira 14:00", time(14, 0), today)
    assert line.why == "Spring range · and one other · Kiln house · Glazes"
    assert (line.subject_id, line.person_id, line.project_id) == (planned, ana, project)
    assert not line.has_passed


@pytest.mark.parametrize(
    ("channel", "what"),
    [(Channel.CALL, "Call Ana Pereira"), (Channel.VISIT, "Visit Ana Pereira"),
     (Channel.EMAIL, "Write to Ana Pereira")],
)  # fmt: skip
def test_each_channel_has_its_words(
    notebook: Notebook, ana: int, today: date, now: datetime, channel: Channel, what: str
) -> None:
    draft = replace(meeting(ana, day=today + 2 * DAY, at=None), channel=channel)
    notebook.moments.plan(draft, now)
    assert [line.what for line in due(notebook, today)] == [what]


def test_once_the_time_is_over_it_asks_how_it_went(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    notebook.moments.plan(replace(meeting(ana, day=today), minutes=30), now)
    for at, what in (
        (None, "Meet Ana Pereira 14:00"),
        (time(14, 29), "Meet Ana Pereira 14:00"),
        (time(14, 30), "How did it go with Ana Pereira?"),
    ):
        (line,) = due(notebook, today, at)
        assert line.what == what
        assert line.over_at == time(14, 30)
    (line,) = due(notebook, today + 3 * DAY)
    assert (line.what, line.since) == ("How did it go with Ana Pereira?", today)
    assert line.why == "Planned for 22 Nov"


def test_it_is_moved_called_off_or_logged_from_its_line(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    planned = notebook.moments.plan(meeting(ana, day=today), now).new_id
    (line,) = due(notebook, today)
    moved = notebook.reminders.snooze(line, today + 2 * DAY, today)
    assert moved.label == "Moved to 24 Nov: meeting with Ana Pereira"
    assert notebook.moments.draft(planned) == meeting(ana, day=today + 2 * DAY)
    (line,) = due(notebook, today)
    with pytest.raises(Refused):
        notebook.reminders.done(line, today)
    skipped = notebook.reminders.skip(line, today)
    assert skipped.label == "Called off: meeting with Ana Pereira"
    assert due(notebook, today) == []
    notebook.upkeep.undo()
    (line,) = due(notebook, today + 2 * DAY)
    notebook.reminders.done(line, today + 2 * DAY)
    assert due(notebook, today + 2 * DAY) == []
    (logged,) = notebook.moments.of_person(ana, 5)
    assert (logged.id, logged.text) == (planned, "Glazes")


def test_once_it_has_passed_only_the_question_is_put_off(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    planned = notebook.moments.plan(meeting(ana, day=today), now).new_id
    before = notebook.moments.draft(planned)
    (line,) = due(notebook, today, time(18))
    put_off = notebook.reminders.snooze(line, today + DAY, today)
    assert put_off.label == "Put off until 23 Nov: How did it go with Ana Pereira?"
    assert notebook.moments.draft(planned) == before
    (line,) = due(notebook, today + DAY)
    assert (line.due, line.since) == (today + DAY, today)
    assert (line.what, line.why) == (
        "How did it go with Ana Pereira?",
        "Planned for 22 Nov · put off",
    )
    notebook.reminders.snooze(line, today + 3 * DAY, today + DAY)
    (line,) = due(notebook, today + 4 * DAY)
    assert line.due == today + 3 * DAY
    assert notebook.moments.draft(planned) == before
    assert notebook.reminders.timed(today, today + 9 * DAY, today + 2 * DAY, time(9)) == []
    skipped = notebook.reminders.skip(line, today + 4 * DAY)
    assert skipped.label == "Did not take place: meeting with Ana Pereira"
    notebook.upkeep.undo()
    notebook.reminders.done(line, today + 4 * DAY)
    assert due(notebook, today + 4 * DAY) == []
    (logged,) = notebook.moments.of_person(ana, 5)
    assert logged.day == today
    for _ in range(3):
        notebook.upkeep.undo()
    (line,) = due(notebook, today, time(18))
    assert line.due == today


def test_a_meeting_that_is_to_come_is_never_hidden_by_a_clock_that_was_ahead(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    notebook.moments.plan(meeting(ana, day=today + 2 * DAY), now)
    (line,) = due(notebook, today + 30 * DAY)
    notebook.reminders.snooze(line, today + 33 * DAY, today + 30 * DAY)
    (line,) = due(notebook, today)
    assert (line.due, line.what) == (today + 2 * DAY, "Meet Ana Pereira 14:00")


def test_whom_one_will_meet_is_looked_after(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    assert Source.KEEP_IN_TOUCH in sources(notebook, today)
    planned = notebook.moments.plan(meeting(ana, day=today + 3 * DAY), now).new_id
    assert Source.KEEP_IN_TOUCH not in sources(notebook, today)
    # How it went is asked first; whoever never answers is reminded again in the end.
    assert Source.KEEP_IN_TOUCH not in sources(notebook, today + 9 * DAY)
    assert Source.KEEP_IN_TOUCH in sources(notebook, today + 11 * DAY)
    notebook.moments.delete(planned)
    assert Source.KEEP_IN_TOUCH in sources(notebook, today)


def test_whoever_is_in_the_trash_is_met_no_more(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    ben = notebook.people.add("Ben", today).new_id
    notebook.moments.plan(meeting(ana, ben, day=today), now)
    notebook.people.trash(ana)
    assert [line.what for line in due(notebook, today)] == ["Meet Ben 14:00"]
    notebook.people.trash(ben)
    assert due(notebook, today) == []
