"""What the user did about one occurrence of a reminder, written down."""

from datetime import date

from notebook.domain.reminders import Mark, Source
from notebook.storage.tables import ReminderMark


def write_mark(
    source: Source, subject_id: int, occurrence: date, mark: Mark, until: date | None = None
) -> None:
    """Mark one occurrence, within a change; a newer mark takes the place of an older one.

    `until` is the day to which it was put off, or up to which what came round was settled along.
    """
    known = ReminderMark.get_or_none(
        (ReminderMark.source == source.value)
        & (ReminderMark.subject_id == subject_id)
        & (ReminderMark.occurrence == occurrence)
    )
    if known is None:
        ReminderMark.create(
            source=source.value,
            subject_id=subject_id,
            occurrence=occurrence,
            mark=mark,
            until=until,
        )
    else:
        known.amend(mark=mark, until=until)


def forget_marks(source: Source, subject_id: int) -> None:
    """Take back what was marked of a subject, within a change: its days begin anew."""
    ReminderMark.delete().where(
        (ReminderMark.source == source.value) & (ReminderMark.subject_id == subject_id)
    ).execute()


def is_marked(source: Source, subject_id: int) -> bool:
    """Return whether anything was marked of a subject."""
    marks = ReminderMark.select().where(
        (ReminderMark.source == source.value) & (ReminderMark.subject_id == subject_id)
    )
    return bool(marks.exists())
