"""Own reminders as they are written, changed and deleted; the panel shows them with the others."""

from dataclasses import dataclass, replace
from datetime import date, time

from notebook.domain.changes import Changes
from notebook.domain.partial_date import LeapDay
from notebook.domain.recurrence import Recurrence, first_day
from notebook.domain.recurrence_text import format_rule
from notebook.domain.reminders import Source
from notebook.domain.text import excerpt
from notebook.errors import Refused
from notebook.services.phrases import filled
from notebook.services.preferences import chosen_leap_day
from notebook.services.reminders.marks import forget_marks
from notebook.services.turns import schedule_of
from notebook.storage.file import NotebookFile
from notebook.storage.record import utc_now
from notebook.storage.tables import Reminder
from notebook.translate import translate

_LABEL_LENGTH = 60


@dataclass(frozen=True, slots=True)
class OwnReminderDraft:
    """What an own reminder says, and when; for a person, a project, or neither.

    Args:
        due_on: the day, or of a recurring one the turn that is open.
        at: the time of day, in the time of wherever the user is.
        lead_days: as many days before, it is shown among what is due.
        recurrence: how it comes round from there, None for once; a count is what is left.
        from_completion: whether each turn counts from the day on which the last was done.
    """

    text: str
    due_on: date
    person_id: int | None = None
    project_id: int | None = None
    at: time | None = None
    lead_days: int = 0
    recurrence: Recurrence | None = None
    from_completion: bool = False


class OwnReminderNotes:
    """Writes, changes and deletes own reminders."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def save(self, reminder_id: int | None, draft: OwnReminderDraft) -> Changes:
        """Save a new (None) or known reminder; `created` is its id.

        As long as day and rule stay as they were, so does what the rule counts from. Raises
        Refused without words, and for a rule that can't be.
        """
        if not draft.text.strip():
            raise Refused(translate("reminders", "Say what to remind you of, then save again."))
        known = None if reminder_id is None else _present(reminder_id)
        columns = _columns(draft)
        is_same = known is not None and _timing(draft) == _timing(_draft(known))
        if not is_same:
            columns |= _turns(draft, chosen_leap_day())
        words = translate("reminders", "Saved the reminder: %1")
        with self._file.change(filled(words, excerpt(draft.text, _LABEL_LENGTH))) as change:
            if known is None:
                change.done(Reminder.create(**columns).id)
            else:
                if not is_same:
                    forget_marks(Source.OWN, known.id)
                known.amend(**columns)
                change.done(known.id)
        return change.changes

    def draft(self, reminder_id: int) -> OwnReminderDraft:
        """Return a reminder as it can be changed; raises Refused when it is gone."""
        return _draft(_present(reminder_id))

    def delete(self, reminder_id: int) -> Changes:
        """Delete a reminder that is no longer wanted."""
        row = _present(reminder_id)
        words = translate("reminders", "Deleted the reminder: %1")
        with self._file.change(filled(words, excerpt(row.text, _LABEL_LENGTH))) as change:
            row.amend(deleted_at=utc_now())
        return change.changes


def _columns(draft: OwnReminderDraft) -> dict[str, object]:
    if draft.recurrence is not None and 0 < draft.recurrence.shortest_gap() <= draft.lead_days:
        raise Refused(
            translate("reminders", "It comes round sooner than that. Choose fewer days ahead.")
        )
    return {
        "text": draft.text,
        "at": draft.at.isoformat("minutes") if draft.at else None,
        "lead_days": draft.lead_days,
        "person": draft.person_id,
        "project": draft.project_id,
    }


def _turns(draft: OwnReminderDraft, leap: LeapDay) -> dict[str, object]:
    """Return the columns that say when it comes round."""
    day, rule = draft.due_on, draft.recurrence
    if rule is None:
        return {"due_on": day, "rule": None, "anchor": None, "from_completion": False}
    rule = _explicit(rule, day, from_completion=draft.from_completion)
    first = day if draft.from_completion else first_day(rule, day, leap)
    if first is None or (rule.until is not None and rule.until < first):
        raise Refused(translate("reminders", "It ends before it begins. Choose a later end."))
    return {
        "due_on": first,
        "rule": format_rule(rule),
        "anchor": first,
        "from_completion": draft.from_completion,
    }


def _explicit(rule: Recurrence, day: date, *, from_completion: bool) -> Recurrence:
    if from_completion:  # on which weekday or day of the month has no meaning there
        return Recurrence(rule.frequency, rule.interval, until=rule.until, count=rule.count)
    return rule.anchored(day)


def _timing(draft: OwnReminderDraft) -> OwnReminderDraft:
    """Return just what the turns follow from."""
    rule = draft.recurrence
    if rule is not None:
        rule = _explicit(rule, draft.due_on, from_completion=draft.from_completion)
    return replace(
        draft, text="", person_id=None, project_id=None, at=None, lead_days=0, recurrence=rule
    )


def _draft(row: Reminder) -> OwnReminderDraft:
    schedule = schedule_of(row)
    return OwnReminderDraft(
        row.text,
        row.due_on,
        row.person_id,
        row.project_id,
        at=time.fromisoformat(row.at) if row.at else None,
        lead_days=row.lead_days,
        recurrence=schedule.left(row.due_on, chosen_leap_day()) if schedule else None,
        from_completion=row.from_completion,
    )


def _present(reminder_id: int) -> Reminder:
    reminder: Reminder | None = Reminder.get_or_none(
        (Reminder.id == reminder_id) & Reminder.deleted_at.is_null()
    )
    if reminder is None:
        raise Refused(translate("reminders", "This reminder is no longer in the notebook."))
    return reminder
