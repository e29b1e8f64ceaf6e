"""Paints one organisation in a list: its name, and how many people are there."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from notebook.services.organisations import OrganisationLine
from notebook.ui.delegates.list_delegate import ListDelegate
from notebook.ui.delegates.row import write_line
from notebook.ui.models.organisations_model import ORGANISATION_ROLE
from notebook.ui.theme import SECOND, Theme

_MARGIN, _TOP = 14, 9  # pixels


class OrganisationDelegate(ListDelegate[OrganisationLine]):
    """Paints what the model returns for `ORGANISATION_ROLE`; `second_line` words the rest."""

    def __init__(
        self,
        theme: Theme,
        second_line: Callable[[OrganisationLine], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, ORGANISATION_ROLE, parent)
        self._second_line = second_line
        self._name_font = theme.font(weight=500)
        self._second_font = theme.font(SECOND)
        self._high = QFontMetrics(self._name_font).height()
        self._low = QFontMetrics(self._second_font).height()

    @override
    def row_height(self) -> int:
        return self._high + self._low + 3 + 2 * _TOP + 3

    @override
    def paint_line(
        self, painter: QPainter, option: QStyleOptionViewItem, line: OrganisationLine
    ) -> None:
        inside = option.rect.adjusted(_MARGIN, _TOP, -_MARGIN, -_TOP)
        upper = QRect(inside.left(), inside.top(), inside.width(), self._high)
        lower = QRect(inside.left(), upper.bottom() + 4, inside.width(), self._low)
        painter.setFont(self._name_font)
        painter.setPen(self._theme.colour("ink"))
        write_line(painter, upper, line.name, option.direction)
        painter.setFont(self._second_font)
        painter.setPen(self._theme.colour("soft"))
        write_line(painter, lower, self._second_line(line), option.direction)
