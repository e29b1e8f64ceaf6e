"""The user's own name and picture, from the settings to the customer's paper."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from notebook.services.agreements import as_text, read_agreement
from notebook.services.notebook import Notebook
from notebook.ui.agreement_document import agreement_document
from notebook.ui.main_window import MainWindow
from notebook.ui.pages.letterhead_panel import LARGEST, LetterheadPanel
from notebook.ui.pages.settings_page import SettingsPage
from notebook.ui.paper import write_pdf
from notebook.ui.pictures import image_of
from tests.reading import rows_in
from tests.services.project_samples import finish
from tests.ui.scripted_prompts import ScriptedPrompts

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(window: MainWindow) -> LetterheadPanel:
    window.areas.go_to("settings")
    page = window.areas.page("settings")
    assert isinstance(page, SettingsPage)
    return page.letterhead


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Return a picture that is larger than anybody needs."""
    image = QImage(1600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    path = tmp_path / "logo.jpg"
    assert image.save(str(path))
    return path


def run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_name_and_picture_stand_on_the_agreement(
    panel: LetterheadPanel,
    notebook: Notebook,
    picture: Path,
    prompts: ScriptedPrompts,
    tmp_path: Path,
    today: date,
    qtbot: QtBot,
) -> None:
    qtbot.keyClicks(panel.name, "Arden & Castro")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    prompts.files.append([picture])
    qtbot.mouseClick(panel.choose_button, LEFT)
    assert panel.picture.isVisible()
    kept = image_of(notebook.preferences.logo())
    assert (kept.width(), kept.height()) == (LARGEST.width(), 160)
    agreement = read_agreement(finish(notebook), today)
    assert as_text(agreement).endswith("\n\nArden & Castro\n")
    pdf = tmp_path / "agreement.pdf"
    write_pdf(pdf, agreement_document(agreement))
    assert run("pdftotext", pdf, "-").startswith("Arden & Castro\n")
    assert "image" in run("pdfimages", "-list", pdf)


def test_the_picture_is_taken_away_again(
    panel: LetterheadPanel,
    notebook: Notebook,
    notebook_path: Path,
    picture: Path,
    prompts: ScriptedPrompts,
    qtbot: QtBot,
) -> None:
    prompts.files.append([picture])
    qtbot.mouseClick(panel.choose_button, LEFT)
    qtbot.mouseClick(panel.remove_button, LEFT)
    assert not panel.picture.isVisible()
    assert rows_in(notebook_path, "SELECT value FROM setting WHERE key = 'logo'") == [("",)]
    notebook.upkeep.undo()
    assert notebook.preferences.logo()


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\nbroken"])
def test_what_is_no_picture_is_refused_in_words(
    panel: LetterheadPanel,
    notebook: Notebook,
    prompts: ScriptedPrompts,
    tmp_path: Path,
    qtbot: QtBot,
    content: bytes,
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    prompts.files.append([path])
    qtbot.mouseClick(panel.choose_button, LEFT)
    trouble = "This file can’t be read as a picture. Nothing was changed."
    assert prompts.problems == [("The picture was not taken", trouble)]
    assert notebook.preferences.logo() == b""
