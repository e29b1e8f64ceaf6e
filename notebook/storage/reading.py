"""Rows as the dataclasses that screens are made of."""

from typing import Any, TypeVar

Line = TypeVar("Line")


def lines_of(query: Any, line: type[Line]) -> list[Line]:
    """Run a peewee query and build one `line` from each row, its columns by name."""
    return list(query.objects(line))


def tuples_of(query: Any) -> list[tuple[Any, ...]]:
    """Run a peewee query and return its rows as plain tuples."""
    return list(query.tuples())
