"""The round mark of a person: the photo, or the initials."""

import unicodedata

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.ui.photo_shelf import PhotoShelf

# Calm enough for both themes; white letters on each have a contrast of at least 4.5.
COLOURS = (
    "#8a5a44",
    "#3f6b8f",
    "#7d5c98",
    "#5a7d35",
    "#a05f48",
    "#436d6a",
    "#6b6a85",
    "#8f6338",
    "#7a4b63",
    "#4d6f4f",
)


def initials(name: str) -> str:
    """Return the one or two letters that stand for `name`: of its first and its last word."""
    words = [word for word in name.split() if unicodedata.category(word[0])[0] in "LN"]
    if not words:
        return "?"
    chosen = [words[0]] if len(words) == 1 else [words[0], words[-1]]
    letters = [word[0].upper()[:1] for word in chosen]
    joins = any(unicodedata.bidirectional(letter) == "AL" for letter in letters)
    return ("\u200c" if joins else "").join(letters)  # Arabic letters would grow together


def avatar_colour(seed_id: int) -> QColor:
    """Return the colour that this person always has."""
    mixed = (seed_id * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF) >> 40  # ids have a pattern
    return QColor(COLOURS[mixed % len(COLOURS)])


def paint_avatar(
    painter: QPainter, rect: QRect, letters: str, seed_id: int, photo: QPixmap | None = None
) -> None:
    """Paint the round mark into the square `rect`; leaves the painter's pen, brush and font changed."""
    if photo is not None and not photo.isNull():
        painter.drawPixmap(rect.topLeft(), photo)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(avatar_colour(seed_id))
    painter.drawEllipse(QRectF(rect))
    font = QFont(painter.font())
    font.setPixelSize(max(8, round(rect.width() * 0.36)))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(Qt.GlobalColor.white))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), letters)


class Avatar(QWidget):
    """The round mark of one person; the name stands beside it, so a screen reader passes it by."""

    def __init__(
        self,
        name: str,
        seed_id: int,
        size: int = 36,
        parent: QWidget | None = None,
        *,
        shelf: PhotoShelf | None = None,
    ) -> None:
        super().__init__(parent)
        self._letters = initials(name)
        self._seed_id = seed_id
        self._shelf, self._photo_at = shelf, ""
        self.setFixedSize(size, size)

    def set_person(self, name: str, seed_id: int, photo_at: str = "") -> None:
        """Show another person's mark; `photo_at` is when the photo changed last."""
        self._letters, self._seed_id, self._photo_at = initials(name), seed_id, photo_at
        self.update()

    def _photo(self) -> QPixmap | None:
        if self._shelf is None:
            return None
        ratio = self.devicePixelRatioF()
        return self._shelf.pixmap(self._seed_id, self._photo_at, self.width(), ratio)

    @override
    def sizeHint(self) -> QSize:
        return self.size()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, self.rect(), self._letters, self._seed_id, self._photo())
        painter.end()
