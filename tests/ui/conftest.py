"""What widget tests share: the theme, its icons, and answers to questions."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from notebook.ui.icons import Icons
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
