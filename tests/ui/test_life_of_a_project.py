"""A whole project through the window, from the first meeting to its outcome.

Between any two steps the window is closed and the file is opened anew, as on another day.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.check_ins import Grade
from notebook.domain.concerns import TRACKS, Track
from notebook.domain.outcomes import Ending, SaidBy, Why
from notebook.services.concerns import Answer
from notebook.services.notebook import Notebook
from notebook.settings import Settings
from notebook.ui.amending.amend_dialog import AmendDialog
from notebook.ui.closing.close_project import CloseProject
from notebook.ui.dialogs.check_in_sheet import CheckInSheet
from notebook.ui.dialogs.concern_dialog import ConcernDialog
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.dialogs.move_day import MoveDay
from notebook.ui.dialogs.report_dialog import ReportDialog
from notebook.ui.main_window import MainWindow
from notebook.ui.navigator import LogRequest
from notebook.ui.pages.project_view import AGREEMENT_TAB, PROMISES_TAB, ProjectView
from notebook.ui.pages.projects_page import ProjectsPage
from notebook.ui.promises.ledger_view import LedgerView
from notebook.ui.theme import Theme
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.wizards.deliverables_editor import DeliverablesEditor
from notebook.ui.wizards.expectations_wizard import ExpectationsWizard
from notebook.ui.wizards.needs_editor import NeedsEditor
from tests.reading import rows_in
from tests.ui.conftest import FixedClock
from tests.ui.keyboard import Key, Keyboard
from tests.ui.scripted_prompts import ScriptedPrompts

DAY = timedelta(days=1)
LEFT = Qt.MouseButton.LeftButton
Dialog = TypeVar("Dialog", bound=QDialog)
Visiting = Callable[..., AbstractContextManager["Visit"]]


class Visit(Keyboard):
    """One window over the file, and what one does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.window = window

    def click(self, widget: QWidget) -> None:
        self._qtbot.mouseClick(widget, LEFT)

    def write(self, widget: QWidget, text: str) -> None:
        self._qtbot.keyClicks(widget, text)

    def push(self, name: str, within: QWidget) -> None:
        QApplication.processEvents()
        buttons = within.findChildren(QPushButton)
        next(b for b in buttons if b.accessibleName() == name and b.isVisible()).click()

    def dialog(self, kind: type[Dialog]) -> Dialog:
        self._qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
        opened = QApplication.activeWindow()
        assert isinstance(opened, kind)
        return opened

    def questions(self, project_id: int) -> ExpectationsWizard:
        """Go on with the questions of a draft."""
        view = self.project(project_id)
        self.click(view.header.questions_button)
        return self.dialog(ExpectationsWizard)

    def leave(self, wizard: ExpectationsWizard) -> None:
        """Go on to the next step, and leave there."""
        self.next_step()
        self.press_escape(wizard)

    def press_escape(self, dialog: QDialog) -> None:
        self.press(Key.Key_Escape)
        assert not dialog.isVisible()

    def project(self, project_id: int) -> ProjectView:
        self.window.navigator.project_requested.emit(project_id)
        page = self.window.areas.page("projects")
        assert isinstance(page, ProjectsPage)
        return page.view


@pytest.fixture
def visit(
    notebook_path: Path,
    settings: Settings,
    clock: FixedClock,
    theme: Theme,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
) -> Visiting:
    @contextmanager
    def open_for_a_while(days: int = 1) -> Iterator[Visit]:
        notebook = Notebook.open(notebook_path)
        window = MainWindow(notebook, settings, clock, theme, prompts)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        yield Visit(window, qtbot)
        assert window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        notebook.file.close()
        clock.moment += days * DAY

    return open_for_a_while


def answer_all_questions(visit: Visiting, path: Path) -> int:
    """Begin a project and answer its questions, a step each time that the window is open."""
    with visit(days=0) as at:
        at.window.commands.actions["new-project"].trigger()
        wizard = at.dialog(ExpectationsWizard)
        at.type("Lobby mural")
        at.tab_to(wizard.project_step.person)
        at.type("Marta Lindqvist")
        at.press(Key.Key_Return)
        at.tab_to(wizard.project_step.begins)
        at.type("20 10")
        at.leave(wizard)
    ((project,),) = rows_in(path, "SELECT id FROM project")
    assert isinstance(project, int)

    with visit(days=0) as at:
        wizard = at.questions(project)
        assert wizard.page.title == "Past experience"
        at.type("Always on time")
        at.leave(wizard)

    with visit(days=0) as at:
        wizard = at.questions(project)
        at.type("Guests look up")
        at.press(Key.Key_Return)
        at.type("No surprises on the bill")
        at.leave(wizard)

    with visit(days=0) as at:
        wizard = at.questions(project)
        at.press(Key.Key_Right)
        at.press(Key.Key_Right)  # weekly
        at.leave(wizard)

    with visit(days=0) as at:
        wizard = at.questions(project)
        at.type("First coat")
        at.press(Key.Key_Tab)
        at.type("28 11")
        (deliverables,) = wizard.page.findChildren(DeliverablesEditor)
        at.tab_to(deliverables.rows.rows[0].agreed)
        at.press(Key.Key_Left)
        at.press(Key.Key_Left)
        at.leave(wizard)

    with visit(days=0) as at:
        wizard = at.questions(project)
        at.press(Key.Key_Space)
        (needs,) = wizard.page.findChildren(NeedsEditor)
        at.tab_to(needs)
        at.type("Key for the service door")
        at.tab_to(needs.rows.rows[0].due)
        at.type("30 11")
        at.leave(wizard)

    with visit(days=0) as at:
        wizard = at.questions(project)
        at.type("Tom Berg")
        at.press(Key.Key_Return)
        at.type("leads")
        at.leave(wizard)
    return project


def test_from_the_first_meeting_to_the_outcome(visit: Visiting, notebook_path: Path) -> None:
    project = answer_all_questions(visit, notebook_path)
    ((marta,),) = rows_in(notebook_path, "SELECT person_id FROM project")

    with visit() as at:  # they meet, and fit
        at.window.navigator.log_requested.emit(LogRequest((marta,), project_id=project))
        sheet = at.dialog(LogSheet)
        at.write(sheet.text, "Coffee in the lobby, walked along the wall")
        at.click(sheet.save_button)

    with visit() as at:  # it is ours to do, and they agree
        wizard = at.questions(project)
        assert wizard.page is wizard.agreement_step
        at.click(wizard.agreement_step.gate.is_ours.button(True))
        at.click(wizard.frame.footer.next)
        at.click(wizard.frame.footer.close_button)
    assert rows_in(notebook_path, "SELECT state FROM project") == [("agreed",)]
    words = "SELECT question_key, text || choice FROM answer WHERE text || choice != ''"
    assert dict(rows_in(notebook_path, words)) == {
        "pleased": "Always on time",
        "rave-review": "Guests look up\nNo surprises on the bill",
        "rhythm": "weekly",
        "explained": "yes",
        "gate:is-ours": "yes",
    }
    assert rows_in(notebook_path, "SELECT what, due_on, agreed FROM deliverable") == [
        ("First coat", "2026-11-28", "yes")
    ]
    assert rows_in(notebook_path, "SELECT text, due_on FROM promise") == [
        ("Key for the service door", "2026-11-30")
    ]

    with visit() as at:  # the rhythm changes
        view = at.project(project)
        view.tabs.setCurrentIndex(AGREEMENT_TAB)
        at.push("Change: How often does Marta want to hear how it goes?", view)
        amend = at.dialog(AmendDialog)
        (choice,) = amend.editor.findChildren(ChoiceRow)
        at.click(choice.button("monthly"))
        at.click(amend.save_button)

    with visit() as at:  # a day moves, said before
        view = at.project(project)
        at.push("28 Nov. Move to another day: First coat", view)
        move = at.dialog(MoveDay)
        move.day.field.selectAll()
        at.write(move.day.field, "5 Dec 2026")
        at.click(move.save_button)

    with visit() as at:  # they need more time for what they promised, and say so
        view = at.project(project)
        view.tabs.setCurrentIndex(PROMISES_TAB)
        (ledger,) = view.findChildren(LedgerView)
        at.click(ledger.buttons.postpone)
        move = at.dialog(MoveDay)
        move.day.field.selectAll()
        at.write(move.day.field, "4 Dec 2026")
        at.click(move.save_button)

    with visit() as at:  # how it goes is told
        at.project(project)
        at.window.navigator.report_requested.emit(project)
        report = at.dialog(ReportDialog)
        text = report.text.toPlainText()
        assert "Dates that moved\n- First coat: from 28 Nov to 5 Dec" in text
        at.click(report.sent_button)

    with visit() as at:  # it is delivered, and a promise kept
        view = at.project(project)
        at.push("Mark as delivered: First coat", view)
        at.push("Kept: Key for the service door", view)
        at.write(view.overview.ideas.ideas.field, "A card with the colours")
        view.overview.ideas.ideas.field.returnPressed.emit()

    with visit() as at:  # they are asked, and something is not as expected
        at.click(at.project(project).header.check_in_button)
        check_in = at.dialog(CheckInSheet)
        at.click(check_in.rows.rows[0].grade.button(Grade.BELOW))
        at.click(check_in.save_button)
        concern = at.dialog(ConcernDialog)
        for step in TRACKS[Track.PERSON]:
            at.click(concern.tracks.rows[step].done)
        at.click(concern.save_button)
    assert rows_in(notebook_path, "SELECT closed_on FROM concern") == [(None,)]

    with visit() as at:  # the problem is dealt with, and it is right for them now
        at.project(project)
        ((concern_id,),) = rows_in(notebook_path, "SELECT id FROM concern")
        at.window.navigator.concern_requested.emit(concern_id)
        concern = at.dialog(ConcernDialog)
        at.click(concern.close_button)  # not yet: the sentence says what is missing
        assert concern.banner.isVisible()
        for step in TRACKS[Track.PROBLEM]:
            at.click(concern.tracks.rows[step].done)
        at.click(concern.follow_up.answer.button(Answer.RIGHT))
        at.click(concern.close_button)
    ((closed_on,),) = rows_in(notebook_path, "SELECT closed_on FROM concern")
    assert closed_on is not None

    coffee = rows_in(notebook_path, "SELECT id FROM moment WHERE text LIKE 'Coffee%'")[0][0]
    assert isinstance(coffee, int)
    with visit() as at:  # it ends
        at.window.navigator.close_requested.emit(project)
        closing = at.dialog(CloseProject)
        at.click(closing.ending.button(Ending.DELIVERED))
        at.click(closing.whys.button(Why.RELATIONSHIP))
        at.click(closing.said_by.button(SaidBy.THEY))
        at.click(closing.moments.box(coffee))
        at.click(closing.save_button)

    last = Notebook.open(notebook_path)
    page = last.projects.page(project)
    assert page.outcome is not None
    assert (page.outcome.ending, page.outcome.whys) == (Ending.DELIVERED, (Why.RELATIONSHIP,))
    assert [moment_id for moment_id, _ in page.outcome.moments] == [coffee]
    assert [idea.text for idea in page.ideas] == ["A card with the colours"]
    last.upkeep.check()
    undone = 0
    while last.upkeep.next_undo:
        last.upkeep.undo()
        undone += 1
    last.upkeep.check()
    assert undone >= 20
    last.file.close()
