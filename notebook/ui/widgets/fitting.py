"""The size of a dialog that may be larger than the window below it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

_AROUND = QSize(36, 36)


def fit_above(dialog: QDialog, usual: tuple[int, int], parent: QWidget | None) -> None:
    """Give a dialog its usual size in pixels, or less where the window below it is smaller."""
    size = QSize(*usual)
    if parent is not None:
        size = size.boundedTo(parent.window().size() - _AROUND)
    dialog.resize(size)
