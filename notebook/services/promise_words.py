"""What became of a promise, and of all of them, in plain words."""

from collections.abc import Mapping
from datetime import date

from notebook.domain.dates_in_words import day_month
from notebook.domain.moves import Move
from notebook.domain.promises import CLOSED, GIVEN_UP, PromiseState, Side
from notebook.services.phrases import filled
from notebook.services.promise_ledger import LedgerLine, LedgerTotals
from notebook.translate import translate

_IN_ORDER = (
    PromiseState.KEPT,
    PromiseState.MOVED,
    PromiseState.OWNED_UP,
    PromiseState.ADMITTED,
    PromiseState.CALLED_OFF,
    PromiseState.LET_GO,
    PromiseState.BROKEN,
)


def outcome_word(state: PromiseState) -> str:
    """Return what a promise is called that stands like this, within a line: "moved with notice"."""
    return {
        PromiseState.DRAFT: translate("promises", "not promised yet"),
        PromiseState.OPEN: translate("promises", "open"),
        PromiseState.KEPT: translate("promises", "kept"),
        PromiseState.MOVED: translate("promises", "moved with notice"),
        PromiseState.OWNED_UP: translate("promises", "owned up to"),
        PromiseState.CALLED_OFF: translate("promises", "cancelled with notice"),
        PromiseState.ADMITTED: translate("promises", "owned up to"),
        PromiseState.LET_GO: translate("promises", "let go"),
        PromiseState.BROKEN: translate("promises", "broken"),
    }[state]


def outcomes_to_choose() -> list[tuple[tuple[PromiseState, ...], str]]:
    """Return which closed promises one may look at, each choice with its word, all of them first."""
    by_word: dict[str, tuple[PromiseState, ...]] = {}
    for state in _IN_ORDER:
        word = outcome_word(state)
        by_word[word] = (*by_word.get(word, ()), state)
    chosen = [(states, f"{word[:1].upper()}{word[1:]}") for word, states in by_word.items()]
    return [((), translate("promises", "Every outcome")), *chosen]


def history_phrase(line: LedgerLine, today: date) -> str:
    """Return what happened to a promise so far; empty where nothing did."""
    parts = [_move_phrase(line, move, today) for move in line.moves]
    if line.state in CLOSED and line.closed_on is not None:
        parts.append(_closed_phrase(line, line.closed_on, today))
    return " · ".join(parts)


def outcomes_sentence(outcomes: Mapping[PromiseState, int]) -> str:
    """Return how closed promises went: "11 kept, 1 moved with notice, 0 broken"; empty without."""
    if not outcomes:
        return ""
    counts = {outcome_word(state): 0 for state in (PromiseState.KEPT, PromiseState.BROKEN)}
    for state, count in outcomes.items():
        counts[outcome_word(state)] = counts.get(outcome_word(state), 0) + count
    words = dict.fromkeys(outcome_word(state) for state in _IN_ORDER)
    return ", ".join(f"{counts[word]} {word}" for word in words if word in counts)


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
        PromiseState.CALLED_OFF: totals.called_off,
        PromiseState.LET_GO: totals.let_go,
        PromiseState.BROKEN: totals.broken,
    }
    done = outcomes_sentence({state: count for state, count in outcomes.items() if count})
    if totals.kept_late:
        late = filled(translate("promises", "%1 of those kept came late"), str(totals.kept_late))
        done = f"{done}; {late}"
    if not done:
        return filled(translate("promises", "%1: %2"), who, ", ".join(now))
    return filled(translate("promises", "%1: %2. %3"), who, ", ".join(now), done)


def _move_phrase(line: LedgerLine, move: Move, today: date) -> str:
    phrase = filled(translate("promises", "moved from %1"), day_month(move.from_on, today))
    told = _told(line, move.said_on, today, in_time=move.was_said_before)
    return _with_reason(f"{phrase}, {told}", move.reason)


def _closed_phrase(line: LedgerLine, closed_on: date, today: date) -> str:
    if line.state is PromiseState.LET_GO:
        return filled(translate("promises", "let go %1"), day_month(closed_on, today))
    if line.state in GIVEN_UP:
        phrase = filled(translate("promises", "not kept, %1"), day_month(closed_on, today))
        if line.told_on is not None:
            in_time = line.state is PromiseState.CALLED_OFF
            phrase = f"{phrase}, {_told(line, line.told_on, today, in_time=in_time)}"
        return _with_reason(phrase, line.closing_note)
    phrase = filled(translate("promises", "kept %1"), day_month(closed_on, today))
    late = line.days_late
    if late:
        words = (
            translate("promises", "1 day late")
            if late == 1
            else translate("promises", "%n days late", late)
        )
        phrase = f"{phrase}, {words}"
    return phrase


def _told(line: LedgerLine, said_on: date | None, today: date, *, in_time: bool) -> str:
    """Say who knew, and since when: "Marta was told in time, on 16 Nov"."""
    is_ours = line.side is Side.OURS
    if said_on is None:
        words = (
            translate("promises", "%1 was not told yet")
            if is_ours
            else translate("promises", "%1 did not say so")
        )
        return filled(words, line.first_name)
    if in_time:
        words = (
            translate("promises", "%1 was told in time, on %2")
            if is_ours
            else translate("promises", "%1 said so in time, on %2")
        )
    else:
        words = (
            translate("promises", "%1 was told late, on %2")
            if is_ours
            else translate("promises", "%1 said so late, on %2")
        )
    return filled(words, line.first_name, day_month(said_on, today))


def _with_reason(phrase: str, reason: str) -> str:
    return f"{phrase} ({reason.strip()})" if reason.strip() else phrase
