"""Settings about people: fields of the user's own, and sensitive groups."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.domain.facts import FactGroup
from notebook.domain.own_fields import DateReminder, FieldKind, Reminds
from notebook.services.card_parts import FactDraft
from notebook.services.notebook import Notebook
from notebook.services.own_values import OwnValueDraft
from notebook.services.people import PersonDraft
from notebook.ui.dialogs.field_dialog import FieldDialog
from notebook.ui.main_window import MainWindow
from notebook.ui.pages.settings_page import SettingsPage


@pytest.fixture
def page(window: MainWindow, notebook: Notebook, today: date) -> SettingsPage:
    facts = (FactDraft(FactGroup.HEALTH, "Asthma"),)
    window.notifier.tell(notebook.people.save(None, PersonDraft("Ana", facts=facts), today))
    window.areas.go_to("settings")
    QApplication.processEvents()
    found = window.areas.page("settings")
    assert isinstance(found, SettingsPage)
    return found


def dialog(window: MainWindow) -> FieldDialog:
    return next(each for each in window.findChildren(FieldDialog) if each.isVisible())


def names(notebook: Notebook) -> list[str]:
    return [field.name for field in notebook.own_fields.all()]


def test_a_field_is_made_changed_moved_and_removed(
    window: MainWindow, notebook: Notebook, page: SettingsPage, qtbot: QtBot
) -> None:
    panel = page.own_fields
    size = window.notifier.tell(notebook.own_fields.add("Size", FieldKind.NUMBER)).new_id
    qtbot.mouseClick(panel.add_button, Qt.MouseButton.LeftButton)
    opened = dialog(window)
    assert not opened.choices.isVisible()
    qtbot.keyClicks(opened.name, "size")
    qtbot.mouseClick(opened.kind.button(FieldKind.CHOICE), Qt.MouseButton.LeftButton)
    assert opened.choices.isVisible()
    qtbot.keyClicks(opened.choices, "Felt")
    qtbot.keyClick(opened.choices, Qt.Key.Key_Return)
    qtbot.keyClicks(opened.choices, "Straw")
    qtbot.mouseClick(opened.save_button, Qt.MouseButton.LeftButton)
    assert opened.isVisible()
    assert opened.banner.isVisible(), "there is a field of this name already"
    opened.name.selectAll()
    qtbot.keyClicks(opened.name, "R&D hat")
    qtbot.keyClick(opened.name, Qt.Key.Key_Return)
    assert names(notebook) == ["Size", "R&D hat"]
    hat = notebook.own_fields.all()[1].id
    up = panel.button(hat, "up")
    up.setFocus()
    qtbot.keyClick(up, Qt.Key.Key_Space)
    assert names(notebook) == ["R&D hat", "Size"]
    assert panel.button(hat, "down").hasFocus(), "the keyboard stays with the field"
    qtbot.mouseClick(panel.button(size, "change"), Qt.MouseButton.LeftButton)
    opened = dialog(window)
    assert not opened.kind.isVisible()
    opened.name.selectAll()
    qtbot.keyClicks(opened.name, "Shoe size")
    qtbot.keyClick(opened.name, Qt.Key.Key_Return)
    assert names(notebook) == ["R&D hat", "Shoe size"]
    qtbot.mouseClick(panel.button(hat, "remove"), Qt.MouseButton.LeftButton)
    assert names(notebook) == ["Shoe size"]
    window.commands.undo()
    assert names(notebook) == ["R&D hat", "Shoe size"]
    assert panel.button(hat, "remove").accessibleName() == "Remove: R&D hat"


def test_a_field_of_dates_reminds_once_one_says_when(
    window: MainWindow, notebook: Notebook, page: SettingsPage, qtbot: QtBot, today: date
) -> None:
    qtbot.mouseClick(page.own_fields.add_button, Qt.MouseButton.LeftButton)
    opened = dialog(window)
    assert not opened.reminder.isVisible()
    qtbot.keyClicks(opened.name, "Wedding anniversary")
    opened.kind.button(FieldKind.TEXT).setFocus()
    qtbot.keyClick(opened.kind.button(FieldKind.TEXT), Qt.Key.Key_Right)
    qtbot.keyClick(opened.kind.button(FieldKind.NUMBER), Qt.Key.Key_Right)
    assert opened.reminder.isVisible()
    assert not opened.reminder.lead.isVisible()
    qtbot.keyClick(opened.kind.button(FieldKind.DATE), Qt.Key.Key_Tab)
    never = opened.reminder.reminds.button(Reminds.NEVER)
    assert opened.focusWidget() is never
    qtbot.keyClick(never, Qt.Key.Key_Left)
    assert opened.reminder.lead.text() == "7 days before"
    qtbot.keyClick(opened.reminder.reminds.button(Reminds.YEARLY), Qt.Key.Key_Tab)
    assert opened.focusWidget() is opened.reminder.lead
    opened.reminder.lead.selectAll()
    qtbot.keyClicks(opened.reminder.lead, "10")
    qtbot.mouseClick(opened.save_button, Qt.MouseButton.LeftButton)
    (line,) = notebook.own_fields.all()
    assert line.reminder == DateReminder(Reminds.YEARLY, 10)
    ana = notebook.people_list.search("Ana", today)[0].id
    draft = notebook.people.draft(ana)
    day = (today + timedelta(days=10)).isoformat()
    values = (OwnValueDraft(line.id, day),)
    window.notifier.tell(notebook.people.save(ana, replace(draft, own_values=values), today))
    assert "Wedding anniversary of Ana" in [each.what for each in window.panel.due.lines]
    qtbot.mouseClick(page.own_fields.button(line.id, "change"), Qt.MouseButton.LeftButton)
    opened = dialog(window)
    assert opened.reminder.value() == line.reminder
    qtbot.mouseClick(opened.reminder.reminds.button(Reminds.NEVER), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(opened.save_button, Qt.MouseButton.LeftButton)
    assert "Wedding anniversary of Ana" not in [each.what for each in window.panel.due.lines]


def test_a_sensitive_group_is_on_once_there_is_a_reason(
    window: MainWindow, notebook: Notebook, page: SettingsPage, today: date, qtbot: QtBot
) -> None:
    health = page.sensitive.groups[FactGroup.HEALTH]
    ana = notebook.people_list.search("Ana", today)[0].id
    assert not health.switch.isChecked()
    assert "1 thing is kept and hidden" in health.state.text()
    health.switch.setFocus()
    qtbot.keyClick(health.switch, Qt.Key.Key_Space)
    assert health.reason.hasFocus()
    assert "once you have said" in health.state.text()
    assert notebook.preferences.sensitive_groups() == {}
    qtbot.keyClicks(health.reason, "So that the stairs are no trouble")
    qtbot.keyClick(health.reason, Qt.Key.Key_Return)
    assert list(notebook.preferences.sensitive_groups()) == [FactGroup.HEALTH]
    assert not health.state.isVisible()
    assert [fact.text for fact in notebook.cards.card(ana, today).facts] == ["Asthma"]
    qtbot.keyClick(health.switch, Qt.Key.Key_Space)
    assert notebook.preferences.sensitive_groups() == {}
    assert "1 thing is kept and hidden" in health.state.text()
    assert not health.reason.isVisible()
    window.commands.undo()
    assert health.switch.isChecked()
    assert health.reason.text() == "So that the stairs are no trouble"


def test_thought_better_of_it_changes_nothing(
    window: MainWindow, notebook: Notebook, page: SettingsPage, qtbot: QtBot
) -> None:
    health = page.sensitive.groups[FactGroup.HEALTH]
    qtbot.keyClick(health.switch, Qt.Key.Key_Space)
    assert health.reason.isVisible()
    qtbot.keyClicks(health.reason, "   ")
    qtbot.keyClick(health.switch, Qt.Key.Key_Space)
    assert notebook.preferences.sensitive_groups() == {}
    assert not health.reason.isVisible()
    assert "1 thing is kept and hidden" in health.state.text()
