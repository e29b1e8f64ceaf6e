"""What the reminder panel opens above the pages: own reminders, written and changed."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from notebook.errors import NotebookError, Refused
from notebook.services.notebook import Notebook
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.people_list import PersonLine
from notebook.ui.clock import Clock
from notebook.ui.dialogs.reminder_dialog import ReminderDialog
from notebook.ui.icons import Icons
from notebook.ui.navigator import Navigator
from notebook.ui.notifier import Notifier
from notebook.ui.widgets.people_chooser import ChosenPerson

_SUGGESTIONS = 8


class ReminderErrands(QObject):
    """Runs the dialogs of reminders, and tells the notifier what came of them."""

    def __init__(
        self,
        notebook: Notebook,
        notifier: Notifier,
        navigator: Navigator,
        clock: Clock,
        icons: Icons,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._notebook, self._notifier = notebook, notifier
        self._clock, self._icons, self._window = clock, icons, window
        navigator.reminder_requested.connect(self.write)

    @Slot(object, object)
    def write(self, person_id: int | None, project_id: int | None) -> None:
        """Write a new reminder, for a person or a project if one is named."""
        self._open(None, OwnReminderDraft("", self._clock.today(), person_id, project_id))

    @Slot(object)
    def change(self, reminder_id: int) -> None:
        """Change a reminder, unless it is gone meanwhile."""
        try:
            draft = self._notebook.reminders.own.draft(reminder_id)
        except Refused:
            return
        self._open(reminder_id, draft)

    def _open(self, reminder_id: int | None, draft: OwnReminderDraft) -> None:
        dialog = ReminderDialog(
            self._icons,
            self._find,
            lambda filled: self._save(reminder_id, filled),
            self._clock.today(),
            known=reminder_id is not None,
            parent=self._window,
        )
        dialog.delete_chosen.connect(lambda: self._delete(reminder_id))
        dialog.finished.connect(dialog.deleteLater)
        people = () if draft.person_id is None else (draft.person_id,)
        lines = self._notebook.people_list.lines(people, self._clock.today())
        dialog.begin(draft, [ChosenPerson(line.id, line.name) for line in lines])
        dialog.open()

    def _find(self, text: str) -> list[PersonLine]:
        return self._notebook.people_list.search(text, self._clock.today(), limit=_SUGGESTIONS)

    def _save(self, reminder_id: int | None, draft: OwnReminderDraft) -> str:
        try:
            self._notifier.tell(self._notebook.reminders.own.save(reminder_id, draft))
        except NotebookError as problem:
            return str(problem)
        return ""

    def _delete(self, reminder_id: int | None) -> None:
        if reminder_id is not None:
            self._notifier.tell(self._notebook.reminders.own.delete(reminder_id))
