"""What looks after the notebook itself, opened above the pages: bringing people in, and backups."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog

from notebook.ui.actions import ActionSpec
from notebook.ui.errands.desk import Desk
from notebook.ui.session import Session


class UpkeepErrands(QObject):
    """Runs the dialogs of import and backups; `ways` lead to another notebook, if there are any."""

    def __init__(self, desk: Desk, ways: Session | None) -> None:
        super().__init__(desk.window)
        self._desk, self._ways = desk, ways
        desk.navigator.import_requested.connect(self.bring_in)

    @property
    def may_leave_notebook(self) -> bool:
        """Whether there is another notebook to go to: not from the sample, nor in a test."""
        return self._ways is not None and not self._ways.is_sample

    @property
    def is_sample(self) -> bool:
        """Whether this is the sample, which nobody wants to find at each start of the computer."""
        return self._ways is not None and self._ways.is_sample

    def specs(self) -> list[ActionSpec]:
        """Return the actions for the window's menu."""
        specs = [
            ActionSpec("import", self.tr("Bring people in…"), self.bring_in, "Ctrl+I", "upload")
        ]
        if self.may_leave_notebook:
            specs += [
                ActionSpec(
                    "backups", self.tr("Backups…"), self.show_backups, "", "archive-restore"
                ),
                ActionSpec("sample", self.tr("Look at a sample"), self.show_sample, "", "eye"),
            ]
        elif self._ways is not None and self._ways.has_own:
            specs.append(
                ActionSpec(
                    "leave-sample",
                    self.tr("Back to my notebook"),
                    self._ways.leave_sample,
                    "",
                    "arrow-left",
                )
            )
        return specs

    @Slot()
    def bring_in(self, paths: Sequence[Path] = ()) -> None:
        """Open the import, with these files at once if any are named."""
        from notebook.ui.dialogs.import_dialog import ImportDialog

        desk = self._desk
        dialog = ImportDialog(
            desk.notebook.imports,
            desk.notebook.file,
            desk.icons,
            desk.prompts,
            desk.clock.today,
            desk.window,
        )
        dialog.brought_in.connect(desk.notifier.tell)
        self._open(dialog)
        if paths:
            dialog.read(paths)

    @Slot()
    def show_backups(self) -> None:
        """Open the list of backups."""
        from notebook.ui.dialogs.backups_dialog import BackupsDialog

        desk = self._desk
        dialog = BackupsDialog(desk.notebook.upkeep, desk.icons, desk.clock.today(), desk.window)
        dialog.restore_button.setVisible(self.may_leave_notebook)
        if self._ways is not None:
            dialog.restore_chosen.connect(self._ways.restore)
        self._open(dialog)

    @Slot()
    def show_sample(self) -> None:
        """Go to the sample."""
        assert self._ways is not None
        self._ways.open_sample()

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
