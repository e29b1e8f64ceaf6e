"""The triggers that keep derived columns, the search indexes and the journal true.

They are built from the schema and put in place anew after each migration, so that no service can
forget them and undo keeps them right by itself.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from notebook.storage.asking_triggers import asking_triggers
from notebook.storage.check_in_triggers import check_in_triggers
from notebook.storage.search_index import search_triggers

# Columns that triggers derive: never journaled, since they follow from what is.
_DERIVED = {
    "person": {"last_contact_on", "touch_days", "touch_maximum"},
    "project": {"told_on"},
    "check_in_plan": {"asks_on"},
    "deliverable": {"asks_on"},
    "answer": {"asks_on"},
}
_NOT_JOURNALED = {"change", "journal", "journal_head"}


def _last_contact(which: str) -> str:
    return f"""
        UPDATE person SET last_contact_on = (
            SELECT max(substr(m.happened_at, 1, 10)) FROM moment_person mp
            JOIN moment m ON m.id = mp.moment_id
            WHERE mp.person_id = person.id AND m.deleted_at IS NULL AND m.state = 'logged')
        WHERE id IN ({which});"""


def _trigger(name: str, when: str, body: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {when} BEGIN {body} END"


def _last_contact_triggers() -> Iterator[str]:
    for event, row in (("INSERT", "NEW"), ("DELETE", "OLD")):
        yield _trigger(
            f"last_contact_{event.lower()}",
            f"{event} ON moment_person",
            _last_contact(f"{row}.person_id"),
        )
    yield from _moved_contact_triggers()
    yield _trigger(
        "last_contact_moment",
        "UPDATE OF happened_at, deleted_at, state ON moment",
        _last_contact("SELECT person_id FROM moment_person WHERE moment_id = NEW.id"),
    )


def _moved_contact_triggers() -> Iterator[str]:
    """Thousands may move to another card: all of its contacts are looked at only for the newest.

    A card that became part of another one keeps its day, so that undo finds it as it was.
    """
    day = (
        "(SELECT substr(happened_at, 1, 10) AS day FROM moment WHERE id = {row}.moment_id"
        " AND deleted_at IS NULL AND state = 'logged')"
    )
    event = "UPDATE OF moment_id, person_id ON moment_person"
    was_newest = (
        "SELECT id FROM person WHERE id = OLD.person_id AND merged_into_id IS NULL"
        f" AND last_contact_on <= {day.format(row='OLD')}"
    )
    yield _trigger("last_contact_moved_from", event, _last_contact(was_newest))
    yield _trigger(
        "last_contact_moved_to",
        event,
        f" UPDATE person SET last_contact_on = m.day FROM {day.format(row='NEW')} m"
        " WHERE person.id = NEW.person_id AND coalesce(last_contact_on, '') < m.day;",
    )


def _told(which: str) -> str:
    return f"""
        UPDATE project SET told_on = (SELECT substr(max(happened_at), 1, 10) FROM moment
            WHERE project_id = project.id AND direction = 'we' AND state = 'logged'
                AND deleted_at IS NULL)
        WHERE id IN ({which});"""


def _told_triggers() -> Iterator[str]:
    yield _trigger(
        "told_insert", "INSERT ON moment WHEN NEW.project_id IS NOT NULL", _told("NEW.project_id")
    )
    yield _trigger(
        "told_update",
        "UPDATE OF project_id, direction, state, deleted_at, happened_at ON moment"
        " WHEN coalesce(OLD.project_id, NEW.project_id) IS NOT NULL",
        _told("OLD.project_id, NEW.project_id"),
    )
    yield _trigger(
        "told_delete", "DELETE ON moment WHEN OLD.project_id IS NOT NULL", _told("OLD.project_id")
    )


def _touch(which: str) -> str:
    return f"""
        UPDATE person SET touch_days = coalesce(rhythm_days, {_tightest("target_days")}),
            touch_maximum = iif(rhythm_days IS NULL, {_tightest("maximum_days")}, maximum_days)
        WHERE id IN ({which});"""


def _tightest(column: str) -> str:
    return (
        f"(SELECT min(g.{column}) FROM membership m JOIN person_group g ON g.id = m.group_id"
        " WHERE m.person_id = person.id AND g.deleted_at IS NULL)"
    )


def _touch_triggers() -> Iterator[str]:
    # A person may come after their groups: an import and undo write them in that order.
    in_groups = "EXISTS (SELECT 1 FROM membership WHERE person_id = NEW.id)"
    yield _trigger(
        "touch_new_person",
        f"INSERT ON person WHEN NEW.rhythm_days IS NOT NULL OR {in_groups}",
        _touch("NEW.id"),
    )
    yield _trigger(
        "touch_person", "UPDATE OF rhythm_days, maximum_days ON person", _touch("NEW.id")
    )
    for event, row in (("INSERT", "NEW"), ("DELETE", "OLD")):
        yield _trigger(
            f"touch_membership_{event.lower()}",
            f"{event} ON membership",
            _touch(f"{row}.person_id"),
        )
    yield _trigger(
        "touch_membership_moved",
        "UPDATE OF person_id, group_id ON membership",
        _touch("OLD.person_id, NEW.person_id"),
    )
    yield _trigger(
        "touch_group",
        "UPDATE OF target_days, maximum_days, deleted_at ON person_group",
        _touch("SELECT person_id FROM membership WHERE group_id = NEW.id"),
    )


def _as_json(row: str, columns: Iterable[str]) -> str:
    return "json_object(" + ", ".join(f"'{name}', {row}.{name}" for name in columns) + ")"


def _journal_triggers(table: str, columns: list[str]) -> Iterator[str]:
    for event, old, new in (
        ("INSERT", "NULL", _as_json("NEW", columns)),
        (f"UPDATE OF {', '.join(columns)}", _as_json("OLD", columns), _as_json("NEW", columns)),
        ("DELETE", _as_json("OLD", columns), "NULL"),
    ):
        row = "OLD" if event == "DELETE" else "NEW"
        yield (
            f"CREATE TRIGGER journal_{table}_{event.split()[0].lower()} AFTER {event} ON {table} "
            "WHEN (SELECT change_id FROM journal_head) IS NOT NULL BEGIN "
            "INSERT INTO journal(change_id, table_name, row_id, old, new) "
            f"SELECT change_id, '{table}', {row}.id, {old}, {new} FROM journal_head; END"
        )


def journaled_columns(connection: Any) -> dict[str, list[str]]:
    """Return the columns of each table whose changes the journal keeps."""
    tables = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " AND name NOT LIKE 'sqlite%' ORDER BY name"
        )
        if name not in _NOT_JOURNALED
    ]
    return {
        table: [
            column
            for (column,) in connection.execute(
                "SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,)
            )
            if column not in _DERIVED.get(table, ())
        ]
        for table in tables
    }


def install_triggers(connection: Any) -> None:
    """Put all triggers in place anew; called by each migration, within its transaction."""
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    statements = [
        *search_triggers(),
        *_last_contact_triggers(),
        *_touch_triggers(),
        *_told_triggers(),
        *check_in_triggers(),
        *asking_triggers(),
    ]
    for table, columns in journaled_columns(connection).items():
        statements += _journal_triggers(table, columns)
    for statement in statements:
        connection.execute(statement)
