"""Version 4, the orders of people with all that the filters ask about. Frozen."""

PEOPLE = """
DROP INDEX person_by_name;
CREATE INDEX person_by_name ON person(
    sort_key, id, last_contact_on, known_since, is_team, touch_days, paused_until,
    birthday_month, birthday_day, looked_after_by_id, deleted_at
) WHERE deleted_at IS NULL;
DROP INDEX person_by_last_contact;
CREATE INDEX person_by_last_contact ON person(
    last_contact_on DESC, sort_key, id, known_since, is_team, touch_days, paused_until,
    birthday_month, birthday_day, looked_after_by_id, deleted_at
) WHERE deleted_at IS NULL;

DROP INDEX contact_detail_person_id;
CREATE INDEX contact_detail_person_id ON contact_detail(person_id, kind);
"""
