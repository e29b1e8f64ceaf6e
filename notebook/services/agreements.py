"""The agreement of a project in plain words: for a page, for paper, and to paste into an e-mail."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from notebook.domain.checklists import AnswerKind, Question, personalise
from notebook.domain.projects import Agreed, ProjectState
from notebook.services.agreement_lines import answer_lines, deliverable_line, who_said
from notebook.services.amendment_lines import amendments_of
from notebook.services.delivery_moves import moves_of
from notebook.services.draft import Draft, NeedEntry, Standing
from notebook.services.draft_rows import read_draft
from notebook.services.need_rows import all_needs_of
from notebook.services.own_side import our_heading, our_question, our_questions, our_step
from notebook.services.preferences import Letterhead, letterhead
from notebook.services.project_lines import delivery_lines
from notebook.services.project_words import full_day, period
from notebook.translate import translate

_INDENT = "  "


@dataclass(frozen=True, slots=True)
class AgreementItem:
    """One question with what was said; `points` are lines of a list rather than of a text.

    `open_key` is the key of a question that is still to be asked, `key` that of one that can be
    agreed anew. `deliverable_id` is the delivery about which they can still be asked. `changes`
    tell what stood there before, the newest last.
    """

    question: str
    lines: tuple[str, ...]
    points: bool = False
    open_key: str = ""
    key: str = ""
    changes: tuple[str, ...] = ()
    deliverable_id: int | None = None


@dataclass(frozen=True, slots=True)
class AgreementPart:
    """One subject of the agreement; `is_open` holds what is still to be asked."""

    heading: str
    items: tuple[AgreementItem, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """The whole agreement: what is open comes first."""

    title: str
    subtitle: str
    parts: tuple[AgreementPart, ...]
    letterhead: Letterhead


def read_agreement(project_id: int, today: date) -> Agreement:
    """Return the agreement of a project as it stands; raises Refused if the project is gone."""
    draft = read_draft(project_id)
    needs, changes = all_needs_of(project_id), _changes(project_id)
    parts = [_still_open(draft), *_subjects(draft, needs, changes)]
    return Agreement(
        draft.facts.name,
        _subtitle(draft, today),
        tuple(part for part in parts if part.items),
        letterhead(),
    )


def answered_items(draft: Draft, without: Collection[AnswerKind]) -> tuple[AgreementItem, ...]:
    """Return what they answered, question by question, but to questions of these kinds."""
    needs, changes = all_needs_of(draft.project_id), _changes(draft.project_id)
    ours = our_questions(draft.checklist)
    items = (
        _item(question, draft, needs, tuple(changes.get(question.key, ())))
        for question in draft.checklist.questions
        if question.kind not in without
        and question not in ours
        and draft.standing(question) is Standing.ANSWERED
    )
    return tuple(item for item in items if item)


def as_text(agreement: Agreement) -> str:
    """Return an agreement as plain text, with a line break at its end."""
    blocks = [f"{agreement.title}\n{agreement.subtitle}"]
    for part in agreement.parts:
        items = "\n".join(_item_as_text(item) for item in part.items)
        blocks.append(f"{part.heading}\n{'-' * len(part.heading)}\n{items}")
    if agreement.letterhead.name:
        blocks.append(agreement.letterhead.name)
    return "\n\n".join(blocks) + "\n"


def _item_as_text(item: AgreementItem) -> str:
    mark = "- " if item.points else ""
    indent = _INDENT if item.question else ""
    lines = [item.question] if item.question else []
    for text in item.lines:
        first, *others = text.splitlines() or [""]
        lines.append(f"{indent}{mark}{first}")
        lines += [f"{indent}{' ' * len(mark)}{other}" for other in others]
    lines += [f"{indent}({change})" for change in item.changes]
    return "\n".join(lines)


def _changes(project_id: int) -> Mapping[str, list[str]]:
    """Return what changed since it was agreed, by the keys of the questions."""
    changes: defaultdict[str, list[str]] = defaultdict(list)
    for line in amendments_of(project_id):
        changes[line.question_key].append(line.sentence)
    return changes


def _subtitle(draft: Draft, today: date) -> str:
    text = (
        translate("agreement", "Agreed with {name} on {day}")
        if draft.agreed_on
        else translate("agreement", "Draft for {name}, {day}")
    )
    text = text.format(name=draft.person_name, day=full_day(draft.agreed_on or today))
    when = period(draft.facts.begins_on, draft.facts.ends_on)
    return f"{text} · {when}" if when else text


def _still_open(draft: Draft) -> AgreementPart:
    questions = [
        AgreementItem(
            "",
            (personalise(each.text, draft.first_name),),
            points=True,
            open_key="" if draft.is_closed else each.key,
        )
        for each in draft.left_open
    ]
    moves = moves_of(draft.project_id)
    askable = _askable(draft)
    doubts = [
        AgreementItem(
            "",
            (deliverable_line(each, moves[each.id]),),
            points=True,
            deliverable_id=each.id if each.id in askable else None,
        )
        for each in draft.deliverables
        if each.agreed is not Agreed.YES
    ]
    heading = translate("agreement", "Still open")
    return AgreementPart(heading, (*questions, *doubts), is_open=True)


def _askable(draft: Draft) -> set[int]:
    """Return the deliveries about which they can be asked: what is neither delivered nor over."""
    if not draft.is_agreed or draft.state is ProjectState.CLOSED:
        return set()
    lines = delivery_lines(draft.project_id)
    return {line.id for line in lines if line.delivered_on is None}


def _subjects(
    draft: Draft, needs: tuple[NeedEntry, ...], changes: Mapping[str, list[str]]
) -> list[AgreementPart]:
    parts = []
    own = our_question(draft.checklist)
    for step in draft.checklist.steps:
        items = (
            _item(question, draft, needs, tuple(changes.get(question.key, ())))
            for question in step.questions
        )
        heading = personalise(step.title, draft.first_name)
        parts.append(AgreementPart(heading, tuple(item for item in items if item)))
        if own is not None and step == our_step(draft.checklist):
            item = _item(own, draft, needs, tuple(changes.get(own.key, ())))
            parts.append(AgreementPart(our_heading(), (item,) if item else ()))
    return parts


_LISTS = {
    AnswerKind.DELIVERABLES,
    AnswerKind.NEEDS,
    AnswerKind.RESPONSIBILITIES,
    AnswerKind.PEOPLE,
    AnswerKind.POINTS,
}


def _item(
    question: Question, draft: Draft, needs: tuple[NeedEntry, ...], changes: tuple[str, ...]
) -> AgreementItem | None:
    lines = answer_lines(question, draft, needs)
    if not lines:
        return None
    is_at_work = draft.is_agreed and not draft.is_closed
    can_change = is_at_work and draft.standing(question) is Standing.ANSWERED
    return AgreementItem(
        personalise(question.text, draft.first_name),
        lines,
        points=question.kind in _LISTS,
        key=question.key if can_change else "",
        changes=changes or who_said(draft, question),
    )
