"""Keep in touch: one rhythm after the last contact, moved by what really happened."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notebook.domain.partial_date import LeapDay
from notebook.domain.reminders import Source
from notebook.domain.rhythm import contact_due_on
from notebook.domain.urgency import ReminderGroup
from notebook.errors import Refused
from notebook.services.groups import Groups
from notebook.services.reminders.keep_in_touch import _FIRST, _MOST_OVERDUE, KeepInTouch
from notebook.services.reminders.source import Asked
from notebook.services.several_people import SeveralPeople
from notebook.storage.tables import Person
from tests.conftest import TODAY
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)
KIND = Source.KEEP_IN_TOUCH


def test_a_line_says_who_what_why_and_since_when(world: World, today: date) -> None:
    ana = world.person(rhythm_days=30)
    world.moment(ana, today - 27 * DAY)
    (line,) = world.due(today)
    assert (line.who, line.person_id, line.source) == ("Ana Pereira", ana, KIND)
    assert line.what == "Get in touch with Ana Pereira"
    assert line.why == "Every 30 days · last 27 days ago"
    assert line.due == line.since == line.occurrence == today + 3 * DAY
    assert line.contact_like


def test_somebody_never_contacted_counts_from_the_day_we_came_to_know_them(
    world: World, today: date
) -> None:
    world.person(rhythm_days=7, known_since=today - 10 * DAY)
    (line,) = world.due(today)
    assert line.due == today - 3 * DAY
    assert line.urgency == pytest.approx(3 / 7)
    assert line.why == "Every 7 days · no contact yet, known since 12 Nov"


def test_a_contact_begins_the_rhythm_anew_by_its_own_date_and_never_backwards(
    world: World, today: date
) -> None:
    ana = world.person(rhythm_days=10, known_since=today - 30 * DAY)
    world.moment(ana, today - 12 * DAY)
    assert world.due(today)[0].due == today - 2 * DAY
    world.moment(ana, today - 20 * DAY)
    assert world.due(today)[0].due == today - 2 * DAY
    world.moment(ana, today)
    assert world.due(today)[0].due == today + 10 * DAY


def test_skipping_moves_it_to_the_next_turn_and_undo_brings_it_back(
    world: World, today: date
) -> None:
    world.person(rhythm_days=10, known_since=today - 12 * DAY)
    (line,) = world.due(today)
    skipped = world.reminders.skip(line, today)
    assert skipped.label == "Skipped: Get in touch with Ana Pereira · next on Mon 30 Nov"
    (moved,) = world.due(today)
    assert moved.due == line.due + 10 * DAY
    world.reminders.skip(moved, today)
    assert world.due(today)[0].due == line.due + 20 * DAY
    world.file.undo()
    world.file.undo()
    assert world.due(today) == [line]


@pytest.mark.parametrize(("silent", "ahead"), [(364, 7), (365, 6), (366, 5), (370, 1), (371, 7)])
def test_skipping_lets_go_of_all_that_is_past(
    world: World, today: date, silent: int, ahead: int
) -> None:
    world.person(rhythm_days=7, known_since=today - silent * DAY)
    world.reminders.skip(world.due(today)[0], today)
    assert [line.due for line in world.due(today)] == [today + ahead * DAY]
    world.reminders.skip(world.due(today)[0], today)
    assert [line.due for line in world.due(today)] == [today + (ahead + 7) * DAY]


def test_a_snoozed_line_comes_back_on_its_day_and_says_so(world: World, today: date) -> None:
    world.person(rhythm_days=10, known_since=today - 12 * DAY)
    (line,) = world.due(today)
    changes = world.reminders.snooze(line, today + 2 * DAY, today)
    assert changes.label == "Put off until 24 Nov: Get in touch with Ana Pereira"
    (later,) = world.due(today)
    assert (later.due, later.occurrence) == (today + 2 * DAY, line.occurrence)
    assert later.why.endswith("put off, was due 20 Nov")
    world.reminders.snooze(later, today + 5 * DAY, today)
    assert world.due(today)[0].due == today + 5 * DAY
    world.reminders.skip(world.due(today)[0], today)
    assert world.due(today)[0].due == line.due + 10 * DAY


def test_it_cant_be_put_off_to_an_earlier_day(world: World, today: date) -> None:
    world.person(rhythm_days=10, known_since=today)
    (line,) = world.due(today)
    with pytest.raises(Refused):
        world.reminders.snooze(line, line.due, today)


def test_a_logged_contact_takes_its_effect_along_when_it_is_deleted(
    world: World, today: date
) -> None:
    ana = world.person(rhythm_days=10, known_since=today - 12 * DAY)
    (line,) = world.due(today)
    with world.file.change("logged"):
        world.moment(ana, today)
        world.reminders.mark_done(line.source, line.subject_id, line.occurrence)
    assert world.due(today)[0].due == today + 10 * DAY
    world.file.undo()
    assert world.due(today) == [line]


def test_an_answer_from_before_the_last_contact_changes_nothing(world: World, today: date) -> None:
    ana = world.person(rhythm_days=10, known_since=today - 40 * DAY)
    world.moment(ana, today - 12 * DAY)
    (line,) = world.due(today)
    with world.file.change("logged"):
        world.moment(ana, today - 20 * DAY)
        world.reminders.mark_done(line.source, line.subject_id, line.occurrence)
    assert world.due(today) == [line]
    with world.file.change("logged"):
        world.moment(ana, today - 11 * DAY)
        world.reminders.mark_done(line.source, line.subject_id, line.occurrence)
    assert world.due(today)[0].due == line.due + DAY, "by its own date"


def test_only_a_month_ahead_is_looked_at(world: World, today: date) -> None:
    world.person(rhythm_days=365, known_since=today)
    assert world.due(today) == []
    assert world.due(today + 335 * DAY)[0].due == today + 365 * DAY


def test_who_is_in_the_trash_or_without_a_rhythm_is_left_alone(world: World, today: date) -> None:
    world.person("Bo", rhythm_days=None)
    world.person("Cy", rhythm_days=0)
    world.person("Di", rhythm_days=10**9)
    gone = world.person("Ed", rhythm_days=1)
    with world.file.change("trash"):
        Person.get_by_id(gone).amend(deleted_at="2026-11-01")
    assert world.due(today) == []


@settings(deadline=None, max_examples=15)
@given(
    st.lists(st.tuples(st.integers(1, 90), st.one_of(st.none(), st.integers(0, 200))), max_size=8)
)
def test_sql_and_rule_agree(
    new_world: Callable[[Path], World], people: list[tuple[int, int | None]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = new_world(Path(folder))
        expected = {}
        for number, (rhythm, ago) in enumerate(people):
            known = TODAY - 100 * DAY
            last = None if ago is None else TODAY - ago * DAY
            person = world.person(str(number), rhythm_days=rhythm, known_since=known)
            if last:
                world.moment(person, last)
            due = contact_due_on(last, rhythm, known)
            if due and due <= TODAY + 30 * DAY:
                expected[person] = due
        assert {line.subject_id: line.due for line in world.due(TODAY)} == expected
        world.file.close()


@settings(deadline=None, max_examples=15)
@given(st.lists(st.sampled_from(["skip", "done", "snooze", "contact", "undo", "wait"]), max_size=7))
def test_nothing_that_one_does_loses_or_doubles_a_turn(
    new_world: Callable[[Path], World], deeds: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = new_world(Path(folder))
        ana = world.person(rhythm_days=5, known_since=TODAY - 4 * DAY)
        known: list[Turns] = [Turns(TODAY - 4 * DAY)]
        day = TODAY
        for deed in deeds:
            turns, day = known[-1], day + (17 if deed == "wait" else 1) * DAY
            (line,) = world.due(day)
            assert (line.occurrence, line.due) == turns.next()
            if deed == "undo" and len(known) > 1:
                world.file.undo()
                known.pop()
            elif deed == "contact":
                world.moment(ana, day)
                known.append(replace(turns, last=day))
            elif deed == "snooze":
                until = line.due + 3 * DAY
                world.reminders.snooze(line, until, day)
                known.append(replace(turns, put_off=turns.put_off | {line.occurrence: until}))
            elif deed not in {"undo", "wait"}:
                if deed == "skip":
                    world.reminders.skip(line, day)
                else:
                    world.reminders.done(line, day)
                known.append(replace(turns, settled=turns.settled | {line.occurrence: day}))
        (line,) = world.due(day)
        assert (line.occurrence, line.due) == known[-1].next()
        world.file.close()


@dataclass(frozen=True)
class Turns:
    """What should be due: the turns that were put off, and those settled, each on which day."""

    last: date
    put_off: dict[date, date] = field(default_factory=dict)
    settled: dict[date, date] = field(default_factory=dict)

    def next(self) -> tuple[date, date]:
        turn = self.last + 5 * DAY
        while turn in self.settled:
            settled_on = self.settled[turn]
            turn += 5 * DAY
            while turn <= settled_on:
                turn += 5 * DAY
        return turn, self.put_off.get(turn, turn)


def test_the_rhythm_of_a_group_reminds_and_its_longest_time_is_said(
    world: World, today: date
) -> None:
    ana = world.person(known_since=today - 100 * DAY)
    world.moment(ana, today - 40 * DAY)
    several, groups = SeveralPeople(world.file), Groups(world.file)
    several.add_to_group([ana], "Customers")
    group_id = groups.all()[0].id
    assert world.due(today) == []
    groups.save(group_id, "Customers", 30, 45)
    (line,) = world.due(today)
    assert line.due == today - 10 * DAY
    assert line.urgency == pytest.approx(10 / 30)
    assert line.why == "Every 30 days · at most 45 · last 40 days ago"
    groups.save(group_id, "Customers", 30, 39)
    assert "longer than the 39 days at most" in world.due(today)[0].why
    several.set_rhythm([ana], 60)
    assert world.due(today)[0].due == today + 20 * DAY
    world.file.undo()
    groups.remove(group_id)
    assert world.due(today) == []


def test_a_pause_lets_somebody_rest_until_its_day(world: World, today: date) -> None:
    ana = world.person(rhythm_days=10, known_since=today - 30 * DAY)
    several = SeveralPeople(world.file)
    several.pause([ana], today + 60 * DAY)
    assert world.due(today) == []
    assert [line.due for line in world.due(today + 60 * DAY)] == [today + 60 * DAY]
    assert world.due(today + 63 * DAY)[0].urgency == pytest.approx(3 / 10)
    world.moment(ana, today + 55 * DAY)
    assert world.due(today + 60 * DAY)[0].due == today + 65 * DAY
    several.pause([ana], None)
    assert world.due(today + 60 * DAY)[0].due == today + 65 * DAY
    world.file.undo()
    world.file.undo()
    several.pause([ana], today + 5 * DAY)
    assert world.due(today)[0].due == today + 5 * DAY


def test_a_pause_lets_nothing_come_earlier(world: World, today: date) -> None:
    ana = world.person(rhythm_days=30, known_since=today - 30 * DAY)
    bo = world.person("Bo", rhythm_days=30, known_since=today - 30 * DAY)
    for line in world.due(today):
        if line.subject_id == ana:
            world.reminders.skip(line, today)
        else:
            world.reminders.snooze(line, today + 20 * DAY, today)
    several = SeveralPeople(world.file)
    several.pause([ana, bo], today + 10 * DAY)
    later = {ana: today + 30 * DAY, bo: today + 20 * DAY}
    assert {line.subject_id: line.due for line in world.due(today)} == later
    several.pause([ana, bo], today + 40 * DAY)
    assert {line.due for line in world.due(today + 20 * DAY)} == {today + 40 * DAY}


def test_of_many_the_most_overdue_of_each_rhythm_are_found(world: World, today: date) -> None:
    for number in range(60):
        rhythm = (7, 30, 31, 365)[number % 4]
        world.person(f"N{number}", rhythm_days=rhythm, known_since=today - (9 * number + 5) * DAY)
    asked = Asked(world.file.database, today, 6, LeapDay.FEBRUARY_28)
    found = KeepInTouch().find(asked)
    everybody = KeepInTouch().find(replace(asked, limit=100))
    overdue = sorted(
        (each for each in everybody.candidates if each.due < today), key=lambda each: -each.urgency
    )
    assert [each for each in found.candidates if each.due < today] == overdue[:6]
    assert found.totals == everybody.totals
    assert found.totals[ReminderGroup.OVERDUE] == len(overdue) > 6


@pytest.mark.parametrize(
    ("statement", "values", "index"),
    [
        (_FIRST, ("2026-01-01", "2026-12-31", "[]", 20), "person_to_keep_in_touch"),
        (_MOST_OVERDUE, ("2026-01-01", "[]", 20), "person_by_rhythm"),
    ],
)
def test_keeping_in_touch_reads_an_index(
    world: World, statement: str, values: tuple[object, ...], index: str
) -> None:
    rows = world.file.database.execute_sql(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
    assert any(index in row[3] for row in rows), rows
    assert not any(row[3].startswith("SCAN person") for row in rows), rows
