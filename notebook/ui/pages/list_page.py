"""A page with a list at the left and whatever is chosen from it at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.ui.areas import Area
from notebook.ui.widgets.list_column import ListColumn

LIST_WIDTH = 262  # pixels


class ListPage(Area):
    """Lays out list and pages; which page is shown is for the page to say.

    Attributes:
        splitter: between list and page, for remembering where it stood.
        list: the column at the left.
        stack: the pages at the right, one of them shown.
    """

    list: ListColumn

    @override
    def search(self) -> bool:
        """Put the cursor into the search field above the list."""
        self.list.focus_search()
        return True

    def lay_out(self, column: ListColumn, pages: Sequence[QWidget]) -> None:
        """Place the list and the pages; the first one is shown."""
        self.list = column
        self.stack = QStackedWidget()
        for page in pages:
            self.stack.addWidget(page)
        self.splitter = beside(column, self.stack, LIST_WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)


def beside(side: QWidget, rest: QWidget, width: int) -> QSplitter:
    """Return both beside each other, the side `width` pixels wide; the rest takes what is left."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.addWidget(side)
    splitter.addWidget(rest)
    splitter.setStretchFactor(1, 1)
    splitter.setSizes([width, 10_000])
    return splitter
