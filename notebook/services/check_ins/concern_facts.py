"""What a check-in has to do with concerns, read before it is saved."""

from notebook.domain.check_ins import Grade
from notebook.domain.concern_offers import ConcernFacts
from notebook.domain.reminders import Source
from notebook.services.check_ins.rows import draft_of
from notebook.services.reminders.marks import is_marked
from notebook.storage.care_tables import CheckIn, Concern
from notebook.storage.reading import tuples_of
from notebook.storage.tables import Person


def concern_facts(row: CheckIn | None, project_id: int) -> ConcernFacts:
    """Return what a check-in, new (None) or known, has to do with concerns."""
    own = _own_concern(row) if row is not None else None
    is_saved = row is not None and not row.is_draft
    return ConcernFacts(
        id=own.id if own is not None else None,
        is_closed=own is not None and own.closed_on is not None,
        is_shared=row is not None and own is not None and _is_shared(row, own),
        open_ids=_open_of_project(project_id),
        was_below=draft_of(row).what_is_below if row is not None and is_saved else frozenset(),
        asked_id=_of_whom(row, own) if row is not None and own is not None else None,
        is_declined=row is not None and not is_saved and is_marked(Source.CONCERN, row.id),
    )


def _of_whom(row: CheckIn, concern: Concern) -> int | None:
    asked_id: int = row.person_id
    return asked_id if asked_id == concern.person_id else None


def _own_concern(row: CheckIn) -> Concern | None:
    own: Concern | None = Concern.get_or_none(
        (Concern.id == row.concern_id) & Concern.deleted_at.is_null()
    )
    return own


def _is_shared(row: CheckIn, concern: Concern) -> bool:
    others = CheckIn.select().where(
        CheckIn.concern == concern,
        CheckIn.id != row.id,
        CheckIn.grade == Grade.BELOW,
        ~CheckIn.is_draft,
        CheckIn.deleted_at.is_null(),
    )
    return bool(others.exists())


def _open_of_project(project_id: int) -> dict[int, int]:
    """Return the oldest open concern of each person on a project."""
    found = (
        Concern.select(Concern.person, Concern.id)
        .join(Person, on=Concern.person)
        .where(
            Concern.project == project_id,
            Concern.closed_on.is_null(),
            Concern.deleted_at.is_null(),
            Person.deleted_at.is_null(),
        )
        .order_by(Concern.opened_on.desc(), Concern.id.desc())
    )
    return dict(tuples_of(found))
