"""The wizard's side of a project: saved as typed, read back whole, picked up days later."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from notebook.domain.projects import Agreed, ProjectState
from notebook.domain.promises import PromiseState, Side
from notebook.errors import Refused
from notebook.services.draft import (
    DeliverableEntry,
    Draft,
    Entry,
    NeedEntry,
    PersonEntry,
    ProjectFacts,
    Said,
    Standing,
)
from notebook.services.notebook import Notebook
from notebook.storage.tables import Promise
from tests.services.project_samples import add_person, begin, fill_in

HOSTILE = "R&D <img src=file:///etc/passwd>" + "<table><tr><td>" * 24


def step_standings(draft: Draft) -> list[Standing]:
    return [draft.standing_of(step) for step in draft.checklist.steps]


def test_a_project_begins_with_a_name_and_a_person_and_nothing_else(notebook: Notebook) -> None:
    draft = notebook.drafts.read(begin(notebook))

    assert draft.facts.name == "Lobby mural"
    assert (draft.person_name, draft.first_name) == ("Marta Lindqvist", "Marta")
    assert draft.state is ProjectState.DRAFT
    assert step_standings(draft) == [Standing.OPEN] * 6
    assert len(draft.left_open) == 11


def test_a_project_without_a_name_is_refused(notebook: Notebook) -> None:
    marta = add_person(notebook, "Marta")
    with pytest.raises(Refused):
        notebook.drafts.begin(ProjectFacts("  ", marta, "any-project"))
    assert notebook.projects.count() == 0


def test_a_filled_in_draft_is_read_back_whole_from_a_newly_opened_file(
    notebook: Notebook, notebook_path: Path
) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    before = notebook.drafts.read(project_id)
    notebook.file.close()

    reopened = Notebook.open(notebook_path)
    after = reopened.drafts.read(project_id)
    reopened.file.close()

    assert after == before
    assert after.step == 7
    assert after.answers["channel"] == Said("email", "Before 10:00. Copy Paul.")
    assert [each.what for each in after.deliverables] == ["First coat", "North wall"]
    assert after.deliverables[1].agreed is Agreed.NO
    assert after.needs[0].text == "Key for the service door"
    assert [(each.name, each.introduced) for each in after.people] == [
        ("Marta Lindqvist", True),
        ("Tom Berg", False),
    ]
    assert [each.key for each in after.left_open] == ["responsibilities"]


def test_hostile_text_stays_letter_for_letter(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook, HOSTILE, HOSTILE)
    entry = Entry({"pleased": Said(text=f"{HOSTILE}\n {{name}} \t")})
    notebook.drafts.save(project_id, entry, 1, today)

    draft = notebook.drafts.read(project_id)
    assert draft.facts.name == draft.person_name == HOSTILE
    assert draft.answers == entry.answers


def test_saving_what_is_there_already_changes_nothing(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    draft = notebook.drafts.read(project_id)
    label = notebook.upkeep.next_undo

    whole = Entry(draft.answers, draft.deliverables, draft.needs, draft.people)
    changes = notebook.drafts.save(project_id, whole, draft.step, today)
    facts = notebook.drafts.save_project(project_id, draft.facts, draft.step)

    assert not changes.ids
    assert not facts.ids
    assert notebook.upkeep.next_undo == label


def test_typing_is_undone_as_a_whole_and_each_page_by_itself(
    notebook: Notebook, today: date
) -> None:
    project_id = begin(notebook)
    for text in ("Al", "Always", "Always on time"):
        entry = Entry({"pleased": Said(text=text)})
        notebook.drafts.save(project_id, entry, 1, today, goes_on=text != "Al")
    notebook.drafts.save(project_id, Entry(), 3, today, goes_on=True)
    notebook.drafts.save(project_id, Entry({"rhythm": Said("daily")}), 3, today)

    notebook.upkeep.undo()
    draft = notebook.drafts.read(project_id)
    assert (draft.answers, draft.step) == ({"pleased": Said(text="Always on time")}, 3)
    assert notebook.upkeep.next_undo == "Filled in “Past experience” for Lobby mural"

    notebook.upkeep.undo()
    draft = notebook.drafts.read(project_id)
    assert (draft.answers, draft.step) == ({}, 0)


def test_turning_a_page_is_remembered_and_nothing_to_undo(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    label = notebook.upkeep.next_undo
    changes = notebook.drafts.save(project_id, Entry(), 4, today)

    assert not changes.ids
    assert notebook.drafts.read(project_id).step == 4
    assert notebook.upkeep.next_undo == label


def test_an_emptied_answer_is_no_answer(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    notebook.drafts.save(project_id, Entry({"pleased": Said(text="Yes")}), 1, today)
    notebook.drafts.save(project_id, Entry({"pleased": Said()}), 1, today)

    assert notebook.drafts.read(project_id).answers == {}


def test_asked_later_is_a_standing_of_its_own(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    answers = {"pleased": Said(text="On time"), "disappointed": Said(ask_later=True)}
    notebook.drafts.save(project_id, Entry(answers), 1, today)

    draft = notebook.drafts.read(project_id)
    assert step_standings(draft)[:2] == [Standing.LATER, Standing.OPEN]
    assert draft.left_open[0].key == "disappointed"


def test_rows_are_changed_in_place_and_empty_ones_left_out(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    first, second = (notebook.drafts.new_row_id() for _ in range(2))
    rows = (DeliverableEntry(first, "Sketch"), DeliverableEntry(second))
    notebook.drafts.save(project_id, Entry(deliverables=rows), 4, today)
    rows = (DeliverableEntry(second, "Coat"), DeliverableEntry(first, "Sketches, three"))
    notebook.drafts.save(project_id, Entry(deliverables=rows), 4, today)

    assert notebook.drafts.read(project_id).deliverables == rows
    notebook.drafts.save(project_id, Entry(deliverables=rows[1:]), 4, today)
    assert notebook.drafts.read(project_id).deliverables == rows[1:]


def test_what_we_need_is_a_promise_that_reminds_nobody_yet(notebook: Notebook) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)

    (promise,) = Promise.select()
    assert (promise.state, promise.side) == (PromiseState.DRAFT, Side.THEIRS)
    assert promise.due_on == date(2026, 11, 25)


def test_another_person_takes_over_their_place_and_what_we_need(notebook: Notebook) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    paul = add_person(notebook, "Paul Lindqvist")
    facts = replace(notebook.drafts.read(project_id).facts, person_id=paul, name="Lobby")
    notebook.drafts.save_project(project_id, facts, 1)

    draft = notebook.drafts.read(project_id)
    assert (draft.person_name, draft.facts.name) == ("Paul Lindqvist", "Lobby")
    assert draft.needs[0].person_name == "Paul Lindqvist"
    assert [each.name for each in draft.people] == ["Paul Lindqvist", "Tom Berg"]


def test_a_discarded_draft_comes_back_from_the_trash_as_it_was(notebook: Notebook) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    before = notebook.drafts.read(project_id)
    notebook.projects.trash(project_id)
    with pytest.raises(Refused):
        notebook.drafts.read(project_id)

    notebook.upkeep.restore("project", project_id)
    assert notebook.drafts.read(project_id) == before


def test_people_and_needs_alone_answer_their_questions(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    draft = notebook.drafts.read(project_id)
    tom = PersonEntry(notebook.drafts.new_row_id(), add_person(notebook, "Tom"), "Tom", Side.OURS)
    need = NeedEntry(notebook.drafts.new_row_id(), draft.facts.person_id, "Marta", "Keys")
    entry = Entry(needs=(need,), people=(*draft.people, tom))
    notebook.drafts.save(project_id, entry, 5, today)

    left = [each.key for each in notebook.drafts.read(project_id).left_open]
    assert "needs" not in left
    assert "people" not in left


def test_somebody_in_the_trash_comes_back_to_the_project(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    before = notebook.drafts.read(project_id).people
    tom = before[1].person_id
    notebook.people.trash(tom)
    left = notebook.drafts.read(project_id).people
    assert left == before[:1]
    entry = Entry(people=(replace(left[0], role="decides"),))
    notebook.drafts.save(project_id, entry, 6, today)

    notebook.upkeep.restore("person", tom)
    people = notebook.drafts.read(project_id).people
    assert [each.name for each in people] == ["Marta Lindqvist", "Tom Berg"]


def test_somebody_trashed_while_the_page_is_filled_in_keeps_the_place(
    notebook: Notebook, today: date
) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    marta, tom = notebook.drafts.read(project_id).people
    notebook.people.trash(tom.person_id)

    changed = (marta, replace(tom, role="Paints"))
    notebook.drafts.save(project_id, Entry(people=changed), 7, today)
    notebook.people.trash(add_person(notebook, "Somebody else"))
    notebook.upkeep.restore("person", tom.person_id)

    assert notebook.drafts.read(project_id).people == changed
