"""The pictures of people as round pixmaps, each read and cut once for every size it is shown in."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap, QPixmapCache

from notebook.services.notebook import Notebook
from notebook.ui.icons import pixel_ratio
from notebook.ui.pictures import small_image_of

_NOTHING = 1  # the side of a pixmap that stands for a picture that can't be read


class PhotoShelf:
    """Gives out pixmaps; what was shown before costs no reading, and a change is another key."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def pixmap(self, person_id: int, photo_at: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return the picture that changed last at `photo_at`, `size` logical pixels wide.

        A null pixmap where there is none, or none that can be read.
        """
        if not photo_at:
            return QPixmap()
        side = round(size * ratio)
        key = f"photo/{person_id}/{photo_at}/{side}"
        found = QPixmap()
        if not QPixmapCache.find(key, found):
            kept = self._notebook.photos.picture(person_id)
            found = _round(small_image_of(kept, side), side)
            QPixmapCache.insert(key, found)
        if found.width() <= _NOTHING:
            return QPixmap()
        found.setDevicePixelRatio(ratio)
        return found

    def pixmap_for(
        self, painter: QPainter, person_id: int, photo_at: str, size: int
    ) -> QPixmap | None:
        """Return the picture as sharp as what is painted on, None for somebody without one."""
        if not photo_at:
            return None
        return self.pixmap(person_id, photo_at, size, pixel_ratio(painter))


def _round(image: QImage, side: int) -> QPixmap:
    if image.isNull():
        nothing = QPixmap(_NOTHING, _NOTHING)
        nothing.fill(Qt.GlobalColor.transparent)
        return nothing
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = QPainterPath()
    circle.addEllipse(QRectF(0, 0, side, side))
    painter.setClipPath(circle)
    painter.drawImage(0, 0, image)
    painter.end()
    return pixmap
