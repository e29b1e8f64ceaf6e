"""Version 2, promises that got another day, and why one was not kept. Frozen."""

PROMISES = """
ALTER TABLE promise ADD COLUMN closing_note TEXT NOT NULL DEFAULT '';

CREATE TABLE promise_move (
    {record},
    promise_id INTEGER NOT NULL REFERENCES promise(id) ON DELETE CASCADE,
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    said_on TEXT,
    reason TEXT NOT NULL
);
CREATE INDEX promise_move_promise_id ON promise_move(promise_id);

CREATE INDEX promise_by_day ON promise(due_on, id) WHERE state = 'open' AND deleted_at IS NULL;
CREATE INDEX promise_closed ON promise(closed_on DESC, id DESC)
    WHERE state NOT IN ('open', 'draft') AND deleted_at IS NULL;
"""
