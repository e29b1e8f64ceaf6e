"""Version 5, the days that say when a project, a delivery or a question asks. Frozen."""

DUE = """
ALTER TABLE project ADD COLUMN told_on TEXT;
UPDATE project SET told_on = (SELECT substr(m.happened_at, 1, 10) FROM moment m
    WHERE m.project_id = project.id AND m.direction = 'we' AND m.state = 'logged'
        AND m.deleted_at IS NULL AND EXISTS (SELECT 1 FROM moment_person t
            WHERE t.moment_id = m.id AND (t.person_id = project.person_id
                OR t.person_id IN (SELECT s.person_id FROM project_person s
                    WHERE s.project_id = project.id AND s.side = 'theirs')))
    ORDER BY m.happened_at DESC LIMIT 1);
DROP INDEX project_by_state;
CREATE INDEX project_by_state
    ON project(state, deleted_at, person_id, checklist_id, agreed_on, begins_on, told_on);

DROP INDEX project_by_name;
CREATE INDEX project_by_name ON project(sort_key, id, state, person_id, ends_on, deleted_at)
    WHERE deleted_at IS NULL;

ALTER TABLE deliverable ADD COLUMN asks_on TEXT;
UPDATE deliverable SET asks_on = due_on WHERE delivered_on IS NULL AND project_id IN (
    SELECT id FROM project
    WHERE state IN ('agreed', 'under-way', 'delivered') AND deleted_at IS NULL);
DROP INDEX deliverable_project_id;
CREATE INDEX deliverable_project_id ON deliverable(project_id, delivered_on);
CREATE INDEX deliverable_asks ON deliverable(asks_on, project_id) WHERE asks_on IS NOT NULL;

ALTER TABLE answer ADD COLUMN asks_on TEXT;
UPDATE answer SET asks_on = date(answered_on, '+3 days') WHERE ask_later AND project_id IN (
    SELECT id FROM project
    WHERE state IN ('exploring', 'agreed', 'under-way', 'delivered') AND deleted_at IS NULL);
CREATE INDEX answer_asks ON answer(asks_on, project_id) WHERE asks_on IS NOT NULL;
DROP INDEX answer_by_day;
CREATE INDEX answer_by_day ON answer(project_id, answered_on);
"""
