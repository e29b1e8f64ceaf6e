"""Nothing that was typed into a dialog is lost unasked: by Escape, or when the program is left."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from notebook.services.notebook import Notebook
from notebook.ui.dialogs.fit_dialog import FitDialog
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.dialogs.warmth_dialog import WarmthDialog
from notebook.ui.helping.idea_dialog import IdeaDialog
from notebook.ui.helping.need_dialog import NeedDialog
from notebook.ui.helping.offering_dialog import OfferingDialog
from notebook.ui.helping.referral_dialog import ReferralDialog
from notebook.ui.main_window import MainWindow
from notebook.ui.navigator import IdeaRequest, LogRequest, Navigator, NeedRequest
from tests.ui.helping.help import dialog_of
from tests.ui.scripted_prompts import ScriptedPrompts

ESCAPE = Qt.Key.Key_Escape
Ask = Callable[[Navigator, int], None]


@pytest.fixture
def ana(window: MainWindow, notebook: Notebook, today: date) -> int:
    """Return somebody whose card is open."""
    added = notebook.people.add("Ana Pereira", today)
    window.notifier.tell(added)
    window.people.show_person(added.new_id)
    return added.new_id


@pytest.mark.parametrize(
    ("ask", "kind", "field"),
    [
        (lambda at, ana: at.log_requested.emit(LogRequest((ana,))), LogSheet, "text"),
        (lambda at, ana: at.need_requested.emit(NeedRequest(ana)), NeedDialog, "text"),
        (lambda at, ana: at.idea_requested.emit(IdeaRequest(ana)), IdeaDialog, "text"),
        (lambda at, ana: at.referral_requested.emit(ana), ReferralDialog, "why"),
        (lambda at, ana: at.fit_check_requested.emit(ana), FitDialog, "note"),
        (lambda at, ana: at.warmth_requested.emit(ana), WarmthDialog, "note"),
        (lambda at, _ana: at.offering_requested.emit(None), OfferingDialog, "benefit"),
    ],
)
def test_escape_asks_before_what_was_typed_is_lost(
    window: MainWindow,
    prompts: ScriptedPrompts,
    ana: int,
    ask: Ask,
    kind: type[QDialog],
    field: str,
    qtbot: QtBot,
) -> None:
    ask(window.navigator, ana)
    untouched = dialog_of(window, kind)
    qtbot.keyClick(untouched, ESCAPE)
    assert not untouched.isVisible()
    assert not prompts.asked

    ask(window.navigator, ana)
    dialog = dialog_of(window, kind)
    typed: QWidget = getattr(dialog, field)
    qtbot.keyClicks(typed, "Took a minute")
    prompts.confirmations = [False]
    qtbot.keyClick(typed, ESCAPE)
    assert dialog.isVisible()
    assert [title for title, _ in prompts.asked] == ["Leave without saving?"]
    prompts.confirmations = [True]
    qtbot.keyClick(typed, ESCAPE)
    assert not dialog.isVisible()


def test_the_program_is_not_left_over_a_half_typed_contact(
    window: MainWindow, prompts: ScriptedPrompts, ana: int, qtbot: QtBot
) -> None:
    window.navigator.log_requested.emit(LogRequest((ana,)))
    sheet = dialog_of(window, LogSheet)
    qtbot.keyClicks(sheet.text, "They asked about")
    prompts.confirmations = [False]
    window.leave()
    assert (window.isVisible(), sheet.isVisible()) == (True, True)
    assert sheet.text.toPlainText() == "They asked about"
    prompts.confirmations = [True]
    assert window.close()
    assert not sheet.isVisible()
    assert len(prompts.asked) == 2


def test_a_dialog_without_anything_typed_does_not_keep_the_program(
    window: MainWindow, prompts: ScriptedPrompts, ana: int
) -> None:
    window.navigator.need_requested.emit(NeedRequest(ana))
    assert window.close()
    assert QApplication.activeModalWidget() is None
    assert not prompts.asked
