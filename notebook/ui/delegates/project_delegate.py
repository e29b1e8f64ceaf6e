"""Paints one project in a list: its name and state, for whom, and its next date."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from notebook.domain.projects import ProjectState
from notebook.ui.delegates.list_delegate import ListDelegate
from notebook.ui.delegates.row import paint_tag, write_line
from notebook.ui.theme import SECOND, SMALL, Theme
from notebook.ui.widgets.chips import Tone

PROJECT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which a model returns the whole row of a project."""

STATE_TONES: dict[ProjectState, Tone] = {
    ProjectState.DRAFT: "warn",
    ProjectState.EXPLORING: "calm",
    ProjectState.AGREED: "calm",
    ProjectState.UNDER_WAY: "calm",
    ProjectState.DELIVERED: "ok",
    ProjectState.CLOSED: "plain",
}
_MARGIN, _GAP = 14, 8


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """What the delegate paints; `next_words` is the next date, empty without one."""

    id: int
    name: str
    person_name: str
    state_word: str
    tone: Tone
    next_words: str
    is_late: bool = False


class ProjectDelegate(ListDelegate[ProjectRow]):
    """Paints what the model returns for `PROJECT_ROLE`; a row that is still loading stays calm."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, PROJECT_ROLE, parent)
        self._name_font = theme.font(weight=500)
        self._second_font = theme.font(SECOND)
        self._tag_font = theme.font(SMALL, 600)

    @override
    def row_height(self) -> int:
        return _height(self._name_font) + _height(self._second_font) + 21

    @override
    def paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: ProjectRow) -> None:
        area, row, direction = option.rect, line, option.direction

        inside = area.adjusted(_MARGIN, 9, -_MARGIN, -9)
        high = _height(self._name_font)
        upper = QRect(inside.left(), inside.top(), inside.width(), high)
        lower = QRect(inside.left(), inside.top() + high + 3, inside.width(), inside.height())
        lower.setHeight(_height(self._second_font))
        painter.setFont(self._tag_font)
        tag = paint_tag(painter, upper, row.state_word, row.tone, self._theme, direction)
        room = upper.width() - tag - _GAP
        self._write(painter, upper, room, row.name, self._name_font, "ink", direction)
        date_width = QFontMetrics(self._second_font).horizontalAdvance(row.next_words) + 2
        room = lower.width() - date_width - _GAP
        self._write(painter, lower, room, row.person_name, self._second_font, "soft", direction)
        painter.setPen(self._theme.colour("bad" if row.is_late else "soft"))
        trail = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
        painter.drawText(lower, int(trail | Qt.AlignmentFlag.AlignVCenter), row.next_words)

    def _write(
        self,
        painter: QPainter,
        line: QRect,
        room: int,
        text: str,
        font: QFont,
        colour: str,
        direction: Qt.LayoutDirection,
    ) -> None:
        """Write at the reading side of a line; a name reads in its own direction."""
        place = QRect(line.left(), line.top(), max(room, 0), line.height())
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        write_line(painter, QStyle.visualRect(direction, line, place), text, direction)


def _height(font: QFont) -> int:
    return QFontMetrics(font).height()
