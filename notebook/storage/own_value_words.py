"""The SQL of what stands in a field of the user's own: as it is shown, and as it is searched for.

`v` is the row of `own_value`, `w` that of `own_field`.
"""

from notebook.domain.dates_in_words import month_name

_MONTHS = " ".join(f"WHEN {month} THEN ' {month_name(month)}'" for month in range(1, 13))

# A date is kept as 1980-03-12, --03-12, 1980-03 or 1980: what is left of it after its year.
_AFTER_YEAR = "substr(v.sort_value, iif(v.sort_value LIKE '--%', 3, 6))"
_YEAR = "iif(v.sort_value LIKE '--%', '', ' ' || substr(v.sort_value, 1, 4))"
_DATE = (
    f"ltrim(iif(length({_AFTER_YEAR}) > 3, CAST(substr({_AFTER_YEAR}, 4, 2) AS INTEGER), '')"
    f" || CASE CAST(substr({_AFTER_YEAR}, 1, 2) AS INTEGER) {_MONTHS} ELSE '' END || {_YEAR})"
)

SHOWN = (
    f"CASE w.kind WHEN 'date' THEN {_DATE}"
    " WHEN 'yes-no' THEN iif(v.sort_value = 'yes', 'Yes', 'No') ELSE v.text END"
)
"""The value as it reads on screen: "12 March 1980", "Yes"."""

SEARCHED = (
    "iif(w.kind = 'yes-no' AND v.sort_value = 'no', '', w.name || ' ') || v.text"
    f" || CASE w.kind WHEN 'date' THEN ' ' || {_DATE}"
    " WHEN 'number' THEN ' ' || printf('%.15g', v.sort_value) ELSE '' END"
)
"""The name of the field and the value, so that "Vegetarian" finds whoever is it, and nobody else."""
