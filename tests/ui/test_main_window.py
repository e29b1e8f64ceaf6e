"""The window as a person uses it: keys and clicks in, screen and file looked at."""

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from notebook.domain.moments import Channel, Direction
from notebook.domain.promises import Side
from notebook.services.card_parts import PHONE, DetailDraft
from notebook.services.moments import MomentDraft, PromiseDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.roles import at
from notebook.settings import Settings
from notebook.ui.areas import CHECKLISTS, PEOPLE, PROJECTS, SETTINGS
from notebook.ui.delegates.person_delegate import PERSON_ROLE
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.main_window import MainWindow
from notebook.ui.navigator import WizardRequest
from notebook.ui.pages.checklists_page import ChecklistsPage
from notebook.ui.pages.projects_page import ProjectsPage
from notebook.ui.pages.settings_page import SettingsPage
from notebook.ui.theme import Theme
from tests.reading import rows_in
from tests.services.project_samples import begin
from tests.ui.conftest import FixedClock
from tests.ui.samples import HOSTILE_NAMES
from tests.ui.scripted_prompts import ScriptedPrompts

CONTROL = Qt.KeyboardModifier.ControlModifier


def names_shown(window: MainWindow) -> list[str]:
    model = window.people.column.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def open_sheet(window: MainWindow) -> LogSheet:
    sheets = [sheet for sheet in window.findChildren(LogSheet) if sheet.isVisible()]
    assert len(sheets) == 1
    QTest.qWaitForWindowActive(sheets[0])
    return sheets[0]


@pytest.fixture
def marta(window: MainWindow, notebook: Notebook, today: date) -> int:
    changes = window.notifier.tell(notebook.people.add("Marta Lindqvist", today))
    window.people.show_person(changes.new_id)
    return changes.new_id


def test_a_name_is_enough_for_a_new_person(
    window: MainWindow, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.keyClicks(window.people.editor.who.name, "Ana Pereira")
    qtbot.keyClick(window.people.editor.who.name, Qt.Key.Key_Return)
    assert names_shown(window) == ["Ana Pereira"]
    assert window.people.card.header.name.text() == "Ana Pereira"
    assert rows_in(notebook_path, "SELECT name FROM person") == [("Ana Pereira",)]


def test_a_new_person_without_a_name_is_asked_for_one(
    window: MainWindow, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.keyClick(window.people.editor.who.name, Qt.Key.Key_Return)
    assert window.people.editor.banner.text() == "A name is all that is needed."
    assert rows_in(notebook_path, "SELECT count(*) FROM person") == [(0,)]


def test_logging_takes_one_box_and_enter(
    window: MainWindow, marta: int, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    sheet = open_sheet(window)
    qtbot.keyClicks(sheet.text, "Asked about the scaffold")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    recent = window.people.card.overview.recent.moments.model()
    assert recent.index(0, 0).data() == "Asked about the scaffold"
    assert window.quiet_line.text() == "Logged a call with Marta Lindqvist"
    assert rows_in(
        notebook_path,
        "SELECT text, channel, direction, happened_at, last_contact_on FROM moment"
        " JOIN moment_person mp ON mp.moment_id = moment.id JOIN person ON person.id = person_id",
    ) == [("Asked about the scaffold", "call", "we", "2026-11-22T12:00", "2026-11-22")]


def test_a_contact_of_long_ago_does_not_move_the_last_contact_back(
    window: MainWindow, marta: int, notebook_path: Path, qtbot: QtBot
) -> None:
    for day in ("20 11 2026", "3 11 2026"):
        qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
        sheet = open_sheet(window)
        field = sheet.day.focusProxy()
        assert field is not None
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
        qtbot.keyClicks(field, day)
        qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert rows_in(notebook_path, "SELECT last_contact_on FROM person") == [("2026-11-20",)]


def test_promises_are_made_on_the_same_sheet(
    window: MainWindow, marta: int, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    sheet = open_sheet(window)
    qtbot.keyClicks(sheet.text, "Met on site")
    qtbot.mouseClick(sheet.promises.ours_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(sheet.promises.rows[0].text, "Colour swatches")
    sheet.promises.rows[0].due.set_value(date(2026, 11, 27))
    qtbot.mouseClick(sheet.promises.theirs_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(sheet.promises.rows[1].text, "Key for the service door")
    qtbot.keyClicks(sheet.their_words, "Not on weekdays")
    qtbot.keyClick(sheet.their_words, Qt.Key.Key_Return, CONTROL)
    assert sheet.banner.text() == ""
    assert rows_in(notebook_path, "SELECT side, text, due_on FROM promise ORDER BY side") == [
        ("ours", "Colour swatches", "2026-11-27"),
        ("theirs", "Key for the service door", None),
    ]
    assert rows_in(notebook_path, "SELECT their_words FROM moment") == [("Not on weekdays",)]
    assert not window.people.card.overview.promises.isHidden()


def test_words_about_a_contact_are_not_thrown_away_by_escape(
    window: MainWindow, marta: int, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    sheet = open_sheet(window)
    qtbot.keyClicks(sheet.text, "Ten lines")
    prompts.confirmations = [False, True]
    qtbot.keyClick(sheet.text, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.text.toPlainText() == "Ten lines"
    sheet.close()
    assert not sheet.isVisible()
    assert [title for title, _ in prompts.asked] == ["Leave without saving?"] * 2


def test_an_untouched_sheet_closes_at_once(window: MainWindow, marta: int, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    sheet = open_sheet(window)
    qtbot.keyClick(sheet.text, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_name_that_was_typed_and_not_chosen_is_not_passed_over(
    window: MainWindow, marta: int, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    sheet = open_sheet(window)
    qtbot.keyClicks(sheet.people.field, "Paul")
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert "choose whom you mean" in sheet.banner.text()
    qtbot.keyClick(sheet.people.field, Qt.Key.Key_Return)
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    assert rows_in(notebook_path, "SELECT count(*) FROM moment_person") == [(2,)]


def test_several_people_and_a_new_one_can_take_part(
    window: MainWindow, marta: int, notebook: Notebook, today: date, qtbot: QtBot
) -> None:
    notebook.people.add("Marcus Okafor", today)
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    sheet = open_sheet(window)
    qtbot.keyClicks(sheet.people.field, "okaf")
    qtbot.keyClick(sheet.people.field, Qt.Key.Key_Return)
    qtbot.keyClicks(sheet.people.field, "Paul Lindqvist")
    qtbot.keyClick(sheet.people.field, Qt.Key.Key_Return)
    assert [person.name for person in sheet.people.chosen()] == [
        "Marta Lindqvist",
        "Marcus Okafor",
        "Paul Lindqvist",
    ]
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    assert window.quiet_line.text() == "Logged a call with Marta Lindqvist and 2 others"


def test_a_contact_without_people_is_kept_on_the_sheet(
    window: MainWindow, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    sheet = open_sheet(window)
    qtbot.keyClicks(sheet.text, "Somebody rang")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert "With whom" in sheet.banner.text()
    assert sheet.text.toPlainText() == "Somebody rang"
    assert rows_in(notebook_path, "SELECT count(*) FROM moment") == [(0,)]


def test_a_logged_contact_can_be_corrected_and_deleted(
    window: MainWindow, marta: int, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    qtbot.keyClicks(open_sheet(window).text, "Asked about the scafold")
    qtbot.keyClick(open_sheet(window).text, Qt.Key.Key_Return)
    recent = window.people.card.overview.recent.moments
    recent.setCurrentIndex(recent.model().index(0, 0))
    qtbot.keyClick(recent, Qt.Key.Key_Return)
    sheet = open_sheet(window)
    sheet.text.selectAll()
    qtbot.keyClicks(sheet.text, "Asked about the scaffold")
    qtbot.keyClick(sheet.text, Qt.Key.Key_Return)
    assert rows_in(notebook_path, "SELECT text FROM moment") == [("Asked about the scaffold",)]
    recent.setCurrentIndex(recent.model().index(0, 0))
    recent.setFocus()
    qtbot.keyClick(recent, Qt.Key.Key_Delete)
    assert recent.model().rowCount() == 0
    assert rows_in(notebook_path, "SELECT last_contact_on FROM person") == [(None,)]


def test_undo_and_redo_by_key(
    window: MainWindow, marta: int, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert names_shown(window) == []
    assert window.quiet_line.text() == "Taken back: Added Marta Lindqvist"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert names_shown(window) == ["Marta Lindqvist"]
    assert rows_in(notebook_path, "SELECT name FROM person") == [("Marta Lindqvist",)]


def test_undo_works_by_key_after_the_menu_had_nothing_to_undo(
    window: MainWindow, notebook: Notebook, today: date, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert not window.commands.actions["undo"].isEnabled()
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    window.notifier.tell(notebook.people.add("Ana Pereira", today))
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert names_shown(window) == []


def test_search_as_you_type_and_open_by_arrow_key(
    window: MainWindow, notebook: Notebook, today: date, qtbot: QtBot
) -> None:
    for name in ("Jörg Łukasz", "Ana Pereira", "Joanna Berg"):
        window.notifier.tell(notebook.people.add(name, today))
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert window.people.list.search.hasFocus()
    qtbot.keyClicks(window.people.list.search, "lukas")
    assert names_shown(window) == ["Jörg Łukasz"]
    assert window.people.list.heading.text() == "1 found"
    qtbot.keyClick(window.people.list.search, Qt.Key.Key_Down)
    assert window.people.card.header.name.text() == "Jörg Łukasz"
    qtbot.keyClick(window.people.list.search, Qt.Key.Key_Escape)
    assert len(names_shown(window)) == 3


def test_letters_typed_in_the_list_begin_a_search(
    window: MainWindow, marta: int, notebook: Notebook, today: date, qtbot: QtBot
) -> None:
    window.notifier.tell(notebook.people.add("Ana Pereira", today))
    qtbot.keyClicks(window.people.list.view, "l")
    qtbot.keyClicks(window.people.list.search, "in")
    assert window.people.list.search.text() == "lin"
    assert names_shown(window) == ["Marta Lindqvist"]


def test_the_editor_asks_before_it_loses_what_was_typed(
    window: MainWindow, marta: int, notebook_path: Path, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    qtbot.keyClicks(window.people.editor.who.roles.rows[0].title, "Owner")
    prompts.confirmations = [False, True]
    qtbot.keyClick(window.people.editor.who.roles.rows[0].title, Qt.Key.Key_Escape)
    assert window.people.editor.isVisible()
    qtbot.keyClick(window.people.editor.who.roles.rows[0].title, Qt.Key.Key_Escape)
    assert window.people.card.isVisible()
    assert rows_in(notebook_path, "SELECT count(*) FROM role") == [(0,)]


def test_a_whole_card_is_edited_as_a_page_and_shows_only_what_is_filled(
    window: MainWindow, marta: int, notebook: Notebook, qtbot: QtBot
) -> None:
    assert window.people.card.overview.reach.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    editor = window.people.editor
    qtbot.keyClicks(editor.who.roles.rows[0].organisation, "Hotel Lindqvist")
    qtbot.keyClicks(editor.who.roles.rows[0].title, "Owner")
    phone = editor.ways.details.rows[0].value
    qtbot.keyClicks(phone, "+46 70 123 45 67")
    editor.habits.channel.setCurrentIndex(editor.habits.channel.findData(Channel.EMAIL))
    editor.habits.rhythm.target.setValue(30)
    qtbot.keyClicks(editor.worth.facts.rows[0].text, "Married to Paul")
    qtbot.keyClick(editor, Qt.Key.Key_S, CONTROL)
    card = window.people.card
    assert card.header.roles.words() == ["Owner, Hotel Lindqvist"]
    assert not card.overview.reach.isHidden()
    assert not card.overview.worth.isHidden()
    assert card.overview.note.isHidden()
    draft = notebook.people.draft(marta)
    assert draft.rhythm_days == 30
    assert draft.preferred_channel is Channel.EMAIL
    assert [detail.value for detail in draft.details] == ["+46 70 123 45 67"]
    assert [fact.text for fact in draft.facts] == ["Married to Paul"]


def test_the_trash_takes_a_person_off_the_list(
    window: MainWindow, marta: int, notebook: Notebook
) -> None:
    window.people.card.header.trash_action.trigger()
    assert names_shown(window) == []
    assert window.people.nobody.isVisible()
    assert [line.title for line in notebook.upkeep.trash()] == ["Marta Lindqvist"]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_names_show_letter_for_letter(
    window: MainWindow, notebook: Notebook, today: date, name: str
) -> None:
    draft = PersonDraft(name=name, roles=at(name, name), note=name)
    person_id = window.notifier.tell(notebook.people.save(None, draft, today)).new_id
    window.people.show_person(person_id)
    assert window.people.card.header.name.text() == name
    assert window.people.card.header.name.textFormat() == Qt.TextFormat.PlainText
    assert window.people.column.model.index(0, 0).data(PERSON_ROLE).name == name
    assert window.quiet_line.text() == f"Added {name}"


def test_sizes_are_remembered(window: MainWindow, notebook_path: Path) -> None:
    window.resize(1100, 700)
    window.people.splitter.setSizes([300, 700])
    window.close()
    again = type(window.settings)(window.settings.path)
    assert again.get("window", "")
    assert again.get("people-splitter", [0])[0] == window.people.splitter.sizes()[0]


def test_the_list_of_projects_stays_as_wide_as_it_was(
    window: MainWindow, settings: Settings, clock: FixedClock, theme: Theme, qtbot: QtBot
) -> None:
    window.areas.go_to(PROJECTS)
    page = window.areas.page(PROJECTS)
    assert isinstance(page, ProjectsPage)
    page.splitter.setSizes([330, 500])
    wide = page.splitter.sizes()[0]
    window.close()
    again = MainWindow(window.notebook, Settings(settings.path), clock, theme, ScriptedPrompts())
    qtbot.addWidget(again)
    again.resize(1280, 800)  # the test's screen is smaller than the window was
    again.show()
    again.areas.go_to(PROJECTS)
    page = again.areas.page(PROJECTS)
    assert isinstance(page, ProjectsPage)
    splitter = page.splitter
    qtbot.waitUntil(lambda: splitter.sizes()[0] == wide)


def test_every_widget_that_takes_the_keyboard_has_a_name(
    window: MainWindow, marta: int, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    sheet = open_sheet(window)
    sheet.promises.ours_button.click()
    # Not all widgets of the process: those of other tests may be gone before they are looked at.
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if widget.window() in {window, sheet} and _takes_keyboard(widget)
        if not spoken_name(widget)
    ]
    assert nameless == []


def _takes_keyboard(widget: QWidget) -> bool:
    takes_it = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_it and widget.isVisible() and widget.focusProxy() is None


def spoken_name(widget: QWidget) -> str:
    from PySide6.QtGui import QAccessible

    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_panels_grow_with_what_they_show(
    window: MainWindow, notebook: Notebook, today: date, now: datetime, qtbot: QtBot
) -> None:
    empty = notebook.people.add("Ana Pereira", today).new_id
    owing = notebook.people.add("Marcus Okafor", today).new_id
    promises = tuple(PromiseDraft(Side.OURS, f"Sketch {number}") for number in range(6))
    draft = MomentDraft((owing,), Channel.CALL, Direction.WE, today, promises=promises)
    window.notifier.tell(notebook.moments.log(draft, now))
    for person_id in (empty, owing, empty, owing):
        window.people.show_person(person_id)
    panel = window.people.card.overview.promises
    qtbot.waitUntil(lambda: panel.height() >= panel.heightForWidth(panel.width()))
    assert panel.height() > 6 * panel.fontMetrics().height()

    window.resize(1, 1)
    assert window.width() >= window.minimumSizeHint().width()


def test_the_checklists_are_reached_from_settings_and_menu(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.areas.go_to(SETTINGS)
    settings = window.areas.page(SETTINGS)
    assert isinstance(settings, SettingsPage)
    qtbot.keyClick(settings.checklists_button, Qt.Key.Key_Space)
    assert window.areas.shown == CHECKLISTS
    page = window.areas.page(CHECKLISTS)
    assert isinstance(page, ChecklistsPage)
    assert not page.is_editing

    window.navigator.checklists_requested.emit("shop-special-order")
    assert page.editor.key == "shop-special-order"
    page.editor.frame.question_form.text.setFocus()
    window.areas.go_to(PEOPLE)
    window.commands.actions[CHECKLISTS].trigger()
    assert window.areas.shown == CHECKLISTS
    assert not page.is_editing


def test_a_changed_checklist_is_undone_by_key(
    window: MainWindow, notebook: Notebook, qtbot: QtBot
) -> None:
    window.navigator.checklists_requested.emit("any-project")
    page = window.areas.page(CHECKLISTS)
    assert isinstance(page, ChecklistsPage)
    outline = page.editor.frame.outline
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Delete):
        qtbot.keyClick(outline, key)
    assert len(notebook.checklists.read("any-project").questions) == 10
    assert window.quiet_line.text() == "Removed a question from Any project"
    qtbot.keyClick(outline, Qt.Key.Key_Z, CONTROL)
    assert len(notebook.checklists.read("any-project").questions) == 11
    assert page.editor.frame.model.rowCount() == 18


def test_what_is_typed_about_somebody_who_goes_meanwhile_can_be_saved(
    window: MainWindow, marta: int, notebook: Notebook, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    qtbot.keyClicks(window.people.editor.worth.note, "Two cats")
    window.notifier.tell(notebook.people.trash(marta))
    assert window.people.editor.isVisible()
    assert "Marta Lindqvist is no longer in the notebook" in window.people.editor.banner.text()
    qtbot.mouseClick(window.people.editor.save_button, Qt.MouseButton.LeftButton)
    assert names_shown(window) == ["Marta Lindqvist"]
    assert rows_in(notebook_path, "SELECT note FROM person WHERE deleted_at IS NULL") == [
        ("Two cats",)
    ]


def test_an_edited_card_keeps_what_an_import_adds_to_it_meanwhile(
    window: MainWindow, marta: int, notebook: Notebook, today: date, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    qtbot.keyClicks(window.people.editor.worth.note, "Two cats")
    phone = DetailDraft(PHONE, "+351 21 555")
    notebook.people.save(marta, PersonDraft("Marta Lindqvist", details=(phone,)), today)
    qtbot.mouseClick(window.people.editor.save_button, Qt.MouseButton.LeftButton)
    saved = notebook.people.draft(marta)
    assert (saved.note, saved.details) == ("Two cats", (phone,))


def test_questions_of_a_project_that_is_gone_open_nothing_and_that_is_said(
    window: MainWindow, notebook: Notebook
) -> None:
    project = begin(notebook)
    notebook.projects.trash(project)
    window.navigator.wizard_requested.emit(WizardRequest(project_id=project))
    assert window.quiet_line.text() == "This project is no longer in the notebook."


def test_a_window_that_showed_no_card_leaves_nothing_behind(
    notebook: Notebook, settings: Settings, clock: FixedClock, theme: Theme
) -> None:
    closing = MainWindow(notebook, settings, clock, theme)
    overview = closing.people.card.overview
    assert closing.isAncestorOf(overview)
    closing.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(overview)
