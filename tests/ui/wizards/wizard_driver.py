"""The expectations wizard as somebody at the keyboard sees it, over a file opened just for it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from notebook.domain.changes import Changes
from notebook.services.notebook import Notebook
from notebook.ui.icons import Icons
from notebook.ui.notifier import Notifier
from notebook.ui.widgets.people_chooser import ChosenPerson
from notebook.ui.wizards.expectations_wizard import ExpectationsWizard
from notebook.ui.wizards.question_block import QuestionBlock
from notebook.ui.wizards.question_step import QuestionStep
from notebook.ui.wizards.tools import WizardTools
from tests.ui.scripted_prompts import ScriptedPrompts

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class FixedClock:
    """Noon of a Sunday."""

    def now(self) -> datetime:
        return NOW

    def today(self) -> date:
        return NOW.date()


class WizardDriver:
    """Opens the notebook and the wizard, types and presses keys, and closes both again."""

    def __init__(self, path: Path, icons: Icons, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.notebook = Notebook.open(path)
        self.prompts = ScriptedPrompts()
        self.told: list[Changes] = []
        notifier = Notifier()
        notifier.changed.connect(self.told.append)
        self._notifier = notifier
        drafts = self.notebook.drafts
        self.wizard = ExpectationsWizard(
            drafts,
            self.notebook.checklists.offered(),
            notifier,
            WizardTools(
                icons,
                FixedClock(),
                self.prompts,
                lambda text: self.notebook.people_list.search(text, NOW.date(), 8),
                self._add,
                self._add,
                drafts.new_row_id,
            ),
        )
        qtbot.addWidget(self.wizard)

    def start(self, person: ChosenPerson | None = None) -> None:
        self.wizard.start(person)
        self._show()

    def resume(self, project_id: int, question_key: str = "") -> None:
        self.wizard.resume(project_id, question_key)
        self._show()

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        self._qtbot.keyClicks(self.focused(), text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self._qtbot.keyClick(self.focused(), key, modifier or Qt.KeyboardModifier.NoModifier)

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def tab_to(self, widget: QWidget, key: Qt.Key = Key.Key_Tab) -> None:
        """Press Tab until the focus is where it should be."""
        wanted = widget
        while (proxy := wanted.focusProxy()) is not None:
            wanted = proxy
        for _ in range(60):
            if QApplication.focusWidget() is wanted:
                return
            self.press(key)
        raise AssertionError(f"Tab does not reach {widget}")

    def next_step(self) -> None:
        self.press(Key.Key_Return, CONTROL)

    def block(self, key: str) -> QuestionBlock:
        page = self.wizard.page
        assert isinstance(page, QuestionStep)
        return page.blocks[key]

    def close(self) -> None:
        """Leave as one does, by Escape."""
        self.press(Key.Key_Escape)
        assert not self.wizard.isVisible()
        self.notebook.file.close()

    def wait_until_saved(self) -> None:
        state = self.wizard.frame.footer.state
        self._qtbot.waitUntil(lambda: "Saved" in state.text())

    def wait(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition)

    def _show(self) -> None:
        self.wizard.show()
        self.wizard.activateWindow()
        self._qtbot.waitUntil(lambda: self.wizard.focusWidget() is QApplication.focusWidget())

    def _add(self, name: str) -> ChosenPerson:
        return ChosenPerson(self.notebook.people.add(name, NOW.date()).new_id, name)
