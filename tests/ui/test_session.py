"""From one notebook to another: starting, trouble at the start, restoring, the sample."""

from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2 as driver

from notebook.paths import Paths
from notebook.services.notebook import Notebook
from notebook.services.people_list import PeopleOrder
from notebook.settings import Settings
from notebook.ui.dialogs.start_problem import StartProblemDialog
from notebook.ui.main_window import MainWindow
from notebook.ui.session import Session
from notebook.ui.theme import Theme
from tests.ui.conftest import FixedClock
from tests.ui.scripted_prompts import ScriptedPrompts


class Windows:
    """Builds the windows of a session, and remembers them."""

    def __init__(self, clock: FixedClock, theme: Theme, prompts: ScriptedPrompts) -> None:
        self._clock, self._theme, self._prompts = clock, theme, prompts
        self.built: list[MainWindow] = []

    def build(self, session: Session, notebook: Notebook, settings: Settings) -> MainWindow:
        window = MainWindow(
            notebook, settings, self._clock, self._theme, self._prompts, ways=session
        )
        self.built.append(window)
        return window

    @property
    def now(self) -> MainWindow:
        return self.built[-1]


@pytest.fixture
def windows(clock: FixedClock, theme: Theme, prompts: ScriptedPrompts) -> Windows:
    return Windows(clock, theme, prompts)


@pytest.fixture
def session(
    clock: FixedClock, prompts: ScriptedPrompts, windows: Windows, qapp: QApplication
) -> Iterator[Session]:
    begun = Session(clock, prompts, windows.build, qapp)
    yield begun
    for window in windows.built[-1:]:
        window.close()
        window.deleteLater()
    begun.end()
    begun.deleteLater()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


def answer(press: str, seen: list[str] | None = None) -> None:
    """Press the button with this text as soon as a dialog about the start is open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, StartProblemDialog):
            QTimer.singleShot(5, look)
            return
        if seen is not None:
            seen.append(text_of(dialog))
        button_of(dialog, press).click()

    QTimer.singleShot(0, look)


def text_of(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def button_of(dialog: QDialog, text: str) -> QPushButton:
    (button,) = (each for each in dialog.findChildren(QPushButton) if each.text() == text)
    return button


def people(window: MainWindow, today: date) -> list[str]:
    lines = window.notebook.people_list.window(PeopleOrder.NAME, 0, 50, today)
    return [line.name for line in lines]


def test_a_new_folder_gets_a_notebook_and_a_window(
    session: Session, windows: Windows, paths: Paths
) -> None:
    assert session.begin(paths)
    assert windows.now.isVisible()
    assert paths.notebook.exists()
    assert not session.is_sample


def test_the_first_window_is_no_larger_than_the_screen(
    session: Session, windows: Windows, paths: Paths
) -> None:
    assert session.begin(paths)
    room = windows.now.screen().availableGeometry()
    assert windows.now.height() < room.height()
    assert windows.now.width() == max(room.width() - 8, windows.now.minimumWidth())


def test_a_second_start_raises_the_window(
    session: Session, windows: Windows, paths: Paths, clock: FixedClock, qtbot: QtBot
) -> None:
    session.begin(paths)
    windows.now.showMinimized()
    instance = session._instance
    assert instance is not None
    qtbot.waitUntil(lambda: instance._server is not None)
    prompts = ScriptedPrompts()
    second = Session(clock, prompts, windows.build)
    assert not second.begin(paths)
    assert prompts.problems == []
    qtbot.waitUntil(lambda: not windows.now.isMinimized())
    assert len(windows.built) == 1


def test_a_hidden_start_shows_nothing_until_it_is_started_again(
    session: Session, windows: Windows, paths: Paths, clock: FixedClock, qtbot: QtBot
) -> None:
    session.begin(paths, is_hidden=True)
    assert not windows.now.isVisible()
    assert not QApplication.quitOnLastWindowClosed()
    instance = session._instance
    assert instance is not None
    qtbot.waitUntil(lambda: instance._server is not None)
    quiet, loud = (Session(clock, ScriptedPrompts(), windows.build) for _ in range(2))
    assert not quiet.begin(paths, is_hidden=True)
    QApplication.processEvents()
    assert not windows.now.isVisible(), "a second start of the system's wants no window either"
    assert not loud.begin(paths)
    qtbot.waitUntil(windows.now.isVisible)
    assert QApplication.quitOnLastWindowClosed()


def not_a_notebook(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 500)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def newer(path: Path) -> None:
    Notebook.open(path).file.close()
    connection = driver.connect(str(path))
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def other_program(path: Path) -> None:
    connection = driver.connect(str(path))
    connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (not_a_notebook, "is not a notebook"),
        (empty, "is not a notebook"),
        (other_program, "is not a notebook"),
        (newer, "was written by a newer version"),
    ],
)
def test_what_can_not_be_opened_is_said_and_left_as_it_is(
    session: Session,
    windows: Windows,
    paths: Paths,
    make: Callable[[Path], None],
    sentence: str,
) -> None:
    paths.data_dir.mkdir()
    make(paths.notebook)
    before = sha256(paths.notebook.read_bytes()).hexdigest()
    seen: list[str] = []
    answer("Quit", seen)
    assert not session.begin(paths)
    assert sentence in seen[0]
    assert str(paths.notebook) in seen[0]
    assert windows.built == []
    assert sha256(paths.notebook.read_bytes()).hexdigest() == before
    assert {path.name for path in paths.data_dir.iterdir()} == {"notebook.db"}


def test_another_folder_is_a_way_out(
    session: Session, windows: Windows, paths: Paths, prompts: ScriptedPrompts, tmp_path: Path
) -> None:
    paths.data_dir.mkdir()
    not_a_notebook(paths.notebook)
    prompts.folders = [tmp_path / "other"]
    answer("Choose another folder…")
    assert session.begin(paths)
    assert session.paths.data_dir == tmp_path / "other"
    assert windows.now.isVisible()


def test_a_backup_is_a_way_out(
    session: Session, windows: Windows, paths: Paths, today: date
) -> None:
    opened = Notebook.open(paths.notebook)
    opened.people.add("Ana Pereira", today)
    opened.close()
    not_a_notebook(paths.notebook)
    answer("Restore this backup")
    assert session.begin(paths)
    assert people(windows.now, today) == ["Ana Pereira"]
    (aside,) = paths.data_dir.glob("notebook-set-aside-*.db")
    assert aside.read_bytes().startswith(b"Dear diary")


def test_beginning_anew_keeps_the_file(session: Session, windows: Windows, paths: Paths) -> None:
    paths.data_dir.mkdir()
    not_a_notebook(paths.notebook)
    answer("Set it aside and begin anew")
    assert session.begin(paths)
    assert windows.now.isVisible()
    assert len(list(paths.data_dir.glob("notebook-set-aside-*.db"))) == 1


def test_restoring_can_be_taken_back(
    session: Session, windows: Windows, paths: Paths, today: date, qtbot: QtBot
) -> None:
    opened = Notebook.open(paths.notebook)
    opened.people.add("Ana Pereira", today)
    opened.close()
    session.begin(paths)
    windows.now.notifier.tell(windows.now.notebook.people.add("Ben Ode", today))
    (backup,) = windows.now.notebook.upkeep.backups()

    session.restore(backup)
    assert len(windows.built) == 2
    assert windows.now.isVisible()
    assert people(windows.now, today) == ["Ana Pereira"]
    assert windows.now.banner.text().startswith("This is your notebook as it was: ")

    windows.now.banner.action.click()
    assert people(windows.now, today) == ["Ana Pereira", "Ben Ode"]
    assert windows.now.banner.isVisible()


def test_the_backup_to_restore_is_not_the_one_that_makes_room(
    session: Session, windows: Windows, paths: Paths, today: date
) -> None:
    session.begin(paths)
    for number in range(10):
        windows.now.notebook.people.add(f"Person {number}", today)
        windows.now.notebook.upkeep.back_up()
    oldest = windows.now.notebook.upkeep.backups()[-1]
    session.restore(oldest)
    assert people(windows.now, today) == ["Person 0"]


def test_a_backup_that_is_damaged_leaves_everything_as_it_was(
    session: Session, windows: Windows, paths: Paths, today: date, prompts: ScriptedPrompts
) -> None:
    session.begin(paths)
    windows.now.notebook.people.add("Ana Pereira", today)
    windows.now.notebook.upkeep.back_up()
    (backup,) = windows.now.notebook.upkeep.backups()
    backup.path.write_bytes(b"no longer a notebook")
    session.restore(backup)
    assert len(prompts.problems) == 1
    assert people(windows.now, today) == ["Ana Pereira"]
    assert not windows.now.banner.isVisible()


def test_the_sample_and_back(session: Session, windows: Windows, paths: Paths, today: date) -> None:
    session.begin(paths)
    windows.now.notebook.people.add("Ana Pereira", today)
    session.open_sample()
    assert session.is_sample
    assert windows.now.notebook.people_list.count() > 30
    folder = session.paths.data_dir
    windows.now.banner.action.click()
    assert not session.is_sample
    assert not folder.exists()
    assert people(windows.now, today) == ["Ana Pereira"]


def test_the_end_makes_a_backup_of_what_changed(
    session: Session, windows: Windows, paths: Paths, today: date
) -> None:
    session.begin(paths)
    windows.now.notebook.people.add("Ana Pereira", today)
    windows.now.close()
    session.end()
    assert [path.name[-11:] for path in paths.backups.iterdir()] == ["-closing.db"]
    assert {path.name for path in paths.data_dir.iterdir()} >= {"notebook.db", "settings.json"}
