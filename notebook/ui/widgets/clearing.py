"""Making room in a layout for what is shown anew."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def clear_layout(layout: QLayout) -> None:
    """Take all widgets out of a layout and let go of them.

    Its items are not asked for: Python would keep those that are gone, and take a widget that
    comes to be at the same address for one of them.
    """
    parent = layout.parentWidget()
    if parent is None:
        return
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for widget in reversed(parent.findChildren(QWidget, options=direct)):
        if layout.indexOf(widget) >= 0:
            layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
