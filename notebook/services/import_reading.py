"""Contact files to cards: what can be read of them, and a sentence for everything else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from typing_extensions import override

from notebook.formats.vcard import Card, read_one_by_one
from notebook.translate import translate

Progress = Callable[[int, int], None]
"""Told how many cards are read, and about how many there are."""

_REPORT_EVERY = 50  # cards


@dataclass(frozen=True, slots=True)
class FoundCard:
    """A card, the file it is from, and the line there."""

    source: Path
    card: Card

    @property
    def line(self) -> int:
        """Where the card begins in its file."""
        return self.card.line


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """What could not be brought in: a card (`is_card`), stray lines, or a file (line 0)."""

    source: Path
    line: int
    sentence: str
    text: str = ""
    is_card: bool = False

    @override
    def __str__(self) -> str:
        """Return "contacts.vcf, line 12: This card names nobody ..."."""
        if not self.line:
            return f"{self.source}: {self.sentence}"
        place = translate("import", "{file}, line {line}")
        place = place.replace("{line}", str(self.line)).replace("{file}", str(self.source))
        return f"{place}: {self.sentence}"


def read_files(
    paths: Sequence[Path], progress: Progress | None = None
) -> tuple[list[FoundCard], list[ImportProblem]]:
    """Return all cards of these files, and a problem for whatever is no card; never fails."""
    cards: list[FoundCard] = []
    problems: list[ImportProblem] = []
    contents = {path: content_of(path) for path in dict.fromkeys(paths)}
    expected = sum(_about_how_many(content) for content in contents.values())
    for path, content in contents.items():
        if isinstance(content, ImportProblem):
            problems.append(content)
            continue
        for outcome in read_one_by_one(content):
            if isinstance(outcome, Card):
                cards.append(FoundCard(path, outcome))
            else:
                where = (path, outcome.line, outcome.sentence, outcome.text, outcome.is_card)
                problems.append(ImportProblem(*where))
            if progress and len(cards) % _REPORT_EVERY == 0:
                progress(len(cards), max(expected, len(cards)))
    return cards, problems


def content_of(path: Path) -> bytes | ImportProblem:
    """Return what is in a file, or a problem that says why it can't be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return ImportProblem(path, 0, translate("import", "There is no such file."))
    except IsADirectoryError:
        return ImportProblem(path, 0, translate("import", "This is a folder, not a file."))
    except PermissionError:
        return ImportProblem(
            path, 0, translate("import", "This file can't be read with your permissions.")
        )
    except (OSError, ValueError) as error:  # a name with a zero byte is a ValueError
        why = translate("import", "This file can't be read: {why}.")
        return ImportProblem(path, 0, why.replace("{why}", str(error)))


def _about_how_many(content: bytes | ImportProblem) -> int:
    return content.count(b"BEGIN:VCARD") if isinstance(content, bytes) else 0
