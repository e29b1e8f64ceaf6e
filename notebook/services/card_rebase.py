"""What was typed on a card, laid over what became of the card meanwhile."""

from collections.abc import Hashable
from dataclasses import fields, replace
from typing import TypeVar

from notebook.services.own_values import OwnValueDraft
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
        groups=_both(before.groups, typed.groups, present.groups),
        own_values=_by_field(before.own_values, typed.own_values, present.own_values),
        **{
            name: value
            for name, value in kept.items()
            if name not in {"roles", "details", "facts", "groups", "own_values"}
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


def _by_field(
    before: tuple[OwnValueDraft, ...],
    typed: tuple[OwnValueDraft, ...],
    present: tuple[OwnValueDraft, ...],
) -> tuple[OwnValueDraft, ...]:
    old, new, now = (
        {value.field_id: value.text for value in values} for values in (before, typed, present)
    )
    changed = {field for field in old | new if old.get(field) != new.get(field)}
    merged = {field: (new if field in changed else now).get(field, "") for field in new | now}
    return tuple(OwnValueDraft(field, text) for field, text in merged.items() if text)
