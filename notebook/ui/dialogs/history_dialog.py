"""What happened to a person's card, newest first, and the way back to any point in it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from notebook.domain.text import excerpt
from notebook.services.history.person_history import (
    BEGINNING,
    HistoryEntry,
    PersonHistory,
    WayBack,
)
from notebook.services.phrases import filled
from notebook.ui.widgets.backup_list import moment_words
from notebook.ui.widgets.buttons import link_button, plain_button, primary_button
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.wrapping_label import WrappingLabel

_SIZE = QSize(640, 560)
_MOST_TOLD = 5
_MOST_IN_ROW = 8
_LONGEST = 400  # characters of the preview


class HistoryList(QListWidget):
    """Rows of several lines that wrap where the list ends."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class HistoryDialog(QDialog):
    """Lists the changes; `preview` says what going back to one of them would change.

    Signals:
        older_wanted(): longer back than what is shown.
        back_chosen(int): take the card back to how it was after this change.
    """

    older_wanted = Signal()
    back_chosen = Signal(object)

    def __init__(
        self,
        history: PersonHistory,
        today: date,
        preview: Callable[[int], WayBack],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today, self._preview = today, preview
        title = filled(self.tr("History of %1"), history.name)
        self.setWindowTitle(title)
        self.heading = text_label(title, "heading", wrap=True)
        self.nothing = text_label(self.tr("Nothing was changed on this card yet."), wrap=True)
        self.list = HistoryList()
        self.list.setAccessibleName(title)
        self.list.setProperty("framed", "true")
        self.list.setWordWrap(True)
        self.list.setSpacing(1)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.preview = WrappingLabel("", "second")
        self.older_button = link_button(self.tr("Show older changes"))
        self.close_button = plain_button(self.tr("Close"))
        self.back_button = primary_button(self.tr("Take the card back to how it was then"))
        self._lay_out()
        self.list.currentItemChanged.connect(self._on_current)
        self.older_button.clicked.connect(self.older_wanted)
        self.close_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(self._on_back)
        self.show_history(history)

    def show_history(self, history: PersonHistory) -> None:
        """Show these changes, and stay with the one that is chosen."""
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        for entry in history.entries:
            self._add(entry_words(entry, self._today), entry.change_id)
        if history.has_beginning and history.entries:
            self._add(self.tr("Before all this, as far as it is written down"), BEGINNING)
        self.older_button.setVisible(history.goes_on)
        empty = not history.entries
        self.nothing.setVisible(empty)
        self.list.setVisible(not empty)
        self.list.setCurrentRow(row)
        self._on_current()
        (self.close_button if empty else self.list).setFocus()

    def _add(self, words: str, change_id: int) -> None:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, change_id)
        self.list.addItem(item)

    def _chosen(self) -> int | None:
        item = self.list.currentItem()
        return None if item is None else int(item.data(Qt.ItemDataRole.UserRole))

    def _lay_out(self) -> None:
        hint = self.tr(
            "You can take the card itself back: name, note, ways to reach, roles, what is worth "
            "remembering. Contacts, promises, projects, check-ins, concerns and reminders stay as "
            "they are, and going back can be undone."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(text_label(hint, "second", wrap=True))
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self.preview)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.older_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.back_button)
        column.addLayout(buttons)
        self.resize(_SIZE)

    @Slot()
    def _on_current(self) -> None:
        change_id = self._chosen()
        way_back = None if change_id is None else self._preview(change_id)
        self.back_button.setEnabled(way_back is not None and bool(way_back.sentences))
        words = self._words(way_back) if way_back else ""
        self.preview.setText(words)
        self.preview.setAccessibleName(words)

    def _words(self, way_back: WayBack) -> str:
        if way_back.refusal:
            return way_back.refusal
        if not way_back.sentences:
            return self.tr("The card is now as it was then.")
        return filled(self.tr("Going back would change: %1"), self._together(way_back.sentences))

    def _together(self, told: tuple[str, ...]) -> str:
        shown = list(told[:_MOST_TOLD])
        if len(told) > _MOST_TOLD:
            shown.append(self.tr("%n more", "", len(told) - _MOST_TOLD))
        return excerpt("; ".join(shown), _LONGEST)

    @Slot()
    def _on_back(self) -> None:
        change_id = self._chosen()
        if change_id is not None:
            self.accept()
            self.back_chosen.emit(change_id)


def entry_words(entry: HistoryEntry, today: date) -> str:
    """Return when it was, and each sentence on a line of its own."""
    shown = [f"{moment_words(entry.made_at, today)} · {entry.label}"]
    told = [sentence for sentence in entry.sentences if sentence != entry.label]
    shown += told[:_MOST_IN_ROW]
    if len(told) > _MOST_IN_ROW:
        shown.append("…")
    return "\n".join(shown)
