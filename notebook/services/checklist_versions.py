"""A running project keeps the checklist it began with; new questions are taken over when wanted."""

from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.checklist_edits import new_questions, with_new_questions
from notebook.domain.checklist_parsing import ChecklistError
from notebook.domain.checklists import Question
from notebook.errors import Refused
from notebook.formats.checklist_toml import read_checklist, write_checklist
from notebook.services.checklists import Checklists, kept_row
from notebook.services.draft import Said
from notebook.services.draft_rows import project_row, read_draft, write_answers
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.translate import translate


class ChecklistVersions:
    """Compares what a project asks with what its checklist asks by now."""

    def __init__(self, file: NotebookFile, checklists: Checklists) -> None:
        """Look at these checklists."""
        self._file = file
        self._checklists = checklists

    def new_questions(self, project_id: int) -> tuple[Question, ...]:
        """Return what was added to the checklist since the project began.

        Nothing for a checklist that is gone. Raises Refused if the project is.
        """
        kept = read_draft(project_id).checklist
        try:
            newest = self._checklists.read(kept.key)
        except Refused:
            return ()
        return new_questions(kept, newest)

    def take_over(self, project_id: int, today: date) -> Changes:
        """Ask the new questions in this project too; what it asks already keeps its words.

        Once it is agreed they are left for later, so that a reminder comes.
        """
        draft = read_draft(project_id)
        added = self.new_questions(project_id)
        if not added:
            return Changes("")
        merged = with_new_questions(draft.checklist, self._checklists.read(draft.checklist.key))
        text = write_checklist(merged)
        try:
            read_checklist(text)
        except ChecklistError as error:
            raise Refused(error.why) from error
        label = translate("checklists", "Took over new questions for %1")
        with self._file.change(filled(label, draft.facts.name)) as change:
            project_row(project_id).amend(checklist=kept_row(merged, text))
            if draft.is_agreed:
                write_answers(project_id, {each.key: Said(ask_later=True) for each in added}, today)
        return change.changes
