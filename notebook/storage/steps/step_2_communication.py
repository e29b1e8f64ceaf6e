"""Version 2, how people like to be spoken with. Frozen."""

COMMUNICATION = """
ALTER TABLE person ADD COLUMN fallback_channel TEXT;
ALTER TABLE person ADD COLUMN avoided_channels TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN detail_level TEXT;
ALTER TABLE person ADD COLUMN takes_in TEXT;
ALTER TABLE person ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN terms_used TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN terms_avoided TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN channel_said_at TEXT;
"""
