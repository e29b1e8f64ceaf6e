"""Drafts of projects: begun, saved as they are typed, picked up where they were left."""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import TypeVar

from notebook.domain.changes import Changes
from notebook.domain.checklists import AnswerKind, Checklist, Question, personalise
from notebook.domain.projects import ProjectState
from notebook.domain.promises import Side
from notebook.domain.text import sort_key
from notebook.errors import Refused
from notebook.services.answer_rows import fit_answers, write_answers
from notebook.services.checklists import Checklists, kept_checklist
from notebook.services.draft import (
    DeliverableEntry,
    Draft,
    Entry,
    NeedEntry,
    ProjectFacts,
    ResponsibilityEntry,
    Said,
    Standing,
    lacks_words,
)
from notebook.services.draft_rows import (
    closed_words,
    hand_over,
    project_row,
    read_draft,
    refuse_closed,
    write_deliverables,
    write_people,
)
from notebook.services.finishing import Finished, agree, what_follows, what_lacks
from notebook.services.fit_gate import gate_answers, gate_heading
from notebook.services.need_rows import promise_needs, write_needs
from notebook.services.own_side import our_heading, our_question
from notebook.services.people import present
from notebook.services.responsibility_rows import write_responsibilities
from notebook.storage.file import NotebookFile
from notebook.storage.ids import new_id
from notebook.storage.journal import Change
from notebook.storage.problems import explained
from notebook.storage.tables import Project, ProjectPerson
from notebook.translate import translate

Row = TypeVar("Row", DeliverableEntry, NeedEntry, ResponsibilityEntry)


class Drafts:
    """Saves what the expectations wizard holds, one change for each visit of a page.

    `goes_on` makes a save more of the one before, as long as nothing else was changed since.
    """

    def __init__(self, file: NotebookFile, checklists: Checklists) -> None:
        """Write to this notebook; new projects begin with one of these checklists."""
        self._file = file
        self._checklists = checklists
        self._newest: Change | None = None

    def begin(self, facts: ProjectFacts) -> Changes:
        """Begin a project as a draft; `created` is its id.

        Raises Refused without a name, for somebody who is gone, or for an unknown checklist.
        """
        name = _checked_name(facts)
        person = present(facts.person_id)
        with self._file.change(_label(_project_title(), name)) as change:
            project = Project.create(
                state=ProjectState.DRAFT,
                checklist=self._checklists.keep(facts.checklist_key),
                **_columns(facts),
            )
            ProjectPerson.create(project=project, person=person, side=Side.THEIRS, introduced=True)
            change.done(project.id)
        self._newest = change
        return change.changes

    def read(self, project_id: int) -> Draft:
        """Return a whole draft, or the whole of an agreed project; raises Refused if it is gone."""
        return read_draft(project_id)

    def save_project(
        self, project_id: int, facts: ProjectFacts, step: int, *, goes_on: bool = False
    ) -> Changes:
        """Save the first page; `step` is the page that is shown next.

        Another person takes the place of the one before among the people and with what we need.
        Raises Refused without a name, or once the project is agreed or closed.
        """
        draft = self._unfinished(project_id)
        if facts == draft.facts:
            return self._go_to(draft, step)
        refuse_closed(draft.state, draft.facts.name)
        label = _label(_project_title(), _checked_name(facts))
        with self._change(label, goes_on=goes_on) as change:
            project = project_row(project_id)
            if facts.checklist_key != draft.facts.checklist_key:
                kept = self._checklists.keep(facts.checklist_key)
                project.amend(checklist=kept)
                fit_answers(draft, kept_checklist(kept.content))
            if facts.person_id != draft.facts.person_id:
                hand_over(project_id, draft.facts.person_id, present(facts.person_id).id)
            project.amend(step=step, **_columns(facts))
        self._newest = change
        return change.changes

    def save(
        self, project_id: int, entry: Entry, step: int, today: date, *, goes_on: bool = False
    ) -> Changes:
        """Save one page of questions; `step` is the page that is shown next.

        Nothing is written when nothing differs. Once the project is agreed only questions that
        were left open can be filled in, others raise Refused; what we need is promised as soon
        as it is not asked later any more. In a closed one nothing can be filled in.
        """
        draft = self.read(project_id)
        if draft.is_agreed:
            entry = _half_done_later(entry, draft.checklist)
        entry = _only_differences(entry, draft)
        if entry == Entry():
            return self._go_to(draft, step)
        refuse_closed(draft.state, draft.facts.name)
        if draft.is_agreed:
            _refuse_answered(entry, draft)
        label = _label(_title_of(entry, draft.checklist), draft.facts.name)
        with self._change(label, goes_on=goes_on) as change:
            _write(project_id, entry, today)
            if draft.is_agreed:
                _promise_what_was_asked(self.read(project_id))
            elif step != draft.step:
                project_row(project_id).amend(step=step)
        self._newest = change
        return change.changes

    def finish(self, project_id: int, today: date) -> tuple[Changes, Finished]:
        """Agree on the project as it stands, and say which promises and reminders follow.

        What we need becomes promises to us; a question without an answer is left for later.
        Raises Refused if it was agreed before, is closed, or lacks something as `lacking` tells.
        """
        draft = self._unfinished(project_id)
        if draft.state is ProjectState.CLOSED:
            raise Refused(closed_words(draft.facts.name))
        _, lacks = what_lacks(draft)
        if lacks:
            raise Refused(lacks)
        label = translate("projects", "Agreed on {name}").format(name=draft.facts.name)
        with self._file.change(label) as change:
            agree(draft, today)
            change.done(project_id)
        return change.changes, what_follows(draft, today)

    def lacking(self, project_id: int) -> str:
        """Return the key of what asks for what a project lacks before it can be agreed, if anything."""
        key, _ = what_lacks(self.read(project_id))
        return key

    def new_row_id(self) -> int:
        """Return the id of a row that is about to be filled in."""
        return new_id()

    def _unfinished(self, project_id: int) -> Draft:
        draft = self.read(project_id)
        if draft.is_agreed:
            raise Refused(
                translate("projects", "{name} is agreed. Nothing was changed.").format(
                    name=draft.facts.name
                )
            )
        return draft

    def _go_to(self, draft: Draft, step: int) -> Changes:
        """Remember the page, beside the journal: turning a page is nothing to undo."""
        if not (draft.is_agreed or draft.is_closed) and step != draft.step:
            with explained(self._file.path), self._file.database.atomic():
                project_row(draft.project_id).amend(step=step)
        return Changes("")

    def _change(self, label: str, *, goes_on: bool) -> AbstractContextManager[Change]:
        return self._file.change(label, goes_on=self._newest if goes_on else None)


def _label(title: str, name: str) -> str:
    text = translate("projects", "Filled in “{title}” for {name}")
    return text.format(title=title, name=name)


def _project_title() -> str:
    return translate("projects", "Project")


def _checked_name(facts: ProjectFacts) -> str:
    name = facts.name.strip()
    if not name:
        raise Refused(translate("projects", "Every project needs a name. Nothing was saved."))
    return name


def _columns(facts: ProjectFacts) -> dict[str, object]:
    name = facts.name.strip()
    return {
        "name": name,
        "sort_key": sort_key(name),
        "person_id": facts.person_id,
        "begins_on": facts.begins_on,
        "ends_on": facts.ends_on,
    }


def _half_done_later(entry: Entry, checklist: Checklist) -> Entry:
    """Leave what has a line without words for later, so that nothing of it is lost."""
    later = {
        question.key: replace(entry.answers[question.key], ask_later=True)
        for question in checklist.questions
        if question.key in entry.answers and lacks_words(question.kind, entry)
    }
    return replace(entry, answers={**entry.answers, **later})


def _only_differences(entry: Entry, draft: Draft) -> Entry:
    deliverables = _filled(entry.deliverables)
    needs = _filled(entry.needs)
    responsibilities = _filled(entry.responsibilities)
    return Entry(
        {
            key: said
            for key, said in entry.answers.items()
            if said != draft.answers.get(key, Said())
        },
        None if deliverables == draft.deliverables else deliverables,
        None if needs == draft.needs else needs,
        None if entry.people == draft.people else entry.people,
        None if responsibilities == draft.responsibilities else responsibilities,
        None if entry.gate == draft.gate else entry.gate,
    )


def _filled(entries: tuple[Row, ...] | None) -> tuple[Row, ...] | None:
    return None if entries is None else tuple(each for each in entries if not each.is_empty)


def _touched(entry: Entry, checklist: Checklist) -> list[Question]:
    lists = {
        AnswerKind.DELIVERABLES: entry.deliverables,
        AnswerKind.NEEDS: entry.needs,
        AnswerKind.PEOPLE: entry.people,
        AnswerKind.RESPONSIBILITIES: entry.responsibilities,
    }
    return [
        question
        for question in (*checklist.questions, *_own(checklist))
        if question.key in entry.answers or lists.get(question.kind) is not None
    ]


def _own(checklist: Checklist) -> tuple[Question, ...]:
    own = our_question(checklist)
    return (own,) if own else ()


def _title_of(entry: Entry, checklist: Checklist) -> str:
    touched = _touched(entry, checklist)
    titles = (step.title for step in checklist.steps for each in step.questions if each in touched)
    if entry.gate is not None:
        return gate_heading()
    return next(titles, our_heading() if touched else checklist.name)


def _refuse_answered(entry: Entry, draft: Draft) -> None:
    for question in _touched(entry, draft.checklist):
        if draft.standing(question) is Standing.ANSWERED:
            text = translate(
                "projects", "“{question}” was answered when {name} was agreed. Nothing was changed."
            )
            asked = personalise(question.text, draft.first_name)
            raise Refused(text.format(question=asked, name=draft.facts.name))


def _write(project_id: int, entry: Entry, today: date) -> None:
    gate = {} if entry.gate is None else gate_answers(entry.gate)
    write_answers(project_id, {**entry.answers, **gate}, today)
    if entry.deliverables is not None:
        write_deliverables(project_id, entry.deliverables)
    if entry.needs is not None:
        write_needs(project_id, entry.needs)
    if entry.people is not None:
        write_people(project_id, entry.people)
    if entry.responsibilities is not None:
        write_responsibilities(project_id, entry.responsibilities)


def _promise_what_was_asked(draft: Draft) -> None:
    asked = [each for each in draft.checklist.questions if each.kind is AnswerKind.NEEDS]
    if all(draft.standing(question) is Standing.ANSWERED for question in asked):
        promise_needs(draft.project_id)
