"""The search indexes of version 1. Frozen with it."""

from collections.abc import Iterator

_TABLE = (
    "CREATE VIRTUAL TABLE {} USING fts5({}, content = '', contentless_delete = 1,"
    " tokenize = 'unicode61 remove_diacritics 2'{})"
)
_PREFIX = ", prefix = '1 2 3'"
_INDEXES = {
    "person_search": ("name, organisation, contact, notes", ", prefix = '1 2 3 4 5'"),
    "person_spelling": ("words", _PREFIX),
    "organisation_search": ("name", _PREFIX),
    "organisation_spelling": ("words", _PREFIX),
    "project_search": ("name", _PREFIX),
    "project_spelling": ("words", _PREFIX),
    "moment_search": ("text", _PREFIX),
    "promise_search": ("text", _PREFIX),
    "answer_search": ("text", _PREFIX),
    "deliverable_search": ("text", _PREFIX),
    "reminder_search": ("text", _PREFIX),
    "concern_search": ("text", _PREFIX),
}


def search_tables() -> Iterator[str]:
    """Return the statements that make the indexes."""
    for name, (columns, prefix) in _INDEXES.items():
        yield _TABLE.format(name, columns, prefix)
