"""Who wants to hear how it goes, how often and by which way: read from the answers."""

from dataclasses import dataclass
from datetime import date

from notebook.domain.checklists import AnswerKind
from notebook.domain.moments import Channel
from notebook.domain.rhythm import ReportRhythm, next_report_day
from notebook.services.draft import Draft


@dataclass(frozen=True, slots=True)
class ReportPlan:
    """The progress reports that a project will have; `first_on` is None without days of its own."""

    person_name: str
    rhythm: ReportRhythm
    channel: Channel | None
    first_on: date | None


def report_plan_of(draft: Draft, agreed_on: date) -> ReportPlan | None:
    """Return the plan that follows from a draft which is agreed on this day, if it has a rhythm.

    The rhythm counts from the day on which it holds: agreed, and the work begun.
    """
    rhythm = _choice(draft, AnswerKind.RHYTHM)
    if not rhythm:
        return None
    anchor = max(agreed_on, draft.facts.begins_on or agreed_on)
    return ReportPlan(
        draft.person_name,
        ReportRhythm(rhythm),
        agreed_channel(draft),
        next_report_day(ReportRhythm(rhythm), anchor, anchor),
    )


def agreed_channel(draft: Draft) -> Channel | None:
    """Return the way by which they want to hear how it goes, if that was said."""
    channel = _choice(draft, AnswerKind.CHANNEL)
    return Channel(channel) if channel else None


def _choice(draft: Draft, kind: AnswerKind) -> str:
    said = (draft.said(each) for each in draft.checklist.questions if each.kind is kind)
    return next((each.choice for each in said if not each.ask_later), "")
