"""Version 4: of a promise that is not kept, whether that was said."""

from typing import Any

from notebook.storage.steps.step_1 import run_script
from notebook.storage.steps.step_4_promises import PROMISES

# One script for each subject, in modules of their own: step_4_<subject>.py
_SCRIPTS: tuple[str, ...] = (PROMISES,)


def fourth_schema(connection: Any) -> None:
    """Add the tables and columns of version 4."""
    for script in _SCRIPTS:
        run_script(connection, script)
