"""Version 2, how projects ended. Frozen."""

OUTCOMES = """
CREATE TABLE outcome (
    {record},
    project_id INTEGER NOT NULL REFERENCES project(id) ON DELETE CASCADE,
    ending TEXT NOT NULL,
    said_by TEXT NOT NULL,
    note TEXT NOT NULL,
    ended_on TEXT NOT NULL
);
CREATE UNIQUE INDEX outcome_of_project ON outcome(project_id);

CREATE TABLE outcome_reason (
    {record},
    outcome_id INTEGER NOT NULL REFERENCES outcome(id) ON DELETE CASCADE,
    why TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX outcome_reason_outcome_id ON outcome_reason(outcome_id);

CREATE TABLE outcome_moment (
    {record},
    outcome_id INTEGER NOT NULL REFERENCES outcome(id) ON DELETE CASCADE,
    moment_id INTEGER NOT NULL REFERENCES moment(id) ON DELETE CASCADE
);
CREATE INDEX outcome_moment_outcome_id ON outcome_moment(outcome_id);
CREATE INDEX outcome_moment_moment_id ON outcome_moment(moment_id);
"""
