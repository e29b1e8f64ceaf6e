"""Changing a checklist: each edit is one change with its own line in the undo menu."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from notebook.domain import checklist_edits as edits
from notebook.domain.changes import Changes
from notebook.domain.checklists import AnswerKind, Checklist, Question, Step
from notebook.errors import Refused
from notebook.services.checklist_names import new_part_key
from notebook.services.checklists import Checklists
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.journal import Change
from notebook.translate import translate


class ChecklistEditing:
    """Adds, rewords, moves and removes steps and questions of a checklist, named by its key.

    What is gone meanwhile raises Refused, and so does what no checklist can be. `goes_on` makes
    words that are saved while they are typed more of the change before.
    """

    def __init__(self, file: NotebookFile, checklists: Checklists) -> None:
        """Change these checklists; a built-in one is kept beside its original."""
        self._file = file
        self._checklists = checklists
        self._newest: Change | None = None
        self._making = ""  # the label of what was just added, for as long as its words go on

    def rename(self, key: str, name: str, *, goes_on: bool = False) -> Changes:
        """Give a checklist another name."""
        if not name.strip():
            raise Refused(translate("checklists", "Every checklist needs a name."))
        checklist = replace(self._checklists.read(key), name=name.strip())
        label = translate("checklists", "Named a checklist %1")
        return self._save(checklist, filled(label, checklist.name), goes_on=goes_on)

    def save_step(self, key: str, step: Step, *, goes_on: bool = False) -> Changes:
        """Put other words into a step; its questions stay as they are."""
        _refuse_empty(step.title, translate("checklists", "Every step needs a title."))
        with _still_there():
            checklist = self._checklists.read(key)
            questions = edits.step_of(checklist, step.key).questions
            checklist = edits.with_step(checklist, replace(step, questions=questions))
        label = translate("checklists", "Reworded the step “%1” in %2")
        return self._save(checklist, filled(label, step.title, checklist.name), goes_on=goes_on)

    def save_question(self, key: str, question: Question, *, goes_on: bool = False) -> Changes:
        """Put other words, or another kind of answer, into a question."""
        _refuse_empty(question.text, translate("checklists", "Every question needs words."))
        if question.kind is not AnswerKind.CHOICE:
            question = replace(question, options=())
        with _still_there():
            before = self._checklists.read(key)
            checklist = edits.with_question(before, question)
            has_other_kind = edits.question_of(before, question.key).kind is not question.kind
        label = translate("checklists", "Reworded a question in %1")
        if has_other_kind:
            label = translate("checklists", "Changed the kind of answer in %1")
        return self._save(checklist, filled(label, checklist.name), goes_on=goes_on)

    def add_step(self, key: str, place: int) -> tuple[Changes, str]:
        """Add a step without questions; return its key too."""
        step = Step(new_part_key("step"), translate("checklists", "New step"), "", ())
        checklist = self._checklists.read(key)
        checklist = edits.with_new_step(checklist, replace(step, heading=step.title), place)
        label = translate("checklists", "Added a step to %1")
        changes = self._save(checklist, filled(label, checklist.name))
        self._making = changes.label
        return changes, step.key

    def add_question(self, key: str, step_key: str, place: int) -> tuple[Changes, str]:
        """Add a question to be reworded; return its key too."""
        text = translate("checklists", "New question")
        question = Question(new_part_key("question"), text, AnswerKind.TEXT)
        with _still_there():
            checklist = self._checklists.read(key)
            checklist = edits.with_new_question(checklist, step_key, question, place)
        label = translate("checklists", "Added a question to %1")
        changes = self._save(checklist, filled(label, checklist.name))
        self._making = changes.label
        return changes, question.key

    def move_step(self, key: str, step_key: str, place: int) -> Changes:
        """Put a step at another place."""
        with _still_there():
            checklist = edits.with_step_at(self._checklists.read(key), step_key, place)
        return self._save(checklist, self._moved_step(checklist))

    def nudge_step(self, key: str, step_key: str, by: int) -> Changes:
        """Move a step one place up (-1) or down (1); at the ends nothing happens."""
        with _still_there():
            checklist = edits.with_step_nudged(self._checklists.read(key), step_key, by)
        return self._save(checklist, self._moved_step(checklist))

    def move_question(self, key: str, question_key: str, step_key: str, place: int) -> Changes:
        """Put a question at another place, perhaps in another step."""
        with _still_there():
            checklist = self._checklists.read(key)
            checklist = edits.with_question_at(checklist, question_key, step_key, place)
        return self._save(checklist, self._moved_question(checklist))

    def nudge_question(self, key: str, question_key: str, by: int) -> Changes:
        """Move a question one place up (-1) or down (1), beyond its step into the next one."""
        with _still_there():
            checklist = edits.with_question_nudged(self._checklists.read(key), question_key, by)
        return self._save(checklist, self._moved_question(checklist))

    def remove_step(self, key: str, step_key: str) -> Changes:
        """Take a step away with its questions."""
        with _still_there():
            checklist = self._checklists.read(key)
            title = edits.step_of(checklist, step_key).title
            checklist = edits.without_step(checklist, step_key)
        label = translate("checklists", "Removed the step “%1” from %2")
        return self._save(checklist, filled(label, title, checklist.name))

    def remove_question(self, key: str, question_key: str) -> Changes:
        """Take a question away; its step stays."""
        with _still_there():
            checklist = edits.without_question(self._checklists.read(key), question_key)
        label = translate("checklists", "Removed a question from %1")
        return self._save(checklist, filled(label, checklist.name))

    def original(self, key: str, question_key: str) -> Question | None:
        """Return a question as it came, if it is a built-in one that was changed."""
        built_in = self._checklists.built_in_version(key)
        try:
            now = edits.question_of(self._checklists.read(key), question_key)
            original = edits.question_of(built_in, question_key) if built_in else now
        except KeyError:
            return None
        return original if original != now else None

    def reset_question(self, key: str, question_key: str) -> Changes:
        """Take the words and the kind of a question back to how they came."""
        original = self.original(key, question_key)
        if original is None:
            raise Refused(translate("checklists", "This question is as it came."))
        checklist = edits.with_question(self._checklists.read(key), original)
        label = translate("checklists", "Reset a question in %1")
        return self._save(checklist, filled(label, checklist.name))

    def _moved_step(self, checklist: Checklist) -> str:
        return filled(translate("checklists", "Moved a step in %1"), checklist.name)

    def _moved_question(self, checklist: Checklist) -> str:
        return filled(translate("checklists", "Moved a question in %1"), checklist.name)

    def _save(self, checklist: Checklist, label: str, *, goes_on: bool = False) -> Changes:
        if checklist == self._checklists.read(checklist.key):
            return Changes("")
        before = self._newest if goes_on else None
        self._making = self._making if goes_on else ""
        with self._file.change(self._making or label, goes_on=before) as change:
            self._checklists.write(checklist)
        self._newest = change
        return change.changes


def _refuse_empty(words: str, sentence: str) -> None:
    if not words.strip():
        raise Refused(sentence)


@contextmanager
def _still_there() -> Iterator[None]:
    try:
        yield
    except KeyError as error:
        text = translate("checklists", "This part of the checklist is no longer there.")
        raise Refused(text) from error
