"""Making room in a layout for what is shown anew."""

from PySide6.QtWidgets import QLayout


def clear_layout(layout: QLayout) -> None:
    """Take all widgets out of a layout and let go of them."""
    for place in reversed(range(layout.count())):
        item = layout.itemAt(place)
        widget = item.widget() if item else None
        if widget is not None:
            layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
