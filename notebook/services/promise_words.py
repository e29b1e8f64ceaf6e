"""What became of a promise, and of all of them, in plain words."""

from collections.abc import Mapping
from datetime import date

from notebook.domain.dates_in_words import day_month
from notebook.domain.promises import CLOSED, PromiseState, Side
from notebook.services.phrases import filled
from notebook.services.promise_ledger import LedgerLine, LedgerTotals
from notebook.translate import translate


def outcome_word(state: PromiseState) -> str:
    """Return what a promise is called that stands like this, within a line: "moved with notice"."""
    return {
        PromiseState.DRAFT: translate("promises", "not promised yet"),
        PromiseState.OPEN: translate("promises", "open"),
        PromiseState.KEPT: translate("promises", "kept"),
        PromiseState.MOVED: translate("promises", "moved with notice"),
        PromiseState.OWNED_UP: translate("promises", "owned up to"),
        PromiseState.BROKEN: translate("promises", "broken"),
    }[state]


def history_phrase(line: LedgerLine, today: date) -> str:
    """Return what happened to a promise so far; empty where nothing did."""
    parts = [_move_phrase(line, today)] if line.moves else []
    if line.state in CLOSED and line.closed_on is not None:
        parts.append(_closed_phrase(line, line.closed_on, today))
    return " · ".join(parts)


def outcomes_sentence(outcomes: Mapping[PromiseState, int]) -> str:
    """Return how closed promises went: "11 kept, 1 moved with notice, 0 broken"; empty without."""
    if not outcomes:
        return ""
    always = {PromiseState.KEPT, PromiseState.BROKEN}
    order = (PromiseState.KEPT, PromiseState.MOVED, PromiseState.OWNED_UP, PromiseState.BROKEN)
    return ", ".join(
        f"{outcomes.get(state, 0)} {outcome_word(state)}"
        for state in order
        if state in always or state in outcomes
    )


def totals_sentence(totals: LedgerTotals, side: Side) -> str:
    """Return how one side's promises went: "Ours: 2 open, 1 overdue. 11 kept, 1 moved with notice"."""
    who = {
        Side.OURS: translate("promises", "Ours"),
        Side.THEIRS: translate("promises", "Theirs"),
    }[side]
    now = [filled(translate("promises", "%1 open"), str(totals.open))]
    if totals.overdue:
        now.append(filled(translate("promises", "%1 overdue"), str(totals.overdue)))
    outcomes = {
        PromiseState.KEPT: totals.kept,
        PromiseState.MOVED: totals.moved,
        PromiseState.OWNED_UP: totals.owned_up,
        PromiseState.BROKEN: totals.broken,
    }
    done = outcomes_sentence({state: count for state, count in outcomes.items() if count})
    if totals.kept_late:
        late = filled(translate("promises", "%1 of those kept came late"), str(totals.kept_late))
        done = f"{done}; {late}"
    if not done:
        return filled(translate("promises", "%1: %2"), who, ", ".join(now))
    return filled(translate("promises", "%1: %2. %3"), who, ", ".join(now), done)


def _move_phrase(line: LedgerLine, today: date) -> str:
    move = line.moves[-1]
    if move.said_on is None:
        words = translate("promises", "moved from %1, not said yet")
    elif move.was_said_before:
        words = translate("promises", "moved from %1, said before")
    else:
        words = translate("promises", "moved from %1, said late")
    phrase = filled(words, day_month(move.from_on, today))
    return f"{phrase} ({move.reason})" if move.reason.strip() else phrase


def _closed_phrase(line: LedgerLine, closed_on: date, today: date) -> str:
    if line.state is PromiseState.BROKEN:
        phrase = filled(translate("promises", "not kept, %1"), day_month(closed_on, today))
        return f"{phrase} ({line.closing_note})" if line.closing_note.strip() else phrase
    phrase = filled(translate("promises", "kept %1"), day_month(closed_on, today))
    late = line.days_late
    if late and not line.moves:
        words = (
            translate("promises", "1 day late")
            if late == 1
            else translate("promises", "%n days late", late)
        )
        phrase = f"{phrase}, {words}"
    return phrase
