"""The reminder panel as a Qt model: headings, lines, and how many more there are."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from notebook.domain.dates_in_words import day_count, relative_day
from notebook.domain.reminders import Source
from notebook.domain.urgency import ReminderGroup, group_of
from notebook.services.phrases import filled
from notebook.services.reminders.line import Due, ReminderLine
from notebook.services.words import due_group_word
from notebook.translate import translate
from notebook.ui.widgets.chips import Tone

REMINDER_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which the model returns a whole row."""

_NOWHERE = QModelIndex()


_PREPARED = {Source.KEEP_IN_TOUCH, Source.PROGRESS_REPORT}


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """The heading of a group."""

    text: str
    is_overdue: bool
    is_first: bool


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """One reminder; `tag` says how late or when, `can_prepare` offers the brief."""

    line: ReminderLine
    tag: str
    tone: Tone
    can_prepare: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class MoreRow:
    """How many lines of a group are not shown."""

    text: str


Row: TypeAlias = HeadingRow | ReminderRow | MoreRow


class ReminderModel(QAbstractListModel):
    """Holds what one answer of the engine said."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, due: Due) -> None:
        """Show these reminders from now on."""
        self.beginResetModel()
        self._rows = list(_rows(due))
        self.endResetModel()

    def row_of(self, line: ReminderLine) -> int | None:
        """Return the row of the same occurrence; None when it is gone."""
        for number, row in enumerate(self._rows):
            if isinstance(row, ReminderRow) and _key(row.line) == _key(line):
                return number
        return None

    def row_as_it_was(self, line: ReminderLine) -> int | None:
        """Return the row of the same occurrence unless it is gone, or waits for another day."""
        number = self.row_of(line)
        row = None if number is None else self._rows[number]
        return number if isinstance(row, ReminderRow) and row.line.due == line.due else None

    def nearest(self, number: int) -> int | None:
        """Return the row nearest to this one on which the cursor may stand; None without any."""
        stops = [n for n, row in enumerate(self._rows) if not isinstance(row, HeadingRow)]
        return min(stops, key=lambda stop: (abs(stop - number), stop), default=None)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == REMINDER_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.line.what if isinstance(row, ReminderRow) else row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], HeadingRow):
            return Qt.ItemFlag.NoItemFlags  # the arrow keys pass it by
        return super().flags(index)


def _rows(due: Due) -> list[Row]:
    rows: list[Row] = []
    for group in due.groups:
        heading = f"{due_group_word(group.group)} · {group.total}"
        rows.append(HeadingRow(heading, group.group is ReminderGroup.OVERDUE, not rows))
        for line in group.lines:
            is_last = line is group.lines[-1] and not group.more
            rows.append(_row(line, due.today, is_last=is_last))
        if group.more:
            rows.append(MoreRow(translate("reminders", "and %n more", group.more)))
    return rows


def _row(line: ReminderLine, today: date, *, is_last: bool) -> ReminderRow:
    can_prepare = _can_prepare(line, today)
    if group_of(line.due, today) is ReminderGroup.OVERDUE:
        return ReminderRow(line, day_count((today - line.due).days), "bad", can_prepare, is_last)
    tag = relative_day(line.due, today) if line.due > today else ""
    return ReminderRow(line, tag, "calm", can_prepare, is_last)


def _can_prepare(line: ReminderLine, today: date) -> bool:
    if line.source is Source.PLANNED:
        return not line.has_passed
    return line.source in _PREPARED and line.due <= today


def _key(line: ReminderLine) -> tuple[Source, int, date]:
    return line.source, line.subject_id, line.occurrence


def _spoken(row: Row) -> str:
    if not isinstance(row, ReminderRow):
        return row.text
    words = f"{row.line.what}. {row.line.why}."
    if row.tone == "bad":
        return filled(translate("reminders", "%1 %2 overdue."), words, row.tag)
    return f"{words} {row.tag or translate('reminders', 'Today')}."
