"""Version 5, the days that say when a project, a delivery or a question asks. Frozen."""

DUE = """
ALTER TABLE project ADD COLUMN told_on TEXT;
UPDATE project SET told_on = (SELECT substr(max(happened_at), 1, 10) FROM moment
    WHERE project_id = project.id AND direction = 'we' AND state = 'logged'
        AND deleted_at IS NULL);
DROP INDEX project_by_state;
CREATE INDEX project_by_state
    ON project(state, deleted_at, person_id, checklist_id, agreed_on, begins_on, told_on);

ALTER TABLE deliverable ADD COLUMN asks_on TEXT;
UPDATE deliverable SET asks_on = due_on WHERE delivered_on IS NULL AND project_id IN (
    SELECT id FROM project
    WHERE state IN ('agreed', 'under-way', 'delivered') AND deleted_at IS NULL);
CREATE INDEX deliverable_asks ON deliverable(asks_on, project_id) WHERE asks_on IS NOT NULL;

ALTER TABLE answer ADD COLUMN asks_on TEXT;
UPDATE answer SET asks_on = date(answered_on, '+3 days') WHERE ask_later AND project_id IN (
    SELECT id FROM project
    WHERE state IN ('exploring', 'agreed', 'under-way', 'delivered') AND deleted_at IS NULL);
CREATE INDEX answer_asks ON answer(asks_on, project_id) WHERE asks_on IS NOT NULL;
DROP INDEX answer_by_day;
CREATE INDEX answer_by_day ON answer(project_id, answered_on);
"""
