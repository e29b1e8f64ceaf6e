"""Version 2, organisations and the team: past roles, who covers, what was handed over. Frozen."""

ORGANISATIONS = """
ALTER TABLE role ADD COLUMN from_on TEXT;
ALTER TABLE role ADD COLUMN until_on TEXT;

ALTER TABLE person ADD COLUMN covered_by_id INTEGER REFERENCES person(id) ON DELETE SET NULL;
CREATE INDEX person_covered_by_id ON person(covered_by_id);
CREATE INDEX person_team ON person(sort_key, id) WHERE is_team AND deleted_at IS NULL;

CREATE INDEX organisation_in_trash ON organisation(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE handover (
    {record},
    from_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    to_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    on_day TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX handover_from_id ON handover(from_id);
CREATE INDEX handover_to_id ON handover(to_id);
"""
