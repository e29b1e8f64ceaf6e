"""What was said at the start, line by line, to be held against what they say today."""

from collections.abc import Mapping, Sequence
from datetime import date

from notebook.domain.check_ins import About
from notebook.domain.checklists import AnswerKind, Question
from notebook.domain.dates_in_words import day_count, day_month
from notebook.domain.moments import Channel
from notebook.domain.moves import Move
from notebook.domain.projects import Agreed
from notebook.domain.promises import Side
from notebook.domain.rhythm import ReportRhythm
from notebook.domain.text import first_name
from notebook.services.agreements import AgreementItem, answered_items
from notebook.services.amendment_lines import amendments_of
from notebook.services.check_ins.sheet import SheetLine
from notebook.services.delivery_moves import moves_of
from notebook.services.draft import Draft, PersonEntry
from notebook.services.phrases import filled
from notebook.services.project_lines import DeliverableLine, delivery_lines
from notebook.services.project_words import by_channel, rhythm_word
from notebook.translate import translate

_MOST_DATES = 4
_COMPARED = {
    AnswerKind.POINTS: About.RAVE_REVIEW,
    AnswerKind.RHYTHM: About.UPDATES,
    AnswerKind.CHANNEL: About.UPDATES,
    AnswerKind.PEOPLE: About.PEOPLE,
}
"""Kinds whose answers are compared in full, each by lines of its own."""


def first_answers(draft: Draft, today: date) -> tuple[SheetLine, ...]:
    """Return a line for each of their rave-review points, result, updates, dates and people."""
    deliverables = delivery_lines(draft.project_id)
    points = [
        SheetLine(About.RAVE_REVIEW, line.strip())
        for question in _of_kind(draft, AnswerKind.POINTS)
        for line in draft.said(question).text.splitlines()
        if line.strip()
    ]
    return (
        *points,
        SheetLine(About.RESULT, _result(deliverables)),
        SheetLine(About.UPDATES, _updates(draft)),
        SheetLine(About.DATES, _dates(deliverables, draft.project_id, today)),
        SheetLine(About.PEOPLE, _people(draft.people)),
    )


def also_said(draft: Draft) -> tuple[AgreementItem, ...]:
    """Return everything else that they answered at the start, to be read beside the lines."""
    return answered_items(draft, without=_COMPARED)


def agreed_anew(draft: Draft, asked_on: date) -> Mapping[About, tuple[str, ...]]:
    """Return what stood there before an answer was amended that is compared on `asked_on`."""
    abouts = {
        each.key: _COMPARED[each.kind]
        for each in draft.checklist.questions
        if each.kind in _COMPARED
    }
    found: dict[About, tuple[str, ...]] = {}
    for change in amendments_of(draft.project_id):
        about = abouts.get(change.question_key)
        if about is not None and change.amended_on <= asked_on:
            found[about] = (*found.get(about, ()), change.sentence)
    return found


def _of_kind(draft: Draft, kind: AnswerKind) -> list[Question]:
    return [each for each in draft.checklist.questions if each.kind is kind]


def _result(deliverables: Sequence[DeliverableLine]) -> str:
    delivered = [_name(each) for each in deliverables if each.delivered_on is not None]
    if delivered:
        return ", ".join(delivered)
    if not deliverables:
        return ""
    return filled(
        translate("check-ins", "Nothing delivered yet. First: %1"), _name(deliverables[0])
    )


def _updates(draft: Draft) -> str:
    """Return "Weekly, by e-mail. Before 10:00" as far as it was agreed."""
    rhythm = next((draft.said(each) for each in _of_kind(draft, AnswerKind.RHYTHM)), None)
    channel = next((draft.said(each) for each in _of_kind(draft, AnswerKind.CHANNEL)), None)
    said = [each for each in (rhythm, channel) if each is not None and not each.ask_later]
    agreed = []
    if rhythm in said and rhythm is not None and rhythm.choice:
        agreed.append(rhythm_word(ReportRhythm(rhythm.choice)))
    if channel in said and channel is not None and channel.choice:
        agreed.append(by_channel(Channel(channel.choice)))
    notes = [each.text.strip() for each in said if each.text.strip()]
    return "\n".join((", ".join(agreed), *notes)).strip()


def _dates(deliverables: Sequence[DeliverableLine], project_id: int, today: date) -> str:
    """Return what slipped first, and whether it was said before; then what was on time."""
    moves = moves_of(project_id)
    slipped, kept, coming = [], [], []
    for each in deliverables:
        words = _slip(each, moves[each.id], today)
        if words:
            slipped.append(words)
        elif each.delivered_on is not None and each.due_on is not None:
            text = translate("check-ins", "%1 %2, on time")
            kept.append(filled(text, _name(each), day_month(each.due_on, today)))
        elif each.due_on is not None and each.agreed is not Agreed.NO:
            text = translate("check-ins", "%1 %2")
            coming.append(filled(text, _name(each), day_month(each.due_on, today)))
    lines = [*slipped, *kept] or coming[:1]
    if len(lines) > _MOST_DATES:
        rest = len(lines) - _MOST_DATES + 1
        lines = [*lines[:-rest], translate("check-ins", "and %n more", rest)]
    return "\n".join(lines)


def _slip(line: DeliverableLine, moves: Sequence[Move], today: date) -> str:
    """Return what became of a date that was not kept; empty for one that was, or is to come."""
    parts = [_moved(move, today) for move in moves]
    end = line.delivered_on or today
    late = (end - line.due_on).days if line.due_on is not None else 0
    if late > 0 and line.agreed is not Agreed.NO:
        words = (
            translate("check-ins", "delivered %1 late")
            if line.delivered_on is not None
            else translate("check-ins", "%1 late, not said before")
        )
        parts.append(filled(words, day_count(late)))
    if not parts:
        return ""
    begun = moves[0].from_on if moves else line.due_on
    assert begun is not None, "only what has a day can slip"
    first = filled(translate("check-ins", "%1 %2"), _name(line), day_month(begun, today))
    return ", ".join((first, *parts))


def _moved(move: Move, today: date) -> str:
    to_on = day_month(move.to_on, today)
    if move.said_on is None:
        return filled(translate("check-ins", "moved to %1, not said"), to_on)
    if move.was_said_before:
        return filled(translate("check-ins", "moved to %1 with notice"), to_on)
    words = translate("check-ins", "moved to %1, said only on %2")
    return filled(words, to_on, day_month(move.said_on, today))


def _people(people: Sequence[PersonEntry]) -> str:
    ours = [each for each in people if each.side is Side.OURS]
    lines = [", ".join(_person(each) for each in ours)]
    unknown = [first_name(each.name) for each in ours if not each.introduced]
    if unknown:
        words = translate("check-ins", "Not yet introduced: %1")
        lines.append(filled(words, ", ".join(unknown)))
    return "\n".join(line for line in lines if line)


def _person(entry: PersonEntry) -> str:
    name, role = first_name(entry.name), " ".join(entry.role.split())
    return f"{name} {role}" if role else name


def _name(line: DeliverableLine) -> str:
    return " ".join(line.title.split())
