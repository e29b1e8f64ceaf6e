"""What is to be told outside the window: the reminders with a time, and what was told already."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from notebook.domain.notifying import Timed
from notebook.domain.reminders import Source
from notebook.services.reminders.engine import Reminders
from notebook.services.reminders.line import ReminderLine
from notebook.storage.file import NotebookFile
from notebook.storage.notice_tables import ToldNotice
from notebook.storage.problems import explained

_REMEMBERED = 2000  # notices; whoever is told of ten each day has the last half year
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TimedLine:
    """A line of the reminders, and when it is to be told."""

    timed: Timed
    line: ReminderLine


class Notifications:
    """Reads what has a time, and remembers what was told; that is no change, and never undone."""

    def __init__(self, file: NotebookFile, reminders: Reminders) -> None:
        """Read from this notebook."""
        self._file, self._reminders = file, reminders

    def timed(self, since: datetime, now: datetime, lead_minutes: int) -> list[TimedLine]:
        """Return what has a time from the day of `since` until tomorrow, meetings with their lead.

        `since` and `now` are by the clock on the wall.
        """
        today = now.date()
        lines = self._reminders.timed(since.date(), today + _DAY, today, now.time())
        return [TimedLine(_timed(line, lead_minutes), line) for line in lines]

    def told_among(self, keys: Iterable[str]) -> frozenset[str]:
        """Return those of the keys that were told already."""
        rows = self._file.database.execute_sql(
            "SELECT key FROM told_notice WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(list(keys)),),
        )
        return frozenset(key for (key,) in rows.fetchall())

    def remember(self, keys: Collection[str]) -> None:
        """Remember that these were told; raises a FileProblem when that can't be written."""
        if not keys:
            return
        with explained(self._file.path), self._file.database.atomic():
            for key in keys:
                ToldNotice.insert(key=key).on_conflict_ignore().execute()
            self._file.database.execute_sql(
                "DELETE FROM told_notice WHERE id <= "
                "(SELECT id FROM told_notice ORDER BY id DESC LIMIT 1 OFFSET ?)",
                (_REMEMBERED,),
            )


def _timed(line: ReminderLine, lead_minutes: int) -> Timed:
    assert line.at is not None, "it was asked for what has a time"
    # Shown some days before its day or put off to a later one: it is told on the later of both.
    when = datetime.combine(max(line.due, line.occurrence), line.at)
    lead = timedelta(minutes=lead_minutes if line.source is Source.PLANNED else 0)
    key = f"{line.source}:{line.subject_id}:{when.isoformat(timespec='minutes')}"
    return Timed(key, when, when - lead)
