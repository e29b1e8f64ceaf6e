"""What somebody is to a person, and what that makes the person to them."""

from enum import StrEnum


class Relation(StrEnum):
    """What somebody is to the person on whose card they stand."""

    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    ASSISTANT = "assistant"
    MANAGER = "manager"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    NEIGHBOUR = "neighbour"
    OTHER = "other"


FAMILY = (Relation.PARTNER, Relation.CHILD, Relation.PARENT, Relation.SIBLING)

_INVERSES = {
    Relation.CHILD: Relation.PARENT,
    Relation.PARENT: Relation.CHILD,
    Relation.ASSISTANT: Relation.MANAGER,
    Relation.MANAGER: Relation.ASSISTANT,
}


def inverse(relation: Relation) -> Relation:
    """Return what the person is to somebody who is this to them."""
    return _INVERSES.get(relation, relation)
