"""The agreement of a project in plain words: for a page, for paper, and to paste into an e-mail."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from notebook.domain.checklists import AnswerKind, Question, personalise
from notebook.domain.projects import Agreed
from notebook.domain.promises import Side
from notebook.services.amendment_lines import amendments_of
from notebook.services.answer_words import choice_in_words
from notebook.services.draft import DeliverableEntry, Draft, NeedEntry, PersonEntry, Standing
from notebook.services.draft_rows import all_needs_of, read_draft
from notebook.services.own_side import our_heading, our_question, our_step
from notebook.services.preferences import Letterhead, letterhead
from notebook.services.project_words import full_day, period
from notebook.services.responsibility_rows import in_words
from notebook.translate import translate

_INDENT = "  "


@dataclass(frozen=True, slots=True)
class AgreementItem:
    """One question with what was said; `points` are lines of a list rather than of a text.

    `open_key` is the key of a question that is still to be asked, `key` that of one that can be
    agreed anew. `changes` tell what stood there before, the newest last.
    """

    question: str
    lines: tuple[str, ...]
    points: bool = False
    open_key: str = ""
    key: str = ""
    changes: tuple[str, ...] = ()


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
    changes: defaultdict[str, list[str]] = defaultdict(list)
    for line in amendments_of(project_id):
        changes[line.question_key].append(line.sentence)
    parts = [_still_open(draft), *_subjects(draft, all_needs_of(project_id), changes)]
    return Agreement(
        draft.facts.name,
        _subtitle(draft, today),
        tuple(part for part in parts if part.items),
        letterhead(),
    )


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
    doubts = [
        AgreementItem("", (_deliverable(each),), points=True)
        for each in draft.deliverables
        if each.agreed is not Agreed.YES
    ]
    heading = translate("agreement", "Still open")
    return AgreementPart(heading, (*questions, *doubts), is_open=True)


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


def who_said(draft: Draft, question: Question) -> tuple[str, ...]:
    """Say who gave the answer where it wasn't the one for whom the project is."""
    said_by = draft.said(question).said_by
    if said_by is None or said_by == draft.facts.person_id:
        return ()
    return (translate("agreement", "{name} said so").format(name=draft.sayers[said_by]),)


def answer_lines(question: Question, draft: Draft, needs: tuple[NeedEntry, ...]) -> tuple[str, ...]:
    """Return what was said to a question in plain words, nothing where nobody answered it."""
    said = draft.said(question)
    match question.kind:
        case AnswerKind.DELIVERABLES:
            return tuple(_deliverable(each) for each in draft.deliverables)
        case AnswerKind.NEEDS:
            return tuple(_need(each) for each in needs)
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


def _deliverable(entry: DeliverableEntry) -> str:
    what = entry.what.strip() or entry.how
    lines = [f"{full_day(entry.due_on)}: {what}" if entry.due_on else what]
    if entry.how.strip() and what != entry.how:
        lines.append(entry.how)
    lines.append(_whether_agreed(entry))
    return "\n".join(line for line in lines if line)


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


def _need(entry: NeedEntry) -> str:
    if entry.due_on is None:
        return translate("agreement", "{what} ({name})").format(
            what=entry.text, name=entry.person_name
        )
    return translate("agreement", "{what} ({name}, by {day})").format(
        what=entry.text, name=entry.person_name, day=full_day(entry.due_on)
    )


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
