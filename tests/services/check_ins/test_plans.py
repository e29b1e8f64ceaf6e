"""When check-ins are: from the agreed dates, moved with them, adjusted by hand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notebook.domain.check_ins import Occasion
from notebook.errors import Refused
from notebook.services.check_ins.plans import PlannedCheckIn
from notebook.services.draft import DeliverableEntry, Entry
from notebook.services.notebook import Notebook
from tests.services.check_ins.helpers import NOW, agreed, grade_all, graded
from tests.services.project_samples import FIRST_COAT_ON, TODAY, begin, fill_in

THIRD, DELIVERY, MONTH_AFTER = Occasion


def plans(notebook: Notebook, project_id: int) -> dict[Occasion, PlannedCheckIn]:
    return {plan.occasion: plan for plan in notebook.check_ins.plans.of_project(project_id, TODAY)}


def days(notebook: Notebook, project_id: int) -> list[date | None]:
    return [plan.due_on for plan in plans(notebook, project_id).values()]


def test_agreeing_plans_the_check_ins_and_says_when(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    assert plans(notebook, project_id) == {}
    _changes, finished = notebook.drafts.finish(project_id, today)

    assert finished.check_ins == (
        "A third of the way, on Sunday 29 November",
        "At delivery, on Saturday 12 December",
        "A month after, on Tuesday 12 January",
    )
    assert list(plans(notebook, project_id)) == list(Occasion)
    third, delivery, after = date(2026, 11, 29), date(2026, 12, 12), date(2027, 1, 12)
    assert days(notebook, project_id) == [third, delivery, after]
    notebook.upkeep.undo()
    assert plans(notebook, project_id) == {}


def test_check_ins_move_with_the_deliveries(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    wall = notebook.projects.page(project_id).deliverables[1]
    notebook.delivery_moves.move(wall.id, date(2027, 1, 5), today, said_on=today)
    assert days(notebook, project_id) == [
        date(2026, 12, 7),
        date(2027, 1, 5),
        date(2027, 2, 5),
    ]
    notebook.projects.deliver(wall.id, date(2027, 1, 8))
    assert days(notebook, project_id)[1:] == [date(2027, 1, 8), date(2027, 2, 8)]


def test_without_a_delivery_the_end_of_the_project_counts(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    facts = notebook.drafts.read(project_id).facts
    ends_on = date(2026, 12, 22)
    notebook.drafts.save_project(project_id, replace(facts, ends_on=ends_on), 1)
    notebook.drafts.finish(project_id, today)
    assert days(notebook, project_id)[1] == ends_on


def test_without_any_date_a_check_in_waits_for_one(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    _changes, finished = notebook.drafts.finish(project_id, today)
    assert finished.check_ins == ()
    assert days(notebook, project_id) == [None, None, None]
    coat = DeliverableEntry(notebook.drafts.new_row_id(), "First coat", due_on=FIRST_COAT_ON)
    notebook.drafts.save(project_id, Entry(deliverables=(coat,)), 5, today)
    assert days(notebook, project_id)[0] == date(2026, 11, 24)


def test_a_day_of_ones_own_and_leaving_out(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    third = plans(notebook, project_id)[THIRD]
    moved = notebook.check_ins.plans.move(third.id, date(2026, 12, 1), today)
    assert moved.label == "Check-in a third of the way of Lobby mural: 1 Dec"
    assert plans(notebook, project_id)[THIRD] == replace(
        third, due_on=date(2026, 12, 1), has_own_day=True
    )
    notebook.check_ins.plans.move(third.id, None, today)
    assert plans(notebook, project_id)[THIRD] == third
    notebook.check_ins.plans.leave_out(third.id)
    assert not plans(notebook, project_id)[THIRD].is_open
    notebook.check_ins.plans.take_up(third.id)
    assert plans(notebook, project_id)[THIRD] == third
    with pytest.raises(Refused, match="still to come"):
        notebook.check_ins.plans.move(third.id, date(2026, 11, 21), today)


def test_what_was_asked_stays(notebook: Notebook, today: date) -> None:
    project_id = agreed(notebook)
    check_in_id = grade_all(notebook, project_id)
    third = plans(notebook, project_id)[THIRD]
    assert third.check_in_id == check_in_id
    for change in (notebook.check_ins.plans.leave_out, notebook.check_ins.plans.take_up):
        with pytest.raises(Refused, match="asked already"):
            change(third.id)
    notebook.check_ins.trash(check_in_id)
    assert plans(notebook, project_id)[THIRD].is_open


def test_what_came_later_overtakes_what_was_not_asked(notebook: Notebook) -> None:
    project_id = agreed(notebook)

    def still_open(on: date) -> list[Occasion]:
        found = notebook.check_ins.plans.of_project(project_id, on)
        return [plan.occasion for plan in found if plan.is_open]

    assert still_open(date(2026, 12, 11)) == list(Occasion)
    assert still_open(date(2026, 12, 12)) == [DELIVERY, MONTH_AFTER]
    assert still_open(date(2027, 1, 12)) == [MONTH_AFTER]
    sheet = notebook.check_ins.sheet(project_id, TODAY)
    besides = replace(graded(sheet.draft), plan_id=None, asked_on=date(2026, 12, 1))
    notebook.check_ins.save(besides, NOW + timedelta(days=9))
    assert still_open(date(2026, 12, 1)) == [DELIVERY, MONTH_AFTER]
    assert notebook.check_ins.sheet(project_id, date(2026, 12, 1)).draft.plan_id is None
