"""Check-ins and concerns among the reminders."""

from datetime import date, timedelta
from functools import partial

import pytest

from notebook.domain.check_ins import Grade
from notebook.domain.concerns import ConcernStep
from notebook.domain.outcomes import Ending
from notebook.domain.projects import ProjectState
from notebook.domain.reminders import Source
from notebook.services.concerns import Answer, ConcernDraft, ConcernEntry, StepEntry
from notebook.services.notebook import Notebook
from notebook.services.outcomes import OutcomeDraft
from notebook.services.people import PersonDraft
from notebook.services.reminders.line import ReminderLine
from tests.services.check_ins.helpers import NOW, agreed, grade_all
from tests.services.project_samples import TODAY, add_person

DAY = timedelta(days=1)
THIRD_ON = date(2026, 11, 29)


def due(notebook: Notebook, today: date, source: Source = Source.CHECK_IN) -> list[ReminderLine]:
    lines = notebook.reminders.due(today, per_group=100).lines
    return [line for line in lines if line.source is source]


def test_a_planned_check_in_is_due_until_it_was_asked(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    third, delivery = due(notebook, today)
    assert third.what == "Ask Marta whether Lobby mural is going as expected"
    assert third.why == "Check-in · a third of the way"
    assert (third.who, third.project_id, third.due) == ("Marta Lindqvist", project_id, THIRD_ON)
    assert delivery.what == "Ask Marta whether Lobby mural is what was expected"
    grade_all(notebook, project_id)
    assert [line.due for line in due(notebook, today)] == [delivery.due]
    after = due(notebook, date(2027, 1, 1))[-1]
    assert after.what == "Ask Marta how Lobby mural is working out"


def test_one_laid_aside_is_still_due(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    notebook.check_ins.keep(notebook.check_ins.sheet(project_id, today).draft, None)
    assert len(due(notebook, today)) == 2


def test_a_mark_holds_when_the_agreed_dates_move(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    notebook.reminders.skip(due(notebook, today)[0], today)
    wall = notebook.projects.page(project_id).deliverables[1]
    notebook.delivery_moves.move(wall.id, date(2026, 12, 20), today)
    (line,) = due(notebook, today)
    assert (line.due, line.why) == (date(2026, 12, 20), "Check-in · at delivery")
    notebook.reminders.snooze(line, date(2026, 12, 21), today)
    (put_off,) = due(notebook, today)
    assert (put_off.due, put_off.since) == (date(2026, 12, 21), date(2026, 12, 20))
    notebook.delivery_moves.move(wall.id, date(2026, 12, 22), today)
    assert [line.due for line in due(notebook, today)] == [date(2026, 12, 22)]


def test_an_overdue_check_in_is_as_pressing_as_a_weekly_report(
    notebook: Notebook, today: date
) -> None:
    agreed(notebook)
    assert due(notebook, THIRD_ON + 7 * DAY)[0].urgency == pytest.approx(1.0)


def test_of_several_that_are_due_the_latest_is_asked(notebook: Notebook) -> None:
    agreed(notebook)
    assert [line.due for line in due(notebook, date(2026, 12, 12))] == [date(2026, 12, 12)]
    assert [line.due for line in due(notebook, date(2027, 2, 1))] == [date(2027, 1, 12)]


def test_other_projects_are_not_asked_about(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    notebook.projects.set_state(project_id, ProjectState.EXPLORING)
    assert due(notebook, today) == []
    notebook.outcomes.close(project_id, OutcomeDraft(Ending.LOST), today)
    assert due(notebook, today) == []


def test_left_out_and_trashed_ones_are_silent(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    plans = notebook.check_ins.plans.of_project(project_id, TODAY)
    notebook.check_ins.plans.leave_out(plans[0].id)
    notebook.check_ins.plans.move(plans[1].id, today, today)
    assert [line.due for line in due(notebook, today)] == [today]
    marta = notebook.drafts.read(project_id).facts.person_id
    notebook.people.trash(marta)
    assert due(notebook, today) == []


def test_one_that_was_skipped_is_left_out_until_it_is_planned_anew(
    notebook: Notebook, today: date
) -> None:
    project_id, plans = agreed(notebook), notebook.check_ins.plans
    (line, *_) = due(notebook, THIRD_ON)
    notebook.reminders.skip(line, THIRD_ON)
    for again in (
        partial(plans.move, line.subject_id, THIRD_ON + 5 * DAY, today),
        partial(plans.take_up, line.subject_id),
    ):
        third = plans.of_project(project_id, THIRD_ON)[0]
        assert (third.id, third.is_left_out, third.is_open) == (line.subject_id, True, False)
        again()
        assert plans.of_project(project_id, THIRD_ON)[0].is_open
        assert line.subject_id in [each.subject_id for each in due(notebook, THIRD_ON)]
        notebook.upkeep.undo()


def test_a_concern_says_what_comes_next(notebook: Notebook, today: date) -> None:
    tom = add_person(notebook, "Tom Arden")
    draft = PersonDraft("Marcus Okafor", looked_after_by=tom)
    marcus = notebook.people.save(None, draft, today).new_id
    concern = notebook.concerns.open(ConcernDraft(marcus, "Too modern"), today).new_id

    def said(*done: ConcernStep, answer: Answer = Answer.NOT_ASKED) -> str:
        steps = {step: StepEntry(step in done) for step in ConcernStep}
        entry = ConcernEntry("Too modern", steps, tom, None, today, answer)
        notebook.concerns.save(concern, entry, NOW)
        (line,) = due(notebook, today, Source.CONCERN)
        assert (line.due, line.subject_id) == (today, concern)
        assert line.why == "Concern: Too modern · Tom Arden"
        return line.what

    person = list(ConcernStep)[:4]
    assert said() == "Hear Marcus out"
    assert said(*person[:2]) == "Set it right with Marcus"
    assert said(*person) == "Set right what went wrong for Marcus"
    assert said(*ConcernStep) == "Ask Marcus whether it is right now"
    right = said(*ConcernStep, answer=Answer.RIGHT)
    assert right == "Close the concern of Marcus"


def test_a_concern_stays_in_sight_until_it_is_closed(notebook: Notebook, today: date) -> None:
    marcus = add_person(notebook, "Marcus Okafor")
    concern = notebook.concerns.open(ConcernDraft(marcus, "Too modern"), today).new_id
    (line,) = due(notebook, today, Source.CONCERN)
    for days, act in ((7, notebook.reminders.skip), (14, notebook.reminders.done)):
        act(due(notebook, today, Source.CONCERN)[0], today)
        (again,) = due(notebook, today, Source.CONCERN)
        assert again.due == line.due + days * DAY
    entry = ConcernEntry("Too modern", follow_up_on=today + 9 * DAY)
    notebook.concerns.save(concern, entry, NOW)
    assert [line.due for line in due(notebook, today, Source.CONCERN)] == [today + 9 * DAY]
    notebook.people.trash(marcus)
    assert due(notebook, today, Source.CONCERN) == []


def test_grades_do_not_change_what_is_due(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    grade_all(notebook, project_id, Grade.BELOW)
    assert len(due(notebook, today, Source.CONCERN)) == 1
    assert len(due(notebook, today)) == 1
