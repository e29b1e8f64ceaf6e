"""What the window says: banners, the quiet line, empty pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from notebook.ui.icons import Icons
from notebook.ui.theme import Theme
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import primary_button
from notebook.ui.widgets.chips import Tag
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.quiet_line import QuietLine

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def banner(icons: Icons, qtbot: QtBot) -> Banner:
    banner = Banner(icons)
    qtbot.addWidget(banner)
    return banner


def test_a_banner_appears_acts_and_closes(banner: Banner, qtbot: QtBot) -> None:
    assert not banner.isVisible()
    banner.show_message("This file is newer.", "warn", "Open another")
    assert banner.isVisible()
    assert banner.action.accessibleName() == "Open another"
    with qtbot.waitSignal(banner.action_chosen):
        qtbot.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(banner.closed):
        qtbot.keyClick(banner.close_button, Qt.Key.Key_Space)
    assert not banner.isVisible()
    assert banner.text() == ""


def test_a_banner_without_action_has_no_button(banner: Banner, theme: Theme) -> None:
    banner.show_message("Saved.", "ok")
    assert not banner.action.isVisible()
    ink = banner.label.palette().color(QPalette.ColorRole.WindowText)
    assert ink.name() == theme.tokens.ok
    banner.show_message("Hello.")
    assert banner.label.palette().color(QPalette.ColorRole.WindowText).name() == theme.tokens.ink


@pytest.fixture
def quiet(qtbot: QtBot) -> QuietLine:
    quiet = QuietLine()
    qtbot.addWidget(quiet)
    return quiet


def test_the_quiet_line_offers_the_way_back(quiet: QuietLine, qtbot: QtBot) -> None:
    quiet.say("Logged a call with Ana Pereira.", undo=True)
    assert quiet.text() == "Logged a call with Ana Pereira."
    with qtbot.waitSignal(quiet.undo_chosen):
        qtbot.mouseClick(quiet.undo, Qt.MouseButton.LeftButton)
    assert quiet.text() == ""
    assert not quiet.isVisible()


def test_the_quiet_line_leaves_by_itself(quiet: QuietLine, qtbot: QtBot) -> None:
    quiet._timer.setInterval(1)
    quiet.say("Done.")
    assert not quiet.undo.isVisible()
    qtbot.waitUntil(lambda: not quiet.isVisible())


def test_the_quiet_line_waits_for_somebody_about_to_undo(quiet: QuietLine, qtbot: QtBot) -> None:
    quiet.say("Done.", undo=True)
    quiet.activateWindow()
    quiet.undo.setFocus()
    qtbot.waitUntil(quiet.undo.hasFocus)
    quiet._on_time_over()
    assert quiet.isVisible()
    quiet.clear()
    assert not quiet.isVisible()


def test_an_empty_page_leads_on(icons: Icons, qtbot: QtBot) -> None:
    action = primary_button("Add a person")
    page = EmptyState(icons, "users", "No people yet", "Begin with one.", [action])
    qtbot.addWidget(page)
    page.show()
    assert page.headline.isVisible()
    assert action.isVisible()
    page.say("Nobody found")
    assert page.headline.text() == "Nobody found"
    assert not page.text.isVisible()


def test_a_panel_without_title_takes_no_room_for_it(qtbot: QtBot) -> None:
    panel = Panel()
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.title_label.isVisible()
    panel.set_title("Promises")
    assert panel.title_label.isVisible()
    assert panel.accessibleName() == "Promises"


def test_a_tag_changes_its_tone(theme: Theme, qtbot: QtBot) -> None:
    tag = Tag("In 6 days")
    qtbot.addWidget(tag)
    tag.show_state("3 days", "bad")
    tag.ensurePolished()
    assert tag.palette().color(QPalette.ColorRole.WindowText).name() == theme.tokens.bad
    assert tag.palette().color(QPalette.ColorRole.Window).name() == theme.tokens.bad_soft
