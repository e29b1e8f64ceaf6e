"""Version 5, which promises an agreement asked for: others of theirs are no part of it. Frozen."""

PROMISES = """
ALTER TABLE promise ADD COLUMN is_need INTEGER NOT NULL DEFAULT 0;
UPDATE promise SET is_need = 1
    WHERE side = 'theirs' AND project_id IS NOT NULL AND moment_id IS NULL;
"""
