"""What tall dialogs share: a head, parts that scroll, buttons at the foot, and a fitting size."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook.ui.widgets.scrolling import scrolling

_AROUND = QSize(36, 36)


def fit_above(dialog: QDialog, usual: tuple[int, int], parent: QWidget | None) -> None:
    """Give a dialog its usual size in pixels, or less where the window below it is smaller."""
    size = QSize(*usual)
    if parent is not None:
        size = size.boundedTo(parent.window().size() - _AROUND)
    dialog.resize(size)


def lay_out_dialog(
    dialog: QDialog,
    head: Sequence[QWidget],
    parts: Sequence[QWidget],
    buttons: Sequence[QWidget],
) -> None:
    """Place the head, the parts that scroll below it, and the buttons at the right of the foot."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(22, 4, 22, 12)
    column.setSpacing(12)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    top = QVBoxLayout()
    top.setContentsMargins(22, 20, 22, 4)
    for widget in head:
        top.addWidget(widget)
    foot = QHBoxLayout()
    foot.setContentsMargins(22, 8, 22, 16)
    foot.setSpacing(8)
    foot.addStretch(1)
    for button in buttons:
        foot.addWidget(button)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addLayout(top)
    outer.addWidget(scrolling(inside), 1)
    outer.addLayout(foot)
