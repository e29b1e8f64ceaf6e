"""A progress report in plain words, ready to be changed and sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from notebook.domain.dates_in_words import day_month
from notebook.domain.projects import Agreed
from notebook.domain.promises import PromiseState, Side
from notebook.services.phrases import filled
from notebook.services.project_events import ProjectEvents, moved_sentence
from notebook.services.project_lines import DeliveryStanding
from notebook.services.project_page import ProjectPage, ProjectPromise
from notebook.translate import translate

_NEXT = 3
"""As many things to come as one wants to read."""


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One subject of a report: its heading and its points."""

    heading: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _ToCome:
    """Something that we owe them; `day` is None as long as none is agreed."""

    title: str
    day: date | None

    def words(self, today: date) -> str:
        if self.day is None:
            return filled(translate("report", "%1, the day is still to be agreed"), self.title)
        return _by(self.title, self.day, today)


def write_report(
    page: ProjectPage, events: ProjectEvents, since: date | None, signature: str, today: date
) -> str:
    """Return the text of a report: done, next, what we need, dates that moved; empty parts left out."""
    parts = [
        ReportPart(_done_heading(since, today), tuple(_done(events, today))),
        ReportPart(translate("report", "Next"), tuple(_next(page, today))),
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


def _next(page: ProjectPage, today: date) -> Sequence[str]:
    """Return whatever of ours is late, and the first of what is still ahead, by its day."""
    to_come = sorted((*_deliveries(page, today), *_our_promises(page)), key=_by_day)
    late = [each for each in to_come if each.day is not None and each.day < today]
    ahead = [each for each in to_come if each not in late]
    return [each.words(today) for each in (*late, *ahead[:_NEXT])]


def _deliveries(page: ProjectPage, today: date) -> Sequence[_ToCome]:
    """Return what is not delivered yet; a day that they refused is none."""
    return [
        _ToCome(line.title, None if line.agreed is Agreed.NO else line.due_on)
        for line in page.deliverables
        if line.standing(today) is not DeliveryStanding.DELIVERED
    ]


def _our_promises(page: ProjectPage) -> Sequence[_ToCome]:
    """Return what we promised to whoever reads it, by a day."""
    return [
        _ToCome(promise.text, promise.due_on)
        for promise in _open_promises(page, Side.OURS)
        if promise.due_on is not None
    ]


def _by_day(each: _ToCome) -> date:
    return each.day or date.max


def _needs(page: ProjectPage, today: date) -> Sequence[str]:
    return [
        _by(promise.text, promise.due_on, today) if promise.due_on else promise.text
        for promise in _open_promises(page, Side.THEIRS)
    ]


def _open_promises(page: ProjectPage, side: Side) -> Sequence[ProjectPromise]:
    """Return what is owed between us and whoever reads it; the rest is between others."""
    return [
        promise
        for promise in page.promises
        if promise.side is side
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
