"""Pictures that users choose: read with care, made small, kept as PNG, or as JPEG of people."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from notebook.errors import Refused
from notebook.services.photos import MOST_BYTES
from notebook.storage.whole_file import write_whole
from notebook.translate import translate

_MOST_PIXELS = 100_000_000
"""A picture that unpacks to more is no photograph but a trap."""
_ENOUGH = 2048  # pixels at the longer side, from which a photo of somebody is cut
PHOTO_SIDE = 256  # pixels
_QUALITIES = (88, 80, 70, 60, 45, 30, 15)
FORMATS = "*.png *.jpg *.jpeg *.webp *.gif *.bmp"
_READ = frozenset({"png", "jpg", "jpeg", "webp", "gif", "bmp"})
"""What is read, whatever a file is called: no drawing can make the program fetch something."""


def read_picture(path: Path, largest: QSize) -> bytes:
    """Return the picture in a file as a PNG within `largest` pixels, turned as it was taken.

    Raises Refused, with a sentence, for a file that is no picture, is broken or is far too large.
    """
    image = _read(QImageReader(str(path)))
    if image.width() > largest.width() or image.height() > largest.height():
        image = image.scaled(
            largest,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return _written(image, "PNG")


def read_photo(source: Path | bytes) -> QImage:
    """Return a picture to cut somebody out of, turned as it was taken, never larger than needed.

    Raises Refused, with a sentence, for what is no picture, is broken or is far too large.
    """
    if isinstance(source, Path):
        return _read(QImageReader(str(source)), _ENOUGH)
    buffer = QBuffer()
    buffer.setData(QByteArray(source))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    return _read(QImageReader(buffer), _ENOUGH)


def middle_of(image: QImage) -> QImage:
    """Return the largest square in the middle of a picture."""
    side = min(image.width(), image.height())
    return image.copy(QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side))


def small_square(picture: bytes) -> bytes:
    """Return a photo of somebody made of whatever came in a contact file; nothing for no picture."""
    try:
        return as_photo(middle_of(read_photo(picture)), MOST_BYTES)
    except Refused:
        return b""


def as_photo(square: QImage, most_bytes: int) -> bytes:
    """Return a square picture as a JPEG of PHOTO_SIDE pixels, of at most so many bytes."""
    ground = QImage(PHOTO_SIDE, PHOTO_SIDE, QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)  # where a picture is transparent
    painter = QPainter(ground)
    smooth = Qt.TransformationMode.SmoothTransformation
    painter.drawImage(
        0, 0, square.scaled(ground.size(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    )
    painter.end()
    jpegs = (_written(ground, "JPEG", quality) for quality in _QUALITIES)
    return next((jpeg for jpeg in jpegs if len(jpeg) <= most_bytes), b"")


def image_of(kept: bytes) -> QImage:
    """Return a kept picture; a null image for no bytes."""
    return QImage.fromData(QByteArray(kept))


def save_png(path: Path, image: QImage) -> None:
    """Save a picture as PNG; the file is there whole or not at all.

    Raises a FileProblem when it can't be written.
    """
    write_whole(path, _written(image, "PNG"))


def small_image_of(kept: bytes, side: int) -> QImage:
    """Return a kept square picture unpacked to `side` pixels at once; a null image for no bytes."""
    buffer = QBuffer()
    buffer.setData(QByteArray(kept))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setScaledSize(QSize(side, side))
    return reader.read()


def _read(reader: QImageReader, longest: int | None = None) -> QImage:
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > _MOST_PIXELS:
        raise Refused(translate("pictures", "This picture is too large. Choose a smaller one."))
    is_known = bytes(reader.format().data()).decode("ascii", "replace") in _READ
    if longest is not None and max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read() if is_known else QImage()
    if image.isNull():
        raise Refused(
            translate("pictures", "This file can’t be read as a picture. Nothing was changed.")
        )
    return image


def _written(image: QImage, kind: str, quality: int = -1) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
