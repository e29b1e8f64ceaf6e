"""Version 4, people who were erased: whether their traces are out of the file. Frozen."""

# An earlier version did not know whether it had finished: the file is cleaned once more.
ERASING = """
ALTER TABLE erased_person ADD COLUMN is_out_of_file INTEGER NOT NULL DEFAULT 0;
"""
