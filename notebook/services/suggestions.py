"""What of ours may suit a person, whom an offering may help, and what became of saying so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from peewee import Database

from notebook.domain.changes import Changes
from notebook.domain.reminders import Occurrence
from notebook.domain.suiting import Offered, all_stems, shared_words, wishes_of
from notebook.services.moments import MomentDraft, Moments
from notebook.services.offerings import present_offering
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.need_tables import Offering, Suggestion
from notebook.storage.reading import rows_of
from notebook.storage.search import any_query
from notebook.translate import translate

MOST = 3
"""Offerings that are suggested for a person at once: more would be a catalogue."""
MOST_PEOPLE = 20
"""People whom a page of an offering names."""
_LOOKED_AT = 200
"""Rows that have a word in common, the newest, which are looked at more closely."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """An offering that may suit a person; `words` are those that it shares with their wishes."""

    offering_id: int
    name: str
    benefit: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MayHelp:
    """A person whom an offering may help: what they told us, when, and the shared words."""

    person_id: int
    name: str
    wish: str
    told_on: date | None
    is_need: bool
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WasTold:
    """A person who was told about an offering, and when."""

    person_id: int
    name: str
    told_on: date


# Who was told in a contact that was deleted since, or that they took no part in, was not told.
_HOLDS = """
    (s.moment_id IS NULL OR EXISTS (SELECT 1 FROM moment m JOIN moment_person mp
        ON mp.moment_id = m.id AND mp.person_id = s.person_id
        WHERE m.id = s.moment_id AND m.deleted_at IS NULL))"""

_OFFERINGS = f"""
    SELECT t.id, t.name, t.benefit, t.for_whom, t.tags FROM offering t WHERE t.id IN (
        SELECT s.rowid FROM offering_search s WHERE offering_search MATCH ?
        ORDER BY s.rowid DESC LIMIT {_LOOKED_AT})
    AND NOT t.is_retired AND t.id NOT IN (
        SELECT s.offering_id FROM suggestion s WHERE s.person_id = ? AND {_HOLDS})"""

# Newest by id first, as the index has them; few have just been imported, so that is when they came.
_WISHES = f"""
    SELECT p.id AS person_id, p.name, w.text, w.told_on, w.is_need FROM (
        SELECT person_id, text, told_on, 1 AS is_need, id FROM need WHERE id IN (
                SELECT s.rowid FROM need_search s WHERE need_search MATCH ?1
                ORDER BY s.rowid DESC LIMIT {_LOOKED_AT})
            AND state IN ('open', 'being-met')
        UNION ALL
        SELECT person_id, text, learned_on, 0, id FROM fact WHERE id IN (
                SELECT s.rowid FROM wish_search s WHERE wish_search MATCH ?1
                ORDER BY s.rowid DESC LIMIT {_LOOKED_AT})) w
    JOIN person p ON p.id = w.person_id AND p.deleted_at IS NULL AND NOT p.is_team
    WHERE w.person_id NOT IN (
        SELECT s.person_id FROM suggestion s WHERE s.offering_id = ?2 AND {_HOLDS})
    ORDER BY w.is_need DESC, w.told_on DESC, w.id DESC"""

_TOLD = f"""
    SELECT p.id, p.name, s.told_on FROM suggestion s JOIN person p ON p.id = s.person_id
    WHERE s.offering_id = ? AND s.told_on IS NOT NULL AND p.deleted_at IS NULL AND {_HOLDS}
    ORDER BY s.told_on DESC, s.id DESC LIMIT ?"""


class Suggestions:
    """Suggests, and remembers who was told or does not want it; nothing is ever sent by itself."""

    def __init__(self, file: NotebookFile, moments: Moments) -> None:
        """Write to this notebook."""
        self._file, self._moments = file, moments

    def whom_it_may_help(self, offering_id: int, limit: int = MOST_PEOPLE) -> tuple[MayHelp, ...]:
        """Return people with needs, then interests, that share words with an offering.

        The most recent first, each person once, without those who were told or don't want it.
        """
        offering: Offering | None = Offering.get_or_none(Offering.id == offering_id)
        if offering is None or offering.is_retired:
            return ()
        offered = _offered(offering.name, offering.tags, f"{offering.benefit}\n{offering.for_whom}")
        query = any_query(all_stems((offered.tags, offered.description)))
        rows = rows_of(self._file.database, _WISHES, query, offering_id) if query else []
        found: dict[int, MayHelp] = {}
        for row in rows:
            words = shared_words(offered, row["text"])
            if words and len(found) < limit:
                found.setdefault(row["person_id"], _may_help(row, words))
        return tuple(found.values())

    def who_was_told(self, offering_id: int, limit: int = MOST_PEOPLE) -> tuple[WasTold, ...]:
        """Return who was told about an offering, the latest first."""
        rows = rows_of(self._file.database, _TOLD, offering_id, limit)
        return tuple(
            WasTold(row["id"], row["name"], date.fromisoformat(row["told_on"])) for row in rows
        )

    def log_told(
        self,
        offering_id: int,
        draft: MomentDraft,
        now: datetime,
        answers: Occurrence | None = None,
        *,
        notice_was_shown: bool = False,
    ) -> Changes:
        """Log a contact in which people were told about an offering, and remember that.

        Takes what `Moments.log` takes. Raises Refused as `Moments.log` does, and when the offering is gone.
        """
        offering = present_offering(offering_id)
        people = ", ".join(present(person_id).name for person_id in draft.person_ids)
        words = filled(translate("offerings", "Told %1 about %2"), people, offering.name)
        with self._file.change(words) as change:
            logged = self._moments.log(draft, now, answers, notice_was_shown=notice_was_shown)
            moment_id = logged.new_id
            for person_id in draft.person_ids:
                _settle(person_id, offering_id, told_on=draft.day, moment=moment_id)
            change.done(moment_id)
        return change.changes

    def dismiss(self, person_id: int, offering_id: int) -> Changes:
        """Say that an offering is not for a person: it is not suggested for them again."""
        person, offering = present(person_id), present_offering(offering_id)
        words = filled(translate("offerings", "Not for %1: %2"), person.name, offering.name)
        with self._file.change(words) as change:
            _settle(person_id, offering_id)
        return change.changes


def may_suit(database: Database, person_id: int, wishes: Sequence[str]) -> tuple[Suggested, ...]:
    """Return which offerings share words with the wishes of a person, most words first."""
    wished = wishes_of(tuple(wishes))
    query = any_query(wished.stems)
    if not query:
        return ()
    found = []
    for row in rows_of(database, _OFFERINGS, query, person_id):
        offered = _offered(row["name"], row["tags"], f"{row['benefit']}\n{row['for_whom']}")
        words = wished.shared_with(offered)
        if words:
            found.append(Suggested(row["id"], row["name"], row["benefit"], words))
    found.sort(key=lambda each: (-len(each.words), each.offering_id))
    return tuple(found[:MOST])


def _offered(name: str, tags: str, description: str) -> Offered:
    return Offered(f"{name}\n{tags}", description)


def _may_help(row: dict[str, object], words: tuple[str, ...]) -> MayHelp:
    told_on = row["told_on"]
    return MayHelp(
        person_id=int(str(row["person_id"])),
        name=str(row["name"]),
        wish=str(row["text"]),
        told_on=date.fromisoformat(str(told_on)) if told_on else None,
        is_need=bool(row["is_need"]),
        words=words,
    )


def _settle(
    person_id: int, offering_id: int, *, told_on: date | None = None, moment: int | None = None
) -> None:
    row: Suggestion | None = Suggestion.get_or_none(
        (Suggestion.person == person_id) & (Suggestion.offering == offering_id)
    )
    if row is None:
        Suggestion.create(person=person_id, offering=offering_id, told_on=told_on, moment=moment)
    elif told_on is not None:
        row.amend(told_on=told_on, moment=moment)
