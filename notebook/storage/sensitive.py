"""Which personal facts are hidden: those of sensitive groups that the user has not switched on."""

from notebook.domain.facts import SENSITIVE

SETTING = "sensitive-groups"
"""The setting with the groups that are switched on: JSON, the reason by the group."""

SENSITIVE_GROUPS = ", ".join(f"'{group}'" for group in SENSITIVE)

IS_SHOWN = (
    "({fact}.fact_group NOT IN (" + SENSITIVE_GROUPS + ") OR EXISTS ("
    f"SELECT 1 FROM setting s, json_each(s.value) j WHERE s.key = '{SETTING}'"
    " AND j.key = {fact}.fact_group))"
)
"""The SQL of whether a row of `fact`, called {fact}, is shown."""
