"""Checklists: built in, changed, the user's own; and those that running projects keep."""

from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property, lru_cache
from pathlib import Path

from notebook.domain.changes import Changes
from notebook.domain.checklist_parsing import ChecklistError
from notebook.domain.checklists import Checklist
from notebook.domain.text import sort_key
from notebook.errors import Refused
from notebook.formats.checklist_toml import read_checklist, write_checklist
from notebook.paths import resources_dir
from notebook.services.checklist_names import free_key, free_name
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.record import utc_now
from notebook.storage.tables import Checklist as KeptRow
from notebook.storage.tables import OwnChecklist
from notebook.translate import translate

ANY_PROJECT = "any-project"


class Origin(Enum):
    """Where a checklist comes from."""

    BUILT_IN = "built-in"
    CHANGED = "changed"
    """Built in, and changed by the user; can be reset."""
    OWN = "own"


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One line of the list of checklists."""

    key: str
    name: str
    origin: Origin
    steps: int
    questions: int


class Checklists:
    """Lists and reads checklists, makes own ones, and keeps versions for projects."""

    def __init__(self, file: NotebookFile, folder: Path | None = None) -> None:
        """Keep own checklists in this notebook; built-in ones lie in `folder`, our resources."""
        self._file = file
        self._folder = folder or resources_dir() / "checklists"

    def built_in(self) -> list[Checklist]:
        """Return the built-in checklists as they came, "Any project" first, then by name.

        Raises ChecklistError when one of the files can't be used.
        """
        return [_parsed(text) for text in self._texts.values()]

    def lines(self) -> list[ChecklistLine]:
        """Return all checklists: those built in first, then the user's own by name."""
        return [self._line(checklist) for checklist in self._all()]

    def offered(self) -> list[Checklist]:
        """Return the checklists that a project can begin with, as they are asked."""
        asked = (checklist.without_empty_steps() for checklist in self._all())
        return [checklist for checklist in asked if checklist.questions]

    def read(self, key: str) -> Checklist:
        """Return a checklist as it is now, steps without questions included; may be Refused."""
        row = self._row(key)
        if row is None and key not in self._texts:
            raise Refused(translate("checklists", "This checklist is no longer there."))
        return _parsed(row.content if row else self._texts[key])

    def built_in_version(self, key: str) -> Checklist | None:
        """Return a built-in checklist as it came; None for one of the user's own."""
        return _parsed(self._texts[key]) if key in self._texts else None

    def origin(self, key: str) -> Origin:
        """Return where a checklist comes from."""
        if key not in self._texts:
            return Origin.OWN
        return Origin.BUILT_IN if self._row(key) is None else Origin.CHANGED

    def key_of(self, row_id: int) -> str:
        """Return the key of the own checklist that a change made."""
        return str(OwnChecklist.get_by_id(row_id).key)

    def keep(self, key: str) -> KeptRow:
        """Return the row of a checklist for a project, word for word as it is now.

        An identical row serves all projects that began with it. Call within a change; raises
        Refused for an unknown key, and for one without any question.
        """
        checklist = self.read(key).without_empty_steps()
        if not checklist.questions:
            text = translate("checklists", "“%1” has no questions yet.")
            raise Refused(filled(text, checklist.name))
        row = self._row(key)
        return kept_row(checklist, write_checklist(checklist) if row else self._texts[key])

    def begin(self, name: str) -> Changes:
        """Make an own checklist with the questions of "Any project", which all others rest on."""
        core = _parsed(self._texts[ANY_PROJECT])
        label = filled(translate("checklists", "Made the checklist %1"), name)
        return self.add(replace(core, name=name), label)

    def copy(self, key: str) -> Changes:
        """Make an own checklist of one that is there, to be changed."""
        original = self.read(key)
        name = filled(translate("checklists", "%1, copy"), original.name)
        label = filled(translate("checklists", "Copied the checklist %1"), original.name)
        return self.add(replace(original, name=name), label)

    def add(self, checklist: Checklist, label: str) -> Changes:
        """Add an own checklist; name and key become others where they are taken already."""
        tables = (OwnChecklist, KeptRow)  # a key that was used once is never used again
        keys = {row.key for table in tables for row in table.select(table.key)}
        name = free_name(checklist.name, {line.name for line in self.lines()})
        checklist = replace(checklist, name=name, key=free_key(name, keys))
        with self._file.change(label) as change:
            change.done(OwnChecklist.create(**_columns(checklist)).id)
        return change.changes

    def delete(self, key: str) -> Changes:
        """Put an own checklist into the trash; projects that began with it keep their version."""
        row = self._row(key)
        if row is None or key in self._texts:
            text = translate("checklists", "Only a checklist of your own can be deleted.")
            raise Refused(text)
        label = filled(translate("checklists", "Moved %1 to the trash"), row.name)
        with self._file.change(label) as change:
            row.amend(deleted_at=utc_now())
        return change.changes

    def reset(self, key: str) -> Changes:
        """Take a changed built-in checklist back to how it came."""
        if self.origin(key) is not Origin.CHANGED:
            raise Refused(translate("checklists", "This checklist is as it came."))
        name = _parsed(self._texts[key]).name
        with self._file.change(filled(translate("checklists", "Reset %1"), name)) as change:
            OwnChecklist.get(OwnChecklist.key == key).delete_instance()
        return change.changes

    def write(self, checklist: Checklist) -> None:
        """Save a changed checklist; call within a change.

        A built-in one that is as it came once more leaves no trace. Raises Refused for what no
        checklist can be.
        """
        text = write_checklist(checklist)
        try:
            checklist = _parsed(text)
        except ChecklistError as error:
            raise Refused(error.why) from error
        row = self._row(checklist.key)
        if checklist == self.built_in_version(checklist.key):
            if row is not None:
                row.delete_instance()
        elif row is None:
            OwnChecklist.create(**_columns(checklist))
        elif row.content != text:
            row.amend(**_columns(checklist))

    def _all(self) -> list[Checklist]:
        rows = OwnChecklist.select(OwnChecklist.key, OwnChecklist.content)
        live = rows.where(OwnChecklist.deleted_at.is_null()).order_by(OwnChecklist.sort_key)
        texts = {row.key: row.content for row in live}
        return [_parsed(text) for text in (self._texts | texts).values()]

    def _line(self, checklist: Checklist) -> ChecklistLine:
        origin = Origin.OWN
        if checklist.key in self._texts:
            is_same = checklist == self.built_in_version(checklist.key)
            origin = Origin.BUILT_IN if is_same else Origin.CHANGED
        counts = len(checklist.steps), len(checklist.questions)
        return ChecklistLine(checklist.key, checklist.name, origin, *counts)

    def _row(self, key: str) -> OwnChecklist | None:
        row: OwnChecklist | None = OwnChecklist.get_or_none(
            (OwnChecklist.key == key) & OwnChecklist.deleted_at.is_null()
        )
        return row

    @cached_property
    def _texts(self) -> dict[str, str]:
        texts = [file.read_text(encoding="utf-8") for file in self._folder.glob("*.toml")]
        checklists = {text: _parsed(text) for text in texts}
        texts.sort(key=lambda text: (checklists[text].key != ANY_PROJECT, checklists[text].name))
        return {checklists[text].key: text for text in texts}


def kept_checklist(content: str) -> Checklist:
    """Return the questions in the content of a checklist row, word for word the same for ever."""
    return _parsed(content)


def kept_row(checklist: Checklist, content: str) -> KeptRow:
    """Return the row of these questions, made now if there is none; call within a change."""
    row: KeptRow | None = KeptRow.get_or_none(
        (KeptRow.key == checklist.key) & (KeptRow.content == content)
    )
    return row or KeptRow.create(key=checklist.key, name=checklist.name, content=content)


@lru_cache(maxsize=64)
def _parsed(text: str) -> Checklist:
    return read_checklist(text, unfinished=True)


def _columns(checklist: Checklist) -> dict[str, object]:
    return {
        "key": checklist.key,
        "name": checklist.name,
        "sort_key": sort_key(checklist.name),
        "content": write_checklist(checklist),
    }
