"""Version 2: everything worth knowing about people."""

from typing import Any

from notebook.storage.steps.step_1 import run_script
from notebook.storage.steps.step_2_organisations import ORGANISATIONS
from notebook.storage.steps.step_2_promises import PROMISES

# One script for each subject, in modules of their own: step_2_<subject>.py
_SCRIPTS: tuple[str, ...] = (PROMISES, ORGANISATIONS)


def second_schema(connection: Any) -> None:
    """Add the tables and columns of version 2."""
    for script in _SCRIPTS:
        run_script(connection, script)
