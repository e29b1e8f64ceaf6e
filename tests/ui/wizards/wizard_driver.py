"""The expectations wizard as somebody at the keyboard sees it, over a file opened just for it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication
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
from tests.ui.keyboard import Key, Keyboard
from tests.ui.scripted_prompts import ScriptedPrompts

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class FixedClock:
    """Noon of a Sunday."""

    def now(self) -> datetime:
        return NOW

    def today(self) -> date:
        return NOW.date()


class WizardDriver(Keyboard):
    """Opens the notebook and the wizard, types and presses keys, and closes both again."""

    def __init__(self, path: Path, icons: Icons, qtbot: QtBot) -> None:
        super().__init__(qtbot)
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
