"""Organisations in the window: found, read, changed, merged, by mouse and keys."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.partial_date import PartialDate
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.roles import RoleDraft, at
from notebook.ui.dialogs.employer_dialog import EmployerDialog
from notebook.ui.dialogs.organisation_dialogs import (
    ColleagueDialog,
    MergeDialog,
    OrganisationDialog,
)
from notebook.ui.main_window import MainWindow
from notebook.ui.organisations.organisations_page import OrganisationsPage
from notebook.ui.widgets.elided_link import ElidedLink
from tests.reading import rows_in
from tests.ui.samples import HOSTILE_NAMES

CONTROL = Qt.KeyboardModifier.ControlModifier


def page_of(window: MainWindow, qtbot: QtBot) -> OrganisationsPage:
    qtbot.keyClick(window, Qt.Key.Key_3, CONTROL)
    page = window.areas.page("organisations")
    assert isinstance(page, OrganisationsPage)
    return page


def words(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


def links(widget: QWidget) -> list[str]:
    return [each.whole_text for each in widget.findChildren(ElidedLink) if each.isVisible()]


@pytest.fixture
def marta(window: MainWindow, notebook: Notebook, today: date) -> int:
    draft = PersonDraft("Marta Lindqvist", roles=at("Hotel Lindqvist", "Owner"))
    changes = window.notifier.tell(notebook.people.save(None, draft, today))
    return changes.new_id


def test_the_organisation_on_a_card_leads_to_its_page_and_back(
    window: MainWindow, marta: int, qtbot: QtBot
) -> None:
    (link,) = window.people.card.header.roles.links()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.areas.shown == "organisations"
    page = window.areas.page("organisations")
    assert isinstance(page, OrganisationsPage)
    assert page.view.header.name.text() == "Hotel Lindqvist"
    assert page.view.header.carried.text() == "Everything rests on Marta."
    (back,) = [each for each in page.view.people.findChildren(ElidedLink) if each.isVisible()]
    back.setFocus()
    window.notifier.look_again()
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), ElidedLink))
    (back,) = [each for each in page.view.people.findChildren(ElidedLink) if each.isVisible()]
    assert back.hasFocus(), "the keyboard stays where it was"
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert (window.areas.shown, window.people.person_id) == ("people", marta)


def test_a_first_organisation_is_added_by_keys(
    window: MainWindow, notebook_path: Path, qtbot: QtBot
) -> None:
    page = page_of(window, qtbot)
    assert page.stack.currentWidget() is page.nothing
    qtbot.keyClick(page.new_button, Qt.Key.Key_Space)
    dialog = window.findChild(OrganisationDialog)
    assert dialog is not None
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert "Every organisation needs a name. Nothing was saved." in words(dialog)
    qtbot.keyClicks(dialog.name, "City Library")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert page.view.header.name.text() == "City Library"
    assert rows_in(notebook_path, "SELECT name FROM organisation") == [("City Library",)]


def test_another_name_is_everywhere_at_once(window: MainWindow, marta: int, qtbot: QtBot) -> None:
    page = page_of(window, qtbot)
    page.view.header.edit_button.click()
    dialog = window.findChild(OrganisationDialog)
    assert dialog is not None
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, "Quayside Inn")
    qtbot.keyClicks(dialog.note, "By the quay")
    dialog.save_button.click()
    assert "By the quay" in words(page.view.note)
    assert window.people.card.header.roles.words() == ["Owner, Quayside Inn"]
    window.commands.undo()
    assert page.view.header.name.text() == "Hotel Lindqvist"
    assert marta


def test_somebody_new_comes_to_an_organisation(
    window: MainWindow, marta: int, notebook: Notebook, qtbot: QtBot
) -> None:
    page = page_of(window, qtbot)
    page.view.header.add_button.click()
    dialog = window.findChild(ColleagueDialog)
    assert dialog is not None
    dialog.save_button.click()
    assert "Who is it?" in words(dialog)
    qtbot.keyClicks(dialog.person.field, "Paul Berg")
    qtbot.keyClick(dialog.person.field, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.title, "Finance")
    dialog.save_button.click()
    assert links(page.view.people) == ["Marta Lindqvist", "Paul Berg"]
    paul = notebook.people_list.called("Paul Berg")[0]
    assert notebook.people.draft(paul).roles == at("Hotel Lindqvist", "Finance")
    assert marta


def test_two_become_one_with_undo(
    window: MainWindow, marta: int, notebook: Notebook, today: date, qtbot: QtBot
) -> None:
    draft = PersonDraft("Ana Pereira", roles=at("Lindqvist Hotel"))
    window.notifier.tell(notebook.people.save(None, draft, today))
    page = page_of(window, qtbot)
    page.go_to(notebook.organisations.named("Hotel Lind")[0].id)
    page.view.header.merge_action.trigger()
    dialog = window.findChild(MergeDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.other, "Nobody & Co")
    dialog.save_button.click()
    assert "There is no organisation of this name." in words(dialog)
    dialog.other.clear()
    qtbot.keyClicks(dialog.other, "Lindqvist Hotel")
    dialog.save_button.click()
    assert links(page.view.people) == ["Ana Pereira", "Marta Lindqvist"]
    assert page.model.rowCount() == 1
    window.commands.undo()
    assert page.model.rowCount() == 2
    assert marta


def test_the_trash_takes_it_away_and_undo_brings_it_back(
    window: MainWindow, marta: int, qtbot: QtBot
) -> None:
    page = page_of(window, qtbot)
    page.view.header.trash_action.trigger()
    assert page.stack.currentWidget() is page.nothing
    assert window.people.card.header.roles.words() == []
    window.commands.undo()
    assert page.view.header.name.text() == "Hotel Lindqvist"
    assert window.people.card.header.roles.words() == ["Owner, Hotel Lindqvist"]
    assert marta


def test_more_of_many_people_are_a_click_away(
    window: MainWindow, notebook: Notebook, today: date, qtbot: QtBot
) -> None:
    with notebook.file.change("Many"):
        for number in range(70):
            draft = PersonDraft(f"Person {number:02}", roles=at("Works"))
            notebook.people.save(None, draft, today)
    page = page_of(window, qtbot)
    assert len(links(page.view.people)) == 40
    page.view.people.more_chosen.emit()
    assert len(links(page.view.people)) == 70


def test_another_employer_in_one_step(
    window: MainWindow, marta: int, notebook: Notebook, qtbot: QtBot
) -> None:
    window.people.card.header.employer_action.trigger()
    dialog = window.findChild(EmployerDialog)
    assert dialog is not None
    dialog.save_button.click()
    assert "Where are they now, or what do they do?" in words(dialog)
    qtbot.keyClicks(dialog.organisation, "Green Table")
    qtbot.keyClicks(dialog.title, "Chef")
    dialog.save_button.click()
    day = PartialDate(2026, 11, 22)
    assert notebook.people.draft(marta).roles == (
        RoleDraft("Chef", "Green Table", day),
        RoleDraft("Owner", "Hotel Lindqvist", None, day),
    )
    header = window.people.card.header
    assert header.roles.words() == ["Chef, Green Table"]
    assert header.roles.past.text() == "Before: Owner, Hotel Lindqvist (until 22 November 2026)"


def test_an_employer_of_next_spring_is_still_to_come(
    window: MainWindow, marta: int, notebook: Notebook, today: date, qtbot: QtBot
) -> None:
    window.people.card.header.employer_action.trigger()
    dialog = window.findChild(EmployerDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.organisation, "Green Table")
    dialog.since.selectAll()
    qtbot.keyClicks(dialog.since, "March 2027")
    dialog.save_button.click()
    header = window.people.card.header
    assert header.roles.words() == ["Owner, Hotel Lindqvist"]
    assert header.roles.coming.text() == "To come: Green Table (from March 2027)"
    green = next(each for each in notebook.organisations.named("green"))
    window.navigator.organisation_requested.emit(green.id)
    page = page_of(window, qtbot)
    assert "from March 2027" in words(page.view.coming)
    assert "Nobody is known here now." in words(page.view.people)


def test_roles_are_typed_with_dates_and_put_in_order(
    window: MainWindow, marta: int, notebook: Notebook, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    roles = window.people.editor.who.roles
    roles._on_another()
    row = roles.rows[1]
    qtbot.keyClicks(row.title, "Board")
    qtbot.keyClicks(row.organisation, "Library")
    qtbot.mouseClick(row.dates_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(row.from_on, "soon")
    qtbot.keyClick(window.people.editor, Qt.Key.Key_S, CONTROL)
    assert window.people.editor.isVisible()
    row.from_on.clear()
    qtbot.keyClicks(row.from_on, "5/2019")
    qtbot.mouseClick(row.up_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(window.people.editor, Qt.Key.Key_S, CONTROL)
    assert notebook.people.draft(marta).roles == (
        RoleDraft("Board", "Library", PartialDate(2019, 5)),
        RoleDraft("Owner", "Hotel Lindqvist"),
    )


def test_known_organisations_are_offered_while_one_types(
    window: MainWindow, marta: int, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    field = window.people.editor.who.roles.rows[0].organisation
    field.setFocus()
    qtbot.keyClicks(field, "hot")
    popup = field.completer().popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "Hotel Lindqvist"
    assert marta


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_show_letter_for_letter(
    window: MainWindow, notebook: Notebook, today: date, name: str, qtbot: QtBot
) -> None:
    draft = PersonDraft(name, roles=at(name, name))
    person_id = window.notifier.tell(notebook.people.save(None, draft, today)).new_id
    window.people.show_person(person_id)
    page = page_of(window, qtbot)
    assert page.view.header.name.text() == name.strip()
    assert page.view.grab().width() <= window.width()
    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_every_field_and_button_has_a_name(
    window: MainWindow, marta: int, notebook: Notebook, today: date, qtbot: QtBot
) -> None:
    notebook.people.save(marta, replace(notebook.people.draft(marta), note="x"), today)
    page = page_of(window, qtbot)
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
    ]
    assert nameless == []
