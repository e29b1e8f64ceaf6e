"""Version 3, groups of people, how often to be in touch with them, and kept filters. Frozen."""

GROUPS = """
CREATE TABLE person_group (
    {record},
    deleted_at TEXT,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    target_days INTEGER,
    maximum_days INTEGER
);
CREATE INDEX person_group_by_name ON person_group(sort_key) WHERE deleted_at IS NULL;
CREATE INDEX person_group_in_trash ON person_group(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE membership (
    {record},
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    group_id INTEGER NOT NULL REFERENCES person_group(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX membership_once ON membership(person_id, group_id);
CREATE INDEX membership_group_id ON membership(group_id, person_id);

CREATE TABLE saved_filter (
    {record},
    deleted_at TEXT,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    conditions TEXT NOT NULL
);
CREATE INDEX saved_filter_in_trash ON saved_filter(deleted_at) WHERE deleted_at IS NOT NULL;

ALTER TABLE person ADD COLUMN maximum_days INTEGER;
ALTER TABLE person ADD COLUMN paused_until TEXT;
ALTER TABLE person ADD COLUMN touch_days INTEGER;
ALTER TABLE person ADD COLUMN touch_maximum INTEGER;
UPDATE person SET touch_days = rhythm_days WHERE rhythm_days IS NOT NULL;
DROP INDEX person_to_keep_in_touch;
CREATE INDEX person_to_keep_in_touch ON person(
    max(date(coalesce(last_contact_on, known_since), '+' || touch_days || ' days'),
        coalesce(paused_until, '')),
    touch_days
) WHERE touch_days IS NOT NULL AND deleted_at IS NULL;
"""
