"""The list of reminders: what was clicked or pressed on which line."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QToolTip, QWidget
from typing_extensions import override

from notebook.services.reminders.line import ReminderLine
from notebook.translate import translate
from notebook.ui.delegates.reminder_delegate import ReminderDelegate
from notebook.ui.delegates.reminder_layout import Part
from notebook.ui.icons import Icons
from notebook.ui.models.reminder_model import (
    REMINDER_ROLE,
    MoreRow,
    ReminderModel,
    ReminderRow,
    Row,
)
from notebook.ui.widgets.labels import plain_tool_tip

_LEAST_HEIGHT = 30  # pixels of a row; most are taller
_KEYS = {
    Qt.Key.Key_D.value: Part.DONE,
    Qt.Key.Key_S.value: Part.SNOOZE,
    Qt.Key.Key_K.value: Part.SKIP,
    Qt.Key.Key_O.value: Part.OPEN,
    Qt.Key.Key_Return.value: Part.OPEN,
    Qt.Key.Key_Enter.value: Part.OPEN,
    Qt.Key.Key_B.value: Part.PREPARE,
    Qt.Key.Key_L.value: Part.LOG,
    Qt.Key.Key_T.value: Part.TOMORROW,
    Qt.Key.Key_M.value: Part.MONDAY,
    Qt.Key.Key_W.value: Part.WEEK,
    Qt.Key.Key_P.value: Part.DAY,
}
_FOR_ONE = {Part.OPEN, Part.PREPARE, Part.LOG}
"""What is done with the current line alone, however many are selected."""
_TIPS = {
    Part.DONE: "Done (D)",
    Part.SNOOZE: "Put off (S)",
    Part.SKIP: "Skip this one (K)",
    Part.OPEN: "Open (Enter)",
    Part.PREPARE: "Read the brief (B)",
}


class ReminderView(QListView):
    """Arrow keys move, letters act on what is selected, clicks on parts of a line on that line.

    Shift with the arrows, Ctrl with a click and Ctrl+A select several; Escape keeps just one.

    Signals:
        acted(tuple[ReminderLine, ...], Part): what is wanted of these lines.
        menu_wanted(tuple[ReminderLine, ...], QPoint): the context menu, at this place of the screen.
        more_wanted(): the rest of a group.
        selected(): other lines are selected.
    """

    acted = Signal(object, object)
    menu_wanted = Signal(object, QPoint)
    more_wanted = Signal()
    selected = Signal()

    def __init__(self, model: ReminderModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = ReminderDelegate(icons, self)
        self._is_second_click = False
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(translate("reminders", "Reminders"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)

    def line(self) -> ReminderLine | None:
        """Return the current line."""
        return _line_of(self.currentIndex())

    def lines(self) -> tuple[ReminderLine, ...]:
        """Return what is selected, in the order of the list; else the current line."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        found = [_line_of(self.model().index(row, 0)) for row in rows]
        chosen = tuple(line for line in found if line is not None)
        current = self.line()
        return chosen or ((current,) if current is not None else ())

    def following(self) -> ReminderLine | None:
        """Return the first line below what is selected."""
        rows = [index.row() for index in self.selectedIndexes()] or [self.currentIndex().row()]
        below = range(max(rows) + 1, self.model().rowCount())
        found = (_line_of(self.model().index(row, 0)) for row in below)
        return next((line for line in found if line is not None), None)

    def above(self) -> ReminderLine | None:
        """Return the line right above the cursor."""
        return _line_of(self.model().index(self.currentIndex().row() - 1, 0))

    def select(self, rows: Iterable[int], current: int) -> None:
        """Select these rows, and stand on one of them."""
        selection = QItemSelection()
        for row in rows:
            index = self.model().index(row, 0)
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        standing = self.model().index(current, 0)
        self.selectionModel().setCurrentIndex(standing, flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)

    def show_selection(self) -> None:
        """Light up all that is selected where it is more than one; a new model has said nothing."""
        several = len(self.lines()) > 1
        if several != self._delegate.several:
            self._delegate.several = several
            self.paint_again()

    @Slot()
    def paint_again(self) -> None:
        """Paint all lines anew, in other colours."""
        # Not connected to viewport().update: asking for a widget that Qt made lets PySide load all
        # kinds of widgets, which takes longer at the start than all that is in this list.
        self.viewport().update()

    def place_of(self, line: ReminderLine, part: Part) -> QPoint:
        """Return the middle of a part of a line, in the viewport; raises ValueError if it is gone."""
        model = self.model()
        assert isinstance(model, ReminderModel), "given in the constructor"
        number = model.row_of(line)
        if number is None:
            raise ValueError(line)
        index = model.index(number, 0)
        rect = self.visualRect(index)
        places = self._delegate.layout_of(index.data(REMINDER_ROLE), rect.width())
        if part is Part.PREPARE and places.link is not None:
            return rect.topLeft() + places.link.rect.center()
        parts = {Part.DONE: places.circle, Part.TEXT: places.title[0].rect, **dict(places.actions)}
        return rect.topLeft() + parts[part].center()

    def _part_at(self, place: QPoint) -> tuple[QModelIndex, Part | None]:
        index = self.indexAt(place)
        row: Row | None = index.data(REMINDER_ROLE)
        if not isinstance(row, ReminderRow):
            return index, None
        rect = self.visualRect(index)
        layout = self._delegate.layout_of(row, rect.width())
        return index, layout.part_at(place - rect.topLeft(), with_actions=True)

    def _set_hovered(self, part: Part | None) -> None:
        if part is not self._delegate.hovered:
            self._delegate.hovered = part
            acts, shapes = part not in {None, Part.TEXT}, Qt.CursorShape
            self.viewport().setCursor(shapes.PointingHandCursor if acts else shapes.ArrowCursor)
            self.viewport().update()

    def _act(self, part: Part) -> None:
        row: Row | None = self.currentIndex().data(REMINDER_ROLE)
        if isinstance(row, MoreRow):
            self.more_wanted.emit()
        elif isinstance(row, ReminderRow):
            self.acted.emit(self._meant(row.line, part), part)

    def _meant(self, current: ReminderLine, part: Part) -> tuple[ReminderLine, ...]:
        lines = self.lines()
        if len(lines) > 1 and part in _FOR_ONE:
            return (current,)
        return lines

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._set_hovered(self._part_at(event.position().toPoint())[1])

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered(None)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index, part = self._part_at(event.position().toPoint())
        is_plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        # At the second click of a double one another line has come to stand there.
        is_second, self._is_second_click = self._is_second_click, False
        if is_second or not is_plain or index != self.currentIndex() or len(self.lines()) > 1:
            return
        if part is None or part is not Part.TEXT:
            self._act(part or Part.OPEN)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._is_second_click = True
        if self._part_at(event.position().toPoint())[1] is Part.TEXT:
            self._act(Part.OPEN)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        part = _KEYS.get(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if part is not None and plain and self.currentIndex().isValid():
            if not event.isAutoRepeat():  # a key that is held for too long means one line
                self._act(part)
            return
        if event.key() == Qt.Key.Key_Escape and len(self.lines()) > 1:
            self.select([self.currentIndex().row()], self.currentIndex().row())
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).center()
        row: Row | None = self.indexAt(place).data(REMINDER_ROLE)
        if isinstance(row, ReminderRow):
            lines = self.lines()
            meant = lines if row.line in lines else (row.line,)
            self.menu_wanted.emit(meant, self.viewport().mapToGlobal(place))

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.show_selection()
        self.selected.emit()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index, part = self._part_at(event.pos())
            QToolTip.showText(event.globalPos(), _tip(index, part), self.viewport())
            return True
        return super().viewportEvent(event)

    @override
    def doItemsLayout(self) -> None:
        # Lines are measured once: not before the width is known, nor for a scroll bar to come.
        if not self.isVisible():
            return
        is_long = self.model().rowCount() * _LEAST_HEIGHT > self.height()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if is_long else policy.ScrollBarAsNeeded
        )
        super().doItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # narrower lines are taller
        if self._delegate.several and event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())  # what can be done with several took its place


def _line_of(index: QModelIndex) -> ReminderLine | None:
    row: Row | None = index.data(REMINDER_ROLE)
    return row.line if isinstance(row, ReminderRow) else None


def _tip(index: QModelIndex, part: Part | None) -> str:
    row: Row | None = index.data(REMINDER_ROLE)
    if not isinstance(row, ReminderRow) or part is None:
        return ""
    if part is Part.TEXT:
        return plain_tool_tip(f"{row.line.what}\n{row.line.why}")
    return plain_tool_tip(translate("reminders", _TIPS[part]))


def reminder_keys() -> list[tuple[str, str]]:
    """Return the letters that act on a reminder, each with what it does."""
    return [
        ("D", translate("reminders", "In the reminders: done")),
        ("S", translate("reminders", "In the reminders: put off")),
        ("K", translate("reminders", "In the reminders: skip this one")),
        ("O", translate("reminders", "In the reminders: open")),
        ("B", translate("reminders", "In the reminders: read the brief")),
        ("L", translate("reminders", "In the reminders: log a contact")),
        ("T", translate("reminders", "In the reminders: put off until tomorrow")),
        ("M", translate("reminders", "In the reminders: put off until next Monday")),
        ("W", translate("reminders", "In the reminders: put off for a week")),
        ("P", translate("reminders", "In the reminders: put off until a day that you pick")),
        ("Shift+↑ ↓", translate("reminders", "In the reminders: choose several lines")),
        ("Ctrl+A", translate("reminders", "In the reminders: choose all lines")),
        ("Esc", translate("reminders", "In the reminders: choose just one line again")),
    ]
