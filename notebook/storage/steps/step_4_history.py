"""Version 4, the history of a person: what was written on other cards about them. Frozen."""

HISTORY = """
CREATE INDEX journal_of_other ON journal(json_extract(coalesce(new, old), '$.other_id'))
    WHERE json_extract(coalesce(new, old), '$.other_id') IS NOT NULL;
CREATE INDEX journal_of_former_other ON journal(json_extract(old, '$.other_id'))
    WHERE json_extract(old, '$.other_id') != json_extract(new, '$.other_id');
"""
