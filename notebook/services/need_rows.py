"""The rows of what we need from them for a project: promises of theirs that its questions asked for."""

from collections.abc import Iterable

from peewee import ModelSelect

from notebook.domain.promises import PromiseState, Side
from notebook.services.draft import NeedEntry
from notebook.services.row_writing import write_rows
from notebook.storage.reading import lines_of
from notebook.storage.tables import Person, Promise


def needs_of(project_id: int) -> tuple[NeedEntry, ...]:
    """Return what we need from them, as long as it is not promised yet."""
    return tuple(lines_of(_needs(project_id).where(Promise.state == PromiseState.DRAFT), NeedEntry))


def all_needs_of(project_id: int) -> tuple[NeedEntry, ...]:
    """Return what we need from them, promised or not."""
    return tuple(lines_of(_needs(project_id), NeedEntry))


def _needs(project_id: int) -> "ModelSelect[Promise]":
    return (
        Promise.select(
            Promise.id,
            Promise.person.alias("person_id"),
            Person.name.alias("person_name"),
            Promise.text,
            Promise.due_on,
        )
        .join(Person)
        .where(_is_need(project_id))
        .order_by(Promise.id)
    )


def promised_count(project_id: int) -> int:
    """Return how many of the needs were promised."""
    query = Promise.select().where(_is_need(project_id), Promise.state != PromiseState.DRAFT)
    return int(query.count())


def write_needs(project_id: int, entries: Iterable[NeedEntry]) -> None:
    """Make these the needs that are not promised yet, without the empty ones."""
    wanted = {
        entry.id: {"person_id": entry.person_id, "text": entry.text, "due_on": entry.due_on}
        for entry in entries
        if not entry.is_empty
    }
    rows = Promise.select().where(_is_need(project_id), Promise.state == PromiseState.DRAFT)
    fixed = {
        "project": project_id,
        "side": Side.THEIRS,
        "state": PromiseState.DRAFT,
        "is_need": True,
    }
    write_rows(Promise, rows, wanted, fixed)


def promise_needs(project_id: int) -> None:
    """Let the needs become open promises; one without words is let go."""
    for row in Promise.select().where(_is_need(project_id), Promise.state == PromiseState.DRAFT):
        if row.text.strip():
            row.amend(state=PromiseState.OPEN)
        else:
            row.delete_instance()


def need_rows(project_id: int) -> Iterable[Promise]:
    """Return the rows of what we need from them, promised or not."""
    rows: Iterable[Promise] = Promise.select().where(_is_need(project_id))
    return rows


def _is_need(project_id: int) -> object:
    return (Promise.project == project_id) & Promise.is_need & Promise.deleted_at.is_null()
