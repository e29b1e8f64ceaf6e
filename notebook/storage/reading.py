"""Rows as the dataclasses that screens are made of."""

from typing import Any, TypeVar

from peewee import Database

Line = TypeVar("Line")


def lines_of(query: Any, line: type[Line]) -> list[Line]:
    """Run a peewee query and build one `line` from each row, its columns by name."""
    return list(query.objects(line))


def tuples_of(query: Any) -> list[tuple[Any, ...]]:
    """Run a peewee query and return its rows as plain tuples."""
    return list(query.tuples())


def rows_of(
    database: Database, statement: str, *values: object, **named: object
) -> list[dict[str, Any]]:
    """Run a statement of our own and return its rows by column name; for what must be fast.

    Its values stand for `?`, named ones for `:name`.
    """
    cursor = database.execute_sql(statement, named or values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def not_in_trash(table: str, column: str) -> str:
    """Return SQL that is true where the `table` row named by `column` is not in the trash."""
    return f"{column} NOT IN (SELECT id FROM {table} WHERE deleted_at IS NOT NULL)"


def of_no_lost_project(column: str) -> str:
    """Return SQL that is true where `column` names no project, or one that is not in the trash."""
    return f"({column} IS NULL OR {not_in_trash('project', column)})"


def with_person(column: str) -> str:
    """Return SQL that is true where the person of the project named by `column` is still there."""
    return (
        f"{column} NOT IN (SELECT project.id FROM project JOIN person"
        " ON person.id = project.person_id WHERE person.deleted_at IS NOT NULL)"
    )
