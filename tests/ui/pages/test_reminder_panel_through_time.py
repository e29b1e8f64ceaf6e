"""The panel while the clock jumps: journeys, sleep, a clock set back or forward, longer nights."""

from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from notebook.domain.recurrence import Frequency, Recurrence
from notebook.services.notebook import Notebook
from notebook.services.own_reminders import OwnReminderDraft
from notebook.ui.main_window import MainWindow
from tests.services.reminders.conftest import World
from tests.ui.conftest import FixedClock

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
WINTER, SUMMER = timezone(HOUR), timezone(2 * HOUR)
HALF_A_DAY_MS = 12 * 3600 * 1000


@pytest.fixture
def world(notebook: Notebook) -> World:
    return World(notebook.file)


def shown(window: MainWindow) -> dict[str, date]:
    return {line.what: line.due for line in window.panel.due.lines}


def test_who_flies_east_sees_tomorrow_and_back_west_today_again(
    window: MainWindow, world: World, clock: FixedClock, today: date
) -> None:
    world.reminders.add_own("Order paint", today + DAY)
    panel = window.panel
    clock.moment = datetime.combine(today, datetime.min.time(), timezone(HOUR)) + 20 * HOUR
    panel.reload()
    clock.moment = clock.moment.astimezone(timezone(9 * HOUR))  # Tokyo, the same moment
    panel._look_at_the_day()
    assert panel.due.today == today + DAY
    (line,) = panel.due.lines
    world.reminders.done(line, clock.today())
    clock.moment = clock.moment.astimezone(timezone(-8 * HOUR))
    panel._look_at_the_day()
    assert panel.due.today == today
    assert shown(window) == {}, "what was done there is done here"


def test_a_clock_set_back_brings_nothing_again_and_forward_all_that_is_due(
    window: MainWindow, world: World, clock: FixedClock, today: date
) -> None:
    for text, day in (("done", today), ("tomorrow", today + DAY), ("next week", today + 8 * DAY)):
        world.reminders.add_own(text, day)
    window.panel.reload()
    world.reminders.done(window.panel.due.lines[0], today)
    for days in (-40, 0, 1, 400, -1):
        clock.moment = datetime.combine(today + days * DAY, datetime.min.time(), WINTER)
        window.panel._look_at_the_day()
        assert window.panel.due.today == today + days * DAY
        assert shown(window) == {"tomorrow": today + DAY, "next week": today + 8 * DAY}


def test_sleep_over_midnight_is_noticed_by_the_whole_window(
    window: MainWindow, world: World, clock: FixedClock, today: date, qtbot: QtBot
) -> None:
    world.reminders.add_own("Order paint", today + DAY)
    clock.moment += 20 * HOUR
    with qtbot.waitSignal(window.notifier.changed) as told:
        window.panel._look_at_the_day()
    assert told.args[0].everything
    assert window.panel.due.today == today + DAY
    with qtbot.assertNotEmitted(window.notifier.changed):
        window.panel._look_at_the_day()


@pytest.mark.parametrize(
    ("begin", "noon", "midnight"),
    [
        (  # 28 March 2027: an hour is left out at two
            datetime(2027, 3, 28, 0, 0, 1, tzinfo=WINTER),
            datetime(2027, 3, 28, 13, 0, 1, tzinfo=SUMMER),
            datetime(2027, 3, 29, tzinfo=SUMMER),
        ),
        (  # 31 October 2027: an hour comes twice at three
            datetime(2027, 10, 31, 0, 0, 1, tzinfo=SUMMER),
            datetime(2027, 10, 31, 11, 0, 1, tzinfo=WINTER),
            datetime(2027, 11, 1, tzinfo=WINTER),
        ),
    ],
    ids=["the shorter day", "the longer day"],
)
def test_on_a_day_of_23_or_25_hours_it_looks_again_at_its_own_midnight(
    window: MainWindow,
    world: World,
    clock: FixedClock,
    begin: datetime,
    noon: datetime,
    midnight: datetime,
) -> None:
    world.reminders.add_own("Order paint", midnight.date())
    panel = window.panel
    clock.moment = begin
    panel.reload()
    assert panel._timer.remainingTime() <= 1.05 * HALF_A_DAY_MS  # Qt may round by a twentieth
    assert noon - begin == 12 * HOUR
    clock.moment = noon
    panel._timer.stop()
    panel._look_at_the_day()
    clock.moment = noon + panel._timer.remainingTime() * timedelta(milliseconds=1)
    panel._timer.stop()
    panel._look_at_the_day()
    while panel.due.today != midnight.date():
        assert clock.moment < midnight
        clock.moment += panel._timer.remainingTime() * timedelta(milliseconds=1)
        panel._timer.stop()
        panel._look_at_the_day()
    assert clock.moment - midnight < timedelta(seconds=5)
    assert shown(window) == {"Order paint": midnight.date()}


def test_what_was_left_open_is_done_and_the_turn_of_today_stays(
    window: MainWindow, world: World, clock: FixedClock, today: date, qtbot: QtBot
) -> None:
    rule = Recurrence(Frequency.MONTHLY, month_day=1)
    first, then = date(2026, 12, 1), date(2027, 1, 1)
    world.reminders.own.save(None, OwnReminderDraft("Pay the rent", first, recurrence=rule))
    clock.moment = clock.moment.replace(year=2027, month=1, day=1)
    panel = window.panel
    panel._look_at_the_day()
    for expected, said in (
        (then, "Done: Pay the rent · once more today"),
        (date(2027, 2, 1), "Done: Pay the rent · next on Mon 1 Feb"),
    ):
        panel.take_focus()
        qtbot.keyClick(panel.view, Qt.Key.Key_D)
        assert shown(window) == {"Pay the rent": expected}
        assert window.quiet_line.label.text() == said


def test_what_can_t_be_done_with_a_line_is_said_without_a_dialog(
    window: MainWindow, world: World, today: date, qtbot: QtBot
) -> None:
    draft = OwnReminderDraft("Water", today, recurrence=Recurrence(Frequency.DAILY))
    window.notifier.tell(world.reminders.own.save(None, draft))
    window.panel.take_focus()
    for said in ("Put off until 23 Nov: Water", "It comes round again then. Skip it instead."):
        qtbot.keyClick(window.panel.view, Qt.Key.Key_T)
        assert window.quiet_line.text() == said
        assert shown(window) == {"Water": today + DAY}
    for key in (Qt.Key.Key_L, Qt.Key.Key_B):
        window.quiet_line.clear()
        qtbot.keyClick(window.panel.view, key)
        assert window.quiet_line.text() == "Nobody is named in this reminder."


def test_a_long_silence_is_skipped_at_once(
    window: MainWindow, world: World, today: date, qtbot: QtBot
) -> None:
    world.person("Ana", rhythm_days=7, known_since=today - 365 * DAY)
    window.notifier.look_again()
    window.panel.take_focus()
    qtbot.keyClick(window.panel.view, Qt.Key.Key_K)
    assert shown(window) == {"Get in touch with Ana": today + 6 * DAY}
