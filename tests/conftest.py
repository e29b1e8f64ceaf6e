"""What every test may use: an empty notebook file, a fixed day, no display."""

import gc
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from notebook.services.notebook import Notebook
from notebook.storage.file import NotebookFile

TODAY = date(2026, 11, 22)  # a Sunday

gc.set_threshold(20_000, 20, 20)  # windows by the thousand: there is much to look through


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty notebook of the newest schema, to be copied."""
    path = tmp_path_factory.mktemp("template") / "notebook.db"
    NotebookFile(path).close()
    return path


@pytest.fixture
def notebook_path(template: Path, tmp_path: Path) -> Path:
    """Return a fresh notebook of this test's own."""
    return Path(shutil.copy(template, tmp_path / "notebook.db"))


@pytest.fixture
def file(notebook_path: Path) -> Iterator[NotebookFile]:
    opened = NotebookFile(notebook_path)
    opened.database.pragma("synchronous", "off")  # no test of these pulls the plug
    yield opened
    opened.close()


@pytest.fixture
def notebook(file: NotebookFile) -> Notebook:
    return Notebook(file)


@pytest.fixture
def now() -> datetime:
    """Return noon of the fixed day."""
    return datetime.combine(TODAY, time(12, 0), tzinfo=UTC)
