"""Everything that a relationship's state follows from, each reason with its day."""

from dataclasses import replace
from datetime import date

from notebook.domain.dates_in_words import day_month
from notebook.domain.promises import Side, is_overdue
from notebook.domain.text import excerpt
from notebook.domain.warmth import Reason, ReasonKind
from notebook.services.cards import PersonCard
from notebook.services.phrases import filled
from notebook.services.warmth_reasons import (
    judgement_sentence,
    reason_sentence,
    state_phrase,
)
from notebook.translate import translate

_LONGEST = 90  # characters of a promise or a concern
_LONGEST_NOTE = 200  # characters at the head of a card; the dialog has all of them


def standing_words(card: PersonCard, today: date) -> str:
    """Return why it is as warm as it is, in one line for the head of a card."""
    reasons = ". ".join(reason_sentence(reason, today) for reason in card.warmth.reasons)
    own = card.warmth.own
    if own is None:
        return reasons
    own = replace(own, note=excerpt(own.note, _LONGEST_NOTE))
    words = translate("warmth", "%1. Without it: %2. %3")
    return filled(
        words,
        judgement_sentence(own, today).rstrip("."),
        state_phrase(card.warmth.computed),
        reasons,
    )


def reasons_in_full(card: PersonCard, today: date) -> list[str]:
    """Return all reasons with their days, the weightiest first."""
    return [
        sentence for reason in card.warmth.reasons for sentence in _in_full(card, reason, today)
    ]


def _in_full(card: PersonCard, reason: Reason, today: date) -> list[str]:
    match reason.kind:
        case ReasonKind.PROMISES_OVERDUE:
            return _late_promises(card, today)
        case ReasonKind.OPEN_CONCERNS:
            words = translate("warmth", "A concern is open since %1: %2")
            return [
                filled(words, day_month(each.opened_on, today), excerpt(each.text, _LONGEST))
                for each in card.open_concerns
            ]
        case ReasonKind.BELOW_EXPECTED if card.last_check_in:
            words = translate("warmth", "The check-in of %1 was below what was expected")
            return [filled(words, day_month(card.last_check_in.asked_on, today))]
    sentence = reason_sentence(reason, today)
    if reason.day is None or reason.kind is ReasonKind.NO_CONTACT_YET:
        return [sentence]
    return [filled(translate("warmth", "%1 (%2)"), sentence, day_month(reason.day, today))]


def _late_promises(card: PersonCard, today: date) -> list[str]:
    words = translate("warmth", "Our promise was due on %1: %2")
    return [
        filled(words, day_month(promise.due_on, today), excerpt(promise.text, _LONGEST))
        for promise in card.open_promises
        if promise.side is Side.OURS
        and promise.due_on is not None
        and is_overdue(promise.state, promise.due_on, today)
    ]
