"""The people around somebody on their card: added, changed, made into cards and removed by hand."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.domain.facts import FactGroup
from notebook.domain.partial_date import PartialDate
from notebook.domain.relations import Relation
from notebook.services.card_parts import FactDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.related import RelatedDraft
from notebook.ui.card.around import Around
from notebook.ui.dialogs.related_dialog import RelatedDialog
from notebook.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def marta(window: MainWindow, notebook: Notebook, today: date) -> int:
    told = (FactDraft(FactGroup.FAMILY, "Nora plays chess with the girl next door"),)
    ben = notebook.people.save(None, PersonDraft("Ben Okafor", facts=told), today)
    changes = notebook.people.add("Marta Lindqvist", today)
    window.notifier.tell(ben)
    window.notifier.tell(changes)
    window.people.show_person(changes.new_id)
    return changes.new_id


def dialog(window: MainWindow) -> RelatedDialog:
    return next(each for each in window.findChildren(RelatedDialog) if each.isVisible())


def panel(window: MainWindow) -> Around:
    for _ in range(3):  # a panel that was just made is laid out step by step
        QApplication.processEvents()
    found = window.people.card.overview.around.panel
    assert isinstance(found, Around)
    return found


def said(window: MainWindow) -> list[str]:
    return [
        f"{row.line.name}: {row.about.text()}"
        for row in panel(window).rows
        if row.isVisible() and row.line
    ]


def test_a_name_is_added_by_keys_made_a_card_and_taken_back(
    window: MainWindow, notebook: Notebook, marta: int, today: date, qtbot: QtBot
) -> None:
    assert window.people.card.overview.around.panel is None
    window.people.card.header.around_action.trigger()
    asked = dialog(window)
    qtbot.keyClicks(asked.who.field, "Nora")
    qtbot.keyClick(asked.who.field, Qt.Key.Key_Return)
    asked.relation.setFocus()
    qtbot.keyClick(asked.relation, Qt.Key.Key_Down)
    qtbot.keyClicks(asked.birthday.day, "12")
    asked.birthday.month.setCurrentIndex(3)
    qtbot.keyClicks(asked.birthday.year, "2017")
    qtbot.mouseClick(asked.save_button, LEFT)
    assert said(window) == ["Nora: child · 9, turns 10 on 12 March"]
    assert panel(window).title_label.text() == "People around Marta"

    (row,) = panel(window).rows
    qtbot.mouseClick(row.card_button, LEFT)
    (line,) = notebook.cards.card(marta, today).related
    assert line.other_id is not None
    assert not row.card_button.isVisible()
    qtbot.mouseClick(row.link, LEFT)
    assert window.people.person_id == line.other_id
    assert said(window) == ["Marta Lindqvist: parent"]
    window.commands.undo()
    window.people.show_person(marta)
    assert said(window) == ["Nora: child · 9, turns 10 on 12 March"]


def test_a_name_that_was_not_chosen_yet_counts_and_own_words_are_asked_for(
    window: MainWindow, marta: int, qtbot: QtBot
) -> None:
    window.people.card.header.around_action.trigger()
    asked = dialog(window)
    qtbot.mouseClick(asked.save_button, LEFT)
    assert asked.banner.isVisible()
    qtbot.keyClicks(asked.who.field, "Old Isaac")
    assert not asked.own_word.isVisible()
    asked.relation.setCurrentIndex(asked.relation.count() - 1)
    assert asked.own_word.isVisible()
    qtbot.mouseClick(asked.save_button, LEFT)
    assert asked.isVisible()
    qtbot.keyClicks(asked.own_word, "landlord")
    qtbot.keyClick(asked.own_word, Qt.Key.Key_Return)
    assert said(window) == ["Old Isaac: landlord"]
    assert marta == window.people.person_id


def test_a_name_is_linked_to_a_card_and_removed(
    window: MainWindow, notebook: Notebook, marta: int, today: date, qtbot: QtBot
) -> None:
    born = PartialDate(1999, 5, 3)
    window.notifier.tell(notebook.related.add(marta, RelatedDraft(Relation.FRIEND, "Ben", born)))
    qtbot.mouseClick(panel(window).rows[0].edit_button, LEFT)
    asked = dialog(window)
    assert asked.birthday.isVisible()
    qtbot.keyClick(asked.who.field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(asked.who.field, "Ben O")
    qtbot.keyClick(asked.who.field, Qt.Key.Key_Return)
    assert not asked.birthday.isVisible()
    qtbot.mouseClick(asked.save_button, LEFT)
    assert said(window) == ["Ben Okafor: friend · 27, turns 28 on 3 May"]

    qtbot.mouseClick(panel(window).rows[0].edit_button, LEFT)
    qtbot.mouseClick(dialog(window).remove_button, LEFT)
    assert said(window) == []
    assert panel(window).isHidden()
    assert notebook.cards.card(marta, today).related == ()
