"""Groups and filters, used as a person does: named on a card, chosen above the list, managed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from notebook.domain.changes import Changes
from notebook.domain.pauses import WITHOUT_END, PauseLength
from notebook.domain.people_filters import Missing
from notebook.errors import FileProblem
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.ui.card.groups import CardGroups
from notebook.ui.delegates.person_delegate import PERSON_ROLE
from notebook.ui.main_window import MainWindow
from notebook.ui.people.filter_dialog import FilterDialog
from notebook.ui.people.group_dialog import GroupDialog
from notebook.ui.people.groups_dialog import GroupsDialog
from notebook.ui.people.pause_dialog import PauseDialog
from tests.reading import rows_in

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def people(window: MainWindow, notebook: Notebook, today: date) -> None:
    """Have three people, two of them in groups."""
    for name, groups in (("Ana", ("Customers", "Choir")), ("Ben", ("Customers",)), ("Cleo", ())):
        notebook.people.save(None, PersonDraft(name, groups=groups), today - 90 * DAY)
    window.notifier.look_again()


def names_shown(window: MainWindow) -> list[str]:
    model = window.people.column.model
    return [model.index(row, 0).data(PERSON_ROLE).name for row in range(model.rowCount())]


def choose(window: MainWindow, text: str) -> None:
    """Choose an entry of the menu of groups and filters."""
    menu = window.people.column.views.menu
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == text).trigger()
    QApplication.processEvents()


def dialog_of(window: MainWindow, kind: type[QDialog]) -> QDialog:
    QApplication.processEvents()
    return next(each for each in window.findChildren(kind) if each.isVisible())


def test_a_group_is_typed_on_the_card_and_leads_to_its_people(
    window: MainWindow, notebook: Notebook, qtbot: QtBot, notebook_path: Path, today: date
) -> None:
    window.people.show_person(notebook.people_list.search("Cleo", today)[0].id)
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL)
    groups = window.people.editor.habits.groups
    qtbot.keyClicks(groups.field, "choir")
    qtbot.keyClick(groups.field, Qt.Key.Key_Return)
    qtbot.keyClicks(groups.field, "Suppliers,")
    qtbot.keyClicks(groups.field, "Cyclists")
    assert window.people.editor.isVisible()  # Enter added a name and saved nothing
    assert groups.names() == ("Choir", "Suppliers", "Cyclists")
    qtbot.mouseClick(groups.chip("Suppliers"), LEFT)
    qtbot.keyClick(window.people.editor, Qt.Key.Key_S, CONTROL)
    assert rows_in(notebook_path, "SELECT count(*) FROM membership") == [(5,)]
    panel = window.people.card.overview.groups.panel
    assert isinstance(panel, CardGroups)
    assert panel.isVisible()
    window.navigator.group_requested.emit(
        notebook.cards.card(window.people.person_id or 0, today).groups[0]
    )
    assert names_shown(window) == ["Ana", "Cleo"]
    assert window.people.column.views.name.text() == "Choir"
    assert window.people.column.heading.text() == "People · 2"


def test_enter_in_the_empty_field_saves_and_backspace_takes_the_last_name_away(
    window: MainWindow, notebook: Notebook, qtbot: QtBot, today: date
) -> None:
    ana = notebook.people_list.search("Ana", today)[0].id
    window.people.edit_person(ana)
    field = window.people.editor.habits.groups.field
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.people.person_id == ana
    assert notebook.people.draft(ana).groups == ("Choir",)


def test_the_menu_shows_groups_and_filters_and_the_way_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    choose(window, "Customers")
    assert names_shown(window) == ["Ana", "Ben"]
    qtbot.keyClicks(window.people.column.search, "cl")
    assert names_shown(window) == []
    window.people.column.search.clear()
    assert names_shown(window) == ["Ana", "Ben"]
    choose(window, "No phone")
    assert names_shown(window) == ["Ana", "Ben", "Cleo"]
    assert window.people.column.views.line.isVisible()
    qtbot.mouseClick(window.people.column.views.clear_button, LEFT)
    assert not window.people.column.views.line.isVisible()
    assert window.people.column.heading.text() == "All people · 3"


def test_opening_somebody_whom_the_filter_leaves_out_shows_everybody_again(
    window: MainWindow, notebook: Notebook, today: date
) -> None:
    choose(window, "Choir")
    window.navigator.person_requested.emit(notebook.people_list.search("Cleo", today)[0].id)
    assert names_shown(window) == ["Ana", "Ben", "Cleo"]
    assert window.people.column.views.shown is None


def test_a_filter_is_made_changed_and_removed(
    window: MainWindow, notebook: Notebook, qtbot: QtBot, notebook_path: Path
) -> None:
    choose(window, "New filter…")
    dialog = dialog_of(window, FilterDialog)
    assert isinstance(dialog, FilterDialog)
    qtbot.keyClicks(dialog.name, "Lost")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.banner.isVisible()
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.missing.button(Missing.GROUP), LEFT)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert names_shown(window) == ["Cleo"]
    choose(window, "Change “Lost”…")
    dialog = dialog_of(window, FilterDialog)
    assert isinstance(dialog, FilterDialog)
    assert dialog.missing.value() == (Missing.GROUP,)
    dialog.missing.set_value(())
    dialog.silent.setValue(60)
    dialog.group.setCurrentText("Choir")
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert names_shown(window) == ["Ana"]
    choir = next(line.id for line in notebook.groups.all() if line.name == "Choir")
    window.notifier.tell(notebook.groups.remove(choir))
    choose(window, "Change “Lost”…")
    dialog = dialog_of(window, FilterDialog)
    assert isinstance(dialog, FilterDialog)
    assert dialog.group.currentText() == "A group that was removed"
    dialog.silent.setValue(80)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert names_shown(window) == []
    window.notifier.tell(notebook.upkeep.restore("person_group", choir))
    assert names_shown(window) == ["Ana"]
    assert len(rows_in(notebook_path, "SELECT * FROM saved_filter")) == 1
    choose(window, "Remove “Lost”")
    assert notebook.people_filters.saved() == ()
    assert names_shown(window) == ["Ana", "Ben", "Cleo"]


def test_groups_are_managed_in_a_dialog_and_the_list_follows(
    window: MainWindow, notebook: Notebook, qtbot: QtBot, today: date
) -> None:
    choose(window, "Customers")
    qtbot.keyClick(window, Qt.Key.Key_G, CONTROL)
    dialog = dialog_of(window, GroupsDialog)
    assert isinstance(dialog, GroupsDialog)
    customers = next(line for line in notebook.groups.all() if line.name == "Customers")
    qtbot.mouseClick(dialog.button(customers.id, "change"), LEFT)
    form = dialog_of(window, GroupDialog)
    assert isinstance(form, GroupDialog)
    form.name.selectAll()
    qtbot.keyClicks(form.name, "Clients")
    form.rhythm.target.setValue(60)
    form.rhythm.longest.setValue(30)
    qtbot.mouseClick(form.save_button, LEFT)
    assert form.isVisible()  # a longest time shorter than the rhythm
    form.rhythm.longest.setValue(80)
    qtbot.mouseClick(form.save_button, LEFT)
    assert window.people.column.views.name.text() == "Clients"
    due = [line.who for group in notebook.reminders.due(today).groups for line in group.lines]
    assert due == ["Ana", "Ben"]
    assert window.panel.isVisible()
    qtbot.mouseClick(dialog.button(customers.id, "remove"), LEFT)
    assert names_shown(window) == ["Ana", "Ben", "Cleo"]
    choir = notebook.groups.all()[0]
    qtbot.mouseClick(dialog.button(choir.id, "show"), LEFT)
    assert names_shown(window) == ["Ana"]
    assert not dialog.isVisible()


def test_keeping_in_touch_is_paused_from_the_card_and_goes_on(
    window: MainWindow, notebook: Notebook, qtbot: QtBot, today: date
) -> None:
    ana = notebook.people_list.search("Ana", today)[0].id
    notebook.several_people.set_rhythm([ana], 10)
    window.people.show_person(ana)
    header = window.people.card.header
    header.pause_action.trigger()
    dialog = dialog_of(window, PauseDialog)
    assert isinstance(dialog, PauseDialog)
    qtbot.mouseClick(dialog.length.button(PauseLength.DAY), LEFT)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.banner.isVisible()
    qtbot.mouseClick(dialog.length.button(PauseLength.OPEN), LEFT)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert notebook.cards.card(ana, today).touch.paused_until == WITHOUT_END
    assert header.reasons.text() == (
        "No contact logged yet, known since 24 Aug. Keeping in touch is paused"
    )
    assert not header.pause_action.isVisible()
    assert not notebook.reminders.due(today).groups
    header.resume_action.trigger()
    assert notebook.cards.card(ana, today).touch.paused_until is None
    assert len(notebook.reminders.due(today).groups) == 1


def test_of_two_filters_that_find_the_same_the_saved_one_is_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    for name in ("Alpha", "Beta"):
        choose(window, "New filter…")
        dialog = dialog_of(window, FilterDialog)
        assert isinstance(dialog, FilterDialog)
        qtbot.keyClicks(dialog.name, name)
        dialog.silent.setValue(30)
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
        assert window.people.column.views.name.text() == name


def test_a_long_name_of_a_group_leaves_room_for_what_one_does_to_it(
    window: MainWindow, notebook: Notebook
) -> None:
    group = notebook.groups.save(None, "W" * 60, 30, 60).new_id
    window.navigator.groups_requested.emit()
    dialog = dialog_of(window, GroupsDialog)
    assert isinstance(dialog, GroupsDialog)
    for what in ("show", "change", "remove"):
        button = dialog.button(group, what)
        assert dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight())), what


def test_what_can_not_be_removed_is_said(
    window: MainWindow, notebook: Notebook, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(_id: int) -> Changes:
        raise FileProblem("The disk is full.")

    monkeypatch.setattr(notebook.groups, "remove", full)
    window.navigator.groups_requested.emit()
    dialog = dialog_of(window, GroupsDialog)
    assert isinstance(dialog, GroupsDialog)
    (first, *_others) = notebook.groups.all()
    with qtbot.captureExceptions() as heard:
        qtbot.mouseClick(dialog.button(first.id, "remove"), LEFT)
    assert [str(error) for _kind, error, _trace in heard] == ["The disk is full."]
