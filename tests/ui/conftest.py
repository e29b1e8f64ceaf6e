"""What widget tests share: the theme, its icons, and answers to questions."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.services.notebook import Notebook
from notebook.settings import Settings
from notebook.ui.icons import Icons
from notebook.ui.main_window import MainWindow
from notebook.ui.theme import Appearance, Theme
from tests.ui.scripted_prompts import ScriptedPrompts


@pytest.fixture(scope="session")
def session_theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.fixture
def theme(session_theme: Theme) -> Iterator[Theme]:
    """Return the theme, light at the beginning and again at the end."""
    session_theme.apply(Appearance.LIGHT)
    yield session_theme
    session_theme.apply(Appearance.LIGHT)


@pytest.fixture
def icons(theme: Theme) -> Icons:
    return Icons(theme)


@pytest.fixture
def prompts() -> ScriptedPrompts:
    return ScriptedPrompts()


class FixedClock:
    """Noon of the fixed day, until a test says otherwise."""

    def __init__(self, now: datetime) -> None:
        self.moment = now

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


@pytest.fixture
def clock(now: datetime) -> FixedClock:
    return FixedClock(now)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def window(
    notebook: Notebook,
    settings: Settings,
    clock: FixedClock,
    theme: Theme,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
) -> MainWindow:
    """Return the shown main window over an empty notebook."""
    main_window = MainWindow(notebook, settings, clock, theme, prompts)
    # What a failed test left unsaved must not keep the window open: closing would ask, and crash.
    qtbot.addWidget(
        main_window, before_close_func=lambda _: prompts.confirmations.extend([True] * 9)
    )
    with qtbot.waitActive(main_window):
        main_window.show()
        main_window.activateWindow()
    return main_window
