"""Whom a name on the command line means: one person, or a sentence that says who it could be."""

from collections.abc import Callable, Sequence
from datetime import date

from notebook.domain.text import fold
from notebook.errors import Refused
from notebook.services.people_list import PeopleList, PersonLine
from notebook.services.phrases import filled
from notebook.translate import translate

_POOL = 200
_NAMED = 8


def find_person(people: PeopleList, name: str, today: date) -> int:
    """Return the one person who is called so.

    Letter for letter comes first, then without accents and case, then the beginning of the name,
    then the beginnings of any of its words; an id will do as well. Raises Refused when it is
    nobody, or several people, who are then named.
    """
    exactly = people.called(name)
    if not exactly and name.isdecimal() and people.lines([int(name)], today):
        return int(name)
    lines = people.lines(exactly, today) or people.search(name, today, limit=_POOL)
    for means in _ways(name):
        found = [line for line in lines if means(line.name)]
        if len(found) == 1:
            return found[0].id
        if found:
            raise Refused(_several(name, found))
    raise Refused(filled(translate("people", "Nobody in the notebook is called “%1”."), name))


def _ways(name: str) -> tuple[Callable[[str], bool], ...]:
    wanted = fold(name).split()
    text = " ".join(wanted)
    return (
        lambda other: other == name,
        lambda other: fold(other).split() == wanted,
        lambda other: bool(wanted) and " ".join(fold(other).split()).startswith(text),
        lambda other: (
            bool(wanted)
            and all(any(word.startswith(each) for word in fold(other).split()) for each in wanted)
        ),
    )


def _several(name: str, found: Sequence[PersonLine]) -> str:
    words = translate(
        "people",
        "“%1” may be one of several people: %2. Write more of the name, or the id that “people --json” shows.",
    )
    named = [
        f"{line.name} ({line.second_line})" if line.second_line else line.name
        for line in found[:_NAMED]
    ]
    if len(found) > _NAMED:
        named.append(translate("people", "%n more", len(found) - _NAMED))
    return filled(words, name, ", ".join(named))
