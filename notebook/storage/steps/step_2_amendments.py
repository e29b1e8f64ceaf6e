"""Version 2, what changed in an agreement after it was made. Frozen."""

AMENDMENTS = """
CREATE TABLE amendment (
    {record},
    project_id INTEGER NOT NULL REFERENCES project(id) ON DELETE CASCADE,
    question_key TEXT NOT NULL,
    question TEXT NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    said_by_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
    amended_on TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX amendment_project_id ON amendment(project_id, question_key);
CREATE INDEX amendment_said_by_id ON amendment(said_by_id);
"""
