"""Version 2, moments: planned ones, what else is known of one, files, and whether we fit."""

MOMENT_TABLES = """
ALTER TABLE moment ADD COLUMN state TEXT NOT NULL DEFAULT 'logged';
ALTER TABLE moment ADD COLUMN minutes INTEGER;
ALTER TABLE moment ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE moment ADD COLUMN agenda TEXT NOT NULL DEFAULT '';
ALTER TABLE moment ADD COLUMN is_read_back INTEGER NOT NULL DEFAULT 0;
DROP INDEX moment_project_id;
CREATE INDEX moment_project_id ON moment(project_id, direction, state, deleted_at, happened_at);
CREATE INDEX moment_planned ON moment(happened_at) WHERE state = 'planned' AND deleted_at IS NULL;

CREATE TABLE attachment (
    {record},
    moment_id INTEGER NOT NULL REFERENCES moment(id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX attachment_moment_id ON attachment(moment_id);

CREATE TABLE fit_check (
    {record},
    deleted_at TEXT,
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    moment_id INTEGER REFERENCES moment(id) ON DELETE SET NULL,
    day TEXT NOT NULL,
    at_ease TEXT,
    they_at_ease TEXT,
    trust TEXT,
    decision TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX fit_check_person_id ON fit_check(person_id, day, id);
CREATE INDEX fit_check_moment_id ON fit_check(moment_id);
CREATE INDEX fit_check_in_trash ON fit_check(deleted_at) WHERE deleted_at IS NOT NULL;
"""
