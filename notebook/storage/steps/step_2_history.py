"""Version 2, the history of a person, a judgement of one's own, who was erased. Frozen."""

HISTORY = """
CREATE INDEX journal_of_row ON journal(table_name, row_id);
CREATE INDEX journal_of_person ON journal(json_extract(coalesce(new, old), '$.person_id'))
    WHERE json_extract(coalesce(new, old), '$.person_id') IS NOT NULL;
CREATE INDEX journal_of_former_person ON journal(json_extract(old, '$.person_id'))
    WHERE json_extract(old, '$.person_id') != json_extract(new, '$.person_id');

ALTER TABLE person ADD COLUMN warmth_own TEXT;
ALTER TABLE person ADD COLUMN warmth_note TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN warmth_set_on TEXT;

CREATE TABLE erased_person (
    {record},
    erased_id INTEGER NOT NULL,
    is_out_of_backups INTEGER NOT NULL
);
"""
