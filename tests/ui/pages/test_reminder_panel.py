"""The panel as a person uses it: keys and clicks in; screen and file looked at."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from notebook.domain.changes import Changes
from notebook.domain.promises import Side
from notebook.domain.reminders import Occurrence, Source
from notebook.services.notebook import Notebook
from notebook.ui.delegates.reminder_layout import Part, ReminderFonts, lay_out, wrapped
from notebook.ui.dialogs.brief_window import BriefWindow
from notebook.ui.dialogs.day_dialog import DayDialog
from notebook.ui.dialogs.keys_dialog import KeysDialog
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.dialogs.reminder_dialog import ReminderDialog
from notebook.ui.errands.desk import Desk
from notebook.ui.errands.reminders import ReminderErrands
from notebook.ui.icons import Icons
from notebook.ui.main_window import MainWindow
from notebook.ui.models.reminder_model import REMINDER_ROLE, ReminderRow
from notebook.ui.navigator import LogRequest, Navigator, WizardRequest
from notebook.ui.notifier import Notifier
from notebook.ui.pages.reminder_panel import ReminderPanel
from tests.reading import rows_in
from tests.services.reminders.conftest import World
from tests.ui.conftest import FixedClock
from tests.ui.samples import HOSTILE_NAMES
from tests.ui.scripted_prompts import ScriptedPrompts

DAY = timedelta(days=1)


@pytest.fixture
def world(notebook: Notebook) -> World:
    return World(notebook.file)


@pytest.fixture
def notifier() -> Notifier:
    return Notifier()


@pytest.fixture
def navigator() -> Navigator:
    return Navigator()


@pytest.fixture
def panel(
    notebook: Notebook,
    notifier: Notifier,
    navigator: Navigator,
    clock: FixedClock,
    icons: Icons,
    qtbot: QtBot,
) -> Iterator[ReminderPanel]:
    shown = ReminderPanel(
        notebook.reminders, notebook.several_reminders, notifier, navigator, clock, icons
    )
    qtbot.addWidget(shown)
    shown.resize(291, 760)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    QAbstractItemModelTester(shown.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    yield shown
    shown.close()


def texts(panel: ReminderPanel) -> list[str]:
    return [panel.model.index(row, 0).data() for row in range(panel.model.rowCount())]


def click(panel: ReminderPanel, qtbot: QtBot, number: int, part: Part) -> None:
    place = panel.view.place_of(panel.due.lines[number], part)
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def open_menu(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    (action,) = (each for each in menu.actions() if each.text().startswith(words))
    action.trigger()
    menu.close()


@pytest.fixture
def sketch(world: World, notebook: Notebook, today: date) -> int:
    """Return a promise of ours that is three days late."""
    marcus = world.person("Marcus Okafor")
    return notebook.promises.add(marcus, Side.OURS, "Send revised sketch", today - 3 * DAY).new_id


@pytest.mark.usefixtures("sketch")
def test_it_shows_groups_with_counts_and_says_everything_in_words(
    world: World, panel: ReminderPanel, today: date
) -> None:
    world.reminders.add_own("Order paint", today)
    world.reminders.add_own("Wash brushes", today + 2 * DAY)
    world.reminders.add_own("Call the bank", today + 20 * DAY)
    panel.reload()
    assert texts(panel) == [
        "Overdue · 1",
        "Send revised sketch",
        "Today · 1",
        "Order paint",
        "This week · 1",
        "Wash brushes",
        "Later · 1",
        "Call the bank",
    ]
    rows = [panel.model.index(row, 0).data(REMINDER_ROLE) for row in range(8)]
    tags = [row.tag for row in rows if isinstance(row, ReminderRow)]
    assert tags == ["3 days", "", "Tue", "12 Dec"]
    spoken = panel.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Send revised sketch. Promise to Marcus Okafor. 3 days overdue."
    assert panel.quiet.isHidden()


def test_a_quiet_day_says_so(world: World, panel: ReminderPanel, today: date) -> None:
    assert panel.quiet.text() == "A quiet day: nobody is waiting for a word."
    world.reminders.add_own("Order paint", today + DAY)
    panel.reload()
    assert not panel.quiet.isHidden()
    assert panel.quiet.text() == "Nothing is due today. A quiet day."


@pytest.mark.usefixtures("sketch")
def test_the_circle_keeps_a_promise(
    panel: ReminderPanel, qtbot: QtBot, notifier: Notifier, notebook_path: Path
) -> None:
    with qtbot.waitSignal(notifier.changed) as told:
        click(panel, qtbot, 0, Part.DONE)
    assert told.args[0].label == "Kept: Send revised sketch"
    assert rows_in(notebook_path, "SELECT state, closed_on FROM promise") == [
        ("kept", "2026-11-22")
    ]
    assert texts(panel) == []


def test_a_double_click_or_a_key_that_is_held_does_not_settle_the_next_line_too(
    world: World, panel: ReminderPanel, qtbot: QtBot, today: date
) -> None:
    for text in ("first", "second", "third"):
        world.reminders.add_own(text, today)
    panel.reload()
    view, left = panel.view.viewport(), Qt.MouseButton.LeftButton
    place = panel.view.place_of(panel.due.lines[0], Part.DONE)
    qtbot.mouseClick(view, left, pos=place)
    qtbot.mouseDClick(view, left, pos=place)
    qtbot.mouseRelease(view, left, pos=place)
    assert texts(panel) == ["Today · 2", "second", "third"]
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier, "d", True)
    QApplication.sendEvent(panel.view, held)
    assert texts(panel) == ["Today · 2", "second", "third"]
    click(panel, qtbot, 0, Part.DONE)
    assert texts(panel) == ["Today · 1", "third"]


def test_keys_do_what_clicks_do(
    world: World, panel: ReminderPanel, qtbot: QtBot, notebook_path: Path, today: date
) -> None:
    for text in ("first", "second", "third"):
        world.reminders.add_own(text, today)
    panel.reload()
    panel.take_focus()
    view = panel.view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_D)
    assert texts(panel) == ["Today · 2", "first", "third"]
    assert view.line() == panel.due.lines[1]
    qtbot.keyClick(view, Qt.Key.Key_K)
    assert texts(panel) == ["Today · 1", "first"]
    qtbot.keyClick(view, Qt.Key.Key_S)
    choose(open_menu(qtbot), "Tomorrow")
    assert texts(panel) == ["This week · 1", "first"]
    assert rows_in(notebook_path, "SELECT mark, until FROM reminder_mark ORDER BY id") == [
        ("skipped", None),
        ("snoozed", "2026-11-23"),
    ]
    assert rows_in(notebook_path, "SELECT text, done_on FROM reminder WHERE done_on != ''") == [
        ("second", "2026-11-22")
    ]


@pytest.mark.usefixtures("sketch")
def test_headings_are_passed_by(
    world: World, panel: ReminderPanel, qtbot: QtBot, today: date
) -> None:
    world.reminders.add_own("Order paint", today)
    panel.reload()
    panel.take_focus()
    assert panel.view.currentIndex().data() == "Send revised sketch"
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert panel.view.currentIndex().data() == "Order paint"
    qtbot.keyClick(panel.view, Qt.Key.Key_Up)
    assert panel.view.currentIndex().data() == "Send revised sketch"


def test_done_on_a_contact_opens_the_log_prefilled(
    world: World, panel: ReminderPanel, qtbot: QtBot, navigator: Navigator, today: date
) -> None:
    ana = world.person("Ana", rhythm_days=10, known_since=today - 12 * DAY)
    panel.reload()
    with qtbot.waitSignal(navigator.log_requested) as asked:
        click(panel, qtbot, 0, Part.DONE)
    assert asked.args == [
        LogRequest(
            person_ids=(ana,),
            answers=Occurrence(Source.KEEP_IN_TOUCH, ana, today - 2 * DAY),
        )
    ]
    assert texts(panel) == ["Overdue · 1", "Get in touch with Ana"]


def test_prepare_reads_the_brief(
    world: World, panel: ReminderPanel, qtbot: QtBot, navigator: Navigator, today: date
) -> None:
    ana = world.person("Ana", rhythm_days=10, known_since=today - 12 * DAY)
    panel.reload()
    with qtbot.waitSignal(navigator.brief_requested) as asked:
        click(panel, qtbot, 0, Part.PREPARE)
    assert asked.args == [ana]
    panel.take_focus()
    with qtbot.waitSignal(navigator.brief_requested):
        qtbot.keyClick(panel.view, Qt.Key.Key_B)


def test_open_leads_to_person_project_questions_or_reminder(
    world: World, panel: ReminderPanel, qtbot: QtBot, navigator: Navigator, today: date
) -> None:
    marta = world.person("Marta")
    mural = world.project(marta)
    world.reminders.add_own("for Marta", today - 4 * DAY, marta)
    world.deliverable(mural, today - 3 * DAY)
    world.answer(mural, "in-person", answered_on=today - 3 * DAY, ask_later=True)
    world.reminders.add_own("for nobody", today + 2 * DAY)
    panel.reload()
    panel.take_focus()
    expected = [
        (navigator.person_requested, marta),
        (navigator.project_requested, mural),
        (
            navigator.wizard_requested,
            WizardRequest(project_id=mural, question_key="in-person"),
        ),
        (panel.own_chosen, panel.due.lines[3].subject_id),
    ]
    for signal, argument in expected:
        with qtbot.waitSignal(signal) as asked:
            qtbot.keyClick(panel.view, Qt.Key.Key_Return)
        assert asked.args == [argument]
        qtbot.keyClick(panel.view, Qt.Key.Key_Down)


@pytest.mark.usefixtures("sketch")
def test_the_icons_of_a_line_put_off_skip_and_open(
    panel: ReminderPanel, qtbot: QtBot, navigator: Navigator, notebook_path: Path
) -> None:
    with qtbot.waitSignal(navigator.person_requested):
        click(panel, qtbot, 0, Part.OPEN)
    click(panel, qtbot, 0, Part.SNOOZE)
    menu = open_menu(qtbot)
    assert [action.text() for action in menu.actions()] == [
        "Tomorrow\tT",
        "In a week\tW",
        "Pick a day…\tP",
    ]
    menu.close()
    click(panel, qtbot, 0, Part.SKIP)
    assert rows_in(notebook_path, "SELECT source, mark FROM reminder_mark") == [
        ("our-promise", "skipped")
    ]


@pytest.mark.usefixtures("sketch")
def test_a_day_is_picked_and_an_earlier_one_refused(
    panel: ReminderPanel, qtbot: QtBot, notebook_path: Path
) -> None:
    panel.take_focus()
    qtbot.keyClick(panel.view, Qt.Key.Key_S)
    choose(open_menu(qtbot), "Pick a day")
    dialog = panel.findChild(DayDialog)
    assert isinstance(dialog, DayDialog)
    dialog.day.set_value(date(2026, 11, 22))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.trouble.text() == "Choose a later day."
    dialog.day.set_value(date(2026, 11, 30))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert rows_in(notebook_path, "SELECT until FROM reminder_mark") == [("2026-11-30",)]
    assert texts(panel) == ["Later · 1", "Send revised sketch"]


@pytest.mark.usefixtures("sketch")
def test_the_context_menu_offers_everything(panel: ReminderPanel) -> None:
    menu = panel.menus.menu_for((panel.due.lines[0],))
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == [
        "Done",
        "Put off",
        "Skip this one",
        "Open",
        "Read the brief",
        "Log a contact…",
    ]
    choose(menu, "Done")
    assert texts(panel) == []


@pytest.mark.usefixtures("sketch")
def test_a_change_elsewhere_is_shown_at_once_and_undo_too(
    panel: ReminderPanel, notebook: Notebook, notifier: Notifier, sketch: int, today: date
) -> None:
    notifier.tell(notebook.promises.keep(sketch, today))
    assert texts(panel) == []
    undone = notebook.upkeep.undo()
    assert undone is not None
    notifier.tell(undone)
    assert texts(panel) == ["Overdue · 1", "Send revised sketch"]


def test_what_does_not_concern_it_is_left_alone(
    panel: ReminderPanel, notifier: Notifier, world: World, today: date
) -> None:
    world.reminders.add_own("written elsewhere", today)
    notifier.tell(Changes("Saved", {"organisation": frozenset({1})}))
    assert texts(panel) == []
    notifier.tell(Changes("Saved", {"reminder": frozenset({1})}))
    assert texts(panel) == ["Today · 1", "written elsewhere"]


def test_a_long_group_is_counted_and_opened_on_demand(
    world: World, panel: ReminderPanel, qtbot: QtBot, today: date
) -> None:
    for number in range(23):
        world.reminders.add_own(f"own {number}", today)
    panel.reload()
    assert texts(panel)[-1] == "and 3 more"
    panel.take_focus()
    qtbot.keyClick(panel.view, Qt.Key.Key_End)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert len(texts(panel)) == 24


def test_enter_on_how_many_more_there_are_goes_on_with_the_first_of_them(
    world: World, panel: ReminderPanel, qtbot: QtBot, today: date
) -> None:
    for number in range(23):
        world.reminders.add_own(f"own {number}", today)
        world.reminders.add_own(f"late {number}", today - (50 - number) * DAY)
    panel.reload()
    for key, group in ((Qt.Key.Key_Return, "late"), (Qt.Key.Key_Return, "own")):
        number = texts(panel).index("and 3 more") if group == "late" else panel.model.rowCount() - 1
        panel.view.setFocus()
        panel.view.setCurrentIndex(panel.model.index(number, 0))
        qtbot.keyClick(panel.view, key)
        current = panel.view.line()
        assert current is not None
        assert current.what == f"{group} 20"
        panel._per_group = 20
        panel.reload()


def test_it_looks_again_when_the_day_turns(
    world: World, panel: ReminderPanel, qtbot: QtBot, clock: FixedClock, today: date
) -> None:
    world.reminders.add_own("Order paint", today + DAY)
    clock.moment = datetime.combine(today, datetime.max.time(), clock.moment.tzinfo)
    panel.reload()
    assert texts(panel) == ["This week · 1", "Order paint"]
    clock.moment += timedelta(seconds=1)
    qtbot.waitUntil(lambda: texts(panel) == ["Today · 1", "Order paint"])


def test_a_timer_that_runs_early_waits_on(panel: ReminderPanel) -> None:
    panel._timer.stop()
    panel._look_at_the_day()
    assert panel._timer.isActive()
    assert panel._timer.remainingTime() > 60_000


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_names_are_shown_letter_for_letter(
    world: World, panel: ReminderPanel, name: str, today: date
) -> None:
    world.person(name, rhythm_days=1, known_since=today - 2 * DAY)
    panel.reload()
    row = panel.model.index(1, 0).data(REMINDER_ROLE)
    lines = lay_out(row, 291, ReminderFonts(panel._icons.theme)).title
    shown = "".join("".join(line.text.split()) for line in lines)
    expected = "".join(f"Get in touch with {name}".split())
    assert shown.removesuffix("…") == expected[: len(shown.removesuffix("…"))]
    assert len(lines) <= 3
    assert not panel.grab().isNull()


def test_tool_tips_say_the_rest(
    world: World, panel: ReminderPanel, qtbot: QtBot, today: date
) -> None:
    world.reminders.add_own("<b>paint</b> " * 40, today)
    panel.reload()

    def tip(part: Part) -> str:
        place = panel.view.place_of(panel.due.lines[0], part)
        event = QHelpEvent(QEvent.Type.ToolTip, place, panel.mapToGlobal(QPoint(5, 5)))
        QApplication.sendEvent(panel.view.viewport(), event)
        qtbot.waitUntil(lambda: bool(QToolTip.text()))
        return QToolTip.text()

    assert "&lt;b&gt;paint" in tip(Part.TEXT)
    assert "Put off (S)" in tip(Part.SNOOZE)


def test_lines_are_cut_where_the_room_ends(icons: Icons) -> None:
    font = ReminderFonts(icons.theme).title
    assert wrapped("", font, 100, 3) == [""]
    assert wrapped("short", font, 300, 3) == ["short"]
    lines = wrapped("👩‍👩‍👧 family " * 40, font, 120, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


@pytest.fixture
def errands(
    notebook: Notebook,
    notifier: Notifier,
    navigator: Navigator,
    clock: FixedClock,
    icons: Icons,
    panel: ReminderPanel,
) -> ReminderErrands:
    made = ReminderErrands(
        Desk(notebook, notifier, navigator, clock, icons, ScriptedPrompts(), panel)
    )
    panel.own_chosen.connect(made.change)
    return made


@pytest.fixture
def dialog(panel: ReminderPanel, errands: ReminderErrands) -> Callable[[], ReminderDialog]:
    del errands

    def find() -> ReminderDialog:
        (opened,) = (each for each in panel.findChildren(ReminderDialog) if each.isVisible())
        return opened

    return find


def test_a_reminder_is_written_with_one_box_and_enter(
    panel: ReminderPanel, dialog: Callable[[], ReminderDialog], qtbot: QtBot, notebook_path: Path
) -> None:
    qtbot.mouseClick(panel.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog().fields.text, "Order paint")
    qtbot.mouseClick(dialog().fields.quick.button(date(2026, 11, 23)), Qt.MouseButton.LeftButton)
    assert dialog().fields.day.value() == date(2026, 11, 23)
    qtbot.keyClick(dialog().fields.text, Qt.Key.Key_Return)
    assert texts(panel) == ["This week · 1", "Order paint"]
    assert rows_in(notebook_path, "SELECT text, due_on, person_id FROM reminder") == [
        ("Order paint", "2026-11-23", None)
    ]


def test_a_reminder_for_somebody(
    panel: ReminderPanel,
    navigator: Navigator,
    dialog: Callable[[], ReminderDialog],
    qtbot: QtBot,
    world: World,
    notebook_path: Path,
) -> None:
    ana = world.person("Ana Pereira")
    navigator.reminder_requested.emit(ana, None)
    assert [person.name for person in dialog().fields.person.chosen()] == ["Ana Pereira"]
    qtbot.keyClick(dialog().fields.text, Qt.Key.Key_Return)
    assert dialog().banner.text() == "Say what to remind you of, then save again."
    qtbot.keyClicks(dialog().fields.text, "Ask about the kiln")
    qtbot.keyClick(dialog().fields.text, Qt.Key.Key_Return)
    assert rows_in(notebook_path, "SELECT text, person_id FROM reminder") == [
        ("Ask about the kiln", ana)
    ]
    assert panel.due.lines[0].why == "Ana Pereira"


def test_a_reminder_is_changed_and_deleted(
    panel: ReminderPanel,
    dialog: Callable[[], ReminderDialog],
    qtbot: QtBot,
    world: World,
    today: date,
) -> None:
    world.reminders.add_own("Order paint", today)
    panel.reload()
    panel.take_focus()
    qtbot.keyClick(panel.view, Qt.Key.Key_O)
    assert dialog().fields.text.toPlainText() == "Order paint"
    qtbot.keyClicks(dialog().fields.text, " and ")
    dialog().fields.day.set_value(None)
    qtbot.mouseClick(dialog().save_button, Qt.MouseButton.LeftButton)
    assert dialog().banner.text() == "On which day?"
    dialog().fields.day.set_value(today + DAY)
    qtbot.mouseClick(dialog().save_button, Qt.MouseButton.LeftButton)
    assert texts(panel)[0] == "This week · 1"
    qtbot.keyClick(panel.view, Qt.Key.Key_O)
    qtbot.mouseClick(dialog().delete_button, Qt.MouseButton.LeftButton)
    assert texts(panel) == []


def test_logging_what_is_due_takes_the_line_away(
    window: MainWindow, world: World, qtbot: QtBot, notebook_path: Path, today: date
) -> None:
    world.person("Ana", rhythm_days=10, known_since=today - 12 * DAY)
    window.panel.reload()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.keyClick(window.panel.view, Qt.Key.Key_D)
    (sheet,) = (each for each in window.findChildren(LogSheet) if each.isVisible())
    qtbot.keyClicks(sheet.text, "All is well")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    assert texts(window.panel) == ["Later · 1", "Get in touch with Ana"]
    assert rows_in(notebook_path, "SELECT text FROM moment") == [("All is well",)]
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(window.panel) == ["Overdue · 1", "Get in touch with Ana"]


def test_the_brief_opens_from_a_line_with_one_key(
    window: MainWindow, world: World, qtbot: QtBot, today: date
) -> None:
    world.person("Ana", rhythm_days=10, known_since=today - 12 * DAY)
    window.panel.reload()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.keyClick(window.panel.view, Qt.Key.Key_B)
    (opened,) = (each for each in window.findChildren(BriefWindow) if each.isVisible())
    assert opened.windowTitle() == "Brief: Ana"


def test_the_letters_are_listed_among_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (dialog,) = window.findChildren(KeysDialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "In the reminders: put off" in words
