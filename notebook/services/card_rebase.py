"""What was typed on a card, laid over what became of the card meanwhile."""

from collections.abc import Hashable
from dataclasses import fields, replace
from typing import TypeVar

from notebook.services.people import PersonDraft

Part = TypeVar("Part", bound=Hashable)


def rebased(before: PersonDraft, typed: PersonDraft, present: PersonDraft) -> PersonDraft:
    """Return `typed`, with whatever was left as `before` taken from the `present` card.

    Of lists that were changed on both sides nothing that is new on either side is lost.
    """
    kept = {
        field.name: getattr(present, field.name)
        for field in fields(PersonDraft)
        if getattr(typed, field.name) == getattr(before, field.name)
    }
    return replace(
        typed,
        roles=_both(before.roles, typed.roles, present.roles),
        details=_both(before.details, typed.details, present.details),
        facts=_both(before.facts, typed.facts, present.facts),
        **{
            name: value for name, value in kept.items() if name not in {"roles", "details", "facts"}
        },
    )


def _both(
    before: tuple[Part, ...], typed: tuple[Part, ...], present: tuple[Part, ...]
) -> tuple[Part, ...]:
    gone = set(before) - set(present)
    known = {*before, *typed}
    return (
        *(part for part in typed if part not in gone),
        *(part for part in present if part not in known),
    )
