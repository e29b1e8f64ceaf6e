"""Writing out everything about one person: a page to read, and the rows for other programs."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from notebook.errors import Refused
from notebook.services.history.person_history import Histories, PersonHistory
from notebook.services.one_person.page import as_page
from notebook.services.one_person.rows import PersonRows, rows_about
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.problems import explained
from notebook.translate import translate

_LONGEST = 60  # characters of the name of a file
_WHOLE_HISTORY = 1_000_000


@dataclass(frozen=True, slots=True)
class Exported:
    """The two files that were written."""

    page: Path
    rows: Path


class PersonExport:
    """Writes people out."""

    def __init__(self, file: NotebookFile, histories: Histories) -> None:
        """Take them from this notebook."""
        self._file, self._histories = file, histories

    def write(self, person_id: int, folder: Path, today: date) -> Exported:
        """Write a page (HTML) and all rows (JSON) into a folder; no file there is replaced.

        The folder is made if it isn't there. Raises Refused for somebody who is gone, or a
        FileProblem, with no file left half written.
        """
        rows = rows_about(self._file, person_id)
        history = self._histories.of(person_id, today, limit=_WHOLE_HISTORY, with_hidden=True)
        with explained(folder):
            if folder.exists() and not folder.is_dir():
                words = translate("export", "%1 is a file. Choose a folder instead.")
                raise Refused(filled(words, str(folder)))
            folder.mkdir(parents=True, exist_ok=True)
            stem = _free_name(folder, rows.name)
            page, data = folder / f"{stem}.html", folder / f"{stem}.json"
            _write(page, as_page(rows, history, today))
            try:
                text = json.dumps(_as_json(rows, history, today), ensure_ascii=False, indent=1)
                _write(data, text)
            except OSError:
                page.unlink()  # half of it would pass for all of it
                raise
        return Exported(page, data)


def _as_json(rows: PersonRows, history: PersonHistory, today: date) -> dict[str, Any]:
    return {
        "about": rows.name,
        "exported_on": today.isoformat(),
        "tables": rows.tables,
        "names": {str(key): name for key, name in rows.names.items()},
        "history": [
            {
                "made_at": entry.made_at.isoformat(),
                "label": entry.label,
                "sentences": list(entry.sentences),
            }
            for entry in history.entries
        ],
    }


def _free_name(folder: Path, name: str) -> str:
    """Return a name that any system takes, and that no file in the folder has."""
    kept = " ".join(re.sub(r"[^\w-]+", " ", name).split())[:_LONGEST].strip()
    stem = filled(translate("export", "About %1"), kept or translate("export", "somebody"))

    def names() -> Iterator[str]:
        yield stem
        yield from (f"{stem} {number}" for number in count(2))

    return next(
        each
        for each in names()
        if not any((folder / f"{each}{ending}").exists() for ending in (".html", ".json"))
    )


def _write(path: Path, text: str) -> None:
    part = path.with_name(path.name + ".part")
    try:
        part.touch(mode=0o600)
        part.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
