"""One look at the program: the real window over a fresh sample, ready to be walked through."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from notebook.services.notebook import Notebook
from notebook.services.projects import ProjectOrder
from notebook.services.sample import fill
from notebook.settings import Settings
from notebook.ui.dialogs.check_in_sheet import CheckInSheet
from notebook.ui.main_window import MainWindow
from notebook.ui.navigator import CheckInRequest, WizardRequest
from notebook.ui.pages.project_view import ProjectView
from notebook.ui.pages.projects_page import ProjectsPage
from notebook.ui.theme import Theme
from notebook.ui.wizards.expectations_wizard import ExpectationsWizard
from tests.ui.scripted_prompts import ScriptedPrompts

TODAY = date(2026, 11, 22)
CONTROL = Qt.KeyboardModifier.ControlModifier


class FixedClock:
    """Noon of the fixed day."""

    def now(self) -> datetime:
        return datetime.combine(TODAY, time(12, 0), tzinfo=UTC)

    def today(self) -> date:
        return TODAY


class Scene:
    """The window and what a screen function needs to bring it where it wants.

    Attributes:
        window, notebook, prompts: the program; `prompts` answers questions in advance.
    """

    def __init__(self, notebook: Notebook, settings: Settings, theme: Theme, size: QSize) -> None:
        self.notebook = notebook
        self.prompts = ScriptedPrompts()
        self.window = MainWindow(notebook, settings, FixedClock(), theme, self.prompts)
        self.window.resize(size)
        self.window.show()
        self.window.activateWindow()
        settle()

    def person(self, name: str) -> int:
        """Return the id of a person of the sample."""
        return self.notebook.people_list.search(name, TODAY)[0].id

    def project(self, name: str) -> int:
        """Return the id of a project of the sample."""
        lines = self.notebook.projects.window(ProjectOrder.NAME, 0, 20, closed_too=True)
        return next(line.id for line in lines if line.name == name)

    def open_project(self, name: str) -> ProjectView:
        """Show a project of the sample and return its page."""
        self.window.navigator.project_requested.emit(self.project(name))
        settle()
        page = self.window.areas.page("projects")
        assert isinstance(page, ProjectsPage)
        return page.view

    def open_wizard(self, name: str) -> ExpectationsWizard:
        """Open the questions of a project of the sample."""
        self.open_project(name)
        self.window.navigator.wizard_requested.emit(WizardRequest(self.project(name)))
        settle()
        wizards = self.window.findChildren(ExpectationsWizard)
        return next(wizard for wizard in wizards if wizard.isVisible())

    def open_check_in(self, name: str) -> CheckInSheet:
        """Open the sheet for asking about a project of the sample."""
        self.open_project(name)
        self.window.navigator.check_in_requested.emit(CheckInRequest(self.project(name)))
        settle()
        return next(each for each in self.window.findChildren(CheckInSheet) if each.isVisible())

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
        """Press a key, with Ctrl unless told otherwise, in whatever has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        settle()

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)
        settle()

    def picture(self) -> QPixmap:
        """Return the window as it looks now, with the dialogs and menus that are open above it."""
        settle()
        picture = self.window.grab()
        painter = QPainter(picture)
        for above in _above(self.window):
            painter.drawPixmap(_place(above, self.window), above.grab())
        painter.end()
        return picture

    def close(self) -> None:
        """Close everything that the screen opened."""
        self.prompts.confirmations += [True] * 3  # whatever was typed may be lost
        for above in reversed(_above(self.window)):
            above.close()
        self.window.close()
        self.window.deleteLater()
        settle()


def settle() -> None:
    """Let everything happen that waits to happen: layouts, paints, deletions."""
    for _ in range(3):
        QApplication.processEvents()
        # Without a running event loop nobody else deletes what is to be deleted.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def make_sample(path: Path) -> Path:
    """Write the sample notebook of the fixed day to `path`."""
    notebook = Notebook.open(path)
    fill(notebook, TODAY)
    notebook.file.close()
    return path


def make_empty(path: Path) -> Path:
    """Write a notebook without people to `path`."""
    Notebook.open(path).file.close()
    return path


@contextmanager
def scene(template: Path, folder: Path, theme: Theme, size: QSize) -> Iterator[Scene]:
    """Open the window over a copy of `template` in `folder`, and close it again."""
    path = Path(shutil.copy(template, folder / "notebook.db"))
    notebook = Notebook.open(path)
    opened = Scene(notebook, Settings(folder / "settings.json"), theme, size)
    try:
        yield opened
    finally:
        opened.close()
        notebook.file.close()
        for leftover in folder.iterdir():
            leftover.unlink()


def _above(window: QWidget) -> list[QWidget]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if each is not window and each.isVisible() and each.windowHandle() is not None
    ]


def _place(above: QWidget, window: QWidget) -> QPoint:
    return above.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
