"""Wizards, each over the file opened anew."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from notebook.ui.icons import Icons
from tests.ui.wizards.wizard_driver import WizardDriver

Open = Callable[[], WizardDriver]


@pytest.fixture
def open_wizard(notebook_path: Path, icons: Icons, qtbot: QtBot) -> Iterator[Open]:
    drivers: list[WizardDriver] = []

    def opened() -> WizardDriver:
        drivers.append(WizardDriver(notebook_path, icons, qtbot))
        return drivers[-1]

    yield opened
    for each in drivers:
        each.wizard.is_finished = True  # nothing more to ask when the test is over
        each.notebook.file.close()
