"""Version 2, who on their side gave an answer. Frozen."""

ANSWERS = """
ALTER TABLE answer ADD COLUMN said_by_id INTEGER REFERENCES person(id) ON DELETE SET NULL;
CREATE INDEX answer_said_by_id ON answer(said_by_id);
"""
