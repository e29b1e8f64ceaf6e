"""Searching everything by keyboard: each kind is found and opened at its place."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.moments import Channel, Direction
from notebook.domain.needs import NeedState
from notebook.domain.promises import Side
from notebook.domain.referrals import Way
from notebook.services.concerns import ConcernDraft
from notebook.services.found import Kind
from notebook.services.moments import MomentDraft
from notebook.services.needs import NeedDraft
from notebook.services.notebook import Notebook
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.people import PersonDraft
from notebook.services.referrals import ReferralDraft
from notebook.services.roles import at
from notebook.ui.areas import PEOPLE, PROJECTS
from notebook.ui.card.card_page import CARD_TAB, TIMELINE_TAB, CardPage
from notebook.ui.card.timeline import Timeline
from notebook.ui.dialogs.concern_dialog import ConcernDialog
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.dialogs.reminder_dialog import ReminderDialog
from notebook.ui.dialogs.search_palette import SearchPalette
from notebook.ui.main_window import MainWindow
from notebook.ui.models.found_model import (
    FOUND_ROLE,
    HeadingRow,
    LineRow,
    MoreRow,
    NewPersonRow,
    NothingRow,
    Row,
)
from notebook.ui.models.moments_model import MOMENT_ROLE
from notebook.ui.organisations.organisations_page import OrganisationsPage
from notebook.ui.pages.project_view import AGREEMENT_TAB, OVERVIEW_TAB
from notebook.ui.pages.projects_page import ProjectsPage
from notebook.ui.wizards.expectations_wizard import ExpectationsWizard
from tests.services.project_samples import begin, fill_in, finish
from tests.ui.samples import HOSTILE_NAMES
from tests.ui.test_main_window import spoken_name

CONTROL = Qt.KeyboardModifier.ControlModifier
RED = QColor("#c02020")
Search = Callable[[str], SearchPalette]


def open_dialog(window: MainWindow, kind: type[QDialog]) -> QDialog:
    dialogs = [each for each in window.findChildren(kind) if each.isVisible()]
    assert len(dialogs) == 1
    QTest.qWaitForWindowActive(dialogs[0])
    return dialogs[0]


def come_back(window: MainWindow) -> None:
    """Let the window be the active one again, as the system does after a dialog."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)


@pytest.fixture
def search(window: MainWindow, qtbot: QtBot) -> Search:
    """Return a way to press Ctrl+K and type."""

    def type_into_search(text: str) -> SearchPalette:
        come_back(window)
        qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
        palette = open_dialog(window, SearchPalette)
        assert isinstance(palette, SearchPalette)
        qtbot.waitUntil(palette.field.hasFocus)
        qtbot.keyClicks(palette.field, text)
        return palette

    return type_into_search


def rows(palette: SearchPalette) -> list[Row]:
    model = palette.model
    return [model.index(row, 0).data(FOUND_ROLE) for row in range(model.rowCount())]


def lines(palette: SearchPalette, kind: Kind) -> list[str]:
    found = [row.found for row in rows(palette) if isinstance(row, LineRow)]
    return [each.title for each in found if each.kind is kind]


def chosen(palette: SearchPalette) -> str:
    return str(palette.view.currentIndex().data())


def add(notebook: Notebook, today: date, draft: PersonDraft | str) -> int:
    draft = PersonDraft(draft) if isinstance(draft, str) else draft
    return notebook.people.save(None, draft, today).new_id


def log(notebook: Notebook, now: datetime, person_id: int, text: str, days_ago: int = 0) -> int:
    day = now.date() - timedelta(days=days_ago)
    draft = MomentDraft((person_id,), Channel.CALL, Direction.WE, day, text=text)
    return notebook.moments.log(draft, now).new_id


@pytest.fixture
def marta(notebook: Notebook, today: date, window: MainWindow) -> int:
    draft = PersonDraft("Marta Lindqvist", roles=at("Hotel Lindqvist", "Owner"))
    changes = window.notifier.tell(notebook.people.save(None, draft, today))
    window.notifier.tell(notebook.people.add("Ana Pereira", today))
    return changes.new_id


@pytest.mark.usefixtures("marta")
def test_enter_opens_the_card_of_the_first_person(
    window: MainWindow, search: Search, qtbot: QtBot
) -> None:
    palette = search("lind")
    assert chosen(palette) == "Marta Lindqvist"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.people.card.header.name.text() == "Marta Lindqvist"


@pytest.mark.usefixtures("marta")
def test_a_slip_is_forgiven_and_said(search: Search) -> None:
    palette = search("lindquist")
    assert lines(palette, Kind.PERSON) == ["Marta Lindqvist"]
    assert rows(palette)[0] == HeadingRow("People, spelt nearly so", "1")


def test_an_organisation_opens_on_its_page(
    window: MainWindow, search: Search, marta: int, qtbot: QtBot
) -> None:
    palette = search("hotel")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    page = window.areas.page("organisations")
    assert isinstance(page, OrganisationsPage)
    assert window.areas.shown == "organisations"
    assert page.view.page is not None
    assert [person.id for person in page.view.page.people] == [marta]


def test_a_moment_opens_in_its_timeline(
    window: MainWindow, notebook: Notebook, search: Search, marta: int, now: datetime, qtbot: QtBot
) -> None:
    ids = [log(notebook, now, marta, f"Talk {number}", number) for number in range(200)]
    palette = search("talk 150")
    assert lines(palette, Kind.MOMENT) == ["Talk 150"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    card = window.people.card
    assert card.card is not None
    assert card.card.id == marta
    assert card.tabs.strip.currentIndex() == TIMELINE_TAB
    timeline = card.tabs.tab(TIMELINE_TAB)
    assert isinstance(timeline, Timeline)
    moments = timeline.moments
    index = moments.currentIndex()
    assert index.data(MOMENT_ROLE).id == ids[150]
    come_back(window)
    qtbot.waitUntil(moments.hasFocus)
    assert moments.viewport().rect().contains(moments.visualRect(index).center())


def test_a_promise_opens_on_its_card(
    window: MainWindow, notebook: Notebook, search: Search, marta: int, qtbot: QtBot
) -> None:
    for number in range(30):
        notebook.promises.add(marta, Side.OURS, f"Sketch {number}")
    wanted = notebook.promises.add(marta, Side.OURS, "Swatches of wool").new_id
    palette = search("swatch")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    card = window.people.card
    assert card.tabs.strip.currentIndex() == CARD_TAB
    button = card.overview.promises.button_of(wanted)
    assert button is not None
    come_back(window)
    qtbot.waitUntil(button.hasFocus)
    assert button.accessibleName() == "Kept: Swatches of wool"
    assert not button.visibleRegion().isEmpty()


def test_a_need_that_was_met_opens_where_it_stands(
    window: MainWindow, notebook: Notebook, search: Search, marta: int, today: date, qtbot: QtBot
) -> None:
    for number in range(20):
        notebook.needs.add(marta, NeedDraft(f"Room {number}", today), today)
    met = NeedDraft("No smell of paint", today, NeedState.MET)
    notebook.needs.add(marta, met, today)
    card = window.people.card
    window.people.show_person(marta)
    card.tabs.strip.setCurrentIndex(TIMELINE_TAB)
    qtbot.keyClick(search("smell of paint").field, Qt.Key.Key_Return)
    assert card.tabs.strip.currentIndex() == CARD_TAB
    come_back(window)
    assert reached(card, qtbot) == "Change “No smell of paint”"


def test_a_referral_opens_where_it_stands(
    window: MainWindow, notebook: Notebook, search: Search, marta: int, today: date, qtbot: QtBot
) -> None:
    for name in ("Kiln house", "Weavers", "Smithy", "Joinery", "Glass works"):
        sent = ReferralDraft(Way.TO_US, marta, today, other_name=name, why="Old friends")
        notebook.referrals.save(None, sent, today)
    window.people.show_person(marta)
    card = window.people.card
    card.tabs.strip.setCurrentIndex(TIMELINE_TAB)
    qtbot.keyClick(search("kiln house").field, Qt.Key.Key_Return)
    assert card.tabs.strip.currentIndex() == CARD_TAB
    come_back(window)
    assert reached(card, qtbot) == "Change: Kiln house"


def reached(card: CardPage, qtbot: QtBot) -> str:
    """Return what the keyboard is on, once that is a button on the card."""
    qtbot.waitUntil(lambda: isinstance(card.overview.focusWidget(), QPushButton))
    button = card.overview.focusWidget()
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(button.hasFocus)
    assert not button.visibleRegion().isEmpty()
    return button.accessibleName()


def test_a_kept_promise_opens_the_card(
    window: MainWindow, notebook: Notebook, search: Search, marta: int, today: date, qtbot: QtBot
) -> None:
    promise = notebook.promises.add(marta, Side.OURS, "Swatches").new_id
    notebook.promises.keep(promise, today)
    palette = search("swatch")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.people.person_id == marta


def test_an_own_reminder_opens_to_be_changed(
    window: MainWindow, notebook: Notebook, search: Search, today: date, qtbot: QtBot
) -> None:
    notebook.reminders.own.save(None, OwnReminderDraft("Renew the lease", today))
    palette = search("lease")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    dialog = open_dialog(window, ReminderDialog)
    assert isinstance(dialog, ReminderDialog)
    assert dialog.fields.text.toPlainText() == "Renew the lease"


def test_a_concern_opens_to_be_set_right(
    window: MainWindow, notebook: Notebook, search: Search, marta: int, today: date, qtbot: QtBot
) -> None:
    notebook.concerns.open(ConcernDraft(marta, "Paint on the carpet"), today)
    palette = search("carpet")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    open_dialog(window, ConcernDialog)


@pytest.mark.parametrize(
    ("typed", "kind", "tab"),
    [
        ("mural", Kind.PROJECT, OVERVIEW_TAB),
        ("surprises", Kind.ANSWER, AGREEMENT_TAB),
        ("first coat", Kind.DELIVERABLE, OVERVIEW_TAB),
    ],
)
def test_an_agreed_project_opens_where_it_stands(
    window: MainWindow,
    notebook: Notebook,
    search: Search,
    qtbot: QtBot,
    typed: str,
    kind: Kind,
    tab: int,
) -> None:
    project = finish(notebook)
    palette = search(typed)
    row = palette.row()
    assert isinstance(row, LineRow)
    assert row.found.kind is kind
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    page = window.areas.page(PROJECTS)
    assert isinstance(page, ProjectsPage)
    assert (window.areas.shown, page.shown_id) == (PROJECTS, project)
    assert page.view.tabs.currentIndex() == tab


def test_an_answer_of_a_draft_opens_its_question(
    window: MainWindow, notebook: Notebook, search: Search, qtbot: QtBot
) -> None:
    fill_in(notebook, begin(notebook))
    palette = search("surprises")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    wizard = open_dialog(window, ExpectationsWizard)
    assert isinstance(wizard, ExpectationsWizard)
    assert wizard.page.title == "A rave review"


@pytest.mark.usefixtures("marta")
def test_a_command_is_found_with_its_key_and_runs(
    window: MainWindow, search: Search, qtbot: QtBot
) -> None:
    palette = search("new pers")
    assert lines(palette, Kind.COMMAND) == ["New person"]
    row = palette.row()
    assert isinstance(row, LineRow)
    assert row.found.aside == "Ctrl+N"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.people.editor.isVisible()


def test_control_enter_logs_a_contact_with_the_person(
    window: MainWindow, notebook: Notebook, search: Search, marta: int, now: datetime, qtbot: QtBot
) -> None:
    log(notebook, now, marta, "About the wool")
    for typed in ("marta", "wool"):
        palette = search(typed)
        qtbot.keyClick(palette.field, Qt.Key.Key_Return, CONTROL)
        assert not palette.isVisible()
        sheet = open_dialog(window, LogSheet)
        assert isinstance(sheet, LogSheet)
        assert [person.name for person in sheet.people.chosen()] == ["Marta Lindqvist"]
        sheet.reject()


@pytest.mark.usefixtures("marta")
def test_control_enter_does_nothing_where_there_is_nobody(search: Search, qtbot: QtBot) -> None:
    palette = search("hotel")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return, CONTROL)
    assert palette.isVisible()


@pytest.mark.usefixtures("marta")
def test_arrow_keys_pass_over_headings_and_stop_at_both_ends(search: Search, qtbot: QtBot) -> None:
    palette = search("lind")
    seen = [chosen(palette)]
    for _ in range(4):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
        seen.append(chosen(palette))
    assert seen == [
        "Marta Lindqvist",
        "Hotel Lindqvist",
        "Add “lind” as a new person",
        "Add “lind” as a new person",
        "Add “lind” as a new person",
    ]
    qtbot.keyClick(palette.field, Qt.Key.Key_PageUp)
    assert chosen(palette) == "Marta Lindqvist"
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert chosen(palette) == "Marta Lindqvist"
    assert palette.field.hasFocus()
    assert palette.field.accessibleDescription() == (
        "Marta Lindqvist, person, Hotel Lindqvist · Owner"
    )


@pytest.mark.usefixtures("marta")
def test_the_list_can_be_used_by_itself(window: MainWindow, search: Search, qtbot: QtBot) -> None:
    palette = search("lin")
    palette.view.setFocus()
    qtbot.keyClick(palette.view, Qt.Key.Key_Down)
    assert chosen(palette) == "Hotel Lindqvist"
    qtbot.keyClicks(palette.view, "d")
    assert palette.field.hasFocus()
    assert palette.field.text() == "lind"
    qtbot.mouseClick(
        palette.view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=palette.view.visualRect(palette.model.index(1, 0)).center(),
    )
    assert window.people.card.header.name.text() == "Marta Lindqvist"


@pytest.mark.usefixtures("marta")
def test_a_click_on_a_heading_does_nothing(search: Search, qtbot: QtBot) -> None:
    palette = search("lind")
    qtbot.mouseClick(palette.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 8))
    assert palette.isVisible()
    assert chosen(palette) == "Marta Lindqvist"


@pytest.mark.usefixtures("marta")
def test_escape_closes_and_changes_nothing(
    window: MainWindow, search: Search, qtbot: QtBot
) -> None:
    before = window.people.person_id
    palette = search("marta")
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.people.person_id == before
    assert window.people.list.search.text() == ""


def test_an_empty_field_shows_recent_people_and_commands(
    notebook: Notebook, search: Search, marta: int, today: date, now: datetime, qtbot: QtBot
) -> None:
    log(notebook, now, marta, "Called")
    palette = search("")
    assert lines(palette, Kind.PERSON) == ["Marta Lindqvist", "Ana Pereira"]
    assert rows(palette)[0] == HeadingRow("Recent people")
    assert lines(palette, Kind.COMMAND)[:2] == ["New person", "New project…"]
    qtbot.keyClicks(palette.field, "x")
    qtbot.keyClick(palette.field, Qt.Key.Key_Backspace)
    assert lines(palette, Kind.PERSON) == ["Marta Lindqvist", "Ana Pereira"]


def test_nothing_found_says_so_and_offers_a_new_person(
    window: MainWindow, notebook: Notebook, search: Search, qtbot: QtBot
) -> None:
    palette = search("Xenia Zyx")
    nothing, new = rows(palette)
    assert isinstance(nothing, NothingRow)
    assert nothing.text == "Nothing found for “Xenia Zyx”"
    assert isinstance(new, NewPersonRow)
    assert new.text == "Add “Xenia Zyx” as a new person"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.people.card.header.name.text() == "Xenia Zyx"
    assert window.quiet_line.text() == "Added Xenia Zyx"
    assert window.areas.shown == PEOPLE
    palette = search("Xenia Zyx")
    assert not any(isinstance(row, NewPersonRow) for row in rows(palette))


def test_a_new_person_can_be_logged_with_at_once(
    window: MainWindow, search: Search, qtbot: QtBot
) -> None:
    palette = search("Xenia Zyx")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return, CONTROL)
    sheet = open_dialog(window, LogSheet)
    assert isinstance(sheet, LogSheet)
    assert [person.name for person in sheet.people.chosen()] == ["Xenia Zyx"]


@pytest.mark.usefixtures("marta")
@pytest.mark.parametrize("typed", ["((", "-", "12", "zyx -a"])
def test_what_is_no_name_is_not_offered_as_one(search: Search, typed: str) -> None:
    palette = search(typed)
    assert [type(row) for row in rows(palette)] == [NothingRow]


def test_a_group_can_be_shown_in_full(
    notebook: Notebook, search: Search, marta: int, now: datetime, qtbot: QtBot
) -> None:
    for number in range(12):
        log(notebook, now, marta, f"Wool {number}")
    palette = search("wool")
    assert rows(palette)[0] == HeadingRow("Moments", "12")
    assert rows(palette)[6] == MoreRow(Kind.MOMENT, "Show 7 more")
    for _ in range(5):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert chosen(palette) == "Show 7 more"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert lines(palette, Kind.MOMENT) == [f"Wool {number}" for number in range(11, -1, -1)]
    assert chosen(palette) == "Wool 6"


@pytest.mark.usefixtures("marta")
def test_all_commands_can_be_shown(search: Search, qtbot: QtBot) -> None:
    palette = search("")
    (more,) = (row for row in rows(palette) if isinstance(row, MoreRow))
    palette.view.setCurrentIndex(palette.model.index(rows(palette).index(more), 0))
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    shown = lines(palette, Kind.COMMAND)
    assert shown[-1] == "Quit"
    assert "Search everything" not in shown


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_names_show_letter_for_letter(
    window: MainWindow, notebook: Notebook, search: Search, today: date, name: str, qtbot: QtBot
) -> None:
    add(notebook, today, PersonDraft(name, roles=at(name)))
    palette = search("")
    palette.field.setText(name)
    assert lines(palette, Kind.PERSON) == [name]
    assert lines(palette, Kind.ORGANISATION) == [name]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    page = window.areas.page(window.areas.shown)
    shown = page.view if isinstance(page, OrganisationsPage) else window.people.card
    assert shown.header.name.text() == name
    palette = search("")
    palette.field.setText(f"{name} unknown")
    nothing = rows(palette)[0]
    assert isinstance(nothing, NothingRow)
    assert name in nothing.text


def test_trash_and_undo_are_seen_at_once(
    window: MainWindow, notebook: Notebook, search: Search, marta: int, qtbot: QtBot
) -> None:
    window.notifier.tell(notebook.people.trash(marta))
    palette = search("marta")
    assert lines(palette, Kind.PERSON) == []
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    come_back(window)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert lines(search("marta"), Kind.PERSON) == ["Marta Lindqvist"]


@pytest.mark.usefixtures("marta")
def test_every_part_has_a_name_for_screen_readers(search: Search) -> None:
    palette = search("lind")
    takes_keyboard = [
        each
        for each in palette.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [spoken_name(each) for each in takes_keyboard] == [
        "Search everything",
        "What was found",
    ]
    view = QAccessible.queryAccessibleInterface(palette.view)
    assert "person" in view.child(1).text(QAccessible.Text.Name)


@pytest.mark.usefixtures("marta")
def test_the_search_of_the_list_has_a_key_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert window.people.list.search.hasFocus()
    window.areas.go_to(PROJECTS)
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    page = window.areas.page(PROJECTS)
    assert isinstance(page, ProjectsPage)
    assert QApplication.focusWidget() is page.list.search
    window.areas.go_to("settings")
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert window.areas.shown == PEOPLE
    assert window.people.list.search.hasFocus()


def test_a_person_is_shown_with_their_photo(
    search: Search, notebook: Notebook, marta: int, window: MainWindow
) -> None:
    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    picture.fill(RED)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    window.notifier.tell(notebook.photos.keep(marta, bytes(buffer.data().data())))
    palette = search("Marta")
    QApplication.processEvents()
    row = next(n for n, each in enumerate(rows(palette)) if isinstance(each, LineRow))
    rect = palette.view.visualRect(palette.model.index(row, 0))
    image = palette.view.viewport().grab(rect).toImage()
    assert any(image.pixelColor(x, image.height() // 2) == RED for x in range(image.width() // 4))
