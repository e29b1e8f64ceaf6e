"""Asking customers whether it is as expected, and setting right what is not."""

from PySide6.QtCore import QObject, QTimer, Slot

from notebook.errors import NotebookError, Refused
from notebook.services.check_ins.sheet import CheckInDraft
from notebook.ui.errands.desk import Desk
from notebook.ui.navigator import CheckInRequest


class CheckInErrands(QObject):
    """Opens the sheet of a check-in, and tells the notifier what came of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.check_in_requested.connect(self.ask)

    @Slot(object)
    def ask(self, request: CheckInRequest) -> None:
        """Open the sheet for asking today, or of a check-in that was saved before."""
        from notebook.ui.dialogs.check_in_sheet import CheckInSheet

        desk, today = self._desk, self._desk.clock.today()
        check_ins = desk.notebook.check_ins
        try:
            content = (
                check_ins.sheet(request.project_id, today, request.plan_id)
                if request.check_in_id is None
                else check_ins.saved(request.check_in_id)
            )
        except Refused as refused:
            desk.prompts.show_problem(self.tr("There is nothing to ask"), str(refused))
            return
        sheet = CheckInSheet(
            content,
            desk.icons,
            desk.prompts,
            today,
            lambda draft, accepts: self._save(draft, content.check_in_id, accepts=accepts),
            lambda draft, declines: self._keep(draft, content.check_in_id, declines=declines),
            desk.window,
        )
        sheet.trash_chosen.connect(lambda: self._trash(content.check_in_id))
        desk.open(sheet)

    def _save(self, draft: CheckInDraft, check_in_id: int | None, *, accepts: bool) -> str:
        desk = self._desk
        try:
            changes, concern_id = desk.notebook.check_ins.save(
                draft, desk.clock.now(), check_in_id, accepts=accepts
            )
        except NotebookError as problem:
            return str(problem)
        desk.notifier.tell(changes)
        if concern_id is not None and "concern" in changes.kinds:
            # Only once the sheet is closed: the concern opens above the window.
            QTimer.singleShot(0, self, lambda: desk.navigator.concern_requested.emit(concern_id))
        return ""

    def _trash(self, check_in_id: int | None) -> None:
        assert check_in_id is not None, "only what was saved can go"
        self._desk.notifier.tell(self._desk.notebook.check_ins.trash(check_in_id))

    def _keep(self, draft: CheckInDraft, check_in_id: int | None, *, declines: bool) -> str:
        check_ins = self._desk.notebook.check_ins
        try:
            self._desk.notifier.tell(check_ins.keep(draft, check_in_id, declines=declines))
        except NotebookError as problem:
            return str(problem)
        return ""
