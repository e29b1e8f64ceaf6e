"""Version 1: people, moments, promises, projects, reminders; search index and journal. Frozen."""

from typing import Any

from notebook.storage.steps.step_1_care import CARE_TABLES
from notebook.storage.steps.step_1_search import search_tables

RECORD = "id INTEGER NOT NULL PRIMARY KEY, created_at TEXT NOT NULL, changed_at TEXT NOT NULL"

_TABLES = """
CREATE TABLE organisation (
    {record},
    deleted_at TEXT,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX organisation_by_name ON organisation(sort_key, id) WHERE deleted_at IS NULL;

CREATE TABLE person (
    {record},
    deleted_at TEXT,
    name TEXT NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    nickname TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    note TEXT NOT NULL,
    is_team INTEGER NOT NULL,
    looked_after_by_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
    preferred_channel TEXT,
    preferred_times TEXT NOT NULL,
    birthday_year INTEGER,
    birthday_month INTEGER,
    birthday_day INTEGER,
    rhythm_days INTEGER,
    known_since TEXT NOT NULL,
    last_contact_on TEXT
);
CREATE INDEX person_by_name ON person(sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX person_by_last_contact ON person(last_contact_on DESC, sort_key, id)
    WHERE deleted_at IS NULL;
CREATE INDEX person_by_birthday ON person(birthday_month, birthday_day, birthday_year)
    WHERE birthday_day IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX person_to_keep_in_touch ON person(
    date(coalesce(last_contact_on, known_since), '+' || rhythm_days || ' days'), rhythm_days
) WHERE rhythm_days IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX person_in_trash ON person(deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX person_in_team ON person(sort_key) WHERE is_team AND deleted_at IS NULL;
CREATE INDEX person_looked_after_by_id ON person(looked_after_by_id);

CREATE TABLE role (
    {record},
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    organisation_id INTEGER REFERENCES organisation(id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX role_person_id ON role(person_id);
CREATE INDEX role_organisation_id ON role(organisation_id);

CREATE TABLE contact_detail (
    {record},
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    value TEXT NOT NULL,
    match_key TEXT NOT NULL,
    search_words TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX contact_detail_person_id ON contact_detail(person_id);
CREATE INDEX contact_detail_match ON contact_detail(match_key, kind) WHERE match_key != '';

CREATE TABLE fact (
    {record},
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    fact_group TEXT NOT NULL,
    text TEXT NOT NULL,
    learned_on TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX fact_person_id ON fact(person_id);

CREATE TABLE imported_card (
    {record},
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    uid TEXT NOT NULL,
    source TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX imported_card_person_id ON imported_card(person_id);
CREATE INDEX imported_card_uid ON imported_card(uid) WHERE uid != '';

CREATE TABLE checklist (
    {record},
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL
);

CREATE TABLE own_checklist (
    {record},
    deleted_at TEXT,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE UNIQUE INDEX own_checklist_key ON own_checklist(key);
CREATE INDEX own_checklist_in_trash ON own_checklist(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE project (
    {record},
    deleted_at TEXT,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    state TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person(id),
    checklist_id INTEGER NOT NULL REFERENCES checklist(id),
    step INTEGER NOT NULL,
    begins_on TEXT,
    ends_on TEXT,
    agreed_on TEXT
);
CREATE INDEX project_by_name ON project(sort_key, id) WHERE deleted_at IS NULL;
CREATE INDEX project_person_id ON project(person_id);
CREATE INDEX project_checklist_id ON project(checklist_id);
CREATE INDEX project_by_state ON project(state);
CREATE INDEX project_in_trash ON project(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE project_person (
    {record},
    project_id INTEGER NOT NULL REFERENCES project(id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    side TEXT NOT NULL,
    role TEXT NOT NULL,
    introduced INTEGER NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX project_person_project_id ON project_person(project_id);
CREATE INDEX project_person_person_id ON project_person(person_id);

CREATE TABLE answer (
    {record},
    project_id INTEGER NOT NULL REFERENCES project(id) ON DELETE CASCADE,
    question_key TEXT NOT NULL,
    choice TEXT NOT NULL,
    text TEXT NOT NULL,
    ask_later INTEGER NOT NULL,
    answered_on TEXT NOT NULL
);
CREATE UNIQUE INDEX answer_of_question ON answer(project_id, question_key);
CREATE INDEX answer_to_ask_later ON answer(project_id, answered_on) WHERE ask_later = 1;

CREATE TABLE deliverable (
    {record},
    project_id INTEGER NOT NULL REFERENCES project(id) ON DELETE CASCADE,
    what TEXT NOT NULL,
    how TEXT NOT NULL,
    due_on TEXT,
    agreed TEXT NOT NULL,
    their_view TEXT NOT NULL,
    delivered_on TEXT,
    position INTEGER NOT NULL
);
CREATE INDEX deliverable_project_id ON deliverable(project_id);
CREATE INDEX deliverable_to_come ON deliverable(project_id, due_on) WHERE delivered_on IS NULL;

CREATE TABLE moment (
    {record},
    deleted_at TEXT,
    channel TEXT NOT NULL,
    direction TEXT NOT NULL,
    happened_at TEXT NOT NULL,
    text TEXT NOT NULL,
    their_words TEXT NOT NULL,
    project_id INTEGER REFERENCES project(id) ON DELETE SET NULL
);
CREATE INDEX moment_project_id ON moment(project_id, direction, deleted_at, happened_at);
CREATE INDEX moment_in_trash ON moment(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE moment_person (
    {record},
    moment_id INTEGER NOT NULL REFERENCES moment(id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX moment_person_once ON moment_person(moment_id, person_id);
CREATE INDEX moment_person_person_id ON moment_person(person_id);

CREATE TABLE promise (
    {record},
    deleted_at TEXT,
    side TEXT NOT NULL,
    text TEXT NOT NULL,
    due_on TEXT,
    state TEXT NOT NULL,
    closed_on TEXT,
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    project_id INTEGER REFERENCES project(id) ON DELETE SET NULL,
    moment_id INTEGER REFERENCES moment(id) ON DELETE SET NULL
);
CREATE INDEX promise_person_id ON promise(person_id);
CREATE INDEX promise_open ON promise(side, due_on, person_id, project_id)
    WHERE state = 'open' AND deleted_at IS NULL;
CREATE INDEX promise_project_id ON promise(project_id);
CREATE INDEX promise_moment_id ON promise(moment_id);
CREATE INDEX promise_in_trash ON promise(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE reminder (
    {record},
    deleted_at TEXT,
    text TEXT NOT NULL,
    due_on TEXT NOT NULL,
    at TEXT,
    lead_days INTEGER NOT NULL,
    rule TEXT,
    anchor TEXT,
    from_completion INTEGER NOT NULL,
    done_on TEXT,
    person_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
    project_id INTEGER REFERENCES project(id) ON DELETE SET NULL
);
CREATE INDEX reminder_person_id ON reminder(person_id);
CREATE INDEX reminder_project_id ON reminder(project_id);
CREATE INDEX reminder_open ON reminder(due_on) WHERE done_on IS NULL AND deleted_at IS NULL;
CREATE INDEX reminder_in_trash ON reminder(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE reminder_mark (
    {record},
    source TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    occurrence TEXT NOT NULL,
    mark TEXT NOT NULL,
    until TEXT
);
CREATE UNIQUE INDEX reminder_mark_once ON reminder_mark(source, subject_id, occurrence);

CREATE TABLE setting (
    {record},
    key TEXT NOT NULL,
    value TEXT NOT NULL
);
CREATE UNIQUE INDEX setting_key ON setting(key);
"""

_JOURNAL = """
CREATE TABLE change (
    id INTEGER NOT NULL PRIMARY KEY,
    label TEXT NOT NULL,
    made_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
);
CREATE TABLE journal (
    id INTEGER NOT NULL PRIMARY KEY,
    change_id INTEGER NOT NULL REFERENCES change(id),
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    old TEXT,
    new TEXT
);
CREATE INDEX journal_of_change ON journal(change_id);
CREATE TABLE journal_head (change_id INTEGER);
INSERT INTO journal_head VALUES (NULL);
"""


def run_script(connection: Any, script: str) -> None:
    """Run the statements of a script, with `{record}` for the columns that every table has."""
    # Not executescript: it would commit the migration's transaction.
    for statement in script.replace("{record}", RECORD).split(";\n"):
        if statement.strip():
            connection.execute(statement)


def first_schema(connection: Any) -> None:
    """Make every table of version 1."""
    for script in (_TABLES, CARE_TABLES, _JOURNAL):
        run_script(connection, script)
    for statement in search_tables():
        connection.execute(statement)
