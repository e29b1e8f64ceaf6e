"""A page about one kind of thing: all of them at the left, the chosen one at the right."""

from abc import abstractmethod
from typing import Any, ClassVar

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.errors import Refused
from notebook.ui.icons import Icons
from notebook.ui.models.searched_model import SearchedModel
from notebook.ui.pages.list_page import ListPage
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.list_column import ListColumn
from notebook.ui.widgets.tab_order import focus_kept


class OneKindPage(ListPage):
    """Keeps list and chosen thing together, through searches and changes.

    `kinds`: the changes after which the page looks again.

    Attributes:
        model: the lines of the list.
        new_button: begins the first thing; made before the page is put together.
        nothing, choose: what is shown while there is nothing, or nothing is chosen.
        shown_id: which thing is open; None when none is.
    """

    kinds: ClassVar[tuple[str, ...]]
    new_button: QPushButton

    def __init__(self, model: SearchedModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        model.setParent(self)
        self.shown_id: int | None = None

    @abstractmethod
    def show_in_view(self, thing_id: int) -> None:
        """Show one thing in the view; raises Refused when it is gone."""

    @abstractmethod
    def forget(self) -> None:
        """Let the view forget what it showed: it is gone."""

    @abstractmethod
    def heading(self, count: str) -> str:
        """Return what stands above the whole list."""

    def put_together(
        self,
        icons: Icons,
        icon: str,
        column: ListColumn,
        view: QWidget,
        words: tuple[str, str, str],
    ) -> None:
        """Place list and view, with `words` for an empty list (head and text) and for no choice."""
        empty, text, choose = words
        self.nothing = EmptyState(icons, icon, empty, text, [self.new_button])
        self.choose = EmptyState(icons, icon, choose)
        self._view = view
        self.lay_out(column, (self.nothing, self.choose, view))
        column.searched.connect(self._on_searched)
        column.row_chosen.connect(self._on_row)
        self.show_heading()
        self.show_first()

    def go_to(self, thing_id: int) -> None:
        """Open a thing and point to it in the list; nothing happens when it is gone."""
        try:
            self._open(thing_id)
        except Refused:
            return
        row = self.model.row_of(thing_id)
        if row is None and self.model.is_search:
            self.list.search.clear()  # which points to it among all of them
        else:
            self.list.select_row(row)

    def show_first(self) -> None:
        """Open the first thing of the list, if there is one and none is open."""
        line = self.model.line(0) if self.model.rowCount() else None
        if line is None:
            self.shown_id = None
            self.stack.setCurrentWidget(self.choose if self.model.is_search else self.nothing)
        elif self.shown_id is None:
            self.go_to(line.id)

    def show_heading(self) -> None:
        """Say how many there are."""
        count = self.model.rowCount()
        if self.model.is_search:
            text = self.tr("Nothing found") if count == 0 else self.tr("%n found", "", count)
        else:
            text = self.heading(f"{count:,}")
        self.list.heading.setText(text)

    def point_to_shown(self) -> None:
        """Point in the list to what is open."""
        if self.shown_id is not None:
            self.list.select_row(self.model.row_of(self.shown_id))

    @override
    def reload(self, changes: Changes) -> None:
        """Look again after a change, and stay with what was open."""
        if not changes.concern(*self.kinds):
            return
        self.model.reload()
        self.show_heading()
        try:
            if self.shown_id is not None:
                with focus_kept(self.stack):
                    self._open(self.shown_id)
                self.point_to_shown()
                return
        except Refused:  # it went to the trash, or came from a change that was undone
            self.shown_id = None
            self.forget()
            self.stack.setCurrentWidget(self.choose)
        self.show_first()

    def _open(self, thing_id: int) -> None:
        self.show_in_view(thing_id)
        self.shown_id = thing_id
        self.stack.setCurrentWidget(self._view)

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        self.model.set_text(text)
        self.show_heading()
        self.point_to_shown()

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        line = self.model.line(index.row()) if index.isValid() else None
        if line is not None:
            self._open(line.id)
