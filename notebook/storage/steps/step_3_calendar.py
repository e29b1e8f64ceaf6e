"""Version 3, the events of calendar files that moments were planned from. Frozen."""

CALENDAR = """
CREATE TABLE imported_event (
    {record},
    moment_id INTEGER NOT NULL REFERENCES moment(id) ON DELETE CASCADE,
    uid TEXT NOT NULL,
    turn TEXT NOT NULL,
    said TEXT NOT NULL
);
CREATE UNIQUE INDEX imported_event_of_calendar ON imported_event(uid, turn);
CREATE INDEX imported_event_moment_id ON imported_event(moment_id);
"""
