"""Nothing that was typed into a dialog is lost unasked: by Escape, or when the program is left."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from notebook.services.notebook import Notebook
from notebook.ui.dialogs.employer_dialog import EmployerDialog
from notebook.ui.dialogs.field_dialog import FieldDialog
from notebook.ui.dialogs.fit_dialog import FitDialog
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.dialogs.new_concern import NewConcern
from notebook.ui.dialogs.organisation_dialogs import OrganisationDialog
from notebook.ui.dialogs.related_dialog import RelatedDialog
from notebook.ui.dialogs.warmth_dialog import WarmthDialog
from notebook.ui.helping.idea_dialog import IdeaDialog
from notebook.ui.helping.need_dialog import NeedDialog
from notebook.ui.helping.offering_dialog import OfferingDialog
from notebook.ui.helping.referral_dialog import ReferralDialog
from notebook.ui.main_window import MainWindow
from notebook.ui.navigator import IdeaRequest, LogRequest, Navigator, NeedRequest
from notebook.ui.pages.own_fields_panel import OwnFieldsPanel
from notebook.ui.people.group_dialog import GroupDialog
from notebook.ui.people.groups_dialog import GroupsDialog
from notebook.ui.people.join_dialog import JoinDialog
from notebook.ui.widgets.people_chooser import ChosenPerson
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


WAYS: tuple[tuple[Ask, type[QDialog], str], ...] = (
    (lambda at, ana: at.log_requested.emit(LogRequest((ana,))), LogSheet, "text"),
    (lambda at, ana: at.need_requested.emit(NeedRequest(ana)), NeedDialog, "text"),
    (lambda at, ana: at.idea_requested.emit(IdeaRequest(ana)), IdeaDialog, "text"),
    (lambda at, ana: at.referral_requested.emit(ana), ReferralDialog, "why"),
    (lambda at, ana: at.fit_check_requested.emit(ana), FitDialog, "note"),
    (lambda at, ana: at.warmth_requested.emit(ana), WarmthDialog, "note"),
    (lambda at, _ana: at.offering_requested.emit(None), OfferingDialog, "benefit"),
    (lambda at, ana: at.new_concern_requested.emit(ana, None), NewConcern, "text"),
    (lambda at, ana: at.employer_requested.emit(ana), EmployerDialog, "title"),
    (lambda at, ana: at.related_requested.emit(ana, None), RelatedDialog, "own_word"),
    (lambda at, _ana: at.new_organisation_requested.emit(), OrganisationDialog, "note"),
    (lambda at, ana: at.join_requested.emit((ana,)), JoinDialog, "name"),
)
"""How dialogs are opened, and a field of each."""


def test_escape_asks_before_what_was_typed_is_lost(
    window: MainWindow, prompts: ScriptedPrompts, ana: int, qtbot: QtBot
) -> None:
    for ask, kind, field in WAYS:
        ask(window.navigator, ana)
        untouched = dialog_of(window, kind)
        qtbot.keyClick(untouched, ESCAPE)
        assert not untouched.isVisible(), kind
        assert not prompts.asked, kind

        ask(window.navigator, ana)
        dialog = dialog_of(window, kind)
        escape_asks(dialog, getattr(dialog, field), prompts, qtbot)


def escape_asks(dialog: QDialog, field: QWidget, prompts: ScriptedPrompts, qtbot: QtBot) -> None:
    """Type, press Escape, stay at first and go then."""
    qtbot.keyClicks(field, "Took a minute")
    prompts.confirmations = [False]
    qtbot.keyClick(field, ESCAPE)
    assert dialog.isVisible(), dialog
    assert [title for title, _ in prompts.asked] == ["Leave without saving?"], dialog
    prompts.confirmations = [True]
    qtbot.keyClick(field, ESCAPE)
    assert not dialog.isVisible(), dialog
    prompts.asked.clear()


def test_groups_and_fields_ask_too_and_what_was_chosen_counts(
    window: MainWindow, prompts: ScriptedPrompts, ana: int, qtbot: QtBot
) -> None:
    window.navigator.groups_requested.emit()
    groups = dialog_of(window, GroupsDialog)
    groups.add_button.click()
    group = dialog_of(window, GroupDialog)
    escape_asks(group, group.name, prompts, qtbot)
    qtbot.keyClick(groups, ESCAPE)

    panel = OwnFieldsPanel(window.desk)
    qtbot.addWidget(panel)
    panel.add_button.click()
    field = dialog_of(window, FieldDialog)
    escape_asks(field, field.name, prompts, qtbot)

    window.navigator.related_requested.emit(ana, None)
    related = dialog_of(window, RelatedDialog)
    related.who.set_chosen([ChosenPerson(0, "Ben")])
    prompts.confirmations = [True]
    qtbot.keyClick(related, ESCAPE)
    assert len(prompts.asked) == 1


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
