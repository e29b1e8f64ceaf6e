"""The look of the window: font, palette and style sheet, light or dark, switched while it runs."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from PySide6.QtCore import QDir, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from notebook.paths import resources_dir
from notebook.ui.style_sheet import style_sheet
from notebook.ui.tokens import DARK, LIGHT, Tokens

__all__ = ["DARK", "LIGHT", "Appearance", "Theme", "Tokens", "font_scale"]

FAMILY = "Inter"
BODY, TITLE, SECOND, SMALL = 14.0, 22.0, 12.5, 11.5


class Appearance(Enum):
    """What the user asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def font_scale(system_points: float, platform: str) -> float:
    """Return how much larger than usual this system's letters are, from 1.0 to 2.0.

    `system_points` is the size of the system's font, `platform` is `sys.platform`.
    """
    usual = {"win32": 9.0, "darwin": 13.0}.get(platform, 11.0)
    return min(2.0, max(1.0, system_points / usual))


class Theme(QObject):
    """Dresses the application, and dresses it anew when light turns to dark.

    Attributes:
        tokens: the colours that hold now.

    Signals:
        changed(): the tokens are others than before.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._scale = font_scale(_system_points(), sys.platform)
        self._appearance = Appearance.SYSTEM
        self._tokens = LIGHT
        _register_resources()
        application.setStyle("Fusion")
        application.setFont(self.font())
        application.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._dress(application.styleHints().colorScheme())

    @property
    def tokens(self) -> Tokens:
        """The colours that hold now."""
        return self._tokens

    @property
    def appearance(self) -> Appearance:
        """What was asked for, which for SYSTEM says nothing about light or dark."""
        return self._appearance

    def apply(self, appearance: Appearance) -> None:
        """Follow the system, or stay light or dark whatever the system says."""
        self._appearance = appearance
        hints = self._application.styleHints()
        with _nobody_leaves():
            hints.setColorScheme(_SCHEMES[appearance])  # for window frames and system dialogs
        self._dress(hints.colorScheme())

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """Build many widgets at once, and dress them when they are all in their places.

        Under a style sheet a widget is dressed anew, with all that is in it, each time it is put
        into another one: dressing the window once makes it appear a third sooner.
        """
        sheet = self._application.styleSheet()
        with _nobody_leaves():
            self._application.setStyleSheet("")
            # Before the event loop runs Qt leaves this mark on who is there already, and then would
            # not notice when they go: it crashes over them when the look changes.
            for widget in self._application.allWidgets():
                widget.setAttribute(Qt.WidgetAttribute.WA_StyleSheet, on=False)
        try:
            yield
        finally:
            with _nobody_leaves():
                self._application.setStyleSheet(sheet)

    def points(self, pixels: float) -> float:
        """Return the point size of letters that are `pixels` high at the usual system font size."""
        return pixels * self._scale * (1.0 if sys.platform == "darwin" else 0.75)

    def font(self, pixels: float = BODY, weight: int = 400) -> QFont:
        """Return our font, `pixels` high at the usual system font size, of a weight 400 to 700."""
        font = QFont(FAMILY)
        font.setPointSizeF(self.points(pixels))
        font.setWeight(QFont.Weight(weight))
        return font

    def colour(self, name: str) -> QColor:
        """Return the present colour of a token, for painting."""
        return QColor(self._tokens.colour(name))

    @Slot(Qt.ColorScheme)
    def _on_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        self._dress(scheme)

    def _dress(self, scheme: Qt.ColorScheme) -> None:
        wanted = _tokens_for(self._appearance, scheme)
        if wanted is self._tokens and self._application.styleSheet():
            return
        self._tokens = wanted
        with _nobody_leaves():
            self._application.setPalette(palette(wanted))
            self._application.setStyleSheet(style_sheet(wanted, self.points))
        self.changed.emit()


@contextmanager
def _nobody_leaves() -> Iterator[None]:
    """Let no widget be collected while Qt goes through a list of all of them: it would crash."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


_SCHEMES = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}


def _tokens_for(appearance: Appearance, scheme: Qt.ColorScheme) -> Tokens:
    if appearance is not Appearance.SYSTEM:
        scheme = _SCHEMES[appearance]
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def palette(tokens: Tokens) -> QPalette:
    """Return the palette for whatever the style sheet leaves to the style."""
    role = QPalette.ColorRole
    result = QPalette(QColor(tokens.card), QColor(tokens.paper))
    result.setColor(role.Shadow, QColor(tokens.ink))
    colours = {
        role.Window: tokens.paper,
        role.WindowText: tokens.ink,
        role.Base: tokens.card,
        role.AlternateBase: tokens.paper,
        role.Text: tokens.ink,
        role.Button: tokens.card,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.bad,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.card,
        role.ToolTipText: tokens.ink,
        role.PlaceholderText: tokens.soft,
        role.Mid: tokens.line,
        role.Midlight: tokens.line,
    }
    for each, value in colours.items():
        result.setColor(each, QColor(value))
    for each in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.soft))
    return result


def _system_points() -> float:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()


def _register_resources() -> None:
    resources = resources_dir()
    QDir.setSearchPaths("marks", [str(resources / "icons" / "marks")])
    for file in sorted((resources / "fonts").glob("*.otf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(file)
