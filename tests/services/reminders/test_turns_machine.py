"""Whatever is done in whichever order, own reminders agree with dateutil: no turn lost, none twice."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Literal

import pytest
from dateutil.relativedelta import relativedelta
from dateutil.rrule import DAILY, WEEKLY, rrule
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from typing_extensions import override

from notebook.domain.recurrence import Frequency, Recurrence
from notebook.domain.reminders import Source
from notebook.errors import Refused
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.reminders.line import ReminderLine
from tests.conftest import TODAY
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)
STEPS = {
    Frequency.DAILY: "days",
    Frequency.WEEKLY: "weeks",
    Frequency.MONTHLY: "months",
    Frequency.YEARLY: "years",
}


UNITS: dict[Frequency, Literal[2, 3]] = {Frequency.DAILY: DAILY, Frequency.WEEKLY: WEEKLY}


@dataclass(frozen=True)
class Expected:
    """The turn that should be open, the day to which it was put off, how many are left."""

    turn: date | None
    until: date | None = None
    left: int | None = None
    settled: frozenset[date] = frozenset()


class Turns(RuleBasedStateMachine):
    """One reminder that comes round, from the schedule or from completion."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world, self.today = world, TODAY
        self.states: list[Expected] = []

    @initialize(
        frequency=st.sampled_from(Frequency),
        interval=st.integers(1, 3),
        count=st.none() | st.integers(1, 6),
        from_completion=st.booleans(),
        begin=st.sampled_from(
            [TODAY, date(2027, 1, 31), date(2028, 2, 29), date(2026, 12, 30), TODAY - 9 * DAY]
        ),
    )
    def write(
        self,
        frequency: Frequency,
        interval: int,
        count: int | None,
        begin: date,
        *,
        from_completion: bool,
    ) -> None:
        self.frequency, self.interval, self.begin = frequency, interval, begin
        self.from_completion = from_completion
        how = Recurrence(frequency, interval, count=count)
        draft = OwnReminderDraft("x", begin, recurrence=how, from_completion=from_completion)
        self.world.reminders.own.save(None, draft)
        self.today = begin
        self.count = count
        self.states = [Expected(begin, left=count)]

    def days(self) -> list[date]:
        """Return all turns of the schedule, by dateutil; the last day of a shorter month instead."""
        word = STEPS[self.frequency]
        most = self.count or 400
        if self.frequency in UNITS:
            start = datetime(self.begin.year, self.begin.month, self.begin.day)  # noqa: DTZ001
            found = rrule(UNITS[self.frequency], dtstart=start, interval=self.interval)
            return [moment.date() for moment in islice(found, most)]
        step = [relativedelta(**{word: number * self.interval}) for number in range(most)]  # type: ignore[arg-type]
        return [self.begin + each for each in step]

    def following(self, turn: date, settled_on: date) -> Expected:
        now = self.states[-1]
        settled = now.settled | {turn}
        if not self.from_completion:
            later = (day for day in self.days() if day > turn and day >= settled_on)
            return Expected(next(later, None), settled=settled)
        left = None if now.left is None else now.left - 1
        if left == 0:
            return Expected(None, settled=settled)
        step = relativedelta(**{STEPS[self.frequency]: self.interval})  # type: ignore[arg-type]
        return Expected(settled_on + step, left=left, settled=settled)

    def settled(self, after: Expected) -> None:
        """Keep what should follow; what changes nothing can't be undone."""
        now = self.states[-1]
        if (now.turn, now.until, now.left) != (after.turn, after.until, after.left):
            self.states.append(after)

    def line(self) -> ReminderLine:
        (line,) = self.world.due(self.today, Source.OWN)
        return line

    @property
    def is_open(self) -> bool:
        return bool(self.states) and self.states[-1].turn is not None

    @rule(days=st.integers(0, 45))
    def time_passes(self, days: int) -> None:
        self.today += days * DAY

    @rule(days=st.integers(1, 5))
    def the_clock_is_set_back(self, days: int) -> None:
        self.today -= days * DAY

    @precondition(lambda self: self.is_open)
    @rule()
    def done(self) -> None:
        line = self.line()
        self.world.reminders.done(line, self.today)
        self.settled(self.following(line.occurrence, self.today))

    @precondition(lambda self: self.is_open)
    @rule()
    def done_by_a_line_that_is_no_longer_true(self) -> None:
        line = self.line()
        self.world.reminders.done(line, self.today)
        after = self.following(line.occurrence, self.today)
        self.settled(after)
        if after.turn != line.occurrence:  # else it is the same turn once more
            self.world.reminders.done(line, self.today)

    @precondition(lambda self: self.is_open)
    @rule()
    def skip(self) -> None:
        line = self.line()
        self.world.reminders.skip(line, self.today)
        self.settled(self.following(line.occurrence, max(line.occurrence, self.today)))

    @precondition(lambda self: self.is_open)
    @rule(ahead=st.integers(1, 40))
    def snooze(self, ahead: int) -> None:
        line = self.line()
        until = max(line.due, self.today) + ahead * DAY
        turn = self.states[-1].turn
        assert turn is not None
        waits = until
        if not self.from_completion:
            coming = (day for day in self.days() if turn < day <= until and day > self.today)
            waits = next(coming, until)
        if waits <= line.due:
            with pytest.raises(Refused):
                self.world.reminders.snooze(line, until, self.today)
            return
        self.world.reminders.snooze(line, until, self.today)
        self.states.append(replace(self.states[-1], until=waits))

    @precondition(lambda self: len(self.states) > 1)
    @rule()
    def undo(self) -> None:
        self.world.file.undo()
        self.states.pop()

    @invariant()
    def just_the_open_turn_is_there(self) -> None:
        if not self.states:
            return
        now = self.states[-1]
        found = [(line.occurrence, line.due) for line in self.world.due(self.today, Source.OWN)]
        assert found == ([(now.turn, now.until or now.turn)] if now.turn else [])
        if not self.from_completion:
            assert now.turn not in now.settled


def test_own_reminders_agree_with_dateutil(new_world: Callable[[Path], World]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        worlds: list[World] = []

        class TurnsOfNewWorld(Turns):
            def __init__(self) -> None:
                place = Path(folder) / str(len(worlds))
                place.mkdir()
                worlds.append(new_world(place))
                super().__init__(worlds[-1])

            @override
            def teardown(self) -> None:
                self.world.file.close()

        how = settings(max_examples=40, stateful_step_count=15, deadline=None)
        run_state_machine_as_test(TurnsOfNewWorld, settings=how)
