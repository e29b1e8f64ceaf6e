"""The concerns of a project that were set right, folded away."""

from datetime import date

from PySide6.QtCore import Signal
from typing_extensions import override

from notebook.services.project_page import ProjectPage
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.pages.project_panel import ProjectPanel
from notebook.ui.widgets.concern_lines import closed_words, concern_row


class SetRight(ProjectPanel):
    """Closed concerns, each one click away.

    Signals:
        chosen(int): look at this concern.
    """

    chosen = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, translate("project", "Set right"), few=0)

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        for concern in self.first(page.closed_concerns):
            row = concern_row(concern, today, self.chosen.emit, with_project=False)
            self.rows.addWidget(row)
        return bool(page.closed_concerns)

    @override
    def more_words(self, count: int) -> str:
        return closed_words(count)
