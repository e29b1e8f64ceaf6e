"""Finishing agrees on a project and names what follows; open questions live on."""

from dataclasses import replace
from datetime import date

import pytest

from notebook.domain.moments import Channel
from notebook.domain.projects import ProjectState
from notebook.domain.promises import PromiseState
from notebook.domain.rhythm import ReportRhythm
from notebook.errors import Refused
from notebook.services.draft import DeliverableEntry, Entry, Gate, NeedEntry, Said, Standing
from notebook.services.notebook import Notebook
from notebook.services.report_plans import ReportPlan, report_plan_of
from notebook.storage.tables import Promise
from tests.services.project_samples import add_person, begin, fill_in, finish, responsibility


def test_finishing_names_every_promise_and_reminder(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)

    changes, finished = notebook.drafts.finish(project_id, today)

    assert changes.label == "Agreed on Lobby mural"
    assert finished.reports == (
        "A progress report to Marta Lindqvist by e-mail every week, the first on Sunday 29 November",
    )
    assert finished.promises == (
        "Marta Lindqvist: Key for the service door, by Wednesday 25 November",
    )
    assert finished.deliveries == (
        "First coat, on Saturday 28 November",
        "North wall, on Saturday 12 December, not agreed yet",
    )
    assert finished.left_open == ("Who answers for what on each side, also after delivery?",)
    assert [row.state for row in Promise.select()] == [PromiseState.OPEN]
    draft = notebook.drafts.read(project_id)
    assert (draft.state, draft.agreed_on) == (ProjectState.AGREED, today)


def test_an_untouched_question_is_left_for_later_not_lost(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    _changes, finished = notebook.drafts.finish(project_id, today)

    draft = notebook.drafts.read(project_id)
    assert len(finished.left_open) == 11
    assert finished.reports == finished.promises == finished.deliveries == ()
    assert {draft.standing(each) for each in draft.checklist.questions} == {Standing.LATER}


def test_a_line_without_words_is_not_let_go(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    marta = notebook.drafts.read(project_id).facts.person_id
    new = notebook.drafts.new_row_id
    for key, step, entry, empty in (
        (
            "deliverables",
            "What and when",
            Entry(deliverables=(DeliverableEntry(new(), due_on=today, their_view="Blue"),)),
            Entry(deliverables=()),
        ),
        (
            "needs",
            "Who does what",
            Entry(needs=(NeedEntry(new(), marta, "Marta Lindqvist", due_on=today),)),
            Entry(needs=()),
        ),
        (
            "responsibilities",
            "Who does what",
            Entry(responsibilities=(responsibility(notebook, ""),)),
            Entry(responsibilities=()),
        ),
    ):
        notebook.drafts.save(project_id, entry, 5, today)
        with pytest.raises(Refused, match=f"A line under “{step}” does not say what it is"):
            notebook.drafts.finish(project_id, today)
        assert notebook.drafts.lacking(project_id) == key
        notebook.drafts.save(project_id, empty, 5, today)
    notebook.drafts.finish(project_id, today)


def test_nothing_is_agreed_before_it_is_said_to_be_ours(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook, is_ours=None)
    with pytest.raises(Refused, match="Is this ours to do"):
        notebook.drafts.finish(project_id, today)
    no = Gate(is_ours=False, whom="Nina Hartwig", why="Stairs are her trade")
    changes = notebook.drafts.save(project_id, Entry(gate=no), 7, today)
    assert changes.label == "Filled in “Is this ours to do?” for Lobby mural"
    assert notebook.drafts.read(project_id).gate == no
    assert notebook.drafts.read(project_id).answers == {}
    with pytest.raises(Refused, match="Refer Marta on, or say yes"):
        notebook.drafts.finish(project_id, today)
    assert notebook.drafts.read(project_id).state is ProjectState.DRAFT
    notebook.drafts.save(project_id, Entry(gate=Gate(is_ours=True)), 7, today)
    notebook.drafts.finish(project_id, today)
    assert notebook.drafts.read(project_id).is_agreed


def test_a_project_does_not_end_before_it_begins(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    facts = notebook.drafts.read(project_id).facts
    turned = replace(facts, begins_on=date(2026, 12, 2), ends_on=date(2026, 12, 1))
    notebook.drafts.save_project(project_id, turned, 0)  # kept: somebody is still typing
    with pytest.raises(Refused, match="Lobby mural ends before it begins"):
        notebook.drafts.finish(project_id, today)
    same_day = replace(turned, begins_on=turned.ends_on)
    notebook.drafts.save_project(project_id, same_day, 0)
    notebook.drafts.finish(project_id, today)


def test_finishing_is_undone_as_a_whole(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    before = notebook.drafts.read(project_id)
    notebook.drafts.finish(project_id, today)
    notebook.upkeep.undo()

    assert notebook.drafts.read(project_id) == before


def test_a_project_is_agreed_once(notebook: Notebook, today: date) -> None:
    project_id = finish(notebook)
    facts = replace(notebook.drafts.read(project_id).facts, name="Other")
    with pytest.raises(Refused):
        notebook.drafts.finish(project_id, today)
    with pytest.raises(Refused):
        notebook.drafts.save_project(project_id, facts, 1)


def test_reports_count_from_the_day_on_which_the_work_begins(
    notebook: Notebook, today: date
) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    facts = replace(notebook.drafts.read(project_id).facts, begins_on=date(2026, 12, 1))
    notebook.drafts.save_project(project_id, facts, 7)

    plan = report_plan_of(notebook.drafts.read(project_id), today)

    first_on = date(2026, 12, 8)
    assert plan == ReportPlan("Marta Lindqvist", ReportRhythm.WEEKLY, Channel.EMAIL, first_on)


def test_milestones_have_no_days_and_a_rhythm_for_later_no_plan(
    notebook: Notebook, today: date
) -> None:
    project_id = begin(notebook)
    notebook.drafts.save(project_id, Entry({"rhythm": Said("at-milestones")}), 3, today)
    plan = report_plan_of(notebook.drafts.read(project_id), today)
    assert plan == ReportPlan("Marta Lindqvist", ReportRhythm.AT_MILESTONES, None, None)

    later = Entry({"rhythm": Said("daily", ask_later=True)})
    notebook.drafts.save(project_id, later, 3, today)
    assert report_plan_of(notebook.drafts.read(project_id), today) is None


def test_an_open_question_is_filled_in_later_and_only_that(notebook: Notebook, today: date) -> None:
    project_id = finish(notebook)
    line = responsibility(notebook, "Signs")
    entry = Entry({"responsibilities": Said(ask_later=True)}, responsibilities=(line,))
    notebook.drafts.save(project_id, entry, 5, today)
    assert [each.key for each in notebook.drafts.read(project_id).left_open] == ["responsibilities"]

    lines = (replace(line, what="Signs off each wall"),)
    entry = Entry({"responsibilities": Said()}, responsibilities=lines)
    notebook.drafts.save(project_id, entry, 5, today)
    draft = notebook.drafts.read(project_id)
    assert draft.left_open == ()
    assert draft.step == 7

    with pytest.raises(Refused, match="was answered when Lobby mural was agreed"):
        notebook.drafts.save(project_id, Entry({"pleased": Said(text="Other")}), 1, today)
    assert notebook.drafts.read(project_id) == draft


def test_needs_that_are_asked_later_are_promised_once_they_are_answered(
    notebook: Notebook, today: date
) -> None:
    project_id = begin(notebook)
    notebook.drafts.finish(project_id, today)
    paul = add_person(notebook, "Paul")
    need = NeedEntry(notebook.drafts.new_row_id(), paul, "Paul", "Scaffold permit", today)
    later = Entry({"needs": Said(ask_later=True)}, needs=(need,))
    notebook.drafts.save(project_id, later, 5, today)
    assert Promise.get_by_id(need.id).state is PromiseState.DRAFT

    notebook.drafts.save(project_id, Entry({"needs": Said()}, needs=(need,)), 5, today)
    assert Promise.get_by_id(need.id).state is PromiseState.OPEN
    draft = notebook.drafts.read(project_id)
    assert (draft.needs, draft.promised) == ((), 1)
    assert "needs" not in [each.key for each in draft.left_open]


def test_the_panel_reminds_of_just_what_finishing_named(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    facts = replace(notebook.drafts.read(project_id).facts, begins_on=date(2026, 12, 1))
    notebook.drafts.save_project(project_id, facts, 7)
    before = notebook.reminders.due(today)
    notebook.drafts.finish(project_id, today)

    known = {(line.source, line.subject_id) for line in before.lines}
    new = [
        line
        for line in notebook.reminders.due(today).lines
        if (line.source, line.subject_id) not in known
    ]
    assert sorted((line.source.value, line.due) for line in new) == [
        ("check-in", date(2026, 12, 5)),
        ("check-in", date(2026, 12, 12)),
        ("delivery", date(2026, 11, 28)),
        ("delivery", date(2026, 12, 12)),
        ("open-question", date(2026, 11, 25)),
        ("progress-report", date(2026, 12, 8)),
        ("their-promise", date(2026, 11, 25)),
    ]
