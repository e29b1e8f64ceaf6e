"""Each edit of a checklist is one change: saved, named and undone by itself."""

from dataclasses import replace

import pytest

from notebook.domain.checklist_edits import question_of, step_of
from notebook.domain.checklists import AnswerKind, Checklist, Question
from notebook.errors import Refused
from notebook.services.notebook import Notebook
from tests.ui.samples import HOSTILE_NAMES

KEY = "any-project"


def shape(notebook: Notebook, key: str = KEY) -> list[str]:
    steps = notebook.checklists.read(key).steps
    return [f"{step.key}: {' '.join(each.key for each in step.questions)}" for step in steps]


def question(notebook: Notebook, key: str) -> Question:
    return question_of(notebook.checklists.read(KEY), key)


def test_a_question_is_reworded_and_keeps_its_key(notebook: Notebook) -> None:
    reworded = replace(question(notebook, "pleased"), text="What did {name} like?", hint="Listen.")

    changes = notebook.checklist_editing.save_question(KEY, reworded)

    assert question(notebook, "pleased") == reworded
    assert changes.label == "Reworded a question in Any project"
    assert changes.concern("own_checklist")
    notebook.upkeep.undo()
    assert (
        question(notebook, "pleased").text == "What pleased {name} about others, on work like this?"
    )


def test_words_saved_while_they_are_typed_are_one_thing_to_undo(notebook: Notebook) -> None:
    editing, before = notebook.checklist_editing, question(notebook, "pleased")
    editing.save_question(KEY, replace(before, text="W"))
    editing.save_question(KEY, replace(before, text="Why"), goes_on=True)
    editing.save_question(KEY, replace(before, text="Why?"), goes_on=True)

    notebook.upkeep.undo()

    assert question(notebook, "pleased") == before
    notebook.upkeep.redo()
    assert question(notebook, "pleased").text == "Why?"


def test_saving_what_is_there_changes_nothing(notebook: Notebook) -> None:
    changes = notebook.checklist_editing.save_question(KEY, question(notebook, "pleased"))
    assert changes.ids == {}
    assert notebook.upkeep.next_undo == ""


def test_the_kind_of_an_answer_changes(notebook: Notebook) -> None:
    editing = notebook.checklist_editing
    choice = replace(
        question(notebook, "in-person"), kind=AnswerKind.CHOICE, options=("Weekly", "At the end")
    )
    assert editing.save_question(KEY, choice).label == ("Changed the kind of answer in Any project")
    editing.save_question(KEY, replace(choice, kind=AnswerKind.DATE))
    assert question(notebook, "in-person").options == ()


def test_what_no_checklist_can_be_is_refused_and_nothing_saved(notebook: Notebook) -> None:
    editing, before = notebook.checklist_editing, notebook.checklists.read(KEY)
    pleased = question(notebook, "pleased")
    for spoiled, sentence in (
        (replace(pleased, text="  "), "Every question needs words"),
        (replace(pleased, kind=AnswerKind.RHYTHM), "Only one question can be of the kind"),
        (replace(pleased, kind=AnswerKind.CHOICE, options=("One",)), "A choice needs"),
        (replace(pleased, key="gone"), "no longer there"),
    ):
        with pytest.raises(Refused, match=sentence):
            editing.save_question(KEY, spoiled)
    with pytest.raises(Refused, match="needs a name"):
        editing.rename(KEY, " ")
    with pytest.raises(Refused, match="needs a title"):
        editing.save_step(KEY, replace(before.steps[0], title=""))
    with pytest.raises(Refused, match="no longer there"):
        editing.add_question(KEY, "gone", 0)
    with pytest.raises(Refused, match="no longer there"):
        editing.rename("gone", "Name")
    assert notebook.checklists.read(KEY) == before


def test_steps_and_questions_are_added_to_be_reworded(notebook: Notebook) -> None:
    editing = notebook.checklist_editing
    _, step_key = editing.add_step(KEY, 1)
    changes, question_key = editing.add_question(KEY, step_key, 0)

    assert changes.label == "Added a question to Any project"
    assert shape(notebook)[1] == f"{step_key}: {question_key}"
    added = question(notebook, question_key)
    editing.save_question(KEY, replace(added, text="Why now?"), goes_on=True)
    assert notebook.upkeep.next_undo == "Added a question to Any project"
    notebook.upkeep.undo()
    assert shape(notebook)[1] == f"{step_key}: "


def test_a_step_is_reworded_without_touching_its_questions(notebook: Notebook) -> None:
    step = step_of(notebook.checklists.read(KEY), "people")
    reworded = replace(step, title="Us", heading="Us all", intro="Who?", questions=())

    changes = notebook.checklist_editing.save_step(KEY, reworded)

    assert changes.label == "Reworded the step “Us” in Any project"
    saved = step_of(notebook.checklists.read(KEY), "people")
    assert saved == replace(reworded, questions=step.questions)


def test_questions_and_steps_move(notebook: Notebook) -> None:
    editing = notebook.checklist_editing
    editing.nudge_question(KEY, "disappointed", -1)
    editing.move_question(KEY, "explained", "people", 1)
    editing.nudge_step(KEY, "people", -1)
    editing.move_step(KEY, "past-experience", 1)
    assert shape(notebook) == [
        "rave-review: rave-review",
        "past-experience: disappointed pleased",
        "staying-in-touch: rhythm channel in-person",
        "what-and-when: deliverables",
        "people: people explained",
        "who-does-what: needs responsibilities",
    ]
    for _ in range(4):
        notebook.upkeep.undo()
    assert notebook.checklists.read(KEY) == notebook.checklists.built_in_version(KEY)
    assert editing.nudge_question(KEY, "pleased", -1).ids == {}


def test_questions_and_steps_are_removed_and_come_back_by_undo(notebook: Notebook) -> None:
    editing, before = notebook.checklist_editing, shape(notebook)
    editing.remove_question(KEY, "pleased")
    assert editing.remove_step(KEY, "people").label == (
        "Removed the step “The people” from Any project"
    )
    assert len(shape(notebook)) == 5
    notebook.upkeep.undo()
    notebook.upkeep.undo()
    assert shape(notebook) == before


def test_one_question_is_reset_and_the_others_stay(notebook: Notebook) -> None:
    editing = notebook.checklist_editing
    assert editing.original(KEY, "pleased") is None
    original = question(notebook, "pleased")
    editing.save_question(KEY, replace(original, text="Changed", kind=AnswerKind.DATE))
    editing.rename(KEY, "Renamed")
    assert editing.original(KEY, "pleased") == original

    editing.reset_question(KEY, "pleased")

    assert question(notebook, "pleased") == original
    assert notebook.checklists.read(KEY).name == "Renamed"
    with pytest.raises(Refused, match="as it came"):
        editing.reset_question(KEY, "pleased")
    _, added = editing.add_question(KEY, "people", 0)
    assert editing.original(KEY, added) is None


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_words_stay_letter_for_letter(notebook: Notebook, name: str) -> None:
    editing = notebook.checklist_editing
    changed = Question("pleased", name, AnswerKind.CHOICE, name, name, (name, name + "2"))
    editing.save_question(KEY, changed)
    editing.save_step(KEY, replace(notebook.checklists.read(KEY).steps[0], title=name, intro=name))

    checklist: Checklist = notebook.checklists.read(KEY)

    assert checklist.questions[0] == changed
    assert checklist.steps[0].title == name
