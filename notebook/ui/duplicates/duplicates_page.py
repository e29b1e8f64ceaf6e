"""People who are kept twice: the pairs at the left, the two cards of one at the right."""

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.errors import NotebookError, Refused
from notebook.services.duplicates.finding import FoundTwins, Twins
from notebook.services.phrases import filled
from notebook.ui.areas import PEOPLE, Area
from notebook.ui.delegates.twins_delegate import TwinsDelegate, names_of, sure_word, why_words
from notebook.ui.duplicates.comparison_view import ComparisonView
from notebook.ui.errands.desk import Desk
from notebook.ui.jobs import Job, Progress, run_in_background
from notebook.ui.models.table_model import RECORD_ROLE, Column, TableModel
from notebook.ui.pages.list_page import beside
from notebook.ui.photo_shelf import PhotoShelf
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.row_view import RowView

LIST_WIDTH = 300  # pixels
_KINDS = ("person", "contact_detail", "dismissed_pair")


class DuplicatesPage(Area):
    """Looks for pairs beside the window, and merges or dismisses the one that is shown.

    It looks again after a change while it is shown, and when it is shown the next time.

    Attributes:
        model, list: the pairs.
        view: the two cards of the chosen one.
        looking, nothing, choose: what is said where there is no pair.
        splitter: between them, for remembering where it stood.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, icons = desk, desk.icons
        self._job: Job | None = None
        self._is_stale, self._was_asked_for = True, False
        columns = [Column(self.tr("Pair"), _spoken)]
        self.model: TableModel[Twins] = TableModel(columns, icons.theme, self)
        delegate = TwinsDelegate(icons.theme, self)
        self.list = RowView(self.model, delegate, self.tr("People kept twice"))
        self.view = ComparisonView(icons, PhotoShelf(desk.notebook))
        self.count = text_label("", "second", wrap=True)
        self.looking = EmptyState(icons, "search", self.tr("Looking through the people…"))
        self.nothing = EmptyState(
            icons,
            "users",
            self.tr("Nobody seems to be kept twice"),
            self.tr("People with the same e-mail, telephone or name would be shown here."),
        )
        self.choose = EmptyState(icons, "users", self.tr("Choose a pair from the list"))
        self._lay_out()
        self._connect()

    @property
    def is_looking(self) -> bool:
        """Whether pairs are being looked for."""
        return self._job is not None

    @property
    def pair(self) -> tuple[int, int] | None:
        """Who is compared; None when nobody is."""
        found = self.view.comparison
        is_shown = self.stack.currentWidget() is self.view
        return (found.kept.id, found.other.id) if is_shown and found else None

    def show_pair(self, one: int, other: int) -> None:
        """Compare two people whom somebody chose, be they in the list or not."""
        self._was_asked_for = self._compare(one, other)
        self.list.select_row(self._row_of({one, other}))

    @override
    def reload(self, changes: Changes) -> None:
        if changes.concern(*_KINDS):
            self._is_stale = True
            if self.isVisible():
                self._look()
        elif self.isVisible():
            self._compare_again()

    def _lay_out(self) -> None:
        side = QFrame()
        side.setProperty("role", "sidebar")
        side.setProperty("side", "left")
        side.setMinimumWidth(200)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 14, 1, 0)
        column.setSpacing(4)
        for label in (text_label(self.tr("Kept twice?"), "heading"), self.count):
            label.setContentsMargins(14, 0, 14, 0)
            column.addWidget(label)
        column.addSpacing(4)
        column.addWidget(self.list, 1)
        self.stack = QStackedWidget()
        for page in (self.looking, self.nothing, self.choose, self.view):
            self.stack.addWidget(page)
        self.splitter = beside(side, self.stack, LIST_WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _connect(self) -> None:
        self.list.row_chosen.connect(self._on_row)
        self.view.merge_button.clicked.connect(self._on_merge)
        self.view.two_button.clicked.connect(self._on_two)
        self.view.person_chosen.connect(self._desk.navigator.person_requested)

    def _look(self) -> None:
        """Look for pairs, unless that is being done: then again once it is done."""
        if self._job is not None:
            return
        self._is_stale = False
        duplicates, file = self._desk.notebook.duplicates, self._desk.notebook.file

        def work(report: Progress) -> FoundTwins:
            with file.connected():
                return duplicates.find(report)

        self._job = run_in_background(self, work, self._on_found, self._on_failed)

    def _on_found(self, found: FoundTwins) -> None:
        self._job = None
        if self._is_stale:
            self._look()
            return
        before = self.pair
        row = max(self.list.currentIndex().row(), 0)
        self.model.set_records(found.pairs)
        self._say_count(found)
        if before is not None and self._was_asked_for and self._compare(*before):
            self.list.select_row(self._row_of(set(before)))
            return
        self._was_asked_for = False
        same = self._row_of(set(before)) if before is not None else None
        self._show_row(same if same is not None else min(row, len(found.pairs) - 1))

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, NotebookError):
            raise error
        self.stack.setCurrentWidget(self.choose)
        self._desk.prompts.show_problem(self.tr("Nobody could be looked for"), str(error))

    def _say_count(self, found: FoundTwins) -> None:
        count = len(found.pairs)
        words = self.tr("1 pair") if count == 1 else self.tr("%n pairs", "", count)
        if found.left_out:
            more = self.tr("The surest %1 of %2 pairs")
            words = filled(more, f"{count:,}", f"{count + found.left_out:,}")
        self.count.setText(words if count else "")

    def _show_row(self, row: int) -> None:
        twins = self.model.record(self.model.index(row, 0)) if row >= 0 else None
        self.list.select_row(row if twins else None)
        if twins is None:
            self.stack.setCurrentWidget(self.nothing)
        elif not self._compare(*twins.ids):
            self.stack.setCurrentWidget(self.choose)

    def _row_of(self, people: set[int]) -> int | None:
        rows = range(self.model.rowCount())
        found = (self.model.index(row, 0).data(RECORD_ROLE) for row in rows)
        return next((row for row, twins in enumerate(found) if set(twins.ids) == people), None)

    def _compare(self, one: int, other: int) -> bool:
        """Show two cards; return whether both are there."""
        desk = self._desk
        try:
            found = desk.notebook.duplicates.compare(one, other, desk.clock.today())
        except Refused:
            return False
        self.view.show_comparison(found)
        self.stack.setCurrentWidget(self.view)
        return True

    def _compare_again(self) -> None:
        """Follow what came to the two cards that are shown: what moves may be more now."""
        if self.pair is not None and not self._compare(*self.pair):
            self.stack.setCurrentWidget(self.choose)

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        self._was_asked_for = False
        if not self._compare(*index.data(RECORD_ROLE).ids):
            self.stack.setCurrentWidget(self.choose)

    @Slot()
    def _on_merge(self) -> None:
        desk, found, choices = self._desk, self.view.comparison, dict(self.view.choices)
        if found is None or (found.asks_first and not self._confirms(found.kept.name)):
            return
        was_asked_for, today = self._was_asked_for, desk.clock.today()
        trouble = desk.trouble(
            lambda: desk.notebook.duplicates.merge(found, choices, today, confirmed=True)
        )
        if trouble:
            desk.prompts.show_problem(self.tr("The two are as they were"), trouble)
        elif was_asked_for:
            desk.navigator.person_requested.emit(found.kept.id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirms(self, name: str) -> bool:
        return self._desk.prompts.confirm(
            self.tr("One of us, or two?"),
            filled(
                self.tr(
                    "Both cards are of somebody who looks after others. All of these people will"
                    " be looked after by %1."
                ),
                name,
            ),
            self.tr("Merge into one"),
        )

    @Slot()
    def _on_two(self) -> None:
        if self.pair is None:
            return
        one, other = self.pair
        self._was_asked_for = False
        trouble = self._desk.trouble(lambda: self._desk.notebook.duplicates.dismiss(one, other))
        if trouble:
            self._desk.prompts.show_problem(self.tr("Nothing was changed"), trouble)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._is_stale:
            self._look()
        else:
            self._compare_again()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Let nobody work for a page that nobody sees; the next time it looks again."""
        super().hideEvent(event)
        if self._job is not None and not event.spontaneous():
            self._job.stop()
            self._job, self._is_stale = None, True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._desk.navigator.area_requested.emit(PEOPLE)
        else:
            super().keyPressEvent(event)


def _spoken(twins: Twins) -> str:
    return f"{names_of(twins)}, {sure_word(twins.likelihood)}: {why_words(twins)}"
