"""What the panels of a project share: they are made anew for each project, row by row."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.services.project_page import ProjectPage
from notebook.ui.icons import Icons
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.panel import Panel

TOP = Qt.AlignmentFlag.AlignTop
DATE_WIDTH = 64  # pixels, in front of a row


class ProjectPanel(Panel):
    """Shows one subject of a project, and hides when there is nothing to show.

    Attributes:
        rows: what is on it.
    """

    def __init__(self, icons: Icons, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._icons = icons
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        self.body.addLayout(self.rows)

    def show_page(self, page: ProjectPage, today: date) -> None:
        """Show a project."""
        clear_layout(self.rows)
        self.setHidden(not self.fill(page, today))

    def fill(self, page: ProjectPage, today: date) -> bool:
        """Make the rows; return whether there are any."""
        raise NotImplementedError

    def add_row(self, spacing: int = 8) -> QHBoxLayout:
        """Begin another row and return where its parts go, side by side."""
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing)
        self.rows.addWidget(widget)
        return row
