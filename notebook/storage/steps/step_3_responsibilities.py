"""Version 3, who answers for what in a project, line by line. Frozen."""

RESPONSIBILITIES = """
CREATE TABLE responsibility (
    {record},
    project_id INTEGER NOT NULL REFERENCES project(id) ON DELETE CASCADE,
    what TEXT NOT NULL,
    side TEXT NOT NULL,
    person_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
    name TEXT NOT NULL,
    until_on TEXT,
    is_after_delivery INTEGER NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX responsibility_project_id ON responsibility(project_id);
CREATE INDEX responsibility_person_id ON responsibility(person_id);

CREATE VIRTUAL TABLE responsibility_search USING fts5(text, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
"""
