"""Small rounded things: a chip for a fact, a tag for a state."""

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStyle, QWidget
from typing_extensions import override

from notebook.ui.icons import Icons
from notebook.ui.theme import SECOND
from notebook.ui.widgets.labels import escape_mnemonic, plain_tool_tip, set_look

Tone = Literal["calm", "warn", "bad", "ok", "plain"]


_HEIGHT, _SIDE, _ICON, _GAP = 26, 11, 14, 6


class Chip(QLabel):
    """A rounded pill with an icon and a short fact; what does not fit is in its tool tip.

    It paints itself: a card has many chips, and each would cost three widgets to dress.

    Attributes:
        ink, edge: the names of the colours of its words and of its border.
        end_icon: an icon behind the words, none when empty.
        hint: what the tool tip says besides.
    """

    ink, edge = "ink", "line"
    end_icon = ""
    hint = ""

    def __init__(self, icons: Icons, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._icons = icons
        self._icon = icon
        self._font = icons.theme.font(SECOND)
        self._metrics = QFontMetrics(self._font)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(icon, text)

    def say(self, icon: str, text: str) -> None:
        """Show another fact from now on."""
        self._icon = icon
        self._line = " ".join(text.split())
        self._line_width = self._metrics.horizontalAdvance(self._line) + 1
        self.setText(text)
        self.setAccessibleName(text)
        self._tell()
        self.updateGeometry()

    def shown_text(self) -> str:
        """Return what there is room for."""
        if self._fits():
            return self._line
        return self._metrics.elidedText(self._line, Qt.TextElideMode.ElideRight, self._room())

    def _fits(self) -> bool:
        return self._room() >= self._line_width

    def _room(self) -> int:
        return self.width() - self._text_left() - self._text_right()

    def _text_left(self) -> int:
        return _SIDE + (_ICON + _GAP if self._icon else 0)

    def _text_right(self) -> int:
        return _SIDE + (_ICON + _GAP if self.end_icon else 0)

    def _tell(self) -> None:
        rest = "" if self._fits() else self.text()
        self.setToolTip(plain_tool_tip("\n".join(filter(None, (rest, self.hint)))))

    @override
    def sizeHint(self) -> QSize:
        width = self._text_left() + self._line_width + self._text_right()
        return QSize(width, max(_HEIGHT, self._metrics.height() + 8))

    @override
    def minimumSizeHint(self) -> QSize:
        few_letters = 4 * self._metrics.averageCharWidth()
        return QSize(self._text_left() + few_letters + self._text_right(), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._icons.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour(self.edge))
        painter.setBrush(theme.colour("paper"))
        radius = self.height() / 2 - 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        words = QRect(self._text_left(), 0, self._room(), self.height())
        mark = QRect(_SIDE - 1, (self.height() - _ICON) // 2, _ICON, _ICON)
        direction = self.layoutDirection()
        if self._icon:
            placed = QStyle.visualRect(direction, self.rect(), mark)
            self._icons.paint(painter, placed, self._icon, self.ink)
        if self.end_icon:
            mark.moveRight(self.width() - _SIDE)
            placed = QStyle.visualRect(direction, self.rect(), mark)
            self._icons.paint(painter, placed, self.end_icon, self.ink)
        painter.setFont(self._font)
        painter.setPen(theme.colour(self.ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        placed = QStyle.visualRect(direction, self.rect(), words)
        painter.drawText(placed, int(flags) | int(Qt.TextFlag.TextSingleLine), self.shown_text())
        painter.end()


class Tag(QLabel):
    """A word on a soft colour: a state or a due date ("ours, Fri", "3 days")."""

    def __init__(
        self, text: str, tone: Tone = "calm", *, large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)
        self.setText(text)
        self.setProperty("tag", tone)
        self.setProperty("large", large)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, tone: Tone) -> None:
        """Say something else from now on."""
        self.setText(text)
        set_look(self, "tag", tone)

    def set_hint(self, text: str) -> None:
        """Explain the tag in a tool tip."""
        self.setToolTip(plain_tool_tip(text))


class StateButton(QPushButton):
    """A tag that leads to why it is so; `name` says of what it is the state, for screen readers."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setProperty("kind", "state")
        self.setProperty("tag", "plain")
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(plain_tool_tip(name))

    def show_state(self, text: str, tone: Tone) -> None:
        """Say something else from now on."""
        self.setText(escape_mnemonic(text))
        self.setAccessibleName(f"{self._name}: {text}")
        set_look(self, "tag", tone)
