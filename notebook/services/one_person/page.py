"""Everything about one person as one page to read and print: a single file, nothing from elsewhere."""

from collections.abc import Iterable
from datetime import date
from html import escape

from notebook.domain.dates_in_words import day_month, partial_date_in_words
from notebook.domain.partial_date import PartialDate
from notebook.services.history.person_history import PersonHistory
from notebook.services.history.rows import Values
from notebook.services.history.words import HIDDEN, column_word, thing_word, value_words
from notebook.services.one_person.rows import PersonRows
from notebook.services.phrases import filled
from notebook.translate import translate

_BIRTHDAY = ("birthday_year", "birthday_month", "birthday_day")
_NO_DAY_IS_NEAR = date.max
"""A page may be read in years: each day has its year."""
_UNTOLD = frozenset({"moment_person"})
"""Tables that only say who was there: the contacts themselves are on the page."""
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #26231f; background: #faf8f4; margin: 0; }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .2rem; }
h2 { font-size: 1.1rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid #e4dfd6; }
img { float: right; width: 6rem; border-radius: 50%; margin-left: 1rem; }
p.about { color: #6b655c; margin: 0; }
article { background: #fff; border: 1px solid #e4dfd6; border-radius: 8px;
  padding: .6rem .9rem; margin: 0 0 .6rem; break-inside: avoid; }
dl { display: grid; grid-template-columns: 11rem 1fr; gap: .15rem .8rem; margin: 0; }
dt { color: #6b655c; } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { body { background: #fff; } main { padding: 0; } }
"""


def as_page(rows: PersonRows, history: PersonHistory, today: date) -> str:
    """Return the HTML of the page; all that a user typed is text in it, letter for letter."""
    title = filled(translate("export", "Everything about %1"), rows.name)
    about = filled(
        translate("export", "From the relationship notebook, %1"), day_month(today, _NO_DAY_IS_NEAR)
    )
    parts = [
        *_photo(rows),
        f"<h1>{escape(title)}</h1>",
        f'<p class="about">{escape(about)}</p>',
        *(
            part
            for table, found in rows.tables.items()
            if table not in _UNTOLD
            for part in _section(table, found, rows)
        ),
        *_history(history),
    ]
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
        " style-src 'unsafe-inline'; img-src data:\">"
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n"
        f"<body><main>\n{chr(10).join(parts)}\n</main></body></html>\n"
    )


def _photo(rows: PersonRows) -> Iterable[str]:
    for row in rows.tables.get("person_photo", ()):
        if row["person_id"] == rows.person_id:
            words = filled(translate("export", "A photo of %1"), rows.name)
            source = f"data:image/jpeg;base64,{row['picture']}"
            yield f'<img alt="{escape(words)}" src="{escape(source)}">'


def _section(table: str, found: list[Values], rows: PersonRows) -> Iterable[str]:
    told = [[*_of_somebody_else(row, rows), *_fields(row, rows.names)] for row in found]
    if any(told):
        heading = translate("export", "Ways to reach") if table == "contact_detail" else ""
        yield f"<h2>{escape(heading or thing_word(table))}</h2>"
        yield from (_article(fields) for fields in told if fields)


def _article(fields: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in fields)
    return f"<article><dl>{lines}</dl></article>"


def _of_somebody_else(row: Values, rows: PersonRows) -> Iterable[tuple[str, str]]:
    """Say whose it is where it is not about the person of the page alone."""
    whose = row.get("person_id")
    if whose != rows.person_id and whose in rows.names:
        yield column_word("person_id"), rows.names[whose]


def _fields(row: Values, names: dict[int, str]) -> Iterable[tuple[str, str]]:
    kind = row.get("kind")
    for column, value in row.items():
        is_told = column == "kind" or (column == "other_name" and row.get("other_id") in names)
        if column in HIDDEN or is_told or value in (None, "", 0):
            continue
        if column.endswith("_id"):
            if value in names:
                yield column_word(column), names[value]
        elif column == "value" and kind:
            yield thing_word("contact_detail", str(kind)), str(value)
        else:
            yield column_word(column), value_words(column, value, _NO_DAY_IS_NEAR)
    birthday = tuple(row.get(part) for part in _BIRTHDAY)
    if any(birthday):
        yield translate("history", "Birthday"), partial_date_in_words(PartialDate(*birthday))
    if row.get("deleted_at"):
        day = date.fromisoformat(str(row["deleted_at"])[:10])
        yield translate("export", "In the trash since"), day_month(day, _NO_DAY_IS_NEAR)


def _history(history: PersonHistory) -> Iterable[str]:
    if history.entries:
        yield f"<h2>{escape(translate('export', 'History'))}</h2>"
        for entry in history.entries:
            words = "\n".join((entry.label, *(s for s in entry.sentences if s != entry.label)))
            yield _article([(day_month(entry.made_at.date(), _NO_DAY_IS_NEAR), words)])
