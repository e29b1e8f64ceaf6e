"""The common way for sources whose open occurrences one SELECT can name."""

import json
from abc import abstractmethod
from collections.abc import Collection, Mapping
from datetime import date
from operator import itemgetter
from typing import Any, ClassVar

from typing_extensions import override

from notebook.domain.reminders import Mark
from notebook.domain.urgency import ReminderGroup
from notebook.services.reminders.source import Asked, Candidate, Found, ReminderSource


class SelectedSource(ReminderSource):
    """A source whose open occurrences one SELECT can name; marks, groups and order are done here.

    `day`: the column with the day that an occurrence is due on, unless it was put off.
    `order`: the columns that order what is due on the same day.
    `at_once`: the SELECT is worth running once for all groups, since no index gives a group alone.
    `at_a_time`: SQL that is true of what has a time of day; empty where nothing has.
    """

    day: ClassVar[str] = "occurrence"
    order: ClassVar[str] = "subject_id"
    at_once: ClassVar[bool] = False
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
        horizon = self.horizon(asked.today)
        unmarked = self._unmarked(asked, marked)
        if self.at_once:
            self._look_at_all(asked, found, unmarked, horizon)
            return found
        for group, first, last in asked.windows():
            if first <= horizon:
                days = (first.isoformat(), min(last, horizon).isoformat())
                self._look(asked, found, group, (unmarked[0], (*unmarked[1], *days)))
        return found

    @override
    def timed(self, asked: Asked, first: date, last: date) -> list[Candidate]:
        """Return what has a time of day, and what was put off and may have one; the last first."""
        if not self.at_a_time:
            return []
        marked = self._marked(asked)
        put_off = [each for each in marked.values() if each and first <= each.due <= last]
        rest, values = self._unmarked(asked, marked)
        statement = (
            f"SELECT {self._columns} {rest} AND {self.at_a_time} ORDER BY {self.day} DESC LIMIT ?"
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

    def _unmarked(self, asked: Asked, marked: Collection[int]) -> tuple[str, tuple[object, ...]]:
        select, values = self.open_ones(asked)
        without = ""
        if marked:
            without = "subject_id NOT IN (SELECT value FROM json_each(?)) AND "
            values = (*values, json.dumps(list(marked)))
        return f"FROM ({select}) WHERE {without}{self.day} BETWEEN ? AND ?", values

    def _look(
        self,
        asked: Asked,
        found: Found,
        group: ReminderGroup,
        unmarked: tuple[str, tuple[object, ...]],
    ) -> None:
        rest, values = unmarked
        ((count,),) = asked.rows(f"SELECT count(*) {rest}", *values)
        found.totals[group] += count
        if not count:
            return
        statement = f"SELECT {self._columns} {rest} ORDER BY {self.day}, {self.order} LIMIT ?"
        found.candidates += [
            self._found(asked, row) for row in asked.rows(statement, *values, asked.limit)
        ]

    def _look_at_all(
        self, asked: Asked, found: Found, unmarked: tuple[str, tuple[object, ...]], horizon: date
    ) -> None:
        rest, values = unmarked
        days = (date.min.isoformat(), horizon.isoformat())
        statement = f"SELECT {self._columns} {rest} ORDER BY {self.day}, {self.order}"
        rows = asked.rows(statement, *values, *days)
        for group, part in asked.by_group(rows, itemgetter(-1)):
            found.totals[group] += len(part)
            found.candidates += [self._found(asked, row) for row in part[: asked.limit]]

    @property
    def _columns(self) -> str:
        return f"subject_id, occurrence, rhythm_days, {self.day}"

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
