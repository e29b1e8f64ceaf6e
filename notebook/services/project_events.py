"""What happened in a project between two days: for a report, and for "since the last meeting"."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Database

from notebook.domain.dates_in_words import day_month
from notebook.domain.moves import Move
from notebook.domain.text import excerpt
from notebook.services.phrases import filled
from notebook.storage.reading import rows_of
from notebook.translate import translate

_LONGEST = 160  # characters of one line


@dataclass(frozen=True, slots=True)
class DeliveryMoved:
    """That a delivery got another day."""

    title: str
    move: Move


@dataclass(frozen=True, slots=True)
class ProjectEvents:
    """What happened, each thing with its day, the oldest first."""

    delivered: tuple[tuple[date, str], ...]
    kept_by_us: tuple[tuple[date, str], ...]
    kept_by_them: tuple[tuple[date, str], ...]
    moved: tuple[DeliveryMoved, ...]
    amended: tuple[tuple[date, str], ...]
    concerns_opened: tuple[tuple[date, str], ...]
    concerns_closed: tuple[tuple[date, str], ...]
    contacts: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened but contacts."""
        return not any(
            (
                self.delivered,
                self.kept_by_us,
                self.kept_by_them,
                self.moved,
                self.amended,
                self.concerns_opened,
                self.concerns_closed,
            )
        )


_DAYS = "BETWEEN :after AND :until"
_TITLE = "iif(trim(d.what) = '', d.how, d.what)"
_QUERIES = {
    "delivered": f"""SELECT d.delivered_on AS day, {_TITLE} AS text FROM deliverable d
        WHERE d.project_id = :project AND d.delivered_on {_DAYS} ORDER BY day, d.position""",
    "kept_by_us": f"""SELECT closed_on AS day, text FROM promise
        WHERE project_id = :project AND side = 'ours' AND deleted_at IS NULL
        AND state IN ('kept', 'moved', 'owned-up') AND closed_on {_DAYS} ORDER BY day, id""",
    "kept_by_them": f"""SELECT closed_on AS day, text FROM promise
        WHERE project_id = :project AND side = 'theirs' AND deleted_at IS NULL
        AND state IN ('kept', 'moved', 'owned-up') AND closed_on {_DAYS} ORDER BY day, id""",
    "amended": f"""SELECT amended_on AS day, question || ' ' || new AS text FROM amendment
        WHERE project_id = :project AND amended_on {_DAYS} ORDER BY day, id""",
    "concerns_opened": f"""SELECT opened_on AS day, text FROM concern
        WHERE project_id = :project AND deleted_at IS NULL AND opened_on {_DAYS}
        ORDER BY day, id""",
    "concerns_closed": f"""SELECT closed_on AS day, text FROM concern
        WHERE project_id = :project AND deleted_at IS NULL AND closed_on {_DAYS}
        ORDER BY day, id""",
}
_MOVED = f"""
    SELECT {_TITLE} AS title, m.from_on, m.to_on, m.said_on, m.reason
    FROM delivery_move m JOIN deliverable d ON d.id = m.deliverable_id
    WHERE d.project_id = :project AND d.delivered_on IS NULL
        AND coalesce(m.said_on, substr(m.created_at, 1, 10)) {_DAYS} ORDER BY m.id"""
_CONTACTS = f"""SELECT count(*) AS number FROM moment WHERE project_id = :project
    AND state = 'logged' AND deleted_at IS NULL AND substr(happened_at, 1, 10) {_DAYS}"""


def events_between(database: Database, project_id: int, after: date, until: date) -> ProjectEvents:
    """Return what happened in a project from `after` to `until`, both days included."""
    values = {"project": project_id, "after": after.isoformat(), "until": until.isoformat()}

    def ask(statement: str) -> list[dict[str, Any]]:
        return rows_of(database, statement, **values)

    found = {name: tuple(_dated(row) for row in ask(query)) for name, query in _QUERIES.items()}
    moved = tuple(DeliveryMoved(row["title"], _move(row)) for row in ask(_MOVED))
    return ProjectEvents(**found, moved=moved, contacts=ask(_CONTACTS)[0]["number"])


def moved_sentence(moved: DeliveryMoved, today: date) -> str:
    """Return "First coat: from 21 Nov to 28 Nov (rain)"."""
    move = moved.move
    words = filled(
        translate("events", "%1: from %2 to %3"),
        moved.title,
        day_month(move.from_on, today),
        day_month(move.to_on, today),
    )
    return f"{words} ({move.reason.strip()})" if move.reason.strip() else words


def _dated(row: dict[str, Any]) -> tuple[date, str]:
    return date.fromisoformat(row["day"]), excerpt(" ".join(row["text"].split()), _LONGEST)


def _move(row: dict[str, Any]) -> Move:
    said_on = date.fromisoformat(row["said_on"]) if row["said_on"] else None
    from_on, to_on = date.fromisoformat(row["from_on"]), date.fromisoformat(row["to_on"])
    return Move(from_on, to_on, said_on, row["reason"])
