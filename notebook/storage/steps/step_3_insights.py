"""Version 3, what pictures count by: the days of contacts, check-ins and outcomes. Frozen."""

INSIGHTS = """
CREATE INDEX moment_by_day ON moment(substr(happened_at, 1, 10), direction)
    WHERE state = 'logged' AND deleted_at IS NULL;
CREATE INDEX check_in_by_day ON check_in(asked_on) WHERE is_draft = 0 AND deleted_at IS NULL;
CREATE INDEX outcome_by_day ON outcome(ended_on);
"""
