"""How many relationships are warm, cooling or at risk today, and which ones."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date

from peewee import Database

from notebook.domain.warmth import Judgement, Warmth, WarmthAssessment, WarmthFacts, assess
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
    counted_phrase,
    enumerated,
    few_words,
)
from notebook.services.phrases import filled
from notebook.services.warmth_reasons import own_judgement, reason_sentence, state_phrase
from notebook.services.what_they_got import BELOW_EXPECTED, OPEN_CONCERNS
from notebook.storage.reading import rows_of
from notebook.translate import translate

_FACTS = f"""
    SELECT p.id, p.last_contact_on, p.rhythm_days, p.known_since,
        p.warmth_own, p.warmth_note, p.warmth_set_on,
        (SELECT count(*) FROM promise q WHERE q.person_id = p.id AND q.side = 'ours'
            AND q.state = 'open' AND q.due_on < ? AND q.deleted_at IS NULL) AS overdue,
        {OPEN_CONCERNS} AS concerns, {BELOW_EXPECTED} AS is_below
    FROM person p WHERE p.deleted_at IS NULL
    ORDER BY p.last_contact_on, p.sort_key, p.id"""
_NAMES = "SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(?))"
_COOLEST_FIRST = (Warmth.AT_RISK, Warmth.COOLING, Warmth.WARM, Warmth.UNKNOWN)


def warmth(database: Database, asked: Asked) -> Insight:
    """Count the relationships by how warm they are today."""
    found = Counter(each.state for _, each in _assessed(database, asked.today))
    total = found.total()
    rows = tuple(_row(state, found[state]) for state in _COOLEST_FIRST) if total else ()
    text = translate("insights", "With the first card, and a contact or two, this begins to fill.")
    return Insight(
        subject=Subject.WARMTH,
        title=translate("insights", "How warm our relationships are today"),
        sentence=_sentence(found, total),
        first=translate("insights", "State"),
        counted=translate("insights", "People"),
        series=(Series(translate("insights", "People"), Look.FULL),),
        rows=rows,
        empty=(translate("insights", "Nobody is in the notebook yet"), text),
        note=few_words(total),
        shown=next((row.key for row in rows if row.total), None),
    )


def people_as_warm(database: Database, asked: Asked, key: RowKey) -> Behind:
    """Return with whom it is like this, and why; who heard from us longest ago comes first."""
    people = [(each, why) for each, why in _assessed(database, asked.today) if why.state is key]
    shown = people[:MOST_PEOPLE]
    rows = rows_of(database, _NAMES, json.dumps([person_id for person_id, _ in shown]))
    names = {row["id"]: row["name"] for row in rows}
    lines = tuple(
        BehindLine(person_id, names[person_id], _why(why, asked.today))
        for person_id, why in shown
        if person_id in names
    )
    return Behind(lines, len(people) - len(shown))


def _assessed(database: Database, today: date) -> Iterator[tuple[int, WarmthAssessment]]:
    cursor = database.execute_sql(_FACTS, (today.isoformat(),))
    for row in cursor:
        person_id, last, rhythm, known, own, note, set_on, overdue, concerns, is_below = row
        facts = WarmthFacts(
            last_contact=date.fromisoformat(last) if last else None,
            rhythm_days=rhythm,
            our_overdue_promises=overdue,
            open_concerns=concerns,
            below_expected=bool(is_below),
            known_since=date.fromisoformat(known),
        )
        since = date.fromisoformat(set_on) if set_on else today
        judged = Judgement(Warmth(own), note, since) if own else None
        yield person_id, assess(facts, today, judged)


def _row(state: Warmth, number: int) -> Row:
    phrase = state_phrase(state)
    label = phrase[:1].upper() + phrase[1:]
    return Row(state, label, label, (number,))


def _sentence(found: Counter[Warmth], total: int) -> str:
    """Return "Of 40 relationships, 3 are at risk, 5 are cooling and 32 are warm."."""
    if not total:
        return ""
    phrases = {
        Warmth.AT_RISK: (translate("insights", "%1 is at risk"), translate("insights", "%1 are at risk")),
        Warmth.COOLING: (translate("insights", "%1 is cooling"), translate("insights", "%1 are cooling")),
        Warmth.WARM: (translate("insights", "%1 is warm"), translate("insights", "%1 are warm")),
        Warmth.UNKNOWN: (translate("insights", "%1 is too new to tell"), translate("insights", "%1 are too new to tell")),
    }  # fmt: skip
    parts = [
        counted_phrase(found[state], *phrases[state]) for state in _COOLEST_FIRST if found[state]
    ]
    whole = translate("insights", "Of %1 relationships, %2.")
    if total == 1:
        whole = translate("insights", "Of one relationship, %2.")
    return filled(whole, str(total), enumerated(parts))


def _why(why: WarmthAssessment, today: date) -> str:
    if why.own is not None:
        return own_judgement(why.own, today)
    return ". ".join(reason_sentence(reason, today) for reason in why.reasons)
