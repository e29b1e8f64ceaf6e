"""Logging a contact, planning one, and changing what was written down."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from notebook.domain.changes import Changes
from notebook.domain.moments import Channel, Direction, is_to_come
from notebook.errors import NotebookError, Refused
from notebook.services.moments import MomentDraft
from notebook.ui.errands.desk import Desk
from notebook.ui.errands.fit_checks import FitCheckErrands
from notebook.ui.errands.reminders import LANGUAGE
from notebook.ui.navigator import LogRequest

if TYPE_CHECKING:
    from notebook.ui.dialogs.log_sheet import LogSheet

_MORNING = time(10, 0)


class MomentErrands(QObject):
    """Opens the log sheet, and tells the notifier what came of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._fit_checks = FitCheckErrands(desk)
        desk.navigator.log_requested.connect(self.log)

    @Slot(object)
    def log(self, request: LogRequest) -> None:
        """Open the log, prefilled with what is known."""
        if request.planned_id is not None:
            self._log_planned(request.planned_id)
            return
        people = self._desk.named(request.person_ids)
        first = people[0].id if people else None
        sheet = self._sheet(lambda draft: self._log(draft, request, sheet))
        sheet.begin(self._prefilled(request, first), people)
        if request.is_to_come:
            sheet.more.unfold()
        self._desk.open(sheet)

    @Slot(object)
    def correct(self, moment_id: int) -> None:
        """Open a logged contact to correct it, or a planned one to change it or say how it went."""
        moments = self._desk.notebook.moments
        draft = moments.draft(moment_id)
        if moments.is_planned(moment_id):
            self._open_planned(moment_id, draft)
            return
        sheet = self._sheet(
            lambda corrected: self._correct(moment_id, corrected),
            self.tr("Correct this contact"),
            "",
            is_new=False,
        )
        sheet.begin(draft, self._desk.named(draft.person_ids))
        self._desk.open(sheet)

    def _log_planned(self, moment_id: int) -> None:
        """Open the log for a plan; it happened by now, whatever time it was planned for."""
        try:
            draft = self._desk.notebook.moments.draft(moment_id)
        except Refused:  # the line was on screen a little longer than the plan was there
            return
        now = self._desk.clock.now()
        if is_to_come(draft.day, draft.at, now):
            draft = replace(draft, day=now.date(), at=_minute(now))
        self._open_planned(moment_id, draft)

    def _open_planned(self, moment_id: int, draft: MomentDraft) -> None:
        sheet = self._sheet(
            lambda said: self._save_planned(moment_id, said, sheet),
            self.tr("How did it go?"),
            self.tr("Change the plan"),
        )
        sheet.begin(
            replace(draft, text=draft.text or draft.agenda), self._desk.named(draft.person_ids)
        )
        self._desk.open(sheet)

    def _sheet(
        self,
        save: Callable[[MomentDraft], str],
        title: str = "",
        plan_title: str | None = None,
        *,
        is_new: bool = True,
    ) -> "LogSheet":
        from notebook.domain.quick_words import quick_words
        from notebook.ui.dialogs.log_more import MoreTools
        from notebook.ui.dialogs.log_sheet import LogSheet

        desk = self._desk
        return LogSheet(
            desk.icons,
            desk.find_people,
            desk.add_person,
            save,
            desk.clock.now(),
            desk.prompts,
            more=MoreTools(
                desk.icons,
                desk.prompts,
                desk.notebook.project_choices.open_ones,
            ),
            words=quick_words(LANGUAGE),
            title=title,
            plan_title=self.tr("Plan a meeting") if plan_title is None else plan_title,
            about_channel=desk.notebook.channel_habits.notice if is_new else None,
            parent=desk.window,
        )

    def _prefilled(self, request: LogRequest, first: int | None) -> MomentDraft:
        now = self._desk.clock.now()
        usual = self._desk.notebook.moments.usual_channel(first) if first else None
        if request.is_to_come:
            usual = Channel.MEETING
        draft = MomentDraft(
            person_ids=request.person_ids,
            channel=request.channel or usual or Channel.CALL,
            direction=Direction.WE,
            day=now.date(),
            at=_minute(now),
            text=request.text,
            project_id=request.project_id,
        )
        if not request.is_to_come:
            return draft
        return replace(
            draft, day=now.date() + timedelta(days=1), at=_MORNING, text="", agenda=request.text
        )

    def _log(self, draft: MomentDraft, request: LogRequest, sheet: "LogSheet") -> str:
        moments = self._desk.notebook.moments
        if sheet.is_plan:
            return self._saved(lambda now: moments.plan(draft, now))
        offering_id, told = request.offering_id, self._desk.notebook.suggestions
        shown = bool(sheet.notice.text())
        if offering_id is not None:
            return self._saved(
                lambda now: told.log_told(
                    offering_id, draft, now, request.answers, notice_was_shown=shown
                ),
                is_contact=True,
            )
        return self._saved(
            lambda now: moments.log(draft, now, request.answers, notice_was_shown=shown),
            is_contact=True,
        )

    def _save_planned(self, moment_id: int, draft: MomentDraft, sheet: "LogSheet") -> str:
        moments = self._desk.notebook.moments
        if sheet.is_plan:
            return self._saved(lambda now: moments.correct(moment_id, draft, now))
        shown = bool(sheet.notice.text())
        return self._saved(
            lambda now: moments.log(draft, now, planned_id=moment_id, notice_was_shown=shown),
            is_contact=True,
        )

    def _correct(self, moment_id: int, draft: MomentDraft) -> str:
        moments = self._desk.notebook.moments
        return self._saved(lambda now: moments.correct(moment_id, draft, now))

    def _saved(self, save: Callable[[datetime], Changes], *, is_contact: bool = False) -> str:
        try:
            changes = save(self._desk.clock.now())
        except NotebookError as problem:
            return str(problem)
        self._desk.notifier.tell(changes)
        if is_contact:
            self._fit_checks.offer_after(changes.new_id)
        return ""


def _minute(now: datetime) -> time:
    return now.time().replace(second=0, microsecond=0)
