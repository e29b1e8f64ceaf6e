"""The lines of a card's lists, built from the rows that were read."""

from dataclasses import dataclass
from datetime import date

from notebook.domain.needs import NeedState
from notebook.domain.projects import ProjectState
from notebook.domain.promises import PromiseState, Side
from notebook.services.card_lists import Row
from notebook.services.card_parts import DetailDraft
from notebook.services.needs import NeedLine
from notebook.services.roles import RoleLine, is_past, is_to_come, known


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One promise; `due_on` may be open."""

    id: int
    side: Side
    text: str
    due_on: date | None
    state: PromiseState


@dataclass(frozen=True, slots=True)
class PersonProject:
    """A project of a person."""

    id: int
    name: str
    state: ProjectState


def detail_of_row(row: Row) -> DetailDraft:
    """Return a way to reach somebody."""
    return DetailDraft(row["kind"], row["value"], row["label"])


def need_of_row(row: Row) -> NeedLine:
    """Return a need."""
    return NeedLine(
        row["id"], row["text"], NeedState(row["state"]), date.fromisoformat(row["told_on"])
    )


def project_of_row(row: Row) -> PersonProject:
    """Return a project."""
    return PersonProject(row["id"], row["name"], ProjectState(row["state"]))


def promise_of_row(row: Row) -> PromiseLine:
    """Return a promise."""
    return PromiseLine(
        row["id"], Side(row["side"]), row["text"], day_of(row["due_on"]), PromiseState(row["state"])
    )


def role_of_row(row: Row, today: date) -> RoleLine:
    """Return a role, past, present or to come as of `today`."""
    from_on, until_on = known(row["from_on"]), known(row["until_on"])
    return RoleLine(
        row["id"],
        row["title"],
        row["organisation"] or "",
        row["organisation_id"],
        from_on,
        until_on,
        is_past(until_on, today),
        is_to_come(from_on, today),
    )


def day_of(text: str | None) -> date | None:
    """Return a stored day."""
    return date.fromisoformat(text) if text else None
