"""Checklists are kept word for word with the projects that begin with them."""

from pathlib import Path

import pytest

from notebook.errors import Refused
from notebook.paths import resources_dir
from notebook.services.checklists import Checklists, kept_checklist
from notebook.storage.file import NotebookFile
from notebook.storage.tables import Checklist

SHORT = """
key = "short"
name = "{name}"
[[steps]]
key = "only"
title = "Only"
[[steps.questions]]
key = "what"
text = "What?"
kind = "text"
"""


def test_any_project_comes_first_of_the_built_in_ones(tmp_path: Path) -> None:
    built_in = resources_dir() / "checklists" / "any-project.toml"
    (tmp_path / "z.toml").write_bytes(built_in.read_bytes())
    (tmp_path / "a.toml").write_text(SHORT.format(name="A short one"), encoding="utf-8")

    checklists = Checklists(tmp_path).built_in()

    assert [each.name for each in checklists] == ["Any project", "A short one"]


def test_the_program_has_eleven_questions_for_any_project() -> None:
    assert len(Checklists().built_in()[0].questions) == 11


def test_a_kept_checklist_is_its_file_word_for_word(file: NotebookFile) -> None:
    with file.change("Begin"):
        row = Checklists().keep("any-project")

    text = (resources_dir() / "checklists" / "any-project.toml").read_text(encoding="utf-8")
    assert row.content == text
    assert kept_checklist(row.content).name == "Any project"


def test_an_identical_checklist_is_kept_once_a_reworded_one_beside_it(
    file: NotebookFile, tmp_path: Path
) -> None:
    source = tmp_path / "short.toml"
    source.write_text(SHORT.format(name="Short"), encoding="utf-8")
    with file.change("Begin two"):
        first = Checklists(tmp_path).keep("short")
        assert Checklists(tmp_path).keep("short").id == first.id
    source.write_text(SHORT.format(name="Shorter"), encoding="utf-8")
    with file.change("Begin a third"):
        later = Checklists(tmp_path).keep("short")

    assert later.id != first.id
    assert [row.name for row in Checklist.select().order_by(Checklist.id)] == ["Short", "Shorter"]


def test_an_unknown_checklist_is_refused(file: NotebookFile) -> None:
    with pytest.raises(Refused), file.change("Begin"):
        Checklists().keep("no-such-thing")
