"""Version 2, what people need and what we offer. Frozen."""

from notebook.storage.search import plain

NEEDS = """
CREATE TABLE offering (
    {record},
    deleted_at TEXT,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    benefit TEXT NOT NULL,
    for_whom TEXT NOT NULL,
    tags TEXT NOT NULL,
    note TEXT NOT NULL,
    is_retired INTEGER NOT NULL
);
CREATE INDEX offering_by_name ON offering(is_retired, sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX offering_in_trash ON offering(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE need (
    {record},
    deleted_at TEXT,
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    moment_id INTEGER REFERENCES moment(id) ON DELETE SET NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL,
    told_on TEXT NOT NULL
);
CREATE INDEX need_person_id ON need(person_id);
CREATE INDEX need_moment_id ON need(moment_id);
CREATE INDEX need_in_trash ON need(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE suggestion (
    {record},
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    offering_id INTEGER NOT NULL REFERENCES offering(id) ON DELETE CASCADE,
    moment_id INTEGER REFERENCES moment(id) ON DELETE SET NULL,
    told_on TEXT
);
CREATE UNIQUE INDEX suggestion_once ON suggestion(person_id, offering_id);
CREATE INDEX suggestion_offering_id ON suggestion(offering_id, told_on);
CREATE INDEX suggestion_moment_id ON suggestion(moment_id);

CREATE VIRTUAL TABLE need_search USING fts5(text, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE VIRTUAL TABLE offering_search USING fts5(text, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE VIRTUAL TABLE wish_search USING fts5(text, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2');
"""

NEEDS += (
    f"INSERT INTO wish_search(rowid, text) SELECT id, {plain('text')} FROM fact"
    " WHERE fact_group IN ('interests', 'goals')"
)
