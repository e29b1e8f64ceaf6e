"""The column at the left of a page: search, a heading with its order, and the list."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from notebook.services.phrases import filled
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import icon_button, link_button
from notebook.ui.widgets.labels import ElidedLabel, escape_mnemonic
from notebook.ui.widgets.row_view import RowView

_PARTED = " · "
_EDIT = Qt.Modifier.CTRL | Qt.Key.Key_E


class ListHeading(ElidedLabel):
    """Says what is listed and how much of it: "All people · 20,000", or 20,000 in a narrow list."""

    @override
    def shown_text(self) -> str:
        number = self.text().rpartition(_PARTED)[2]
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        return number if number != self.text() and not fits else super().shown_text()


class ListColumn(QFrame):
    """Search above, rows below; the arrow keys move through the rows from the search field too.

    Signals:
        searched(str): the text in the search field changed.
        order_chosen(object): another order was picked.
        row_chosen(QModelIndex): a row became the current one.
        add_chosen(): the button for something new.
    """

    searched = Signal(str)
    order_chosen = Signal(object)
    row_chosen = Signal(QModelIndex)
    add_chosen = Signal()

    def __init__(
        self,
        icons: Icons,
        model: QAbstractItemModel,
        delegate: QStyledItemDelegate,
        *,
        name: str,
        search_hint: str,
        add_text: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setProperty("side", "left")
        self.search = QLineEdit(placeholderText=search_hint, clearButtonEnabled=True)
        self.search.setAccessibleName(search_hint)
        self.search.addAction(
            icons.icon("search", "soft"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.textChanged.connect(self.searched)
        self.search.installEventFilter(self)
        self.heading = ListHeading("", "second")
        self.order_button: QPushButton = link_button("", calm=True)
        self._order_menu = QMenu(self)
        self._orders = QActionGroup(self)
        self.order_button.setProperty("menu", "true")
        self.order_button.setMenu(self._order_menu)
        self.add_button = icon_button(icons, "plus", add_text)
        self.add_button.clicked.connect(self.add_chosen)
        self.view = RowView(model, delegate, name)
        self.view.row_chosen.connect(self.row_chosen)
        self.view.typed.connect(self._on_typed_in_list)
        self._search_row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._lay_out()

    def set_orders(self, orders: Sequence[tuple[object, str]], chosen: object) -> None:
        """Offer these orders, (key, text) each."""
        self._order_menu.clear()
        for key, text in orders:
            action = QAction(escape_mnemonic(text), self._orders, checkable=True)
            action.setData(key)
            action.setChecked(key == chosen)
            action.triggered.connect(self._on_order)
            self._order_menu.addAction(action)
            if key == chosen:
                self._show_order(text)

    def add_filter(self, button: QPushButton, line: QWidget) -> None:
        """Place a button beside the search field, and a line that says what is left out below it."""
        self._search_row.addWidget(button)
        self._column.insertWidget(1, line)

    def select_row(self, row: int | None) -> None:
        """Make a row the current one without choosing it; None for none."""
        self.view.select_row(row)

    def focus_search(self) -> None:
        """Put the cursor into the search field, its text selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 0, 8, 0)
        top.addWidget(self.heading, 1)
        top.addWidget(self.order_button)
        top.addWidget(self.add_button)
        search_row = self._search_row
        search_row.setContentsMargins(12, 12, 12, 6)
        search_row.setSpacing(4)
        search_row.addWidget(self.search)
        column = self._column
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(2)
        column.addLayout(search_row)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        self.setMinimumWidth(200)

    def _show_order(self, text: str) -> None:
        self.order_button.setText(escape_mnemonic(text))
        self.order_button.setAccessibleName(filled(self.tr("Sorted by: %1"), text))

    @Slot()
    def _on_order(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._show_order(action.text().replace("&&", "&"))
        self.order_chosen.emit(action.data())

    @Slot(str)
    def _on_typed_in_list(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.keyCombination() == _EDIT:
                event.ignore()  # a field under Linux would take it for the end of the line
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                self.view.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
