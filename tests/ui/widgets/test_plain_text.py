"""Whatever somebody is called, it is shown letter for letter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from notebook.ui.icons import Icons
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import (
    icon_button,
    link_button,
    plain_button,
    primary_button,
    rail_button,
)
from notebook.ui.widgets.chips import Chip, Tag
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.labels import ElidedLabel, escape_mnemonic, plain_tool_tip, text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.quiet_line import QuietLine
from notebook.ui.widgets.tab_strip import TabStrip
from tests.ui.samples import HOSTILE_NAMES

pytestmark = pytest.mark.usefixtures("theme")


def _read_tip(tip: str) -> str:
    """Return the words that a tool tip shows, which guesses at rich text."""
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def _labelled(name: str, icons: Icons) -> list[QWidget]:
    banner, quiet, tag = Banner(icons), QuietLine(), Tag("before")
    banner.show_message(name, "warn")
    quiet.say(name)
    tag.show_state(name, "bad")
    return [
        text_label(name, wrap=True, selectable=True),
        ElidedLabel(name),
        Chip(icons, "cake", name),
        tag,
        banner,
        quiet,
        Panel(name),
        EmptyState(icons, "users", name, name),
    ]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_labels_show_a_name_letter_for_letter(name: str, icons: Icons, qtbot: QtBot) -> None:
    for widget in _labelled(name, icons):
        qtbot.addWidget(widget)
        labels = [widget] if isinstance(widget, QLabel) else widget.findChildren(QLabel)
        shown = [label for label in labels if label.text()]
        assert {label.text() for label in shown} == {name}, type(widget)
        assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}, type(widget)
        assert not widget.grab().isNull()


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_tool_tips_show_a_name_letter_for_letter(name: str, icons: Icons, qtbot: QtBot) -> None:
    label, tag = ElidedLabel(name), Tag("x")
    tag.set_hint(name)
    icon = icon_button(icons, "plus", name)
    for widget in (label, tag, icon):
        qtbot.addWidget(widget)
    label.resize(20, 20)
    label.grab()
    assert label.shown_text() != name
    assert [_read_tip(each.toolTip()) for each in (label, tag, icon)] == [name] * 3


def test_tool_tips_keep_lines_and_end_somewhere() -> None:
    assert _read_tip(plain_tool_tip("a\n  b")) == "a\n  b"
    assert plain_tool_tip("") == ""
    assert len(_read_tip(plain_tool_tip("x" * 100_000))) < 1000


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_buttons_and_tabs_show_a_name_letter_for_letter(
    name: str, icons: Icons, qtbot: QtBot
) -> None:
    buttons = [
        plain_button(name, icons, "phone"),
        primary_button(name, icons, "phone"),
        link_button(name),
    ]
    for button in buttons:
        qtbot.addWidget(button.window())
        assert button.text() == escape_mnemonic(name)
        assert button.accessibleName() == name
    choice = ChoiceRow([(1, name)], name).button(1)
    qtbot.addWidget(choice.window())
    shown = choice.text().removesuffix("…")
    assert escape_mnemonic(name).startswith(shown)
    assert shown == escape_mnemonic(name) or _read_tip(choice.toolTip()) == name
    assert choice.accessibleName() == name
    tabs = TabStrip("Parts")
    qtbot.addWidget(tabs)
    tabs.add_tab(name)
    assert tabs.tabText(0) == escape_mnemonic(name)
    tabs.set_tab_text(0, "A & B")
    assert tabs.tabText(0) == "A && B"


def test_an_elided_label_tells_the_rest_only_when_there_is_one(qtbot: QtBot) -> None:
    label = ElidedLabel("Marta\nLindqvist")
    qtbot.addWidget(label)
    label.resize(400, 20)
    label.show()
    assert label.shown_text() == "Marta Lindqvist"
    assert label.toolTip() == ""
    label.resize(40, 20)
    assert label.shown_text().endswith("…")
    assert _read_tip(label.toolTip()) == "Marta\nLindqvist"
    assert label.accessibleName() == "Marta\nLindqvist"
    label.setText("M")
    assert label.toolTip() == ""


def test_icon_buttons_say_what_they_are(icons: Icons, qtbot: QtBot) -> None:
    rail = rail_button(icons, "users", "People")
    qtbot.addWidget(rail)
    assert rail.accessibleName() == "People"
    assert rail.isCheckable()
