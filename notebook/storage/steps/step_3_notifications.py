"""Version 3, what was told outside the window, so that nothing is told twice. Frozen."""

NOTIFICATIONS = """
CREATE TABLE told_notice (
    {record},
    key TEXT NOT NULL
);
CREATE UNIQUE INDEX told_notice_key ON told_notice(key);
"""
