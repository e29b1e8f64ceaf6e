"""Whom a few typed words name: "call Ana" means Ana Pereira, if she is the only Ana."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notebook.domain.text import first_name, fold
from notebook.storage.file import NotebookFile
from notebook.storage.search import name_query

_MOST_WORDS = 3
_WORDS_LOOKED_AT = 12
_POOL = 50  # as many with the same name are several in any case
_NAMES = """
    SELECT id, name, nickname FROM person WHERE deleted_at IS NULL AND id IN (
        SELECT rowid FROM person_search WHERE person_search MATCH ? LIMIT ?) ORDER BY id"""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody whose name was found."""

    id: int
    name: str


class NamesInText:
    """Finds names in what is typed; nothing here grows with the number of people."""

    def __init__(self, file: NotebookFile) -> None:
        """Read from this notebook."""
        self._file = file

    def people(self, text: str) -> list[NamedPerson]:
        """Return whom the text names: one person, several with the same name, or nobody.

        A whole name counts before a part of it. Alone, a first name or a nickname counts however
        it is written, a family name only with a capital: "call the baker" is not about Ms Baker.
        """
        for run in _runs(_words(text)):
            found = [person for person in self._called(run) if _is_meant(person, run)]
            if found:
                return [NamedPerson(person_id, name) for person_id, name, _ in found]
        return []

    def _called(self, run: list[str]) -> list[tuple[int, str, str]]:
        query = name_query(run)
        if not query:
            return []
        rows: list[tuple[int, str, str]] = self._file.database.execute_sql(
            _NAMES, (query, _POOL)
        ).fetchall()
        return rows


def _words(text: str) -> list[str]:
    found = re.findall(r"[\w’'.-]+", text)[:_WORDS_LOOKED_AT]
    words = (re.sub(r"['’]s$", "", word).strip(".'’-") for word in found)
    return [word for word in words if word]


def _runs(words: list[str]) -> Iterator[list[str]]:
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            yield words[start : start + length]


def _is_meant(person: tuple[int, str, str], run: list[str]) -> bool:
    _, name, nickname = person
    typed, parts = _bare(" ".join(run)), _bare(name).split()
    if not typed or not parts:
        return False
    if typed in {_bare(name), _bare(nickname)}:
        return True
    if len(run) > 1:
        return parts[: len(run)] == typed.split() or parts[-len(run) :] == typed.split()
    return typed == _bare(first_name(name)) or (run[0][0].isupper() and typed == parts[-1])


def _bare(text: str) -> str:
    words = (word.strip(".'’-") for word in fold(text).split())
    return " ".join(word for word in words if word)
