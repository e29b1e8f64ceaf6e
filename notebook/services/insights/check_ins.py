"""Check-ins against what was expected at the start, by month."""

from datetime import date

from peewee import Database

from notebook.domain.check_ins import Grade
from notebook.domain.dates_in_words import day_month
from notebook.domain.periods import Span, Step
from notebook.services.check_ins.words import grade_phrase
from notebook.services.insights.insight import (
    MOST_PEOPLE,
    Asked,
    Behind,
    BehindLine,
    Insight,
    Look,
    RowKey,
    Series,
    Subject,
    behind,
    counted_phrase,
    enumerated,
    few_words,
    newest_with_values,
    nothing_words,
    period_words,
)
from notebook.services.insights.over_time import between, days_of, rows_over_time
from notebook.services.phrases import filled
from notebook.translate import translate

_ORDER = (Grade.ABOVE.value, Grade.AS_EXPECTED.value, Grade.BELOW.value)
_FROM = """
    FROM check_in c JOIN project j ON j.id = c.project_id JOIN person p ON p.id = c.person_id
    WHERE c.is_draft = 0 AND c.deleted_at IS NULL AND j.deleted_at IS NULL
    AND p.deleted_at IS NULL AND c.asked_on >= ?"""
_COUNTED = f"SELECT c.asked_on, c.grade, count(*) {_FROM} AND c.asked_on <= ? GROUP BY 1, 2"
_BEHIND = f"""
    SELECT count(*) OVER (), c.person_id, p.name, j.name, c.grade, c.asked_on {_FROM}
    AND c.asked_on < ? ORDER BY c.asked_on DESC, c.id DESC LIMIT {MOST_PEOPLE}"""


def check_ins(database: Database, asked: Asked) -> Insight:
    """Count how the check-ins compare with what was expected."""
    counted = database.execute_sql(_COUNTED, days_of(asked, Step.MONTH)).fetchall()
    rows, _step = rows_over_time(counted, _ORDER, asked, Step.MONTH)
    totals = [sum(row.values[place] for row in rows) for place in range(len(_ORDER))]
    headline = translate("insights", "Nobody was asked")
    text = translate(
        "insights", "A third of the way into a project is a good time to ask how it goes."
    )
    return Insight(
        subject=Subject.CHECK_INS,
        title=translate("insights", "Check-ins against what was expected"),
        sentence=_sentence(asked, totals),
        first=translate("insights", "When"),
        counted=translate("insights", "Check-ins"),
        series=(
            Series(translate("insights", "Above expected"), Look.FULL),
            Series(translate("insights", "As expected"), Look.PALE),
            Series(translate("insights", "Below expected"), Look.BAD_STRIPED),
        ),
        rows=rows,
        empty=nothing_words(asked.period, headline, text),
        note=few_words(sum(totals)),
        shown=newest_with_values(rows),
    )


def _sentence(asked: Asked, totals: list[int]) -> str:
    """Return "Of 5 check-ins in the last 12 months, 2 were above what was expected and ..."."""
    phrases = (
        (translate("insights", "%1 was above what was expected"), translate("insights", "%1 were above what was expected")),
        (translate("insights", "%1 was as expected"), translate("insights", "%1 were as expected")),
        (translate("insights", "%1 was below"), translate("insights", "%1 were below")),
    )  # fmt: skip
    parts = [
        counted_phrase(count, *words) for count, words in zip(totals, phrases, strict=True) if count
    ]
    if not parts:
        return ""
    whole = translate("insights", "Of %1 check-ins %2, %3.")
    if sum(totals) == 1:
        whole = translate("insights", "Of the one check-in %2, %3.")
    return filled(whole, str(sum(totals)), period_words(asked.period), enumerated(parts))


def people_asked(database: Database, asked: Asked, key: RowKey) -> Behind:
    """Return who was asked in a month, and what came of it."""
    assert isinstance(key, Span)
    rows, left_out = behind(database, _BEHIND, *between(key))
    return Behind(tuple(_line(row, asked.today) for row in rows), left_out)


def _line(row: tuple[str, ...], today: date) -> BehindLine:
    person_id, name, project, grade, asked_on = row
    words = translate("insights", "%1 (%2, %3)")
    day = day_month(date.fromisoformat(asked_on), today)
    return BehindLine(int(person_id), name, filled(words, project, grade_phrase(Grade(grade)), day))
