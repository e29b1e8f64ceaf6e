"""What the delegates of lists with equally tall rows have in common: the ground, then the line on it."""

from abc import abstractmethod
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from notebook.ui.delegates.row import paint_ground
from notebook.ui.theme import Theme

Line = TypeVar("Line")

_WIDTH = 200  # pixels; the list gives each row its own width


class ListDelegate(QStyledItemDelegate, Generic[Line]):
    """Paints what the model returns for `line_role`; a row that is still loading stays calm.

    `is_ruled`: a thin line parts the rows.
    """

    is_ruled: ClassVar[bool] = False

    def __init__(self, theme: Theme, line_role: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._line_role = theme, line_role

    @abstractmethod
    def row_height(self) -> int:
        """Return the height of each row in pixels."""

    @abstractmethod
    def paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        """Paint a line on its ground; the painter's state is the line's own."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        paint_ground(painter, option, self._theme)
        line: Line | None = index.data(self._line_role)
        if line is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.is_ruled and index.row() > 0:
                painter.setPen(QPen(self._theme.colour("line"), 1))
                painter.drawLine(option.rect.topLeft(), option.rect.topRight())
            self.paint_line(painter, option, line)
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(_WIDTH, self.row_height())
