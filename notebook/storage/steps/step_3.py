"""Version 3: facts that stay fresh, fields of the user's own, groups, and what is asked and told."""

from typing import Any

from notebook.storage.steps.step_1 import run_script
from notebook.storage.steps.step_3_calendar import CALENDAR
from notebook.storage.steps.step_3_duplicates import DUPLICATES
from notebook.storage.steps.step_3_facts import FACTS
from notebook.storage.steps.step_3_fields import FIELDS
from notebook.storage.steps.step_3_groups import GROUPS
from notebook.storage.steps.step_3_insights import INSIGHTS
from notebook.storage.steps.step_3_notifications import NOTIFICATIONS
from notebook.storage.steps.step_3_responsibilities import RESPONSIBILITIES

# One script for each subject, in modules of their own: step_3_<subject>.py
_SCRIPTS: tuple[str, ...] = (
    CALENDAR,
    FACTS,
    FIELDS,
    DUPLICATES,
    GROUPS,
    INSIGHTS,
    NOTIFICATIONS,
    RESPONSIBILITIES,
)


def third_schema(connection: Any) -> None:
    """Add the tables and columns of version 3."""
    for script in _SCRIPTS:
        run_script(connection, script)
