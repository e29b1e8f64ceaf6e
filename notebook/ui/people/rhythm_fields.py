"""How often people hear from us: every so many days, and the longest time without a word."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from notebook.translate import translate
from notebook.ui.widgets.fields import number_field

_MOST_DAYS = 3650


class RhythmFields(QWidget):
    """Two numbers of days below each other, each of which may be left out.

    Attributes:
        target, longest: the fields.
    """

    def __init__(self, without: str) -> None:
        super().__init__()
        self.target = number_field(translate("touch", "Keep in touch every"), 0, _MOST_DAYS)
        self.longest = number_field(translate("touch", "At the latest after"), 0, _MOST_DAYS)
        for field, prefix in (
            (self.target, translate("touch", "every ")),
            (self.longest, translate("touch", "at the latest after ")),
        ):
            field.setPrefix(prefix)
            field.setSuffix(translate("touch", " days"))
        self.target.setSpecialValueText(without)
        self.longest.setSpecialValueText(translate("touch", "No longest time"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.target)
        column.addWidget(self.longest)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that the key of its label leads here
        self.setFocusProxy(self.target)
        self.target.valueChanged.connect(self._on_target)
        self._on_target(0)

    def set_days(self, target: int | None, longest: int | None) -> None:
        """Show these numbers of days, None for none."""
        self.target.setValue(target or 0)
        self.longest.setValue(longest or 0)

    def days(self) -> tuple[int | None, int | None]:
        """Return both numbers of days, None for none; without a rhythm there is no longest time."""
        target = self.target.value() or None
        return target, (self.longest.value() or None) if target else None

    def trouble(self) -> QSpinBox | None:
        """Return the field of a longest time that is shorter than the rhythm."""
        target, longest = self.days()
        return self.longest if target and longest and longest < target else None

    def _on_target(self, days: int) -> None:
        self.longest.setEnabled(days > 0)
