"""Checklists: those built in, and the ones that running projects keep as they began."""

from functools import cached_property, lru_cache
from pathlib import Path

from notebook.domain.checklists import Checklist
from notebook.errors import Refused
from notebook.formats.checklist_toml import read_checklist
from notebook.paths import resources_dir
from notebook.storage.tables import Checklist as ChecklistRow
from notebook.translate import translate

ANY_PROJECT = "any-project"


class Checklists:
    """Reads the built-in checklists and keeps them with the projects that begin with them."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the built-in checklists from `folder`, usually from the program's resources."""
        self._folder = folder or resources_dir() / "checklists"

    def built_in(self) -> list[Checklist]:
        """Return the checklists to choose from, "Any project" first, then by name.

        Raises ChecklistError when one of the files can't be used.
        """
        parsed = [_parsed(text) for text in self._texts.values()]
        return sorted(parsed, key=lambda each: (each.key != ANY_PROJECT, each.name))

    def keep(self, key: str) -> ChecklistRow:
        """Return the row of a built-in checklist, word for word as it is now.

        An identical row serves all projects that began with it. Call within a change; raises
        Refused for an unknown key.
        """
        text = self._texts.get(key)
        if text is None:
            raise Refused(translate("checklists", "This checklist is no longer there."))
        kept: ChecklistRow | None = ChecklistRow.get_or_none(
            (ChecklistRow.key == key) & (ChecklistRow.content == text)
        )
        return kept or ChecklistRow.create(key=key, name=_parsed(text).name, content=text)

    @cached_property
    def _texts(self) -> dict[str, str]:
        texts = (file.read_text(encoding="utf-8") for file in sorted(self._folder.glob("*.toml")))
        return {_parsed(text).key: text for text in texts}


@lru_cache(maxsize=32)
def kept_checklist(content: str) -> Checklist:
    """Return the questions in the content of a checklist row, word for word the same for ever."""
    return _parsed(content)


def _parsed(text: str) -> Checklist:
    return read_checklist(text)
