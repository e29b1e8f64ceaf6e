"""The small question of a card, answered and put away by a person at the keyboard."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.domain.moments import Channel, Direction
from notebook.domain.partial_date import PartialDate
from notebook.domain.small_questions import SmallQuestion
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.ui.card.small_ask import SmallAsk
from notebook.ui.main_window import MainWindow
from tests.reading import rows_in
from tests.ui.conftest import FixedClock
from tests.ui.scripted_prompts import ScriptedPrompts

FIRST = (SmallQuestion.CHANNEL, SmallQuestion.BIRTHDAY, SmallQuestion.RHYTHM)


def open_card(window: MainWindow, notebook: Notebook, now: datetime, **known: object) -> int:
    draft = PersonDraft("Marta Lindqvist", **known)  # type: ignore[arg-type]
    marta = window.notifier.tell(notebook.people.save(None, draft, now.date())).new_id
    moment = MomentDraft((marta,), Channel.CALL, Direction.WE, now.date())
    window.notifier.tell(notebook.moments.log(moment, now))
    QApplication.processEvents()
    return marta


def panel(window: MainWindow) -> SmallAsk:
    shown = window.people.card.overview.ask.panel
    assert isinstance(shown, SmallAsk)
    return shown


def is_asking(window: MainWindow) -> bool:
    return window.people.card.overview.ask.isVisible()


KNOWN = {"preferred_channel": Channel.EMAIL, "rhythm_days": 30}


def test_nobody_new_is_asked_about(window: MainWindow, notebook: Notebook, today: date) -> None:
    window.notifier.tell(notebook.people.add("Rosa", today))
    assert not is_asking(window)
    assert window.people.card.overview.ask.panel is None


def test_a_birthday_typed_and_enter(
    window: MainWindow, notebook: Notebook, now: datetime, qtbot: QtBot
) -> None:
    marta = open_card(window, notebook, now, **KNOWN)
    ask = panel(window)
    assert ask.date.isVisible()
    assert not ask.text.isVisible()
    qtbot.keyClick(ask.date.day, Qt.Key.Key_Return)  # nothing typed: nothing happens
    assert is_asking(window)
    ask.date.setFocus()
    for letter in "12 3 ":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    assert ask.date.year.hasFocus()
    qtbot.keyClick(ask.date.year, Qt.Key.Key_Return)
    assert not is_asking(window)
    columns = "SELECT birthday_year, birthday_month, birthday_day FROM person WHERE id = ?"
    assert rows_in(notebook.file.path, columns, marta) == [(None, 3, 12)]
    assert window.people.card.overview.worth.chips[0].text() == "12 March"


def test_a_channel_is_one_click(
    window: MainWindow, notebook: Notebook, now: datetime, qtbot: QtBot
) -> None:
    marta = open_card(window, notebook, now, birthday=PartialDate(1980), rhythm_days=30)
    ask = panel(window)
    qtbot.mouseClick(ask.choice.button(Channel.MESSAGE), Qt.MouseButton.LeftButton)
    assert not is_asking(window)
    assert notebook.cards.card(marta, now.date()).preferred_channel is Channel.MESSAGE


def test_children_by_words_or_by_one_no(
    window: MainWindow,
    notebook: Notebook,
    now: datetime,
    clock: FixedClock,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
) -> None:
    marta = open_card(window, notebook, now, **KNOWN, birthday=PartialDate(1980))
    for question in SmallQuestion:
        if question is not SmallQuestion.CHILDREN:
            notebook.small_questions.do_not_ask(marta, question, now.date())
    clock.moment = now + timedelta(days=1)
    window.people.show_person(marta)
    ask = panel(window)
    qtbot.keyClicks(ask.text, "Nora & Ben")
    window.notifier.look_again()
    assert ask.text.text() == "Nora & Ben", "what is being typed stays"
    prompts.confirmations = [False]
    window.people.edit_person(None)
    assert window.people.person_id == marta, "nor does it go unasked"
    qtbot.keyClick(ask.text, Qt.Key.Key_Return)
    assert [each.text() for each in window.people.card.overview.worth.chips][1:] == ["Nora & Ben"]
    window.commands.undo()
    assert is_asking(window)
    qtbot.mouseClick(panel(window).none_button, Qt.MouseButton.LeftButton)
    facts = notebook.cards.card(marta, now.date()).facts
    assert [fact.text for fact in facts] == ["No children"]


@pytest.mark.parametrize("later", [True, False])
def test_it_lets_itself_be_put_away(
    window: MainWindow, notebook: Notebook, now: datetime, qtbot: QtBot, *, later: bool
) -> None:
    marta = open_card(window, notebook, now, **KNOWN)
    ask = panel(window)
    button = ask.later_button if later else ask.never_button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not is_asking(window)
    months = [now.date() + timedelta(days=days) for days in range(1, 60)]
    asked = {notebook.cards.card(marta, day).small_question for day in months}
    assert (SmallQuestion.BIRTHDAY in asked) is later
