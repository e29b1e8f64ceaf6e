"""What is wrong outside the program: one clear sentence, a way out, and every byte as it was."""

import json
import stat
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from notebook.services.notebook import Notebook
from tests.programs import content_of, run_commands, run_program
from tests.surroundings import run_script, small_disk, without_privileges

COMMANDS = ("people", "due", "check", "brief Ana", "backup there", "import card.vcf")

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Ode\r\nEND:VCARD\r\n"

# Starts the window for real, and answers its first question with Quit.
START = """
import sys
from PySide6.QtWidgets import QLabel
from notebook.app import main
from notebook.ui.dialogs.start_problem import StartProblemDialog

def quit_after_reading(dialog):
    print("\\n".join(label.text() for label in dialog.findChildren(QLabel)))
    return 0

StartProblemDialog.exec = quit_after_reading
sys.exit(main(["--data-dir", sys.argv[1]]))
"""


@pytest.fixture
def data_dir(notebook_path: Path, today: date) -> Path:
    """Return a folder with a notebook of one person."""
    opened = Notebook.open(notebook_path)
    opened.people.add("Ana Pereira", today)
    opened.file.close()
    folder = notebook_path.parent / "data"
    folder.mkdir()
    notebook_path.rename(folder / "notebook.db")
    return folder


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "card.vcf"
    path.write_text(CARD)
    return path


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 500)


def other_program(path: Path) -> None:
    path.unlink()
    connection = driver.connect(str(path))
    connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()


def newer(path: Path) -> None:
    connection = driver.connect(str(path))
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


BAD_FILES = [
    (empty, "is not a notebook, or it is damaged"),
    (text, "is not a notebook, or it is damaged"),
    (other_program, "is not a notebook, or it is damaged"),
    (newer, "was written by a newer version"),
    (cut_off, "damaged"),
]


@pytest.mark.parametrize(("spoil", "sentence"), BAD_FILES)
def test_commands_leave_a_bad_file_as_it_is(
    data_dir: Path, card: Path, tmp_path: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    spoil(data_dir / "notebook.db")
    before = content_of(data_dir)
    places = {"card.vcf": str(card), "there": str(tmp_path / "there")}
    commands = [
        [*(places.get(word, word) for word in command.split()), "--data-dir", str(data_dir)]
        for command in COMMANDS
    ]
    answers = run_commands(commands, data_dir)
    for command, answer in zip(COMMANDS, answers, strict=True):
        assert (answer.code, answer.out) == (1, ""), command
        assert sentence in answer.err
        assert str(data_dir / "notebook.db") in answer.err
        assert answer.err.count("\n") == 1
        assert answer.content == before, command


@pytest.mark.parametrize(("spoil", "sentence"), BAD_FILES)
def test_the_window_leaves_a_bad_file_as_it_is(
    data_dir: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    spoil(data_dir / "notebook.db")
    before = content_of(data_dir)
    answer = run_script(START, data_dir, before=[])
    assert sentence in answer.stdout
    assert answer.stderr == ""
    after = content_of(data_dir)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) <= {"notebook.log"}


@pytest.fixture(params=["no way in", "read only", "unreadable file"])
def forbidden(data_dir: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """Return the folder of a notebook, with a permission taken away."""
    path = data_dir / "notebook.db" if request.param == "unreadable file" else data_dir
    modes = {"no way in": 0, "read only": stat.S_IRUSR | stat.S_IXUSR, "unreadable file": 0}
    before = stat.S_IMODE(path.stat().st_mode)
    if request.param == "read only":
        (data_dir / "notebook.db").chmod(stat.S_IRUSR)
    path.chmod(modes[request.param])
    yield data_dir
    path.chmod(before)


def test_what_may_not_be_read_is_said_by_commands(
    forbidden: Path, card: Path, data_dir: Path
) -> None:
    for command in (["people"], ["check"], ["import", str(card)]):
        answer = run_program(*command, "--data-dir", forbidden, before=without_privileges())
        assert answer.returncode == 1, command
        assert "can't be read or written with your permissions" in answer.stderr
        assert answer.stderr.count("\n") == 1
    data_dir.chmod(0o700)
    assert {path.name for path in data_dir.iterdir()} == {"notebook.db"}


def test_what_may_not_be_read_is_said_at_the_start(forbidden: Path) -> None:
    answer = run_script(START, forbidden, before=without_privileges())
    assert "can't be read or written with your permissions" in answer.stdout
    assert answer.stderr == ""


def test_a_backup_where_nothing_may_be_written(data_dir: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir(mode=0o500)
    answer = run_program("backup", there, "--data-dir", data_dir, before=without_privileges())
    assert answer.returncode == 1
    assert f"{there} can't be read or written" in answer.stderr
    there.chmod(0o700)
    assert list(there.iterdir()) == []


FULL_DISK = """
import json, sys
from datetime import date
from pathlib import Path
from notebook.services.notebook import Notebook
from tests.programs import content_of, run_program
folder, card = Path(sys.argv[1]), sys.argv[2]
notebook = Notebook.open(folder / "notebook.db")
notebook.people.add("Ana Pereira", date(2026, 11, 22))
notebook.file.close()
filler = (folder / "filler").open("wb", buffering=0)
try:
    while True:
        filler.write(b"x" * 4096)
except OSError:
    pass
before = content_of(folder)["notebook.db"]
answers = {}
for command in (["import", card], ["backup", str(folder / "backups")], ["check"]):
    answer = run_program(*command, "--data-dir", folder)
    answers[command[0]] = (answer.returncode, answer.stdout, answer.stderr)
after = content_of(folder)["notebook.db"]
filler.close()
(folder / "filler").unlink()
answer = run_program("people", "--data-dir", folder)
answers["people"] = (answer.returncode, answer.stdout, answer.stderr)
print(json.dumps({"answers": answers, "same": before == after}))
"""


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def test_commands_on_a_full_disk(disk: Path, card: Path) -> None:
    answer = run_script(FULL_DISK, disk, card, before=small_disk(disk))
    assert answer.stderr == ""
    result = json.loads(answer.stdout)
    answers = result["answers"]
    for command in ("import", "backup"):
        code, out, said = answers[command]
        assert (code, out) == (1, "")
        assert "The disk is full" in said
        assert said.count("\n") == 1
    assert result["same"]
    assert answers["people"] == [0, "Ana Pereira\n", ""]


WINDOW_ON_A_FULL_DISK = """
import json, sys
from datetime import date
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLabel
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from notebook.paths import Paths
from notebook.ui.clock import SystemClock
from notebook.ui.crash_report import CrashReport
from notebook.ui.main_window import MainWindow
from notebook.ui.session import Session
from notebook.ui.theme import Theme
from tests.ui.scripted_prompts import ScriptedPrompts

application = QApplication([])
theme, prompts, clock, windows = Theme(application), ScriptedPrompts(), SystemClock(), []

def build(ways, notebook, settings):
    windows.append(MainWindow(notebook, settings, clock, theme, prompts, ways))
    return windows[-1]

session = Session(clock, prompts, build)
CrashReport(session.notebook_path, prompts.show_problem).install()
folder = Path(sys.argv[1])
session.begin(Paths(folder))
window = windows[-1]

def save(name):
    window.navigator.person_edit_requested.emit(None)
    QTest.keyClicks(window.people.editor.who.name, name)
    QTest.keyClick(window.people.editor.who.name, Qt.Key.Key_Return)

save("Ana Pereira")
filler = (folder / "filler").open("wb", buffering=0)
try:
    while True:
        filler.write(b"x" * 512)
except OSError:
    pass
for number in range(40):
    save("B" * 2000)
    if prompts.problems or window.people.editor.isVisible():
        break
said = [text for _, text in prompts.problems]
said += [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
filler.close()
(folder / "filler").unlink()
QTest.keyClick(window.people.editor.who.name, Qt.Key.Key_Return)
names = [line.name for line in window.notebook.people_list.search("B", clock.today())]
window.close()
session.end()
print(json.dumps({"said": said, "saved": len(names), "number": number + 1}))
"""


def test_the_window_on_a_full_disk(disk: Path) -> None:
    answer = run_script(WINDOW_ON_A_FULL_DISK, disk, before=small_disk(disk))
    result = json.loads(answer.stdout)
    (said,) = (text for text in result["said"] if "disk" in text)
    assert "The disk is full, so the last change to" in said
    assert result["saved"] == result["number"]  # what was typed is still there to be saved
