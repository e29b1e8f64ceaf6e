"""Fields for a number and for a time of day."""

from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QTimeEdit


def number_field(name: str, least: int, most: int) -> QSpinBox:
    """Return a field for a whole number from `least` to `most`; `name` is its accessible name."""
    field = QSpinBox()
    field.setRange(least, most)
    _dress(field, name)
    return field


def time_field(name: str) -> QTimeEdit:
    """Return a field for a time of day, to the minute, in the shape of the user's language."""
    field = QTimeEdit()
    _dress(field, name)
    return field


def _dress(field: QAbstractSpinBox, name: str) -> None:
    field.setAccessibleName(name)
    field.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
    # A style sheet's padding at the left does not reach the text of Qt's spin boxes.
    field.lineEdit().setTextMargins(10, 0, 0, 0)
