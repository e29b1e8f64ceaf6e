"""The lines of needs, offerings and referrals that were found."""

from collections.abc import Sequence
from datetime import date

from notebook.domain.dates_in_words import relative_day
from notebook.domain.matching import excerpt_at, matches
from notebook.domain.needs import NeedState
from notebook.domain.referrals import Way
from notebook.services.found import Found, Kind
from notebook.services.found_words import LONGEST, Reader, Row, joined
from notebook.services.needs import need_word
from notebook.services.phrases import filled
from notebook.services.referral_lines import somebody
from notebook.services.words import quoted
from notebook.translate import translate

_NEEDS = """
    SELECT t.id, t.text, t.state, e.id AS person_id, e.name AS person
    FROM need t JOIN person e ON e.id = t.person_id WHERE t.id IN ({ids})"""

_OFFERINGS = """
    SELECT t.id, t.name, t.benefit, t.for_whom, t.tags, t.note, t.is_retired
    FROM offering t WHERE t.id IN ({ids})"""

_REFERRALS = """
    SELECT t.id, t.way, t.why, t.note, t.referred_on, e.id AS person_id, e.name AS person,
        coalesce(o.name, t.other_name) AS other
    FROM referral t JOIN person e ON e.id = t.person_id LEFT JOIN person o ON o.id = t.other_id
    WHERE t.id IN ({ids})"""


def _need(row: Row, words: Sequence[str], _today: date) -> Found:
    return Found(
        Kind.NEED,
        row["id"],
        quoted(excerpt_at(row["text"], words, LONGEST)),
        row["person"],
        need_word(NeedState(row["state"])),
        row["person_id"],
    )


def _offering(row: Row, words: Sequence[str], _today: date) -> Found:
    others = (row[name] for name in ("for_whom", "tags", "note"))
    more = next((text for text in others if matches(text, words)), "")
    benefit = row["benefit"] if matches(row["benefit"], words) or not more else more
    return Found(
        Kind.OFFERING,
        row["id"],
        row["name"],
        excerpt_at(benefit, words, LONGEST),
        translate("search", "Retired") if row["is_retired"] else "",
    )


def _referral(row: Row, words: Sequence[str], today: date) -> Found:
    to_us = Way(row["way"]) is Way.TO_US
    sentence = (
        translate("search", "%1 was sent to us by %2")
        if to_us
        else translate("search", "%1 was sent on to %2")
    )
    note = row["note"] if matches(row["note"], words) else row["why"]
    return Found(
        Kind.REFERRAL,
        row["id"],
        filled(sentence, row["person"], row["other"] or somebody()),
        joined(excerpt_at(note, words, LONGEST)),
        relative_day(date.fromisoformat(row["referred_on"]), today),
        row["person_id"],
    )


HELP_READERS: dict[Kind, Reader] = {
    Kind.NEED: (_NEEDS, _need),
    Kind.OFFERING: (_OFFERINGS, _offering),
    Kind.REFERRAL: (_REFERRALS, _referral),
}
