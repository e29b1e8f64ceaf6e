"""What the panels of a project share: they are made anew for each project, row by row."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.services.project_page import ProjectPage
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.panel import Panel

TOP = Qt.AlignmentFlag.AlignTop
DATE_WIDTH = 64  # pixels, in front of a row
FEW, MORE = 7, 30  # lines at first, and each time the user wants more

Line = TypeVar("Line")


class ProjectPanel(Panel):
    """Shows one subject of a project, and hides when there is nothing to show.

    A long list begins with its first lines, and goes on when the user wants more: each line is
    made of widgets, which take their time.

    Attributes:
        rows: what is on it.
        more_button: the way to more lines.
    """

    def __init__(
        self, icons: Icons, title: str, parent: QWidget | None = None, *, few: int = FEW
    ) -> None:
        super().__init__(title, parent)
        self._icons, self._few = icons, few
        self._shown: tuple[ProjectPage, date] | None = None
        self._most = few
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        self.more_button = link_button("", second=True, calm=True)
        self.more_button.hide()
        self.more_button.clicked.connect(self._on_more)
        self.body.addLayout(self.rows)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_page(self, page: ProjectPage, today: date) -> None:
        """Show a project."""
        if self._shown is None or self._shown[0].id != page.id:
            self._most = self._few
        self._shown = page, today
        self.more_button.hide()
        clear_layout(self.rows)
        self.setHidden(not self.fill(page, today))

    def fill(self, page: ProjectPage, today: date) -> bool:
        """Make the rows; return whether there are any."""
        raise NotImplementedError

    def first(self, lines: Sequence[Line]) -> Sequence[Line]:
        """Return as many lines as are shown for now, and offer the others."""
        self.offer(len(lines) - self._most)
        return lines[: self._most]

    def offer(self, hidden: int) -> None:
        """Offer the lines that are hidden, if there are any."""
        if hidden > 0:
            words = self.more_words(min(hidden, MORE))
            self.more_button.setText(words)
            self.more_button.setAccessibleName(words)
            self.more_button.show()

    def more_words(self, count: int) -> str:
        """Return what the way to more lines says."""
        return translate("project", "Show %n more", count)

    def add_row(self, spacing: int = 8) -> QHBoxLayout:
        """Begin another row and return where its parts go, side by side."""
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing)
        self.rows.addWidget(widget)
        return row

    @Slot()
    def _on_more(self) -> None:
        assert self._shown is not None, "a project is shown before there is more of it"
        self._most += MORE
        self.show_page(*self._shown)
