"""The handover sheet: one page about everybody whom one of us looks after, most urgent first.

Its shape is that of a brief, so that it is shown, printed and saved in the same way.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from notebook.domain.dates_in_words import day_count, day_month, long_day, relative_day
from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel, parse_when
from notebook.domain.text import excerpt
from notebook.domain.warmth import ReasonKind, Warmth
from notebook.errors import Refused
from notebook.services.brief_page import Brief, BriefLine, BriefPart, BriefSection, BriefTone, line
from notebook.services.brief_person import how_to_say_it, open_promises, said
from notebook.services.cards import Cards, PersonCard
from notebook.services.people import present
from notebook.services.people_list import PeopleList, PersonLine
from notebook.services.phrases import filled
from notebook.services.warmth_reasons import reason_sentence
from notebook.services.words import channel_word, contact_phrase
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of
from notebook.storage.tables import Person
from notebook.translate import translate

MOST_IN_FULL, MOST_NAMED = 8, 16
_MOST_PROMISES, _MOST_CONCERNS, _MOST_DATES = 3, 2, 2
_LENGTH, _HEADING_LENGTH = 110, 60

_URGENCY = (Warmth.AT_RISK, Warmth.COOLING, Warmth.UNKNOWN, Warmth.WARM)
_STATES: dict[Warmth, tuple[str, BriefTone]] = {
    Warmth.AT_RISK: ("at risk", "bad"),
    Warmth.COOLING: ("cooling", "warn"),
    Warmth.WARM: ("warm", "ok"),
    Warmth.UNKNOWN: ("not enough known", "calm"),
}
# Said by the lines of their own below.
_SAID_BELOW = frozenset({ReasonKind.PROMISES_OVERDUE, ReasonKind.OPEN_CONCERNS})

_IDS = """
    SELECT id FROM person WHERE {column} = ? AND deleted_at IS NULL ORDER BY sort_key, id"""

# Cards that became part of another one meanwhile are told of as that one.
_HANDED_OVER = """
    SELECT DISTINCT p.id FROM json_each((SELECT {column} FROM handover WHERE id = ?)) once
    JOIN person was ON was.id = once.value
    JOIN person p ON p.id = coalesce(was.merged_into_id, was.id)
    WHERE p.deleted_at IS NULL ORDER BY p.sort_key, p.id"""

_LAST_HANDOVER = """
    SELECT h.id, h.on_day, t.name FROM handover h JOIN person t ON t.id = h.to_id
    WHERE h.from_id = ? AND (h.looked_after != '[]' OR h.covered != '[]')
    ORDER BY h.id DESC LIMIT 1"""

_WORDS = """
    SELECT person_id, words, happened_at FROM (
        SELECT mp.person_id, m.their_words AS words, m.happened_at, row_number() OVER (
            PARTITION BY mp.person_id ORDER BY m.happened_at DESC, m.id DESC) AS place
        FROM json_each(?1) wanted JOIN moment_person mp ON mp.person_id = wanted.value
        JOIN moment m ON m.id = mp.moment_id
        WHERE m.deleted_at IS NULL AND m.their_words != '')
    WHERE place = 1"""

# Meetings are still ahead; what has not been delivered or done is late, and more urgent.
_DATES = """
    SELECT person_id, day, what, channel FROM (
        SELECT person_id, day, what, channel,
            row_number() OVER (PARTITION BY person_id ORDER BY day, what) AS place
        FROM (
            SELECT j.person_id, d.due_on AS day, d.what, NULL AS channel FROM json_each(?1) wanted
                JOIN project j ON j.person_id = wanted.value AND j.deleted_at IS NULL
                    AND j.state IN ('agreed', 'under-way', 'delivered')
                JOIN deliverable d ON d.project_id = j.id AND d.delivered_on IS NULL
            UNION ALL
            SELECT mp.person_id, substr(m.happened_at, 1, 10),
                    coalesce(nullif(trim(m.agenda), ''), m.text), m.channel FROM json_each(?1) wanted
                JOIN moment_person mp ON mp.person_id = wanted.value
                JOIN moment m ON m.id = mp.moment_id AND m.deleted_at IS NULL
                    AND m.state = 'planned' AND m.happened_at >= ?2
            UNION ALL
            SELECT r.person_id, r.due_on, r.text, NULL FROM json_each(?1) wanted
                JOIN reminder r ON r.person_id = wanted.value AND r.deleted_at IS NULL
                    AND r.done_on IS NULL)
        WHERE day IS NOT NULL AND (channel IS NOT NULL OR trim(what) != ''))
    WHERE place <= ?3 ORDER BY person_id, day"""


class HandoverSheets:
    """Makes handover sheets."""

    def __init__(self, file: NotebookFile, cards: Cards, people_list: PeopleList) -> None:
        """Read from this notebook."""
        self._file, self._cards, self._people_list = file, cards, people_list

    def sheet(self, member_id: int, to: str, today: date) -> Brief:
        """Return the page about whom one of us looks after; `to` names who takes over, if anybody.

        Once everything is handed over it is about those whom that was about, also when who gave
        them has left since. Raises Refused when they are gone, or looked after nobody.
        """
        with self._file.database.atomic("DEFERRED"):  # all from one state of the file
            member = self._member(member_id)
            taker = filled(translate("handover", "to %1"), to) if to else ""
            looked_after = self._lines(_IDS.format(column="looked_after_by_id"), member_id, today)
            covered = self._lines(_IDS.format(column="covered_by_id"), member_id, today)
            if not (looked_after or covered):
                handover_id, taker = self._last_handover(member, today)
                looked_after = self._lines(
                    _HANDED_OVER.format(column="looked_after"), handover_id, today
                )
                covered = self._lines(_HANDED_OVER.format(column="covered"), handover_id, today)
            people = self._in_full(looked_after[:MOST_IN_FULL], today)
        rest = (
            *_named(translate("handover", "Looked after besides"), looked_after[MOST_IN_FULL:]),
            *_named(translate("handover", "Covered for others"), covered),
        )
        half = _half(people, rest)
        return Brief(
            person_id=member_id,
            name=filled(translate("handover", "Handover from %1"), member.name),
            about=taker,
            context=_context(len(looked_after), today),
            left=tuple(people[:half]) or rest,
            right=(*people[half:], *rest) if people else (),
        )

    def _member(self, member_id: int) -> Person:
        """Return one of us, or whoever handed over before they left."""
        if rows_of(self._file.database, _LAST_HANDOVER, member_id):
            member: Person = Person.get_by_id(member_id)
            return member
        return present(member_id)

    def _last_handover(self, member: Person, today: date) -> tuple[int, str]:
        """Return which it was, and to whom and when."""
        rows = rows_of(self._file.database, _LAST_HANDOVER, member.id)
        if not rows:
            sentence = translate("handover", "%1 looks after nobody yet.")
            raise Refused(filled(sentence, member.name))
        day = day_month(date.fromisoformat(rows[0]["on_day"]), today)
        return rows[0]["id"], filled(translate("handover", "to %1 on %2"), rows[0]["name"], day)

    def _lines(self, statement: str, which: int, today: date) -> list[PersonLine]:
        rows = rows_of(self._file.database, statement, which)
        lines = self._people_list.lines([row["id"] for row in rows], today)
        return sorted(lines, key=_urgency)

    def _in_full(self, lines: Sequence[PersonLine], today: date) -> list[BriefSection]:
        ids = json.dumps([each.id for each in lines])
        words = {row["person_id"]: row for row in rows_of(self._file.database, _WORDS, ids)}
        dates: dict[int, list[BriefLine]] = {}
        for row in rows_of(self._file.database, _DATES, ids, today.isoformat(), _MOST_DATES):
            dates.setdefault(row["person_id"], []).append(_date(row, today))
        sections = []
        for each in lines:
            card = self._cards.card(each.id, today)
            lines_of_person = [*_standing(card, today), *dates.get(each.id, []), *_manner(card)]
            if each.id in words:
                row = words[each.id]
                day_said = parse_when(row["happened_at"])[0]
                lines_of_person.append(said(excerpt(row["words"], _LENGTH), day_said, today))
            heading = excerpt(", ".join(_who(card)), _HEADING_LENGTH)
            sections.append(BriefSection(BriefPart.PERSON, heading, tuple(lines_of_person)))
        return sections


def _date(row: dict[str, Any], today: date) -> BriefLine:
    day, what = date.fromisoformat(row["day"]), row["what"]
    if not what.strip():
        meeting = contact_phrase(Channel(row["channel"]))
        what = filled(translate("handover", "Planned: %1"), meeting)
    if day < today:
        late = filled(translate("handover", "%1 late"), day_count((today - day).days))
        return line(what, late, "bad", length=_LENGTH)
    return line(what, relative_day(day, today), length=_LENGTH)


def _half(sections: Sequence[BriefSection], rest: Sequence[BriefSection]) -> int:
    """Return how many sections make the left column about as long as the right, `rest` in it."""
    lengths = [len(each.lines) + 1 for each in (*sections, *rest)]
    return min(
        range(1, len(sections) + 1),
        key=lambda place: abs(sum(lengths[:place]) - sum(lengths[place:])),
        default=0,
    )


def _standing(card: PersonCard, today: date) -> list[BriefLine]:
    """Return how warm it is and why, what is owed both ways, and what went wrong."""
    word, tone = _STATES[card.warmth.state]
    reasons = [each for each in card.warmth.reasons if each.kind not in _SAID_BELOW]
    because = ". ".join(reason_sentence(each, today) for each in reasons)
    promises = open_promises(card, today).lines
    concern = translate("handover", "concern")
    more = len(card.open_promises) - min(len(promises), _MOST_PROMISES)
    return [
        line(because, translate("handover", word), tone, length=_LENGTH),
        *(
            line(each.text, concern, "bad", length=_LENGTH)
            for each in card.open_concerns[:_MOST_CONCERNS]
        ),
        *promises[:_MOST_PROMISES],
        *([line(_more_promises(more))] if more else []),
    ]


def _manner(card: PersonCard) -> list[BriefLine]:
    """Return the words and subjects to leave out, and by which way not to reach them."""
    subjects = [fact.text for fact in card.facts if fact.group is FactGroup.AVOID]
    channels = card.communication.avoided_channels
    not_by = translate("handover", "not by")
    about = translate("handover", "not about")
    return [
        *([line(", ".join(map(channel_word, channels)), not_by, "warn")] if channels else []),
        *(line(subject, about, "warn") for subject in subjects),
        *how_to_say_it(card),
    ]


def _who(card: PersonCard) -> list[str]:
    return [part for part in (card.name, card.organisation) if part.strip()]


def _named(heading: str, lines: Sequence[PersonLine]) -> list[BriefSection]:
    """Return everybody for whom there is no more room by name, the rest counted."""
    if not lines:
        return []
    shown = tuple(
        line(
            ", ".join(part for part in (each.name, each.second_line) if part),
            translate("handover", _STATES[each.warmth][0]),
            _STATES[each.warmth][1],
            length=_HEADING_LENGTH,
        )
        for each in lines[:MOST_NAMED]
    )
    return [BriefSection(BriefPart.PERSON, heading, shown, len(lines) - len(shown))]


def _urgency(each: PersonLine) -> tuple[int, date]:
    """The weightiest state first; among equals whom we have not spoken to for longest."""
    return _URGENCY.index(each.warmth), each.last_contact_on or date.min


def _context(count: int, today: date) -> str:
    one = translate("handover", "1 person")
    people = one if count == 1 else translate("handover", "%n people", count)
    return f"{long_day(today, today)} · {people}"


def _more_promises(more: int) -> str:
    if more == 1:
        return translate("handover", "and 1 more promise")
    return translate("handover", "and %n more promises", more)
