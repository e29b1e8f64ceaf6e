"""The rows that need the real window: keystrokes, cards, the panel, and doing nothing."""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from datetime import time as clock_time
from functools import partial
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from typing_extensions import override

from notebook.app import collecting_nothing
from notebook.services.notebook import Notebook
from notebook.settings import Settings
from notebook.ui.dialogs.search_palette import SearchPalette
from notebook.ui.main_window import MainWindow
from notebook.ui.theme import Appearance, Theme
from tests.bench.big_file import TODAY, person_id
from tests.bench.measure import Row, milliseconds, p95
from tests.bench.painted import Painted, settle

_KEY_MS, _CARD_MS, _PANEL_MS = 16, 16, 50
_PLENTY_MS = 32
"""Two frames, for a card with more of everything than anybody reads at once."""
_IDLE_CPU = 0.002
"""Seconds of processor time in a second of doing nothing: what the event loop itself takes."""


class FixedClock:
    """Noon of the day that the big file was made for."""

    def now(self) -> datetime:
        return datetime.combine(TODAY, clock_time(12, 0), tzinfo=UTC)

    def today(self) -> date:
        return TODAY


@contextmanager
def open_window(notebook: Notebook, folder: Path) -> Iterator[MainWindow]:
    """Show the main window over the big file."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    theme = Theme(application)
    theme.apply(Appearance.LIGHT)
    with collecting_nothing():  # as the program starts
        window = MainWindow(notebook, Settings(folder / "settings.json"), FixedClock(), theme)
        window.resize(1280, 800)
        window.show()
    window.activateWindow()
    settle()
    yield window
    window.close()


def keystroke_row(window: MainWindow, texts: Sequence[str]) -> Row:
    """Type into the search field, letter by letter, and wait for the list each time."""
    painted = Painted(window.people.list.view.viewport())
    search = window.people.list.search
    search.setFocus()
    times = []
    for text in texts:
        times += [painted.after(partial(_type, search, letter)) for letter in text]
        times.append(painted.after(partial(_type, search, "", Qt.Key.Key_Escape)))
        settle()
    return _row("keystroke in search to painted list, p95", times, _KEY_MS)


def everything_row(window: MainWindow, texts: Sequence[str]) -> Row:
    """Type into the search for everything, letter by letter, and wait for the list each time."""
    window.navigator.search_requested.emit()
    settle()
    palette = window.findChildren(SearchPalette)[-1]
    painted = Painted(palette.view.viewport())
    times = []
    for text in texts:
        times += [painted.after(partial(_type, palette.field, letter)) for letter in text]
        times.append(painted.after(palette.field.clear))
        settle()
    palette.close()
    settle()
    return _row("keystroke in search everything, p95", times, _KEY_MS)


def card_rows(window: MainWindow, rounds: int = 60) -> Iterator[Row]:
    """Open the card with a thousand moments and a hundred facts, and the one with all besides."""
    yield _row(
        "open a card with 1,000 moments and 100 facts, p95",
        _opened(window, person_id(1), rounds),
        _CARD_MS,
    )
    plenty = _opened(window, person_id(0), rounds)
    yield _row("  and needs, groups, referrals, own fields, p95", plenty, _PLENTY_MS)


def _opened(window: MainWindow, who: int, rounds: int) -> list[float]:
    """Return how long it takes to open a card, another one in between."""
    painted = Painted(window.people.card)
    times = []
    for number in range(rounds):
        window.people.show_person(person_id(number + 2))
        settle()
        times.append(painted.after(lambda: window.people.show_person(who)))
        settle()
    return times


def panel_row(window: MainWindow, rounds: int = 30) -> Row:
    """Ask all sources and paint the panel."""
    painted = Painted(window.panel.view.viewport())
    times = [painted.after(window.panel.reload) for _ in range(rounds)]
    asked = [milliseconds(lambda: window.notebook.reminders.due(TODAY)) for _ in range(rounds)]
    row = _row("reminder panel, all sources, p95", times, _PANEL_MS)
    return Row(row.what, f"{row.figure}, asked {p95(asked):.1f} ms", row.budget, row.is_ok)


def idle_row(window: MainWindow, seconds: float = 60) -> Row:
    """Do nothing for a while, in the tray and watching the time; count what happens all the same.

    Half as long again is left before: what was drawn last, Qt itself lets go of by timers that end.
    """
    window.people.list.view.setFocus()
    _begin_reminding(window)
    _wait(seconds * 1.5)
    timers: Counter[str] = Counter()
    end = QTimer(singleShot=True)

    class Ticks(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Timer and watched is not end:
                timers[watched.metaObject().className()] += 1
            return False

    ticks = Ticks()
    QApplication.instance().installEventFilter(ticks)  # type: ignore[union-attr]
    begin = time.process_time()
    _wait(seconds, end)
    used = (time.process_time() - begin) / seconds
    QApplication.instance().removeEventFilter(ticks)  # type: ignore[union-attr]
    ticked = ", ".join(f"{name} {count}x" for name, count in timers.items()) or "none"
    return Row(
        f"idle, {seconds:.0f} s",
        f"{used * 100:.2f} % of a processor, timers that fired: {ticked}",
        "a timer per minute, no CPU",
        used <= _IDLE_CPU and timers.total() <= seconds / 60,
    )


def _wait(seconds: float, end: QTimer | None = None) -> None:
    loop = QEventLoop()
    end = end or QTimer(singleShot=True)
    end.timeout.connect(loop.quit)
    end.start(int(seconds * 1000))
    loop.exec()


def _begin_reminding(window: MainWindow) -> None:
    """Be in the tray, also where the platform has none, and watch the time."""
    with patch.object(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True):
        window.begin_reminding(is_hidden=False)
        deadline = time.monotonic() + 10
        while window.reminding.watch is None:
            QApplication.processEvents()
            assert time.monotonic() < deadline, "it never begins to watch the time"
    settle()


def _type(field: QWidget, letter: str, key: Qt.Key = Qt.Key.Key_unknown) -> None:
    """Press and release a key; unlike QTest this knows letters of every script."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(field, event)


def _row(what: str, times: list[float], budget: int) -> Row:
    figure = (
        f"{p95(times):.1f} ms (median {sorted(times)[len(times) // 2]:.1f}, {len(times)} times)"
    )
    return Row(what, figure, f"{budget} ms", p95(times) <= budget)
