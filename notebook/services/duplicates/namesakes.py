"""Names that are the same or alike, among all people at once: only neighbours are compared."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import combinations
from typing import Any

from notebook.domain.duplicates import birthdays_differ, blocking_keys, fits_into, same_name
from notebook.domain.partial_date import PartialDate
from notebook.domain.text import name_words
from notebook.storage.file import NotebookFile

ALIKE = 88.0
"""Of 100; two slips in a name of twelve letters."""
MOST_NAMESAKES = 5
"""A name that more people have says nothing any more, unless the birthday is the same too."""
_NEIGHBOURS = 8
_MOST_ALIKE = 400  # pairs
_STEP = 5_000  # names, between two reports

Progress = Callable[[int, int], None]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Namesake:
    """A person as far as finding needs them."""

    id: int
    name: str
    words: tuple[str, ...]
    nickname: str
    birthday: PartialDate | None


def all_people(file: NotebookFile, report: Progress) -> dict[int, Namesake]:
    """Return everybody who is in the notebook."""
    rows = file.database.execute_sql(
        "SELECT id, name, nickname, birthday_year, birthday_month, birthday_day"
        " FROM person WHERE deleted_at IS NULL"
    ).fetchall()
    found: dict[int, Namesake] = {}
    for place, row in enumerate(rows):
        if place % _STEP == 0:
            report(place, 2 * len(rows))
        found[row[0]] = _namesake(*row)
    return found


def _namesake(person_id: int, name: str, nickname: str, *birthday: Any) -> Namesake:
    born = PartialDate(*birthday) if any(birthday) else None
    return Namesake(person_id, name, name_words(name), nickname, born)


def alike(one: Namesake, other: Namesake) -> bool:
    """Whether two names may be of one person of whom something else is the same."""
    from rapidfuzz import fuzz

    if same_name(one.words, other.words) or fits_into(one.words, other.words):
        return True
    if _joined(one) and _joined(one) in (_folded(other.nickname), _joined(other)):
        return True
    return bool(fuzz.ratio(_joined(one), _joined(other)) >= ALIKE)


def of_the_same_name(people: Iterable[Namesake]) -> Iterator[Pair]:
    """Return pairs of people of the same name who may be one, by all that is known."""
    groups: defaultdict[tuple[str, ...], list[Namesake]] = defaultdict(list)
    for person in people:
        if person.words:
            groups[tuple(sorted(person.words))].append(person)
    for group in groups.values():
        if 1 < len(group) <= MOST_NAMESAKES:
            yield from _without_contradiction(group)
        elif len(group) > MOST_NAMESAKES:
            yield from _of_the_same_day(group)


def _of_the_same_day(group: Iterable[Namesake]) -> Iterator[Pair]:
    by_day: defaultdict[PartialDate | None, list[Namesake]] = defaultdict(list)
    for person in group:
        by_day[person.birthday].append(person)
    for day, same in by_day.items():
        if day is not None and len(same) <= MOST_NAMESAKES:
            yield from _without_contradiction(same)


def _without_contradiction(group: Sequence[Namesake]) -> Iterator[Pair]:
    for one, other in combinations(group, 2):
        if not birthdays_differ(one.birthday, other.birthday):
            yield one.id, other.id


def of_alike_names(people: Sequence[Namesake], report: Progress) -> list[Pair]:
    """Return the pairs whose names are most alike, without those of the same name.

    Each name is compared with its neighbours in a few drawers, so that the work grows with the
    number of people and not with its square.
    """
    from rapidfuzz import fuzz

    drawers: defaultdict[str, list[tuple[str, Namesake]]] = defaultdict(list)
    for person in people:
        for key in blocking_keys(person.words):
            drawers[key].append((_joined(person), person))
    found: dict[Pair, float] = {}
    for place, drawer in enumerate(drawers.values()):
        if place % _STEP == 0:
            report(len(people) + len(people) * place // len(drawers), 2 * len(people))
        drawer.sort(key=lambda each: each[0])
        for start, (name, person) in enumerate(drawer):
            for near, neighbour in drawer[start + 1 : start + 1 + _NEIGHBOURS]:
                score = fuzz.ratio(name, near, score_cutoff=ALIKE)
                if score and _may_be_one(person, neighbour):
                    found[(person.id, neighbour.id)] = score
    return nlargest(_MOST_ALIKE, found, key=lambda pair: (found[pair], pair))


def _may_be_one(one: Namesake, other: Namesake) -> bool:
    is_new = not same_name(one.words, other.words)
    return is_new and not birthdays_differ(one.birthday, other.birthday)


def _joined(person: Namesake) -> str:
    return " ".join(person.words)


def _folded(name: str) -> str:
    return " ".join(name_words(name))
