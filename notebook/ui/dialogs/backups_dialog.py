"""The backups: which there are, another one now, and the way back to one of them."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook.errors import NotebookError
from notebook.services.upkeep import Upkeep
from notebook.ui.icons import Icons
from notebook.ui.jobs import run_in_background
from notebook.ui.widgets.backup_list import BackupList
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.labels import text_label


class BackupsDialog(QDialog):
    """Lists the backups, makes one, and asks for one to be restored.

    Signals:
        restore_chosen(Backup): put this one in place of the notebook.
    """

    restore_chosen = Signal(object)

    def __init__(
        self, upkeep: Upkeep, icons: Icons, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._upkeep = upkeep
        self.setWindowTitle(self.tr("Backups"))
        self.list = BackupList(upkeep.backups(), today)
        self.nothing = text_label(self.tr("There is no backup yet."), wrap=True)
        self.banner = Banner(icons)
        self.make_button = plain_button(self.tr("Make a backup now"), icons, "save")
        self.close_button = plain_button(self.tr("Close"))
        self.restore_button = primary_button(self.tr("Restore this backup"))
        self._lay_out()
        self._show_what_there_is()
        self.make_button.clicked.connect(self._on_make)
        self.close_button.clicked.connect(self.reject)
        self.restore_button.clicked.connect(self._on_restore)
        self.list.picked.connect(self._on_restore)

    def _lay_out(self) -> None:
        words = self.tr(
            "A backup is made when you close the notebook after a change, and before people are "
            "brought in. Restoring one keeps what you have now as a backup too, so that you can "
            "take it back."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(10)
        column.addWidget(text_label(self.tr("Backups"), "heading"))
        column.addWidget(text_label(words, "second", wrap=True))
        column.addWidget(self.banner)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.make_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.restore_button)
        column.addLayout(row)
        self.resize(620, 440)

    def _show_what_there_is(self) -> None:
        backups = self._upkeep.backups()
        self.list.show_backups(backups)
        self.list.setVisible(bool(backups))
        self.nothing.setVisible(not backups)
        self.restore_button.setEnabled(bool(backups))
        (self.list if backups else self.make_button).setFocus()

    @Slot()
    def _on_make(self) -> None:
        upkeep = self._upkeep
        self.make_button.setEnabled(False)
        run_in_background(self, lambda _report: upkeep.back_up(), self._on_made, self._on_failed)

    def _on_made(self, _path: object) -> None:
        self.make_button.setEnabled(True)
        self.banner.show_message(self.tr("The backup is made and verified."), "ok")
        self._show_what_there_is()

    def _on_failed(self, error: Exception) -> None:
        self.make_button.setEnabled(True)
        if not isinstance(error, NotebookError):
            raise error
        self.banner.show_message(str(error), "bad")

    @Slot()
    def _on_restore(self) -> None:
        backup = self.list.chosen()
        if backup is not None and not self.restore_button.isHidden():
            self.accept()
            self.restore_chosen.emit(backup)
