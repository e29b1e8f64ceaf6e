"""A progress report in plain words, ready to be changed and sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from notebook.domain.dates_in_words import day_month
from notebook.domain.projects import Agreed
from notebook.domain.promises import PromiseState, Side
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
            tuple(_moved(events, today)),
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
    """Return whatever is late, and the first of what is still ahead."""
    late = [line for line in lines if line.standing(today) is DeliveryStanding.LATE]
    done = {DeliveryStanding.DELIVERED, DeliveryStanding.LATE}
    ahead = [line for line in lines if line.standing(today) not in done]
    return [_to_come(line, today) for line in (*late, *ahead[:_NEXT])]


def _to_come(line: DeliverableLine, today: date) -> str:
    if line.due_on is None or line.agreed is Agreed.NO:
        return filled(translate("report", "%1, the day is still to be agreed"), line.title)
    return _by(line.title, line.due_on, today)


def _needs(page: ProjectPage, today: date) -> Sequence[str]:
    """Return what whoever reads it promised us; what others owe is between them and us."""
    return [
        _by(promise.text, promise.due_on, today) if promise.due_on else promise.text
        for promise in page.promises
        if promise.side is Side.THEIRS
        and promise.state is PromiseState.OPEN
        and promise.person_id == page.person_id
    ]


def _moved(events: ProjectEvents, today: date) -> Sequence[str]:
    return [moved_sentence(each, today) for each in events.moved if each.side is Side.OURS]


def _by(title: str, day: date, today: date) -> str:
    """Return "First coat, by 28 Nov", or what fits a day that is past."""
    words = translate("report", "%1, by %2")
    if day < today:
        words = translate("report", "%1, planned for %2, is still to come")
    return filled(words, title, day_month(day, today))
