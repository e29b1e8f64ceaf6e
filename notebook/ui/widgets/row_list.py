"""Short lines of fields that can be added and taken away."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import icon_button, link_button
from notebook.ui.widgets.flow_layout import FlowLayout


class Row(QWidget):
    """One line of fields with a button at its end that takes the line away."""

    def __init__(self, icons: Icons, remove_text: str) -> None:
        super().__init__()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(8)
        self.remove_button = icon_button(icons, "x", remove_text)

    def finish(self) -> None:
        """Put the button at the end."""
        self.line.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)


AnyRow = TypeVar("AnyRow", bound=Row)


class RowList(QWidget, Generic[AnyRow]):
    """Rows below each other, and buttons for another one."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.rows: list[AnyRow] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        outer.addLayout(self._column)
        self._buttons = FlowLayout(gap=14)
        outer.addLayout(self._buttons)

    def _add(self, row: AnyRow, *, focus: QWidget | None = None) -> None:
        self._put(row)
        self._set_tab_order()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_all(self, rows: Iterable[AnyRow]) -> None:
        """Add many; hidden meanwhile, for in a visible list each would lay out all of them anew."""
        self.hide()
        for row in rows:
            self._put(row)
        self._set_tab_order()
        self.show()

    def _put(self, row: AnyRow) -> None:
        self.rows.append(row)
        self._column.addWidget(row)
        row.remove_button.clicked.connect(lambda: self._remove(row))

    def _remove(self, row: AnyRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()

    def _clear(self) -> None:
        for row in list(self.rows):
            self._remove(row)

    def _offer(self, text: str) -> QPushButton:
        button = link_button(text, second=True)
        self._buttons.addWidget(button)
        return button

    def _set_tab_order(self) -> None:
        # A new row is made after the buttons, yet the Tab key should reach it before them.
        previous: QWidget | None = None
        for row in self.rows:
            for widget in _stops(row):
                if previous is not None:
                    QWidget.setTabOrder(previous, widget)
                previous = widget
        for place in range(self._buttons.count()):
            item = self._buttons.itemAt(place)
            button = item.widget() if item else None
            if button is not None and previous is not None:
                QWidget.setTabOrder(previous, button)
                previous = button


def _stops(row: QWidget) -> list[QWidget]:
    widgets = row.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [
        widget
        for widget in widgets
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None
    ]
