"""The pages of an import: choose files, wait, and the table of everybody in them."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from notebook.domain.changes import Changes
from notebook.services.import_reading import ImportProblem
from notebook.services.imports import Preview, PreviewCard, Report, Standing
from notebook.services.phrases import filled
from notebook.ui.icons import Icons
from notebook.ui.models.table_model import Column, TableModel
from notebook.ui.widgets.buttons import primary_button
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.table import Table

Row = PreviewCard | ImportProblem


class ChoosePage(QWidget):
    """Says what can be brought in, and asks for files."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.choose_button = primary_button(self.tr("Choose files…"), icons, "folder-open")
        self.words = EmptyState(
            icons,
            "users",
            self.tr("Drop your address book here"),
            self.tr(
                "Contact files of any program will do (vCard, .vcf). You see who is in them "
                "before anything is written, and you can take it back afterwards."
            ),
            [self.choose_button],
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)


class WaitPage(QWidget):
    """Says what is being done, and how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self.words = text_label("", "heading", wrap=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.count = text_label("", "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addWidget(self.count)
        column.addStretch(3)

    def begin(self, words: str) -> None:
        """Say what begins; how long it takes is not known yet."""
        self.words.setText(words)
        self.count.setText("")
        self.bar.setRange(0, 0)

    @Slot(object, object)
    def show_progress(self, done: int, of: int) -> None:
        """Say how many cards are read."""
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        words = self.tr("%1 of about %2 cards")
        self.count.setText(filled(words, f"{done:n}", f"{of:n}"))


class PreviewPage(QWidget):
    """A headline, the counts, and a table with a row for each card and problem."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.headline = text_label("", "heading", wrap=True)
        self.counts = text_label("", "second", wrap=True)
        columns: list[Column[Row]] = [
            Column(self.tr("Name"), _name),
            Column(self.tr("State"), self._state, _colour),
            Column(self.tr("What is known"), _words),
            Column(self.tr("File and line"), _place, lambda _row: "soft"),
        ]
        self.model = TableModel(columns, icons.theme, self)
        self.table = Table(self.model, self.tr("People in these files"), wide=(0, 2, 3))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.headline)
        column.addWidget(self.counts)
        column.addWidget(self.table, 1)

    def show_preview(self, preview: Preview) -> None:
        """Show who would be brought in."""
        if preview.cards:
            self._show(self.tr("Look at who is in them"), preview)
        else:
            self._show(self.tr("There is nobody in these files"), preview)

    def show_report(self, changes: Changes, report: Report) -> None:
        """Show what became of each card."""
        self._show(changes.label or self.tr("There was nothing new to bring in"), report)

    def _show(self, headline: str, preview: Preview) -> None:
        self.headline.setText(headline)
        parts = (
            self.tr("%n new", "", preview.new),
            self.tr("%n known already", "", preview.same),
            self.tr("%n that can't be read", "", len(preview.problems)),
        )
        self.counts.setText(" · ".join(parts))
        self.model.set_records([*preview.problems, *preview.cards])

    def _state(self, row: Row) -> str:
        if isinstance(row, ImportProblem):
            return self.tr("Problem")
        return self.tr("New") if row.standing is Standing.NEW else self.tr("Known")


def _name(row: Row) -> str:
    return "–" if isinstance(row, ImportProblem) else row.name


def _colour(row: Row) -> str:
    if isinstance(row, ImportProblem):
        return "warn"
    return "ok" if row.standing is Standing.NEW else "soft"


def _words(row: Row) -> str:
    if isinstance(row, ImportProblem):
        return row.sentence
    card = row.found.card
    about = (card.title, card.organisation, *(detail.value for detail in card.details[:2]))
    return row.sentence or " · ".join(part for part in about if part)


def _place(row: Row) -> str:
    source = row.source if isinstance(row, ImportProblem) else row.found.source
    line = row.line if isinstance(row, ImportProblem) else row.found.line
    return f"{source.name}, {line}" if line else source.name
