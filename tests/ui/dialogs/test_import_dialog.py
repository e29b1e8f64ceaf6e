"""Bringing people in, as a person does it: choose, look, bring in, read the report."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook.services.notebook import Notebook
from notebook.ui.dialogs.import_dialog import ImportDialog
from notebook.ui.main_window import MainWindow
from tests.reading import rows_in
from tests.ui.samples import HOSTILE_NAMES
from tests.ui.scripted_prompts import ScriptedPrompts

CONTROL = Qt.KeyboardModifier.ControlModifier


def write_book(path: Path, *names: str) -> Path:
    cards = (f"BEGIN:VCARD\r\nVERSION:3.0\r\n{name}\r\nEND:VCARD\r\n" for name in names)
    path.write_text("".join(cards), encoding="utf-8", newline="")
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return an address book of two people, one of them twice, and a card of nobody."""
    return write_book(
        tmp_path / "book.vcf",
        "FN:Ana Pereira\r\nORG:Pereira Ceramics\r\nEMAIL:ana@pereira.example",
        "FN:Ben Ode",
        "FN:Ana Pereira\r\nEMAIL:ANA@pereira.example\r\nNOTE:Potter",
        "X-NOBODY:1",
    )


def open_dialog(window: MainWindow, qtbot: QtBot) -> ImportDialog:
    qtbot.keyClick(window, Qt.Key.Key_I, CONTROL)
    (dialog,) = window.findChildren(ImportDialog)
    return dialog


def read(dialog: ImportDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.choose_page.choose_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.preview_page.isVisible)


def rows(dialog: ImportDialog) -> list[tuple[str, ...]]:
    model = dialog.preview_page.model
    return [
        tuple(model.index(row, column).data() for column in range(4))
        for row in range(model.rowCount())
    ]


def test_one_looks_first_and_brings_in_afterwards(
    window: MainWindow, prompts: ScriptedPrompts, book: Path, notebook_path: Path, qtbot: QtBot
) -> None:
    prompts.files = [[book]]
    dialog = open_dialog(window, qtbot)
    read(dialog, qtbot)
    assert rows(dialog) == [
        (
            "–",
            "Problem",
            "This card names nobody: no name, no e-mail address, no telephone.",
            "book.vcf, 17",
        ),
        ("Ana Pereira", "New", "Pereira Ceramics · ana@pereira.example", "book.vcf, 1"),
        ("Ben Ode", "New", "", "book.vcf, 7"),
        ("Ana Pereira", "Known", "The same person as in line 1 of book.vcf.", "book.vcf, 11"),
    ]
    assert dialog.preview_page.counts.text() == "2 new · 1 known already · 1 that can't be read"
    assert rows_in(notebook_path, "SELECT count(*) FROM person") == [(0,)]

    assert dialog.go_button.text() == "Bring in 2 people"
    assert not dialog.isModal()
    qtbot.keyClick(dialog.go_button, Qt.Key.Key_Return)
    assert dialog.isModal()
    qtbot.waitUntil(lambda: dialog.close_button.text() == "Close")
    assert dialog.preview_page.headline.text() == "Brought in 2 people"
    assert rows(dialog)[3][2] == "The same person as in line 1 of book.vcf. Added: note."
    assert rows_in(notebook_path, "SELECT name FROM person ORDER BY name") == [
        ("Ana Pereira",),
        ("Ben Ode",),
    ]
    assert window.quiet_line.text() == "Brought in 2 people"
    assert window.people.isVisible()
    assert window.people.card.header.name.text() == "Ana Pereira"

    with qtbot.waitActive(window):
        qtbot.keyClick(dialog.close_button, Qt.Key.Key_Return)
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert rows_in(notebook_path, "SELECT count(*) FROM person") == [(0,)]


def test_a_file_can_be_dropped(window: MainWindow, book: Path, qtbot: QtBot) -> None:
    dialog = open_dialog(window, qtbot)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(book)), QUrl("https://example.org/a.vcf")])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(QDropEvent(QPoint(5, 5), copy, data, left, none))
    qtbot.waitUntil(dialog.preview_page.isVisible)
    assert len(rows(dialog)) == 4


def test_nobody_in_a_file_is_said(
    window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    prompts.files = [[tmp_path / "nowhere.vcf"]]
    dialog = open_dialog(window, qtbot)
    read(dialog, qtbot)
    assert dialog.preview_page.headline.text() == "There is nobody in these files"
    assert rows(dialog) == [("–", "Problem", "There is no such file.", "nowhere.vcf")]
    assert dialog.go_button.isHidden()


def test_it_can_be_cancelled_at_any_time(
    window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot, notebook_path: Path
) -> None:
    many = write_book(tmp_path / "many.vcf", *(f"FN:Person {number}" for number in range(500)))
    prompts.files = [[many]]
    dialog = open_dialog(window, qtbot)
    qtbot.mouseClick(dialog.choose_page.choose_button, Qt.MouseButton.LeftButton)
    job = dialog._job
    assert job is not None
    with qtbot.waitSignals([job.ended, dialog.finished]):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert rows_in(notebook_path, "SELECT count(*) FROM person") == [(0,)]


def test_names_are_shown_letter_for_letter(
    window: MainWindow, prompts: ScriptedPrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    prompts.files = [[write_book(tmp_path / "<b>.vcf", *(f"FN:{name}" for name in HOSTILE_NAMES))]]
    dialog = open_dialog(window, qtbot)
    read(dialog, qtbot)
    assert [row[0] for row in rows(dialog)] == list(HOSTILE_NAMES)
    tip = dialog.preview_page.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;x&lt;/b&gt;" in tip
    QApplication.processEvents()  # painted


def test_without_a_backup_nobody_is_brought_in(
    window: MainWindow,
    prompts: ScriptedPrompts,
    book: Path,
    notebook: Notebook,
    notebook_path: Path,
    qtbot: QtBot,
) -> None:
    prompts.files = [[book]]
    dialog = open_dialog(window, qtbot)
    read(dialog, qtbot)
    (notebook_path.parent / "backups").write_text("a file where the folder should be")
    qtbot.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(prompts.problems))
    assert prompts.problems[0][0] == "Nobody was brought in"
    assert notebook.people_list.count() == 0
    assert dialog.choose_page.isVisible()
    assert dialog.close_button.isEnabled()
