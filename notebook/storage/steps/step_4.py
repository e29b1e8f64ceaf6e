"""Version 4: what is due is found at once, and it is kept whether they know what is not kept."""

from typing import Any

from notebook.storage.steps.step_1 import run_script
from notebook.storage.steps.step_4_communication import COMMUNICATION
from notebook.storage.steps.step_4_deliveries import DELIVERIES
from notebook.storage.steps.step_4_due import DUE
from notebook.storage.steps.step_4_erasing import ERASING
from notebook.storage.steps.step_4_handovers import HANDOVERS
from notebook.storage.steps.step_4_history import HISTORY
from notebook.storage.steps.step_4_organisations import ORGANISATIONS
from notebook.storage.steps.step_4_own_dates import OWN_DATES
from notebook.storage.steps.step_4_people import PEOPLE
from notebook.storage.steps.step_4_promises import PROMISES
from notebook.storage.steps.step_4_search import SEARCH

# One script for each subject, in modules of their own: step_4_<subject>.py
_SCRIPTS: tuple[str, ...] = (
    COMMUNICATION,
    DELIVERIES,
    DUE,
    ERASING,
    HANDOVERS,
    HISTORY,
    ORGANISATIONS,
    OWN_DATES,
    PEOPLE,
    PROMISES,
    SEARCH,
)


def fourth_schema(connection: Any) -> None:
    """Add the tables and columns of version 4."""
    for script in _SCRIPTS:
        run_script(connection, script)
