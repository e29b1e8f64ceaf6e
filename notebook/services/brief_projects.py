"""The parts of the brief that follow from the projects: expectations, dates, open questions."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from notebook.domain.checklists import AnswerKind, Question, personalise
from notebook.domain.dates_in_words import day_count, day_month
from notebook.domain.moments import Channel
from notebook.domain.projects import GOING_ON, Agreed, ProjectState
from notebook.domain.rhythm import ReportRhythm
from notebook.domain.text import excerpt
from notebook.services.brief_page import (
    BriefLine,
    BriefPart,
    BriefSection,
    line,
    most_lines,
    section,
)
from notebook.services.brief_work import BriefProject
from notebook.services.draft import Said
from notebook.services.own_side import expected_by_us
from notebook.services.phrases import filled
from notebook.services.project_words import by_channel, how_often
from notebook.services.responsibility_rows import in_short, responsibilities_of
from notebook.services.words import quoted
from notebook.translate import translate

_SHORT = {
    "pleased": "Liked before: %1",
    "disappointed": "Past trouble: %1",
    "rave-review": "Rave review if: %1",
    "in-person": "In person: %1",
    "responsibilities": "Who answers for what: %1",
}
"""What the questions of the built-in checklist are called in short."""
_MOST_OF_SECOND, _NAME_LENGTH = 3, 40
_FIRST = ("rhythm", "channel", "in-person", "rave-review", "disappointed", "pleased")


def expectations(projects: Sequence[BriefProject]) -> list[BriefSection]:
    """Return what was said to be expected, the agreement in short; less of a second project."""
    words = translate("brief", "%1 expects")
    if len(projects) > 1:
        words = translate("brief", "%1 expects of %2")
    said = ((project, _all_expected(project)) for project in projects)
    found = ((project, lines) for project, lines in said if lines)
    room = (most_lines(BriefPart.EXPECTS), _MOST_OF_SECOND)
    return [
        section(
            BriefPart.EXPECTS,
            filled(words, project.first_name, excerpt(project.name, _NAME_LENGTH)),
            lines[:most],
            len(lines),
        )
        for most, (project, lines) in zip(room, found, strict=False)
    ]


def _all_expected(project: BriefProject) -> list[BriefLine]:
    lines = []
    for question in sorted(project.checklist.questions, key=_rank):
        sayer = project.sayers.get(question.key, "")
        lines += [replace(each, tag=sayer) for each in _expected(project, question)]
    ours = "; ".join(expected_by_us(project))
    if ours:
        lines.append(line(filled(translate("brief", "We expect: %1"), ours)))
    return lines


def agreed_dates(
    coming: Sequence[tuple[date, str, Agreed]], total: int, today: date
) -> BriefSection:
    """Return what is still to be delivered, in order of its day; disagreement is said."""
    lines = [_date_line(day, what, agreed, today) for day, what, agreed in coming]
    return section(BriefPart.DATES, translate("brief", "Agreed dates"), lines, total)


def open_questions(projects: Sequence[BriefProject]) -> list[BriefLine]:
    """Return the questions that were left for later, and how far a draft has come."""
    lines = []
    for project in projects:
        if project.state is ProjectState.DRAFT:
            words = translate("brief", "Go on with the questions for %1")
            lines.append(line(filled(words, project.name)))
            continue
        lines += [
            line(filled(translate("brief", "Still open: %1"), _asked(project, question)))
            for question in project.checklist.questions
            if project.said(question).ask_later
        ]
    return lines


def standing_questions(projects: Sequence[BriefProject], *, is_known: bool) -> list[BriefLine]:
    """Return what is always worth asking, of somebody we work for or at least know."""
    lines = []
    if any(project.state in GOING_ON for project in projects):
        lines.append(line(translate("brief", "Are you getting what you expected so far?")))
    if is_known:
        lines.append(line(translate("brief", "Is there anything else that we could do for you?")))
    return lines


def _rank(question: Question) -> int:
    return _FIRST.index(question.key) if question.key in _FIRST else len(_FIRST)


def _asked(project: BriefProject, question: Question) -> str:
    return personalise(question.text, project.first_name)


def _expected(project: BriefProject, question: Question) -> list[BriefLine]:
    said = project.said(question)
    if said.ask_later:
        return []
    match question.kind:
        case AnswerKind.RHYTHM if said.choice:
            return [line(_report(project, said)), *_note(said)]
        case AnswerKind.CHANNEL:
            return _note(said)
    answer = _answer(project, question, said)
    return [line(_in_short(project, question, answer))] if answer else []


def _answer(project: BriefProject, question: Question, said: Said) -> str:
    """Return what was said on one line; empty for the kinds that the brief leaves out."""
    match question.kind:
        case AnswerKind.POINTS if said.text.strip():
            points = [point.strip() for point in said.text.splitlines() if point.strip()]
            return quoted(", ".join(points))
        case AnswerKind.RESPONSIBILITIES:
            return "; ".join(
                in_short(each, project.first_name) for each in responsibilities_of(project.id)
            )
        case AnswerKind.TEXT if said.text.strip():
            return said.text
    return ""


def _report(project: BriefProject, said: Said) -> str:
    channels = (
        project.said(question)
        for question in project.checklist.questions
        if question.kind is AnswerKind.CHANNEL
    )
    choice = next((each.choice for each in channels if not each.ask_later), "")
    way = by_channel(Channel(choice)) if choice else ""
    words = translate("brief", "Report %1 %2")
    return filled(words, how_often(ReportRhythm(said.choice)), way).strip()


def _note(said: Said) -> list[BriefLine]:
    return [line(said.text)] if said.text.strip() else []


def _in_short(project: BriefProject, question: Question, answer: str) -> str:
    if question.key in _SHORT:
        return filled(translate("brief", _SHORT[question.key]), answer)
    return filled(translate("brief", "%1 %2"), _asked(project, question), answer)


def _date_line(day: date, what: str, agreed: Agreed, today: date) -> BriefLine:
    text = filled(translate("brief", "%1 · %2"), day_month(day, today), what)
    if agreed is Agreed.NO or (agreed is Agreed.OPEN and day >= today):
        return line(text, translate("brief", "not agreed"), "warn")
    if day < today:
        late = filled(translate("brief", "%1 late"), day_count((today - day).days))
        return line(text, late, "bad")
    return line(text)
