"""What finishing the wizard made: every promise and every reminder by name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.services.finishing import Finished
from notebook.services.phrases import filled
from notebook.ui.icons import IconMark, Icons
from notebook.ui.widgets.labels import text_label
from notebook.ui.wizards.wizard_page import WizardPage


class FinishedPage(WizardPage):
    """Shown once the project is agreed."""

    def __init__(self, icons: Icons) -> None:
        super().__init__("", "", "")
        self._icons = icons
        self._groups = QVBoxLayout()
        self._groups.setSpacing(18)
        self.column.addLayout(self._groups)

    def show_finished(self, finished: Finished) -> None:
        """Name what was made."""
        self.heading.setText(filled(self.tr("%1 is agreed"), finished.name))
        self.intro.setText(
            self.tr("There is nothing to remind anybody of yet.")
            if finished.is_empty
            else self.tr("The notebook will remind you of all this in time:")
        )
        self.intro.show()
        for icon, heading, lines in (
            ("send", self.tr("We report"), finished.reports),
            ("flag", self.tr("We deliver"), finished.deliveries),
            ("handshake", self.tr("We were promised"), finished.promises),
            ("target", self.tr("We ask whether it is as expected"), finished.check_ins),
            ("message-circle-question-mark", self.tr("Still to ask"), finished.left_open),
        ):
            if lines:
                self._groups.addWidget(_group(self._icons, icon, heading, lines))


def _group(icons: Icons, icon: str, heading: str, lines: tuple[str, ...]) -> QWidget:
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(IconMark(icons, icon, "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(text_label(heading, "name"))
    for line in lines:
        column.addWidget(text_label(line, wrap=True, selectable=True))
    row.addLayout(column, 1)
    return group
