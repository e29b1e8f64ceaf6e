"""Our own people: whom each of them looks after, and what we owe there."""

from dataclasses import dataclass
from datetime import date

from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.reading import of_no_lost_project, rows_of
from notebook.translate import translate

_MEMBERS = f"""
    SELECT t.id, t.name,
        (SELECT count(*) FROM person p WHERE p.looked_after_by_id = t.id AND p.deleted_at IS NULL)
            AS looks_after,
        (SELECT count(*) FROM person p WHERE p.covered_by_id = t.id AND p.deleted_at IS NULL)
            AS covers,
        coalesce(o.owed, 0) AS owed, coalesce(o.late, 0) AS late
    FROM person t LEFT JOIN (
        SELECT p.looked_after_by_id AS owner, count(*) AS owed, sum(q.due_on < ?1) AS late
        FROM promise q JOIN person p ON p.id = q.person_id
        WHERE q.state = 'open' AND q.side = 'ours' AND q.deleted_at IS NULL
            AND p.deleted_at IS NULL AND {of_no_lost_project("q.project_id")}
        GROUP BY p.looked_after_by_id) o ON o.owner = t.id
    WHERE t.is_team AND t.deleted_at IS NULL ORDER BY t.sort_key, t.id"""

_UNATTENDED = """
    SELECT count(*) AS number FROM person
    WHERE looked_after_by_id IS NULL AND NOT is_team AND deleted_at IS NULL"""

_HANDED_OVER = """
    SELECT h.from_id, h.on_day, h.note, t.name,
        EXISTS (SELECT 1 FROM handover e WHERE e.from_id = h.from_id
            AND (e.looked_after != '[]' OR e.covered != '[]')) AS has_sheet
    FROM handover h JOIN person t ON t.id = h.to_id
    WHERE h.id IN (SELECT max(id) FROM handover GROUP BY from_id)"""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The last time that somebody gave everything to another one of us.

    `has_sheet` says that it is known whom that was about.
    """

    to: str
    on: date
    note: str
    has_sheet: bool


@dataclass(frozen=True, slots=True)
class TeamLine:
    """One of us; `owed` counts our open promises to the people they look after."""

    id: int
    name: str
    looks_after: int
    covers: int
    owed: int
    late: int
    handed_over: HandedOver | None = None


@dataclass(frozen=True, slots=True)
class TeamPage:
    """All of us, and how many people nobody of us looks after."""

    members: tuple[TeamLine, ...]
    unattended: int


class Team:
    """Reads who looks after whom."""

    def __init__(self, file: NotebookFile) -> None:
        """Read from this notebook."""
        self._file = file

    def page(self, today: date) -> TeamPage:
        """Return the team as it stands today."""
        database = self._file.database
        handed = {
            row["from_id"]: HandedOver(
                row["name"],
                date.fromisoformat(row["on_day"]),
                row["note"],
                bool(row["has_sheet"]),
            )
            for row in rows_of(database, _HANDED_OVER)
        }
        members = tuple(
            TeamLine(**row, handed_over=handed.get(row["id"]))
            for row in rows_of(database, _MEMBERS, today.isoformat())
        )
        return TeamPage(members, rows_of(database, _UNATTENDED)[0]["number"])


def care_words(looked_after_by: str, covered_by: str) -> str:
    """Return "Looked after by Tom, covered by Ines", or the part of it that is so."""
    if looked_after_by and covered_by:
        words = translate("team", "Looked after by %1, covered by %2")
        return filled(words, looked_after_by, covered_by)
    if covered_by:
        return filled(translate("team", "Covered by %1"), covered_by)
    return (
        filled(translate("team", "Looked after by %1"), looked_after_by) if looked_after_by else ""
    )
