"""The tour can be walked: every screen can be reached and has something to show."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from notebook.ui.theme import Appearance, Theme
from tests.tour.every_screen import SCREENS, Screen
from tests.tour.scene import make_empty, make_sample, scene

SMALL = QSize(1024, 640)
"""What has room here has it in a larger window, too."""


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """Return the notebooks that screens are shown of, by whether they are empty."""
    folder = tmp_path_factory.mktemp("tour")
    return {False: make_sample(folder / "sample.db"), True: make_empty(folder / "empty.db")}


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp)
    theme.apply(Appearance.LIGHT)
    return theme


def cut_off(window: QWidget) -> list[int]:
    """Return by how many pixels pages are wider than their room that don't scroll sideways."""
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return [
        inside.width() - page.viewport().width()
        for page in window.findChildren(QScrollArea)
        if page.isVisible()
        and page.horizontalScrollBarPolicy() == never
        and (inside := page.widget()) is not None
        and inside.width() > page.viewport().width()
    ]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_every_screen_can_be_reached(
    screen: Screen, templates: dict[bool, Path], theme: Theme, tmp_path: Path
) -> None:
    with scene(templates[screen.is_empty], tmp_path, theme, SMALL) as at:
        screen.walk(at)
        image = at.picture().toImage()
        QApplication.processEvents()
        active = QApplication.activeWindow() or QApplication.activeModalWidget()
        assert active is not None, "some part was a window of its own for a moment"
        assert cut_off(at.window) == []
    assert image.size() == SMALL
    pixels = memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    assert len(set(pixels[::9])) > 20
    assert at.prompts.problems == []
