"""The common way for sources whose open occurrences one SELECT can name."""

import json
from abc import abstractmethod
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, ClassVar

from typing_extensions import override

from notebook.domain.reminders import Mark
from notebook.domain.urgency import ReminderGroup
from notebook.services.reminders.source import Asked, Candidate, Found, ReminderSource


class SelectedSource(ReminderSource):
    """A source whose open occurrences one SELECT can name; marks, groups and order are done here.

    `day`: the column with the day that an occurrence is due on, unless it was put off.
    `order`: the columns that order what is due on the same day.
    `at_once`: the SELECT is run once for all groups, unless an index gives a group of many alone.
    `at_a_time`: SQL that is true of what has a time of day; empty where nothing has.
    """

    day: ClassVar[str] = "occurrence"
    order: ClassVar[str] = "subject_id"
    at_once: ClassVar[bool] = True
    at_a_time: ClassVar[str] = ""

    @abstractmethod
    def open_ones(self, asked: Asked) -> tuple[str, tuple[object, ...]]:
        """Return a SELECT of subject_id, occurrence and rhythm_days (or NULL) with its values."""

    def horizon(self, today: date) -> date:
        """Return the last day that is looked ahead to."""
        del today
        return date.max

    def after_mark(
        self, asked: Asked, subject_id: int, occurrence: date, rhythm_days: int | None
    ) -> Candidate | None:
        """Return what follows an occurrence that was done or skipped: nothing, for most sources."""
        del asked, subject_id, occurrence, rhythm_days
        return None

    @override
    def find(self, asked: Asked) -> Found:
        """Return the most urgent candidates of each group, and the number of all."""
        marked = self._marked(asked)
        found = self._found_marked(asked, marked)
        for word, subject_or_count, *rest in self._counted_and_first(asked, marked):
            if rest[0] is None:
                found.totals[ReminderGroup(word)] += subject_or_count
            else:
                found.candidates.append(self._found(asked, (subject_or_count, *rest)))
        return found

    @override
    def timed(self, asked: Asked, first: date, last: date) -> list[Candidate]:
        """Return what has a time of day, and what was put off and may have one; the last first."""
        if not self.at_a_time:
            return []
        marked = self._marked(asked)
        put_off = [each for each in marked.values() if each and first <= each.due <= last]
        with_open, values = self._open_but(asked, marked)
        statement = (
            f"{with_open} SELECT subject_id, occurrence, rhythm_days, {self.day}"
            f" FROM open WHERE {self.day} BETWEEN ? AND ? AND {self.at_a_time}"
            f" ORDER BY {self.day} DESC LIMIT ?"
        )
        days = (first.isoformat(), last.isoformat())
        found = asked.rows(statement, *values, *days, asked.limit)
        return put_off + [self._found(asked, row) for row in found]

    def _found_marked(self, asked: Asked, marked: Mapping[int, Candidate | None]) -> Found:
        found = Found()
        for candidate in filter(None, marked.values()):
            if candidate.due <= self.horizon(asked.today):
                found.add(candidate, asked.today)
        return found

    def _counted_and_first(self, asked: Asked, marked: Collection[int]) -> list[Any]:
        """Return the number of each group, then its first rows, all in one statement."""
        horizon = self.horizon(asked.today)
        with_open, values = self._open_but(asked, marked)
        parts = []
        for group, first, last in asked.windows():
            if first <= horizon:
                days = (first.isoformat(), min(last, horizon).isoformat())
                parts.append(self._part_of_group(group))
                values = (*values, *days, *days, asked.limit)
        return asked.rows(f"{with_open} {' UNION ALL '.join(parts)}", *values)

    def _open_but(self, asked: Asked, marked: Collection[int]) -> tuple[str, tuple[object, ...]]:
        select, values = self.open_ones(asked)
        how = "" if self.at_once else "NOT "
        if marked:
            without = "WHERE subject_id NOT IN (SELECT value FROM json_each(?))"
            select, values = f"SELECT * FROM ({select}) {without}", (*values, json.dumps([*marked]))
        return f"WITH open AS {how}MATERIALIZED ({select})", values

    def _part_of_group(self, group: ReminderGroup) -> str:
        between = f"FROM open WHERE {self.day} BETWEEN ? AND ?"
        return f"""
            SELECT '{group.value}', count(*), NULL, NULL, NULL {between}
            UNION ALL SELECT * FROM (
                SELECT '{group.value}', subject_id, occurrence, rhythm_days, {self.day} {between}
                ORDER BY {self.day}, {self.order} LIMIT ?)"""

    def _found(self, asked: Asked, row: Any) -> Candidate:
        subject_id, text, rhythm_days, day = row
        occurrence, due = date.fromisoformat(text), date.fromisoformat(day)
        return self.candidate(
            subject_id,
            occurrence,
            asked.today,
            rhythm_days,
            due=due,
            since=min(occurrence, due),
        )

    def _marked(self, asked: Asked) -> dict[int, Candidate | None]:
        """Return what marks made of the subjects whose present occurrence has one."""
        return self._marked_of(asked, *self.open_ones(asked))

    def _marked_of(
        self, asked: Asked, select: str, values: tuple[object, ...], since: date = date.min
    ) -> dict[int, Candidate | None]:
        rows = asked.rows(
            "SELECT o.subject_id, o.occurrence, o.rhythm_days, m.mark, m.until"
            f" FROM reminder_mark m CROSS JOIN ({select}) o"
            " ON o.subject_id = m.subject_id AND o.occurrence = m.occurrence WHERE m.source = ?"
            " AND m.occurrence >= ?",
            *values,
            self.kind.value,
            since.isoformat(),
        )
        return {row[0]: self._after(asked, row) for row in rows}

    def _after(self, asked: Asked, row: Any) -> Candidate | None:
        subject_id, text, rhythm_days, mark, until = row
        occurrence = date.fromisoformat(text)
        if mark != Mark.SNOOZED:
            return self.after_mark(asked, subject_id, occurrence, rhythm_days)
        due = date.fromisoformat(until)
        return self.candidate(
            subject_id, occurrence, asked.today, rhythm_days, due=due, put_off=True
        )
