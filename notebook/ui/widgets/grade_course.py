"""A small picture of how check-ins went, one after the other: below, as expected, above."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget
from typing_extensions import override

from notebook.domain.check_ins import Grade
from notebook.domain.dates_in_words import day_month
from notebook.services.check_ins.course import GradePoint
from notebook.services.check_ins.words import grade_phrase, grade_word
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.theme import SMALL
from notebook.ui.widgets.labels import plain_tool_tip

_FROM_ABOVE = tuple(reversed(Grade))
_COLOURS = {Grade.BELOW: "bad", Grade.AS_EXPECTED: "accent", Grade.ABOVE: "ok"}
_ALIGNED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RADIUS, _GAP, _LEAST, _MOST, _LEADING = 4.5, 12, 16, 40, 5  # pixels


class GradeCourse(QWidget):
    """Each check-in is a dot at the height of its grade; as many of the newest as there is room for.

    A line leads from one to the next on the same project.
    """

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = icons.theme
        self._points: Sequence[GradePoint] = ()
        self._today = date.min
        self._font = icons.theme.font(SMALL)
        self._metrics = QFontMetrics(self._font)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[GradePoint], today: date) -> None:
        """Show these check-ins from now on, the oldest first."""
        self._points, self._today = points, today
        words = "\n".join(_spoken(point, today) for point in points)
        self.setAccessibleName(words)
        self.setToolTip(plain_tool_tip(words))
        self.update()

    def shown_points(self) -> Sequence[GradePoint]:
        """Return those that there is room for."""
        room = max(1, int((self.width() - self._left() - 2 * _RADIUS) // _LEAST))
        return self._points[-room:]

    def _row(self) -> int:
        return self._metrics.height() + _LEADING

    def _left(self) -> int:
        return max(self._metrics.horizontalAdvance(grade_word(grade)) for grade in Grade) + _GAP

    def _places(self) -> list[QPointF]:
        points = self.shown_points()
        room = self.width() - self._left() - 2 * _RADIUS
        step = min(_MOST, room / max(1, len(points) - 1)) if len(points) > 1 else 0
        places = []
        for number, point in enumerate(points):
            across = self._left() + _RADIUS + number * step
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                across = self.width() - across
            down = (_FROM_ABOVE.index(point.grade) + 0.5) * self._row()
            places.append(QPointF(across, down))
        return places

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(self._font)
        for number, grade in enumerate(_FROM_ABOVE):
            top = number * self._row()
            middle = top + self._row() // 2
            painter.setPen(self._theme.colour("line"))
            line = self._placed(QRect(self._left(), middle, self.width() - self._left(), 1))
            painter.drawLine(line.left(), middle, line.right(), middle)
            painter.setPen(self._theme.colour("soft"))
            box = self._placed(QRect(0, top, self._left() - _GAP, self._row()))
            painter.drawText(box, _ALIGNED, grade_word(grade))

    def _paint_dots(self, painter: QPainter) -> None:
        points, places = self.shown_points(), self._places()
        pairs = zip(points, points[1:], places, places[1:], strict=False)
        painter.setPen(QPen(self._theme.colour("soft"), 1.2))
        for before, after, here, there in pairs:
            if before.project_id == after.project_id:
                painter.drawLine(here, there)
        painter.setPen(Qt.PenStyle.NoPen)
        for point, place in zip(points, places, strict=True):
            painter.setBrush(self._theme.colour(_COLOURS[point.grade]))
            painter.drawEllipse(place, _RADIUS, _RADIUS)

    def _paint_days(self, painter: QPainter) -> None:
        points = self.shown_points()
        if not points:
            return
        first, last = (day_month(points[end].asked_on, self._today) for end in (0, -1))
        words = first if first == last else filled(translate("check-ins", "%1 to %2"), first, last)
        top = len(_FROM_ABOVE) * self._row()
        box = self._placed(QRect(self._left(), top, self.width() - self._left(), self._row()))
        painter.setPen(self._theme.colour("soft"))
        painter.drawText(box, _ALIGNED, words)

    def _placed(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._left() + 4 * _MOST, (len(_FROM_ABOVE) + 1) * self._row())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + 2 * _LEAST, self.sizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        self._paint_dots(painter)
        self._paint_days(painter)
        painter.end()


def _spoken(point: GradePoint, today: date) -> str:
    words = translate("check-ins", "%1, %2: %3")
    day = day_month(point.asked_on, today)
    return filled(words, day, point.project_name, grade_phrase(point.grade))
