"""Search everything: one field above what was found, driven by the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from notebook.domain.matching import has_operators, typed_words
from notebook.services.found import FoundGroup, Kind
from notebook.ui.delegates.found_delegate import FoundDelegate
from notebook.ui.icons import Icons
from notebook.ui.models.found_model import (
    FoundModel,
    LineRow,
    MoreRow,
    NewPersonRow,
    Row,
    new_person_row,
    nothing_rows,
    rows_of,
    spoken,
)
from notebook.ui.photo_shelf import PhotoShelf
from notebook.ui.widgets.labels import text_label

_WIDEST, _TALLEST = 680, 560
_SHADOW, _CORNER = 14, 12  # pixels around the sheet, and of its corners
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}

Find = Callable[[str], Sequence[FoundGroup]]
FindMore = Callable[[Kind, str], FoundGroup]


class SearchPalette(QDialog):
    """Shows what a typed text may mean, and says what was chosen; Escape closes it.

    `find` returns the groups for a text, an empty one included; `more` returns a whole group.

    Signals:
        chosen(Found): open this. log_chosen(Found): log a contact with its person.
        person_named(str, bool): add somebody of this name, and log a contact with them if True.
    """

    chosen = Signal(object)
    log_chosen = Signal(object)
    person_named = Signal(str, bool)

    def __init__(
        self, icons: Icons, shelf: PhotoShelf, find: Find, more: FindMore, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint)
        self._find, self._more = find, more
        self._shadow = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(self.tr("Search everything"))
        self.field = QLineEdit(placeholderText=self.tr("Search everything"))
        self.field.setAccessibleName(self.tr("Search everything"))
        self.field.addAction(icons.icon("search", "soft"), QLineEdit.ActionPosition.LeadingPosition)
        self.model = FoundModel()
        self._delegate = FoundDelegate(icons, shelf, self)
        self.view = QListView()
        self._lay_out()
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.clicked.connect(self._on_clicked)
        self._take_place(parent)
        self._on_typed("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def row(self) -> Row | None:
        """Return the row that Enter would take."""
        return self.model.row(self.view.currentIndex())

    def _lay_out(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(self.tr("What was found"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setMouseTracking(True)
        self.view.entered.connect(self.view.setCurrentIndex)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        sheet = QFrame()
        sheet.setProperty("role", "panel")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(1, 12, 1, 10)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.addWidget(self.field)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addLayout(self._hints())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_SHADOW, _SHADOW, _SHADOW, _SHADOW)
        outer.addWidget(sheet)

    def _hints(self) -> QHBoxLayout:
        keys = self.tr("Enter opens · Ctrl+Enter logs a contact · Esc closes")
        operators = self.tr("“exact words” · OR · -without")
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(text_label(keys, "small"))
        row.addStretch(1)
        row.addWidget(text_label(operators, "small"))
        return row

    def _take_place(self, parent: QWidget) -> None:
        window = parent.window()
        width = min(_WIDEST, window.width() - 80) + 2 * _SHADOW
        height = min(_TALLEST, window.height() - 96) + 2 * _SHADOW
        self.resize(width, height)
        place = window.mapToGlobal(window.rect().topLeft())
        left = (window.width() - width) // 2
        self.move(place.x() + left, place.y() + max((window.height() - height) // 4, 8))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        text = text.strip()
        groups = self._find(text)
        rows = rows_of(groups, is_recent=not text)
        if text and not groups:
            rows += nothing_rows(text)
        if _may_be_new(text, groups):
            rows.append(new_person_row(text))
        words = typed_words(text)
        self._delegate.words = words
        self.model.show(rows, words)
        self._choose(0)
        self.view.scrollToTop()

    def _choose(self, place: int) -> None:
        """Make the `place`-th row of those that can be chosen the current one."""
        rows = self.model.choosable()
        if rows:
            row = rows[min(max(place, 0), len(rows) - 1)]
            self.view.setCurrentIndex(self.model.index(row, 0))
            if row == rows[0]:
                self.view.scrollToTop()  # its heading too

    def _step(self, rows: int) -> None:
        choosable = self.model.choosable()
        current = self.view.currentIndex().row()
        self._choose(choosable.index(current) + rows if current in choosable else 0)

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        # The field keeps the focus, so that a screen reader is told here what is chosen below.
        self.field.setAccessibleDescription(spoken(row) if row is not None else "")

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(self.model.row(index), logs=False)

    def _take(self, row: Row | None, *, logs: bool) -> None:
        match row:
            case MoreRow():
                self._show_more(row)
            case NewPersonRow(name):
                self.accept()
                self.person_named.emit(name, logs)
            case LineRow(found) if not logs:
                self.accept()
                self.chosen.emit(found)
            case LineRow(found) if found.person_id is not None:
                self.accept()
                self.log_chosen.emit(found)

    def _show_more(self, row: MoreRow) -> None:
        first = self.model.replace_group(row, self._more(row.kind, self.field.text().strip()))
        self.view.setCurrentIndex(self.model.index(first, 0))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _ENTER:
                logs = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self._take(self.row(), logs=logs)
                return True
            if key in _STEPS:
                self._step(_STEPS[key])
                return True
            if watched is self.view and event.text().isprintable() and event.text():
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)
                self.field.insert(event.text())
                return True
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shadow.isNull():
            self._shadow = _shadow(self.size(), self.devicePixelRatio())
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.drawPixmap(0, 0, self._shadow)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shadow = QPixmap()


def _shadow(size: QSize, ratio: float) -> QPixmap:
    """Return the shadow of a sheet, painted once: the window is painted at every keystroke."""
    shadow = QPixmap(size * ratio)
    shadow.setDevicePixelRatio(ratio)
    shadow.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shadow)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 3))
    for distance in range(_SHADOW):
        edge = QRectF(QPointF(), size).adjusted(distance, distance, -distance, -distance)
        around = _CORNER + _SHADOW - distance
        painter.drawRoundedRect(edge, around, around)
    painter.end()
    return shadow


def _may_be_new(text: str, groups: Sequence[FoundGroup]) -> bool:
    """Whether the text may be the name of somebody who is not there yet."""
    names = {found.title for group in groups for found in group.lines if group.kind is Kind.PERSON}
    return any(char.isalpha() for char in text) and not has_operators(text) and text not in names
