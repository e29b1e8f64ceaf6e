"""The list of reminders: what was clicked or pressed on which line."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, Slot
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
}
_TIPS = {
    Part.DONE: "Done (D)",
    Part.SNOOZE: "Put off (S)",
    Part.SKIP: "Skip this one (K)",
    Part.OPEN: "Open (Enter)",
    Part.PREPARE: "Read the brief (B)",
}


class ReminderView(QListView):
    """Arrow keys move, letters act on the current line, as do clicks on its parts.

    Signals:
        acted(ReminderLine, Part): what is wanted of a line.
        menu_wanted(ReminderLine, QPoint): the context menu, at this place of the screen.
        more_wanted(): the rest of a group.
    """

    acted = Signal(object, object)
    menu_wanted = Signal(object, QPoint)
    more_wanted = Signal()

    def __init__(self, model: ReminderModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = ReminderDelegate(icons, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(translate("reminders", "Reminders"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)

    def line(self) -> ReminderLine | None:
        """Return the current line."""
        row: Row | None = self.currentIndex().data(REMINDER_ROLE)
        return row.line if isinstance(row, ReminderRow) else None

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
            shape = Qt.CursorShape.ArrowCursor
            if part not in {None, Part.TEXT}:
                shape = Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _act(self, part: Part) -> None:
        row: Row | None = self.currentIndex().data(REMINDER_ROLE)
        if isinstance(row, MoreRow):
            self.more_wanted.emit()
        elif isinstance(row, ReminderRow):
            self.acted.emit(row.line, part)

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
        if event.button() != Qt.MouseButton.LeftButton or index != self.currentIndex():
            return
        if part is None or part is not Part.TEXT:
            self._act(part or Part.OPEN)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self._part_at(event.position().toPoint())[1] is Part.TEXT:
            self._act(Part.OPEN)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        part = _KEYS.get(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if part is not None and plain and self.currentIndex().isValid():
            self._act(part)
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).center()
        row: Row | None = self.indexAt(place).data(REMINDER_ROLE)
        if isinstance(row, ReminderRow):
            self.menu_wanted.emit(row.line, self.viewport().mapToGlobal(place))

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
    ]
