"""Why work was won and lost, and who says so."""

from collections import Counter
from datetime import date

from peewee import Database

from notebook.domain.dates_in_words import day_month
from notebook.domain.outcomes import Ending, SaidBy, Why
from notebook.domain.periods import Step
from notebook.services.insights.insight import (
    MOST_PEOPLE,
    Asked,
    Behind,
    BehindLine,
    Insight,
    Look,
    Row,
    RowKey,
    Series,
    Subject,
    behind,
    counted_phrase,
    enumerated,
    few_words,
    nothing_words,
    period_words,
    row_values,
)
from notebook.services.insights.over_time import days_of
from notebook.services.outcome_words import ending_word, said_by_words, why_word
from notebook.services.phrases import filled
from notebook.translate import translate

_OTHERWISE = "otherwise"
_ORDER = ("delivered they", "delivered guess", "lost they", "lost guess", _OTHERWISE)
_FROM = """
    FROM outcome o JOIN project j ON j.id = o.project_id JOIN person p ON p.id = j.person_id
    LEFT JOIN outcome_reason r ON r.outcome_id = o.id
    WHERE o.ended_on >= ? AND o.ended_on <= ? AND j.deleted_at IS NULL AND p.deleted_at IS NULL"""
_COUNTED = f"""
    SELECT coalesce(r.why, ''), o.ending, o.said_by, count(*), count(*) FILTER (
        WHERE r.id IS NULL OR r.id = (SELECT min(id) FROM outcome_reason WHERE outcome_id = o.id))
    {_FROM} GROUP BY 1, 2, 3"""
_BEHIND = f"""
    SELECT count(*) OVER (), j.person_id, p.name, j.name, o.ending, o.said_by, o.ended_on {_FROM}
    AND coalesce(r.why, '') = ? ORDER BY o.ended_on DESC, o.id DESC LIMIT {MOST_PEOPLE}"""


def reasons(database: Database, asked: Asked) -> Insight:
    """Count the reasons for which projects were won and lost."""
    counted = database.execute_sql(_COUNTED, days_of(asked, Step.MONTH)).fetchall()
    found: dict[str, Counter[str]] = {}
    endings: Counter[Ending] = Counter()
    for why, ending, said_by, number, projects in counted:
        found.setdefault(why, Counter())[_series_key(ending, said_by)] += number
        endings[Ending(ending)] += projects
    rows = _rows(found)
    headline = translate("insights", "No project was closed")
    text = translate("insights", "When you close a project, say why it went as it did.")
    return Insight(
        subject=Subject.REASONS,
        title=translate("insights", "Why work was won and lost"),
        sentence=_sentence(asked, endings, rows),
        first=translate("insights", "Reason"),
        counted=translate("insights", "Projects"),
        series=(
            Series(translate("insights", "Won, they said"), Look.FULL),
            Series(translate("insights", "Won, our guess"), Look.STRIPED),
            Series(translate("insights", "Lost, they said"), Look.BAD),
            Series(translate("insights", "Lost, our guess"), Look.BAD_STRIPED),
            Series(translate("insights", "Ended otherwise"), Look.GREY),
        ),
        rows=rows,
        empty=nothing_words(asked.period, headline, text),
        note=few_words(endings.total()),
        shown=next((row.key for row in rows if row.total), None),
    )


def people_for_whom(database: Database, asked: Asked, key: RowKey) -> Behind:
    """Return whose projects ended for a reason, the newest first."""
    rows, left_out = behind(database, _BEHIND, *days_of(asked, Step.MONTH), str(key))
    return Behind(tuple(_line(row, asked.today) for row in rows), left_out)


def _series_key(ending: str, said_by: str) -> str:
    return f"{ending} {said_by}" if ending in (Ending.DELIVERED, Ending.LOST) else _OTHERWISE


def _rows(found: dict[str, Counter[str]]) -> tuple[Row, ...]:
    if not found:
        return ()
    rows = [
        Row(why, why_word(why), why_word(why), row_values(found.get(why, {}), _ORDER))
        for why in Why
    ]
    if "" in found:
        label = translate("insights", "No reason given")
        short = translate("insights", "None given")
        rows.append(Row("", label, short, row_values(found[""], _ORDER)))
    return tuple(rows)


def _sentence(asked: Asked, endings: Counter[Ending], rows: tuple[Row, ...]) -> str:
    """Return "Of 5 projects closed so far, 3 were delivered and 2 were lost. ..."."""
    if not endings:
        return ""
    phrases = {
        Ending.DELIVERED: (translate("insights", "%1 was delivered"), translate("insights", "%1 were delivered")),
        Ending.LOST: (translate("insights", "%1 was lost"), translate("insights", "%1 were lost")),
        Ending.REFERRED_ON: (translate("insights", "%1 was referred on"), translate("insights", "%1 were referred on")),
        Ending.ENDED_BY_US: (translate("insights", "%1 was ended by us"), translate("insights", "%1 were ended by us")),
    }  # fmt: skip
    parts = [counted_phrase(endings[each], *phrases[each]) for each in Ending if endings[each]]
    whole = translate("insights", "Of %1 projects closed %2, %3.")
    if endings.total() == 1:
        whole = translate("insights", "Of the one project closed %2, %3.")
    first = filled(whole, str(endings.total()), period_words(asked.period), enumerated(parts))
    most = max((row for row in rows if row.key), key=lambda row: row.total)
    if most.total < 2:
        return first
    words = translate("insights", "%1 was named most often, %2 times.")
    return f"{first} {filled(words, most.label, str(most.total))}"


def _line(row: tuple[str, ...], today: date) -> BehindLine:
    person_id, name, project, ending, said_by, ended_on = row
    words = translate("insights", "%1 (%2, %3, %4)")
    day = day_month(date.fromisoformat(ended_on), today)
    who = said_by_words(SaidBy(said_by), name)
    told = filled(words, project, ending_word(Ending(ending)).lower(), who, day)
    return BehindLine(int(person_id), name, told)
