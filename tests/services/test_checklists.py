"""Checklists: built in, changed and own; kept word for word with the projects that begin with them."""

from pathlib import Path

import pytest

from notebook.domain.checklists import AnswerKind
from notebook.errors import Refused
from notebook.paths import resources_dir
from notebook.services.checklists import ChecklistLine, Checklists, Origin, kept_checklist
from notebook.services.notebook import Notebook
from notebook.storage.file import NotebookFile
from notebook.storage.tables import Checklist, OwnChecklist
from tests.services.project_samples import add_person, begin
from tests.ui.samples import HOSTILE_NAMES

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


def line(notebook: Notebook, key: str) -> ChecklistLine:
    return next(each for each in notebook.checklists.lines() if each.key == key)


def own_key(notebook: Notebook, name: str = "Garden") -> str:
    return notebook.checklists.key_of(notebook.checklists.begin(name).new_id)


def rename(notebook: Notebook, key: str, name: str) -> None:
    notebook.checklist_editing.rename(key, name)


def test_any_project_comes_first_of_the_built_in_ones(file: NotebookFile, tmp_path: Path) -> None:
    built_in = resources_dir() / "checklists" / "any-project.toml"
    (tmp_path / "z.toml").write_bytes(built_in.read_bytes())
    (tmp_path / "a.toml").write_text(SHORT.format(name="A short one"), encoding="utf-8")

    checklists = Checklists(file, tmp_path).built_in()

    assert [each.name for each in checklists] == ["Any project", "A short one"]


def test_the_list_names_the_five_that_came_with_the_program(notebook: Notebook) -> None:
    lines = notebook.checklists.lines()
    assert lines[0] == ChecklistLine("any-project", "Any project", Origin.BUILT_IN, 6, 11)
    assert len(lines) == 5
    assert {each.origin for each in lines} == {Origin.BUILT_IN}


def test_a_kept_checklist_is_its_file_word_for_word(notebook: Notebook) -> None:
    with notebook.file.change("Begin"):
        row = notebook.checklists.keep("any-project")

    text = (resources_dir() / "checklists" / "any-project.toml").read_text(encoding="utf-8")
    assert row.content == text
    assert kept_checklist(row.content).name == "Any project"


def test_an_identical_checklist_is_kept_once_a_reworded_one_beside_it(
    file: NotebookFile, tmp_path: Path
) -> None:
    source = tmp_path / "short.toml"
    source.write_text(SHORT.format(name="Short"), encoding="utf-8")
    with file.change("Begin two"):
        first = Checklists(file, tmp_path).keep("short")
        assert Checklists(file, tmp_path).keep("short").id == first.id
    source.write_text(SHORT.format(name="Shorter"), encoding="utf-8")
    with file.change("Begin a third"):
        later = Checklists(file, tmp_path).keep("short")

    assert later.id != first.id
    assert [row.name for row in Checklist.select().order_by(Checklist.id)] == ["Short", "Shorter"]


def test_an_unknown_checklist_is_refused(notebook: Notebook) -> None:
    with pytest.raises(Refused), notebook.file.change("Begin"):
        notebook.checklists.keep("no-such-thing")


def test_an_own_checklist_begins_with_the_core(notebook: Notebook) -> None:
    key = own_key(notebook, "Garden")

    assert key == "own-garden"
    assert line(notebook, key) == ChecklistLine(key, "Garden", Origin.OWN, 6, 11)
    assert not notebook.checklists.read(key).missing_kinds
    assert notebook.upkeep.next_undo == "Made the checklist Garden"
    assert notebook.checklists.offered()[-1].name == "Garden"


def test_a_copy_has_a_name_and_a_key_of_its_own(notebook: Notebook) -> None:
    for _ in range(2):
        notebook.checklists.copy("restaurant-event")

    own = [each for each in notebook.checklists.lines() if each.origin is Origin.OWN]
    assert [(each.key, each.name) for each in own] == [
        ("own-restaurant-event-copy", "Restaurant event, copy"),
        ("own-restaurant-event-copy-2", "Restaurant event, copy, 2"),
    ]
    assert own[0].questions == line(notebook, "restaurant-event").questions


def test_a_changed_built_in_one_can_be_reset_and_that_undone(notebook: Notebook) -> None:
    rename(notebook, "any-project", "All our work")
    assert line(notebook, "any-project").origin is Origin.CHANGED
    assert notebook.checklists.lines()[0].name == "All our work"

    notebook.checklists.reset("any-project")
    assert line(notebook, "any-project").origin is Origin.BUILT_IN
    with pytest.raises(Refused, match="as it came"):
        notebook.checklists.reset("any-project")

    notebook.upkeep.undo()
    assert line(notebook, "any-project").name == "All our work"


def test_changing_it_back_by_hand_is_a_reset_too(notebook: Notebook) -> None:
    rename(notebook, "any-project", "All our work")
    rename(notebook, "any-project", "Any project")

    assert line(notebook, "any-project").origin is Origin.BUILT_IN
    assert OwnChecklist.select().count() == 0


def test_an_own_one_goes_to_the_trash_and_comes_back(notebook: Notebook) -> None:
    key = own_key(notebook)
    notebook.checklists.delete(key)
    assert len(notebook.checklists.lines()) == 5
    with pytest.raises(Refused):
        notebook.checklists.read(key)

    trashed = notebook.upkeep.trash()[0]
    assert (trashed.kind, trashed.title) == ("own_checklist", "Garden")
    notebook.upkeep.restore(trashed.kind, trashed.id)
    assert line(notebook, key).name == "Garden"

    with pytest.raises(Refused, match="of your own"):
        notebook.checklists.delete("any-project")


def test_a_key_in_the_trash_is_not_used_again(notebook: Notebook) -> None:
    first = own_key(notebook)
    notebook.checklists.delete(first)
    second = own_key(notebook)

    assert second != first
    notebook.upkeep.undo()
    notebook.upkeep.undo()
    assert line(notebook, first).name == "Garden"


def test_what_has_no_questions_is_not_offered(notebook: Notebook) -> None:
    key = own_key(notebook)
    for step in notebook.checklists.read(key).steps[1:]:
        notebook.checklist_editing.remove_step(key, step.key)
    notebook.checklist_editing.remove_question(key, "pleased")
    notebook.checklist_editing.remove_question(key, "disappointed")

    assert line(notebook, key) == ChecklistLine(key, "Garden", Origin.OWN, 1, 0)
    assert key not in {each.key for each in notebook.checklists.offered()}
    with pytest.raises(Refused, match="no questions yet"), notebook.file.change("Begin"):
        notebook.checklists.keep(key)


def test_a_step_without_questions_is_no_page_of_the_wizard(notebook: Notebook) -> None:
    key = own_key(notebook)
    notebook.checklist_editing.add_step(key, 0)
    facts_key = key
    with notebook.file.change("Begin"):
        row = notebook.checklists.keep(facts_key)

    assert len(notebook.checklists.read(key).steps) == 7
    assert len(kept_checklist(row.content).steps) == 6


def test_a_project_keeps_the_version_that_it_began_with(notebook: Notebook) -> None:
    project_id = begin(notebook)
    notebook.checklist_editing.remove_question("any-project", "pleased")
    rename(notebook, "any-project", "All our work")

    draft = notebook.drafts.read(project_id)
    assert draft.checklist.name == "Any project"
    assert draft.checklist.questions[0].key == "pleased"
    later = notebook.drafts.read(begin(notebook, "Later", "Ana Pereira"))
    assert later.checklist.name == "All our work"
    assert later.checklist.questions[0].key == "disappointed"


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_names_stay_letter_for_letter(notebook: Notebook, name: str) -> None:
    key = own_key(notebook, name)
    assert line(notebook, key).name == name
    assert notebook.checklists.read(key).name == name
    assert len(key) < 60


def test_names_without_latin_letters_have_keys_too(notebook: Notebook) -> None:
    assert own_key(notebook, "庭") == "own-checklist"
    assert own_key(notebook, "Сад") == "own-checklist-2"
    assert own_key(notebook, "Gärten für Ðór") == "own-garten-fur-dor"


def test_only_needed_kinds_are_named_as_missing(notebook: Notebook) -> None:
    key = own_key(notebook)
    notebook.checklist_editing.remove_question(key, "rhythm")
    assert notebook.checklists.read(key).missing_kinds == (AnswerKind.RHYTHM,)
    assert add_person(notebook, "Marta Lindqvist")
