"""Starting, in processes of their own: our window, and an empty one with the same modules."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.measure import Row

_TIMES, _MEMORY = 1.25, 1.5


@dataclass(frozen=True, slots=True)
class _Run:
    seconds: float
    megabytes: float


def start_rows(data_dir: Path, rounds: int = 9) -> list[Row]:
    """Start both windows by turns and compare the medians of time and memory."""
    modules = data_dir / "modules.json"
    _run("window", data_dir, modules)  # for the file caches, and to learn the modules
    _run("empty", data_dir, modules)
    ours, empty = [], []
    for _ in range(rounds):
        ours.append(_run("window", data_dir, modules))
        empty.append(_run("empty", data_dir, modules))
    seconds = median(run.seconds for run in ours), median(run.seconds for run in empty)
    memory = median(run.megabytes for run in ours), median(run.megabytes for run in empty)
    return [
        Row(
            "start to painted window",
            f"{seconds[0] / seconds[1]:.2f}x ({seconds[0]:.3f} s, empty {seconds[1]:.3f} s)",
            f"{_TIMES}x of an empty window",
            seconds[0] <= _TIMES * seconds[1],
        ),
        Row(
            "memory",
            f"{memory[0] / memory[1]:.2f}x ({memory[0]:.0f} MB, empty {memory[1]:.0f} MB)",
            f"{_MEMORY}x of an empty window",
            memory[0] <= _MEMORY * memory[1],
        ),
    ]


def _run(kind: str, data_dir: Path, modules: Path) -> _Run:
    command = [sys.executable, "-m", "tests.bench.start", kind, str(data_dir), str(modules)]
    # As an installed program has them: compiled modules, and the data where it looks by itself.
    environment = {
        **os.environ,
        "PYTHONPYCACHEPREFIX": str(data_dir / "pycache"),
        "XDG_DATA_HOME": str(data_dir.parent),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = time.monotonic()
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=60, env=environment
    )
    painted, megabytes = done.stdout.split()[-2:]
    return _Run(float(painted) - begin, float(megabytes))


def main(kind: str, data_dir: Path, modules: Path) -> None:
    """Start one of the windows and say when it was painted, by the clock of all processes."""
    if kind == "empty":
        _empty(json.loads(modules.read_text(encoding="utf-8")))
    else:
        _window(data_dir, modules)


def _window(data_dir: Path, modules: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from notebook import app, paths

    def instead_of_exec(_application: QApplication) -> int:
        _say_painted()
        modules.write_text(json.dumps(_loaded()), encoding="utf-8")
        return 0

    QApplication.exec = instead_of_exec  # type: ignore[assignment,method-assign]
    app.main([] if paths.data_dir() == data_dir else ["--data-dir", str(data_dir)])


def _empty(modules: list[str]) -> None:
    import importlib
    from contextlib import suppress

    for name in modules:
        with suppress(ImportError):  # parts of Qt's bindings that no import statement names
            importlib.import_module(name)
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    _say_painted()
    assert application is not None


def _loaded() -> list[str]:
    files = ((name, getattr(module, "__file__", None)) for name, module in sys.modules.items())
    return [
        name
        for name, file in files
        if file and not name.startswith(("tests", "__main__", "PySide6.scripts"))
    ]


def _say_painted() -> None:
    from PySide6.QtWidgets import QApplication

    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    while not all((handle := each.windowHandle()) and handle.isExposed() for each in windows):
        QApplication.processEvents()
    QApplication.processEvents()
    print(time.monotonic(), _megabytes(), flush=True)


def _megabytes() -> float:
    status = Path("/proc/self/status")
    if status.exists():
        line = next(
            line for line in status.read_text(encoding="ascii").splitlines() if "VmRSS" in line
        )
        return int(line.split()[1]) / 1024
    import resource

    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
