"""What the screens about people kept twice say."""

from collections.abc import Mapping

from notebook.domain.duplicates import Reason
from notebook.services.history.words import thing_word
from notebook.services.phrases import filled
from notebook.translate import translate

_REASONS = {
    Reason.EMAIL: "Same e-mail %1",
    Reason.PHONE: "Same telephone %1",
    Reason.SAME_NAME: "Same name",
    Reason.ALIKE_NAME: "Names are alike",
}
_COUNTED = {
    "moment_person": ("1 contact", "%n contacts"),
    "promise": ("1 promise", "%n promises"),
    "project": ("1 project", "%n projects"),
    "project_person": ("1 part in a project", "%n parts in projects"),
    "reminder": ("1 reminder", "%n reminders"),
    "fact": ("1 thing worth remembering", "%n things worth remembering"),
    "membership": ("1 group", "%n groups"),
    "role": ("1 role", "%n roles"),
    "contact_detail": ("1 way to reach them", "%n ways to reach them"),
    "related_person": ("1 person around them", "%n people around them"),
    "referral": ("1 referral", "%n referrals"),
    "need": ("1 need", "%n needs"),
    "check_in": ("1 check-in", "%n check-ins"),
    "concern": ("1 concern", "%n concerns"),
    "value_idea": ("1 idea", "%n ideas"),
    "fit_check": ("1 fit check", "%n fit checks"),
    "suggestion": ("1 suggestion", "%n suggestions"),
    "answer": ("1 answer", "%n answers"),
    "responsibility": ("1 thing to answer for", "%n things to answer for"),
    "person": ("1 person to look after", "%n people to look after"),
}
"""In the order in which they are told."""
_UNTOLD = frozenset(
    {"own_value", "person_photo", "dismissed_pair", "imported_card", "asked_question"}
)
"""Told as fields, or nothing that a user knows of."""


def reason_words(reason: Reason, shown: str) -> str:
    """Return why two people may be one: "Same e-mail ana@example.org"."""
    return filled(translate("duplicates", _REASONS[reason]), shown)


def moving_words(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return what moves from one card to the other: "12 contacts", "2 promises"."""
    told = [table for table in _COUNTED if counts.get(table)]
    others = sorted(counts.keys() - _COUNTED.keys() - _UNTOLD)
    return (
        *(_counted(table, counts[table]) for table in told),
        *(f"{counts[table]} × {thing_word(table)}" for table in others if counts[table]),
    )


def _counted(table: str, count: int) -> str:
    one, many = _COUNTED[table]
    return translate("duplicates", one) if count == 1 else translate("duplicates", many, count)
