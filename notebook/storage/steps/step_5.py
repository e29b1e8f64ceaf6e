"""Version 5: deliveries and questions left for later are found by the day on which they ask."""

from typing import Any

from notebook.storage.steps.step_1 import run_script
from notebook.storage.steps.step_5_due import DUE
from notebook.storage.steps.step_5_promises import PROMISES

# One script for each subject, in modules of their own: step_5_<subject>.py
_SCRIPTS: tuple[str, ...] = (DUE, PROMISES)


def fifth_schema(connection: Any) -> None:
    """Add the tables and columns of version 5."""
    for script in _SCRIPTS:
        run_script(connection, script)
