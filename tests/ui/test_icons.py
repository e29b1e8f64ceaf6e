"""Icons: the right colour now and after a switch, crisp at every scale."""

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from notebook.paths import resources_dir
from notebook.ui.icons import IconMark, Icons
from notebook.ui.theme import DARK, LIGHT, Appearance, Theme

NAMES = sorted(path.stem for path in (resources_dir() / "icons").glob("*.svg"))


def _strongest_colour(image: QImage) -> str:
    """Return the colour of the least transparent pixel."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=lambda pixel: pixel.alpha()).name()


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_can_be_drawn_and_tinted(name: str, icons: Icons) -> None:
    image = icons.pixmap(name, "bad", 44).toImage()
    assert _strongest_colour(image) == LIGHT.bad
    source = (resources_dir() / "icons" / f"{name}.svg").read_text()
    assert 'stroke-width="2"' in source


def test_a_missing_icon_is_an_error_at_once(icons: Icons) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_an_icon_follows_light_and_dark(icons: Icons, theme: Theme) -> None:
    icon = icons.icon("phone", "accent")
    light = _strongest_colour(icon.pixmap(44).toImage())
    theme.apply(Appearance.DARK)
    dark = _strongest_colour(icon.pixmap(44).toImage())
    assert (light, dark) == (LIGHT.accent, DARK.accent)


def test_an_icon_is_drawn_for_the_screen_it_is_on(icons: Icons) -> None:
    pixmap = icons.icon("phone").pixmap(QSize(18, 18), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (36, 2.0)
    assert icons.pixmap("phone", "ink", 16, 2.0).size() == QSize(32, 32)


def test_a_checked_or_disabled_icon_has_its_own_colour(icons: Icons) -> None:
    icon = icons.icon("users", "ink", checked="accent")
    on = icon.pixmap(QSize(44, 44), QIcon.Mode.Normal, QIcon.State.On)
    off = icon.pixmap(QSize(44, 44), QIcon.Mode.Disabled, QIcon.State.Off)
    assert _strongest_colour(on.toImage()) == LIGHT.accent
    assert _strongest_colour(off.toImage()) == LIGHT.soft


def test_a_mark_paints_and_changes(icons: Icons, qtbot: QtBot) -> None:
    mark = IconMark(icons, "info", "accent", 44)
    qtbot.addWidget(mark)
    before = mark.grab().toImage()
    mark.set_icon("triangle-alert", "bad")
    assert mark.grab().toImage() != before


def test_icons_outlive_what_made_them(icons: Icons, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    for _round in range(300):
        button.setIcon(QIcon(icons.icon("phone", "soft")))
    gc.collect()
    assert not button.icon().pixmap(18).isNull()
    assert not button.grab().isNull()
