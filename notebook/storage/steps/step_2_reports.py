"""Version 2, progress reports. Frozen."""

REPORTS = """
CREATE TABLE progress_report (
    {record},
    deleted_at TEXT,
    project_id INTEGER NOT NULL REFERENCES project(id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    sent_on TEXT,
    moment_id INTEGER REFERENCES moment(id) ON DELETE SET NULL
);
CREATE INDEX progress_report_project_id ON progress_report(project_id, sent_on);
CREATE INDEX progress_report_moment_id ON progress_report(moment_id);
"""
