"""Changes to an agreement: dated, with who said so and why; what stood there before is kept."""

from dataclasses import dataclass, replace
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.checklists import AnswerKind, Question, personalise
from notebook.domain.promises import Side
from notebook.errors import Refused
from notebook.services.agreement_lines import answer_lines, who_said
from notebook.services.amended_rows import AgreedAnew, amend_deliverables, amend_needs
from notebook.services.answer_rows import write_answers
from notebook.services.draft import Draft, Entry, Standing
from notebook.services.draft_rows import read_draft, refuse_closed, write_people
from notebook.services.need_rows import all_needs_of
from notebook.services.own_side import our_question
from notebook.services.phrases import filled
from notebook.services.responsibility_rows import let_go_without_words, write_responsibilities
from notebook.storage.amendment_tables import Amendment
from notebook.storage.file import NotebookFile
from notebook.storage.record import utc_now
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
            replace(draft, needs=all_needs_of(project_id)),
            tuple((each.person_id, each.name) for each in people),
        )

    def amend(
        self, project_id: int, question_key: str, amendment: AmendmentDraft, today: date
    ) -> Changes:
        """Put a new answer in place of the one before, which is kept with the change.

        Raises Refused like `amendable`, for a day that is still to come, without an answer, where
        something that is done would change, and when nothing differs.
        """
        draft = read_draft(project_id)
        question = _answered(draft, question_key)
        if amendment.amended_on > today:
            raise Refused(translate("amendments", "The day of the change is still to come."))
        label = filled(translate("amendments", "Changed the agreement on %1"), draft.facts.name)
        with self._file.change(label) as change:
            old = answer_words(question, draft)
            anew = AgreedAnew(amendment.amended_on, amendment.reason, today, utc_now())
            _write(draft, question, amendment, anew)
            after = read_draft(project_id)
            new = answer_words(question, after)
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
                created_at=anew.at,
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


def answer_words(question: Question, draft: Draft) -> str:
    """Return what is agreed to a question, as an amendment keeps it."""
    return "\n".join(answer_lines(question, draft, all_needs_of(draft.project_id)))


def _write(draft: Draft, question: Question, amendment: AmendmentDraft, anew: AgreedAnew) -> None:
    project_id, entry = draft.project_id, amendment.entry
    match question.kind:
        case AnswerKind.DELIVERABLES if entry.deliverables is not None:
            amend_deliverables(project_id, entry.deliverables, anew)
        case AnswerKind.NEEDS if entry.needs is not None:
            amend_needs(project_id, entry.needs, anew)
        case AnswerKind.RESPONSIBILITIES if entry.responsibilities is not None:
            write_responsibilities(project_id, entry.responsibilities)
            let_go_without_words(project_id)
        case AnswerKind.PEOPLE if entry.people is not None:
            write_people(project_id, entry.people)
        case _:
            said = replace(entry.answers[question.key], said_by=amendment.said_by)
            write_answers(project_id, {question.key: said}, anew.today)
