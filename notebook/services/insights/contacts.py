"""Contacts per week, and who began them."""

from peewee import Database

from notebook.domain.moments import Direction
from notebook.domain.periods import Span, Step
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
    few_words,
    newest_with_values,
    nothing_words,
    period_words,
)
from notebook.services.insights.over_time import Counted, between, days_of, rows_over_time
from notebook.services.phrases import filled
from notebook.translate import translate

_ORDER = (Direction.WE.value, Direction.THEY.value)
# Word for word the expression of the index, which then is all that is read.
_DAY = "substr(happened_at, 1, 10)"
_LOGGED = f"state = 'logged' AND deleted_at IS NULL AND {_DAY} >= ?"
_COUNTED = f"""
    SELECT {_DAY}, direction, count(*) FROM moment
    WHERE {_LOGGED} AND {_DAY} <= ? GROUP BY {_DAY}, direction"""
# Those with people in the trash alone are few: the others are not asked about theirs.
_WITH_NOBODY = f"""
    SELECT {_DAY}, direction, count(*) FROM moment WHERE id IN (
        SELECT w.moment_id FROM person p CROSS JOIN moment_person w ON w.person_id = p.id
        WHERE p.deleted_at IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM moment_person o JOIN person q ON q.id = o.person_id
            WHERE o.moment_id = w.moment_id AND q.deleted_at IS NULL))
    AND {_LOGGED} AND {_DAY} <= ? GROUP BY {_DAY}, direction"""
_BEHIND = f"""
    SELECT count(*) OVER (), p.id, p.name, count(*) AS contacts
    FROM moment m JOIN moment_person w ON w.moment_id = m.id
    JOIN person p ON p.id = w.person_id
    WHERE m.state = 'logged' AND m.deleted_at IS NULL AND substr(m.happened_at, 1, 10) >= ?
        AND substr(m.happened_at, 1, 10) < ? AND p.deleted_at IS NULL
    GROUP BY p.id ORDER BY contacts DESC, p.sort_key, p.id LIMIT {MOST_PEOPLE}"""


def contacts(database: Database, asked: Asked) -> Insight:
    """Count the contacts that were logged, by the day on which they happened."""
    counted = _counted(database, asked)
    rows, step = rows_over_time(counted, _ORDER, asked, Step.WEEK)
    headline = translate("insights", "No contact was logged")
    text = translate("insights", "After a call or a visit, Ctrl+L and one line are enough.")
    titles = {
        Step.WEEK: translate("insights", "Contacts per week"),
        Step.MONTH: translate("insights", "Contacts per month"),
        Step.YEAR: translate("insights", "Contacts per year"),
    }
    total = sum(row.total for row in rows)
    return Insight(
        subject=Subject.CONTACTS,
        title=titles[step],
        sentence=_sentence(asked, step, total, sum(row.values[0] for row in rows), len(rows)),
        first=translate("insights", "When"),
        counted=translate("insights", "Contacts"),
        series=(
            Series(translate("insights", "We began"), Look.FULL),
            Series(translate("insights", "They began"), Look.PALE),
        ),
        rows=rows,
        empty=nothing_words(asked.period, headline, text),
        note=few_words(total),
        shown=newest_with_values(rows),
    )


def _counted(database: Database, asked: Asked) -> list[Counted]:
    days = days_of(asked, Step.WEEK)
    found = database.execute_sql(_COUNTED, days).fetchall()
    rows = database.execute_sql(_WITH_NOBODY, days)
    gone = {(day, direction): number for day, direction, number in rows}
    left = ((day, key, number - gone.get((day, key), 0)) for day, key, number in found)
    return [each for each in left if each[-1]]


def _sentence(asked: Asked, step: Step, total: int, ours: int, steps: int) -> str:
    """Return "200 contacts in the last 12 months, about 4 per week. We began 140 of them."."""
    if not total:
        return ""
    if total == 1:
        return filled(translate("insights", "1 contact %1."), period_words(asked.period))
    about = round(total / steps)
    rate = {
        Step.WEEK: translate("insights", "about %n per week", about),
        Step.MONTH: translate("insights", "about %n per month", about),
        Step.YEAR: translate("insights", "about %n per year", about),
    }[step]
    if not about:
        rate = {
            Step.WEEK: translate("insights", "less than one per week"),
            Step.MONTH: translate("insights", "less than one per month"),
            Step.YEAR: translate("insights", "less than one per year"),
        }[step]
    words = translate("insights", "%1 contacts %2, %3. We began %4 of them.")
    return filled(words, str(total), period_words(asked.period), rate, str(ours))


def people_met(database: Database, _asked: Asked, key: RowKey) -> Behind:
    """Return whom we were in touch with in a week, those with the most contacts first."""
    assert isinstance(key, Span)
    rows, left_out = behind(database, _BEHIND, *between(key))
    return Behind(tuple(_line(row) for row in rows), left_out)


def _line(row: tuple[str, ...]) -> BehindLine:
    person_id, name, number = row
    one = translate("insights", "1 contact")
    words = one if int(number) == 1 else translate("insights", "%n contacts", int(number))
    return BehindLine(int(person_id), name, words)
