"""What we expect ourselves stands in the agreement, yet is no question to the customer."""

from dataclasses import replace
from datetime import date

import pytest

from notebook.domain.checklists import AnswerKind
from notebook.errors import Refused
from notebook.services.agreements import as_text, read_agreement
from notebook.services.amendment_lines import amendments_of
from notebook.services.amendments import AmendmentDraft
from notebook.services.brief_page import as_text as as_text_of_brief
from notebook.services.draft import Entry, Said
from notebook.services.found import Kind
from notebook.services.notebook import Notebook
from notebook.services.own_side import OUR_SIDE, expected_by_us, our_question, our_step
from tests.services.project_samples import begin, fill_in, finish

OURS = "Half of the fee before we begin\nPaul decides within three days"


def say(notebook: Notebook, project_id: int, text: str, today: date) -> None:
    notebook.drafts.save(project_id, Entry({OUR_SIDE: Said(text=text)}), 5, today)


def test_it_is_asked_only_where_no_question_of_the_checklist_is_about_our_side(
    notebook: Notebook,
) -> None:
    asked = {
        checklist.key for checklist in notebook.checklists.offered() if our_question(checklist)
    }
    assert asked == {"any-project"}
    checklist = notebook.checklists.read("any-project")
    assert our_step(checklist).key == "who-does-what"
    assert OUR_SIDE not in {question.key for question in checklist.questions}


def test_it_stands_in_agreement_brief_page_and_check_in_but_is_never_counted(
    notebook: Notebook, today: date
) -> None:
    project = begin(notebook)
    fill_in(notebook, project)
    open_before = notebook.drafts.read(project).left_open
    say(notebook, project, OURS, today)
    assert notebook.drafts.read(project).left_open == open_before
    notebook.drafts.finish(project, today)

    text = as_text(read_agreement(project, today))
    assert "What we expect\n--------------\nAnd what do we expect of Marta?\n  Half of" in text
    page = notebook.projects.page(project)
    assert page.we_expect == tuple(OURS.splitlines())
    assert (page.asked, page.our_key) == (11, OUR_SIDE)
    sheet = notebook.check_ins.sheet(project, today)
    assert sheet.we_expected == page.we_expect
    brief = as_text_of_brief(notebook.briefs.brief(page.person_id, today))
    assert "We expect: Half of the fee before we begin; Paul decides within three days" in brief
    (group,) = notebook.search.search("three days", today)
    assert (group.kind, group.lines[0].second_line) == (
        Kind.ANSWER,
        "Lobby mural · What we expect",
    )


def test_it_is_agreed_anew_also_when_nothing_was_said(notebook: Notebook, today: date) -> None:
    project = finish(notebook)
    assert notebook.projects.page(project).our_key == OUR_SIDE
    for text in ("Half before", "A third before"):
        draft = AmendmentDraft(Entry({OUR_SIDE: Said(text=text)}), None, today)
        notebook.amendments.amend(project, OUR_SIDE, draft, today)
    first, second = amendments_of(project)
    assert first.sentence == "Changed on 22 November 2026. Nothing stood here before"
    assert second.sentence == "Changed on 22 November 2026. Before: Half before"
    assert "  A third before\n" in as_text(read_agreement(project, today))
    with pytest.raises(Refused, match="was answered when Lobby mural was agreed"):
        say(notebook, project, "All before", today)
    notebook.upkeep.undo()
    notebook.upkeep.undo()
    assert expected_by_us(notebook.drafts.read(project)) == ()


def test_a_checklist_with_such_a_question_needs_no_other(notebook: Notebook, today: date) -> None:
    project = begin(notebook)
    facts = replace(notebook.drafts.read(project).facts, checklist_key="consulting-assignment")
    notebook.drafts.save_project(project, facts, 1)
    notebook.drafts.save(project, Entry({"fee": Said("yes", "Daily rate")}), 5, today)
    draft = notebook.drafts.read(project)
    assert expected_by_us(draft) == ("Daily rate",)
    fee = next(each for each in draft.checklist.questions if each.key == "fee")
    assert fee.kind is AnswerKind.YES_NO
    assert "What we expect" not in as_text(read_agreement(project, today))
    notebook.drafts.finish(project, today)
    assert notebook.projects.page(project).our_key == "fee"
