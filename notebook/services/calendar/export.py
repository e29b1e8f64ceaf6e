"""Writing the calendar file: once, or again and again in a folder that a calendar program reads."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from shutil import copymode
from threading import Lock

from notebook.domain.changes import Changes
from notebook.errors import Refused
from notebook.formats.ical_records import CalendarLine
from notebook.formats.ical_write import is_ours, write
from notebook.services.calendar.choices import CalendarChoices, calendar_choices, keep_choices
from notebook.services.calendar.lines import EVERYTHING, calendar_lines
from notebook.services.phrases import filled
from notebook.services.preferences import Preferences
from notebook.services.reminders.source import Asked
from notebook.storage.file import NotebookFile
from notebook.storage.problems import explained
from notebook.translate import translate

KEPT_NAME = "relationship-notebook.ics"
"""What the file is called that is kept up to date."""


class CalendarExport:
    """Says what goes into the calendar file, and writes it."""

    def __init__(self, file: NotebookFile, preferences: Preferences) -> None:
        """Take everything from this notebook."""
        self._file, self._preferences = file, preferences
        self._one_by_one = Lock()

    def choices(self) -> CalendarChoices:
        """Return what was chosen to go in."""
        return calendar_choices(self._preferences)

    def choose(self, choices: CalendarChoices) -> Changes:
        """Choose what goes in; files that are kept up to date follow."""
        return keep_choices(self._preferences, choices)

    def lines(self, now: datetime) -> list[CalendarLine]:
        """Return what goes in, the earliest first."""
        asked = Asked(
            self._file.database, now.date(), EVERYTHING, self._preferences.leap_day(), now.time()
        )
        with self._file.database.atomic("DEFERRED"):  # all from one state of the file
            return calendar_lines(asked, self.choices())

    def write(self, path: Path, now: datetime, *, replace: bool = False) -> int:
        """Write the file, whole or not at all, and return how many lines it has.

        One of ours is replaced, and left untouched when there is nothing new. Raises Refused when
        another file is there, unless it may be replaced, and a FileProblem when nothing can be
        written: its folder is never made anew, so that an unplugged drive is noticed.
        """
        with self._one_by_one:  # a later state must not be overtaken by an earlier one
            return self._write(path, now, replace=replace)

    def _write(self, path: Path, now: datetime, *, replace: bool) -> int:
        with explained(path):
            before = path.read_bytes() if path.exists() else b""
        is_new = not is_ours(before)
        if before and is_new and not replace:
            words = translate(
                "calendar",
                "There is another file at %1 already. It was left as it is. Choose another place.",
            )
            raise Refused(filled(words, str(path)))
        lines = self.lines(now)
        name = translate("calendar", "Relationship notebook")
        content = write(lines, name, now, b"" if is_new else before)
        if content != before:
            with explained(path):
                _put(path, content)
        return len(lines)


def _put(path: Path, content: bytes) -> None:
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):  # whoever may read it goes on doing so
            copymode(path, part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
