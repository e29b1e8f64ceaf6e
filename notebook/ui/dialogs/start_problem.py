"""When the notebook can't be opened: why, and the ways out."""

from collections.abc import Sequence
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from notebook.errors import (
    DamagedNotebook,
    FileProblem,
    NewerNotebook,
    NotANotebook,
)
from notebook.storage.backups import Backup
from notebook.ui.widgets.backup_list import BackupList
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.labels import text_label

_BACKUPS_SHOWN = 4


class WayOut(Enum):
    """What to do about a notebook that can't be opened."""

    TRY_AGAIN = auto()
    OTHER_FOLDER = auto()
    RESTORE = auto()
    BEGIN_ANEW = auto()
    QUIT = auto()


class StartProblemDialog(QDialog):
    """Says what is wrong, and offers what helps with just that.

    Attributes:
        way_out: what was chosen; QUIT when the dialog was closed.
        backups: the list to restore from, None where that would not help.
    """

    def __init__(
        self,
        problem: FileProblem,
        backups: Sequence[Backup],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.way_out = WayOut.QUIT
        self.backups: BackupList | None = None
        self.setWindowTitle(self.tr("The notebook could not be opened"))
        self.setMinimumWidth(520)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(22, 22, 22, 16)
        self._column.setSpacing(8)
        self._column.addWidget(text_label(self.windowTitle(), "heading", wrap=True))
        self._column.addWidget(text_label(str(problem), wrap=True, selectable=True))
        self._column.addSpacing(8)
        broken = isinstance(problem, NotANotebook | DamagedNotebook | NewerNotebook)
        if broken and backups:
            self._add_backups(backups, today)
        self._primary: QPushButton | None = None
        self._add_buttons(broken=broken, newer=isinstance(problem, NewerNotebook))
        if self._primary is not None:
            self._primary.setFocus()

    @property
    def chosen_backup(self) -> Backup | None:
        """The backup to restore."""
        return self.backups.chosen() if self.backups else None

    def _add_backups(self, backups: Sequence[Backup], today: date) -> None:
        self._column.addWidget(
            text_label(
                self.tr(
                    "These backups were made while it was whole. The file that is there now is "
                    "kept beside the one you restore."
                ),
                "second",
                wrap=True,
            )
        )
        self.backups = BackupList(backups, today)
        rows = min(len(backups), _BACKUPS_SHOWN)
        self.backups.setFixedHeight(self.backups.sizeHintForRow(0) * rows + 8)
        self.backups.picked.connect(lambda _backup: self._choose(WayOut.RESTORE))
        self._column.addWidget(self.backups)

    def _add_buttons(self, *, broken: bool, newer: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._button(plain_button(self.tr("Quit")), WayOut.QUIT))
        row.addStretch(1)
        other = self.tr("Choose another folder…")
        if not broken:
            row.addWidget(self._button(plain_button(other), WayOut.OTHER_FOLDER))
            row.addWidget(self._button(primary_button(self.tr("Try again")), WayOut.TRY_AGAIN))
        elif self.backups:
            row.addWidget(self._button(plain_button(other), WayOut.OTHER_FOLDER))
            restore = primary_button(self.tr("Restore this backup"))
            row.addWidget(self._button(restore, WayOut.RESTORE))
        else:
            if not newer:
                anew = plain_button(self.tr("Set it aside and begin anew"))
                row.addWidget(self._button(anew, WayOut.BEGIN_ANEW))
            row.addWidget(self._button(primary_button(other), WayOut.OTHER_FOLDER))
        self._column.addSpacing(8)
        self._column.addLayout(row)

    def _button(self, button: QPushButton, way_out: WayOut) -> QPushButton:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("way_out", way_out.name)
        button.clicked.connect(self._on_button)
        if button.property("kind") == "primary":
            button.setDefault(True)
            self._primary = button
        return button

    def _choose(self, way_out: WayOut) -> None:
        self.way_out = way_out
        self.accept()

    @Slot()
    def _on_button(self) -> None:
        self._choose(WayOut[str(self.sender().property("way_out"))])
