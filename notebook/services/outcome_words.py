"""How the end of a project reads."""

from datetime import date

from notebook.domain.dates_in_words import day_month
from notebook.domain.outcomes import Ending, Leftover, SaidBy, Why
from notebook.services.project_outcome import ProjectOutcome
from notebook.translate import translate

_ENDINGS = {
    Ending.DELIVERED: "Delivered",
    Ending.LOST: "Lost",
    Ending.REFERRED_ON: "Referred on",
    Ending.ENDED_BY_US: "Ended by us",
}
_WHYS = {
    Why.RELATIONSHIP: "Relationship",
    Why.FIT: "Fit",
    Why.PRICE: "Price",
    Why.TIMING: "Timing",
    Why.PRODUCT: "Product",
    Why.OTHER: "Other",
}
_LEFTOVERS = {
    Leftover.STAYS: "Stays open",
    Leftover.DONE: "Kept",
    Leftover.DROPPED: "Let go",
    Leftover.BROKEN: "Not kept",
}


def ending_word(ending: Ending) -> str:
    """Return how a project ended: "Referred on"."""
    return translate("outcomes", _ENDINGS[ending])


def why_word(why: Why) -> str:
    """Return a reason: "Relationship"."""
    return translate("outcomes", _WHYS[why])


def leftover_word(leftover: Leftover) -> str:
    """Return what becomes of an open promise: "Stays open"."""
    return translate("outcomes", _LEFTOVERS[leftover])


def outcome_phrase(outcome: ProjectOutcome, first_name: str, today: date) -> str:
    """Return when and why a project ended, and who says so: "22 Nov · Price · as Marta said"."""
    whys = ", ".join(why_word(why) for why in outcome.whys)
    said_by = said_by_words(outcome.said_by, first_name) if whys else ""
    parts = (day_month(outcome.ended_on, today), whys, said_by)
    return " · ".join(part for part in parts if part)


def said_by_words(said_by: SaidBy, name: str) -> str:
    """Return who says why: "as Marta said", "our guess"."""
    if said_by is SaidBy.GUESS:
        return translate("outcomes", "our guess")
    return translate("outcomes", "as %1 said").replace("%1", name)
