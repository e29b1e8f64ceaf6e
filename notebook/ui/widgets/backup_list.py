"""The backups as a list to choose from: when, at which occasion, how large."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QLocale, Qt, QTime, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from notebook.domain.dates_in_words import relative_day
from notebook.storage.backups import Backup
from notebook.translate import translate

_OCCASIONS = {
    "closing": "when the notebook was closed",
    "before import": "before people were brought in",
    "before update": "before an update",
    "before restore": "before a backup was restored",
    "by hand": "made by hand",
}


class BackupList(QListWidget):
    """One row for each backup, the newest first and chosen.

    Signals:
        picked(Path): a row was double-clicked, or Enter was pressed on it.
    """

    picked = Signal(object)

    def __init__(
        self, backups: Sequence[Backup], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.setAccessibleName(self.tr("Backups"))
        self.setProperty("framed", "true")
        self.setVerticalScrollMode(BackupList.ScrollMode.ScrollPerPixel)
        self.itemActivated.connect(self._on_activated)
        self.show_backups(backups)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these, and choose the first."""
        self.clear()
        for backup in backups:
            item = QListWidgetItem(backup_words(backup, self._today))
            item.setData(Qt.ItemDataRole.UserRole, backup)
            self.addItem(item)
        self.setCurrentRow(0)

    def chosen(self) -> Backup | None:
        """Return the backup of the current row; None while there is none."""
        item = self.currentItem()
        backup: Backup | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return backup

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(Qt.ItemDataRole.UserRole))


def backup_words(backup: Backup, today: date) -> str:
    """Return "Yesterday, 18:05 · when the notebook was closed · 1.2 MB"."""
    size = QLocale().formattedDataSize(
        backup.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )
    occasion = _OCCASIONS.get(backup.occasion)
    words = translate("backups", occasion) if occasion else backup.occasion
    return " · ".join((moment_words(backup.made_at, today), words, size))


def moment_words(moment: datetime, today: date) -> str:
    """Return "Yesterday, 18:05"."""
    time = QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    return f"{relative_day(moment.date(), today)}, {time}"
