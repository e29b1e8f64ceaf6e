"""The rows behind a check-in: read as a draft, and written back only where something differs."""

from notebook.errors import Refused
from notebook.services.check_ins.sheet import CheckInDraft, SheetLine
from notebook.storage.care_tables import CheckIn, CheckInLine
from notebook.storage.reading import lines_of
from notebook.translate import translate


def check_in_row(check_in_id: int) -> CheckIn:
    """Return the row of a check-in that is not in the trash; raises Refused otherwise."""
    row: CheckIn | None = CheckIn.get_or_none(
        (CheckIn.id == check_in_id) & CheckIn.deleted_at.is_null()
    )
    if row is None:
        raise Refused(translate("check-ins", "This check-in is no longer in the notebook."))
    return row


def begun_row(project_id: int) -> CheckIn | None:
    """Return the check-in of a project that was begun and laid aside, if there is one."""
    row: CheckIn | None = (
        CheckIn.select()
        .where(CheckIn.project == project_id, CheckIn.is_draft, CheckIn.deleted_at.is_null())
        .order_by(CheckIn.id.desc())
        .first()
    )
    return row


def draft_of(row: CheckIn) -> CheckInDraft:
    """Return a check-in as it was filled in."""
    return CheckInDraft(
        project_id=row.project_id,
        person_id=row.person_id,
        asked_on=row.asked_on,
        channel=row.channel,
        lines=lines_of_check_in(row.id),
        plan_id=row.plan_id,
        more_words=row.more_words,
        our_grade=row.our_grade,
    )


def lines_of_check_in(check_in_id: int) -> tuple[SheetLine, ...]:
    """Return the lines of a check-in in their order."""
    query = (
        CheckInLine.select(
            CheckInLine.about, CheckInLine.expected, CheckInLine.said_today, CheckInLine.grade
        )
        .where(CheckInLine.check_in == check_in_id)
        .order_by(CheckInLine.position, CheckInLine.id)
    )
    return tuple(lines_of(query, SheetLine))


def write_check_in(row: CheckIn | None, draft: CheckInDraft, *, is_draft: bool) -> CheckIn:
    """Write a check-in, new (None) or known, with its lines; within a change."""
    columns = {
        "project_id": draft.project_id,
        "person_id": draft.person_id,
        "plan_id": draft.plan_id,
        "asked_on": draft.asked_on,
        "channel": draft.channel,
        "is_draft": is_draft,
        "grade": draft.grade,
        "our_grade": draft.our_grade,
        "more_words": draft.more_words,
    }
    if row is None:
        row = CheckIn.create(**columns)
    elif changed := {key: new for key, new in columns.items() if getattr(row, key) != new}:
        row.amend(**changed)
    if lines_of_check_in(row.id) != draft.lines:
        CheckInLine.delete().where(CheckInLine.check_in == row).execute()
        for position, line in enumerate(draft.lines):
            CheckInLine.create(
                check_in=row,
                about=line.about,
                expected=line.expected,
                said_today=line.said_today,
                grade=line.grade,
                position=position,
            )
    return row
