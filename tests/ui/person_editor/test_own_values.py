"""The user's own fields in the editor of a card: there when there are any, and checked."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from notebook.domain.facts import FactGroup, FactTopic
from notebook.domain.own_fields import YES, FieldKind
from notebook.services.card_parts import FactDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.ui.main_window import MainWindow
from notebook.ui.person_editor.own_values import OwnValues
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.partial_date_edit import PartialDateEdit
from tests.reading import rows_in

HOSTILE = "<b>R&D</b>"


@pytest.fixture
def marta(window: MainWindow, notebook: Notebook, today: date) -> int:
    return window.notifier.tell(notebook.people.add("Marta", today)).new_id


def section(window: MainWindow) -> OwnValues:
    found = window.people.editor.own_values
    assert found is not None
    return found


def test_without_fields_there_is_no_section(window: MainWindow, marta: int) -> None:
    window.people.edit_person(marta)
    assert window.people.editor.own_values is None


def test_each_kind_is_filled_saved_and_seen(
    window: MainWindow, notebook: Notebook, marta: int, qtbot: QtBot
) -> None:
    add = notebook.own_fields.add
    text, number = add(HOSTILE, FieldKind.TEXT).new_id, add("Shoes", FieldKind.NUMBER).new_id
    since, gift = add("Since", FieldKind.DATE).new_id, add("Gifts", FieldKind.YES_NO).new_id
    size = add("Size", FieldKind.CHOICE, ["Small", "Large"]).new_id
    window.people.edit_person(marta)
    fields = section(window).fields
    words, shoes, day, yes, choice = (fields[each] for each in (text, number, since, gift, size))
    assert isinstance(words, QLineEdit)
    assert isinstance(shoes, QLineEdit)
    assert isinstance(day, PartialDateEdit)
    assert isinstance(yes, ChoiceRow)
    assert isinstance(choice, QComboBox)
    qtbot.keyClicks(words, "Says %1 & more")
    qtbot.keyClicks(shoes, "39,5")
    day.setFocus()
    for letter in "2 5 2019":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    qtbot.mouseClick(yes.button(YES), Qt.MouseButton.LeftButton)
    choice.setFocus()
    qtbot.keyClicks(choice, "L")
    qtbot.keyClick(shoes, Qt.Key.Key_Return)
    statement = "SELECT name, text FROM own_value v JOIN own_field f ON f.id = v.field_id"
    assert dict(rows_in(notebook.file.path, statement)) == {
        HOSTILE: "Says %1 & more",
        "Shoes": "39,5",
        "Since": "2019-05-02",
        "Gifts": "yes",
        "Size": "Large",
    }
    panel = window.people.card.overview.own_values
    QApplication.processEvents()
    seen = [each.text() for each in panel.findChildren(QLabel) if each.isVisible()]
    assert seen[1:5] == [HOSTILE, "Says %1 & more", "Shoes", "39,5"]
    assert seen[5:] == ["Since", "2 May 2019", "Gifts", "Yes", "Size", "Large"]
    window.people.edit_person(marta)
    assert not window.people.editor.has_changes


def test_what_cannot_stand_there_is_told_and_nothing_is_saved(
    window: MainWindow, notebook: Notebook, marta: int, qtbot: QtBot
) -> None:
    shoes = notebook.own_fields.add("Shoes", FieldKind.NUMBER).new_id
    window.people.edit_person(marta)
    field = section(window).fields[shoes]
    qtbot.keyClicks(field, "big")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    editor = window.people.editor
    assert editor.isVisible()
    assert editor.banner.isVisible()
    assert "Shoes: Write a number" in " ".join(
        each.text() for each in editor.banner.findChildren(QLabel)
    )
    assert field.hasFocus()


def test_the_section_follows_the_fields(window: MainWindow, notebook: Notebook, marta: int) -> None:
    first = notebook.own_fields.add("Shoes", FieldKind.NUMBER).new_id
    window.people.edit_person(marta)
    assert list(section(window).fields) == [first]
    second = notebook.own_fields.add("Hat", FieldKind.TEXT).new_id
    window.people.edit_person(marta)
    assert list(section(window).fields) == [first, second]
    notebook.own_fields.remove(first)
    notebook.own_fields.remove(second)
    window.people.edit_person(marta)
    assert window.people.editor.own_values is None


def test_what_a_fact_is_about_is_chosen_in_its_line(
    window: MainWindow, notebook: Notebook, today: date, qtbot: QtBot
) -> None:
    secret = FactDraft(FactGroup.HEALTH, "Asthma")
    draft = PersonDraft("Ana", facts=(FactDraft(FactGroup.FAMILY, "Zita"), secret))
    ana = window.notifier.tell(notebook.people.save(None, draft, today)).new_id
    window.people.edit_person(ana)
    (row,) = window.people.editor.worth.facts.rows
    assert row.about.findText("Health") < 0
    row.about.setFocus()
    for _ in range(5):
        qtbot.keyClick(row.about, Qt.Key.Key_Down)
    assert row.about.currentText() == "Pets"
    qtbot.mouseClick(window.people.editor.save_button, Qt.MouseButton.LeftButton)
    (fact,) = notebook.cards.card(ana, today).facts
    assert (fact.text, fact.topic) == ("Zita", FactTopic.PETS)
    notebook.preferences.keep_sensitive_group(FactGroup.HEALTH, "Stairs")
    window.people.edit_person(ana)
    texts = [each.about.currentText() for each in window.people.editor.worth.facts.rows]
    assert texts == ["Pets", "Health"]
