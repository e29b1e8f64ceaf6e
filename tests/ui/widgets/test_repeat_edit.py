"""How something comes round, chosen by key and mouse."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.domain.partial_date import LeapDay
from notebook.domain.recurrence import LAST_DAY, Frequency, NthWeekday, Recurrence
from notebook.ui.icons import Icons
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.repeat_edit import Repeat, RepeatEdit

TUESDAY = date(2026, 11, 24)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def edit(icons: Icons, today: date, qtbot: QtBot) -> RepeatEdit:
    edit = RepeatEdit(icons, today, LeapDay.FEBRUARY_28)
    edit.set_day(TUESDAY)
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return edit


def choose(qtbot: QtBot, row: ChoiceRow, key: object) -> None:
    qtbot.mouseClick(row.button(key), LEFT)


def words(row: ChoiceRow) -> list[str]:
    return [button.text() for button in row._buttons]


def test_once_needs_nothing_else(edit: RepeatEdit) -> None:
    assert edit.value() == Repeat()
    assert edit.details.isHidden()
    assert edit.trouble() == ""


def test_every_third_day(edit: RepeatEdit, qtbot: QtBot) -> None:
    choose(qtbot, edit.frequency, Frequency.DAILY)
    assert edit.unit.text() == "day"
    edit.interval.setFocus()
    edit.interval.selectAll()
    qtbot.keyClicks(edit.interval, "3")
    assert edit.unit.text() == "days"
    assert edit.value() == Repeat(Recurrence(Frequency.DAILY, 3))
    assert edit.preview.text() == "On Tue 24 Nov, Fri 27 Nov, Mon 30 Nov …"
    assert edit.weekdays.isHidden()
    assert edit.month_day.isHidden()


def test_weekdays_by_keyboard(edit: RepeatEdit, qtbot: QtBot) -> None:
    choose(qtbot, edit.frequency, Frequency.WEEKLY)
    assert edit.value().rule == Recurrence(Frequency.WEEKLY, weekdays=(1,))
    edit.weekdays.setFocus()
    tuesday = edit.weekdays.button(1)
    qtbot.waitUntil(tuesday.hasFocus)
    qtbot.keyClick(tuesday, Qt.Key.Key_Right)
    qtbot.keyClick(edit.weekdays.button(2), Qt.Key.Key_Right)
    qtbot.keyClick(edit.weekdays.button(3), Qt.Key.Key_Space)
    assert edit.value().rule == Recurrence(Frequency.WEEKLY, weekdays=(1, 3))
    assert edit.weekdays.button(3).accessibleName() == "Thursday"
    qtbot.mouseClick(edit.weekdays.button(1), LEFT)
    qtbot.mouseClick(edit.weekdays.button(3), LEFT)
    assert edit.value().rule == Recurrence(Frequency.WEEKLY, weekdays=(1,))  # that of the day


def test_the_days_of_a_month_are_those_of_the_day_it_begins_on(
    edit: RepeatEdit, qtbot: QtBot
) -> None:
    choose(qtbot, edit.frequency, Frequency.MONTHLY)
    assert words(edit.month_day) == [
        "On day 24",
        "On the fourth Tuesday",
        "On the last Tuesday",
        "On the last day",
    ]
    assert edit.value().rule == Recurrence(Frequency.MONTHLY, month_day=24)
    choose(qtbot, edit.month_day, "weekday")
    assert edit.value().rule == Recurrence(Frequency.MONTHLY, nth_weekday=NthWeekday(4, 1))
    edit.set_day(date(2026, 12, 7))
    assert edit.value().rule == Recurrence(Frequency.MONTHLY, nth_weekday=NthWeekday(1, 0))
    choose(qtbot, edit.frequency, Frequency.YEARLY)
    assert words(edit.month_day)[0] == "On 7 December"
    assert edit.value().rule == Recurrence(Frequency.YEARLY, nth_weekday=NthWeekday(1, 0), month=12)


def test_a_day_of_its_own_is_kept_until_another_is_chosen(edit: RepeatEdit, qtbot: QtBot) -> None:
    rule = Recurrence(Frequency.MONTHLY, month_day=31)
    edit.set_value(Repeat(rule))
    assert edit.value().rule == rule
    assert words(edit.month_day)[0] == "On day 31"
    choose(qtbot, edit.month_day, "last-day")
    assert edit.value().rule == Recurrence(Frequency.MONTHLY, month_day=LAST_DAY)


def test_from_completion_the_days_do_not_matter(edit: RepeatEdit, qtbot: QtBot) -> None:
    choose(qtbot, edit.frequency, Frequency.WEEKLY)
    choose(qtbot, edit.counting, True)
    assert edit.value() == Repeat(Recurrence(Frequency.WEEKLY), from_completion=True)
    assert edit.weekdays.isHidden()
    assert edit.preview.isHidden()


def test_it_may_end(edit: RepeatEdit, qtbot: QtBot, today: date) -> None:
    choose(qtbot, edit.frequency, Frequency.DAILY)
    assert edit.end.day.isHidden()
    choose(qtbot, edit.end.choice, "until")
    assert edit.trouble() == "Until which day?"
    qtbot.keyClicks(edit.end.day.field, "2026-12-24")
    assert edit.trouble() == ""
    assert edit.value().rule == Recurrence(Frequency.DAILY, until=date(2026, 12, 24))
    choose(qtbot, edit.end.choice, "count")
    assert edit.value().rule == Recurrence(Frequency.DAILY, count=10)
    choose(qtbot, edit.frequency, "once")
    assert edit.value() == Repeat()


RULES = (
    Recurrence(Frequency.DAILY, 9, count=7),
    Recurrence(Frequency.WEEKLY, 2, weekdays=(0, 5), until=date(2027, 1, 1)),
    Recurrence(Frequency.MONTHLY, 3, month_day=LAST_DAY),
    Recurrence(Frequency.MONTHLY, nth_weekday=NthWeekday(5, 6)),
    Recurrence(Frequency.YEARLY, month=2, month_day=29),
    Recurrence(Frequency.YEARLY, month=5, nth_weekday=NthWeekday(LAST_DAY, 4)),
)


@pytest.mark.parametrize("rule", RULES)
def test_what_is_shown_is_what_comes_back(edit: RepeatEdit, rule: Recurrence) -> None:
    edit.set_value(Repeat(rule))
    assert edit.value() == Repeat(rule)


def test_setting_says_nothing_and_choosing_does(edit: RepeatEdit, qtbot: QtBot) -> None:
    seen: list[bool] = []
    edit.changed.connect(lambda: seen.append(True))
    for rule in RULES:
        edit.set_value(Repeat(rule))
    edit.set_day(date(2026, 12, 1))
    assert seen == []
    choose(qtbot, edit.frequency, Frequency.DAILY)
    assert seen == [True]
