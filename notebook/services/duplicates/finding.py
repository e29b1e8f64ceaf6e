"""Finding people who may be kept twice: by e-mail, by telephone, by name."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from notebook.domain.duplicates import (
    Likelihood,
    Reason,
    birthdays_differ,
    likelihood,
    ordered,
)
from notebook.services.duplicates.namesakes import (
    Namesake,
    Pair,
    Progress,
    alike,
    all_people,
    of_alike_names,
    of_the_same_name,
)
from notebook.services.duplicates.phones import same_number
from notebook.services.duplicates.words import reason_words
from notebook.storage.file import NotebookFile

MOST_PAIRS = 500
"""That are shown at once; nobody goes through more, and the best ones come first."""
_MOST_SHARING = 4
"""An address or a number of more people is that of an office."""
_MOST_SPELLINGS = 12
_TAIL = 7  # digits that all spellings of a number end with


@dataclass(frozen=True, slots=True)
class Twins:
    """Two people who may be one, and why."""

    one_id: int
    one_name: str
    other_id: int
    other_name: str
    likelihood: Likelihood
    reasons: tuple[str, ...]

    @property
    def ids(self) -> Pair:
        """Who they are."""
        return self.one_id, self.other_id


@dataclass(frozen=True, slots=True)
class FoundTwins:
    """The surest pairs first, and how many more there are."""

    pairs: tuple[Twins, ...]
    left_out: int


# The inner query reads one index; most addresses are of one person and end there.
_SAME_EMAIL = """
    SELECT d.match_key, d.person_id, min(d.value) FROM (
        SELECT match_key FROM contact_detail WHERE match_key != '' AND kind = 'email'
        GROUP BY match_key HAVING count(DISTINCT person_id) > 1) shared
    CROSS JOIN contact_detail d
        ON d.match_key = shared.match_key AND d.match_key != '' AND d.kind = 'email'
    JOIN person p ON p.id = d.person_id AND p.deleted_at IS NULL
    GROUP BY d.match_key, d.person_id"""

_SAME_TAIL = f"""
    WITH number AS MATERIALIZED (
        SELECT substr(d.match_key, -{_TAIL}) AS tail, d.person_id, d.value FROM contact_detail d
        JOIN person p ON p.id = d.person_id AND p.deleted_at IS NULL
        WHERE d.kind = 'phone' AND length(d.match_key) >= {_TAIL})
    SELECT tail, person_id, value FROM number WHERE tail IN (
        SELECT tail FROM number GROUP BY tail HAVING count(DISTINCT person_id) > 1)
    ORDER BY tail, value, person_id"""


class Finder:
    """Looks through all people once."""

    def __init__(self, file: NotebookFile) -> None:
        """Look into this notebook."""
        self._file = file
        self._reasons: defaultdict[Pair, dict[Reason, str]] = defaultdict(dict)

    def find(self, report: Progress) -> FoundTwins:
        """Return who may be kept twice, but for pairs of whom the user said that they are two."""
        people = all_people(self._file, report)
        self._by_contact(people)
        for pair in of_the_same_name(people.values()):
            self._add(pair, Reason.SAME_NAME)
        for pair in of_alike_names(list(people.values()), report):
            self._add(pair, Reason.ALIKE_NAME)
        for pair in self._dismissed():
            self._reasons.pop(pair, None)
        found = sorted((self._twins(people, pair) for pair in self._reasons), key=self._order)
        return FoundTwins(tuple(found[:MOST_PAIRS]), max(len(found) - MOST_PAIRS, 0))

    def _by_contact(self, people: dict[int, Namesake]) -> None:
        for reason, groups in ((Reason.EMAIL, self._emails()), (Reason.PHONE, self._phones())):
            for shown, group in groups:
                for pair in _pairs([people[each] for each in group if each in people]):
                    self._add(pair, reason, shown)
                    if alike(people[pair[0]], people[pair[1]]):
                        self._add(pair, Reason.ALIKE_NAME)

    def _add(self, pair: Pair, reason: Reason, shown: str = "") -> None:
        self._reasons[ordered(*pair)].setdefault(reason, shown)

    def _emails(self) -> Iterator[tuple[str, set[int]]]:
        groups: defaultdict[str, set[int]] = defaultdict(set)
        shown: dict[str, str] = {}
        for key, person_id, value in self._rows(_SAME_EMAIL):
            groups[key].add(person_id)
            shown.setdefault(key, value.strip())
        return ((shown[key], group) for key, group in groups.items())

    def _phones(self) -> Iterator[tuple[str, set[int]]]:
        tails: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for tail, person_id, value in self._rows(_SAME_TAIL):
            tails[tail][value].add(person_id)
        for spellings in tails.values():
            yield from _same_numbers(spellings)

    def _dismissed(self) -> set[Pair]:
        return set(map(tuple, self._rows("SELECT one_id, other_id FROM dismissed_pair")))

    def _twins(self, people: dict[int, Namesake], pair: Pair) -> Twins:
        one, other = (people[each] for each in pair)
        reasons = self._reasons[pair]
        if Reason.SAME_NAME in reasons:
            reasons.pop(Reason.ALIKE_NAME, None)
        against = birthdays_differ(one.birthday, other.birthday)
        said = tuple(reason_words(each, reasons[each]) for each in Reason if each in reasons)
        sure = likelihood(reasons, contradicts=against)
        return Twins(one.id, one.name, other.id, other.name, sure, said)

    def _order(self, twins: Twins) -> tuple[Any, ...]:
        """The surest first, and the same name before one that is alike."""
        is_alike = Reason.SAME_NAME not in self._reasons[ordered(*twins.ids)]
        return -twins.likelihood, is_alike, twins.one_name.casefold(), twins.ids

    def _rows(self, statement: str) -> list[Any]:
        rows: list[Any] = self._file.database.execute_sql(statement).fetchall()
        return rows


def _same_numbers(spellings: dict[str, set[int]]) -> Iterator[tuple[str, set[int]]]:
    """Return which of the numbers that end alike are the same, each with those who have it."""
    rest = list(spellings)[:_MOST_SPELLINGS]
    while rest:
        first = rest.pop(0)
        same = [each for each in rest if same_number(first, each)]
        rest = [each for each in rest if each not in same]
        group = set().union(*(spellings[each] for each in (first, *same)))
        if len(group) > 1:
            yield first.strip(), group


def _pairs(group: Collection[Namesake]) -> Iterable[Pair]:
    if len(group) <= _MOST_SHARING:
        return ((one.id, other.id) for one, other in combinations(group, 2))
    return of_the_same_name(group)
