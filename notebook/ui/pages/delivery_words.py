"""What the time line of a project says of each delivery: when it came, how it moved, their view."""

from collections.abc import Sequence
from datetime import date

from notebook.domain.dates_in_words import day_count, day_month
from notebook.domain.moves import Move
from notebook.domain.projects import Agreed
from notebook.domain.promises import days_late
from notebook.services.phrases import filled
from notebook.services.project_lines import DeliverableLine
from notebook.services.words import quoted
from notebook.translate import translate


def delivered_words(line: DeliverableLine, today: date) -> str:
    """Return when something was delivered, and how late: "delivered 3 Dec, 2 days late"."""
    assert line.delivered_on is not None, "only what is delivered has a day of it"
    words = filled(translate("project", "delivered %1"), day_month(line.delivered_on, today))
    late = days_late(line.delivered_on, line.due_on)
    if late and line.agreed is not Agreed.NO:
        words += filled(translate("project", ", %1 late"), day_count(late))
    return words


def detail_of(line: DeliverableLine, moves: Sequence[Move], today: date) -> str:
    """Return what else there is to say of a delivery: whether agreed, how it moved, their view."""
    parts = []
    if line.delivered_on is None and line.agreed is Agreed.YES:
        parts.append(translate("project", "agreed"))
    elif line.delivered_on is None and line.agreed is Agreed.OPEN:
        parts.append(translate("project", "not asked yet"))
    parts += _moved(moves, today)
    if line.what.strip() and line.how.strip():
        parts.append(line.how)
    if line.their_view.strip():
        parts.append(quoted(line.their_view))
    return " · ".join(parts)


def _moved(moves: Sequence[Move], today: date) -> list[str]:
    """Say from which day it was moved, whether they were told, and why."""
    parts = []
    for move in moves:
        text = translate("project", "moved from %1")
        parts.append(filled(text, day_month(move.from_on, today)))
        parts[-1] += _whether_said(move, today)
        if move.reason.strip():
            parts[-1] += f" ({move.reason.strip()})"
    return parts


def _whether_said(move: Move, today: date) -> str:
    if move.said_on is None:
        return translate("project", ", not said yet")
    text = (
        translate("project", ", said in time, on %1")
        if move.was_said_before
        else translate("project", ", said late, on %1")
    )
    return filled(text, day_month(move.said_on, today))
