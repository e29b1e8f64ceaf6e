"""Version 3, people who were kept twice: what became of the second card, and who is two. Frozen."""

DUPLICATES = """
ALTER TABLE person ADD COLUMN merged_into_id INTEGER REFERENCES person(id) ON DELETE CASCADE;
CREATE INDEX person_merged_into_id ON person(merged_into_id);

CREATE TABLE dismissed_pair (
    {record},
    one_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX dismissed_pair_once ON dismissed_pair(one_id, other_id);
CREATE INDEX dismissed_pair_other_id ON dismissed_pair(other_id);
"""
