"""The look: enough contrast, real weights, light and dark switched while the window is open."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from notebook.paths import Paths, data_dir, resources_dir
from notebook.ui.style_sheet import style_sheet
from notebook.ui.theme import DARK, LIGHT, Appearance, Theme, Tokens, font_scale
from notebook.ui.widgets.avatar import COLOURS
from notebook.ui.widgets.labels import set_rank, text_label
from notebook.ui.widgets.tab_strip import TabStrip
from tests.surroundings import run_script

TEXT_PAIRS = [
    *((text, ground) for text in ("ink", "soft") for ground in ("paper", "card", "accent_soft")),
    *((text, ground) for text in ("accent", "warn", "bad", "ok") for ground in ("paper", "card")),
    *((tone, f"{tone}_soft") for tone in ("accent", "warn", "bad", "ok")),
    ("on_accent", "accent"),
]


def _brightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""
    light, dark = sorted((_brightness(one), _brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(tokens.colour(text), tokens.colour(ground)) >= 4.5


@pytest.mark.parametrize("colour", COLOURS)
def test_initials_can_be_read_on_every_avatar(colour: str) -> None:
    assert contrast("#ffffff", colour) >= 4.5


def test_an_unknown_colour_is_an_error() -> None:
    with pytest.raises(KeyError):
        LIGHT.colour("is_dark")


@pytest.mark.parametrize(("mark", "token"), [("check", "on_accent"), ("down", "soft")])
@pytest.mark.parametrize(("shade", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_marks_have_the_colours_of_the_tokens(
    mark: str, token: str, shade: str, tokens: Tokens
) -> None:
    drawing = (resources_dir() / "icons" / "marks" / f"{mark}-{shade}.svg").read_text()
    assert re.findall("#[0-9a-f]{6}", drawing) == [tokens.colour(token)]


def test_every_mark_of_the_style_sheet_exists() -> None:
    for tokens in (LIGHT, DARK):
        for name in re.findall(r"url\(marks:([^)]*)\)", style_sheet(tokens, float)):
            assert (resources_dir() / "icons" / "marks" / name).is_file()


def test_the_ways_to_tabs_without_room_are_seen(theme: Theme, qtbot: QtBot) -> None:
    tabs = TabStrip("Parts")
    qtbot.addWidget(tabs)
    for name in ("Overview", "Agreement", "Promises"):
        tabs.add_tab(name)
    tabs.resize(150, tabs.sizeHint().height())
    tabs.show()
    for button in tabs.findChildren(QToolButton):
        assert button.isVisible()
        image = button.grab(button.rect().adjusted(3, 3, -3, -3)).toImage()
        colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
        assert len(colours) > 1


def test_the_four_weights_are_four_designs(theme: Theme) -> None:
    fonts = [theme.font(weight=weight) for weight in (400, 500, 600, 700)]
    assert {QFontInfo(font).family() for font in fonts} == {"Inter"}
    widths = [QFontMetricsF(font).horizontalAdvance("Marta Lindqvist") for font in fonts]
    assert len(set(widths)) == 4
    assert widths == sorted(widths)


def test_lines_of_text_have_air_between_them(theme: Theme) -> None:
    metrics = QFontMetricsF(theme.font())
    assert metrics.lineSpacing() / 14 == pytest.approx(1.44, abs=0.1)


@pytest.mark.parametrize(
    ("points", "platform", "scale"),
    [(11, "linux", 1), (9, "linux", 1), (22, "linux", 2), (60, "linux", 2), (13.5, "win32", 1.5)],
)
def test_letters_grow_with_the_system(points: float, platform: str, scale: float) -> None:
    assert font_scale(points, platform) == pytest.approx(scale)


def test_dark_comes_and_goes_while_a_window_is_open(theme: Theme, qtbot: QtBot) -> None:
    label = text_label("Marta", "second")
    qtbot.addWidget(label)
    label.show()
    light = _ground_and_ink(label)
    with qtbot.waitSignal(theme.changed):
        theme.apply(Appearance.DARK)
    assert theme.tokens is DARK
    dark = _ground_and_ink(label)
    with qtbot.waitSignal(theme.changed):
        theme.apply(Appearance.LIGHT)
    assert light == (LIGHT.paper, LIGHT.soft)
    assert dark == (DARK.paper, DARK.soft)
    assert _ground_and_ink(label) == light


def _ground_and_ink(label: QLabel) -> tuple[str, str]:
    ground = QApplication.palette().color(QPalette.ColorRole.Window)
    return ground.name(), label.palette().color(QPalette.ColorRole.WindowText).name()


def test_the_system_is_followed_unless_the_user_chose(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(Appearance.SYSTEM)
    hints = qapp.styleHints()
    with qtbot.waitSignal(theme.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK
    theme.apply(Appearance.LIGHT)
    with qtbot.assertNotEmitted(theme.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is LIGHT


def test_a_label_changes_its_rank(theme: Theme, qtbot: QtBot) -> None:
    label = text_label("Marta", "warn")
    qtbot.addWidget(label)
    label.ensurePolished()
    set_rank(label, "bad")
    assert _ground_and_ink(label)[1] == theme.tokens.bad


def test_files_move_with_their_folder(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    assert paths.notebook == tmp_path / "notebook.db"
    assert {paths.backups.parent, paths.log.parent, paths.settings.parent} == {tmp_path}
    assert data_dir().name == "relationship-notebook"


# Widgets that only the garbage collector frees, and a handler that wakes it while Qt goes round.
_LEAVING_WIDGETS = """
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from notebook.ui.theme import Appearance, Theme

class Busy(QLabel):
    def changeEvent(self, event):
        super().changeEvent(event)
        knots = [[] for _ in range(50)]
        for knot in knots:
            knot.append(knots)

class Group(QWidget):
    def __init__(self):
        super().__init__()
        column = QVBoxLayout(self)
        self.parts = [Busy() for _ in range(20)]
        for part in self.parts:
            part.group = self
            column.addWidget(part)

application = QApplication([])
theme = Theme(application)
for number in range(60):
    Group()
    theme.apply(Appearance.DARK if number % 2 else Appearance.LIGHT)
    with theme.undressed():
        Group()
print("still here")
"""


def test_widgets_that_nobody_needs_do_not_end_the_program() -> None:
    assert run_script(_LEAVING_WIDGETS, before=[]).stdout == "still here\n"


def test_what_is_built_undressed_is_dressed_afterwards(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    sheet = qapp.styleSheet()
    with theme.undressed():
        assert qapp.styleSheet() == ""
        label = text_label("Marta", "title")
        qtbot.addWidget(label)
    assert qapp.styleSheet() == sheet
    label.ensurePolished()
    dressed = text_label("Marta", "title")
    qtbot.addWidget(dressed)
    dressed.ensurePolished()
    assert label.font() == dressed.font()


def test_a_window_that_fails_leaves_the_others_dressed(theme: Theme, qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    with pytest.raises(ZeroDivisionError), theme.undressed():
        raise ZeroDivisionError
    assert qapp.styleSheet() == sheet


def test_whoever_lives_through_the_dressing_is_noticed_when_going(
    theme: Theme, qtbot: QtBot
) -> None:
    """Else Qt keeps a pointer to nothing, and crashes at some later change of the look."""
    label = QLabel("there before")
    qtbot.addWidget(label)
    label.ensurePolished()
    with theme.undressed():
        pass
    label.ensurePolished()
    assert label.receivers(SIGNAL("destroyed(QObject*)")) == 1
