"""The end of the wizard: the project is agreed, and everything that follows is named."""

from dataclasses import dataclass, replace
from datetime import date

from notebook.domain.check_ins import Occasion, planned_on
from notebook.domain.checklists import personalise
from notebook.domain.dates_in_words import long_day
from notebook.domain.projects import Agreed, ProjectState
from notebook.services.answer_rows import write_answers
from notebook.services.check_ins.plans import make_plans
from notebook.services.check_ins.words import occasion_word
from notebook.services.draft import DeliverableEntry, Draft, NeedEntry, lacks_words
from notebook.services.draft_rows import project_row, write_deliverables
from notebook.services.fit_gate import IS_OURS, why_not_ours
from notebook.services.need_rows import promise_needs
from notebook.services.phrases import filled
from notebook.services.project_words import by_channel, how_often
from notebook.services.report_plans import ReportPlan, report_plan_of
from notebook.services.responsibility_rows import let_go_without_words
from notebook.translate import translate

ENDS = "project:ends"
"""Stands for the day on which a project ends; the colon keeps it apart from keys of questions."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What finishing made, each as a plain sentence for the last page of the wizard."""

    project_id: int
    name: str
    person_name: str
    reports: tuple[str, ...]
    promises: tuple[str, ...]
    deliveries: tuple[str, ...]
    left_open: tuple[str, ...]
    check_ins: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was made that could remind anybody."""
        return not (
            self.reports or self.promises or self.deliveries or self.left_open or self.check_ins
        )


def what_lacks(draft: Draft) -> tuple[str, str]:
    """Return what a project lacks before it can be agreed: the key of what asks for it, a sentence.

    Both are empty when nothing lacks. The keys are ENDS, those of questions, and those of the gate.
    """
    begins_on, ends_on = draft.facts.begins_on, draft.facts.ends_on
    if begins_on is not None and ends_on is not None and ends_on < begins_on:
        words = translate("finishing", "%1 ends before it begins. Change one of the two days.")
        return ENDS, filled(words, draft.facts.name)
    for step in draft.checklist.steps:
        for question in step.questions:
            if lacks_words(question.kind, draft):
                words = translate(
                    "finishing",
                    "A line under “%1” does not say what it is. Write it down, or remove the line.",
                )
                return question.key, filled(words, personalise(step.title, draft.first_name))
    reason = why_not_ours(draft)
    return (IS_OURS, reason) if reason else ("", "")


def agree(draft: Draft, today: date) -> None:
    """Make an agreed project of a draft: needs become promises, silence a question for later.

    Call within a change.
    """
    later = {
        question.key: replace(said, ask_later=True)
        for question in draft.left_open
        if not (said := draft.said(question)).ask_later
    }
    write_answers(draft.project_id, later, today)
    write_deliverables(draft.project_id, _worded(draft))
    promise_needs(draft.project_id)
    let_go_without_words(draft.project_id)
    make_plans(draft.project_id)
    project_row(draft.project_id).amend(state=ProjectState.AGREED, agreed_on=today)


def what_follows(draft: Draft, today: date) -> Finished:
    """Name the promises and reminders that come from agreeing to `draft` on `today`."""
    plan = report_plan_of(draft, today)
    return Finished(
        project_id=draft.project_id,
        name=draft.facts.name,
        person_name=draft.person_name,
        reports=(_report(plan, today),) if plan else (),
        promises=tuple(_promise(need, today) for need in draft.needs if need.text.strip()),
        deliveries=tuple(_delivery(each, today) for each in _worded(draft)),
        left_open=tuple(
            personalise(question.text, draft.first_name) for question in draft.left_open
        ),
        check_ins=_check_ins(draft, today),
    )


def _worded(draft: Draft) -> tuple[DeliverableEntry, ...]:
    return tuple(each for each in draft.deliverables if each.what.strip() or each.how.strip())


def _check_ins(draft: Draft, today: date) -> tuple[str, ...]:
    """Name the check-ins that have a day already; the others get one with the first delivery."""
    begins_on = draft.facts.begins_on or today
    days = [each.due_on for each in _worded(draft) if each.due_on is not None]
    ends_on = max(days) if days else draft.facts.ends_on
    planned = ((each, planned_on(each, begins_on, ends_on)) for each in Occasion)
    text = translate("finishing", "{occasion}, on {day}")
    return tuple(
        text.format(occasion=occasion_word(occasion), day=long_day(day, today))
        for occasion, day in planned
        if day is not None
    )


def _report(plan: ReportPlan, today: date) -> str:
    first = plan.first_on
    text = (
        translate("finishing", "A progress report to {name}{by} {often}, the first on {day}")
        if first
        else translate("finishing", "A progress report to {name}{by} {often}")
    )
    return text.format(
        name=plan.person_name,
        by=f" {by_channel(plan.channel)}" if plan.channel else "",
        often=how_often(plan.rhythm),
        day=long_day(first, today) if first else "",
    )


def _promise(need: NeedEntry, today: date) -> str:
    if need.due_on is None:
        text = translate("finishing", "{name}: {what}, without a day")
        return text.format(name=need.person_name, what=need.text)
    text = translate("finishing", "{name}: {what}, by {day}")
    return text.format(name=need.person_name, what=need.text, day=long_day(need.due_on, today))


def _delivery(entry: DeliverableEntry, today: date) -> str:
    what = entry.what.strip() or entry.how
    if entry.due_on is None:
        text = translate("finishing", "{what}, without a day, so nothing reminds of it yet")
        return text.format(what=what)
    text = (
        translate("finishing", "{what}, on {day}")
        if entry.agreed is Agreed.YES
        else translate("finishing", "{what}, on {day}, not agreed yet")
    )
    return text.format(what=what, day=long_day(entry.due_on, today))
