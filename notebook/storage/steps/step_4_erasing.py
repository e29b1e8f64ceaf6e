"""Version 4, people who were erased: since when their traces are out of the file. Frozen."""

# An earlier version did not know whether it had finished: the file is cleaned once more.
ERASING = """
ALTER TABLE erased_person ADD COLUMN out_of_file_at TEXT;
"""
