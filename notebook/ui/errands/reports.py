"""Telling customers how it goes."""

from itertools import count

from PySide6.QtCore import QObject, Slot

from notebook.domain.moments import Channel
from notebook.errors import Refused
from notebook.ui.errands.desk import Desk


class ReportErrands(QObject):
    """Opens progress reports, and notes what was sent."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.report_requested.connect(self.report)

    @Slot(object)
    def report(self, project_id: int) -> None:
        """Open the report of a project, drafted or as it was kept."""
        from notebook.ui.dialogs.report_dialog import ReportDialog

        desk = self._desk
        reports, today = desk.notebook.progress_reports, desk.clock.today()
        try:
            draft = reports.draft(project_id, today)
        except Refused as refused:
            desk.prompts.show_problem(self.tr("There is nothing to report"), str(refused))
            return

        def sent(text: str, channel: Channel) -> str:
            return desk.trouble(lambda: reports.sent(draft, text, channel, desk.clock.now()))

        saves = count()

        def keep(text: str) -> str:
            goes_on = next(saves) > 0
            return desk.trouble(lambda: reports.keep(project_id, text, goes_on=goes_on))

        def write_anew() -> str:
            return reports.draft(project_id, desk.clock.today(), anew=True).text

        desk.open(ReportDialog(draft, desk.icons, today, sent, keep, write_anew, desk.window))
