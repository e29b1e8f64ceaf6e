"""What the customers of the sample got: check-ins, a concern, and deliveries that were moved."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from notebook.domain.check_ins import About, Grade, Occasion
from notebook.domain.concerns import ConcernStep
from notebook.domain.moments import Channel
from notebook.services.check_ins.sheet import CheckInDraft, SheetLine
from notebook.services.concerns import ConcernEntry, StepEntry
from notebook.services.notebook import Notebook
from notebook.services.sample.told import Told, day


def ask_customers(
    notebook: Notebook, told: Sequence[Told], projects: Mapping[str, int], today: date
) -> None:
    """Ask as it was told, in the order in which it happened."""
    for project in told:
        project_id = projects[project["name"]]
        _move_deliveries(notebook, project, project_id, today)
        concern_id = None
        for each in project.get("check_ins", []):
            concern_id = _ask(notebook, each, project_id, today)
        if concern_id is not None:
            _set_right(notebook, project["concern"], concern_id, project_id, today)
        _plan(notebook, project.get("check_in_days", {}), project_id, today)


def _move_deliveries(notebook: Notebook, told: Told, project_id: int, today: date) -> None:
    ids = {each.what: each.id for each in notebook.projects.page(project_id).deliverables}
    for each in told["deliverables"]:
        if "moved" in each:
            move = each["moved"]
            notebook.delivery_moves.move(
                ids[each["what"]],
                today + timedelta(days=move["to"]),
                today,
                said_on=day(today, move, "said"),
                reason=move["reason"],
            )


def _ask(notebook: Notebook, told: Told, project_id: int, today: date) -> int | None:
    on = today + timedelta(days=told["asked"])
    plans = notebook.check_ins.plans.of_project(project_id, on)
    plan = next(each for each in plans if each.occasion is Occasion(told["occasion"]))
    draft = replace(
        notebook.check_ins.sheet(project_id, on, plan.id).draft,
        channel=Channel(told["channel"]),
        more_words=told.get("more", ""),
        our_grade=Grade(told["ours"]) if "ours" in told else None,
    )
    _changes, concern_id = notebook.check_ins.save(_answered(draft, told["lines"]), _noon(on))
    return concern_id


def _answered(draft: CheckInDraft, told: Sequence[Told]) -> CheckInDraft:
    """Fill in what was said of each subject; of several points the first."""
    said = {About(each["about"]): each for each in told}
    lines = tuple(_line(line, said.pop(line.about, None)) for line in draft.lines)
    return replace(draft, lines=lines)


def _line(line: SheetLine, told: Told | None) -> SheetLine:
    if told is None:
        return line
    return replace(line, said_today=told.get("said", ""), grade=Grade(told["grade"]))


def _set_right(
    notebook: Notebook, told: Told, concern_id: int, project_id: int, today: date
) -> None:
    steps: dict[ConcernStep, StepEntry] = {}
    for each in told["steps"]:
        done_on = day(today, each, "on")
        steps[ConcernStep(each["step"])] = StepEntry(done_on is not None, each["note"])
        page = notebook.concerns.page(concern_id, today)
        entry = ConcernEntry(
            page.text,
            dict(steps),
            page.standing.owner_id,
            follow_up_on=day(today, told, "follow_up"),
            project_id=project_id,
        )
        notebook.concerns.save(concern_id, entry, _noon(done_on or today))


def _plan(notebook: Notebook, told: Told, project_id: int, today: date) -> None:
    for plan in notebook.check_ins.plans.of_project(project_id, today):
        if chosen := day(today, told, plan.occasion.value):
            notebook.check_ins.plans.move(plan.id, chosen, chosen)


def _noon(on: date) -> datetime:
    return datetime.combine(on, time(12, 0))
