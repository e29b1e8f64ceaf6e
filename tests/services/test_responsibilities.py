"""Who answers for what is kept in lines, and was kept in words before: both stay whole."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from notebook.domain.checklists import AnswerKind
from notebook.domain.promises import Side
from notebook.errors import Refused
from notebook.services.agreements import as_text, read_agreement
from notebook.services.amendment_lines import amendments_of
from notebook.services.amendments import AmendmentDraft
from notebook.services.brief_page import as_text as as_text_of_brief
from notebook.services.draft import Entry, ProjectFacts, ResponsibilityEntry, Said, Standing
from notebook.services.found import Kind
from notebook.services.notebook import Notebook
from notebook.storage.responsibility_tables import Responsibility
from tests.services.project_samples import TODAY, add_person, begin, fill_in, finish, responsibility
from tests.storage.versions import VERSIONS, unpack

UNTIL = date(2027, 5, 3)
KEY = "responsibilities"
LISTED = 3
"""The version in which the answer became a list."""


@pytest.fixture
def project(notebook: Notebook) -> int:
    return begin(notebook)


def save(notebook: Notebook, project_id: int, *lines: ResponsibilityEntry) -> None:
    entry = Entry({KEY: Said()}, responsibilities=lines)
    notebook.drafts.save(project_id, entry, 6, TODAY)


def standing(notebook: Notebook, project_id: int) -> Standing:
    draft = notebook.drafts.read(project_id)
    return draft.standing(next(each for each in draft.checklist.questions if each.key == KEY))


def test_lines_say_who_on_which_side_and_until_when(notebook: Notebook, project: int) -> None:
    tom = add_person(notebook, "Tom Berg")
    new = notebook.drafts.new_row_id
    save(
        notebook,
        project,
        ResponsibilityEntry(new(), "Mending it", Side.OURS, tom, "Tom Berg", UNTIL, True),
        ResponsibilityEntry(new(), "The awning", Side.THEIRS, name="the landlord"),
        ResponsibilityEntry(new(), "Cleaning up"),
        ResponsibilityEntry(new()),
    )
    text = as_text(read_agreement(project, TODAY))
    for line in (
        "- Mending it: Tom Berg (on our side, until 3 May 2027, also after delivery)",
        "- The awning: the landlord (on the side of Marta)",
        "- Cleaning up (on our side)",
    ):
        assert f"  {line}\n" in text
    assert [each.what for each in notebook.projects.page(project).responsibilities] == [
        "Mending it",
        "The awning",
        "Cleaning up",
    ]
    notebook.upkeep.undo()
    assert notebook.drafts.read(project).responsibilities == ()
    notebook.upkeep.redo()
    assert len(notebook.drafts.read(project).responsibilities) == 3


def test_somebody_with_a_card_is_called_as_there(notebook: Notebook, project: int) -> None:
    tom = add_person(notebook, "Tom Berg")
    line = responsibility(notebook, name="Tom Berg")
    save(notebook, project, replace(line, person_id=tom))
    person = notebook.people.draft(tom)
    notebook.people.save(tom, replace(person, name="Tom Berger"), TODAY)
    (kept,) = notebook.drafts.read(project).responsibilities
    assert kept.name == "Tom Berger"
    assert Responsibility.get().name == ""


def test_a_line_without_its_what_is_no_answer_and_goes_when_it_is_agreed(
    notebook: Notebook, project: int
) -> None:
    fill_in(notebook, project)
    save(notebook, project, responsibility(notebook, what=" "))
    assert standing(notebook, project) is Standing.OPEN
    notebook.drafts.finish(project, TODAY)
    assert standing(notebook, project) is Standing.LATER
    assert notebook.drafts.read(project).responsibilities == ()


def test_lines_are_amended_and_those_before_are_kept(notebook: Notebook) -> None:
    project = finish(notebook)
    line = responsibility(notebook)
    save(notebook, project, line)
    with pytest.raises(Refused, match="was answered"):
        save(notebook, project, replace(line, what="Other"))
    new = replace(line, name="Paul", until_on=UNTIL)
    draft = AmendmentDraft(Entry(responsibilities=(new,)), None, TODAY, "Marta moves away")
    notebook.amendments.amend(project, KEY, draft, TODAY)
    (amendment,) = amendments_of(project)
    assert amendment.old == "Signs off each wall: Marta (on the side of Marta)"
    assert amendment.new == "Signs off each wall: Paul (on the side of Marta, until 3 May 2027)"
    empty = AmendmentDraft(Entry(responsibilities=()), None, TODAY)
    with pytest.raises(Refused, match="the one before is kept"):
        notebook.amendments.amend(project, KEY, empty, TODAY)
    notebook.upkeep.undo()
    assert notebook.drafts.read(project).responsibilities == (line,)


def test_they_stand_in_the_brief_and_are_found(notebook: Notebook) -> None:
    project = finish(notebook)
    joiner = responsibility(notebook, "Awning", "the joiner")
    save(notebook, project, responsibility(notebook), joiner)
    marta = notebook.drafts.read(project).facts.person_id
    text = as_text_of_brief(notebook.briefs.brief(marta, TODAY))
    assert "Who answers for what: Signs off each wall: Marta; Awning: the joiner" in text
    groups = notebook.search.search("signs off", TODAY)
    (group,) = (each for each in groups if each.kind is Kind.RESPONSIBILITY)
    assert (group.lines[0].title, group.lines[0].second_line) == (
        "Signs off each wall",
        "Lobby mural · Marta",
    )


def test_another_person_takes_over_what_the_one_before_answers_for(
    notebook: Notebook, project: int
) -> None:
    draft = notebook.drafts.read(project)
    marta, ana = draft.facts.person_id, add_person(notebook, "Ana Pereira")
    save(notebook, project, replace(responsibility(notebook), person_id=marta))
    notebook.drafts.save_project(project, replace(draft.facts, person_id=ana), 1)
    (line,) = notebook.drafts.read(project).responsibilities
    assert (line.person_id, line.name) == (ana, "Ana Pereira")


@pytest.mark.parametrize("version", [each for each in VERSIONS if each < LISTED])
def test_an_older_project_keeps_its_answer_in_words(
    version: int, tmp_path: Path, today: date
) -> None:
    notebook = Notebook.open(unpack(version, tmp_path / "notebook.db"))
    (project,) = (
        row[0]
        for row in notebook.file.database.execute_sql(
            "SELECT id FROM project WHERE name = 'Reading corner'"
        )
    )
    draft = notebook.drafts.read(project)
    (question,) = (each for each in draft.checklist.questions if each.key == KEY)
    before = "Aroha looks after it; Tom repairs what breaks, within a week."
    assert question.kind is AnswerKind.TEXT
    assert draft.said(question).text == before
    assert before in as_text(read_agreement(project, today))
    assert notebook.checklist_versions.new_questions(project) == ()

    new = AmendmentDraft(Entry({KEY: Said(text="Aroha alone")}), None, today)
    notebook.amendments.amend(project, KEY, new, today)
    assert "Aroha alone" in as_text(read_agreement(project, today))
    assert amendments_of(project)[-1].old == before
    notebook.file.close()


def test_words_become_lines_when_a_draft_changes_to_a_checklist_that_asks_for_lines(
    tmp_path: Path,
) -> None:
    """The drafts of older files ask in words; another checklist asks the same in lines."""
    notebook = Notebook.open(unpack(min(VERSIONS), tmp_path / "notebook.db"))
    (project,) = (
        row[0]
        for row in notebook.file.database.execute_sql(
            "SELECT id FROM project WHERE name = 'Menu boards'"
        )
    )
    notebook.drafts.save(project, Entry({KEY: Said(text="Lena pays\n\nRuna wipes")}), 5, TODAY)
    facts: ProjectFacts = notebook.drafts.read(project).facts
    notebook.drafts.save_project(project, replace(facts, checklist_key="craft-commission"), 1)
    draft = notebook.drafts.read(project)
    assert [each.what for each in draft.responsibilities] == ["Lena pays", "Runa wipes"]
    assert draft.answers[KEY].text == ""
    notebook.file.close()
