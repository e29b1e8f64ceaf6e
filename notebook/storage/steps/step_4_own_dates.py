"""Version 4, dates of the user's own that remind, found by the day of the year. Frozen."""

OWN_DATES = """
ALTER TABLE own_field ADD COLUMN reminds TEXT NOT NULL DEFAULT 'never';
ALTER TABLE own_field ADD COLUMN lead_days INTEGER NOT NULL DEFAULT 0;
DROP INDEX own_value_field_id;
CREATE INDEX own_value_field_id ON own_value(field_id, sort_value, person_id);
CREATE INDEX own_value_by_day_of_year
    ON own_value(field_id, substr(sort_value, -5), sort_value, person_id)
    WHERE sort_value GLOB '*-[0-9][0-9]-[0-9][0-9]';
"""
