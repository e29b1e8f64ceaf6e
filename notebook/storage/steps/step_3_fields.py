"""Version 3, fields that the user defines, and what stands in them. Frozen."""

FIELDS = """
CREATE TABLE own_field (
    {record},
    deleted_at TEXT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    choices TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX own_field_in_trash ON own_field(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE own_value (
    {record},
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    field_id INTEGER NOT NULL REFERENCES own_field(id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    sort_value BLOB NOT NULL
);
CREATE UNIQUE INDEX own_value_of_person ON own_value(person_id, field_id);
CREATE INDEX own_value_field_id ON own_value(field_id, sort_value);
"""
