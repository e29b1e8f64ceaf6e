"""Version 2, ideas that add value. Frozen."""

IDEAS = """
CREATE TABLE value_idea (
    {record},
    deleted_at TEXT,
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    project_id INTEGER REFERENCES project(id) ON DELETE SET NULL,
    text TEXT NOT NULL,
    effort TEXT NOT NULL,
    done_on TEXT,
    thanked_on TEXT
);
CREATE INDEX value_idea_person_id ON value_idea(person_id);
CREATE INDEX value_idea_project_id ON value_idea(project_id);
CREATE INDEX value_idea_in_trash ON value_idea(deleted_at) WHERE deleted_at IS NOT NULL;
"""
