"""Version 2: everything worth knowing about people."""

from typing import Any

from notebook.storage.steps.step_1 import run_script
from notebook.storage.steps.step_2_amendments import AMENDMENTS
from notebook.storage.steps.step_2_answers import ANSWERS
from notebook.storage.steps.step_2_communication import COMMUNICATION
from notebook.storage.steps.step_2_history import HISTORY
from notebook.storage.steps.step_2_ideas import IDEAS
from notebook.storage.steps.step_2_moments import MOMENT_TABLES
from notebook.storage.steps.step_2_needs import NEEDS
from notebook.storage.steps.step_2_organisations import ORGANISATIONS
from notebook.storage.steps.step_2_outcomes import OUTCOMES
from notebook.storage.steps.step_2_promises import PROMISES
from notebook.storage.steps.step_2_referrals import REFERRALS
from notebook.storage.steps.step_2_related import RELATED
from notebook.storage.steps.step_2_reports import REPORTS

# One script for each subject, in modules of their own: step_2_<subject>.py
_SCRIPTS: tuple[str, ...] = (
    PROMISES,
    OUTCOMES,
    AMENDMENTS,
    REPORTS,
    IDEAS,
    ANSWERS,
    MOMENT_TABLES,
    ORGANISATIONS,
    HISTORY,
    NEEDS,
    REFERRALS,
    COMMUNICATION,
    RELATED,
)


def second_schema(connection: Any) -> None:
    """Add the tables and columns of version 2."""
    for script in _SCRIPTS:
        run_script(connection, script)
