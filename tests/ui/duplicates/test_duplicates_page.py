"""People who are kept twice, in the window: found, chosen field by field, merged, dismissed."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.duplicates import Choice
from notebook.domain.moments import Channel, Direction
from notebook.domain.partial_date import PartialDate
from notebook.services.card_parts import DetailDraft
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.ui.dialogs.search_palette import SearchPalette
from notebook.ui.duplicates.duplicates_page import DuplicatesPage
from notebook.ui.main_window import MainWindow
from tests.reading import rows_in
from tests.ui.samples import HOSTILE_NAMES
from tests.ui.scripted_prompts import ScriptedPrompts

CONTROL = Qt.KeyboardModifier.ControlModifier
EMAIL = (DetailDraft("email", "ana@example.org"),)
TODAY = date(2026, 11, 22)


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def add(window: MainWindow, draft: PersonDraft) -> int:
    changes = window.notebook.people.save(None, draft, TODAY)
    return window.notifier.tell(changes).new_id


def settled(page: DuplicatesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.is_looking)
    QApplication.processEvents()  # what a layout gets is shown a little later


def page_of(window: MainWindow, qtbot: QtBot) -> DuplicatesPage:
    page = window.areas.page("duplicates")
    assert isinstance(page, DuplicatesPage)
    settled(page, qtbot)
    return page


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> DuplicatesPage:
    window.areas.go_to("duplicates")
    return page_of(window, qtbot)


@pytest.fixture
def ana(window: MainWindow) -> int:
    return add(window, PersonDraft("Ana Silva", birthday=PartialDate(1980, 3, 12), details=EMAIL))


@pytest.fixture
def twin(window: MainWindow) -> int:
    return add(
        window, PersonDraft("Anna Silva", birthday=PartialDate(1981, 3, 12), note="Likes tea", details=EMAIL)
    )  # fmt: skip


@pytest.mark.usefixtures("ana", "twin")
def test_two_cards_become_one_by_keys_alone_and_two_again(
    window: MainWindow, notebook: Notebook, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    palette = window.findChild(SearchPalette)
    assert palette is not None
    qtbot.keyClicks(palette.field, "kept twice")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    with qtbot.waitActive(window):
        window.activateWindow()
    page = page_of(window, qtbot)
    assert page.count.text() == "1 pair"
    assert QApplication.focusWidget() is page.list
    assert page.model.index(0, 0).data() == (
        "Ana Silva and Anna Silva, Likely: Same e-mail ana@example.org, names are alike"
    )
    assert "Nothing else" not in words(page.view)
    assert "1 way to reach them" in words(page.view)
    options = page.view.fields["name"].options
    go_to(options[Choice.KEPT].button)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert options[Choice.OTHER].button.isChecked()
    assert page.view.choices == {"name": Choice.OTHER}
    go_to(page.view.merge_button)
    QTest.keyClick(page.view.merge_button, Qt.Key.Key_Space)
    settled(page, qtbot)
    assert page.stack.currentWidget() is page.nothing
    assert "Merged Anna Silva into Ana Silva" in words(window.quiet_line)
    note = "Likes tea\n\nFrom the time when there were two cards (until 22 Nov 2026):\n"
    assert rows_in(notebook_path, "SELECT name, note FROM person WHERE deleted_at IS NULL") == [
        ("Anna Silva", f"{note}Name: Ana Silva\nBirthday: 12 March 1981")
    ]
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    settled(page, qtbot)
    assert page.model.rowCount() == 1
    assert page.stack.currentWidget() is page.view
    assert len(notebook.people_list.search("Silva", TODAY)) == 2


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def go_to(wanted: QWidget) -> None:
    """Press Tab until something has the focus."""
    for _ in range(30):
        if focused() is wanted:
            return
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {wanted.accessibleName()}")


@pytest.mark.usefixtures("ana", "twin")
def test_two_people_stay_two_for_good(
    window: MainWindow, page: DuplicatesPage, notebook: Notebook, qtbot: QtBot
) -> None:
    add(window, PersonDraft("Silva, Ana", birthday=PartialDate(1980)))
    settled(page, qtbot)
    assert page.count.text() == "2 pairs"
    go_to(page.view.two_button)
    QTest.keyClick(page.view.two_button, Qt.Key.Key_Space)
    settled(page, qtbot)
    assert "are two people" in words(window.quiet_line)
    assert QApplication.focusWidget() is page.list
    assert page.count.text() == "1 pair"
    assert "Silva, Ana" in page.model.index(0, 0).data()
    assert [each.reasons for each in notebook.duplicates.find().pairs] == [("Same name",)]
    window.commands.undo()
    settled(page, qtbot)
    assert page.model.rowCount() == 2


def test_nobody_is_kept_twice_and_escape_leads_back(
    window: MainWindow, page: DuplicatesPage, qtbot: QtBot
) -> None:
    assert page.stack.currentWidget() is page.nothing
    assert "Nobody seems to be kept twice" in words(page)
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert window.areas.shown == "people"


def test_escape_leaves_from_the_fields_too(
    window: MainWindow, ana: int, twin: int, page: DuplicatesPage, qtbot: QtBot
) -> None:
    go_to(page.view.fields["birthday"].options[Choice.KEPT].button)
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert window.areas.shown == "people"
    assert ana
    assert twin


def test_two_chosen_people_are_compared_and_the_card_is_shown(
    window: MainWindow, ana: int, notebook: Notebook, qtbot: QtBot
) -> None:
    ben = add(window, PersonDraft("Ben Ode", nickname="Benny"))
    window.navigator.person_merge_requested.emit(ben, ana)
    page = page_of(window, qtbot)
    assert page.pair == (ana, ben)
    assert page.model.rowCount() == 0
    assert "Nickname: Benny" in words(page.view)
    name = page.view.fields["name"].options[Choice.OTHER]
    qtbot.mouseClick(name.findChild(QLabel), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.view.merge_button, Qt.MouseButton.LeftButton)
    assert (window.areas.shown, window.people.person_id) == ("people", ana)
    assert notebook.people.draft(ana).name == "Ben Ode"


def test_two_that_are_selected_in_the_list_are_compared(
    window: MainWindow, ana: int, twin: int, qtbot: QtBot
) -> None:
    add(window, PersonDraft("Ben Ode"))
    several = window.people.several
    several.show_people((ana, twin, ana))
    assert several.merge_button.isHidden()
    window.people.list.view.setFocus()
    window.people.list.view.select_row(0)
    qtbot.keyClick(window.people.list.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(several.merge_button.isVisible)
    qtbot.mouseClick(several.merge_button, Qt.MouseButton.LeftButton)
    assert page_of(window, qtbot).pair == (ana, twin)


def test_what_was_chosen_stays_while_something_else_changes(
    window: MainWindow, ana: int, twin: int, page: DuplicatesPage, qtbot: QtBot
) -> None:
    go_to(page.view.fields["birthday"].options[Choice.KEPT].button)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    add(window, PersonDraft("Somebody Else"))
    settled(page, qtbot)
    assert page.pair == (ana, twin)
    assert focused() is page.view.fields["birthday"].options[Choice.OTHER].button
    draft = PersonDraft("Anna Silva", birthday=PartialDate(1983), details=EMAIL)
    window.notifier.tell(window.notebook.people.save(twin, draft, TODAY))
    settled(page, qtbot)
    assert "1983" in words(page.view)
    assert page.view.fields["birthday"].options[Choice.OTHER].button.isChecked()


def test_what_moves_follows_what_is_logged_and_taken_back(
    window: MainWindow, ana: int, twin: int, page: DuplicatesPage, now: datetime, qtbot: QtBot
) -> None:
    settled(page, qtbot)
    draft = MomentDraft((ana, twin), Channel.CALL, Direction.WE, TODAY, None, "Said hello")
    assert "1 contact" not in words(page.view)
    window.notifier.tell(window.notebook.moments.log(draft, now))
    QApplication.processEvents()
    assert "1 contact" in words(page.view)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    QApplication.processEvents()
    assert "1 contact" not in words(page.view)
    window.areas.go_to("people")
    window.notifier.tell(window.notebook.moments.log(draft, now))
    window.areas.go_to("duplicates")
    QApplication.processEvents()
    assert "1 contact" in words(page.view)


def test_what_was_chosen_counts_for_one_pair_only(
    window: MainWindow, ana: int, twin: int, page: DuplicatesPage, qtbot: QtBot
) -> None:
    add(window, PersonDraft("Ben Ode", details=(DetailDraft("phone", "030 1234567"),)))
    add(window, PersonDraft("Ben Odde", details=(DetailDraft("phone", "030 1234567"),)))
    settled(page, qtbot)
    page.show_pair(ana, twin)
    page.view.fields["name"].options[Choice.OTHER].button.click()
    row = page.list.currentIndex().row()
    qtbot.keyClick(page.list, Qt.Key.Key_Up if row else Qt.Key.Key_Down)
    assert page.pair != (ana, twin)
    assert page.view.fields["name"].options[Choice.KEPT].button.isChecked()
    assert page.view.choices == {}


def test_who_looks_after_others_is_asked_about(
    window: MainWindow, ana: int, twin: int, page: DuplicatesPage, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:  # fmt: skip
    for each, after in (("One", ana), ("Two", twin)):
        add(window, PersonDraft(each, looked_after_by=after))
    settled(page, qtbot)
    prompts.confirmations = [False, True]
    page.view.merge_button.click()
    assert page.model.rowCount() == 1
    (question,) = prompts.asked
    assert "looked after by Ana Silva" in question[1]
    page.view.merge_button.click()
    settled(page, qtbot)
    assert page.model.rowCount() == 0


def test_a_pair_of_which_one_is_gone_is_no_trouble(
    window: MainWindow, ana: int, twin: int, page: DuplicatesPage, prompts: ScriptedPrompts, qtbot: QtBot
) -> None:  # fmt: skip
    window.notebook.people.trash(twin)  # as another program would
    page.view.merge_button.click()
    assert prompts.problems[0][0] == "The two are as they were"
    window.notifier.look_again()
    settled(page, qtbot)
    assert page.stack.currentWidget() is page.nothing
    window.navigator.person_merge_requested.emit(ana, twin)
    settled(page, qtbot)
    assert page.pair is None


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_any_name_is_shown_letter_for_letter(
    window: MainWindow, page: DuplicatesPage, name: str, qtbot: QtBot
) -> None:
    draft = PersonDraft(name, note=name * 3, details=EMAIL)
    add(window, draft)
    add(window, replace(draft, note=f"{name} also", nickname=name))
    settled(page, qtbot)
    assert page.model.rowCount() == 1
    page.grab()
    for label in page.view.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_page_that_is_left_meanwhile_looks_again_when_it_is_back(
    window: MainWindow, ana: int, twin: int, qtbot: QtBot
) -> None:
    window.areas.go_to("duplicates")
    page = window.areas.page("duplicates")
    assert isinstance(page, DuplicatesPage)
    assert page.is_looking
    window.areas.go_to("people")
    assert not page.is_looking
    qtbot.wait(100)
    assert page.model.rowCount() == 0
    window.areas.go_to("duplicates")
    settled(page, qtbot)
    assert page.pair == (ana, twin)
