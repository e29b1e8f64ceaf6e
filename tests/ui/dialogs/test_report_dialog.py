"""A progress report through the window: changed, handed on, sent, or kept for later."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from notebook.domain.value_ideas import Effort
from notebook.services.card_parts import EMAIL, DetailDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.ui.dialogs import report_dialog
from notebook.ui.dialogs.report_dialog import ReportDialog
from notebook.ui.links import mail_link, open_link
from notebook.ui.main_window import MainWindow
from notebook.ui.pages.projects_page import ProjectsPage
from tests.conftest import TODAY
from tests.reading import rows_in
from tests.services.project_samples import finish

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def project(notebook: Notebook) -> int:
    made = finish(notebook)
    marta = notebook.drafts.read(made).facts.person_id
    address = DetailDraft(EMAIL, "marta@example.com")
    notebook.people.save(marta, PersonDraft("Marta Lindqvist", details=(address,)), TODAY)
    return made


def opened(window: MainWindow, project: int) -> ReportDialog:
    window.navigator.report_requested.emit(project)
    return next(each for each in window.findChildren(ReportDialog) if each.isVisible())


def test_it_is_sent_and_stands_among_the_contacts(
    window: MainWindow, project: int, notebook_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(window, project)
    assert dialog.text.toPlainText().startswith("Hello Marta,")
    dialog.text.selectAll()
    qtbot.keyClicks(dialog.text, "All well, first coat on Saturday.")
    qtbot.mouseClick(dialog.sent_button, LEFT)
    assert not dialog.isVisible()
    sent = "SELECT text, sent_on FROM progress_report"
    assert rows_in(notebook_path, sent) == [("All well, first coat on Saturday.", "2026-11-22")]
    logged = "SELECT channel, text FROM moment WHERE project_id IS NOT NULL"
    text = "Sent the progress report: All well, first coat on Saturday."
    assert rows_in(notebook_path, logged) == [("email", text)]


def test_what_was_typed_is_kept_for_later(
    window: MainWindow, project: int, notebook_path: Path, qtbot: QtBot
) -> None:
    untouched = opened(window, project)
    qtbot.keyClick(untouched, Qt.Key.Key_Escape)
    assert rows_in(notebook_path, "SELECT count(*) FROM progress_report") == [(0,)]
    dialog = opened(window, project)
    for timer in dialog.findChildren(QTimer):
        timer.setInterval(1)
    dialog.text.selectAll()
    kept = "SELECT text FROM progress_report"
    for words in ("Half", " of it"):
        qtbot.keyClicks(dialog.text, words)
        qtbot.waitUntil(lambda: rows_in(notebook_path, kept) == [(dialog.text.toPlainText(),)])
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    window.notebook.upkeep.undo()
    assert rows_in(notebook_path, kept) == []
    window.notebook.upkeep.redo()
    again = opened(window, project)
    assert again.text.toPlainText() == "Half of it"
    qtbot.mouseClick(again.anew_button, LEFT)
    assert again.text.toPlainText().startswith("Hello Marta,")
    again.text.undo()
    assert again.text.toPlainText() == "Half of it"


def test_it_is_copied_or_handed_to_the_mail_program(
    window: MainWindow, project: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    links: list[str] = []

    def open_it(link: str) -> bool:
        links.append(link)
        return True

    monkeypatch.setattr(report_dialog, "open_link", open_it)
    dialog = opened(window, project)
    qtbot.mouseClick(dialog.copy_button, LEFT)
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    dialog.text.setPlainText("All & well?\nYes")
    qtbot.mouseClick(dialog.mail_button, LEFT)
    parts = urlsplit(links[0])
    assert (parts.scheme, parts.path) == ("mailto", "marta@example.com")
    assert parse_qs(parts.query) == {
        "subject": ["Lobby mural: how it goes"],
        "body": ["All & well?\r\nYes"],
    }
    dialog.text.setPlainText("long " * 600)
    qtbot.mouseClick(dialog.mail_button, LEFT)
    assert "body" not in links[1]
    assert QGuiApplication.clipboard().text() == "long " * 600
    assert "copied" in dialog.banner.text()


def test_a_mail_link_opens_nothing_but_a_mail() -> None:
    link = mail_link("a@example.com?cc=evil@example.com", "Hello", "")
    assert link is not None
    assert open_link(link, lambda url: url.scheme() == "mailto")
    assert parse_qs(urlsplit(link).query) == {"subject": ["Hello"]}


def test_an_idea_is_typed_done_and_thanked_for(
    window: MainWindow, project: int, notebook_path: Path, qtbot: QtBot
) -> None:
    window.navigator.project_requested.emit(project)
    page = window.areas.page("projects")
    assert isinstance(page, ProjectsPage)
    ideas = page.view.overview.ideas.ideas
    qtbot.keyClicks(ideas.field, "Lend the ladder")
    qtbot.keyClick(ideas.field, Qt.Key.Key_Return)
    row = "SELECT text, effort, done_on, thanked_on FROM value_idea"
    assert rows_in(notebook_path, row) == [("Lend the ladder", Effort.SMALL.value, None, None)]
    (made,) = rows_in(notebook_path, "SELECT id FROM value_idea")
    ideas.thanked.emit(made[0])
    assert rows_in(notebook_path, row) == [("Lend the ladder", "small", "2026-11-22", "2026-11-22")]
