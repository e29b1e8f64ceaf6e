"""The sheet of a check-in as a person uses it: keys in; screen and file looked at."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.changes import Changes
from notebook.domain.check_ins import About, Grade, Occasion
from notebook.domain.moments import Channel
from notebook.services.amendments import AmendmentDraft
from notebook.services.draft import Entry, Said
from notebook.services.notebook import Notebook
from notebook.ui.dialogs.check_in_sheet import CheckInSheet
from notebook.ui.dialogs.concern_dialog import ConcernDialog
from notebook.ui.errands.check_ins import CheckInErrands
from notebook.ui.errands.concerns import ConcernErrands
from notebook.ui.errands.desk import Desk
from notebook.ui.icons import Icons
from notebook.ui.navigator import CheckInRequest, Navigator
from notebook.ui.notifier import Notifier
from tests.reading import rows_in
from tests.services.check_ins.helpers import agreed, grade_all
from tests.services.project_samples import begin, open_concerns
from tests.ui.conftest import FixedClock
from tests.ui.samples import HOSTILE_NAMES
from tests.ui.scripted_prompts import ScriptedPrompts

BELOW, AS, ABOVE = Grade.BELOW, Grade.AS_EXPECTED, Grade.ABOVE
DAY = timedelta(days=1)
Open = Callable[[CheckInRequest], CheckInSheet]


class Told:
    """What the window would hear of."""

    def __init__(self) -> None:
        self.changes: list[Changes] = []


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def open_sheet(
    notebook: Notebook,
    clock: FixedClock,
    prompts: ScriptedPrompts,
    icons: Icons,
    window: QMainWindow,
    told: Told,
    qtbot: QtBot,
) -> Open:
    """Return what opens the sheet as a page would."""
    notifier, navigator = Notifier(), Navigator()
    notifier.changed.connect(told.changes.append)
    desk = Desk(notebook, notifier, navigator, clock, icons, prompts, window)
    CheckInErrands(desk)
    ConcernErrands(desk)

    def opened(request: CheckInRequest) -> CheckInSheet:
        navigator.check_in_requested.emit(request)
        (sheet,) = (each for each in window.findChildren(CheckInSheet) if each.isVisible())
        qtbot.waitUntil(lambda: QApplication.activeWindow() is sheet)
        return sheet

    return opened


@pytest.fixture
def project_id(notebook: Notebook) -> int:
    return agreed(notebook)


@pytest.fixture
def sheet(open_sheet: Open, project_id: int) -> CheckInSheet:
    return open_sheet(CheckInRequest(project_id))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def concern_of(window: QMainWindow) -> ConcernDialog | None:
    dialogs = window.findChildren(ConcernDialog)
    return next((dialog for dialog in dialogs if dialog.isVisible()), None)


def test_first_answers_stand_beside_empty_fields(sheet: CheckInSheet) -> None:
    assert sheet.title.text() == "Check-in on Lobby mural"
    shown = words(sheet)
    for each in (
        "Said at the start, 22 Nov",
        "Compared with what was expected",
        "No surprises on the bill",
        "Weekly, by e-mail\nBefore 10:00. Copy Paul.",
        "First coat 28 Nov",
        "Also said at the start",
        "And what was disappointing?",
        "The bill",
        "Key for the service door (Marta Lindqvist, by 25 November 2026)",
    ):
        assert each in shown
    assert shown.index("First coat 28 Nov") < shown.index("Also said at the start")
    assert (sheet.person.text(), sheet.day.text(), sheet.channel.text(), sheet.occasion.text()) == (
        "Marta Lindqvist", "today", "in person", "a third of the way",
    )  # fmt: skip
    assert sheet.rows.rows[0].said.placeholderText() == "What did Marta say?"
    assert not sheet.offer.warning.text()
    assert not sheet.offer.tick.isVisible()


def test_a_check_in_is_made_by_keyboard_alone(
    sheet: CheckInSheet, qtbot: QtBot, notebook_path: Path, told: Told, project_id: int
) -> None:
    for said, steps in (("They do & look up", 3), ("", 2), ("Sketches", 2)):
        qtbot.keyClicks(focused(), said)
        qtbot.keyClick(focused(), Qt.Key.Key_Return)  # on to the grade
        for _ in range(steps):
            qtbot.keyClick(focused(), Qt.Key.Key_Right)
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    while focused() is not sheet.more:
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "A bench below it")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.keyClick(focused(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not sheet.isVisible()
    assert rows_in(
        notebook_path,
        "SELECT l.about, l.said_today, l.grade FROM check_in_line l ORDER BY position LIMIT 4",
    ) == [
        ("rave-review", "They do & look up", "below"),
        ("rave-review", "", "above"),
        ("result", "Sketches", "above"),
        ("updates", "", None),
    ]
    assert rows_in(
        notebook_path,
        "SELECT project_id, asked_on, channel, is_draft, grade, our_grade, more_words FROM check_in",
    ) == [(project_id, "2026-11-22", "meeting", 0, "below", "below", "A bench below it")]
    assert [change.label for change in told.changes] == [
        "Checked in with Marta Lindqvist on Lobby mural: below expected"
    ]


def test_one_answer_below_is_said_at_once_and_leads_to_its_concern(
    sheet: CheckInSheet, window: QMainWindow, qtbot: QtBot
) -> None:
    first, second = sheet.rows.rows[:2]
    qtbot.mouseClick(first.grade.button(BELOW), Qt.MouseButton.LeftButton)
    assert sheet.offer.warning.text() == "One answer is below what was expected."
    assert sheet.offer.mark.isVisible()
    assert sheet.offer.tick.text() == "Open a concern, to be set right with Marta first"
    assert sheet.offer.tick.isChecked()
    qtbot.mouseClick(second.grade.button(BELOW), Qt.MouseButton.LeftButton)
    assert sheet.offer.warning.text().startswith("2 answers are below")
    qtbot.mouseClick(second.grade.button(AS), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert not sheet.isVisible()
    qtbot.waitUntil(lambda: concern_of(window) is not None)
    dialog = concern_of(window)
    assert dialog is not None
    assert dialog.text.toPlainText() == "Guests look up"
    dialog.reject()


def test_a_concern_that_is_open_takes_the_answer_in(
    notebook: Notebook, project_id: int, open_sheet: Open, window: QMainWindow, qtbot: QtBot
) -> None:
    grade_all(notebook, project_id, updates=("Quiet", BELOW))
    sheet = open_sheet(CheckInRequest(project_id))
    qtbot.mouseClick(sheet.rows.rows[0].grade.button(BELOW), Qt.MouseButton.LeftButton)
    assert sheet.offer.tick.text() == "Make it part of the concern of Marta that is open"
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert not sheet.isVisible()
    assert concern_of(window) is None
    assert len(open_concerns(notebook, project_id=project_id)) == 1


def test_a_concern_that_is_not_wanted_stays_unopened(
    sheet: CheckInSheet,
    open_sheet: Open,
    notebook: Notebook,
    project_id: int,
    window: QMainWindow,
    qtbot: QtBot,
) -> None:
    qtbot.mouseClick(sheet.rows.rows[0].grade.button(BELOW), Qt.MouseButton.LeftButton)
    while focused() is not sheet.offer.tick:
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.mouseClick(sheet.rows.rows[1].grade.button(BELOW), Qt.MouseButton.LeftButton)
    for is_ticked in (False, True, False):
        assert sheet.offer.tick.isChecked() is is_ticked
        qtbot.mouseClick(sheet.later_button, Qt.MouseButton.LeftButton)
        sheet = open_sheet(CheckInRequest(project_id))
        assert sheet.offer.tick.isChecked() is is_ticked
        sheet.offer.tick.setFocus()
        qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    (entry,) = notebook.check_in_history.of_project(project_id)
    assert entry.grade is BELOW
    again = open_sheet(CheckInRequest(project_id, check_in_id=entry.id))
    assert not again.offer.tick.isChecked()
    qtbot.keyClicks(again.rows.rows[0].said, "Grey")
    qtbot.mouseClick(again.save_button, Qt.MouseButton.LeftButton)
    assert notebook.check_in_history.of_project(project_id)[0].words == "Grey"
    assert open_concerns(notebook, project_id=project_id) == ()
    assert concern_of(window) is None


def test_a_grade_that_is_corrected_asks_what_becomes_of_the_concern(
    open_sheet: Open,
    notebook: Notebook,
    project_id: int,
    told: Told,
    window: QMainWindow,
    qtbot: QtBot,
) -> None:
    check_in_id = grade_all(notebook, project_id, rave_review=("Grey", BELOW))

    def correct(grade: Grade) -> CheckInSheet:
        sheet = open_sheet(CheckInRequest(project_id, check_in_id=check_in_id))
        qtbot.mouseClick(sheet.rows.rows[0].grade.button(grade), Qt.MouseButton.LeftButton)
        return sheet

    sheet = correct(AS)
    said = "No answer is below what was expected, but its concern is open."
    assert sheet.offer.warning.text() == said
    assert not sheet.offer.tick.isChecked()
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert len(open_concerns(notebook, project_id=project_id)) == 1
    sheet = correct(ABOVE)
    assert sheet.offer.warning.text() == said
    sheet.offer.tick.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert open_concerns(notebook, project_id=project_id) == ()
    assert [line.kind for line in notebook.upkeep.trash()] == ["concern"]
    assert "concern" in told.changes[-1].kinds
    assert concern_of(window) is None
    sheet = correct(BELOW)
    assert sheet.offer.tick.isChecked()
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: concern_of(window) is not None)
    assert len(open_concerns(notebook, project_id=project_id)) == 1


def test_nothing_graded_is_said_and_nothing_is_lost(
    sheet: CheckInSheet, qtbot: QtBot, notebook_path: Path
) -> None:
    qtbot.keyClicks(focused(), "Fine")
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert "at least one answer" in sheet.banner.text()
    assert sheet.rows.rows[0].said.toPlainText() == "Fine"
    assert rows_in(notebook_path, "SELECT 1 FROM check_in") == []


@pytest.mark.parametrize("by_key", [True, False])
def test_what_is_typed_is_laid_aside(
    by_key: bool,
    sheet: CheckInSheet,
    open_sheet: Open,
    project_id: int,
    qtbot: QtBot,
    notebook: Notebook,
    told: Told,
) -> None:
    qtbot.keyClicks(focused(), "Fine so far")
    if by_key:
        qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(sheet.later_button, Qt.MouseButton.LeftButton)
    assert not sheet.isVisible()
    assert [change.label for change in told.changes] == ["Laid the check-in on Lobby mural aside"]
    assert notebook.check_in_history.of_project(project_id) == ()
    again = open_sheet(CheckInRequest(project_id))
    assert again.rows.rows[0].said.toPlainText() == "Fine so far"
    again.reject()
    assert len(told.changes) == 1


def test_an_untouched_sheet_leaves_no_trace(
    sheet: CheckInSheet, notebook_path: Path, told: Told
) -> None:
    sheet.reject()
    assert not sheet.isVisible()
    assert rows_in(notebook_path, "SELECT 1 FROM check_in") == []
    assert told.changes == []


def test_who_when_and_how_are_chosen_in_the_line_below_the_title(
    sheet: CheckInSheet, notebook: Notebook, today: date, qtbot: QtBot
) -> None:
    for button, key in (
        (sheet.day, today - DAY),
        (sheet.channel, Channel.CALL),
        (sheet.occasion, None),
    ):
        action = next(each for each in button.menu().actions() if each.data() == key)
        action.trigger()
    assert (sheet.day.text(), sheet.channel.text()) == ("yesterday", "by telephone")
    assert sheet.occasion.accessibleName() == "When: besides the plan"
    draft = sheet.draft()
    assert (draft.asked_on, draft.channel, draft.plan_id) == (today - DAY, Channel.CALL, None)


def test_another_day_is_typed(sheet: CheckInSheet, qtbot: QtBot) -> None:
    assert not sheet.other_day.isVisible()
    sheet.day.menu().actions()[-1].trigger()
    assert sheet.other_day.isVisible()
    qtbot.mouseClick(sheet.rows.rows[0].grade.button(AS), Qt.MouseButton.LeftButton)
    sheet.other_day.field.selectAll()
    qtbot.keyClick(sheet.other_day.field, Qt.Key.Key_Delete)
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert sheet.banner.text() == "On which day was it?"
    qtbot.keyClicks(sheet.other_day.field, "2 11 2026")
    assert sheet.draft().asked_on == date(2026, 11, 2)


def test_a_saved_one_is_corrected_and_left_only_on_purpose(
    notebook: Notebook,
    project_id: int,
    open_sheet: Open,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
) -> None:
    check_in_id = grade_all(notebook, project_id, updates=("Fine", AS))
    sheet = open_sheet(CheckInRequest(project_id, check_in_id=check_in_id))
    assert sheet.occasion.text() == "a third of the way"
    updates = next(row for row in sheet.rows.rows if row.line.about is About.UPDATES)
    qtbot.keyClicks(updates.said, "Very ")
    prompts.confirmations.append(False)
    qtbot.mouseClick(sheet.later_button, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    (entry,) = notebook.check_in_history.of_project(project_id)
    assert (entry.id, entry.words) == (check_in_id, "Very Fine")
    again = open_sheet(CheckInRequest(project_id, check_in_id=check_in_id))
    qtbot.keyClicks(again.more, "x")
    prompts.confirmations.append(True)
    again.reject()
    assert notebook.check_ins.saved(check_in_id).draft.more_words == ""


@pytest.mark.parametrize("is_saved", [True, False])
def test_one_that_is_not_wanted_goes_to_the_trash(
    is_saved: bool,
    notebook: Notebook,
    project_id: int,
    open_sheet: Open,
    told: Told,
    today: date,
    qtbot: QtBot,
) -> None:
    fresh = open_sheet(CheckInRequest(project_id))
    assert not fresh.trash_button.isVisible()
    fresh.reject()
    if is_saved:
        request = CheckInRequest(project_id, check_in_id=grade_all(notebook, project_id))
    else:
        notebook.check_ins.keep(notebook.check_ins.sheet(project_id, today).draft, None)
        request = CheckInRequest(project_id)
    sheet = open_sheet(request)
    qtbot.keyClicks(sheet.more, "x")
    qtbot.mouseClick(sheet.trash_button, Qt.MouseButton.LeftButton)
    assert not sheet.isVisible()
    assert [change.label for change in told.changes] == [
        "Moved the check-in on Lobby mural to the trash"
    ]
    assert [line.kind for line in notebook.upkeep.trash()] == ["check_in"]
    assert notebook.check_ins.sheet(project_id, today).check_in_id is None


def test_a_planned_one_is_answered_from_its_reminder(
    notebook: Notebook, project_id: int, open_sheet: Open, today: date
) -> None:
    plans = notebook.check_ins.plans.of_project(project_id, today)
    sheet = open_sheet(CheckInRequest(project_id, plan_id=plans[1].id))
    assert sheet.draft().plan_id == plans[1].id
    assert plans[1].occasion is Occasion.DELIVERY


def test_what_is_not_agreed_is_not_asked(
    notebook: Notebook, open_sheet: Open, prompts: ScriptedPrompts
) -> None:
    with pytest.raises(ValueError, match="not enough values"):
        open_sheet(CheckInRequest(begin(notebook)))
    assert "not agreed yet" in prompts.problems[0][1]


def test_text_is_shown_letter_for_letter(
    notebook: Notebook, open_sheet: Open, today: date, qtbot: QtBot
) -> None:
    hostile = HOSTILE_NAMES[1]
    project_id = begin(notebook, hostile, hostile)
    points = Entry({"rave-review": Said(text="\n".join(HOSTILE_NAMES))})
    notebook.drafts.save(project_id, points, 2, today)
    notebook.drafts.finish(project_id, today)
    sheet = open_sheet(CheckInRequest(project_id))
    shown = words(sheet)
    assert all(name in shown for name in HOSTILE_NAMES)
    assert sheet.person.text() == hostile.replace("&", "&&")
    qtbot.mouseClick(sheet.rows.rows[0].grade.button(AS), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert notebook.check_in_history.of_project(project_id)[0].project_name == hostile


def test_a_long_name_stretches_nothing(
    notebook: Notebook, open_sheet: Open, window: QMainWindow, today: date, qtbot: QtBot
) -> None:
    window.resize(1024, 640)
    project_id = begin(notebook, "Mural", "M" * 300)
    notebook.drafts.finish(project_id, today)
    sheet = open_sheet(CheckInRequest(project_id))
    qtbot.mouseClick(sheet.rows.rows[0].grade.button(BELOW), Qt.MouseButton.LeftButton)
    assert sheet.offer.tick.isVisible()
    assert sheet.offer.minimumSizeHint().width() < 700


def test_it_fits_a_small_screen_and_scrolls(
    open_sheet: Open, notebook: Notebook, project_id: int, window: QMainWindow, today: date
) -> None:
    window.resize(1024, 640)
    agreed_anew = AmendmentDraft(Entry({"rave-review": Said(text="One\nTwo")}), None, today, "")
    notebook.amendments.amend(project_id, "rave-review", agreed_anew, today)
    sheet = open_sheet(CheckInRequest(project_id))
    assert words(sheet.rows).count("Before: Guests look up / No surprises") == 1
    assert sheet.width() <= 1024
    assert sheet.height() <= 640
    area = sheet._area
    assert area.verticalScrollBar().maximum() > 0
    inside = area.widget()
    assert inside is not None
    assert inside.width() <= area.viewport().width()
    last = sheet.rows.rows[-1].grade.button(ABOVE)
    assert last.mapTo(sheet, last.rect().topRight()).x() < sheet.width()
    assert sheet.save_button.isVisible()


def test_tab_reaches_everything_once_and_everything_has_a_name(
    sheet: CheckInSheet, qtbot: QtBot
) -> None:
    sheet.person.setFocus()
    seen: list[QWidget] = []
    while focused() not in seen:
        interface = QAccessible.queryAccessibleInterface(focused())
        assert interface.text(QAccessible.Text.Name), focused()
        seen.append(focused())
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    fields = [part for row in sheet.rows.rows for part in (row.said, row.grade.button(BELOW))]
    assert seen == [
        sheet.person,
        sheet.day,
        sheet.channel,
        sheet.occasion,
        *fields,
        sheet.more,
        sheet.ours.button(BELOW),
        sheet.also_said,
        sheet.later_button,
        sheet.save_button,
    ]


def test_what_else_was_said_comes_into_view_by_keyboard(
    open_sheet: Open, project_id: int, window: QMainWindow, qtbot: QtBot
) -> None:
    window.resize(1024, 640)
    sheet = open_sheet(CheckInRequest(project_id))
    bar = sheet._area.verticalScrollBar()
    assert bar.value() == 0
    sheet.ours.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is sheet.also_said
    assert "The bill" in sheet.also_said.accessibleDescription()
    assert bar.value() > 0
    at = bar.value()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    assert bar.value() > at or at == bar.maximum()


def test_an_older_day_stays_when_it_is_looked_at_again(
    notebook: Notebook, project_id: int, open_sheet: Open, today: date
) -> None:
    check_in_id = grade_all(notebook, project_id, on=today - 12 * DAY)
    sheet = open_sheet(CheckInRequest(project_id, check_in_id=check_in_id))
    assert sheet.day.text() == "10 Nov"
    assert sheet.draft() == notebook.check_ins.saved(check_in_id).draft
