"""Version 4, the notes on organisations in the search. Frozen."""

_LETTERS = "ıi æae œoe øo łl đd ðd þth ħh ŧt ŋn əe ßss ẞss Æae Œoe Øo Łl Đd Ðd Þth Ħh Ŧt Ŋn Əe"
_NAMES = "name || ' \ue001 ' || sort_key"


def _plain(expression: str) -> str:
    for pair in _LETTERS.split():
        expression = f"replace({expression}, '{pair[0]}', '{pair[1:]}')"
    return expression


ORGANISATIONS = f"""
DROP TABLE organisation_search;
CREATE VIRTUAL TABLE organisation_search USING fts5(name, notes, content = '',
    contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
INSERT INTO organisation_search(rowid, name, notes)
    SELECT id, {_plain(_NAMES)}, {_plain("note")} FROM organisation WHERE deleted_at IS NULL;
"""
