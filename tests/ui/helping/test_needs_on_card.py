"""Needs on a card: written down, changed in place, suggested for, told."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from typing_extensions import override

from notebook.domain.moments import Channel, Direction
from notebook.domain.needs import NeedState
from notebook.services.moments import MomentDraft
from notebook.services.needs import NeedDraft
from notebook.services.notebook import Notebook
from notebook.services.offerings import OfferingDraft
from notebook.ui.card.needs import Needs
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.helping.need_dialog import NeedDialog
from notebook.ui.main_window import MainWindow
from notebook.ui.navigator import LogRequest
from notebook.ui.pages import moment_list
from tests.reading import rows_in
from tests.ui.conftest import FixedClock
from tests.ui.helping.help import button, dialog_of, nameless, words_on

LEFT = Qt.MouseButton.LeftButton
SUGGESTIONS = "SELECT told_on FROM suggestion"


@pytest.fixture
def marta(window: MainWindow, notebook: Notebook, today: date) -> int:
    """Return Marta, whose card is open."""
    added = notebook.people.add("Marta Lindqvist", today)
    window.notifier.tell(added)
    window.people.show_person(added.new_id)
    return added.new_id


@pytest.fixture
def needing(window: MainWindow, notebook: Notebook, marta: int, today: date) -> Needs:
    """Return the panel of a need and of an offering that may suit it."""
    draft = OfferingDraft("Yearly plan", "Walls stay fresh", tags="guests")
    window.notifier.tell(notebook.offerings.save(None, draft))
    need = NeedDraft("Guests should look up.", today - timedelta(days=19))
    window.notifier.tell(notebook.needs.add(marta, need, today))
    return panel(window)


def panel(window: MainWindow) -> Needs:
    return next(each for each in window.findChildren(Needs) if each.isVisible())


def test_a_first_need_is_written_from_the_menu_of_the_card(
    window: MainWindow, marta: int, notebook_path: Path, qtbot: QtBot
) -> None:
    assert not window.findChildren(Needs)
    window.people.card.header.need_action.trigger()
    dialog = dialog_of(window, NeedDialog)
    assert dialog.windowTitle() == "What Marta needs"
    assert nameless(dialog) == []
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Write down" in words_on(dialog.banner)[0]
    qtbot.keyClicks(dialog.text, "A quiet wall & <b>no</b> noise")
    dialog.told_on.field.selectAll()
    qtbot.keyClicks(dialog.told_on.field, "2026-11-03")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    shown = words_on(panel(window))
    assert "What Marta needs" in shown
    assert "“A quiet wall & <b>no</b> noise”" in shown
    assert "Marta, 3 Nov" in shown
    assert rows_in(notebook_path, "SELECT text, state, told_on FROM need") == [
        ("A quiet wall & <b>no</b> noise", "open", "2026-11-03")
    ]


def test_its_state_changes_in_place_and_it_leaves_once_it_is_met(
    window: MainWindow, needing: Needs, notebook_path: Path, qtbot: QtBot
) -> None:
    state = button(needing, "What became of “Guests should look up.”: Open")
    _open, being_met, met, _no_longer = state.menu().actions()
    state.setFocus()
    being_met.trigger()
    assert state.hasFocus(), "the keyboard, and with it the view, stay where they were"
    assert button(needing, "What became of “Guests should look up.”: Being met")
    met_action = button(needing, "Being met").menu().actions()[2]
    assert met_action.text() == met.text() == "Met"
    met_action.trigger()
    assert "“Guests should look up.”" not in words_on(needing)
    assert needing.isAncestorOf(window.focusWidget())
    assert rows_in(notebook_path, "SELECT state FROM need") == [("met",)]
    qtbot.mouseClick(needing.more_button, LEFT)
    assert "“Guests should look up.”" in words_on(needing)
    window.commands.undo()
    assert rows_in(notebook_path, "SELECT state FROM need") == [("being-met",)]


def test_a_need_is_changed_and_deleted_in_its_dialog(
    window: MainWindow, needing: Needs, notebook: Notebook, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(needing, "Change “Guests should look up.”"), LEFT)
    dialog = dialog_of(window, NeedDialog)
    dialog.text.selectAll()
    qtbot.keyClicks(dialog.text, "Guests should stop")
    qtbot.mouseClick(dialog.state.button(NeedState.BEING_MET), LEFT)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert "“Guests should stop”" in words_on(needing)
    qtbot.mouseClick(button(needing, "Change “Guests should stop”"), LEFT)
    qtbot.mouseClick(dialog_of(window, NeedDialog).trash_button, LEFT)
    assert not needing.isVisible()
    assert [line.kind for line in notebook.upkeep.trash()] == ["need"]


def test_a_suggestion_says_why_and_once_told_it_is_logged_and_gone(
    window: MainWindow, needing: Needs, notebook_path: Path, qtbot: QtBot
) -> None:
    shown = words_on(needing)
    assert "May suit:" in shown
    assert "They speak of “guests”" in shown
    assert nameless(needing) == []
    qtbot.mouseClick(button(needing, "Told them: Yearly plan"), LEFT)
    sheet = dialog_of(window, LogSheet)
    assert rows_in(notebook_path, SUGGESTIONS) == []
    sheet.reject()
    assert rows_in(notebook_path, SUGGESTIONS) == []
    qtbot.mouseClick(button(needing, "Told them: Yearly plan"), LEFT)
    sheet = dialog_of(window, LogSheet)
    qtbot.mouseClick(sheet.save_button, LEFT)
    assert rows_in(notebook_path, SUGGESTIONS) == [("2026-11-22",)]
    text = "Told about Yearly plan: Walls stay fresh"
    assert rows_in(notebook_path, "SELECT text FROM moment") == [(text,)]
    assert "May suit:" not in words_on(needing)


def test_what_is_not_for_them_is_not_suggested_again(
    window: MainWindow, needing: Needs, notebook_path: Path, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(needing, "Not for Marta: Yearly plan"), LEFT)
    assert "May suit:" not in words_on(needing)
    assert rows_in(notebook_path, SUGGESTIONS) == [(None,)]
    window.commands.undo()
    assert "May suit:" in words_on(needing)


def test_the_name_of_the_offering_leads_to_it(
    window: MainWindow, needing: Needs, qtbot: QtBot
) -> None:
    qtbot.mouseClick(button(needing, "Yearly plan"), LEFT)
    assert window.areas.shown == "offerings"


def test_their_words_in_a_moment_become_a_need(
    window: MainWindow,
    notebook: Notebook,
    marta: int,
    clock: FixedClock,
    notebook_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    now = clock.now()
    said = MomentDraft(
        (marta,), Channel.CALL, Direction.THEY, now.date() - timedelta(days=3),
        text="Called", their_words="A wall that sings",
    )  # fmt: skip
    logged = notebook.moments.log(said, now)
    window.notifier.tell(logged)
    moments = window.people.card.overview.recent.moments

    class Chosen(QMenu):
        @override
        def exec(self, *_place: object) -> None:  # type: ignore[override]
            next(each for each in self.actions() if "need" in each.text()).trigger()

    monkeypatch.setattr(moment_list, "QMenu", Chosen)
    place = moments.visualRect(moments.model().index(0, 0)).center()
    moments.customContextMenuRequested.emit(place)
    dialog = dialog_of(window, NeedDialog)
    assert dialog.text.toPlainText() == "A wall that sings"
    qtbot.mouseClick(dialog.save_button, LEFT)
    found = rows_in(notebook_path, "SELECT text, told_on, moment_id FROM need")
    assert found == [("A wall that sings", "2026-11-19", logged.new_id)]


def test_what_was_said_about_the_channel_while_telling_is_not_said_again(
    window: MainWindow,
    notebook: Notebook,
    needing: Needs,
    marta: int,
    today: date,
    clock: FixedClock,
    qtbot: QtBot,
) -> None:
    prefers = replace(notebook.people.draft(marta), preferred_channel=Channel.EMAIL)
    notebook.people.save(marta, prefers, today)
    for days in (2, 1):
        day = today - timedelta(days=days)
        call = MomentDraft((marta,), Channel.CALL, Direction.WE, day, text="Called")
        notebook.moments.log(call, clock.now())
    qtbot.mouseClick(button(needing, "Told them: Yearly plan"), LEFT)
    telling = dialog_of(window, LogSheet)
    assert telling.notice.text() == "The last two were by telephone; Marta prefers e-mail."
    qtbot.mouseClick(telling.save_button, LEFT)
    window.navigator.log_requested.emit(LogRequest((marta,), Channel.CALL))
    assert not dialog_of(window, LogSheet).notice.isVisible()
