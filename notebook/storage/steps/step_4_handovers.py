"""Version 4, whom a handover was about, and nobody looked after by who is not there. Frozen."""

# Somebody in the trash, or no longer of the team, was left as who looks after people: no card said
# so, and no filter found them.
_AWAY = "(SELECT id FROM person WHERE deleted_at IS NOT NULL OR NOT is_team)"

HANDOVERS = f"""
ALTER TABLE handover ADD COLUMN looked_after TEXT NOT NULL DEFAULT '[]';
ALTER TABLE handover ADD COLUMN covered TEXT NOT NULL DEFAULT '[]';
UPDATE person SET looked_after_by_id = NULL WHERE looked_after_by_id IN {_AWAY};
UPDATE person SET covered_by_id = NULL WHERE covered_by_id IN {_AWAY};
"""
