"""A filled notebook, made once and copied by who needs it."""

from datetime import date
from pathlib import Path

import pytest

from notebook.services.notebook import Notebook
from notebook.services.sample import fill


@pytest.fixture(scope="session")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the closed sample notebook, to be copied."""
    path = tmp_path_factory.mktemp("sample") / "notebook.db"
    notebook = Notebook.open(path)
    fill(notebook, date(2026, 11, 22))
    notebook.file.close()
    return path
