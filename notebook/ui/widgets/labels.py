"""Labels that show text letter for letter, whatever it contains."""

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QStyle, QStyleOption, QWidget
from typing_extensions import override

from notebook.translate import translate
from notebook.ui.widgets.wrapping_label import WrappedLabel, has_long_word

_LONGEST_TIP = 600
_WIDEST_BUTTON = 390  # pixels, of its text: a small dialog has room for it
LONGEST_SHOWN = 20_000  # characters; a label with a million of them freezes the window for seconds


def text_label(
    text: str, rank: str = "", *, wrap: bool = False, selectable: bool = False
) -> QLabel:
    """Return a label of plain text; the ranks are listed in `notebook.ui.style_sheet`."""
    # Only where it may be needed: Qt asks a label of ours for its height a thousand times a page.
    if wrap and (not text or has_long_word(text)):
        label: QLabel = WrappedLabel(text, selectable=selectable)
    else:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(text)
        label.setWordWrap(wrap)
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setAccessibleName(text)
    if rank:
        label.setProperty("rank", rank)
    return label


def shown_part(text: str) -> str:
    """Return as much of a text as a label can show, and say so where that is not all of it."""
    if len(text) <= LONGEST_SHOWN:
        return text
    goes_on = translate("labels", "(It goes on: all of it is kept in the notebook.)")
    return f"{text[:LONGEST_SHOWN]}…\n\n{goes_on}"


def set_rank(widget: QWidget, rank: str) -> None:
    """Give a label another rank and let it look so at once."""
    set_look(widget, "rank", rank)


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for, and dress the widget anew if it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def escape_mnemonic(text: str) -> str:
    """Return `text` for a button, menu, action or tab, where a single & would vanish."""
    return text.replace("&", "&&")


def plain_tool_tip(text: str) -> str:
    """Return `text` so that a tool tip shows it letter for letter (tool tips guess at rich text)."""
    if not text:
        return ""
    short = text if len(text) <= _LONGEST_TIP else text[:_LONGEST_TIP] + "…"
    return f'<span style="white-space:pre-wrap">{escape(short)}</span>'


def set_short_text(button: QAbstractButton, text: str) -> None:
    """Let a button say a text letter for letter; a very long one ends in …, its tool tip has all."""
    line = " ".join(text.split())
    shown = button.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, _WIDEST_BUTTON)
    button.setText(escape_mnemonic(text if shown == line else shown))
    if shown != line:
        button.setToolTip(plain_tool_tip(text))


class ElidedLabel(QLabel):
    """One line that ends in … where the room does; the whole text is in its tool tip."""

    def __init__(self, text: str = "", rank: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if rank:
            self.setProperty("rank", rank)
        self.setText(text)

    def shown_text(self) -> str:
        """Return what there is room for."""
        line = " ".join(self.text().split())
        return self.fontMetrics().elidedText(
            line, Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    def _tell_the_rest(self) -> None:
        whole = self.shown_text() == " ".join(self.text().split())
        self.setToolTip("" if whole else plain_tool_tip(self.text()))

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self._tell_the_rest()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_the_rest()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._tell_the_rest()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(
            self.contentsRect(),
            int(self.alignment() | Qt.TextFlag.TextSingleLine),
            self.shown_text(),
        )
        painter.end()
