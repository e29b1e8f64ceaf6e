"""Why a relationship is as warm as it is, in plain sentences."""

from datetime import date

from notebook.domain.dates_in_words import day_month, days_ago
from notebook.domain.pauses import WITHOUT_END
from notebook.domain.warmth import Judgement, Reason, ReasonKind, Warmth
from notebook.services.phrases import filled
from notebook.translate import translate

_SENTENCES = {
    ReasonKind.IN_TOUCH: "Last contact {ago}",
    ReasonKind.CONTACT_OVERDUE: "Last contact {ago}, a word is due",
    ReasonKind.LONG_SILENCE: "Last contact {ago}, a word is long due",
    ReasonKind.NO_CONTACT_YET: "No contact logged yet, known since {day}",
    ReasonKind.OPEN_CONCERNS: "A concern is open",
    ReasonKind.PAUSED: "Keeping in touch is paused until {day}",
    ReasonKind.BELOW_EXPECTED: "The last check-in was below what was expected",
}

_STATES = {
    Warmth.WARM: "warm",
    Warmth.COOLING: "cooling",
    Warmth.AT_RISK: "at risk",
    Warmth.UNKNOWN: "not known yet",
}


def reason_sentence(reason: Reason, today: date) -> str:
    """Return the sentence for one reason: "Last contact 27 days ago"."""
    if reason.kind is ReasonKind.PROMISES_OVERDUE:
        if reason.number == 1:
            return translate("warmth", "One promise of ours is overdue")
        return translate("warmth", "%n promises of ours are overdue", reason.number or 0)
    if reason.kind is ReasonKind.OPEN_CONCERNS and (reason.number or 0) > 1:
        return translate("warmth", "%n concerns are open", reason.number or 0)
    sentence = translate("warmth", _SENTENCES[reason.kind])
    if reason.day == WITHOUT_END:
        return translate("warmth", "Keeping in touch is paused")
    if reason.day is None:
        return sentence
    return sentence.replace("{ago}", days_ago(reason.day, today)).replace(
        "{day}", day_month(reason.day, today)
    )


def state_phrase(state: Warmth) -> str:
    """Return the state within a sentence: "at risk"."""
    return translate("warmth", _STATES[state])


def judgement_sentence(own: Judgement, today: date) -> str:
    """Return the user's own judgement as a line: "Your own judgement, 3 Nov: they moved away"."""
    day = day_month(own.set_on, today)
    if not own.note:
        return filled(translate("warmth", "Your own judgement, %1"), day)
    return filled(translate("warmth", "Your own judgement, %1: %2"), day, own.note)


def own_judgement(own: Judgement, today: date) -> str:
    """Return the judgement where its state stands nowhere else: "At risk. Your own judgement, ..."."""
    state = state_phrase(own.state)
    return f"{state[:1].upper()}{state[1:]}. {judgement_sentence(own, today)}"
