"""The people behind a bar, each line leading to a card."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from notebook.services.insights.insight import Behind, BehindLine
from notebook.services.phrases import filled
from notebook.ui.models.table_model import RECORD_ROLE, Column, TableModel
from notebook.ui.theme import Theme
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.table import Table

_NAMES = 200  # pixels


class PeopleBehind(QWidget):
    """Names with what of theirs was counted.

    Attributes:
        heading, table, rest: the parts; `rest` says how many lines are not shown.

    Signals:
        person_chosen(int): a line was clicked, or Enter pressed on it.
    """

    person_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        columns: list[Column[BehindLine]] = [
            Column(self.tr("Who"), lambda line: line.name),
            Column(self.tr("What"), lambda line: line.words, lambda _: "soft"),
        ]
        self.model: TableModel[BehindLine] = TableModel(columns, theme, self)
        self.heading = text_label("", "panelTitle")
        self.table = Table(self.model, self.tr("The people behind it"), wide=(1,))
        self.rest = text_label("", "second")
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, _NAMES)
        self.table.setMinimumHeight(96)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.table, 1)
        column.addWidget(self.rest)
        self.table.clicked.connect(self._on_chosen)
        self.table.activated.connect(self._on_chosen)

    def show_people(self, label: str, people: Behind) -> None:
        """Show who is behind the row with this label."""
        heading = filled(self.tr("Who is behind it: %1"), label)
        if not people.lines:
            heading = filled(self.tr("Nobody is behind it: %1"), label)
        self.heading.setText(heading)
        self.table.setAccessibleName(heading)
        self.model.set_records(people.lines)
        rest = self.tr("%n more are not shown.", "", people.left_out)
        self.rest.setText(self.tr("1 more is not shown.") if people.left_out == 1 else rest)
        self.rest.setVisible(people.left_out > 0)

    def take_focus(self) -> None:
        """Let the keyboard go on among the people."""
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        line: BehindLine | None = index.data(RECORD_ROLE)
        if line is not None:
            self.person_chosen.emit(line.person_id)
