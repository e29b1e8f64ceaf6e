"""Starting with the session: what is written for each system, and read back."""

import configparser
import plistlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from notebook.paths import data_dir
from notebook.ui.autostart.autostart import Autostart, start_command
from notebook.ui.autostart.linux import DesktopEntry
from notebook.ui.autostart.macos import LaunchAgent
from notebook.ui.autostart.windows import RunKey

ODD = ['/opt/our tools/note"book', "--data-dir", "/home/änne/50% $HOME `x` \\ y", "--hidden"]


def on_linux(folder: Path) -> Autostart:
    return DesktopEntry(ODD, folder)


def on_macos(folder: Path) -> Autostart:
    return LaunchAgent(ODD, folder)


def on_windows(folder: Path) -> Autostart:
    return RunKey(ODD, QSettings(str(folder / "run.ini"), QSettings.Format.IniFormat))


@pytest.mark.parametrize("system", [on_linux, on_macos, on_windows])
def test_it_is_off_until_it_is_switched_on(
    system: Callable[[Path], Autostart], tmp_path: Path
) -> None:
    folder = tmp_path / "not there yet"
    assert not system(folder).is_on()
    system(folder).switch(on=False)
    system(folder).switch(on=True)
    system(folder).switch(on=True)
    assert system(folder).is_on()
    assert [path for path in folder.iterdir() if path.suffix == ".part"] == []
    system(folder).switch(on=False)
    assert not system(folder).is_on()


def test_the_desktop_entry_starts_the_very_command(tmp_path: Path) -> None:
    entry = DesktopEntry(ODD, tmp_path)
    entry.switch(on=True)
    read = configparser.RawConfigParser()
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(entry.path, encoding="utf-8")
    section = dict(read["Desktop Entry"])
    assert section["Type"] == "Application"
    value = section["Exec"].replace("\\\\", "\\")  # as every value of such a file is read
    assert "%" not in value.replace("%%", ""), "a single one would ask for a file or a name"
    words = re.findall(r'"((?:\\.|[^"\\])*)"(?: |$)', value)
    assert [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in words] == ODD


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_a_desktop_may_have_switched_it_off(line: str, tmp_path: Path) -> None:
    entry = DesktopEntry(ODD, tmp_path)
    entry.switch(on=True)
    kept = entry.path.read_text().replace("X-GNOME-Autostart-enabled=true\n", "")
    entry.path.write_text(f"{kept}{line}\n")
    assert not entry.is_on()
    entry.switch(on=True)
    assert entry.is_on()


def test_the_user_s_own_folder_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert DesktopEntry(ODD).path.parent == tmp_path / "autostart"
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert DesktopEntry(ODD).path.parent == tmp_path / ".config" / "autostart"


def test_the_launch_agent_starts_the_very_command(tmp_path: Path) -> None:
    agent = LaunchAgent(ODD, tmp_path)
    agent.switch(on=True)
    found = plistlib.loads(agent.path.read_bytes())
    assert found["ProgramArguments"] == ODD
    assert found["RunAtLoad"] is True
    agent.path.write_bytes(b"<plist><dict>")
    assert not agent.is_on()
    agent.path.write_bytes(b"what is this?")
    assert not agent.is_on()


def test_the_run_key_holds_one_command_line(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "run.ini"), QSettings.Format.IniFormat)
    RunKey(["C:\\our tools\\notebook.exe", "--hidden"], settings).switch(on=True)
    assert settings.value("relationship-notebook") == '"C:\\our tools\\notebook.exe" --hidden'


def test_a_folder_that_can_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file where a folder should be")
    with pytest.raises(OSError, match="autostart"):
        DesktopEntry(ODD, tmp_path / "autostart").switch(on=True)


@pytest.mark.parametrize(
    ("program", "begins"),
    [
        ("/usr/bin/relationship-notebook", ["/usr/bin/relationship-notebook"]),
        ("/home/a/notes/main.py", ["/usr/bin/python3", "/home/a/notes/main.py"]),
        ("/lib/notebook/__main__.py", ["/usr/bin/python3", "-m", "notebook"]),
    ],
)
def test_the_command_starts_what_runs_now(program: str, begins: list[str]) -> None:
    assert start_command(program, "/usr/bin/python3", data_dir()) == [*begins, "--hidden"]
    other = start_command(program, "/usr/bin/python3", Path("/media/stick"))
    assert other == [*begins, "--data-dir", "/media/stick", "--hidden"]
