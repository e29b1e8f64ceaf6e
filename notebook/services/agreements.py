"""The agreement of a project in plain words: for a page, for paper, and to paste into an e-mail."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from notebook.domain.checklists import AnswerKind, Question, personalise
from notebook.domain.moves import Move, agreed_day
from notebook.domain.projects import Agreed, ProjectState
from notebook.domain.promises import Side
from notebook.services.amendment_lines import amendments_of
from notebook.services.answer_words import choice_in_words
from notebook.services.delivery_moves import moves_of
from notebook.services.draft import DeliverableEntry, Draft, NeedEntry, PersonEntry, Standing
from notebook.services.draft_rows import read_draft
from notebook.services.need_rows import all_needs_of
from notebook.services.own_side import our_heading, our_question, our_questions, our_step
from notebook.services.phrases import filled
from notebook.services.preferences import Letterhead, letterhead
from notebook.services.project_lines import delivery_lines
from notebook.services.project_words import full_day, period
from notebook.services.promise_rows import moves_in
from notebook.services.responsibility_rows import in_words
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
            (_deliverable(each, moves[each.id]),),
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
        changes=(*_who_said(draft, question), *changes),
    )


def _who_said(draft: Draft, question: Question) -> tuple[str, ...]:
    """Say who gave the answer where it wasn't the one for whom the project is."""
    said_by = draft.said(question).said_by
    names = [person.name for person in draft.people if person.person_id == said_by]
    words = translate("agreement", "{name} said so")
    return tuple(words.format(name=name) for name in names)


def answer_lines(question: Question, draft: Draft, needs: tuple[NeedEntry, ...]) -> tuple[str, ...]:
    """Return what was said to a question in plain words, nothing where nobody answered it."""
    said = draft.said(question)
    match question.kind:
        case AnswerKind.DELIVERABLES:
            moved = moves_of(draft.project_id)
            return tuple(_deliverable(each, moved[each.id]) for each in draft.deliverables)
        case AnswerKind.NEEDS:
            moved = moves_in(draft.project_id)
            return tuple(_need(each, moved[each.id]) for each in needs)
        case AnswerKind.RESPONSIBILITIES:
            return tuple(in_words(each, draft.first_name) for each in draft.responsibilities)
        case AnswerKind.PEOPLE:
            is_asked = draft.standing(question) is not Standing.OPEN
            return tuple(_people(draft)) if is_asked else ()
        case AnswerKind.POINTS:
            return tuple(line.strip() for line in said.text.splitlines() if line.strip())
    chosen = choice_in_words(question, said.choice, draft.first_name)
    note = (said.text,) if said.text.strip() else ()
    return (chosen, *note) if chosen else note


def _deliverable(entry: DeliverableEntry, moves: Sequence[Move]) -> str:
    what = entry.what.strip() or entry.how
    agreed = agreed_day(entry.due_on, moves)
    lines = [f"{full_day(agreed)}: {what}" if agreed else what, _moved(entry.due_on, moves)]
    if entry.how.strip() and what != entry.how:
        lines.append(entry.how)
    lines.append(_whether_agreed(entry))
    return "\n".join(line for line in lines if line)


def _moved(due_on: date | None, moves: Sequence[Move]) -> str:
    """Return to which day something was moved since it was agreed, and why; empty where it wasn't."""
    if due_on is None or agreed_day(due_on, moves) == due_on:
        return ""
    since = list(takewhile(lambda move: not move.is_agreed, reversed(moves)))
    reasons = [move.reason.strip() for move in reversed(since) if move.reason.strip()]
    if not reasons:
        return filled(translate("agreement", "Moved to %1"), full_day(due_on))
    words = translate("agreement", "Moved to %1 (%2)")
    return filled(words, full_day(due_on), "; ".join(reasons))


def _whether_agreed(entry: DeliverableEntry) -> str:
    view = entry.their_view.strip()
    if entry.agreed is Agreed.YES:
        return view
    text = (
        translate("agreement", "Not agreed")
        if entry.agreed is Agreed.NO
        else translate("agreement", "Not yet asked whether this suits")
    )
    return f"{text}: {view}" if view else text


def _need(entry: NeedEntry, moves: Sequence[Move]) -> str:
    agreed = agreed_day(entry.due_on, moves)
    if agreed is None:
        return filled(translate("agreement", "%1 (%2)"), entry.text, entry.person_name)
    words = translate("agreement", "%1 (%2, by %3)")
    line = filled(words, entry.text, entry.person_name, full_day(agreed))
    return "\n".join(part for part in (line, _moved(entry.due_on, moves)) if part)


def _people(draft: Draft) -> list[str]:
    theirs = [_person(each) for each in draft.people if each.side is Side.THEIRS]
    ours = [_person(each) for each in draft.people if each.side is Side.OURS]
    lines = []
    if ours:
        lines.append(translate("agreement", "On our side: {names}").format(names="; ".join(ours)))
    if theirs:
        text = translate("agreement", "On the side of {name}: {names}")
        lines.append(text.format(name=draft.first_name, names="; ".join(theirs)))
    return lines


def _person(entry: PersonEntry) -> str:
    text = f"{entry.name}, {entry.role}" if entry.role.strip() else entry.name
    if entry.introduced:
        return text
    return translate("agreement", "{person} (not yet introduced)").format(person=text)
