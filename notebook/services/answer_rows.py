"""The answers of a project: what was said, by whom, and under which questions it stands."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from notebook.domain.checklists import AnswerKind, Checklist
from notebook.services.answer_words import fitted
from notebook.services.draft import NOT_KEPT, Draft, Said
from notebook.services.responsibility_rows import add_lines
from notebook.services.row_writing import differs
from notebook.storage.erased_sayers import ERASED_SAYER, somebody
from notebook.storage.reading import tuples_of
from notebook.storage.tables import Answer, Person


def answers_of(project_id: int) -> tuple[dict[str, Said], dict[int, str]]:
    """Return what was said, by the key of the question, and the names of those who said it.

    A name is known also of somebody who is in the project no more.
    """
    query = (
        Answer.select(
            Answer.question_key,
            Answer.choice,
            Answer.text,
            Answer.ask_later,
            Answer.said_by,
            Answer.answered_on,
            Person.name,
        )
        .left_outer_join(Person, on=(Person.id == Answer.said_by))
        .where(Answer.project == project_id)
    )
    rows = tuples_of(query)
    answers = {key: Said(choice, text, later, who) for key, choice, text, later, who, *_ in rows}
    sayers = {who: name for *_said, who, _, name in rows if who is not None}
    days = {key: day for key, *_said, day, _ in rows}
    for mark in [key for key in answers if key.startswith(ERASED_SAYER)]:
        del answers[mark]
        key = mark.removeprefix(ERASED_SAYER)
        if key in answers and days[key] == days[mark]:
            answers[key] = replace(answers[key], said_by=NOT_KEPT)
            sayers[NOT_KEPT] = somebody()
    return answers, sayers


def write_answers(project_id: int, answers: Mapping[str, Said], today: date) -> None:
    """Keep what was said; an answer that changed is dated `today`."""
    rows = {row.question_key: row for row in Answer.select().where(Answer.project == project_id)}
    for key, said in answers.items():
        row = rows.get(key)
        values = {
            "choice": said.choice,
            "text": said.text,
            "ask_later": said.ask_later,
            "said_by_id": said.said_by or None,
        }
        mark = rows.get(f"{ERASED_SAYER}{key}")
        if mark is not None and said.said_by != NOT_KEPT:
            mark.delete_instance()
        if said == Said():
            if row is not None:
                row.delete_instance()
        elif row is None:
            Answer.create(project=project_id, question_key=key, answered_on=today, **values)
        elif differs(row, values):
            row.amend(answered_on=today, **values)
            if mark is not None and said.said_by == NOT_KEPT:
                mark.amend(answered_on=today)


def fit_answers(draft: Draft, newest: Checklist) -> None:
    """Let what was said stand under other questions of the same keys, dated as it was."""
    questions = {question.key: question for question in newest.questions}
    for question in draft.checklist.questions:
        said = draft.said(question)
        after = questions.get(question.key, question)
        fitting = fitted(said, question, after, draft.first_name)
        if after.kind is AnswerKind.RESPONSIBILITIES and fitting.text.strip():
            add_lines(draft.project_id, fitting.text)
            fitting = replace(fitting, text="")
        if fitting != said:
            row = Answer.get(
                (Answer.project == draft.project_id) & (Answer.question_key == question.key)
            )
            row.amend(choice=fitting.choice, text=fitting.text)
