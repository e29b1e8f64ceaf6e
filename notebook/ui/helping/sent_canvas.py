"""The picture of who sent whom: generations from the reading side on, a line from each to theirs."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget
from typing_extensions import override

from notebook.services.phrases import filled
from notebook.services.referral_lines import SentTotals
from notebook.services.referral_picture import Pictured
from notebook.translate import translate
from notebook.ui.theme import SMALL, Theme

_WIDE, _HIGH = 168, 42  # pixels, of the box of a person
_ACROSS, _DOWN = 214, 54  # pixels from one generation, one row, to the next
_EDGE, _PADDING, _CORNER = 18, 10, 8
_LONGEST_SIDE = 12_000  # pixels of a saved picture; painters go no further than 32,767
_FINEST = 2.0


class SentCanvas(QWidget):
    """Paints everybody; arrows walk along the lines, Enter or a click opens a card.

    The person where the keyboard is, is said as the description of the whole.

    Attributes:
        people: who is in the picture.
        current: who is pointed to, None in an empty picture.

    Signals:
        moved(Pictured): somebody else is pointed to.
        person_chosen(int): open this card.
    """

    moved = Signal(object)
    person_chosen = Signal(object)

    def __init__(self, people: Sequence[Pictured], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.people: tuple[Pictured, ...] = ()
        self._by_key: dict[str, Pictured] = {}
        self.current: Pictured | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAccessibleName(translate("referrals", "Who sent whom, as a picture"))
        self.dress()
        self.show_people(people)
        theme.changed.connect(self.dress)

    @Slot()
    def dress(self) -> None:
        """Take the colours and the letters that hold now."""
        self._font, self._small = self._theme.font(weight=500), self._theme.font(SMALL)
        self.update()

    def show_people(self, people: Sequence[Pictured]) -> None:
        """Show others; whoever is pointed to stays so, if they are among them."""
        self.people = tuple(people)
        self._by_key = {each.key: each for each in people}
        if self.current is not None:
            self.current = self._by_key.get(self.current.key)
        self.setMinimumSize(self.whole())
        self.update()

    def whole(self) -> QSize:
        """Return how large the picture is."""
        generations = max((each.generation for each in self.people), default=0)
        rows = max((each.row for each in self.people), default=0.0)
        return QSize(
            2 * _EDGE + generations * _ACROSS + _WIDE, 2 * _EDGE + round(rows * _DOWN) + _HIGH
        )

    def box(self, person: Pictured) -> QRect:
        """Return where somebody stands."""
        left = _EDGE + person.generation * _ACROSS
        box = QRect(left, _EDGE + round(person.row * _DOWN), _WIDE, _HIGH)
        return QStyle.visualRect(self.layoutDirection(), QRect(0, 0, self.width(), 1), box)

    def point_to(self, person: Pictured) -> None:
        """Point to somebody, and say who that is."""
        if person is self.current:
            return
        self.current = person
        self.setAccessibleDescription(spoken(person))
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
        self.update()
        self.moved.emit(person)

    def image(self) -> QImage:
        """Return the whole picture on the colour of a card, as fine as its size allows."""
        size = self.whole()
        fine = min(_FINEST, _LONGEST_SIDE / max(size.width(), size.height()))
        image = QImage(size * fine, QImage.Format.Format_RGB32)
        image.fill(self._theme.colour("card"))
        painter = QPainter(image)
        painter.scale(fine, fine)
        self._paint(painter, QRect(0, 0, size.width(), size.height()), with_current=False)
        painter.end()
        return image

    def _paint(self, painter: QPainter, area: QRect, *, with_current: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for person in self.people:
            if person.parent is not None:
                self._paint_line(painter, area, self._by_key[person.parent], person, thin=False)
            for other in person.others:
                self._paint_line(painter, area, self._by_key[other], person, thin=True)
        for person in self.people:
            if self.box(person).intersects(area):
                self._paint_person(
                    painter, person, is_current=with_current and person is self.current
                )

    def _paint_line(
        self, painter: QPainter, area: QRect, sender: Pictured, person: Pictured, *, thin: bool
    ) -> None:
        start, end = QRectF(self.box(sender)), QRectF(self.box(person))
        if not start.united(end).intersects(QRectF(area)):
            return
        forward = start.center().x() < end.center().x()
        here = QPointF(start.right() if forward else start.left(), start.center().y())
        there = QPointF(end.left() if forward else end.right(), end.center().y())
        middle = (here.x() + there.x()) / 2
        path = QPainterPath(here)
        path.cubicTo(QPointF(middle, here.y()), QPointF(middle, there.y()), there)
        style = Qt.PenStyle.DashLine if thin else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self._theme.colour("soft" if thin else "accent"), 1.2, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_person(self, painter: QPainter, person: Pictured, *, is_current: bool) -> None:
        box = self.box(person)
        ground = "accent_soft" if person.has_project else "paper"
        painter.setBrush(self._theme.colour(ground))
        edge = QPen(self._theme.colour("accent" if is_current else "line"), 2 if is_current else 1)
        if person.person_id is None:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.drawRoundedRect(box, _CORNER, _CORNER)
        inside = box.adjusted(_PADDING, 4, -_PADDING, -4)
        second = _second_line(person)
        upper = QRect(inside)
        if second:
            upper.setHeight(inside.height() // 2 + 1)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(upper, flags, _cut(person.name, QFontMetrics(self._font), inside.width()))
        if second:
            lower = QRect(inside.left(), upper.bottom(), inside.width(), inside.height() // 2)
            painter.setFont(self._small)
            painter.setPen(self._theme.colour("soft"))
            words = _cut(second, QFontMetrics(self._small), inside.width())
            painter.drawText(lower, flags, words)

    def _at(self, place: QPointF) -> Pictured | None:
        point = place.toPoint()
        return next((each for each in self.people if self.box(each).contains(point)), None)

    def _choose(self, person: Pictured) -> None:
        self.point_to(person)
        if person.person_id is not None:
            self.person_chosen.emit(person.person_id)

    def _neighbour(self, key: int) -> Pictured | None:
        current = self.current
        if current is None:
            return self.people[0] if self.people else None
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            key = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}.get(
                Qt.Key(key), Qt.Key(key)
            )
        if key == Qt.Key.Key_Left:
            return self._by_key[current.parent] if current.parent is not None else None
        if key == Qt.Key.Key_Right:
            return next((each for each in self.people if each.parent == current.key), None)
        same = sorted(
            (each for each in self.people if each.generation == current.generation),
            key=lambda each: each.row,
        )
        place = same.index(current) + (1 if key == Qt.Key.Key_Down else -1)
        return same[place] if 0 <= place < len(same) else None

    @override
    def sizeHint(self) -> QSize:
        return self.whole()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("card"))
        self._paint(painter, event.rect(), with_current=self.hasFocus() or self.current is not None)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
        if event.key() in arrows:
            neighbour = self._neighbour(event.key())
            if neighbour is not None:
                self.point_to(neighbour)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.current is not None:
                self._choose(self.current)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        person = self._at(event.position())
        is_card = person is not None and person.person_id is not None
        shape = Qt.CursorShape.PointingHandCursor if is_card else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        person = self._at(event.position())
        if person is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(person)


def spoken(person: Pictured) -> str:
    """Return somebody in the picture in a sentence: "Ana Pereira, sent by Samuel Reyes"."""
    sent_by = filled(translate("referrals", "sent by %1"), person.sent_by) if person.sent_by else ""
    return ", ".join(part for part in (person.name, sent_by, sent_words(person.sent)) if part)


def sent_words(sent: SentTotals) -> str:
    """Return "sent 3, 2 became projects"; nothing for who sent nobody."""
    if not sent.people:
        return ""
    words = translate("referrals", "sent %n", sent.people)
    if not sent.projects:
        return words
    became = (
        translate("referrals", "1 became a project")
        if sent.projects == 1
        else translate("referrals", "%n became projects", sent.projects)
    )
    return f"{words}, {became}"


def _second_line(person: Pictured) -> str:
    if person.sent.people:
        return sent_words(person.sent)
    return translate("referrals", "has a project") if person.has_project else ""


def _cut(text: str, metrics: QFontMetrics, width: int) -> str:
    return metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, width)
