"""Check-ins and concerns through the whole window: from reminder, card and project to the file."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.check_ins import Grade
from notebook.domain.outcomes import Ending
from notebook.domain.projects import ProjectState
from notebook.domain.reminders import Source
from notebook.services.check_ins.course import GradePoint
from notebook.services.concerns import ConcernDraft
from notebook.services.draft import ProjectFacts
from notebook.services.notebook import Notebook
from notebook.services.outcomes import OutcomeDraft
from notebook.services.projects import ProjectOrder
from notebook.ui.card import card_page, check_ins
from notebook.ui.delegates.project_delegate import PROJECT_ROLE
from notebook.ui.delegates.reminder_layout import Part
from notebook.ui.dialogs.check_in_sheet import CheckInSheet
from notebook.ui.dialogs.concern_dialog import ConcernDialog
from notebook.ui.dialogs.day_dialog import DayDialog
from notebook.ui.dialogs.move_day import MoveDay
from notebook.ui.dialogs.new_concern import NewConcern
from notebook.ui.dialogs.said_later import SaidLater
from notebook.ui.icons import Icons
from notebook.ui.main_window import MainWindow
from notebook.ui.pages import project_check_ins, project_view
from notebook.ui.pages.project_view import ProjectView
from notebook.ui.pages.projects_page import ProjectsPage
from notebook.ui.widgets.grade_course import GradeCourse
from tests.services.check_ins.helpers import agreed, grade_all, set_right
from tests.services.project_samples import FIRST_COAT_ON, agree, begin, open_concerns
from tests.ui.conftest import FixedClock

BELOW, AS, ABOVE = Grade.BELOW, Grade.AS_EXPECTED, Grade.ABOVE
DAY = timedelta(days=1)
Click = Callable[[QWidget], None]


@pytest.fixture
def project_id(notebook: Notebook) -> int:
    return agreed(notebook)


@pytest.fixture
def marta(notebook: Notebook, project_id: int) -> int:
    return notebook.drafts.read(project_id).facts.person_id


@pytest.fixture
def click(qtbot: QtBot) -> Click:
    return lambda widget: qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def opened(kind: type[QDialog], qtbot: QtBot) -> QDialog:
    """Return the dialog of this kind that came up."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, kind)
    return dialog


def sheet_of(qtbot: QtBot) -> CheckInSheet:
    sheet = opened(CheckInSheet, qtbot)
    assert isinstance(sheet, CheckInSheet)
    return sheet


def project(window: MainWindow, project_id: int) -> ProjectView:
    window.navigator.project_requested.emit(project_id)
    page = window.areas.page("projects")
    assert isinstance(page, ProjectsPage)
    return page.view


def words(widget: QWidget) -> str:
    QApplication.processEvents()  # Qt shows new widgets a moment later
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(parent: QWidget, name: str) -> QPushButton:
    QApplication.processEvents()
    buttons = parent.findChildren(QPushButton)
    return next(each for each in buttons if each.accessibleName() == name and each.isVisible())


def tags(window: MainWindow) -> list[str]:
    page = window.areas.page("projects")
    assert isinstance(page, ProjectsPage)
    rows = range(page.model.rowCount())
    return [page.model.index(row, 0).data(PROJECT_ROLE).state_word for row in rows]


def test_a_reminder_leads_to_the_sheet_and_is_gone_afterwards(
    window: MainWindow, notebook: Notebook, project_id: int, clock: FixedClock, qtbot: QtBot
) -> None:
    clock.moment += 7 * DAY
    window.panel.reload()
    line = next(line for line in window.panel.due.lines if line.source is Source.CHECK_IN)
    qtbot.mouseClick(
        window.panel.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=window.panel.view.place_of(line, Part.DONE),
    )
    sheet = sheet_of(qtbot)
    assert sheet.draft().plan_id == line.subject_id
    qtbot.mouseClick(sheet.rows.rows[0].grade.button(ABOVE), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert line.subject_id not in [
        each.subject_id for each in window.panel.due.lines if each.source is Source.CHECK_IN
    ]
    assert "Checked in with Marta Lindqvist" in words(window.quiet_line)


def test_done_on_a_concern_opens_it(
    window: MainWindow, notebook: Notebook, marta: int, today: date, qtbot: QtBot
) -> None:
    concern = notebook.concerns.open(ConcernDraft(marta, "The noise"), today - 7 * DAY).new_id
    window.notifier.look_again()
    line = next(line for line in window.panel.due.lines if line.source is Source.CONCERN)
    for part in (Part.DONE, Part.OPEN):
        window.panel._on_acted((line,), part)
        dialog = opened(ConcernDialog, qtbot)
        assert isinstance(dialog, ConcernDialog)
        assert dialog._page.id == concern
        dialog.reject()
    menu = window.panel.menus.menu_for((line,))
    assert menu.actions()[0].text() == "Done…\tD"
    menu.close()


def test_a_project_is_asked_about_with_its_filled_button(
    window: MainWindow, notebook: Notebook, project_id: int, click: Click, qtbot: QtBot
) -> None:
    view = project(window, project_id)
    assert view.tabs.tabText(project_view.CHECK_INS_TAB) == "Check-ins"
    click(view.header.check_in_button)
    sheet = sheet_of(qtbot)
    click(sheet.rows.rows[0].grade.button(BELOW))
    click(sheet.save_button)
    dialog = opened(ConcernDialog, qtbot)
    assert view.tabs.tabText(project_view.CHECK_INS_TAB) == "Check-ins 1"
    assert view.header.concern_tag.isVisible()
    assert "To be heard" in words(view.overview.concerns)
    assert tags(window) == ["Concern open"]
    dialog.reject()
    click(button(view.overview.concerns, "Set right: Guests look up"))
    opened(ConcernDialog, qtbot).reject()
    window.commands.undo()
    assert not view.header.concern_tag.isVisible()
    assert not view.overview.concerns.isVisible()


def test_what_was_set_right_is_folded_away_on_card_and_project(
    window: MainWindow,
    notebook: Notebook,
    project_id: int,
    marta: int,
    today: date,
    click: Click,
    qtbot: QtBot,
) -> None:
    view = project(window, project_id)
    window.navigator.person_requested.emit(marta)
    card = window.people.card
    assert not view.overview.set_right.isVisible()
    assert not card.overview.set_right.isVisible()
    for text in ("The noise", "The bill"):
        draft = ConcernDraft(marta, text, project_id)
        set_right(notebook, notebook.concerns.open(draft, today).new_id, today)
    window.notifier.look_again()
    panel = card.overview.set_right
    assert "The noise" not in words(panel)
    click(button(panel, "Show 2 concerns that were set right"))
    assert "Closed\nLobby mural · from 22 Nov to 22 Nov" in words(panel)
    click(button(panel, "Open: The noise"))
    dialog = opened(ConcernDialog, qtbot)
    assert isinstance(dialog, ConcernDialog)
    click(dialog.reopen_button)
    opened(ConcernDialog, qtbot).reject()
    assert "The noise" in words(card.overview.concerns)
    assert "The noise" not in words(panel)
    view = project(window, project_id)
    click(button(view.overview.set_right, "Show 1 concern that was set right"))
    click(button(view.overview.set_right, "Open: The bill"))
    opened(ConcernDialog, qtbot).reject()


def test_a_draft_is_not_asked_about(window: MainWindow, notebook: Notebook) -> None:
    view = project(window, begin(notebook, "Shop window"))
    assert not view.header.check_in_button.isVisible()
    assert not view.tabs.isTabVisible(project_view.CHECK_INS_TAB)


def test_the_list_says_when_a_check_in_is_due(
    window: MainWindow,
    notebook: Notebook,
    project_id: int,
    clock: FixedClock,
    today: date,
    qtbot: QtBot,
) -> None:
    project(window, project_id)
    assert tags(window) == ["Agreed"]
    clock.moment += 7 * DAY
    window.notifier.look_again()
    assert tags(window) == ["Check-in due"]
    window.panel.take_focus()
    sources = [line.source for line in window.panel.due.lines]
    for _ in range(sources.index(Source.CHECK_IN)):
        qtbot.keyClick(window.panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(window.panel.view, Qt.Key.Key_K)
    assert tags(window) == ["Agreed"]
    window.commands.undo()
    assert tags(window) == ["Check-in due"]
    third = notebook.check_ins.plans.of_project(project_id, today)[0]
    notebook.check_ins.plans.leave_out(third.id)
    window.notifier.look_again()
    assert tags(window) == ["Agreed"]
    lines = notebook.projects.window(ProjectOrder.NAME, 0, 9)
    assert [line.check_in_due for line in lines] == [False]


def test_planned_ones_are_moved_left_out_and_taken_up_again(
    window: MainWindow,
    notebook: Notebook,
    project_id: int,
    today: date,
    click: Click,
    qtbot: QtBot,
) -> None:
    view = project(window, project_id)
    view.tabs.setCurrentIndex(project_view.CHECK_INS_TAB)
    planned = view.check_ins.planned
    assert "In 7 days" in words(planned)

    def choose(text: str) -> None:
        menu = button(planned, "Change the check-in: A third of the way").menu()
        next(each for each in menu.actions() if each.text() == text).trigger()

    choose("Another day…")
    dialog = opened(DayDialog, qtbot)
    assert isinstance(dialog, DayDialog)
    dialog.day.field.selectAll()
    qtbot.keyClicks(dialog.day.field, "21 11 2026")
    qtbot.keyClick(dialog.day.field, Qt.Key.Key_Return)
    assert dialog.trouble.text() == "Choose a day that is still to come."
    dialog.day.field.selectAll()
    qtbot.keyClicks(dialog.day.field, "1 12 2026")
    qtbot.keyClick(dialog.day.field, Qt.Key.Key_Return)
    third = notebook.check_ins.plans.of_project(project_id, today)[0]
    assert (third.due_on, third.has_own_day) == (date(2026, 12, 1), True)
    assert "1 Dec, chosen by hand" in words(planned)
    choose("On the day of the agreed dates")
    assert "chosen by hand" not in words(planned)
    choose("Leave it out")
    assert "left out" in words(planned)
    choose("Ask after all")
    assert "left out" not in words(planned)
    window.notifier.tell(notebook.projects.set_state(project_id, ProjectState.EXPLORING))
    assert "no reminder" in words(planned)
    assert not [
        each for each in planned.findChildren(QPushButton) if each.isVisible() and each.menu()
    ]
    assert not view.check_ins.laid_aside.isVisible()
    click(button(planned, "Ask: A month after"))
    sheet = sheet_of(qtbot)
    assert sheet.occasion.text() == "a month after delivery"
    qtbot.keyClicks(sheet.more, "A bench")
    qtbot.mouseClick(sheet.later_button, Qt.MouseButton.LeftButton)
    assert "A check-in of 22 Nov was begun and laid aside." in words(view.check_ins)
    lost = notebook.outcomes.close(project_id, OutcomeDraft(Ending.LOST), today)
    window.notifier.tell(lost)
    assert not view.check_ins.laid_aside.go_on_button.isVisible()
    window.notifier.tell(notebook.projects.set_state(project_id, ProjectState.AGREED))
    click(button(view, "Go on with the check-in that was laid aside"))
    assert sheet_of(qtbot).more.toPlainText() == "A bench"


def test_past_ones_show_how_it_went_and_whether_it_got_better(
    window: MainWindow,
    notebook: Notebook,
    project_id: int,
    today: date,
    monkeypatch: pytest.MonkeyPatch,
    click: Click,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(project_check_ins, "MOST", 1)
    grade_all(notebook, project_id, on=today - 9 * DAY, updates=("Quiet <b>weeks</b>", BELOW))
    grade_all(notebook, project_id, ABOVE, on=today - DAY)
    view = project(window, project_id)
    view.tabs.setCurrentIndex(project_view.CHECK_INS_TAB)
    assert "Quiet" not in words(view.check_ins)
    click(button(view.check_ins, "Show 1 more"))
    shown = words(view.check_ins)
    assert "better than the time before" in shown
    assert "Updates: “Quiet <b>weeks</b>”" in shown
    assert words(view.check_ins.trend).startswith(
        "From the first to the last\nAsked 2 times: 1 below what was expected,"
        " 1 above what was expected. It got better over time.\n13 Nov\n21 Nov"
    )
    click(button(view.check_ins, "The concern that came from the check-in of 13 Nov"))
    opened(ConcernDialog, qtbot).reject()
    click(button(view.check_ins, "Open the check-in of 21 Nov"))
    assert sheet_of(qtbot).draft().asked_on == today - DAY


def test_a_card_shows_the_last_one_and_leads_to_all(
    window: MainWindow,
    notebook: Notebook,
    project_id: int,
    marta: int,
    today: date,
    click: Click,
    qtbot: QtBot,
) -> None:
    window.navigator.person_requested.emit(marta)
    card = window.people.card
    assert not card.overview.last_check_in.isVisible()
    assert not card.tabs.strip.isTabVisible(card_page.CHECK_INS_TAB)
    grade_all(notebook, project_id, on=today - 12 * DAY, updates=("Love the sketches", AS))
    window.notifier.look_again()
    assert card.overview.last_check_in.grade.text() == "As expected"
    assert card.overview.last_check_in.when.text() == "10 Nov, asked in person"
    assert card.overview.last_check_in.words.text() == "“Love the sketches”"
    assert card.tabs.strip.tabText(card_page.CHECK_INS_TAB) == "Check-ins 1"
    click(card.overview.last_check_in.open_button)
    sheet_of(qtbot).reject()
    card.tabs.strip.setCurrentIndex(card_page.CHECK_INS_TAB)
    assert "10 Nov · asked in person · besides the plan · Lobby mural" in words(card.tabs)


def test_a_card_shows_the_course_of_the_relationship(
    window: MainWindow,
    notebook: Notebook,
    project_id: int,
    marta: int,
    today: date,
    monkeypatch: pytest.MonkeyPatch,
    click: Click,
) -> None:
    monkeypatch.setattr(check_ins, "MOST", 1)
    other = notebook.drafts.begin(ProjectFacts("Menu wall", marta, "any-project")).new_id
    agree(notebook, other, today)
    grade_all(notebook, project_id, BELOW, on=today - 40 * DAY)
    window.navigator.person_requested.emit(marta)
    panel = window.people.card.overview.last_check_in
    assert not panel.course.isVisible()
    grade_all(notebook, other, on=today - 9 * DAY)
    window.notifier.look_again()
    said = "Asked 2 times: 1 below what was expected, 1 as expected. It got better over time."
    assert said in words(panel)
    assert panel.course.isVisible()
    assert panel.course.accessibleName() == (
        "13 Oct, Lobby mural: below what was expected\n13 Nov, Menu wall: as expected"
    )
    window.people.card.tabs.strip.setCurrentIndex(card_page.CHECK_INS_TAB)
    tabs = window.people.card.tabs
    assert words(tabs).startswith(f"Over the whole relationship\n{said}\nLobby mural\nAsked once")
    assert "13 Oct · asked" not in words(tabs)
    click(button(tabs, "Show 1 more"))
    assert "13 Oct · asked" in words(tabs)


def test_a_picture_shows_as_many_of_the_newest_as_there_is_room_for(
    icons: Icons, today: date, qtbot: QtBot
) -> None:
    points = [GradePoint(today - n * DAY, AS, 1, "Mural") for n in range(30, 0, -1)]
    course = GradeCourse(icons)
    qtbot.addWidget(course)
    course.show_points(points, today)
    for width in (60, 240, 900):
        course.resize(width, 80)
        course.show()
        assert not course.grab().isNull()
        shown = course.shown_points()
        assert shown
        assert list(shown) == points[-len(shown) :]
    assert list(course.shown_points()) == points


def test_something_that_went_wrong_is_written_down_from_card_and_project(
    window: MainWindow, notebook: Notebook, project_id: int, marta: int, qtbot: QtBot
) -> None:
    window.navigator.person_requested.emit(marta)
    view = project(window, project_id)
    for action in (window.people.card.header.concern_action, view.header.concern_action):
        action.trigger()
        dialog = opened(NewConcern, qtbot)
        assert isinstance(dialog, NewConcern)
        qtbot.keyClicks(dialog.text, "Noise")
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
        opened(ConcernDialog, qtbot).reject()
    concerns = open_concerns(notebook, person_id=marta)
    assert [line.project_name for line in concerns] == ["", "Lobby mural"]
    window.navigator.person_requested.emit(marta)
    assert "Lobby mural · since 22 Nov" in words(window.people.card.overview.concerns)


def test_a_delivery_gets_another_day_and_says_that_it_was_said(
    window: MainWindow, notebook: Notebook, project_id: int, click: Click, qtbot: QtBot
) -> None:
    view = project(window, project_id)
    click(button(view.overview.what_and_when, "28 Nov. Move to another day: First coat"))
    dialog = opened(MoveDay, qtbot)
    assert isinstance(dialog, MoveDay)
    qtbot.keyClick(dialog.day.field, Qt.Key.Key_Return)
    assert dialog.banner.text() == "This is the day that it has already."
    dialog.day.field.selectAll()
    qtbot.keyClicks(dialog.day.field, "5 12 2026")
    qtbot.keyClicks(dialog.reason, "Wet plaster")
    click(dialog.save_button)
    assert "moved from 28 Nov, said in time, on 22 Nov" in words(view.overview.what_and_when)
    coat = notebook.projects.page(project_id).deliverables[0]
    assert coat.due_on == FIRST_COAT_ON + 7 * DAY
    click(button(view.overview.what_and_when, "5 Dec. Move to another day: First coat"))
    again = opened(MoveDay, qtbot)
    assert isinstance(again, MoveDay)
    again.day.field.selectAll()
    qtbot.keyClicks(again.day.field, "7 12 2026")
    click(again.said.told.button(False))
    assert not again.said.said_on.isVisible()
    click(again.save_button)
    assert "moved from 5 Dec, not said yet" in words(view.overview.what_and_when)
    click(button(view.overview.what_and_when, "They know now… First coat"))
    later = opened(SaidLater, qtbot)
    assert isinstance(later, SaidLater)
    later.day.field.selectAll()
    qtbot.keyClicks(later.day.field, "23 11 2026")
    qtbot.keyClick(later.day.field, Qt.Key.Key_Return)
    assert later.banner.text() == "The day on which it was said is still to come."
    later.day.field.selectAll()
    qtbot.keyClicks(later.day.field, "22 11 2026")
    qtbot.keyClick(later.day.field, Qt.Key.Key_Return)
    assert "moved from 5 Dec, said in time, on 22 Nov" in words(view.overview.what_and_when)


def test_a_delivery_says_when_it_came_late_and_when_that_was_said_late(
    window: MainWindow, notebook: Notebook, project_id: int, clock: FixedClock, qtbot: QtBot
) -> None:
    coat = notebook.projects.page(project_id).deliverables[0]
    on = FIRST_COAT_ON + DAY
    notebook.delivery_moves.move(coat.id, on + 2 * DAY, on, said_on=on, reason="rain")
    notebook.projects.deliver(coat.id, on + 4 * DAY)
    clock.moment += 10 * DAY
    view = project(window, project_id)
    told = "moved from 28 Nov, said late, on 29 Nov (rain)"
    qtbot.waitUntil(lambda: told in words(view.overview.what_and_when))
    buttons = view.overview.what_and_when.findChildren(QPushButton)
    assert "delivered 3 Dec, 2 days late" in [button.text() for button in buttons]
