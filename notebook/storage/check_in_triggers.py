"""The triggers that keep on which day a planned check-in asks.

The day of an occasion is the rule of notebook.domain.check_ins.planned_on; a test holds the two
together. A plan without a day asks nothing: its project does not go on, it is left out, or it was
asked, or a later one was.
"""

from collections.abc import Iterator

_LIVE = "state IN ('agreed', 'under-way', 'delivered') AND deleted_at IS NULL"
_ASKED = "NOT is_draft AND deleted_at IS NULL"
_LENGTH = "julianday(ends_on) - julianday(begins_on)"

# A delivery counts by the day it happened, or by the day it is agreed for; else the project's end.
_PROJECT = f"""
    SELECT coalesce(begins_on, agreed_on, substr(created_at, 1, 10)) AS begins_on,
        coalesce((SELECT max(coalesce(delivered_on, due_on)) FROM deliverable
            WHERE project_id = project.id), ends_on) AS ends_on,
        coalesce((SELECT max(asked_on) FROM check_in
            WHERE project_id = project.id AND {_ASKED}), '') AS last_asked_on
    FROM project WHERE id = check_in_plan.project_id AND {_LIVE}"""
_DAY = f"""coalesce(check_in_plan.own_day, CASE check_in_plan.occasion
    WHEN 'delivery' THEN ends_on
    WHEN 'month-after' THEN date(ends_on, '+1 month', 'floor')
    WHEN 'third' THEN
        iif({_LENGTH} >= 6, date(begins_on, '+' || round(({_LENGTH}) / 3) || ' days'), NULL)
    END)"""

_EVENTS = (
    ("UPDATE OF begins_on, agreed_on, ends_on, state, deleted_at ON project", "NEW.id"),
    ("INSERT ON deliverable", "NEW.project_id"),
    ("UPDATE OF due_on, delivered_on, project_id ON deliverable", "OLD.project_id, NEW.project_id"),
    ("DELETE ON deliverable", "OLD.project_id"),
    ("INSERT ON check_in_plan", "NEW.project_id"),
    (
        "UPDATE OF occasion, own_day, is_left_out, project_id ON check_in_plan",
        "OLD.project_id, NEW.project_id",
    ),
    ("INSERT ON check_in", "NEW.project_id"),
    (
        "UPDATE OF asked_on, is_draft, deleted_at, plan_id, project_id ON check_in",
        "OLD.project_id, NEW.project_id",
    ),
    ("DELETE ON check_in", "OLD.project_id"),
)


def check_in_triggers() -> Iterator[str]:
    """Yield the triggers of whatever moves a check-in's day."""
    for event, projects in _EVENTS:
        name = f"check_in_day_{event.split()[-1]}_{event.split()[0].lower()}"
        yield f"CREATE TRIGGER {name} AFTER {event} BEGIN {_days_of(projects)} END"


def _days_of(projects: str) -> str:
    return f"""
        UPDATE check_in_plan SET asks_on = (
            SELECT day FROM (SELECT {_DAY} AS day, last_asked_on FROM ({_PROJECT}))
            WHERE day > last_asked_on AND NOT check_in_plan.is_left_out
                AND NOT EXISTS (SELECT 1 FROM check_in
                    WHERE plan_id = check_in_plan.id AND {_ASKED}))
        WHERE project_id IN ({projects});"""
