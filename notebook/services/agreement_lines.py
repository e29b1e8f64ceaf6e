"""What was said to a question in plain words: the lines of an agreement."""

from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from notebook.domain.checklists import AnswerKind, Question
from notebook.domain.moves import Move, agreed_day
from notebook.domain.projects import Agreed
from notebook.domain.promises import Side
from notebook.services.answer_words import choice_in_words
from notebook.services.delivery_moves import moves_of
from notebook.services.draft import DeliverableEntry, Draft, NeedEntry, PersonEntry, Standing
from notebook.services.phrases import filled
from notebook.services.project_words import full_day
from notebook.services.promise_rows import moves_in
from notebook.services.responsibility_rows import in_words
from notebook.translate import translate


def answer_lines(question: Question, draft: Draft, needs: tuple[NeedEntry, ...]) -> tuple[str, ...]:
    """Return what was said to a question in plain words, nothing where nobody answered it."""
    said = draft.said(question)
    match question.kind:
        case AnswerKind.DELIVERABLES:
            moved = moves_of(draft.project_id)
            return tuple(deliverable_line(each, moved[each.id]) for each in draft.deliverables)
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


def who_said(draft: Draft, question: Question) -> tuple[str, ...]:
    """Say who gave the answer where it wasn't the one for whom the project is."""
    said_by = draft.said(question).said_by
    if said_by is None or said_by == draft.facts.person_id:
        return ()
    return (translate("agreement", "{name} said so").format(name=draft.sayers[said_by]),)


def deliverable_line(entry: DeliverableEntry, moves: Sequence[Move]) -> str:
    """Return what is delivered when, as it was agreed, and to which day it was moved since."""
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
