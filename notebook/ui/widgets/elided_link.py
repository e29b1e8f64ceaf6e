"""A link whose words end in … where the room does."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from notebook.ui.widgets.labels import escape_mnemonic, plain_tool_tip

_FEW = 6  # letters, which are always shown


class ElidedLink(QPushButton):
    """A word that one can click, letter for letter; the whole of it is its accessible name."""

    def __init__(
        self, text: str = "", *, second: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setAutoDefault(True)
        self.setProperty("kind", "link")
        self.setProperty("second", second)
        self.setFlat(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show other words from now on."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(text)
        self._elide()
        self.updateGeometry()

    @property
    def whole_text(self) -> str:
        """All that it says, whatever there is room for."""
        return self._whole

    def _edges(self) -> int:
        """Return the width of the button around its words, in pixels."""
        shown = self.text().replace("&&", "&")
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(shown)

    def _elide(self) -> None:
        room = max(self.width() - self._edges(), 0)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(escape_mnemonic(shown))
        self.setToolTip("" if shown == self._whole else plain_tool_tip(self._whole))

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._whole) + self._edges() + 2
        return QSize(width, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        few = self.fontMetrics().averageCharWidth() * _FEW + self._edges()
        return QSize(min(few, self.sizeHint().width()), super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()
