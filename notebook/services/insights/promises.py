"""What became of the promises of one side, by the month in which it was settled."""

from datetime import date

from peewee import Database

from notebook.domain.dates_in_words import day_month
from notebook.domain.periods import Span, Step
from notebook.domain.promises import Side
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
from notebook.services.promise_ledger import HERE
from notebook.translate import translate

_ORDER = ("kept", "late", "moved", "owned-up", "called-off", "let-go", "broken")
# However it was moved: what came after the day that held in the end came late.
_WHAT = (
    "CASE WHEN q.state IN ('kept', 'moved') AND q.closed_on > q.due_on THEN 'late'"
    " WHEN q.state = 'admitted' THEN 'owned-up' ELSE q.state END"
)
_SETTLED = (
    "q.state NOT IN ('open', 'draft') AND q.deleted_at IS NULL AND q.closed_on >= ? AND q.side = ?"
)
_COUNTED = f"""
    SELECT q.closed_on, {_WHAT} AS what, count(*) FROM promise q
    WHERE {_SETTLED} AND q.closed_on <= ? AND {HERE} GROUP BY q.closed_on, what"""
_OVERDUE = f"""
    SELECT count(*) FROM promise q
    WHERE q.state = 'open' AND q.side = ? AND q.due_on < ? AND q.deleted_at IS NULL AND {HERE}"""
_BEHIND = f"""
    SELECT count(*) OVER (), q.person_id, p.name, q.text, {_WHAT}, q.closed_on FROM promise q
    JOIN person p ON p.id = q.person_id WHERE {_SETTLED} AND q.closed_on < ? AND {HERE}
    ORDER BY q.closed_on DESC, q.id DESC LIMIT {MOST_PEOPLE}"""


def our_promises(database: Database, asked: Asked) -> Insight:
    """Count what became of what we promised."""
    title = translate("insights", "Our promises")
    headline = translate("insights", "None of our promises was settled")
    text = translate(
        "insights", "Write down what you promise. Once it is kept, or moved in time, it shows here."
    )
    return _insight(database, asked, Side.OURS, Subject.OUR_PROMISES, title, (headline, text))


def their_promises(database: Database, asked: Asked) -> Insight:
    """Count what became of what we were promised."""
    title = translate("insights", "Their promises")
    headline = translate("insights", "None of their promises was settled")
    text = translate(
        "insights", "Write down what they promise you. Once it is kept or moved, it shows here."
    )
    return _insight(database, asked, Side.THEIRS, Subject.THEIR_PROMISES, title, (headline, text))


def people_of_ours(database: Database, asked: Asked, key: RowKey) -> Behind:
    """Return whom we had promised what was settled in a month."""
    return _people(database, asked, Side.OURS, key)


def people_of_theirs(database: Database, asked: Asked, key: RowKey) -> Behind:
    """Return who had promised what was settled in a month."""
    return _people(database, asked, Side.THEIRS, key)


def _insight(
    database: Database,
    asked: Asked,
    side: Side,
    subject: Subject,
    title: str,
    empty: tuple[str, str],
) -> Insight:
    first, last = days_of(asked, Step.MONTH)
    counted = database.execute_sql(_COUNTED, (first, side.value, last)).fetchall()
    today = asked.today.isoformat()
    (overdue,) = database.execute_sql(_OVERDUE, (side.value, today)).fetchone()
    rows, _step = rows_over_time(counted, _ORDER, asked, Step.MONTH)
    totals = [sum(row.values[place] for row in rows) for place in range(len(_ORDER))]
    return Insight(
        subject=subject,
        title=title,
        sentence=_sentence(side, asked, totals, overdue),
        first=translate("insights", "When"),
        counted=translate("insights", "Promises"),
        series=_series(),
        rows=rows,
        empty=nothing_words(asked.period, *empty),
        note=few_words(sum(totals)),
        shown=newest_with_values(rows),
    )


def _series() -> tuple[Series, ...]:
    return (
        Series(translate("insights", "Kept"), Look.FULL),
        Series(translate("insights", "Kept late"), Look.STRIPED),
        Series(translate("insights", "Moved"), Look.PALE),
        Series(translate("insights", "Owned up to"), Look.WARN),
        Series(translate("insights", "Cancelled in time"), Look.GREY),
        Series(translate("insights", "Let go"), Look.GREY_STRIPED),
        Series(translate("insights", "Not kept"), Look.BAD),
    )


def _sentence(side: Side, asked: Asked, totals: list[int], overdue: int) -> str:
    """Return "Of 42 promises of ours in the last 12 months, 36 were kept on the day and ..."."""
    phrases = (
        (translate("insights", "%1 was kept on the day"), translate("insights", "%1 were kept on the day")),
        (translate("insights", "%1 was kept late"), translate("insights", "%1 were kept late")),
        (translate("insights", "%1 was moved with notice"), translate("insights", "%1 were moved with notice")),
        (translate("insights", "%1 was owned up to"), translate("insights", "%1 were owned up to")),
        (translate("insights", "%1 was cancelled in time"), translate("insights", "%1 were cancelled in time")),
        (translate("insights", "%1 was let go"), translate("insights", "%1 were let go")),
        (translate("insights", "%1 was not kept"), translate("insights", "%1 were not kept")),
    )  # fmt: skip
    parts = [
        counted_phrase(count, *words) for count, words in zip(totals, phrases, strict=True) if count
    ]
    whole = {
        Side.OURS: translate("insights", "Of %1 promises that we settled %2, %3."),
        Side.THEIRS: translate("insights", "Of %1 promises to us that were settled %2, %3."),
    }[side]
    if sum(totals) == 1:
        whole = {
            Side.OURS: translate("insights", "Of the one promise that we settled %2, %3."),
            Side.THEIRS: translate("insights", "Of the one promise to us settled %2, %3."),
        }[side]
    sentences = []
    if parts:
        when = period_words(asked.period)
        sentences.append(filled(whole, str(sum(totals)), when, enumerated(parts)))
    if overdue == 1:
        sentences.append(translate("insights", "1 is overdue today."))
    elif overdue:
        sentences.append(translate("insights", "%n are overdue today.", overdue))
    return " ".join(sentences)


def _people(database: Database, asked: Asked, side: Side, key: RowKey) -> Behind:
    assert isinstance(key, Span)
    first, until = between(key)
    rows, left_out = behind(database, _BEHIND, first, side.value, until)
    return Behind(tuple(_line(row, asked.today) for row in rows), left_out)


def _line(row: tuple[str, ...], today: date) -> BehindLine:
    person_id, name, text, what, closed_on = row
    outcome = dict(zip(_ORDER, _series(), strict=True))[what].name
    words = translate("insights", "%1 (%2, %3)")
    day = day_month(date.fromisoformat(closed_on), today)
    return BehindLine(int(person_id), name, filled(words, text, outcome.lower(), day))
