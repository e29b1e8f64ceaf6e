"""Logging a contact, and correcting one."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Slot

from notebook.domain.moments import Channel, Direction
from notebook.errors import NotebookError
from notebook.services.moments import MomentDraft
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.errands.desk import Desk
from notebook.ui.navigator import LogRequest


class MomentErrands(QObject):
    """Opens the log sheet, and tells the notifier what came of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.log_requested.connect(self.log)

    @Slot(object)
    def log(self, request: LogRequest) -> None:
        """Open the log, prefilled with what is known."""
        people = self._desk.named(request.person_ids)
        first = people[0].id if people else None
        sheet = self._sheet(lambda draft: self._log(draft, request))
        sheet.begin(self._prefilled(request, first), people)
        self._desk.open(sheet)

    @Slot(object)
    def correct(self, moment_id: int) -> None:
        """Open a logged contact to correct it."""
        draft = self._desk.notebook.moments.draft(moment_id)
        sheet = self._sheet(
            lambda corrected: self._correct(moment_id, corrected), self.tr("Correct this contact")
        )
        sheet.begin(draft, self._desk.named(draft.person_ids))
        self._desk.open(sheet)

    def _sheet(self, save: Callable[[MomentDraft], str], title: str = "") -> LogSheet:
        return LogSheet(
            self._desk.icons,
            self._desk.find_people,
            self._desk.add_person,
            save,
            self._desk.clock.now(),
            self._desk.prompts,
            title=title,
            parent=self._desk.window,
        )

    def _prefilled(self, request: LogRequest, first: int | None) -> MomentDraft:
        now = self._desk.clock.now()
        usual = self._desk.notebook.moments.usual_channel(first) if first else None
        return MomentDraft(
            person_ids=request.person_ids,
            channel=request.channel or usual or Channel.CALL,
            direction=Direction.WE,
            day=now.date(),
            at=now.time(),
            text=request.text,
            project_id=request.project_id,
        )

    def _log(self, draft: MomentDraft, request: LogRequest) -> str:
        moments, tell = self._desk.notebook.moments, self._desk.notifier.tell
        return self._saved(lambda now: tell(moments.log(draft, now, request.answers)))

    def _correct(self, moment_id: int, draft: MomentDraft) -> str:
        moments, tell = self._desk.notebook.moments, self._desk.notifier.tell
        return self._saved(lambda now: tell(moments.correct(moment_id, draft, now)))

    def _saved(self, save: Callable[[datetime], object]) -> str:
        try:
            save(self._desk.clock.now())
        except NotebookError as problem:
            return str(problem)
        return ""
