"""What is shipped: a wheel, installed away from the checkout, with all that it needs inside."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs import ROOT

# Opens the sample's window as the installed command does, looks at it, and closes it.
_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase
import notebook
from notebook.app import main
from notebook.ui.session import Session

show = Session._show

def show_and_look(session):
    show(session)
    window = session._window
    print(Path(notebook.__file__).parent)
    print(window.notebook.people_list.count() > 30, "Inter" in QFontDatabase.families())
    print(len(window.notebook.checklists.built_in()), not window.desk.icons.icon("users").isNull())
    QTimer.singleShot(0, window.close)

Session._show = show_and_look
sys.exit(main(["--sample"]))
"""


def run_quietly(*command: str | Path) -> None:
    subprocess.run([sys.executable, "-m", *command], capture_output=True, check=True, cwd=ROOT)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the installed wheel and nothing else of ours."""
    folder = tmp_path_factory.mktemp("wheel")
    run_quietly("build", "--wheel", "--no-isolation", "--outdir", folder / "dist")
    (wheel,) = (folder / "dist").glob("relationship_notebook-*.whl")
    install = ("pip", "install", "--no-deps", "--no-index", "--target", folder / "site")
    run_quietly(*install, wheel)
    return folder / "site"


def run_installed(
    installed: Path, folder: Path, *command: str | Path
) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env=environment,
        encoding="utf-8",
        timeout=60,
    )


def test_the_installed_command_brings_people_in_and_finds_them(
    installed: Path, tmp_path: Path
) -> None:
    book = tmp_path / "book.vcf"
    book.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana Pereira\nEND:VCARD\n")
    program = installed / "bin" / "relationship-notebook"
    place = ("--data-dir", tmp_path / "data")
    for words, expected in (
        (("import", book), "found 1, new 1, same 0, problems 0\n"),
        (("people",), "Ana Pereira\n"),
        (("due",), "Nobody needs a word today.\n"),
    ):
        answer = run_installed(installed, tmp_path, sys.executable, program, *words, *place)
        assert (answer.stdout, answer.stderr, answer.returncode) == (expected, "", 0)


def test_the_installed_window_has_its_icons_font_and_checklists(
    installed: Path, tmp_path: Path
) -> None:
    answer = run_installed(installed, tmp_path, sys.executable, "-c", _WINDOW)
    package, people_and_font, lists_and_icons = answer.stdout.splitlines()
    assert Path(package) == installed / "notebook"
    assert people_and_font == "True True"
    assert lists_and_icons == "5 True"
    assert answer.returncode == 0
    assert "Traceback" not in answer.stderr


def test_nothing_of_the_checkout_but_program_and_resources_is_in_it(installed: Path) -> None:
    assert {path.name for path in installed.iterdir() if "dist-info" not in path.name} == {
        "notebook",
        "bin",
    }
    resources = installed / "notebook" / "resources"
    for licence in ("icons/LICENSE", "fonts/LICENSE"):
        assert (resources / licence).is_file()
