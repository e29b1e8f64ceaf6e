"""Planning, logging and thinking over a meeting, with keys and clicks, in the whole window."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.domain.fit import FitAnswer, FitDecision
from notebook.domain.moments import Channel, Direction
from notebook.services.draft import ProjectFacts
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.timeline import TimelineFilter
from notebook.ui.areas import PROJECTS
from notebook.ui.card.card_page import TIMELINE_TAB
from notebook.ui.card.timeline import Timeline
from notebook.ui.dialogs.brief_window import BriefWindow
from notebook.ui.dialogs.day_dialog import DayDialog
from notebook.ui.dialogs.fit_dialog import FitDialog
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.main_window import MainWindow
from notebook.ui.navigator import CardPlace, LogRequest
from notebook.ui.pages.projects_page import ProjectsPage
from notebook.ui.widgets.file_rows import FileRow
from tests.reading import rows_in
from tests.ui.conftest import FixedClock
from tests.ui.scripted_prompts import ScriptedPrompts

DAY = timedelta(days=1)
SHIFT_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ana(window: MainWindow, notebook: Notebook, today: date) -> int:
    """Return somebody whose card is open."""
    draft = PersonDraft("Ana Pereira", rhythm_days=30)
    changes = notebook.people.save(None, draft, today - 40 * DAY)
    window.notifier.tell(changes)
    window.people.show_person(changes.new_id)
    return changes.new_id


def open_sheet(window: MainWindow) -> LogSheet:
    (sheet,) = [each for each in window.findChildren(LogSheet) if each.isVisible()]
    return sheet


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def set_day(sheet: LogSheet, qtbot: QtBot, text: str) -> None:
    sheet.day.field.setFocus()
    sheet.day.field.selectAll()
    qtbot.keyClicks(sheet.day.field, text)


def whats(window: MainWindow) -> list[str]:
    return [line.what for line in window.panel.due.lines]


def meeting(*people: int, day: date, at: time = time(14, 0), agenda: str = "Glazes") -> MomentDraft:
    return MomentDraft(people, Channel.MEETING, Direction.WE, day, at, agenda=agenda)


def test_a_meeting_is_planned_by_keys_alone(
    window: MainWindow, notebook: Notebook, notebook_path: Path, ana: int, qtbot: QtBot
) -> None:
    press(qtbot, window, Qt.Key.Key_L, SHIFT_CONTROL)
    sheet = open_sheet(window)
    assert (sheet.title.text(), sheet.save_button.text()) == ("Plan a meeting", "Plan")
    assert sheet.direction.isHidden()
    assert sheet.more.fields is not None
    qtbot.keyClicks(sheet.text, "Glazes for spring")
    qtbot.keyClicks(sheet.more.fields.place, "Kiln house")
    sheet.text.setFocus()
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    assert rows_in(
        notebook_path, "SELECT state, happened_at, channel, text, agenda, place FROM moment"
    ) == [("planned", "2026-11-23T10:00", "meeting", "", "Glazes for spring", "Kiln house")]
    assert whats(window) == ["Meet Ana Pereira 10:00"]  # and no word about getting in touch
    overview = window.people.card.overview
    assert overview.to_come.isVisible()
    assert not overview.recent.isVisible()
    assert window.quiet_line.text() == "Planned a meeting with Ana Pereira"


def test_a_day_that_lies_ahead_makes_a_plan_of_a_contact(
    window: MainWindow, notebook: Notebook, ana: int, qtbot: QtBot, today: date
) -> None:
    press(qtbot, window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    sheet = open_sheet(window)
    qtbot.keyClicks(sheet.text, "Glazes")
    assert sheet.title.text() == "Log a contact"
    set_day(sheet, qtbot, "2026-11-30")
    assert (sheet.title.text(), sheet.save_button.text()) == ("Plan a meeting", "Plan")
    set_day(sheet, qtbot, "2026-11-20")
    assert (sheet.title.text(), sheet.save_button.text()) == ("Log a contact", "Save")
    assert sheet.direction.isVisible()
    set_day(sheet, qtbot, "2026-11-30")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    card = notebook.cards.card(ana, today)
    assert (card.planned_count, card.moment_count, card.last_contact_on) == (1, 0, None)
    (line,) = notebook.moments.timeline(ana, TimelineFilter(), 5)
    assert (line.agenda, line.text, line.day) == ("Glazes", "", date(2026, 11, 30))


def test_a_logged_contact_does_not_move_ahead(
    window: MainWindow,
    notebook: Notebook,
    ana: int,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
    today: date,
    now: datetime,
) -> None:
    logged = MomentDraft((ana,), Channel.CALL, Direction.WE, today, time(9, 0), text="Talked")
    changes = window.notifier.tell(notebook.moments.log(logged, now))
    window.people.moment_chosen.emit(changes.new_id)
    sheet = open_sheet(window)
    set_day(sheet, qtbot, "2026-11-30")
    assert sheet.title.text() == "Correct this contact"
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    assert "still to come" in sheet.banner.text()
    assert notebook.moments.draft(changes.new_id) == logged
    prompts.confirmations = [False, True]
    qtbot.keyClick(sheet.text, Qt.Key.Key_Escape)
    assert sheet.isVisible(), "the day that was typed is not lost unasked"
    sheet.reject()
    assert not sheet.isVisible()


def test_how_it_went_is_logged_from_the_panel(
    window: MainWindow,
    notebook: Notebook,
    notebook_path: Path,
    ana: int,
    qtbot: QtBot,
    today: date,
    now: datetime,
) -> None:
    ben = notebook.people.add("Ben Ode", today).new_id
    project = notebook.drafts.begin(ProjectFacts("Spring range", ana, "any-project")).new_id
    plan = MomentDraft(
        (ana, ben),
        Channel.VISIT,
        Direction.WE,
        today - DAY,
        time(14, 0),
        project_id=project,
        agenda="Glazes",
        place="Kiln house",
        minutes=30,
    )
    planned = notebook.moments.plan(plan, now - DAY).new_id
    window.notifier.look_again()
    assert whats(window)[0] == "How did it go with Ana Pereira?"
    window.panel.take_focus()
    qtbot.keyClick(window.panel.view, Qt.Key.Key_D)
    sheet = open_sheet(window)
    assert sheet.title.text() == "How did it go?"
    assert sheet.text.toPlainText() == "Glazes"
    assert [person.id for person in sheet.people.chosen()] == [ana, ben]
    assert sheet.more.said().place == "Kiln house"
    qtbot.keyClicks(sheet.their_words, "Like moss")
    assert sheet.read_back.isVisible()
    sheet.read_back.click()
    sheet.text.selectAll()
    qtbot.keyClicks(sheet.text, "Chose the green")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    assert rows_in(
        notebook_path,
        "SELECT id, state, text, agenda, their_words, is_read_back, project_id, minutes FROM moment",
    ) == [(planned, "logged", "Chose the green", "Glazes", "Like moss", 1, project, 30)]
    assert notebook.cards.card(ben, today).last_contact_on == today - DAY
    assert "How did it go with Ana Pereira?" not in whats(window)
    assert window.people.card.overview.to_come.isHidden()


def test_the_panel_prepares_moves_and_calls_off(
    window: MainWindow,
    notebook: Notebook,
    ana: int,
    qtbot: QtBot,
    clock: FixedClock,
    today: date,
    now: datetime,
) -> None:
    planned = notebook.moments.plan(meeting(ana, day=today), now).new_id
    window.notifier.look_again()
    panel = window.panel
    (line,) = panel.due.lines
    words = [action.text().split("\t")[0] for action in panel.menus.menu_for((line,)).actions()]
    assert {"Done…", "Move to another day", "Call it off"} <= set(words)
    panel.take_focus()
    qtbot.keyClick(panel.view, Qt.Key.Key_B)
    (brief,) = window.findChildren(BriefWindow)
    brief.close()
    clock.moment = now + timedelta(hours=2, minutes=1)
    panel._look_at_the_day()
    (line,) = panel.due.lines
    assert line.what == "How did it go with Ana Pereira?"
    words = [action.text().split("\t")[0] for action in panel.menus.menu_for((line,)).actions()]
    assert "It didn’t happen" in words
    assert "Put off" in words
    assert "Move to another day" not in words
    panel.take_focus()
    qtbot.keyClick(panel.view, Qt.Key.Key_T)
    assert notebook.moments.draft(planned).day == today, "it took place on its day"
    (line,) = panel.due.lines
    assert (line.due, line.why) == (today + DAY, "Planned for 14:00 · put off")
    notebook.upkeep.undo()
    clock.moment = now
    window.notifier.look_again()
    panel._look_at_the_day()
    panel.take_focus()
    qtbot.keyClick(panel.view, Qt.Key.Key_T)
    assert notebook.moments.draft(planned).day == today + DAY, "it is still to come"
    assert window.quiet_line.text() == "Moved to 23 Nov: meeting with Ana Pereira"
    panel.take_focus()
    qtbot.keyClick(panel.view, Qt.Key.Key_P)
    (dialog,) = window.findChildren(DayDialog)
    assert (dialog.windowTitle(), dialog.save_button.text()) == ("Move to another day", "Move it")
    dialog.reject()
    panel.take_focus()
    qtbot.keyClick(panel.view, Qt.Key.Key_K)
    assert window.quiet_line.text() == "Called off: meeting with Ana Pereira"
    assert whats(window) == ["Get in touch with Ana Pereira"]


def test_a_plan_is_changed_or_logged_early_where_it_stands(
    window: MainWindow, notebook: Notebook, ana: int, qtbot: QtBot, today: date, now: datetime
) -> None:
    planned = notebook.moments.plan(meeting(ana, day=today + DAY), now).new_id
    window.notifier.look_again()
    window.people.moment_chosen.emit(planned)
    sheet = open_sheet(window)
    assert (sheet.title.text(), sheet.text.toPlainText()) == ("Change the plan", "Glazes")
    qtbot.keyClicks(sheet.text, "More: ")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    assert "More: " in notebook.moments.draft(planned).agenda
    assert notebook.moments.is_planned(planned)
    window.navigator.log_requested.emit(LogRequest(planned_id=planned))
    sheet = open_sheet(window)
    assert sheet.day.value() == today
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    assert not notebook.moments.is_planned(planned)
    assert notebook.cards.card(ana, today).last_contact_on == today


def test_files_are_dropped_on_the_sheet_and_kept_as_paths(
    window: MainWindow, notebook: Notebook, ana: int, qtbot: QtBot, tmp_path: Path
) -> None:
    there, gone = tmp_path / "offer <b>.txt", tmp_path / "gone.pdf"
    there.write_text("offer")
    press(qtbot, window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    sheet = open_sheet(window)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(there)), QUrl.fromLocalFile(str(gone))])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    target = sheet.text.viewport()
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), *how))
    assert sheet.text.toPlainText() == ""
    rows = sheet.findChildren(FileRow)
    assert [(row.name.text(), row.missing.isHidden()) for row in rows] == [
        ("offer <b>.txt", True), ("gone.pdf", False),
    ]  # fmt: skip
    rows[1].remove_button.click()
    qtbot.keyClicks(sheet.text, "Sent the offer")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    (line,) = notebook.moments.of_person(ana, 2)
    assert notebook.moments.draft(line.id).files == (str(there),)


def test_after_the_first_meeting_it_is_thought_over(
    window: MainWindow, notebook: Notebook, ana: int, qtbot: QtBot, today: date
) -> None:
    referred: list[int] = []
    window.navigator.referral_requested.connect(referred.append)
    window.navigator.log_requested.emit(LogRequest((ana,), Channel.MEETING))
    qtbot.keyClick(open_sheet(window).text, Qt.Key.Key_Return)
    assert window.banner.text().startswith("This was your first meeting with Ana.")
    window.banner.action.click()
    (dialog,) = window.findChildren(FitDialog)
    dialog.save_button.click()
    assert dialog.isVisible()  # a decision is wanted
    dialog.trust.button(FitAnswer.NO).click()
    qtbot.keyClicks(dialog.note, "Wants a painter for portraits")
    dialog.decision.button(FitDecision.REFER).click()
    dialog.save_button.click()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: referred == [ana])
    fit = window.people.card.overview.fit
    assert fit.isVisible()
    known = notebook.cards.card(ana, today).fit_check
    assert known is not None
    assert (known.decision, known.note) == (FitDecision.REFER, "Wants a painter for portraits")
    window.navigator.log_requested.emit(LogRequest((ana,), Channel.VISIT))
    qtbot.keyClick(open_sheet(window).text, Qt.Key.Key_Return)
    assert window.banner.text() == ""


def test_the_timeline_is_narrowed_and_a_place_in_it_found_again(
    window: MainWindow, notebook: Notebook, ana: int, qtbot: QtBot, today: date, now: datetime
) -> None:
    ben = notebook.people.add("Ben Ode", today).new_id
    notebook.moments.plan(meeting(ana, day=today + DAY), now)
    call = MomentDraft((ana,), Channel.CALL, Direction.WE, today, time(9, 0), text="Talked")
    logged = notebook.moments.log(call, now).new_id
    visit = MomentDraft((ana, ben), Channel.VISIT, Direction.WE, today - DAY, text="Measured")
    notebook.moments.log(visit, now)
    window.notifier.look_again()
    card = window.people.card
    card.tabs.strip.setCurrentIndex(TIMELINE_TAB)
    assert card.tabs.strip.tabText(TIMELINE_TAB) == "Timeline 3"
    timeline = card.tabs.tab(TIMELINE_TAB)
    assert isinstance(timeline, Timeline)

    def shown() -> list[str]:
        model = timeline.moments.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    assert shown() == ["Glazes", "Talked", "Measured"]
    qtbot.keyClicks(timeline.filter.search, "meas")
    assert shown() == ["Measured"]
    window.notifier.look_again()
    assert shown() == ["Measured"]  # a change elsewhere lets the filter be
    window.navigator.place_requested.emit(CardPlace(ana, moment_id=logged))
    assert timeline.moments.currentIndex().data() == "Talked"
    assert timeline.filter.search.text() == ""
    menu = timeline.filter.person.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    menu.actions()[1].trigger()
    assert (timeline.filter.person.text(), shown()) == ("Ben Ode", ["Measured"])
    qtbot.keyClicks(timeline.filter.search, "xyzzy")
    assert timeline.nothing.isVisible()
    assert shown() == []
    window.people.show_person(ben)
    assert shown() == ["Measured"]


def test_the_menus_of_card_and_project_plan_and_ask_whether_we_fit(
    window: MainWindow, notebook: Notebook, ana: int
) -> None:
    header = window.people.card.header
    header.plan_action.trigger()
    sheet = open_sheet(window)
    assert [person.id for person in sheet.people.chosen()] == [ana]
    sheet.reject()
    header.fit_action.trigger()
    (dialog,) = window.findChildren(FitDialog)
    dialog.reject()
    project = notebook.drafts.begin(ProjectFacts("Spring range", ana, "any-project")).new_id
    window.navigator.project_requested.emit(project)
    page = window.areas.page(PROJECTS)
    assert isinstance(page, ProjectsPage)
    page.view.header.plan_action.trigger()
    sheet = open_sheet(window)
    assert sheet.title.text() == "Plan a meeting"
    assert sheet.more.said().project_id == project
    sheet.text.setPlainText("Colours")
    sheet.save_button.click()
    (planned,) = notebook.projects.page(project).recent_moments
    assert (planned.text, planned.is_planned) == ("Colours", True)
    assert page.view.overview.moments.isVisible()


@pytest.mark.usefixtures("ana")
def test_leaving_a_plan_asks_when_something_was_typed(
    window: MainWindow, qtbot: QtBot, prompts: ScriptedPrompts
) -> None:
    press(qtbot, window, Qt.Key.Key_L, SHIFT_CONTROL)
    sheet = open_sheet(window)
    assert sheet.more.fields is not None
    qtbot.keyClicks(sheet.more.fields.place, "Kiln house")
    prompts.confirmations = [False, True]
    sheet.reject()
    assert sheet.isVisible()
    sheet.reject()
    assert not sheet.isVisible()


def test_a_contact_of_which_no_time_is_known_stays_without_one(
    window: MainWindow, notebook: Notebook, ana: int, today: date, now: datetime, qtbot: QtBot
) -> None:
    draft = MomentDraft((ana,), Channel.CALL, Direction.WE, today - DAY, text="Caled")
    moment = notebook.moments.log(draft, now).new_id
    window.people.moment_chosen.emit(moment)
    sheet = open_sheet(window)
    assert sheet.time.field.text() == ""
    sheet.text.setPlainText("Called")
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert notebook.moments.draft(moment) == replace(draft, text="Called")

    window.people.moment_chosen.emit(moment)
    sheet = open_sheet(window)
    qtbot.keyClicks(sheet.time.field, "soon")
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert "At what time?" in sheet.banner.text()
    sheet.time.field.selectAll()
    qtbot.keyClicks(sheet.time.field, "9.30")
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert notebook.moments.draft(moment).at == time(9, 30)
