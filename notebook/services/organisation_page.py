"""One organisation as its page shows it: who is there, who was, and who of us knows whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import Database

from notebook.domain.partial_date import PartialDate
from notebook.domain.projects import ProjectState
from notebook.domain.text import first_name
from notebook.domain.warmth import Warmth
from notebook.errors import Refused
from notebook.services.people_list import PeopleList
from notebook.services.phrases import filled
from notebook.services.roles import CURRENT, known
from notebook.translate import translate

Row = dict[str, Any]

MOST_PAST, MOST_PROJECTS, MOST_TIES = 12, 8, 12

_HERE = f"""SELECT r.person_id FROM role r
    WHERE r.organisation_id = :id AND {CURRENT.format(today=":today")}"""

# A project is that of where its person was meanwhile: who changed employer takes none along.
_THEIRS = """
    FROM (SELECT DISTINCT person_id FROM role WHERE organisation_id = :id) w
    JOIN project j ON j.person_id = w.person_id JOIN person p ON p.id = j.person_id
    LEFT JOIN outcome e ON e.project_id = j.id
    WHERE j.deleted_at IS NULL AND p.deleted_at IS NULL AND EXISTS (SELECT 1 FROM role r
        WHERE r.organisation_id = :id AND r.person_id = j.person_id
        AND (r.from_on IS NULL OR r.from_on <= coalesce(e.ended_on, :today))
        AND (r.until_on IS NULL
            OR r.until_on > coalesce(j.begins_on, substr(j.created_at, 1, 10))))"""

_HEAD = f"""
    WITH here AS (SELECT p.* FROM person p WHERE p.id IN ({_HERE}) AND p.deleted_at IS NULL)
    SELECT o.id, o.name, o.note,
        (SELECT count(*) FROM here) AS people,
        (SELECT count(*) FROM here WHERE NOT is_team) AS theirs,
        (SELECT count(*) FROM here WHERE last_contact_on IS NOT NULL) AS in_touch,
        (SELECT name FROM here ORDER BY last_contact_on IS NULL, sort_key LIMIT 1) AS closest,
        (SELECT count(*) FROM role r JOIN person p ON p.id = r.person_id
            WHERE r.organisation_id = o.id AND p.deleted_at IS NULL AND r.until_on <= :today)
            AS past,
        (SELECT count(*) {_THEIRS}) AS projects,
        (SELECT count(*) FROM person WHERE is_team AND deleted_at IS NULL) AS team
    FROM organisation o WHERE o.id = :id AND o.deleted_at IS NULL"""

_PEOPLE = f"""
    SELECT p.id, t.name AS owner, group_concat(nullif(r.title, ''), ', ') AS titles,
        min(r.from_on) AS from_on
    FROM role r JOIN person p ON p.id = r.person_id
    LEFT JOIN person t ON t.id = p.looked_after_by_id AND t.deleted_at IS NULL
    WHERE r.organisation_id = :id AND p.deleted_at IS NULL AND {CURRENT.format(today=":today")}
    GROUP BY p.id ORDER BY p.sort_key, p.id LIMIT :most"""

_IN_ONE_ROLE = """
    SELECT p.id, p.name, r.title, r.from_on, r.until_on, {is_to_come} AS is_to_come
    FROM role r JOIN person p ON p.id = r.person_id
    WHERE r.organisation_id = :id AND p.deleted_at IS NULL AND {when}
    ORDER BY {order}, p.sort_key LIMIT :most"""
_PAST = _IN_ONE_ROLE.format(is_to_come=0, when="r.until_on <= :today", order="r.until_on DESC")
_COMING = _IN_ONE_ROLE.format(is_to_come=1, when="r.from_on > :today", order="r.from_on")
_NOT_NOW = f"SELECT * FROM ({_PAST}) UNION ALL SELECT * FROM ({_COMING})"

_PROJECTS = f"""
    SELECT j.id, j.name, j.state, p.name AS person {_THEIRS}
    ORDER BY j.state = 'closed', j.id DESC LIMIT :most"""

# Who of us knows whom, by what both are written down for: looked after, covered, one project, or
# a contact that both took part in. One of us has more contacts than all of them: theirs come first.
_TIES = f"""
    WITH here AS MATERIALIZED (
        SELECT p.* FROM person p WHERE p.id IN ({_HERE}) AND p.deleted_at IS NULL),
    tie AS (
        SELECT looked_after_by_id AS us, id AS them, 1 AS looks_after, 0 AS covers, 0 AS projects,
            0 AS contacts FROM here WHERE looked_after_by_id IS NOT NULL
        UNION ALL SELECT covered_by_id, id, 0, 1, 0, 0 FROM here WHERE covered_by_id IS NOT NULL
        UNION ALL SELECT o.person_id, h.id, 0, 0, 1, 0 FROM here h
            JOIN project j ON j.person_id = h.id AND j.deleted_at IS NULL
            JOIN project_person o ON o.project_id = j.id AND o.side = 'ours'
        UNION ALL SELECT o.person_id, h.id, 0, 0, 1, 0 FROM here h
            JOIN project_person t ON t.person_id = h.id AND t.side = 'theirs'
            JOIN project j ON j.id = t.project_id AND j.deleted_at IS NULL AND j.person_id != h.id
            JOIN project_person o ON o.project_id = j.id AND o.side = 'ours'
        UNION ALL SELECT o.person_id, h.id, 0, 0, 0, count(*) FROM here h
            CROSS JOIN moment_person mp ON mp.person_id = h.id
            CROSS JOIN moment_person o ON o.moment_id = mp.moment_id
                AND o.person_id IN (SELECT id FROM person WHERE is_team AND deleted_at IS NULL)
            CROSS JOIN moment m ON m.id = o.moment_id AND m.deleted_at IS NULL
                AND m.state = 'logged'
            GROUP BY o.person_id, h.id),
    pair AS (
        SELECT us, them, max(looks_after) AS looks_after, max(covers) AS covers,
            sum(projects) AS projects, sum(contacts) AS contacts
        FROM tie WHERE us != them GROUP BY us, them)
    SELECT u.id AS us_id, u.name AS us, h.id AS them_id, h.name AS them, h.last_contact_on,
        pair.looks_after, pair.covers, pair.projects, pair.contacts, count(*) OVER () AS total,
        min(u.id) OVER () = max(u.id) OVER () AS only_one
    FROM pair JOIN person u ON u.id = pair.us AND u.is_team AND u.deleted_at IS NULL
    JOIN here h ON h.id = pair.them
    ORDER BY h.last_contact_on IS NULL, h.last_contact_on DESC, h.sort_key, u.sort_key
    LIMIT :most"""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who is there now."""

    id: int
    name: str
    title: str
    since: PartialDate | None
    warmth: Warmth
    last_contact_on: date | None
    looked_after_by: str


@dataclass(frozen=True, slots=True)
class InOneRole:
    """Somebody who was or will be there, in one role."""

    id: int
    name: str
    title: str
    from_on: PartialDate | None
    until_on: PartialDate | None


@dataclass(frozen=True, slots=True)
class OrganisationProject:
    """A project of somebody who was there meanwhile."""

    id: int
    name: str
    state: ProjectState
    person_name: str


@dataclass(frozen=True, slots=True)
class Tie:
    """That one of us knows one of them, and by what.

    `projects` they are in together, `contacts` that both took part in.
    """

    us_id: int
    us: str
    them_id: int
    them: str
    looks_after: bool
    covers: bool
    projects: int
    contacts: int
    last_contact_on: date | None


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """Everything that the page shows at once; of each list the first lines, and how many there are."""

    id: int
    name: str
    note: str
    people: tuple[Colleague, ...]
    people_count: int
    coming: tuple[InOneRole, ...]
    past: tuple[InOneRole, ...]
    past_count: int
    projects: tuple[OrganisationProject, ...]
    project_count: int
    ties: tuple[Tie, ...]
    tie_count: int
    carried_by: tuple[str, ...]
    """Calm sentences for a relationship that one of them, or one of us, carries alone."""


def read_organisation(
    database: Database, people_list: PeopleList, organisation_id: int, today: date, most: int
) -> OrganisationPage:
    """Return the page of an organisation with `most` of its people; Refused if it is gone."""
    about: dict[str, object] = {"id": organisation_id, "today": today.isoformat()}
    with database.atomic("DEFERRED"):  # all from one state of the file
        heads = _rows(database, _HEAD, about)
        if not heads:
            raise Refused(
                translate("organisations", "This organisation is no longer in the notebook.")
            )
        (head,) = heads
        ties = _rows(database, _TIES, about, MOST_TIES)
        not_now = _rows(database, _NOT_NOW, about, MOST_PAST)
        return OrganisationPage(
            id=head["id"],
            name=head["name"],
            note=head["note"],
            people=_people(database, people_list, about, today, most),
            people_count=head["people"],
            coming=tuple(_in_one_role(row) for row in not_now if row["is_to_come"]),
            past=tuple(_in_one_role(row) for row in not_now if not row["is_to_come"]),
            past_count=head["past"],
            projects=tuple(
                OrganisationProject(
                    row["id"], row["name"], ProjectState(row["state"]), row["person"]
                )
                for row in _rows(database, _PROJECTS, about, MOST_PROJECTS)
            ),
            project_count=head["projects"],
            ties=tuple(_tie(row) for row in ties),
            tie_count=ties[0]["total"] if ties else 0,
            carried_by=tuple(_carried_by(head, ties)),
        )


def _people(
    database: Database,
    people_list: PeopleList,
    about: Mapping[str, object],
    today: date,
    most: int,
) -> tuple[Colleague, ...]:
    rows = _rows(database, _PEOPLE, about, most)
    lines = people_list.lines([row["id"] for row in rows], today)
    by_id = {line.id: line for line in lines}
    return tuple(
        Colleague(
            row["id"],
            by_id[row["id"]].name,
            row["titles"] or "",
            known(row["from_on"]),
            by_id[row["id"]].warmth,
            by_id[row["id"]].last_contact_on,
            row["owner"] or "",
        )
        for row in rows
    )


def _carried_by(head: Row, ties: list[Row]) -> list[str]:
    """Our own organisation is carried by all of us; a team of one can't share what it knows."""
    said: list[str] = []
    if not head["theirs"]:
        return said
    if head["people"] == 1 or head["in_touch"] == 1:
        sentence = translate("organisations", "Everything rests on %1.")
        said.append(filled(sentence, first_name(head["closest"])))
    if ties and ties[0]["only_one"] and head["team"] > 1:
        sentence = translate("organisations", "Only %1 knows them.")
        said.append(filled(sentence, first_name(ties[0]["us"])))
    return said


def _in_one_role(row: Row) -> InOneRole:
    return InOneRole(
        row["id"], row["name"], row["title"], known(row["from_on"]), known(row["until_on"])
    )


def _tie(row: Row) -> Tie:
    last = row["last_contact_on"]
    return Tie(
        us_id=row["us_id"],
        us=row["us"],
        them_id=row["them_id"],
        them=row["them"],
        looks_after=bool(row["looks_after"]),
        covers=bool(row["covers"]),
        projects=row["projects"],
        contacts=row["contacts"],
        last_contact_on=date.fromisoformat(last) if last else None,
    )


def _rows(
    database: Database, statement: str, about: Mapping[str, object], most: int | None = None
) -> list[Row]:
    """Return the rows of a statement about an organisation, `most` of them where it says so."""
    values = about if most is None else {**about, "most": most}
    cursor = database.execute_sql(statement, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
