"""The watch over a real notebook: what is said, when, and how long it waits in between."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.domain.changes import Changes
from notebook.domain.moments import Channel, Direction
from notebook.domain.recurrence import Frequency, Recurrence
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.notice_words import Notice, waiting
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.reminders.line import Due
from notebook.ui.main_window import MainWindow
from notebook.ui.tray.watch import ReminderWatch
from tests.services.reminders.conftest import World
from tests.ui.conftest import FixedClock

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


@dataclass
class FakeAnnouncer:
    """Notes what is said instead of saying it."""

    said: list[Notice] = field(default_factory=list)
    opened: list[Callable[[], None]] = field(default_factory=list)
    due: Due | None = None
    hides_names: bool = False

    def show(self, notice: Notice, opened: Callable[[], None]) -> None:
        self.said.append(notice)
        self.opened.append(opened)

    def show_due(self, due: Due | None, *, hides_names: bool) -> None:
        self.due, self.hides_names = due, hides_names

    def titles(self) -> list[str]:
        return [notice.title for notice in self.said]


@pytest.fixture
def announcer() -> FakeAnnouncer:
    return FakeAnnouncer()


@pytest.fixture
def watch(window: MainWindow, announcer: FakeAnnouncer) -> ReminderWatch:
    """Return the watch of a window that is in the tray, without the word of the morning."""
    choices = window.reminding.choices
    choices.keep(replace(choices.now(), in_the_morning=False))
    window.step_aside()
    window.reminding.watch_with(announcer)
    assert window.reminding.watch is not None
    return window.reminding.watch


def own(window: MainWindow, text: str, at: time, day: date | None = None) -> None:
    day = day or window.desk.clock.today()
    draft = OwnReminderDraft(text, day, at=at)
    window.notifier.tell(window.notebook.reminders.own.save(None, draft))


def test_a_reminder_is_told_at_its_time_once(
    window: MainWindow, watch: ReminderWatch, announcer: FakeAnnouncer, clock: FixedClock
) -> None:
    own(window, "Call the mill", time(12, 30))
    assert announcer.said == []
    assert 29 * 60_000 < watch.timer.remainingTime() <= 30 * 60_000 + 1000
    clock.moment += 30 * MINUTE
    watch.timer.timeout.emit()
    assert announcer.said == [Notice("Call the mill", "12:30")]
    clock.moment += MINUTE
    watch.look()
    clock.moment -= 20 * MINUTE
    watch.look()
    clock.moment += 3 * 60 * MINUTE
    watch.look()
    assert announcer.titles() == ["Call the mill"]


def test_the_whole_window_hears_of_midnight_from_the_watch_which_is_the_first_to_look(
    window: MainWindow, watch: ReminderWatch, clock: FixedClock, qtbot: QtBot
) -> None:
    clock.moment += DAY
    with qtbot.waitSignal(window.notifier.changed) as told:
        watch.timer.timeout.emit()
    assert told.args[0].everything


def test_another_program_run_does_not_tell_it_again(
    window: MainWindow,
    watch: ReminderWatch,
    announcer: FakeAnnouncer,
    clock: FixedClock,
) -> None:
    own(window, "Call the mill", time(12, 30))
    clock.moment += 30 * MINUTE
    watch.look()
    watch.pause()
    later = FakeAnnouncer()
    window.reminding.watch_with(later)
    assert later.said == []
    own(window, "Call the bank", time(12, 30))
    assert later.titles() == ["Call the bank"], "written after its time, it is told at once"


def test_a_meeting_is_told_with_its_lead_and_not_once_it_is_called_off(
    window: MainWindow,
    watch: ReminderWatch,
    announcer: FakeAnnouncer,
    notebook: Notebook,
    clock: FixedClock,
    today: date,
) -> None:
    ana = notebook.people.add("Ana Pereira", today).new_id
    for hour in (14, 16):
        draft = MomentDraft((ana,), Channel.MEETING, Direction.WE, today, time(hour))
        window.notifier.tell(notebook.moments.plan(draft, clock.now()))
    clock.moment = clock.moment.replace(hour=13, minute=45)
    watch.look()
    assert announcer.titles() == ["Meet Ana Pereira 14:00"]
    line = next(each for each in window.panel.due.lines if each.at == time(16))
    window.notifier.tell(notebook.reminders.skip(line, today))
    clock.moment = clock.moment.replace(hour=16)
    watch.look()
    assert announcer.titles() == ["Meet Ana Pereira 14:00"]


def test_what_fell_due_while_closed_is_told_once_at_a_hidden_start(
    window: MainWindow, announcer: FakeAnnouncer, clock: FixedClock
) -> None:
    window.reminding.choices.since(clock.moment.replace(tzinfo=None) - DAY)
    own(window, "Call the mill", time(9))
    own(window, "Call the bank", time(10))
    window.step_aside()
    window.reminding.watch_with(announcer)
    assert announcer.titles() == ["2 reminders", "2 reminders today"]
    assert announcer.said[0].text == "9:00 Call the mill\n10:00 Call the bank"
    assert window.reminding.watch is not None
    window.reminding.watch.look()
    assert len(announcer.said) == 2


def test_a_window_in_front_shows_it_already(
    window: MainWindow, announcer: FakeAnnouncer, clock: FixedClock
) -> None:
    window.reminding.choices.since(clock.moment.replace(tzinfo=None) - DAY)
    own(window, "Call the mill", time(9))
    window.reminding.watch_with(announcer)
    assert announcer.said == []
    assert announcer.due is not None
    assert waiting(announcer.due) == 1


@pytest.mark.parametrize(
    ("begin", "morning", "expected"),
    [(9, 10, ["1 reminder today"]), (8, 7, []), (8, 8, []), (12, 10, [])],
)
def test_the_word_of_the_morning_comes_at_its_hour_to_a_window_in_front(
    window: MainWindow,
    announcer: FakeAnnouncer,
    clock: FixedClock,
    begin: int,
    morning: int,
    expected: list[str],
) -> None:
    choices = window.reminding.choices
    choices.keep(replace(choices.now(), morning_at=time(morning)))
    clock.moment = clock.moment.replace(hour=begin)
    window.notifier.tell(window.notebook.reminders.add_own("Paint", clock.today()))
    window.reminding.watch_with(announcer)
    assert window.reminding.watch is not None
    assert announcer.said == []
    for hour in range(begin + 1, 20):
        clock.moment = clock.moment.replace(hour=hour)
        window.reminding.watch.look()
    assert announcer.titles() == expected


def test_each_turn_of_what_is_left_open_is_told_at_its_time(
    window: MainWindow, watch: ReminderWatch, announcer: FakeAnnouncer, clock: FixedClock
) -> None:
    daily = Recurrence(Frequency.DAILY)
    draft = OwnReminderDraft("Medicine", clock.today(), at=time(12, 30), recurrence=daily)
    window.notifier.tell(window.notebook.reminders.own.save(None, draft))
    for day in range(4):
        assert announcer.titles() == ["Medicine"] * day
        assert 29 * 60_000 < watch.timer.remainingTime() <= 30 * 60_000 + 1000
        clock.moment += 30 * MINUTE
        watch.timer.timeout.emit()
        watch.look()
        assert announcer.titles() == ["Medicine"] * (day + 1)
        assert len(window.panel.due.lines) == 1
        clock.moment += DAY - 30 * MINUTE
        watch.look()
    announcer.opened[-1]()
    assert window.panel.view.line() == window.panel.due.lines[0]


def test_the_word_of_the_morning(
    window: MainWindow, watch: ReminderWatch, announcer: FakeAnnouncer, clock: FixedClock
) -> None:
    choices = window.reminding.choices
    World(window.notebook.file).person("Ana", rhythm_days=10, known_since=clock.today() - 12 * DAY)
    window.notifier.look_again()
    choices.keep(replace(choices.now(), in_the_morning=True))
    clock.moment = clock.moment.replace(hour=8, minute=29)
    watch.look()
    assert announcer.said == []
    clock.moment += MINUTE
    watch.look()
    watch.look()
    assert announcer.said == [Notice("1 person needs a word today", "Get in touch with Ana")]
    clock.moment += DAY
    watch.look()
    assert len(announcer.said) == 2


def test_a_morning_on_which_nothing_is_due_says_nothing_all_day(
    window: MainWindow, watch: ReminderWatch, announcer: FakeAnnouncer
) -> None:
    choices = window.reminding.choices
    choices.keep(replace(choices.now(), in_the_morning=True))
    watch.look()
    window.notifier.tell(window.notebook.reminders.add_own("Paint", window.desk.clock.today()))
    watch.look()
    assert announcer.said == []


def test_quiet_hours_keep_it_until_they_are_over(
    window: MainWindow, watch: ReminderWatch, announcer: FakeAnnouncer, clock: FixedClock
) -> None:
    choices = window.reminding.choices
    choices.keep(replace(choices.now(), has_quiet_hours=True))
    own(window, "Lock the gate", time(21))
    clock.moment = clock.moment.replace(hour=21)
    watch.timer.timeout.emit()
    assert announcer.said == []
    assert abs(watch.timer.remainingTime() - 10 * 3600_000) < 2000
    clock.moment += timedelta(hours=10)
    watch.timer.timeout.emit()
    assert announcer.titles() == ["Lock the gate"]


def test_nothing_is_said_or_counted_while_it_is_locked(
    window: MainWindow, watch: ReminderWatch, announcer: FakeAnnouncer, clock: FixedClock
) -> None:
    own(window, "Call the mill", time(12, 30))
    assert announcer.due is not None
    watch.pause()
    assert announcer.due is None
    clock.moment += 40 * MINUTE
    watch.look()
    window.panel.reload()
    assert announcer.said == []
    assert announcer.due is None
    assert not watch.timer.isActive()
    watch.go_on()
    assert announcer.titles() == ["Call the mill"]


def test_private_notices_hold_no_words_of_the_notebook(
    window: MainWindow, watch: ReminderWatch, announcer: FakeAnnouncer, clock: FixedClock
) -> None:
    choices = window.reminding.choices
    choices.keep(replace(choices.now(), hides_names=True))
    own(window, "Call Ana", time(12, 30))
    clock.moment += 30 * MINUTE
    watch.look()
    assert announcer.said == [Notice("A reminder for 12:30", "Open the notebook to see more.")]
    assert announcer.hides_names


def test_switched_off_it_waits_for_nothing(
    window: MainWindow, watch: ReminderWatch, announcer: FakeAnnouncer, clock: FixedClock
) -> None:
    choices = window.reminding.choices
    own(window, "Call the mill", time(12, 30))
    choices.keep(replace(choices.now(), at_its_time=False))
    window.notifier.tell(Changes("", {"notifications": frozenset()}))
    assert not watch.timer.isActive()
    clock.moment += 40 * MINUTE
    watch.look()
    assert announcer.said == []


def test_a_click_opens_the_window_at_the_line(
    window: MainWindow, watch: ReminderWatch, announcer: FakeAnnouncer, clock: FixedClock
) -> None:
    own(window, "Order paint", time(12, 10))
    own(window, "Call the mill", time(12, 30))
    window.panel.hide()
    clock.moment += 30 * MINUTE
    own(window, "Written meanwhile", time(23))
    assert announcer.titles() == ["2 reminders"]
    own(window, "Call the bank", time(12, 30))
    assert not window.isVisible()
    announcer.opened[1]()
    assert window.isVisible()
    assert window.focusWidget() is window.panel.view
    line = window.panel.view.line()
    assert line is not None
    assert line.what == "Call the bank"


def test_a_line_beyond_the_panel_leads_to_whom_it_is_about(
    window: MainWindow, watch: ReminderWatch, announcer: FakeAnnouncer, today: date, qtbot: QtBot
) -> None:
    for number in range(25):
        own(window, f"Early {number}", time(12), today - DAY)
    ana = window.notebook.people.add("Ana", today).new_id
    draft = OwnReminderDraft("Ask Ana", today - DAY, ana, at=time(23, 30))
    window.reminding.choices.since(datetime.combine(today - DAY, time(9)))
    watch.look()
    window.notifier.tell(window.notebook.reminders.own.save(None, draft))
    assert announcer.titles() == ["25 reminders", "Ask Ana"]
    with qtbot.waitSignal(window.navigator.person_requested) as asked:
        announcer.opened[-1]()
    assert asked.args == [ana]


def test_a_jump_of_the_clock_is_looked_at_at_once(
    window: MainWindow, watch: ReminderWatch, announcer: FakeAnnouncer, clock: FixedClock
) -> None:
    own(window, "Tomorrow", time(9), clock.today() + DAY)
    clock.moment += 22 * 60 * MINUTE
    waking = window.reminding._waking
    assert waking is not None
    waking.woke.emit()
    assert announcer.titles() == ["Tomorrow"]
    assert window.panel.due.today == clock.today(), "the number on the icon is of the new day"


def test_while_nothing_is_due_no_timer_fires(
    window: MainWindow, watch: ReminderWatch, announcer: FakeAnnouncer
) -> None:
    window.notebook.reminders.own.save(
        None, OwnReminderDraft("Call the mill", window.desk.clock.today(), at=time(14))
    )
    window.notifier.look_again()
    QApplication.processEvents()
    hour = 3600 * 1000
    waiting_ones = [timer for timer in window.findChildren(QTimer) if timer.isActive()]
    assert watch.timer in waiting_ones
    assert [each.remainingTime() for each in waiting_ones if each.remainingTime() < hour] == []
    assert all(timer.isSingleShot() for timer in waiting_ones)


def test_a_full_disk_tells_it_once_all_the_same(
    window: MainWindow,
    watch: ReminderWatch,
    announcer: FakeAnnouncer,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from notebook.errors import DiskFull

    def full(_keys: object) -> None:
        raise DiskFull(window.notebook.file.path)

    own(window, "Call the mill", time(12, 30))
    monkeypatch.setattr(window.notebook.notifications, "remember", full)
    clock.moment += 30 * MINUTE
    watch.look()
    watch.look()
    assert announcer.titles() == ["Call the mill"]
