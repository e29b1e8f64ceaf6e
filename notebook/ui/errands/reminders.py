"""Own reminders, written and changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from notebook.errors import NotebookError, Refused
from notebook.services.own_reminders import OwnReminderDraft
from notebook.ui.errands.desk import Desk

if TYPE_CHECKING:
    from notebook.ui.dialogs.reminder_fields import ReminderTools

LANGUAGE = "en"  # of the window, in which one types as well


class ReminderErrands(QObject):
    """Runs the dialog of own reminders, and tells the notifier what came of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.reminder_requested.connect(self.write)
        desk.navigator.own_reminder_requested.connect(self.change)

    @Slot(object, object)
    def write(self, person_id: int | None, project_id: int | None) -> None:
        """Write a new reminder, for a person or a project if one is named."""
        self._open(None, OwnReminderDraft("", self._desk.clock.today(), person_id, project_id))

    @Slot(object)
    def change(self, reminder_id: int) -> None:
        """Change a reminder, unless it is gone meanwhile."""
        try:
            draft = self._desk.notebook.reminders.own.draft(reminder_id)
        except Refused:
            return
        self._open(reminder_id, draft)

    def _open(self, reminder_id: int | None, draft: OwnReminderDraft) -> None:
        from notebook.ui.dialogs.reminder_dialog import ReminderDialog

        dialog = ReminderDialog(
            self._tools(),
            self._desk.notebook.names_in_text.people,
            lambda written: self._save(reminder_id, written),
            self._desk.prompts,
            known=reminder_id is not None,
            parent=self._desk.window,
        )
        dialog.delete_chosen.connect(lambda: self._delete(reminder_id))
        people = () if draft.person_id is None else (draft.person_id,)
        dialog.begin(draft, self._desk.named(people))
        self._desk.open(dialog)

    def _tools(self) -> "ReminderTools":
        from notebook.domain.quick_words import quick_words
        from notebook.ui.dialogs.reminder_fields import ReminderTools

        desk = self._desk
        return ReminderTools(
            desk.icons,
            desk.clock.now(),
            desk.notebook.preferences.leap_day(),
            quick_words(LANGUAGE),
            desk.find_people,
            desk.notebook.project_choices.open_ones,
        )

    def _save(self, reminder_id: int | None, draft: OwnReminderDraft) -> str:
        try:
            self._desk.notifier.tell(self._desk.notebook.reminders.own.save(reminder_id, draft))
        except NotebookError as problem:
            return str(problem)
        return ""

    def _delete(self, reminder_id: int | None) -> None:
        if reminder_id is not None:
            self._desk.notifier.tell(self._desk.notebook.reminders.own.delete(reminder_id))
