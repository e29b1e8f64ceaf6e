"""Version 5, which promises an agreement asked for: others of theirs are no part of it. Frozen.

So far every promise of theirs for a project stood in its agreement that came without a contact.
Undo and redo bring back rows of before: they have to say the same.
"""

PROMISES = """
ALTER TABLE promise ADD COLUMN is_need INTEGER NOT NULL DEFAULT 0;
UPDATE promise SET is_need = 1
    WHERE side = 'theirs' AND project_id IS NOT NULL AND moment_id IS NULL;
UPDATE journal SET old = json_set(old, '$.is_need', 1)
    WHERE table_name = 'promise' AND new IS NULL AND old ->> '$.side' = 'theirs'
        AND old ->> '$.project_id' IS NOT NULL AND old ->> '$.moment_id' IS NULL;
UPDATE journal SET new = json_set(new, '$.is_need', 1)
    WHERE table_name = 'promise' AND old IS NULL AND new ->> '$.side' = 'theirs'
        AND new ->> '$.project_id' IS NOT NULL AND new ->> '$.moment_id' IS NULL;
"""
