"""The parts of East Asian names, which have no spaces: 小龍 finds 李小龍."""

_SIGNS = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
"""Kana, Han and Hangul."""
_LONGEST = 12  # signs of a name that has parts
_PLACES = ",".join(str(place) for place in range(2, _LONGEST + 1))


def folded_name(row: str) -> str:
    """Return the SQL for the name in `row`, folded and without punctuation."""
    return f"substr({row}.sort_key, 1, instr({row}.sort_key || char(31), char(31)) - 1)"


def listed(words: str) -> str:
    """Return the SQL for words with a space between them as a JSON list."""
    return f"'[' || replace(json_quote({words}), ' ', '\",\"') || ']'"


def endings(row: str) -> str:
    """Return the SQL for all endings of an East Asian name in `row`, nothing for any other name.

    As beginnings are found too, any part of it is.
    """
    found = (
        f"SELECT group_concat(' ' || substr(w.value, n.value), '')"
        f" FROM json_each({listed(folded_name(row))}) w, json_each('[{_PLACES}]') n"
        f" WHERE n.value <= length(w.value) AND w.value GLOB '*{_SIGNS}*'"
    )
    return f"iif({row}.name GLOB '*{_SIGNS}*', coalesce(({found}), ''), '')"
