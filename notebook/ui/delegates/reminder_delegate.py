"""Paints the rows of the reminder panel: headings, lines with their circle, tag and actions."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from notebook.ui.delegates.reminder_layout import (
    SIDE,
    Part,
    ReminderFonts,
    RowLayout,
)
from notebook.ui.icons import Icons
from notebook.ui.models.reminder_model import (
    REMINDER_ROLE,
    HeadingRow,
    MoreRow,
    ReminderRow,
    Row,
)

_ICONS = {Part.SNOOZE: "alarm-clock", Part.SKIP: "skip-forward", Part.OPEN: "arrow-up-right"}
_ICON = 16
_START = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(
    Qt.TextFlag.TextSingleLine
)


class ReminderDelegate(QStyledItemDelegate):
    """Paints what the model returns for `REMINDER_ROLE`.

    Attributes:
        hovered: the part under the mouse, which lights up.
        several: whether several rows are selected, which then stay lit without the focus.
    """

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._theme = icons.theme
        self._fonts = ReminderFonts(icons.theme)
        self.hovered: Part | None = None
        self.several = False

    def layout_of(self, row: ReminderRow, width: int) -> RowLayout:
        """Return where everything stands in a row of this width."""
        return self._fonts.layout_of(row, width)

    def _paint_heading(self, painter: QPainter, area: QRect, row: HeadingRow) -> None:
        painter.setFont(self._fonts.heading)
        painter.setPen(self._theme.colour("bad" if row.is_overdue else "ink"))
        text = area.adjusted(SIDE, 0, -SIDE, -5)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(text, int(flags), row.text)
        self._paint_line(painter, area)

    def _paint_line(self, painter: QPainter, area: QRect) -> None:
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(area.bottomLeft() + QPoint(SIDE, 0), area.bottomRight() - QPoint(SIDE, 0))

    def _paint_more(self, painter: QPainter, area: QRect, row: MoreRow) -> None:
        painter.setFont(self._fonts.why)
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(area.adjusted(SIDE + 28, 0, -SIDE, 0), _START, row.text)

    def _paint_row(
        self, painter: QPainter, area: QRect, row: ReminderRow, *, is_lit: bool, ground: str
    ) -> None:
        places = self.layout_of(row, area.width())
        painter.translate(area.topLeft())
        self._paint_circle(painter, places.circle, is_lit=is_lit)
        painter.setFont(self._fonts.title)
        painter.setPen(self._theme.colour("ink"))
        for line in places.title:
            painter.drawText(line.rect, _START, line.text)
        painter.setFont(self._fonts.why)
        painter.setPen(self._theme.colour("soft"))
        for line in places.why:
            painter.drawText(line.rect, _START, line.text)
        if places.link is not None:
            self._paint_link(painter, places)
        if row.tag:
            self._paint_tag(painter, places.tag, row)
        if is_lit:
            self._paint_actions(painter, places, ground)
        painter.translate(-area.topLeft())
        if not row.is_last:
            self._paint_line(painter, area)

    def _paint_circle(self, painter: QPainter, rect: QRect, *, is_lit: bool) -> None:
        is_aimed_at = is_lit and self.hovered is Part.DONE
        painter.setPen(QPen(self._theme.colour("accent" if is_aimed_at else "soft"), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(rect).adjusted(0.7, 0.7, -0.7, -0.7))
        if is_aimed_at:
            self._icons.paint(painter, rect.adjusted(3, 3, -3, -3), "check", "accent")

    def _paint_link(self, painter: QPainter, places: RowLayout) -> None:
        assert places.link is not None, "only asked for a row with a link"
        last = places.why[-1].rect
        if last.top() == places.link.rect.top():
            between = QRect(last.right() - 2, last.top(), 30, last.height())
            painter.drawText(between, _START, " · ")
        painter.setFont(_underlined(self._fonts.link, on=self.hovered is Part.PREPARE))
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(places.link.rect, _START, places.link.text)

    def _paint_tag(self, painter: QPainter, rect: QRect, row: ReminderRow) -> None:
        ink, ground = ("bad", "bad_soft") if row.tone == "bad" else ("accent", "accent_soft")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(rect, 6, 6)
        painter.setFont(self._fonts.tag)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), row.tag)

    def _paint_actions(self, painter: QPainter, places: RowLayout, ground: str) -> None:
        for part, rect in places.actions:
            is_aimed_at = self.hovered is part
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("line" if is_aimed_at else ground))
            painter.drawRoundedRect(rect, 6, 6)
            corner = rect.center() - QPoint(_ICON // 2 - 1, _ICON // 2 - 1)
            colour = "ink" if is_aimed_at else "soft"
            self._icons.paint(
                painter, QRect(corner.x(), corner.y(), _ICON, _ICON), _ICONS[part], colour
            )

    def _ground(self, option: QStyleOptionViewItem) -> str:
        state = QStyle.StateFlag
        has_focus = self.several or option.state & state.State_HasFocus
        if option.state & state.State_Selected and has_focus:
            return "accent_soft"
        return "card" if option.state & state.State_MouseOver else ""

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        keyboard = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
        if option.state & keyboard == keyboard:
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), 6, 6)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row | None = index.data(REMINDER_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "" if isinstance(row, HeadingRow) else self._ground(option)
        if ground:
            painter.fillRect(option.rect, self._theme.colour(ground))
        match row:
            case HeadingRow():
                self._paint_heading(painter, option.rect, row)
            case MoreRow():
                self._paint_more(painter, option.rect, row)
            case ReminderRow():
                is_lit = bool(ground) and not self.several  # what acts on all stands below
                self._paint_row(painter, option.rect, row, is_lit=is_lit, ground=ground)
        if not isinstance(row, HeadingRow):
            self._paint_focus(painter, option)
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: Row | None = index.data(REMINDER_ROLE)
        width = option.rect.width()
        return QSize(width, self._fonts.height(row, width) if row else 0)


def _underlined(font: QFont, *, on: bool) -> QFont:
    result = QFont(font)
    result.setUnderline(on)
    return result
