"""Names of organisations: which one is meant, however it is spelt."""

import json
from collections.abc import Iterable

from peewee import chunked

from notebook.domain.text import fold, sort_key, sort_prefix
from notebook.storage.ids import new_id
from notebook.storage.tables import Organisation

_AT_ONCE = 500  # rows of one statement

# Those whose names begin so: a range of the index for each.
_BEGINNING = """
    SELECT o.id, o.name FROM json_each(?) wanted CROSS JOIN organisation o
    ON o.sort_key >= wanted.value AND o.sort_key < wanted.value || ' '
    WHERE o.deleted_at IS NULL ORDER BY o.id DESC"""


def same_name(one: str, other: str) -> bool:
    """Whether two texts name one organisation: case, accents and doubled spaces don't matter."""
    return _key(one) == _key(other)


def called_ids(name: str) -> set[int]:
    """Return all organisations that are called so, however they are spelt."""
    return {row.id for row in _beginning([name]) if same_name(row.name, name)}


def known_ids(names: Iterable[str]) -> dict[str, int]:
    """Return the organisations that are called so, by the names as given.

    Of several the one that is spelt just so, then the first one.
    """
    wanted = [name for name in names if name.strip()]
    rows = _beginning(wanted)
    exact = {row.name: row.id for row in rows}
    alike = {_key(row.name): row.id for row in rows}
    found = {name: exact.get(name.strip(), alike.get(_key(name))) for name in wanted}
    return {name: key for name, key in found.items() if key is not None}


def organisation_ids(names: Iterable[str]) -> dict[str, int]:
    """Return the organisation of each name, made now if need be; none for empty ones.

    The caller holds the change.
    """
    wanted = [name for name in names if name.strip()]
    known = known_ids(wanted)
    spelt = {_key(name): " ".join(name.split()) for name in wanted if name not in known}
    new = {key: new_id() for key in spelt}
    rows = [
        {"id": new[key], "name": name, "sort_key": sort_key(name)} for key, name in spelt.items()
    ]
    for some in chunked(rows, _AT_ONCE):
        Organisation.insert_many(some).execute()
    return known | {name: new[_key(name)] for name in wanted if name not in known}


def _beginning(names: Iterable[str]) -> list[Organisation]:
    stems = sorted({sort_prefix(name) for name in names})
    return list(Organisation.raw(_BEGINNING, json.dumps(stems)))


def _key(name: str) -> str:
    return fold(" ".join(name.split()))
