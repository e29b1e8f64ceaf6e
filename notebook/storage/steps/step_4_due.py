"""Version 4, the days and the order in which reminders are asked for. Frozen."""

DUE = """
ALTER TABLE check_in_plan ADD COLUMN asks_on TEXT;
UPDATE check_in_plan SET asks_on = (
    SELECT day FROM (
        SELECT last_asked_on, coalesce(check_in_plan.own_day, CASE check_in_plan.occasion
            WHEN 'delivery' THEN ends_on
            WHEN 'month-after' THEN date(ends_on, '+1 month', 'floor')
            WHEN 'third' THEN iif(julianday(ends_on) - julianday(begins_on) >= 6, date(begins_on,
                '+' || round((julianday(ends_on) - julianday(begins_on)) / 3) || ' days'), NULL)
        END) AS day FROM (
            SELECT coalesce(begins_on, agreed_on, substr(created_at, 1, 10)) AS begins_on,
                coalesce((SELECT max(coalesce(delivered_on, due_on)) FROM deliverable
                    WHERE project_id = project.id), ends_on) AS ends_on,
                (SELECT max(asked_on) FROM check_in
                    WHERE project_id = project.id AND NOT is_draft AND deleted_at IS NULL)
                    AS last_asked_on
            FROM project WHERE id = check_in_plan.project_id
                AND state IN ('agreed', 'under-way', 'delivered') AND deleted_at IS NULL))
    WHERE day > coalesce(last_asked_on, ''))
WHERE NOT is_left_out AND NOT EXISTS (SELECT 1 FROM check_in
    WHERE plan_id = check_in_plan.id AND NOT is_draft AND deleted_at IS NULL);
CREATE INDEX check_in_plan_asks ON check_in_plan(asks_on, project_id) WHERE asks_on IS NOT NULL;

CREATE INDEX person_by_rhythm ON person(
    touch_days,
    max(date(coalesce(last_contact_on, known_since), '+' || touch_days || ' days'),
        coalesce(paused_until, ''))
) WHERE touch_days IS NOT NULL AND deleted_at IS NULL;

DROP INDEX project_by_state;
CREATE INDEX project_by_state
    ON project(state, deleted_at, person_id, checklist_id, agreed_on, begins_on);

DROP INDEX project_by_name;
CREATE INDEX project_by_name ON project(sort_key, id, state, person_id, ends_on, deleted_at)
    WHERE deleted_at IS NULL;

CREATE INDEX answer_chosen ON answer(project_id, question_key, choice, answered_on)
    WHERE choice != '' AND ask_later = 0;
DROP INDEX answer_to_ask_later;
CREATE INDEX answer_by_day ON answer(project_id, ask_later, answered_on);
"""
