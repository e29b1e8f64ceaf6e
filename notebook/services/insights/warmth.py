"""How many relationships are warm, cooling or at risk today, and which ones."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

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
from notebook.storage.reading import of_no_lost_project
from notebook.translate import translate

_OVERDUE = (
    "q.side = 'ours' AND q.state = 'open' AND q.due_on < ? AND q.deleted_at IS NULL"
    f" AND {of_no_lost_project('q.project_id')}"
)
# Few are in trouble: a look at a short list spares everybody else three looks at long ones.
_FACTS = f"""
    p.last_contact_on, p.touch_days, p.touch_maximum, p.paused_until, p.warmth_own,
    CASE WHEN p.id IN (SELECT q.person_id FROM promise q WHERE {_OVERDUE}) THEN
        (SELECT count(*) FROM promise q WHERE q.person_id = p.id AND {_OVERDUE}) ELSE 0 END,
    CASE WHEN p.id IN (SELECT person_id FROM concern WHERE closed_on IS NULL
        AND deleted_at IS NULL) THEN {OPEN_CONCERNS} ELSE 0 END,
    CASE WHEN p.id IN (SELECT person_id FROM check_in) THEN {BELOW_EXPECTED} ELSE 0 END"""
_EVERYBODY = f"""
    SELECT p.id, {_FACTS} FROM person p WHERE p.deleted_at IS NULL
    ORDER BY p.last_contact_on, p.sort_key, p.id"""
_SOME = f"""
    SELECT p.id, p.name, p.known_since, p.warmth_note, p.warmth_set_on, {_FACTS} FROM person p
    WHERE p.id IN (SELECT value FROM json_each(?)) AND p.deleted_at IS NULL"""
_COOLEST_FIRST = (Warmth.AT_RISK, Warmth.COOLING, Warmth.WARM, Warmth.UNKNOWN)


def warmth(database: Database, asked: Asked) -> Insight:
    """Count the relationships by how warm they are today."""
    found = Counter(state for _, state in _states(database, asked.today))
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
    ids = [each for each, state in _states(database, asked.today) if state is key]
    lines = {line.person_id: line for line in _lines(database, ids[:MOST_PEOPLE], asked.today)}
    shown = tuple(lines[each] for each in ids[:MOST_PEOPLE] if each in lines)
    return Behind(shown, max(len(ids) - MOST_PEOPLE, 0))


def _states(database: Database, today: date) -> Iterator[tuple[int, Warmth]]:
    """Yield everybody with their state; most share what it follows from with somebody else."""
    known: dict[tuple[object, ...], Warmth] = {}
    for person_id, *facts in database.execute_sql(_EVERYBODY, (today.isoformat(),) * 2):
        key = tuple(facts)
        if key not in known:
            known[key] = _assessed(facts, today, today, None).state
        yield person_id, known[key]


def _lines(database: Database, ids: Sequence[int], today: date) -> Iterator[BehindLine]:
    values = (today.isoformat(), today.isoformat(), json.dumps(ids))
    for row in database.execute_sql(_SOME, values):
        person_id, name, known_since, note, set_on, *facts = row
        judged = Judgement(Warmth.UNKNOWN, note, _day(set_on) or today)
        why = _assessed(facts, today, date.fromisoformat(known_since), judged)
        yield BehindLine(person_id, name, _why(why, today))


def _assessed(
    facts: Sequence[Any], today: date, known_since: date, judged: Judgement | None
) -> WarmthAssessment:
    """Return the state; `known_since` and the words of `judged` matter only to who reads reasons."""
    last, rhythm, longest, paused, own, overdue, concerns, is_below = facts
    found = WarmthFacts(
        last_contact=_day(last),
        rhythm_days=rhythm,
        our_overdue_promises=overdue,
        open_concerns=concerns,
        below_expected=bool(is_below),
        known_since=known_since,
        maximum_days=longest,
        paused_until=_day(paused),
    )
    if not own:
        return assess(found, today)
    words = judged or Judgement(Warmth(own), "", today)
    return assess(found, today, replace(words, state=Warmth(own)))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


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
