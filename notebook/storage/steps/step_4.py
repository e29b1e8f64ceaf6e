"""Version 4: whether they know what is not kept, and what they were not asked about."""

from typing import Any

from notebook.storage.steps.step_1 import run_script
from notebook.storage.steps.step_4_deliveries import DELIVERIES
from notebook.storage.steps.step_4_promises import PROMISES

# One script for each subject, in modules of their own: step_4_<subject>.py
_SCRIPTS: tuple[str, ...] = (DELIVERIES, PROMISES)


def fourth_schema(connection: Any) -> None:
    """Add the tables and columns of version 4."""
    for script in _SCRIPTS:
        run_script(connection, script)
