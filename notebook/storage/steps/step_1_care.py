"""Version 1, what the customer got: check-ins, concerns, deliveries that got another day. Frozen."""

CARE_TABLES = """
CREATE TABLE delivery_move (
    {record},
    deliverable_id INTEGER NOT NULL REFERENCES deliverable(id) ON DELETE CASCADE,
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    said_on TEXT,
    reason TEXT NOT NULL
);
CREATE INDEX delivery_move_deliverable_id ON delivery_move(deliverable_id);

CREATE TABLE concern (
    {record},
    deleted_at TEXT,
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    project_id INTEGER REFERENCES project(id) ON DELETE SET NULL,
    text TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    owner_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
    escalated_to_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
    follow_up_on TEXT,
    followed_up_on TEXT,
    follow_up_words TEXT NOT NULL,
    closed_on TEXT
);
CREATE INDEX concern_person_id ON concern(person_id);
CREATE INDEX concern_project_id ON concern(project_id);
CREATE INDEX concern_owner_id ON concern(owner_id);
CREATE INDEX concern_escalated_to_id ON concern(escalated_to_id);
CREATE INDEX concern_open ON concern(person_id, project_id, follow_up_on)
    WHERE closed_on IS NULL AND deleted_at IS NULL;
CREATE INDEX concern_in_trash ON concern(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE step_taken (
    {record},
    concern_id INTEGER NOT NULL REFERENCES concern(id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    note TEXT NOT NULL,
    done_on TEXT
);
CREATE UNIQUE INDEX step_taken_once ON step_taken(concern_id, step);

CREATE TABLE check_in_plan (
    {record},
    project_id INTEGER NOT NULL REFERENCES project(id) ON DELETE CASCADE,
    occasion TEXT NOT NULL,
    own_day TEXT,
    is_left_out INTEGER NOT NULL
);
CREATE UNIQUE INDEX check_in_plan_once ON check_in_plan(project_id, occasion);

CREATE TABLE check_in (
    {record},
    deleted_at TEXT,
    project_id INTEGER NOT NULL REFERENCES project(id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    plan_id INTEGER REFERENCES check_in_plan(id) ON DELETE SET NULL,
    moment_id INTEGER REFERENCES moment(id) ON DELETE SET NULL,
    concern_id INTEGER REFERENCES concern(id) ON DELETE SET NULL,
    asked_on TEXT NOT NULL,
    channel TEXT NOT NULL,
    is_draft INTEGER NOT NULL,
    grade TEXT,
    our_grade TEXT,
    more_words TEXT NOT NULL
);
CREATE INDEX check_in_project_id ON check_in(project_id);
CREATE INDEX check_in_person_id ON check_in(person_id, asked_on, id);
CREATE INDEX check_in_plan_id ON check_in(plan_id);
CREATE INDEX check_in_moment_id ON check_in(moment_id);
CREATE INDEX check_in_concern_id ON check_in(concern_id);
CREATE INDEX check_in_in_trash ON check_in(deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE check_in_line (
    {record},
    check_in_id INTEGER NOT NULL REFERENCES check_in(id) ON DELETE CASCADE,
    about TEXT NOT NULL,
    expected TEXT NOT NULL,
    said_today TEXT NOT NULL,
    grade TEXT,
    position INTEGER NOT NULL
);
CREATE INDEX check_in_line_check_in_id ON check_in_line(check_in_id);
"""
