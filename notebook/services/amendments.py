"""Changes to an agreement: dated, with who said so and why; what stood there before is kept."""

from dataclasses import dataclass, replace
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.checklists import AnswerKind, Question, personalise
from notebook.domain.promises import Side
from notebook.errors import Refused
from notebook.services.agreements import answer_lines, who_said
from notebook.services.answer_rows import write_answers
from notebook.services.draft import DeliverableEntry, Draft, Entry, Standing
from notebook.services.draft_rows import (
    all_needs_of,
    promise_needs,
    read_draft,
    refuse_closed,
    write_deliverables,
    write_needs,
    write_people,
)
from notebook.services.own_side import our_question
from notebook.services.phrases import filled
from notebook.services.responsibility_rows import let_go_without_words, write_responsibilities
from notebook.storage.amendment_tables import Amendment
from notebook.storage.care_tables import DeliveryMove
from notebook.storage.file import NotebookFile
from notebook.translate import translate


@dataclass(frozen=True, slots=True)
class Amendable:
    """An answered question that can be agreed anew; `people` may have said so, ours last."""

    question: Question
    words: str
    draft: Draft
    people: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class AmendmentDraft:
    """A new answer: in `entry` the answer or the rows of just this question."""

    entry: Entry
    said_by: int | None
    amended_on: date
    reason: str = ""


class Amendments:
    """Changes agreements."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def amendable(self, project_id: int, question_key: str) -> Amendable:
        """Return a question with its answer, to be changed.

        Raises Refused before the project is agreed or once it is closed, and for a question without an answer: that one
        is asked, not changed. What we expect ourselves nobody asks, so it can be said here.
        """
        draft = read_draft(project_id)
        question = _answered(draft, question_key)
        people = sorted(draft.people, key=lambda each: each.side is Side.OURS)
        return Amendable(
            question,
            personalise(question.text, draft.first_name),
            draft,
            tuple((each.person_id, each.name) for each in people),
        )

    def amend(
        self, project_id: int, question_key: str, amendment: AmendmentDraft, today: date
    ) -> Changes:
        """Put a new answer in place of the one before, which is kept with the change.

        Raises Refused like `amendable`, for a day that is still to come, without an answer, and
        when nothing differs.
        """
        draft = read_draft(project_id)
        question = _answered(draft, question_key)
        if amendment.amended_on > today:
            raise Refused(translate("amendments", "The day of the change is still to come."))
        label = filled(translate("amendments", "Changed the agreement on %1"), draft.facts.name)
        with self._file.change(label) as change:
            old = _words(question, draft)
            _write(draft, question, amendment, today)
            after = read_draft(project_id)
            new = _words(question, after)
            if after.standing(question) is not Standing.ANSWERED:
                raise Refused(
                    translate("amendments", "Write down the new answer; the one before is kept.")
                )
            if old == new:
                raise Refused(translate("amendments", "This is what was agreed already."))
            row = Amendment.create(
                project=project_id,
                question_key=question_key,
                question=personalise(question.text, draft.first_name),
                old="\n".join((old, *who_said(draft, question))),
                new=new,
                said_by=amendment.said_by,
                amended_on=amendment.amended_on,
                reason=amendment.reason,
            )
            change.done(row.id)
        return change.changes


def _answered(draft: Draft, question_key: str) -> Question:
    refuse_closed(draft.state, draft.facts.name)
    own = our_question(draft.checklist)
    questions = [*draft.checklist.questions, *([own] if own else [])]
    question = next((each for each in questions if each.key == question_key), None)
    if question is None:
        raise Refused(translate("amendments", "This question is no longer asked."))
    if not draft.is_agreed:
        text = translate("projects", "{name} is not agreed yet. Finish its questions first.")
        raise Refused(text.format(name=draft.facts.name))
    if question != own and draft.standing(question) is not Standing.ANSWERED:
        raise Refused(translate("amendments", "This was left open. Ask it first."))
    return question


def _words(question: Question, draft: Draft) -> str:
    return "\n".join(answer_lines(question, draft, all_needs_of(draft.project_id)))


def _write(draft: Draft, question: Question, amendment: AmendmentDraft, today: date) -> None:
    entry, project_id = amendment.entry, draft.project_id
    match question.kind:
        case AnswerKind.DELIVERABLES if entry.deliverables is not None:
            _keep_moves(draft, entry.deliverables, amendment)
            write_deliverables(project_id, entry.deliverables)
        case AnswerKind.NEEDS if entry.needs is not None:
            write_needs(project_id, entry.needs)
            promise_needs(project_id)
        case AnswerKind.RESPONSIBILITIES if entry.responsibilities is not None:
            write_responsibilities(project_id, entry.responsibilities)
            let_go_without_words(project_id)
        case AnswerKind.PEOPLE if entry.people is not None:
            write_people(project_id, entry.people)
        case _:
            said = replace(entry.answers[question.key], said_by=amendment.said_by)
            write_answers(project_id, {question.key: said}, today)


def _keep_moves(
    draft: Draft, after: tuple[DeliverableEntry, ...], amendment: AmendmentDraft
) -> None:
    """Keep each day that changed as a move, so that the time line tells of it too."""
    before = {each.id: each.due_on for each in draft.deliverables}
    for entry in after:
        due_on = before.get(entry.id)
        if due_on is not None and entry.due_on is not None and entry.due_on != due_on:
            DeliveryMove.create(
                deliverable=entry.id,
                from_on=due_on,
                to_on=entry.due_on,
                said_on=amendment.amended_on,
                reason=amendment.reason,
            )
