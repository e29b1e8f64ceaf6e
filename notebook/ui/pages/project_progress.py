"""What changed since the last meeting, and what was reported, on panels of a project."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from notebook.domain.dates_in_words import day_month
from notebook.domain.text import excerpt
from notebook.services.phrases import filled
from notebook.services.project_page import ProjectPage
from notebook.services.since_meeting import SinceMeeting
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.pages.project_panel import DATE_WIDTH, TOP, ProjectPanel
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.labels import text_label

_LONGEST = 160  # characters of a report that are shown
_FEW_CHANGES = 12  # lines at first


class SinceLastMeeting(ProjectPanel):
    """What one should know before the next one."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, translate("project", "Since the last meeting"), few=_FEW_CHANGES)
        self._since: SinceMeeting | None = None

    def tell(self, since: SinceMeeting | None) -> None:
        """Take what happened in the project that is shown next."""
        self._since = since

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        if self._since is None or not self._since.lines:
            return False
        title = translate("project", "Since the last meeting, %1")
        self.set_title(filled(title, day_month(self._since.met_on, today)))
        lines = self.first(self._since.lines)
        self.rows.addWidget(text_label("\n".join(lines), wrap=True, selectable=True))
        return True


class ReportsSent(ProjectPanel):
    """The newest reports, and whether the way was the one agreed.

    Signals:
        chosen(int): look at this contact.
    """

    chosen = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, translate("project", "Reports sent"))

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        if page.channel_note:
            self.add_row().addWidget(text_label(page.channel_note, "warn", wrap=True), 1)
        for report in page.reports:
            row = self.add_row(10)
            day = text_label(day_month(report.sent_on, today), "second")
            day.setMinimumWidth(DATE_WIDTH)
            row.addWidget(day, 0, TOP)
            text = excerpt(" ".join(report.text.split()), _LONGEST)
            row.addWidget(text_label(text, wrap=True), 1)
            if report.moment_id is not None:
                row.addWidget(self._open_button(report.moment_id, text), 0, TOP)
        return bool(page.reports or page.channel_note)

    def _open_button(self, moment_id: int, text: str) -> QPushButton:
        button = link_button(translate("project", "Open"), second=True)
        button.setAccessibleName(filled(translate("project", "Open the report: %1"), text))
        button.clicked.connect(lambda: self.chosen.emit(moment_id))
        return button
