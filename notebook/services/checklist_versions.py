"""A running project keeps the checklist it began with; new questions are taken over when wanted."""

from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.checklist_edits import (
    new_questions,
    with_new_questions,
    without_question,
)
from notebook.domain.checklist_parsing import ChecklistError
from notebook.domain.checklists import Checklist, Question
from notebook.domain.projects import ProjectState
from notebook.errors import Refused
from notebook.formats.checklist_toml import read_checklist, write_checklist
from notebook.services.answer_rows import answers_of, write_answers
from notebook.services.checklists import Checklists, kept_checklist, kept_row
from notebook.services.draft import Said
from notebook.services.draft_rows import project_row
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.tables import Answer, Project
from notebook.storage.tables import Checklist as KeptRow
from notebook.translate import translate

_TOO_LATE = {ProjectState.DELIVERED, ProjectState.CLOSED}


class ChecklistVersions:
    """Compares what a project asks with what its checklist asks by now."""

    def __init__(self, file: NotebookFile, checklists: Checklists) -> None:
        """Look at these checklists."""
        self._file = file
        self._checklists = checklists

    def new_questions(self, project_id: int) -> tuple[Question, ...]:
        """Return what was added to the checklist since the project began, and is not declined.

        Nothing for a checklist that is gone, and once there is nothing left to agree on: delivered
        or closed. Raises Refused if the project is gone.
        """
        project = project_row(project_id)
        if project.state in _TOO_LATE:
            return ()
        kept = _kept(project)
        return new_questions(kept, self._wanted(project, kept))

    def take_over(self, project_id: int, today: date) -> Changes:
        """Ask the new questions in this project too; what it asks already keeps its words.

        Once it is agreed they are left for later, so that a reminder comes.
        """
        added = self.new_questions(project_id)
        if not added:
            return Changes("")
        project = project_row(project_id)
        kept = _kept(project)
        merged = with_new_questions(kept, self._wanted(project, kept))
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
        """Don't ask the new questions in this project; those that come after are offered again."""
        added = self.new_questions(project_id)
        if not added:
            return Changes("")
        label = translate("checklists", "No new questions for %1")
        with self._file.change(filled(label, project_row(project_id).name)) as change:
            for question in added:
                Answer.create(project=project_id, question_key=question.key, answered_on=today)
        return change.changes

    def _wanted(self, project: Project, kept: Checklist) -> Checklist:
        """Return the checklist as it is by now, without what was declined in the project."""
        try:
            newest = self._checklists.read(kept.key)
        except Refused:
            return kept
        declined = {key for key, said in answers_of(project.id).items() if said == Said()}
        for question in newest.questions:
            if question.key in declined:
                newest = without_question(newest, question.key)
        return newest


def _kept(project: Project) -> Checklist:
    return kept_checklist(KeptRow.get_by_id(project.checklist_id).content)
