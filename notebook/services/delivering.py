"""What is delivered takes its project along, and what is not goes on reminding."""

from datetime import date

from notebook.domain.projects import ProjectState
from notebook.storage.tables import Deliverable

# A project that was set to delivered while something is open is not done: what reminds goes on.
GOES_ON = """j.state IN ('agreed', 'under-way', 'delivered')
    AND (j.state != 'delivered' OR EXISTS (SELECT 1 FROM deliverable left_open
        WHERE left_open.project_id = j.id AND left_open.delivered_on IS NULL))"""


def mark_delivered(deliverable: Deliverable, day: date) -> None:
    """Keep the day of a delivery, within a change; the first one of a project begins its work."""
    deliverable.amend(delivered_on=day)
    project = deliverable.project
    if project.state is ProjectState.AGREED:
        project.amend(state=ProjectState.UNDER_WAY)


def deliver_all(project_id: int, day: date) -> None:
    """Keep `day` for whatever of a project is not delivered yet, within a change."""
    for row in Deliverable.select().where(
        Deliverable.project == project_id, Deliverable.delivered_on.is_null()
    ):
        row.amend(delivered_on=day)
