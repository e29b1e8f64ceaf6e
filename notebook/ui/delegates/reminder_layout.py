"""Where everything stands in one row of the reminder panel, for painting and for clicking."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from notebook.translate import translate
from notebook.ui.models.reminder_model import HeadingRow, MoreRow, ReminderRow, Row
from notebook.ui.theme import SECOND, SMALL, Theme

SIDE = 14
_CIRCLE, _TEXT_LEFT = 18, 28
_ABOVE, _BELOW, _GAP, _LEADING = 10, 10, 2, 2
_TITLE_LINES, _WHY_LINES = 3, 2
_CELL = 26
_LONGEST = 400
_KEPT = 1_000


class Part(Enum):
    """What can be done with a row; most of it by clicking something in it, all of it by a key."""

    DONE = "done"
    SNOOZE = "snooze"
    SKIP = "skip"
    OPEN = "open"
    PREPARE = "prepare"
    LOG = "log"
    TOMORROW = "tomorrow"
    MONDAY = "monday"
    WEEK = "week"
    DAY = "day"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text with its place."""

    rect: QRect
    text: str


@dataclass(frozen=True, slots=True)
class RowLayout:
    """A row laid out; all places count from the row's own corner, left to right."""

    height: int
    circle: QRect
    title: tuple[TextLine, ...]
    why: tuple[TextLine, ...]
    link: TextLine | None
    tag: QRect
    actions: tuple[tuple[Part, QRect], ...]

    def part_at(self, place: QPoint, *, with_actions: bool) -> Part:
        """Return what is at a place; the actions are there only while they are shown."""
        if with_actions:
            for part, rect in self.actions:
                if rect.contains(place):
                    return part
        if self.circle.adjusted(-SIDE, -_ABOVE, 6, 10).contains(place):
            return Part.DONE
        if self.link is not None and self.link.rect.adjusted(-2, -2, 2, 2).contains(place):
            return Part.PREPARE
        return Part.TEXT


class ReminderFonts:
    """The fonts of the panel with their measures, and the rows that were laid out in them."""

    def __init__(self, theme: Theme) -> None:
        self._laid_out: dict[tuple[ReminderRow, int], RowLayout] = {}
        self.title = theme.font()
        self.why = theme.font(SECOND)
        self.link = theme.font(SECOND, 600)
        self.tag = theme.font(SMALL, 600)
        self.heading = theme.font(SECOND, 600)

    def heading_height(self, *, is_first: bool) -> int:
        """Return the height of a group's heading in pixels."""
        return QFontMetrics(self.heading).height() + (14 if is_first else 26)

    def height(self, row: Row, width: int) -> int:
        """Return the height of any row in pixels."""
        if isinstance(row, HeadingRow):
            return self.heading_height(is_first=row.is_first)
        if isinstance(row, MoreRow):
            return QFontMetrics(self.why).height() + 2 * _ABOVE
        return self.layout_of(row, width).height

    def layout_of(self, row: ReminderRow, width: int) -> RowLayout:
        """Return a row laid out, once for however often the list asks how tall it is."""
        key = (row, width)
        if key not in self._laid_out:
            if len(self._laid_out) >= _KEPT:
                self._laid_out.clear()
            self._laid_out[key] = lay_out(row, width, self)
        return self._laid_out[key]


def lay_out(row: ReminderRow, width: int, fonts: ReminderFonts) -> RowLayout:
    """Place a row that is `width` pixels wide."""
    left, right = SIDE + _TEXT_LEFT, width - SIDE
    title_metrics = QFontMetrics(fonts.title)
    tag = _tag_rect(row.tag, right, title_metrics.height(), QFontMetrics(fonts.tag))
    title_room = (tag.left() - 8 if row.tag else right) - left
    title = _placed(
        wrapped(row.line.what, fonts.title, title_room, _TITLE_LINES), left, _ABOVE, title_metrics
    )
    below = title[-1].rect.bottom() + 1 + _GAP
    why_metrics = QFontMetrics(fonts.why)
    why = _placed(
        wrapped(row.line.why, fonts.why, right - left, _WHY_LINES), left, below, why_metrics
    )
    link = _link(row, why, right, fonts) if row.can_prepare else None
    bottom = max(line.rect.bottom() for line in (*why, *([link] if link else [])))
    height = bottom + 1 + _BELOW
    middle = _ABOVE + title_metrics.height() // 2
    return RowLayout(
        height,
        QRect(SIDE, middle - _CIRCLE // 2, _CIRCLE, _CIRCLE),
        title,
        why,
        link,
        tag,
        _actions(right, height),
    )


def wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Return `text` in lines of at most `width` pixels; the last of `most` ends in … if need be."""
    text = " ".join(text[:_LONGEST].split())
    units = text.encode("utf-16-le")  # Qt counts in these
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        start = 2 * line.textStart()
        end = start + 2 * line.textLength() if len(lines) < most - 1 else None
        lines.append(units[start:end].decode("utf-16-le").rstrip())
    layout.endLayout()
    if len(lines) == most:
        metrics = QFontMetrics(font)
        lines[-1] = metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return lines or [""]


def _placed(lines: list[str], left: int, top: int, metrics: QFontMetrics) -> tuple[TextLine, ...]:
    placed = []
    for text in lines:
        width = metrics.horizontalAdvance(text) + 2
        placed.append(TextLine(QRect(left, top, width, metrics.height()), text))
        top += metrics.height() + _LEADING
    return tuple(placed)


def _link(
    row: ReminderRow, why: tuple[TextLine, ...], right: int, fonts: ReminderFonts
) -> TextLine:
    """Place the link after the last line of the second rank, or below it."""
    text = translate("reminders", "Prepare")
    metrics = QFontMetrics(fonts.link)
    width = metrics.horizontalAdvance(text) + 2
    last = why[-1].rect
    gap = QFontMetrics(fonts.why).horizontalAdvance(" · ") if row.line.why else 0
    left = last.right() - 1 + gap
    if left + width <= right:
        return TextLine(QRect(left, last.top(), width, last.height()), text)
    return TextLine(QRect(why[0].rect.left(), last.bottom() + 2, width, metrics.height()), text)


def _tag_rect(text: str, right: int, line_height: int, metrics: QFontMetrics) -> QRect:
    width = metrics.horizontalAdvance(text) + 14 if text else 0
    height = metrics.height() + 4
    return QRect(right - width, _ABOVE + (line_height - height) // 2 - 1, width, height)


def _actions(right: int, height: int) -> tuple[tuple[Part, QRect], ...]:
    parts = (Part.SNOOZE, Part.SKIP, Part.OPEN)
    left = right - _CELL * len(parts) + 4
    top = height - _CELL - 3
    return tuple(
        (part, QRect(left + number * _CELL, top, _CELL, _CELL)) for number, part in enumerate(parts)
    )
