"""Version 4, deliveries: finding those about which nobody has asked yet. Frozen."""

DELIVERIES = """
CREATE INDEX deliverable_not_asked ON deliverable(project_id)
    WHERE agreed = 'open' AND delivered_on IS NULL;
"""
