"""Choices read as words, and are not lost when their question changes."""

from dataclasses import replace
from datetime import date

import pytest

from notebook.domain.checklists import AnswerKind, Question
from notebook.services.agreements import as_text, read_agreement
from notebook.services.answer_words import choice_in_words, fits, fitted
from notebook.services.draft import Entry, ProjectFacts, Said
from notebook.services.notebook import Notebook
from tests.services.project_samples import add_person, begin

CHOICE = Question("q", "Which?", AnswerKind.CHOICE, options=("Call {name}", "Go on"))


def of(kind: AnswerKind) -> Question:
    return Question("q", "What?", kind)


@pytest.mark.parametrize(
    ("question", "choice", "words"),
    [
        (CHOICE, "Call {name}", "Call Marta"),
        (of(AnswerKind.DATE), "2026-11-28", "28 November 2026"),
        (of(AnswerKind.RHYTHM), "weekly", "Weekly"),
        (of(AnswerKind.CHANNEL), "email", "E-mail"),
        (of(AnswerKind.YES_NO), "no", "No"),
        (of(AnswerKind.DATE), "soon", "soon"),
        (of(AnswerKind.TEXT), "yes", "yes"),
        (CHOICE, "", ""),
    ],
)
def test_choices_read_as_words(question: Question, choice: str, words: str) -> None:
    assert choice_in_words(question, choice, "Marta") == words


def test_what_is_no_longer_offered_becomes_text() -> None:
    yes_no, rhythm = of(AnswerKind.YES_NO), of(AnswerKind.RHYTHM)
    assert fitted(Said("yes", "Two coats"), yes_no, rhythm, "Marta") == Said("", "Yes\nTwo coats")
    assert fitted(Said("weekly"), rhythm, of(AnswerKind.TEXT), "Marta") == Said("", "Weekly")
    shorter = replace(CHOICE, options=("Go on", "Stop"))
    assert fitted(Said("Call {name}"), CHOICE, shorter, "Marta") == Said("", "Call Marta")
    assert fitted(Said("Go on", "x"), CHOICE, shorter, "Marta") == Said("Go on", "x")
    assert fitted(Said("", "x", ask_later=True), CHOICE, rhythm, "Marta") == (
        Said("", "x", ask_later=True)
    )
    assert not fits(of(AnswerKind.PEOPLE), "yes")


def test_an_agreement_says_what_was_chosen_and_the_day(notebook: Notebook, today: date) -> None:
    facts = ProjectFacts("Wall", add_person(notebook, "Marta Lindqvist"), "craft-commission")
    project_id = notebook.drafts.begin(facts).new_id
    answers = {
        "finished-by": Said("2026-12-18", "The in-laws come"),
        "surprises": Said("Stop and call first", "Up to 200"),
    }
    notebook.drafts.save(project_id, Entry(answers), 3, today)

    text = as_text(read_agreement(project_id, today))

    assert "  18 December 2026\n  The in-laws come" in text
    assert "  Stop and call first\n  Up to 200" in text


def test_answers_stay_when_a_draft_changes_its_checklist(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    answers = {"pleased": Said(text="Always on time"), "rhythm": Said("weekly")}
    notebook.drafts.save(project_id, Entry(answers), 3, today)
    facts = notebook.drafts.read(project_id).facts

    notebook.drafts.save_project(project_id, replace(facts, checklist_key="restaurant-event"), 3)

    draft = notebook.drafts.read(project_id)
    assert draft.checklist.name == "Restaurant event"
    assert draft.answers == answers


def test_a_choice_that_the_new_checklist_does_not_offer_is_kept_as_words(
    notebook: Notebook, today: date
) -> None:
    key = notebook.checklists.key_of(notebook.checklists.begin("Garden").new_id)
    questions = {each.key: each for each in notebook.checklists.read(key).questions}
    rhythm = replace(questions["rhythm"], kind=AnswerKind.YES_NO)
    notebook.checklist_editing.save_question(key, rhythm)
    project_id = begin(notebook)
    answers = {"rhythm": Said("weekly", "on Fridays"), "explained": Said("yes")}
    notebook.drafts.save(project_id, Entry(answers), 3, today)
    facts = notebook.drafts.read(project_id).facts

    notebook.drafts.save_project(project_id, replace(facts, checklist_key=key), 3)

    kept = notebook.drafts.read(project_id).answers
    assert kept == {"rhythm": Said("", "Weekly\non Fridays"), "explained": Said("yes")}
    notebook.upkeep.undo()
    assert notebook.drafts.read(project_id).answers == answers
