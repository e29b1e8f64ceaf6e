"""Running projects keep their questions, and take over new ones when somebody wants that."""

from dataclasses import replace
from datetime import date

from notebook.domain.checklist_edits import question_of
from notebook.domain.outcomes import Ending
from notebook.domain.projects import ProjectState
from notebook.services.draft import Entry, ProjectFacts, Said, Standing
from notebook.services.notebook import Notebook
from notebook.services.outcomes import OutcomeDraft
from tests.services.project_samples import add_person, begin, finish

KEY = "any-project"


def add_question(notebook: Notebook, text: str = "Who feeds the cat?") -> str:
    _, key = notebook.checklist_editing.add_question(KEY, "past-experience", 1)
    added = question_of(notebook.checklists.read(KEY), key)
    notebook.checklist_editing.save_question(KEY, replace(added, text=text), goes_on=True)
    return key


def test_nothing_is_offered_while_nothing_was_added(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    notebook.checklist_editing.remove_question(KEY, "pleased")
    assert notebook.checklist_versions.new_questions(project_id) == ()
    assert notebook.checklist_versions.take_over(project_id, today).ids == {}


def test_a_draft_takes_over_what_is_new_and_keeps_what_it_has(
    notebook: Notebook, today: date
) -> None:
    project_id = begin(notebook)
    answers = {"pleased": Said(text="Always on time")}
    notebook.drafts.save(project_id, Entry(answers), 2, today)
    key = add_question(notebook)
    pleased = question_of(notebook.checklists.read(KEY), "pleased")
    notebook.checklist_editing.save_question(KEY, replace(pleased, text="Reworded?"))

    offered = notebook.checklist_versions.new_questions(project_id)
    assert [each.text for each in offered] == ["Who feeds the cat?"]
    changes = notebook.checklist_versions.take_over(project_id, today)

    draft = notebook.drafts.read(project_id)
    first = draft.checklist.steps[0]
    assert [each.key for each in first.questions] == ["pleased", key, "disappointed"]
    assert first.questions[0].text.startswith("What pleased {name}")
    assert draft.answers == answers
    assert changes.label == "Took over new questions for Lobby mural"
    assert notebook.checklist_versions.new_questions(project_id) == ()
    notebook.upkeep.undo()
    assert len(notebook.drafts.read(project_id).checklist.questions) == 11


def test_other_projects_stay_as_they_are(notebook: Notebook, today: date) -> None:
    first, second = begin(notebook), begin(notebook, "Other", "Ana Pereira")
    add_question(notebook)
    notebook.checklist_versions.take_over(first, today)
    assert len(notebook.drafts.read(second).checklist.questions) == 11


def test_in_an_agreed_project_the_new_questions_are_left_for_later(
    notebook: Notebook, today: date
) -> None:
    project_id = finish(notebook)
    key = add_question(notebook)

    notebook.checklist_versions.take_over(project_id, today)

    draft = notebook.drafts.read(project_id)
    assert draft.standing(question_of(draft.checklist, key)) is Standing.LATER
    asked = [line.what for line in notebook.reminders.due(date(2026, 12, 24)).lines]
    assert any("Who feeds the cat?" in each for each in asked)


def test_a_deleted_checklist_offers_nothing(notebook: Notebook) -> None:
    key = notebook.checklists.key_of(notebook.checklists.begin("Garden").new_id)
    facts = ProjectFacts("Hedge", add_person(notebook, "Ana Pereira"), key)
    project_id = notebook.drafts.begin(facts).new_id
    notebook.checklist_editing.add_question(key, "people", 0)
    notebook.checklists.delete(key)
    assert notebook.checklist_versions.new_questions(project_id) == ()
    assert notebook.drafts.read(project_id).checklist.name == "Garden"


def test_what_is_not_wanted_in_a_project_is_offered_no_more(
    notebook: Notebook, today: date
) -> None:
    project_id, other = finish(notebook), begin(notebook, "Other", "Ana Pereira")
    versions = notebook.checklist_versions
    add_question(notebook)
    changes = versions.decline(project_id, today)
    assert changes.label == "No new questions for Lobby mural"
    assert versions.new_questions(project_id) == ()
    assert len(versions.new_questions(other)) == 1

    add_question(notebook, "Who waters the plants?")
    assert [each.text for each in versions.new_questions(project_id)] == ["Who waters the plants?"]
    versions.take_over(project_id, today)
    draft = notebook.drafts.read(project_id)
    texts = [each.text for each in draft.checklist.questions]
    assert "Who waters the plants?" in texts
    assert "Who feeds the cat?" not in texts


def test_declining_is_undone_like_everything(notebook: Notebook, today: date) -> None:
    project_id = finish(notebook)
    add_question(notebook)
    assert notebook.checklist_versions.decline(project_id, today).ids
    assert notebook.checklist_versions.decline(project_id, today).ids == {}
    notebook.upkeep.undo()
    assert len(notebook.checklist_versions.new_questions(project_id)) == 1


def test_a_project_that_is_delivered_or_closed_is_offered_nothing(
    notebook: Notebook, today: date
) -> None:
    project_id = finish(notebook)
    add_question(notebook)
    notebook.projects.set_state(project_id, ProjectState.DELIVERED)
    assert notebook.checklist_versions.new_questions(project_id) == ()
    notebook.projects.set_state(project_id, ProjectState.UNDER_WAY)
    assert len(notebook.checklist_versions.new_questions(project_id)) == 1
    notebook.outcomes.close(project_id, OutcomeDraft(Ending.LOST), today)
    assert notebook.checklist_versions.new_questions(project_id) == ()
    assert notebook.checklist_versions.take_over(project_id, today).ids == {}
