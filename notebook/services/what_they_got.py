"""What check-ins and concerns say about a relationship, as expressions within a query of people p."""

_PRESENT = "c.person_id = p.id AND c.deleted_at IS NULL"
_ASKED = f"""FROM check_in c JOIN project j ON j.id = c.project_id AND j.deleted_at IS NULL
    WHERE {_PRESENT} AND NOT c.is_draft"""

OPEN_CONCERNS = f"(SELECT count(*) FROM concern c WHERE {_PRESENT} AND c.closed_on IS NULL)"
"""How many concerns are open."""

CLOSED_CONCERNS = f"(SELECT count(*) FROM concern c WHERE {_PRESENT} AND c.closed_on IS NOT NULL)"
"""How many concerns were set right."""

CHECK_IN_COUNT = f"(SELECT count(*) {_ASKED})"
"""How many check-ins there were."""

# What was set right since, and found to be right, weighs no more.
BELOW_EXPECTED = f"""coalesce((SELECT c.grade = 'below' AND NOT EXISTS (
        SELECT 1 FROM concern n
        WHERE n.id = c.concern_id AND n.closed_on IS NOT NULL AND n.deleted_at IS NULL)
    {_ASKED} ORDER BY c.asked_on DESC, c.id DESC LIMIT 1), 0)"""
"""Whether the last check-in was below what was expected, and is not set right yet."""
