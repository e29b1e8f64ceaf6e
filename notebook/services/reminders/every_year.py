"""The common way for days that come every year: those around today, and those put off for longer.

One that was put off waits until it comes round again, and no longer: the next is never hidden by it.
"""

import json
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import ClassVar

from typing_extensions import override

from notebook.domain.partial_date import LeapDay, PartialDate
from notebook.services.preferences import chosen_leap_day
from notebook.services.reminders.line import ReminderLine
from notebook.services.reminders.selected import SelectedSource
from notebook.services.reminders.source import Asked, Candidate

LEAD_DAYS = 7
"""How many days before a day of the year is a reminder as a rule, and how many days after."""

_PUT_OFF = """
    SELECT DISTINCT occurrence FROM reminder_mark
    WHERE source = ?2 AND mark = 'snoozed' AND until >= ?1 AND occurrence < ?1"""


class EveryYear(SelectedSource):
    """One each year, from some days before until a week after it, or after the day it was put off to.

    `open_back`: how many days back the occurrences reach that `open_ones` knows.
    """

    open_back: ClassVar[int] = LEAD_DAYS

    @abstractmethod
    def open_on(self, asked: Asked, days: Sequence[date]) -> tuple[str, tuple[object, ...]]:
        """Return a SELECT as `open_ones` does, of whose day is one of these, however long ago."""

    @override
    def _marked(self, asked: Asked) -> dict[int, Candidate | None]:
        """Return what marks made of the days; one that was put off stays until after that day."""
        long_over = asked.today - timedelta(days=LEAD_DAYS)
        rows = asked.rows(_PUT_OFF, long_over.isoformat(), self.kind.value)
        earlier = [date.fromisoformat(day) for (day,) in rows]
        open_on = self.open_on(asked, earlier)
        longer = self._marked_of(asked, *open_on, min(earlier)) if earlier else {}
        put_off = {
            subject_id: each
            for subject_id, each in longer.items()
            if each and each.put_off and each.due >= long_over
        }
        for subject_id in self._overtaken(asked, put_off):
            del put_off[subject_id]
        since = asked.today - timedelta(days=self.open_back)
        return put_off | self._marked_of(asked, *self.open_ones(asked), since)

    def comes_again(self, subject_id: int) -> bool:
        """Return whether there is another day next year."""
        del subject_id
        return True

    @override
    def waits_until(self, line: ReminderLine, until: date, today: date) -> date:
        """Return the day that was asked for, or the next year's day of the line if that is sooner."""
        if not self.comes_again(line.subject_id):
            return until
        return min(until, _a_year_later(line.occurrence, chosen_leap_day()))

    def _overtaken(self, asked: Asked, put_off: Mapping[int, Candidate]) -> set[int]:
        """Return those of what was put off that came round again since, or are about to."""
        if not put_off:
            return set()
        select, values = self.open_ones(asked)
        listed = f"SELECT * FROM ({select}) WHERE subject_id IN (SELECT value FROM json_each(?))"
        rows = asked.rows(listed, *values, json.dumps([*put_off]))
        is_open_again = {
            subject_id
            for subject_id, occurrence, _ in rows
            if date.fromisoformat(occurrence) > put_off[subject_id].occurrence
        }
        return is_open_again | {
            subject_id
            for subject_id, each in put_off.items()
            if _a_year_later(each.occurrence, asked.leap_day) < asked.today
            and self.comes_again(subject_id)
        }


def kept_on(day: date, leap_day: LeapDay) -> Iterator[tuple[int, int, str]]:
    """Yield the month and day of what is kept on a day, 29 February as the notebook has it."""
    yield day.month, day.day, day.isoformat()
    if (day.month, day.day) != (2, 29):
        born = PartialDate(month=2, day=29)
        if born.in_year(day.year, leap_day) == day:
            yield 2, 29, day.isoformat()


def _a_year_later(day: date, leap_day: LeapDay) -> date:
    later = PartialDate(month=day.month, day=day.day).in_year(day.year + 1, leap_day)
    assert later is not None, "it has a month and a day"
    return later
