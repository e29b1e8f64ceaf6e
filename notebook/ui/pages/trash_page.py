"""The trash: what was deleted, and the way back for each."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.domain.dates_in_words import relative_day
from notebook.errors import NotebookError
from notebook.services.upkeep import TrashLine, Upkeep
from notebook.ui.areas import Area
from notebook.ui.clock import Clock
from notebook.ui.icons import Icons
from notebook.ui.models.table_model import Column, TableModel
from notebook.ui.notifier import Notifier
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.buttons import primary_button
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.table import Table


class TrashPage(Area):
    """Lists what was deleted, newest first; one press, Enter or a double click brings it back."""

    def __init__(
        self,
        upkeep: Upkeep,
        notifier: Notifier,
        clock: Clock,
        prompts: Prompts,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._upkeep, self._notifier, self._clock = upkeep, notifier, clock
        self._prompts = prompts
        self._kinds = {
            "person": self.tr("Person"),
            "organisation": self.tr("Organisation"),
            "project": self.tr("Project"),
            "moment": self.tr("Contact"),
            "promise": self.tr("Promise"),
            "reminder": self.tr("Reminder"),
            "own_checklist": self.tr("Checklist"),
            "check_in": self.tr("Check-in"),
            "concern": self.tr("Concern"),
            "value_idea": self.tr("Idea"),
            "fit_check": self.tr("Fit check"),
            "offering": self.tr("Offering"),
            "need": self.tr("Need"),
            "referral": self.tr("Referral"),
            "own_field": self.tr("Field of your own"),
            "person_group": self.tr("Group"),
            "saved_filter": self.tr("Filter"),
        }
        columns: list[Column[TrashLine]] = [
            Column(self.tr("What"), lambda line: line.title),
            Column(self.tr("Kind"), lambda line: self._kinds[line.kind], lambda _line: "soft"),
            Column(self.tr("Deleted"), self._day, lambda _line: "soft"),
        ]
        self.model: TableModel[TrashLine] = TableModel(columns, icons.theme, self)
        self.table = Table(self.model, self.tr("Trash"), wide=(0,))
        self.restore_button = primary_button(self.tr("Restore"), icons, "archive-restore")
        self.empty = EmptyState(
            icons,
            "trash-2",
            self.tr("The trash is empty"),
            self.tr("What you delete stays here, and can come back with everything it had."),
        )
        self._lay_out()
        self._look()
        self.restore_button.clicked.connect(self._on_restore)
        self.table.activated.connect(self._on_restore)

    @override
    def reload(self, changes: Changes) -> None:
        """Look again after a change of something that can be in the trash."""
        if changes.concern(*self._kinds):
            self._look()

    def _lay_out(self) -> None:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.restore_button)
        column.addLayout(row)
        self._pages = QStackedWidget()
        self._pages.addWidget(full)
        self._pages.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(22, 20, 22, 16)
        outer.setSpacing(12)
        outer.addWidget(text_label(self.tr("Trash"), "title"))
        outer.addWidget(self._pages, 1)

    def _look(self) -> None:
        lines = self._upkeep.trash()
        row = max(self.table.currentIndex().row(), 0)
        self.model.set_records(lines)
        self._pages.setCurrentIndex(0 if lines else 1)
        if lines:
            self.table.selectRow(min(row, len(lines) - 1))

    def _day(self, line: TrashLine) -> str:
        return relative_day(line.deleted_at.astimezone().date(), self._clock.today())

    @Slot()
    def _on_restore(self) -> None:
        line = self.model.record(self.table.currentIndex())
        if line is None:
            return
        try:
            self._notifier.tell(self._upkeep.restore(line.kind, line.id))
        except NotebookError as problem:
            self._prompts.show_problem(self.tr("This was not restored"), str(problem))
