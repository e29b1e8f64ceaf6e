"""Pictures that users choose: read with care, made small, kept as PNG."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from notebook.errors import Refused
from notebook.storage.problems import explained
from notebook.translate import translate

_MOST_PIXELS = 100_000_000
"""A picture that unpacks to more is no photograph but a trap."""
FORMATS = "*.png *.jpg *.jpeg *.webp *.gif *.bmp"


def read_picture(path: Path, largest: QSize) -> bytes:
    """Return the picture in a file as a PNG within `largest` pixels, turned as it was taken.

    Raises Refused, with a sentence, for a file that is no picture, is broken or is far too large.
    """
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > _MOST_PIXELS:
        raise Refused(translate("pictures", "This picture is too large. Choose a smaller one."))
    image = reader.read()
    if image.isNull():
        raise Refused(
            translate("pictures", "This file can’t be read as a picture. Nothing was changed.")
        )
    if image.width() > largest.width() or image.height() > largest.height():
        image = image.scaled(
            largest,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return _png(image)


def image_of(png: bytes) -> QImage:
    """Return a kept picture; a null image for no bytes."""
    return QImage.fromData(QByteArray(png))


def save_png(path: Path, image: QImage) -> None:
    """Save a picture as PNG; the file is there whole or not at all.

    Raises a FileProblem when it can't be written.
    """
    part = path.with_name(path.name + ".part")
    with explained(path):
        try:
            part.write_bytes(_png(image))
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
