"""A project that is agreed, and check-ins on it, in one line each."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from notebook.domain.check_ins import About, Grade
from notebook.domain.concerns import ConcernStep
from notebook.services.check_ins.sheet import CheckInDraft, SheetLine
from notebook.services.concerns import Answer, ConcernEntry, StepEntry
from notebook.services.notebook import Notebook
from tests.services.project_samples import TODAY, finish

NOW = datetime.combine(TODAY, time(12, 0), tzinfo=UTC)


def agreed(notebook: Notebook) -> int:
    """Return a project that was agreed today, with Marta Lindqvist."""
    return finish(notebook)


def graded(
    draft: CheckInDraft, grade: Grade = Grade.AS_EXPECTED, **lines: tuple[str, Grade | None]
) -> CheckInDraft:
    """Grade all lines alike, but those named by what they are about (rave_review: the first)."""
    named = {About(name.replace("_", "-")): said for name, said in lines.items()}
    filled: list[SheetLine] = []
    for line in draft.lines:
        words, own = named.pop(line.about, ("", grade))
        filled.append(replace(line, said_today=words, grade=own))
    return replace(draft, lines=tuple(filled))


def grade_all(
    notebook: Notebook,
    project_id: int,
    grade: Grade = Grade.AS_EXPECTED,
    on: date = TODAY,
    **lines: tuple[str, Grade | None],
) -> int:
    """Ask and save a whole check-in; return its id."""
    sheet = notebook.check_ins.sheet(project_id, on)
    draft = graded(sheet.draft, grade, **lines)
    changes, _concern = notebook.check_ins.save(draft, NOW, sheet.check_in_id)
    return changes.new_id


def set_right(notebook: Notebook, concern_id: int, today: date) -> None:
    """Do everything about a concern at once, and close it."""
    steps = dict.fromkeys(ConcernStep, StepEntry(is_done=True))
    page = notebook.concerns.page(concern_id, today)
    entry = ConcernEntry(
        page.text,
        steps,
        follow_up_on=page.standing.follow_up_on,
        answer=Answer.RIGHT,
        project_id=page.project_id,
    )
    notebook.concerns.save(concern_id, entry, NOW, closing=True)
