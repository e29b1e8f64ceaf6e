"""A progress report in plain words, ready to be changed and sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from notebook.domain.dates_in_words import day_month
from notebook.domain.projects import Agreed
from notebook.domain.promises import PromiseState
from notebook.services.phrases import filled
from notebook.services.project_events import ProjectEvents, moved_sentence
from notebook.services.project_lines import DeliverableLine, DeliveryStanding
from notebook.services.project_page import ProjectPage
from notebook.translate import translate

_NEXT = 3
"""As many deliveries to come as one wants to read."""


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One subject of a report: its heading and its points."""

    heading: str
    points: tuple[str, ...]


def write_report(
    page: ProjectPage, events: ProjectEvents, since: date | None, signature: str, today: date
) -> str:
    """Return the text of a report: done, next, what we need, dates that moved; empty parts left out."""
    parts = [
        ReportPart(_done_heading(since, today), tuple(_done(events, today))),
        ReportPart(translate("report", "Next"), tuple(_next(page.deliverables, today))),
        ReportPart(translate("report", "What we need from you"), tuple(_needs(page, today))),
        ReportPart(
            translate("report", "Dates that moved"),
            tuple(moved_sentence(moved, today) for moved in events.moved),
        ),
    ]
    greeting = filled(translate("report", "Hello %1,"), page.first_name)
    opening = filled(translate("report", "this is how %1 goes."), page.name)
    blocks = [f"{greeting}\n\n{opening}"]
    blocks += [_block(part) for part in parts if part.points]
    blocks.append(translate("report", "Is there anything else that we can do for you?"))
    closing = translate("report", "Kind regards")
    blocks.append(f"{closing}\n{signature}" if signature else closing)
    return "\n\n".join(blocks) + "\n"


def _block(part: ReportPart) -> str:
    return "\n".join([part.heading, *(f"- {point}" for point in part.points)])


def _done_heading(since: date | None, today: date) -> str:
    if since is None:
        return translate("report", "Done so far")
    return filled(translate("report", "Done since %1"), day_month(since, today))


def _done(events: ProjectEvents, today: date) -> Sequence[str]:
    delivered = [
        filled(translate("report", "%1, delivered on %2"), text, day_month(day, today))
        for day, text in events.delivered
    ]
    kept = [text for _, text in events.kept_by_us]
    return delivered + kept


def _next(lines: Sequence[DeliverableLine], today: date) -> Sequence[str]:
    to_come = [line for line in lines if line.standing(today) is not DeliveryStanding.DELIVERED]
    return [_to_come(line, today) for line in to_come[:_NEXT]]


def _to_come(line: DeliverableLine, today: date) -> str:
    if line.due_on is None or line.agreed is Agreed.NO:
        return filled(translate("report", "%1, the day is still to be agreed"), line.title)
    return filled(translate("report", "%1, by %2"), line.title, day_month(line.due_on, today))


def _needs(page: ProjectPage, today: date) -> Sequence[str]:
    wanted = [need for need in page.needs if need.state is PromiseState.OPEN]
    return [
        filled(translate("report", "%1, by %2"), need.text, day_month(need.due_on, today))
        if need.due_on
        else need.text
        for need in wanted
    ]
