"""Paints one person in a list: mark, name, a second line, and how warm the relationship is."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from notebook.domain.warmth import Warmth
from notebook.ui.delegates.list_delegate import ListDelegate
from notebook.ui.delegates.row import write_line
from notebook.ui.photo_shelf import PhotoShelf
from notebook.ui.theme import SECOND, SMALL, Theme
from notebook.ui.warmth_words import warmth_colour, warmth_word
from notebook.ui.widgets.avatar import initials, paint_avatar

PERSON_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which a model returns the whole line of a person."""

_MARGIN, _GAP, _AVATAR, _DOT = 14, 10, 36, 8
_PLACE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class PersonRow(Protocol):
    """What the delegate paints; any frozen dataclass with these attributes will do."""

    @property
    def id(self) -> int:
        """The person's id, from which the colour of the mark follows."""
        ...

    @property
    def name(self) -> str:
        """The name as typed."""
        ...

    @property
    def second_line(self) -> str:
        """Organisation, role, or whatever tells this person from others."""
        ...

    @property
    def warmth(self) -> Warmth:
        """The state of the relationship."""
        ...

    @property
    def photo_at(self) -> str:
        """When the photo changed last, empty without one."""
        ...


class PersonDelegate(ListDelegate[PersonRow]):
    """Paints what the model returns for `PERSON_ROLE`; a row that is still loading stays calm."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, shelf: PhotoShelf | None = None
    ) -> None:
        super().__init__(theme, PERSON_ROLE, parent)
        self._shelf = shelf
        self._name_font = theme.font(weight=500)
        self._second_font = theme.font(SECOND)
        self._small_font = theme.font(SMALL)
        self._name_metrics = QFontMetrics(self._name_font)
        self._second_metrics = QFontMetrics(self._second_font)
        self._small_metrics = QFontMetrics(self._small_font)

    @override
    def row_height(self) -> int:
        lines = self._name_metrics.height() + self._second_metrics.height() + 3
        return max(_AVATAR, lines) + 21

    @override
    def paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: PersonRow) -> None:
        area, row, direction = option.rect, line, option.direction

        def placed(left: int, top: int, width: int, height: int) -> QRect:
            logical = QRect(area.left() + left, top, width, height)
            return QStyle.visualRect(direction, area, logical)

        trail = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
        middle = area.top() + area.height() // 2
        high, low = self._name_metrics.height(), self._second_metrics.height()
        top = middle - (high + low + 3) // 2
        left = _MARGIN + _AVATAR + _GAP
        word = warmth_word(row.warmth)
        word_width = self._small_metrics.horizontalAdvance(word) + 2
        room = area.width() - left - _MARGIN
        mark = placed(_MARGIN, middle - _AVATAR // 2, _AVATAR, _AVATAR)
        shelf = self._shelf
        photo = shelf.pixmap_for(painter, row.id, row.photo_at, _AVATAR) if shelf else None
        paint_avatar(painter, mark, initials(row.name), row.id, photo)
        painter.setFont(self._name_font)
        painter.setPen(self._theme.colour("ink"))
        name_room = room - _DOT - _GAP
        write_line(painter, placed(left, top, name_room, high), row.name, direction)
        painter.setFont(self._second_font)
        painter.setPen(self._theme.colour("soft"))
        second = placed(left, top + high + 3, room - word_width - _GAP, low)
        write_line(painter, second, row.second_line, direction)
        painter.setFont(self._small_font)
        word_rect = placed(area.width() - _MARGIN - word_width, top + high + 3, word_width, low)
        painter.drawText(word_rect, int(_PLACE | trail), word)
        dot = placed(area.width() - _MARGIN - _DOT, top + (high - _DOT) // 2, _DOT, _DOT)
        self._paint_dot(painter, dot, row.warmth)

    def _paint_dot(self, painter: QPainter, rect: QRect, warmth: Warmth) -> None:
        colour = self._theme.colour(warmth_colour(warmth))
        known = warmth is not Warmth.UNKNOWN
        painter.setPen(Qt.PenStyle.NoPen if known else QPen(colour, 1.4))
        painter.setBrush(colour if known else Qt.BrushStyle.NoBrush)
        radius = _DOT / 2 if known else _DOT / 2 - 0.7
        painter.drawEllipse(QPointF(rect.center()) + QPointF(0.5, 0.5), radius, radius)
