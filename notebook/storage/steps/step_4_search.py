"""Version 4, fields of the user's own as they are shown, and parts of East Asian names. Frozen."""

from notebook.storage.steps.step_4_organisations import plain_letters

_APART = " || ' \ue001 ' || "
_SENSITIVE = "'health', 'religion', 'politics'"
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH_NAMES = " ".join(
    f"WHEN {number} THEN ' {name}'" for number, name in enumerate(_MONTHS, start=1)
)
_AFTER_YEAR = "substr(v.sort_value, iif(v.sort_value LIKE '--%', 3, 6))"
_DATE = (
    f"ltrim(iif(length({_AFTER_YEAR}) > 3, CAST(substr({_AFTER_YEAR}, 4, 2) AS INTEGER), '')"
    f" || CASE CAST(substr({_AFTER_YEAR}, 1, 2) AS INTEGER) {_MONTH_NAMES} ELSE '' END"
    " || iif(v.sort_value LIKE '--%', '', ' ' || substr(v.sort_value, 1, 4)))"
)
_VALUE = (
    "iif(w.kind = 'yes-no' AND v.sort_value = 'no', '', w.name || ' ') || v.text"
    f" || CASE w.kind WHEN 'date' THEN ' ' || {_DATE}"
    " WHEN 'number' THEN ' ' || printf('%.15g', v.sort_value) ELSE '' END"
)

_SIGNS = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
_IS_EAST_ASIAN = f"t.name GLOB '*{_SIGNS}*'"
_FOLDED = "substr(t.sort_key, 1, instr(t.sort_key || char(31), char(31)) - 1)"


def _listed(words: str) -> str:
    return f"'[' || replace(json_quote({words}), ' ', '\",\"') || ']'"


def _places(first: int, last: int) -> str:
    return ",".join(str(place) for place in range(first, last + 1))


_ENDINGS = (
    f"iif({_IS_EAST_ASIAN}, coalesce((SELECT group_concat(' ' || substr(w.value, n.value), '')"
    f" FROM json_each({_listed(_FOLDED)}) w, json_each('[{_places(2, 12)}]') n"
    f" WHERE n.value <= length(w.value) AND w.value GLOB '*{_SIGNS}*'), ''), '')"
)
_PARTS = plain_letters("replace(t.name, '-', ' ')")
_WORDS = f"{_FOLDED} || iif(instr(t.name, '-'), ' ' || {_PARTS}, '')"
_SPELLING = (
    f"{_WORDS} || ' ' || coalesce((SELECT group_concat(substr(w.value, 1, n.value - 1)"
    " || '\ue000' || substr(w.value, n.value + 1), ' ')"
    f" FROM json_each({_listed(_WORDS)}) w, json_each('[{_places(1, 16)}]') n"
    f" WHERE n.value <= length(w.value)), '') || {_ENDINGS}"
)

_NAMES = _APART.join(("t.name", "t.given_name || ' ' || t.family_name", "t.nickname", "t.sort_key"))
_ROLES = (
    f"coalesce((SELECT group_concat(coalesce(o.name{_APART}o.sort_key, ''){_APART}r.title, ' ')"
    " FROM role r LEFT JOIN organisation o ON o.id = r.organisation_id"
    " WHERE r.person_id = t.id AND o.deleted_at IS NULL), '')"
)
_CONTACT = (
    "coalesce((SELECT group_concat(d.value || ' ' || d.search_words, ' ' ORDER BY d.id)"
    " FROM contact_detail d WHERE d.person_id = t.id), '')"
)
_NOTES = (
    "t.note || ' ' || coalesce((SELECT group_concat(f.text, ' ') FROM fact f"
    f" WHERE f.person_id = t.id AND (f.fact_group NOT IN ({_SENSITIVE}) OR EXISTS ("
    "SELECT 1 FROM setting s, json_each(s.value) j WHERE s.key = 'sensitive-groups'"
    " AND j.key = f.fact_group))), '')"
    f" || ' ' || coalesce((SELECT group_concat({_VALUE}, ' ') FROM own_value v"
    " JOIN own_field w ON w.id = v.field_id"
    " WHERE v.person_id = t.id AND w.deleted_at IS NULL), '')"
    " || coalesce((SELECT ' ' || group_concat(a.name, ' ')"
    " FROM related_person a WHERE a.person_id = t.id), '')"
)
_OF_PERSON = ", ".join(
    (
        f"{plain_letters(_NAMES)} || {_ENDINGS}",
        plain_letters(_ROLES),
        _CONTACT,
        plain_letters(_NOTES),
    )
)


def _anew(index: str, table: str, columns: str, texts: str, which: str) -> str:
    return f"""
DELETE FROM {index} WHERE rowid IN (SELECT t.id FROM {table} t WHERE {which});
INSERT INTO {index}(rowid, {columns})
    SELECT t.id, {texts} FROM {table} t WHERE t.deleted_at IS NULL AND ({which});"""


_WITH_VALUES = "t.id IN (SELECT person_id FROM own_value)"

SEARCH = _anew(
    "person_search",
    "person",
    "name, organisation, contact, notes",
    _OF_PERSON,
    f"{_IS_EAST_ASIAN} OR {_WITH_VALUES}",
) + "".join(
    _anew(f"{table}_spelling", table, "words", _SPELLING, _IS_EAST_ASIAN)
    for table in ("person", "organisation", "project")
)
