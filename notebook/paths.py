"""Where things lie: the resources that travel with the program, and the user's own files."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import platformdirs


@cache
def resources_dir() -> Path:
    """Return the folder of icons, fonts and checklists, in an installed wheel or in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def data_dir() -> Path:
    """Return the folder in which this user's notebook lies when no other one is asked for."""
    return platformdirs.user_data_path("relationship-notebook", appauthor=False)


@dataclass(frozen=True, slots=True)
class Paths:
    """The user's files, all below one folder, so that another folder moves everything."""

    data_dir: Path

    @property
    def notebook(self) -> Path:
        """The one file that holds everything."""
        return self.data_dir / "notebook.db"

    @property
    def backups(self) -> Path:
        """The folder of verified copies."""
        return self.data_dir / "backups"

    @property
    def log(self) -> Path:
        """What the program noted about itself."""
        return self.data_dir / "notebook.log"

    @property
    def settings(self) -> Path:
        """Window sizes and choices of this machine."""
        return self.data_dir / "settings.json"
