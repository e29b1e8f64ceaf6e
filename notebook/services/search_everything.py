"""Search everything: what a typed text may mean, in groups, the best first."""

from collections.abc import Mapping, Sequence
from datetime import date

from notebook.domain.matching import excerpt_at, has_all, matches
from notebook.services.found import Found, FoundGroup, Kind, Rank, in_order
from notebook.services.found_ids import AT_FIRST, AT_MOST, FoundIds, Typed
from notebook.services.found_lines import FoundLines
from notebook.services.found_words import joined
from notebook.services.people_list import PeopleList
from notebook.storage.file import NotebookFile
from notebook.storage.own_value_words import SHOWN
from notebook.storage.sensitive import IS_SHOWN

_RECENT = 7
_LONGEST_REASON = 80
_KINDS = tuple(kind for kind in Kind if kind is not Kind.COMMAND)

_REASONS = """
    SELECT person_id, value FROM contact_detail WHERE person_id IN ({ids})
    UNION ALL SELECT person_id, text FROM fact WHERE person_id IN ({ids}) AND {shown}
    UNION ALL SELECT v.person_id, w.name || ': ' || {value}
        FROM own_value v JOIN own_field w ON w.id = v.field_id
        WHERE v.person_id IN ({ids}) AND w.deleted_at IS NULL
    UNION ALL SELECT id, note FROM person WHERE id IN ({ids})"""


class SearchEverything:
    """Finds people, organisations and projects by name, and whatever was written about them.

    Nothing here grows with the number of rows: each group stops at `AT_MOST`, newest first.
    """

    def __init__(self, file: NotebookFile, people: PeopleList) -> None:
        """Read from this notebook."""
        self._file = file
        self._people = people
        self._found = FoundIds(file)
        self._lines = FoundLines(file)

    def search(self, text: str, today: date) -> tuple[FoundGroup, ...]:
        """Return the groups that hold something for the typed text, the best first.

        The text may hold the operators of `web_query`; no text is refused. Names are found in
        spite of one slip in each word, where too few are found as they were typed.
        """
        typed = Typed.read(text)
        return in_order(self._group(kind, typed, today, AT_FIRST) for kind in _KINDS)

    def more(self, kind: Kind, text: str, today: date) -> FoundGroup:
        """Return one group with all lines that are looked at."""
        return self._group(kind, Typed.read(text), today, AT_MOST)

    def recent(self, today: date) -> tuple[FoundGroup, ...]:
        """Return whom one was in touch with last, for an empty field."""
        lines = self._people_lines(self._found.recent_people(_RECENT), (), today)
        return in_order([FoundGroup(Kind.PERSON, Rank.NAMED, lines, len(lines))])

    def _group(self, kind: Kind, typed: Typed, today: date, most: int) -> FoundGroup:
        rank, ids = self._found.find(kind, typed)
        if kind is Kind.PERSON:
            lines = self._people_lines(ids[:most], typed.words, today)
        else:
            lines = self._lines.read(kind, ids[:most], typed.words, today)
        return FoundGroup(kind, rank, lines, min(len(ids), AT_MOST), is_more=len(ids) > AT_MOST)

    def _people_lines(
        self, ids: Sequence[int], words: Sequence[str], today: date
    ) -> tuple[Found, ...]:
        lines = self._people.lines(ids, today)
        reasons = self._reasons(
            {line.id: f"{line.name} {line.second_line}" for line in lines}, words
        )
        return tuple(
            Found(
                Kind.PERSON,
                line.id,
                line.name,
                joined(line.second_line, reasons.get(line.id, "")),
                person_id=line.id,
                photo_at=line.photo_at,
            )
            for line in lines
        )

    def _reasons(self, shown: Mapping[int, str], words: Sequence[str]) -> dict[int, str]:
        """Return what was found on the cards of people whose lines do not show it."""
        missing = {
            person_id: [word for word in words if not has_all(text, [word])]
            for person_id, text in shown.items()
        }
        ids = ", ".join(str(person_id) for person_id, left in missing.items() if left)
        statement = _REASONS.format(ids=ids, shown=IS_SHOWN.format(fact="fact"), value=SHOWN)
        rows = self._file.database.execute_sql(statement).fetchall() if ids else []
        reasons: dict[int, str] = {}
        for person_id, text in rows:
            if person_id not in reasons and matches(text, missing[person_id]):
                reasons[person_id] = excerpt_at(text, missing[person_id], _LONGEST_REASON)
        return reasons
