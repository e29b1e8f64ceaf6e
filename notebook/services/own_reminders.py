"""Own reminders as they are written, changed and deleted; the panel shows them with the others."""

from dataclasses import dataclass
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.text import excerpt
from notebook.errors import Refused
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.tables import Reminder, utc_now
from notebook.translate import translate

_LABEL_LENGTH = 60


@dataclass(frozen=True, slots=True)
class OwnReminderDraft:
    """What an own reminder says, and when; for a person, a project, or neither."""

    text: str
    due_on: date
    person_id: int | None = None
    project_id: int | None = None


class OwnReminderNotes:
    """Writes, changes and deletes own reminders."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def save(self, reminder_id: int | None, draft: OwnReminderDraft) -> Changes:
        """Save a new (None) or known reminder; `created` is its id. Raises Refused without words."""
        if not draft.text.strip():
            raise Refused(translate("reminders", "Say what to remind you of, then save again."))
        columns = {
            "text": draft.text,
            "due_on": draft.due_on,
            "person": draft.person_id,
            "project": draft.project_id,
        }
        words = translate("reminders", "Saved the reminder: %1")
        with self._file.change(filled(words, excerpt(draft.text, _LABEL_LENGTH))) as change:
            if reminder_id is None:
                reminder_id = Reminder.create(**columns).id
            else:
                _present(reminder_id).amend(**columns)
            change.done(reminder_id)
        return change.changes

    def draft(self, reminder_id: int) -> OwnReminderDraft:
        """Return a reminder as it can be changed; raises Refused when it is gone."""
        row = _present(reminder_id)
        return OwnReminderDraft(row.text, row.due_on, row.person_id, row.project_id)

    def delete(self, reminder_id: int) -> Changes:
        """Delete a reminder that is no longer wanted."""
        row = _present(reminder_id)
        words = translate("reminders", "Deleted the reminder: %1")
        with self._file.change(filled(words, excerpt(row.text, _LABEL_LENGTH))) as change:
            row.amend(deleted_at=utc_now())
        return change.changes


def _present(reminder_id: int) -> Reminder:
    reminder: Reminder | None = Reminder.get_or_none(
        (Reminder.id == reminder_id) & Reminder.deleted_at.is_null()
    )
    if reminder is None:
        raise Refused(translate("reminders", "This reminder is no longer in the notebook."))
    return reminder
