"""What happened in a project between two days: for a report, and for "since the last meeting"."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Database

from notebook.domain.dates_in_words import day_month
from notebook.domain.moves import Move
from notebook.domain.promises import Side
from notebook.domain.text import excerpt
from notebook.services.phrases import filled
from notebook.storage.reading import rows_of
from notebook.translate import translate

_LONGEST = 160  # characters of one line


@dataclass(frozen=True, slots=True)
class Span:
    """The days of which is told, both included, and by whose promises.

    Of what happened on the first day only what was written down after `told_at` counts (in UTC):
    the rest was told already. Without `person_id` everybody's promises count.
    """

    after: date
    until: date
    told_at: str = ""
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class DayMoved:
    """That a delivery or a promise got another day; deliveries are ours."""

    title: str
    side: Side
    move: Move


@dataclass(frozen=True, slots=True)
class ProjectEvents:
    """What happened, each thing with its day, the oldest first."""

    delivered: tuple[tuple[date, str], ...]
    kept_by_us: tuple[tuple[date, str], ...]
    kept_by_them: tuple[tuple[date, str], ...]
    moved: tuple[DayMoved, ...]
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


_TITLE = "iif(trim(d.what) = '', d.how, d.what)"


def within(day: str, written: str) -> str:
    """Return SQL that is true for a `day` of the span, as far as it was not told yet.

    `written` is when it was written down (in UTC).
    """
    return (
        f"({day} > :after OR {day} = :after AND {written} > :told_at)"
        f" AND substr({day}, 1, 10) <= :until"
    )


_PROMISE = """q.project_id = :project AND q.deleted_at IS NULL
    AND (:person IS NULL OR q.person_id = :person)"""
_KEPT = f"""SELECT q.closed_on AS day, q.text FROM promise q
    WHERE {_PROMISE} AND q.side = '{{side}}' AND q.state IN ('kept', 'moved', 'owned-up')
    AND {within("q.closed_on", "q.changed_at")} ORDER BY day, q.id"""
_CONCERN = """SELECT c.{day} AS day, c.text FROM concern c
    WHERE c.project_id = :project AND c.deleted_at IS NULL AND {within} ORDER BY day, c.id"""
_QUERIES = {
    "delivered": f"""SELECT d.delivered_on AS day, {_TITLE} AS text FROM deliverable d
        WHERE d.project_id = :project AND {within("d.delivered_on", "d.changed_at")}
        ORDER BY day, d.position""",
    "kept_by_us": _KEPT.format(side=Side.OURS),
    "kept_by_them": _KEPT.format(side=Side.THEIRS),
    "amended": f"""SELECT a.amended_on AS day, a.question || ' ' || a.new AS text FROM amendment a
        WHERE a.project_id = :project AND {within("a.amended_on", "a.created_at")}
        ORDER BY day, a.id""",
    "concerns_opened": _CONCERN.format(
        day="opened_on", within=within("c.opened_on", "c.created_at")
    ),
    "concerns_closed": _CONCERN.format(
        day="closed_on", within=within("c.closed_on", "c.changed_at")
    ),
}
_MOVED_ON = within("coalesce(m.said_on, substr(m.created_at, 1, 10))", "m.created_at")
_MOVED = f"""
    SELECT {_TITLE} AS title, '{Side.OURS}' AS side, m.from_on, m.to_on, m.said_on, m.reason, m.id
    FROM delivery_move m JOIN deliverable d ON d.id = m.deliverable_id
    WHERE d.project_id = :project AND d.delivered_on IS NULL AND {_MOVED_ON}
    UNION ALL
    SELECT q.text, q.side, m.from_on, m.to_on, m.said_on, m.reason, m.id
    FROM promise_move m JOIN promise q ON q.id = m.promise_id
    WHERE {_PROMISE} AND q.state = 'open' AND {_MOVED_ON}
    ORDER BY 7"""
_CONTACTS = f"""SELECT count(*) AS number FROM moment m WHERE m.project_id = :project
    AND m.state = 'logged' AND m.deleted_at IS NULL
    AND {within("m.happened_at", "m.created_at")}"""


def events_between(database: Database, project_id: int, span: Span) -> ProjectEvents:
    """Return what happened in a project within these days."""
    values = {
        "project": project_id,
        "after": span.after.isoformat(),
        "until": span.until.isoformat(),
        "told_at": span.told_at,
        "person": span.person_id,
    }

    def ask(statement: str) -> list[dict[str, Any]]:
        return rows_of(database, statement, **values)

    found = {name: tuple(_dated(row) for row in ask(query)) for name, query in _QUERIES.items()}
    moved = tuple(
        DayMoved(_short(row["title"]), Side(row["side"]), _move(row)) for row in ask(_MOVED)
    )
    return ProjectEvents(**found, moved=moved, contacts=ask(_CONTACTS)[0]["number"])


def moved_sentence(moved: DayMoved, today: date) -> str:
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
    return date.fromisoformat(row["day"]), _short(row["text"])


def _short(text: str) -> str:
    return excerpt(" ".join(text.split()), _LONGEST)


def _move(row: dict[str, Any]) -> Move:
    said_on = date.fromisoformat(row["said_on"]) if row["said_on"] else None
    from_on, to_on = date.fromisoformat(row["from_on"]), date.fromisoformat(row["to_on"])
    return Move(from_on, to_on, said_on, row["reason"])
