"""Pictures of strangers: turned as they were taken, cut small, and refused with a sentence."""

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from notebook.errors import Refused
from notebook.services.photos import MOST_BYTES
from notebook.ui.pictures import PHOTO_SIDE, as_photo, image_of, middle_of, read_photo


def noise(width: int, height: int) -> QImage:
    """Return a picture that does not get small: every pixel differs from its neighbours."""
    data = bytes((x * 7919 + x * x * 31) % 251 for x in range(width * height * 3))
    return QImage(data, width, height, width * 3, QImage.Format.Format_RGB888).copy()


def png_of(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that says to be this large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    end = chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + end


def _turned_right() -> bytes:
    """Return what a camera writes that was held upright: the orientation 6 of EXIF."""
    tag = struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0)
    exif = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 1) + tag + struct.pack("<I", 0)
    return b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif


def test_a_photo_is_turned_as_it_was_taken(tmp_path: Path) -> None:
    image = QImage(80, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for x in range(40):
        for y in range(40):
            image.setPixelColor(x, y, QColor("black"))
    path = tmp_path / "turned.jpg"
    assert image.save(str(path), "JPEG", 95)  # type: ignore[call-overload]
    plain = path.read_bytes()
    path.write_bytes(plain[:2] + _turned_right() + plain[2:])
    read = read_photo(path)
    assert (read.width(), read.height()) == (40, 80)
    assert read.pixelColor(20, 10).lightness() < 60  # left became top
    assert read.pixelColor(20, 70).lightness() > 200


def test_a_large_one_is_read_no_larger_than_needed(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    QImage(4000, 1000, QImage.Format.Format_RGB32).save(str(path))
    assert read_photo(path).size() == QSize(2048, 512)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "can’t be read"),
        (b"not a picture at all", "can’t be read"),
        (png_of(40, 40), "can’t be read"),
        (png_of(60_000, 60_000), "too large"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "can’t be read"),
    ],
    ids=["empty", "words", "broken", "bomb", "drawing"],
)
def test_what_is_no_picture_is_refused(content: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(content)
    for source in (path, content):
        with pytest.raises(Refused, match=sentence):
            read_photo(source)


def test_whatever_is_kept_is_small_and_square() -> None:
    jpeg = as_photo(middle_of(noise(900, 500)), MOST_BYTES)
    assert 0 < len(jpeg) <= MOST_BYTES
    assert image_of(jpeg).size() == QSize(PHOTO_SIDE, PHOTO_SIDE)
    clear = QImage(8, 8, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    assert image_of(as_photo(clear, MOST_BYTES)).pixelColor(9, 9).lightness() > 250
