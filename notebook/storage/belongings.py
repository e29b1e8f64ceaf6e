"""Which rows are about one person, found through the links of the schema."""

import json
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from notebook.storage.links import Link, links

Ids = defaultdict[str, set[int]]
"""Ids by table."""

_NAMED_BY_PROJECT = frozenset({("responsibility", "person_id")})
"""What was agreed with somebody else stays agreed when whoever answers for it is erased."""
_GO_WITH_PROJECT = frozenset({("reminder", "project_id")})


def goes_along(link: Link) -> bool:
    """Whether a row that points to something erased is about it, rather than just naming it."""
    named = (link.table, link.column)
    about_person = link.parent == "person" and link.column == "person_id"
    return (
        link.holds
        or (about_person and named not in _NAMED_BY_PROJECT)
        or (named in _GO_WITH_PROJECT)
    )


def belongings(connection: Any, person_id: int) -> Ids:
    """Return the rows that are about a person alone, the person among them.

    A contact belongs to everybody who took part: it is among them when nobody else did. So is an
    organisation that nothing else points to and that has no note.
    """
    found: Ids = defaultdict(set, {"person": {person_id}})
    all_links = links(connection)
    following = [each for each in all_links if goes_along(each)]
    count = 0
    while count != sum(map(len, found.values())):
        count = sum(map(len, found.values()))
        for link in following:
            found[link.table] |= pointing(connection, link, found[link.parent])
        found["moment"] |= _moments_of_nobody_else(connection, found["moment_person"])
    found["organisation"] |= _organisations_of_nobody_else(connection, all_links, found)
    return found


def pointing(connection: Any, link: Link, parents: Collection[int]) -> set[int]:
    """Return the rows that point to one of these by this link."""
    if not parents:
        return set()
    statement = (
        f"SELECT id FROM {link.table} WHERE {link.column} IN (SELECT value FROM json_each(?))"
    )
    return {row_id for (row_id,) in connection.execute(statement, (as_list(parents),)).fetchall()}


def as_list(ids: Collection[int]) -> str:
    """Return ids for json_each."""
    return json.dumps(sorted(ids))


def _moments_of_nobody_else(connection: Any, parts: Collection[int]) -> set[int]:
    rows = connection.execute(
        "SELECT moment_id FROM moment_person WHERE id IN (SELECT value FROM json_each(?1))"
        " AND NOT EXISTS (SELECT 1 FROM moment_person other"
        " WHERE other.moment_id = moment_person.moment_id"
        " AND other.id NOT IN (SELECT value FROM json_each(?1)))",
        (as_list(parts),),
    )
    return {moment_id for (moment_id,) in rows.fetchall()}


def _organisations_of_nobody_else(connection: Any, all_links: list[Link], found: Ids) -> set[int]:
    rows = connection.execute(
        "SELECT DISTINCT r.organisation_id FROM role r JOIN organisation o"
        " ON o.id = r.organisation_id WHERE o.note = ''"
        " AND r.id IN (SELECT value FROM json_each(?))",
        (as_list(found["role"]),),
    )
    mine = {organisation_id for (organisation_id,) in rows.fetchall()}
    to_it = [link for link in all_links if link.parent == "organisation"]
    return {
        each
        for each in mine
        if all(pointing(connection, link, {each}) <= found[link.table] for link in to_it)
    }
