"""What a search found as a Qt model: headings, lines, and the ways on from there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from notebook.services.found import Found, FoundGroup, Kind, Rank
from notebook.services.phrases import filled
from notebook.translate import translate

FOUND_ROLE = Qt.ItemDataRole.UserRole + 4
"""The role under which the model returns a row as it is painted."""

_HEADINGS = {
    Kind.PERSON: "People",
    Kind.ORGANISATION: "Organisations",
    Kind.PROJECT: "Projects",
    Kind.COMMAND: "Commands",
    Kind.MOMENT: "Moments",
    Kind.PROMISE: "Promises",
    Kind.CONCERN: "Concerns",
    Kind.NEED: "Needs",
    Kind.OFFERING: "Offerings",
    Kind.REFERRAL: "Referrals",
    Kind.REMINDER: "Reminders",
    Kind.ANSWER: "Answers",
    Kind.DELIVERABLE: "Deliveries",
    Kind.RESPONSIBILITY: "Who answers for what",
}
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """What the lines below are, and how many there are."""

    text: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One thing that was found."""

    found: Found


@dataclass(frozen=True, slots=True)
class MoreRow:
    """The way to the other lines of a group."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class NewPersonRow:
    """The way to a new person of the name that was typed."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class NothingRow:
    """That nothing was found, and what may help."""

    text: str
    second_line: str


Row = HeadingRow | LineRow | MoreRow | NewPersonRow | NothingRow
_CHOOSABLE = (LineRow, MoreRow, NewPersonRow)


class FoundModel(QAbstractListModel):
    """The rows of the groups that were found, and the words that were typed."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self.words: tuple[str, ...] = ()

    def show(self, rows: Sequence[Row], words: tuple[str, ...]) -> None:
        """Show these rows from now on; the folded words are stressed in them."""
        self.beginResetModel()
        self._rows, self.words = list(rows), words
        self.endResetModel()

    def replace_group(self, more: MoreRow, group: FoundGroup) -> int:
        """Show a whole group in the place of what was shown of it; return its first new row."""
        last = self._rows.index(more)
        shown = [row for row in self._rows if isinstance(row, LineRow) and _is_of(row, more.kind)]
        self.beginRemoveRows(_NOWHERE, last, last)
        del self._rows[last]
        self.endRemoveRows()
        added = [LineRow(found) for found in group.lines if LineRow(found) not in shown]
        if added:
            self.beginInsertRows(_NOWHERE, last, last + len(added) - 1)
            self._rows[last:last] = added
            self.endInsertRows()
        return last

    def row(self, index: QModelIndex | QPersistentModelIndex) -> Row | None:
        """Return what stands in a row."""
        return self._rows[index.row()] if index.isValid() else None

    def choosable(self) -> list[int]:
        """Return the rows that can be chosen."""
        return [place for place, row in enumerate(self._rows) if isinstance(row, _CHOOSABLE)]

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if isinstance(self.row(index), _CHOOSABLE):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return row if role == FOUND_ROLE else None


def rows_of(groups: Sequence[FoundGroup], *, is_recent: bool = False) -> list[Row]:
    """Return the rows of groups: a heading, its lines, and the way to more.

    `is_recent` says that nobody was looked for: the people are those one was in touch with.
    """
    rows: list[Row] = []
    for group in groups:
        if is_recent and group.kind is Kind.PERSON:
            rows.append(HeadingRow(translate("search", "Recent people")))
        else:
            rows.append(_heading(group))
        rows += [LineRow(found) for found in group.lines]
        left = group.count - len(group.lines)
        if left > 0:
            text = filled(translate("search", "Show %1 more"), str(left))
            rows.append(MoreRow(group.kind, text))
    return rows


def nothing_rows(text: str) -> list[Row]:
    """Return what stands where nothing was found for a typed text."""
    nothing = filled(translate("search", "Nothing found for “%1”"), text)
    hint = translate("search", "Fewer words find more. In names, one wrong letter a word is fine.")
    return [NothingRow(nothing, hint)]


def new_person_row(name: str) -> NewPersonRow:
    """Return the way to add somebody of this name."""
    return NewPersonRow(name, filled(translate("search", "Add “%1” as a new person"), name))


def title_of(row: Row) -> str:
    """Return what stands first in a row."""
    return row.found.title if isinstance(row, LineRow) else row.text


def spoken(row: Row) -> str:
    """Return a whole row for a screen reader."""
    parts: tuple[str, ...]
    match row:
        case LineRow(found):
            kind = translate("search", _KINDS[found.kind])
            parts = (found.title, kind, found.second_line, found.aside)
        case HeadingRow(text, count):
            parts = (text, count)
        case NothingRow(text, second_line):
            parts = (text, second_line)
        case _:
            parts = (row.text,)
    return ", ".join(part for part in parts if part)


_KINDS = {
    Kind.PERSON: "person",
    Kind.ORGANISATION: "organisation",
    Kind.PROJECT: "project",
    Kind.COMMAND: "command",
    Kind.MOMENT: "moment",
    Kind.PROMISE: "promise",
    Kind.CONCERN: "concern",
    Kind.NEED: "need",
    Kind.OFFERING: "offering",
    Kind.REFERRAL: "referral",
    Kind.REMINDER: "reminder",
    Kind.ANSWER: "answer",
    Kind.DELIVERABLE: "delivery",
    Kind.RESPONSIBILITY: "what somebody answers for",
}


def _heading(group: FoundGroup) -> HeadingRow:
    text = translate("search", _HEADINGS[group.kind])
    if group.rank is Rank.ALIKE:
        text = filled(translate("search", "%1, spelt nearly so"), text)
    return HeadingRow(text, _count(group))


def _count(group: FoundGroup) -> str:
    if group.is_more:
        return filled(translate("search", "more than %1"), str(group.count))
    return str(group.count)


def _is_of(row: LineRow, kind: Kind) -> bool:
    return row.found.kind is kind
