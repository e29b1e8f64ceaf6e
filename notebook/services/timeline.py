"""The moments with a person as they are read: what is to come, then what was, in windows."""

import json
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import Any

from peewee import Database

from notebook.domain.moments import Channel, Direction, MomentState, parse_when
from notebook.storage.reading import rows_of
from notebook.storage.search import web_query


class TimelinePart(StrEnum):
    """Which moments: the planned ones, the logged ones, or both."""

    ALL = "all"
    TO_COME = "to-come"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """Which of the moments with a person are wanted; whatever is not named does not matter.

    `other_id` is somebody else who took part, `text` what is typed to search by, and `ids` what was
    found for it once.
    """

    part: TimelinePart = TimelinePart.ALL
    channel: Channel | None = None
    other_id: int | None = None
    project_id: int | None = None
    text: str = ""
    ids: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class MomentLine:
    """One moment as it is shown: `others` are the people besides the one whose card it is."""

    id: int
    day: date
    at: time | None
    channel: Channel
    direction: Direction
    text: str
    their_words: str
    project_name: str
    others: tuple[str, ...] = ()
    is_planned: bool = False
    minutes: int | None = None
    place: str = ""
    agenda: str = ""
    is_read_back: bool = False
    files: int = 0
    project_id: int | None = None


@dataclass(frozen=True, slots=True)
class TimelineChoices:
    """What the moments with a person can be narrowed down by, each with its name."""

    channels: tuple[Channel, ...]
    people: tuple[tuple[int, str], ...]
    projects: tuple[tuple[int, str], ...]


# What is to come begins with the next; what was begins with the newest.
_ORDER = """m.state != 'planned',
    iif(m.state = 'planned', m.happened_at, NULL), iif(m.state = 'planned', m.id, NULL),
    m.happened_at DESC, m.id DESC"""

_LINES = f"""
    SELECT m.id, m.happened_at, m.channel, m.direction, m.text, m.their_words, m.state, m.minutes,
        m.place, m.agenda, m.is_read_back, m.project_id,
        (SELECT count(*) FROM attachment f WHERE f.moment_id = m.id) AS files,
        (SELECT p.name FROM project p WHERE p.id = m.project_id AND p.deleted_at IS NULL)
            AS project_name,
        (SELECT json_group_array(o.name) FROM moment_person with_them
            JOIN person o ON o.id = with_them.person_id
            WHERE with_them.moment_id = m.id AND o.id != ?) AS others
    FROM moment_person mp JOIN moment m ON m.id = mp.moment_id
    WHERE {{which}}
    ORDER BY {_ORDER} LIMIT ? OFFSET ?"""

_COUNT = "SELECT count(*) FROM moment_person mp JOIN moment m ON m.id = mp.moment_id WHERE {which}"

_POSITION = f"""
    SELECT place FROM (
        SELECT m.id, row_number() OVER (ORDER BY {_ORDER}) AS place
        FROM moment_person mp JOIN moment m ON m.id = mp.moment_id WHERE {{which}})
    WHERE id = ?"""

_FEW = 20_000

_OWN = "SELECT m.{} FROM moment_person mp JOIN moment m ON m.id = mp.moment_id WHERE {}"


def moment_lines(
    database: Database, person_id: int, wanted: TimelineFilter, limit: int, offset: int = 0
) -> list[MomentLine]:
    """Return the moments with a person: planned ones, the next first, then the newest logged."""
    which, values = _which(database, person_id, wanted)
    statement = _LINES.replace("{which}", which)
    rows = rows_of(database, statement, person_id, *values, limit, offset)
    return [_line(row) for row in rows]


def found_once(database: Database, person_id: int, wanted: TimelineFilter) -> TimelineFilter:
    """Return the filter with what its text finds now in place of the text."""
    if not wanted.text:
        return wanted
    which, values = _which(database, person_id, wanted)
    rows = database.execute_sql(_OWN.format("id", which), values).fetchall()
    return replace(wanted, text="", ids=tuple(moment_id for (moment_id,) in rows))


def count_moments(database: Database, person_id: int, wanted: TimelineFilter) -> int:
    """Return how many moments with a person there are."""
    which, values = _which(database, person_id, wanted)
    row = database.execute_sql(_COUNT.replace("{which}", which), values).fetchone()
    return int(row[0])


def position_of(
    database: Database, person_id: int, moment_id: int, wanted: TimelineFilter
) -> int | None:
    """Return where a moment stands among those with a person; None for one that isn't there."""
    which, values = _which(database, person_id, wanted)
    statement = _POSITION.replace("{which}", which)
    row = database.execute_sql(statement, (*values, moment_id)).fetchone()
    return int(row[0]) - 1 if row else None


def timeline_choices(database: Database, person_id: int) -> TimelineChoices:
    """Return the channels, other people and projects that the moments with a person have."""
    which, values = _which(database, person_id, TimelineFilter())
    channels = database.execute_sql(
        f"SELECT DISTINCT channel FROM ({_OWN.format('channel', which)})", values
    ).fetchall()
    people = database.execute_sql(
        "SELECT DISTINCT o.id, o.name, o.sort_key FROM moment_person with_them"
        " JOIN person o ON o.id = with_them.person_id"
        f" WHERE with_them.moment_id IN ({_OWN.format('id', which)})"
        " AND o.id != ? AND o.deleted_at IS NULL ORDER BY o.sort_key, o.id",
        (*values, person_id),
    ).fetchall()
    projects = database.execute_sql(
        f"SELECT id, name FROM project WHERE id IN ({_OWN.format('project_id', which)})"
        " AND deleted_at IS NULL ORDER BY sort_key, id",
        values,
    ).fetchall()
    used = {word for (word,) in channels}
    return TimelineChoices(
        tuple(channel for channel in Channel if channel.value in used),
        tuple((other_id, name) for other_id, name, _ in people),
        tuple((project_id, name) for project_id, name in projects),
    )


def _which(
    database: Database, person_id: int, wanted: TimelineFilter
) -> tuple[str, tuple[object, ...]]:
    """Return the condition for `m` and `mp`, with its values."""
    conditions = ["mp.person_id = ?", "m.deleted_at IS NULL"]
    values: list[object] = [person_id]
    if wanted.part is not TimelinePart.ALL:
        is_planned = wanted.part is TimelinePart.TO_COME
        conditions.append("m.state = ?")
        values.append(MomentState.PLANNED if is_planned else MomentState.LOGGED)
    for column, value in (("channel", wanted.channel), ("project_id", wanted.project_id)):
        if value is not None:
            conditions.append(f"m.{column} = ?")
            values.append(value)
    if wanted.other_id is not None:
        conditions.append(
            "EXISTS (SELECT 1 FROM moment_person other"
            " WHERE other.moment_id = m.id AND other.person_id = ?)"
        )
        values.append(wanted.other_id)
    if wanted.ids is not None:
        conditions.append("m.id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(wanted.ids))
    if query := web_query(wanted.text):
        conditions.append(_matching(database, query))
        values.append(query)
    return " AND ".join(conditions), tuple(values)


def _matching(database: Database, query: str) -> str:
    """Return the condition for a text: all that match at once, or one by one where they are many.

    What everybody else was told may be a thousand times as much as what this person was.
    """
    (few,) = database.execute_sql(
        "SELECT count(*) <= ? FROM (SELECT 1 FROM moment_search WHERE moment_search MATCH ? LIMIT ?)",
        (_FEW, query, _FEW + 1),
    ).fetchone()
    if few:
        return "m.id IN (SELECT rowid FROM moment_search WHERE moment_search MATCH ?)"
    return "EXISTS (SELECT 1 FROM moment_search WHERE moment_search MATCH ? AND rowid = m.id)"


def _line(row: dict[str, Any]) -> MomentLine:
    day, at = parse_when(row["happened_at"])
    return MomentLine(
        id=row["id"],
        day=day,
        at=at,
        channel=Channel(row["channel"]),
        direction=Direction(row["direction"]),
        text=row["text"],
        their_words=row["their_words"],
        project_name=row["project_name"] or "",
        others=tuple(json.loads(row["others"])),
        is_planned=row["state"] == MomentState.PLANNED,
        minutes=row["minutes"],
        place=row["place"],
        agenda=row["agenda"],
        is_read_back=bool(row["is_read_back"]),
        files=row["files"],
        project_id=row["project_id"],
    )
