"""A box with choices that a wheel turned above it leaves alone, as long as it has no focus."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy
from typing_extensions import override


class CalmComboBox(QComboBox):
    """Choices with keys; choosing emits Qt's own `activated`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    def offer(
        self, options: Sequence[tuple[object, str]], chosen: object, closed: Sequence[object] = ()
    ) -> None:
        """Offer keys with their words; those in `closed` are shown and can't be chosen."""
        self.clear()
        for key, words in options:
            self.addItem(words, key)
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        for number, (key, _words) in enumerate(options):
            model.item(number).setEnabled(key not in closed)
            if key == chosen:
                self.setCurrentIndex(number)

    def value(self) -> object:
        """Return the key of the chosen words."""
        return self.currentData()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
