"""A running project keeps the checklist it began with; new questions are taken over when wanted."""

import json
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.checklist_edits import (
    new_questions,
    with_new_questions,
    without_question,
)
from notebook.domain.checklist_parsing import ChecklistError
from notebook.domain.checklists import Checklist, Question
from notebook.errors import Refused
from notebook.formats.checklist_toml import read_checklist, write_checklist
from notebook.services.answer_rows import write_answers
from notebook.services.checklists import Checklists, kept_checklist, kept_row
from notebook.services.draft import Said
from notebook.services.draft_rows import project_row
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of
from notebook.storage.tables import Answer
from notebook.translate import translate

_KEPT = """
    SELECT c.content, (SELECT json_group_array(a.question_key) FROM answer a
        WHERE a.project_id = j.id AND a.choice = '' AND a.text = '' AND NOT a.ask_later
            AND a.said_by_id IS NULL) AS declined
    FROM project j JOIN checklist c ON c.id = j.checklist_id
    WHERE j.id = ? AND j.state NOT IN ('delivered', 'closed') AND j.deleted_at IS NULL"""
_NOTHING = Checklist("", "", ())


class ChecklistVersions:
    """Compares what a project asks with what its checklist asks by now."""

    def __init__(self, file: NotebookFile, checklists: Checklists) -> None:
        """Look at these checklists."""
        self._file = file
        self._checklists = checklists

    def new_questions(self, project_id: int) -> tuple[Question, ...]:
        """Return what was added to the checklist since the project began, and is not declined.

        Nothing for a checklist or a project that is gone, and once it is delivered or closed.
        """
        kept, newest = self._versions(project_id)
        return new_questions(kept, newest)

    def take_over(self, project_id: int, today: date) -> Changes:
        """Ask the new questions in this project too; what it asks already keeps its words.

        Once it is agreed they are left for later, so that a reminder comes. Raises Refused if the
        project is gone.
        """
        project = project_row(project_id)
        kept, newest = self._versions(project_id)
        added = new_questions(kept, newest)
        if not added:
            return Changes("")
        merged = with_new_questions(kept, newest)
        text = write_checklist(merged)
        try:
            read_checklist(text)
        except ChecklistError as error:
            raise Refused(error.why) from error
        label = translate("checklists", "Took over new questions for %1")
        with self._file.change(filled(label, project.name)) as change:
            project.amend(checklist=kept_row(merged, text))
            if project.agreed_on is not None:
                write_answers(project_id, {each.key: Said(ask_later=True) for each in added}, today)
        return change.changes

    def decline(self, project_id: int, today: date) -> Changes:
        """Don't ask the new questions in this project; those that come after are offered again.

        Raises Refused if the project is gone.
        """
        project = project_row(project_id)
        added = self.new_questions(project_id)
        if not added:
            return Changes("")
        label = translate("checklists", "No new questions for %1")
        with self._file.change(filled(label, project.name)) as change:
            for question in added:
                Answer.create(project=project_id, question_key=question.key, answered_on=today)
        return change.changes

    def _versions(self, project_id: int) -> tuple[Checklist, Checklist]:
        """Return what a project asks, and its checklist by now without what was declined there."""
        rows = rows_of(self._file.database, _KEPT, project_id)
        if not rows:
            return _NOTHING, _NOTHING
        kept = kept_checklist(rows[0]["content"])
        try:
            newest = self._checklists.read(kept.key)
        except Refused:
            return kept, kept
        declined = set(json.loads(rows[0]["declined"]))
        for question in newest.questions:
            if question.key in declined:
                newest = without_question(newest, question.key)
        return kept, newest
