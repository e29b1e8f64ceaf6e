"""Choose one of a few projects, or none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from notebook.services.project_choices import ProjectChoice


class ProjectChooser(QComboBox):
    """The projects by name, each with the person it is for.

    Signals:
        changed(): the user chose another one.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A long name is cut in the field, not the dialog stretched by it.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.activated.connect(self.changed)

    def offer(self, choices: Sequence[ProjectChoice], chosen: int | None) -> None:
        """Offer these projects; `chosen` is shown if it is one of them."""
        self.clear()
        self.addItem(self.tr("No project"), None)
        for choice in choices:
            self.addItem(f"{choice.name} ({choice.person})", choice.id)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def value(self) -> int | None:
        """Return the chosen project."""
        project_id: int | None = self.currentData()
        return project_id
