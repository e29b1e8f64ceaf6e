"""A checklist leaves as one file and comes in again, beside what is there."""

from dataclasses import replace
from pathlib import Path

import pytest

from notebook.errors import NoPermission, Refused
from notebook.services.checklists import Origin
from notebook.services.notebook import Notebook
from tests.ui.samples import HOSTILE_NAMES


def test_a_file_comes_back_as_an_own_checklist_with_the_same_questions(
    notebook: Notebook, tmp_path: Path
) -> None:
    path = tmp_path / "event.toml"
    notebook.checklist_files.save("restaurant-event", path)

    changes = notebook.checklist_files.bring_in(path)

    key = notebook.checklists.key_of(changes.new_id)
    brought, original = notebook.checklists.read(key), notebook.checklists.read("restaurant-event")
    assert changes.label == "Brought in the checklist Restaurant event"
    assert brought.name == "Restaurant event, 2"
    assert notebook.checklists.origin(key) is Origin.OWN
    assert brought.steps == original.steps
    notebook.upkeep.undo()
    assert len(notebook.checklists.lines()) == 5


def test_the_file_is_replaced_as_a_whole(notebook: Notebook, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("something else", encoding="utf-8")
    notebook.checklist_files.save("any-project", path)
    assert path.read_text(encoding="utf-8").startswith('key = "any-project"\n')
    assert [each.name for each in tmp_path.glob("*.part")] == []


def test_the_suggested_name_is_a_plain_one(notebook: Notebook) -> None:
    notebook.checklist_editing.rename("any-project", f"../{HOSTILE_NAMES[1]}")
    assert notebook.checklist_files.file_name("any-project") == "r-d-img-src-file-etc-passwd.toml"


def test_a_broken_file_is_refused_with_its_line(notebook: Notebook, tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    notebook.checklist_files.save("any-project", path)
    text = path.read_text(encoding="utf-8")
    for before, after, sentence in (
        ('kind = "rhythm"', 'kind = "song"', "step 3 “Staying in touch”, question 1 “rhythm”"),
        ('name = "Any project"', "name = Any project", r"line 2\): “name = Any project”"),
    ):
        path.write_text(text.replace(before, after), encoding="utf-8")
        with pytest.raises(Refused, match=sentence):
            notebook.checklist_files.bring_in(path)
    assert len(notebook.checklists.lines()) == 5
    assert notebook.upkeep.next_undo == ""


def test_files_that_cannot_be_read_or_written_get_a_sentence(
    notebook: Notebook, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="no such file"):
        notebook.checklist_files.bring_in(tmp_path / "nothing.toml")
    with pytest.raises(Refused, match="can’t be read or written"):
        notebook.checklist_files.bring_in(tmp_path)
    with pytest.raises((Refused, NoPermission)):
        notebook.checklist_files.save("any-project", tmp_path / "no" / "such" / "folder.toml")


def test_what_has_no_questions_is_not_written(notebook: Notebook, tmp_path: Path) -> None:
    for step in notebook.checklists.read("any-project").steps:
        notebook.checklist_editing.remove_step("any-project", step.key)
    with pytest.raises(Refused, match="no questions yet"):
        notebook.checklist_files.save("any-project", tmp_path / "empty.toml")


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_names_travel_letter_for_letter(notebook: Notebook, tmp_path: Path, name: str) -> None:
    editing = notebook.checklist_editing
    editing.rename("any-project", name)
    first = notebook.checklists.read("any-project").steps[0]
    editing.save_step("any-project", replace(first, intro=name))
    notebook.checklist_files.save("any-project", tmp_path / "x.toml")
    notebook.checklists.reset("any-project")

    key = notebook.checklists.key_of(notebook.checklist_files.bring_in(tmp_path / "x.toml").new_id)

    assert notebook.checklists.read(key).name == name
    assert notebook.checklists.read(key).steps[0].intro == name
