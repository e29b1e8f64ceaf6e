"""Version 4, promises that are not kept: since when the other side knows. Frozen."""

PROMISES = """
ALTER TABLE promise ADD COLUMN told_on TEXT;
"""
