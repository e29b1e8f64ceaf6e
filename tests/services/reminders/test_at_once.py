"""Sources find the same, whether they read all groups at once or each by an index."""

from datetime import date, time, timedelta

import pytest

from notebook.domain.partial_date import LeapDay
from notebook.domain.promises import Side
from notebook.domain.urgency import ReminderGroup
from notebook.services.promises import Promises
from notebook.services.reminders.birthdays import Birthdays
from notebook.services.reminders.check_ins import _WAITING as CHECK_INS
from notebook.services.reminders.deliveries import Deliveries
from notebook.services.reminders.open_questions import OpenQuestions
from notebook.services.reminders.promises import OurPromises
from notebook.services.reminders.selected import SelectedSource
from notebook.services.reminders.source import Asked, Found
from notebook.storage.file import NotebookFile
from tests.bench.measure import statements_of
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)


@pytest.fixture
def asked(world: World, today: date) -> Asked:
    """Return a question of a world with something in each group, more than is wanted of it."""
    project = world.project(world.person(known_since=today))
    promises = Promises(world.file)
    for number, offset in enumerate((*range(-9, 20), -3, 0, 4)):
        day = today + offset * DAY
        world.deliverable(project, day)
        world.answer(project, f"question {number}", ask_later=True, answered_on=day - 3 * DAY)
        who = world.person(birthday_month=day.month, birthday_day=day.day)
        promises.add(who, Side.OURS, f"Sketch {number}", day)
    return Asked(world.file.database, today, 4, LeapDay.FEBRUARY_28, time(12))


@pytest.mark.parametrize("kind", [Birthdays, Deliveries, OpenQuestions, OurPromises])
def test_it_finds_the_same_by_two_statements(
    asked: Asked, file: NotebookFile, kind: type[SelectedSource], monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[Found] = []
    statements = statements_of(file.database.connection(), lambda: found.append(kind().find(asked)))
    monkeypatch.setattr(kind, "at_once", not kind.at_once)
    the_other_way = kind().find(asked)
    (one_way,) = found
    assert one_way == the_other_way
    assert set(one_way.totals) >= {ReminderGroup.OVERDUE, ReminderGroup.THIS_WEEK}
    assert len(statements) == (3 if kind is Birthdays else 2)


def test_check_ins_that_ask_nothing_are_not_looked_at(file: NotebookFile) -> None:
    plan = file.database.execute_sql(f"EXPLAIN QUERY PLAN {CHECK_INS}", ("2026-12-31",)).fetchall()
    details = [row[3] for row in plan]
    assert any("check_in_plan_asks" in detail for detail in details), details
