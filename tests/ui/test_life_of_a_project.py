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
from notebook.domain.outcomes import Ending, SaidBy, Why
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
from notebook.ui.navigator import LogRequest, WizardRequest
from notebook.ui.pages.project_view import AGREEMENT_TAB, ProjectView
from notebook.ui.pages.projects_page import ProjectsPage
from notebook.ui.theme import Theme
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.wizards.expectations_wizard import ExpectationsWizard
from tests.reading import rows_in
from tests.services.project_samples import begin, fill_in
from tests.ui.conftest import FixedClock
from tests.ui.scripted_prompts import ScriptedPrompts

DAY = timedelta(days=1)
LEFT = Qt.MouseButton.LeftButton
Dialog = TypeVar("Dialog", bound=QDialog)
Visiting = Callable[[], AbstractContextManager["Visit"]]


class Visit:
    """One window over the file, and what one does in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    def click(self, widget: QWidget) -> None:
        self._qtbot.mouseClick(widget, LEFT)

    def write(self, widget: QWidget, text: str) -> None:
        self._qtbot.keyClicks(widget, text)

    def press(self, name: str, within: QWidget) -> None:
        QApplication.processEvents()
        buttons = within.findChildren(QPushButton)
        next(b for b in buttons if b.accessibleName() == name and b.isVisible()).click()

    def dialog(self, kind: type[Dialog]) -> Dialog:
        self._qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
        opened = QApplication.activeWindow()
        assert isinstance(opened, kind)
        return opened

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
    def open_for_a_while() -> Iterator[Visit]:
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
        clock.moment += DAY

    return open_for_a_while


def test_from_the_first_meeting_to_the_outcome(visit: Visiting, notebook_path: Path) -> None:
    first = Notebook.open(notebook_path)  # the questions one by one: test_expectations_wizard
    project = begin(first)
    fill_in(first, project)
    marta = first.drafts.read(project).facts.person_id
    first.file.close()

    with visit() as at:  # they meet
        at.window.navigator.log_requested.emit(LogRequest((marta,), project_id=project))
        sheet = at.dialog(LogSheet)
        at.write(sheet.text, "Coffee in the lobby, walked along the wall")
        at.click(sheet.save_button)

    with visit() as at:  # they agree
        at.window.navigator.wizard_requested.emit(WizardRequest(project_id=project))
        wizard = at.dialog(ExpectationsWizard)
        wizard.go_to(len(wizard.pages) - 1)
        at.click(wizard.frame.footer.next)
        at.click(wizard.frame.footer.close_button)
    assert rows_in(notebook_path, "SELECT state FROM project") == [("agreed",)]

    with visit() as at:  # the rhythm changes
        view = at.project(project)
        view.tabs.setCurrentIndex(AGREEMENT_TAB)
        at.press("Change: How often does Marta want to hear how it goes?", view)
        amend = at.dialog(AmendDialog)
        (choice,) = amend.editor.findChildren(ChoiceRow)
        at.click(choice.button("monthly"))
        at.click(amend.save_button)

    with visit() as at:  # a day moves, said before
        view = at.project(project)
        at.press("28 Nov. Move to another day: First coat", view)
        move = at.dialog(MoveDay)
        move.day.field.selectAll()
        at.write(move.day.field, "5 Dec 2026")
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
        at.press("Mark as delivered: First coat", view)
        at.press("Kept: Key for the service door", view)
        at.write(view.overview.ideas.ideas.field, "A card with the colours")
        view.overview.ideas.ideas.field.returnPressed.emit()

    with visit() as at:  # they are asked, and something is not as expected
        at.click(at.project(project).header.check_in_button)
        check_in = at.dialog(CheckInSheet)
        at.click(check_in.rows.rows[0].grade.button(Grade.BELOW))
        at.click(check_in.save_button)
        at.dialog(ConcernDialog).reject()
    assert rows_in(notebook_path, "SELECT count(*) FROM concern") == [(1,)]

    with visit() as at:  # it ends
        at.window.navigator.close_requested.emit(project)
        closing = at.dialog(CloseProject)
        at.click(closing.ending.button(Ending.DELIVERED))
        at.click(closing.whys.button(Why.RELATIONSHIP))
        at.click(closing.said_by.button(SaidBy.THEY))
        at.click(closing.save_button)

    last = Notebook.open(notebook_path)
    page = last.projects.page(project)
    assert page.outcome is not None
    assert (page.outcome.ending, page.outcome.whys) == (Ending.DELIVERED, (Why.RELATIONSHIP,))
    assert len(page.concerns) == 1  # it stays in sight, closed project or not
    assert [idea.text for idea in page.ideas] == ["A card with the colours"]
    last.upkeep.check()
    undone = 0
    while last.upkeep.next_undo:
        last.upkeep.undo()
        undone += 1
    last.upkeep.check()
    assert undone >= 12
    last.file.close()
