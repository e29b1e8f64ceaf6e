"""The states of a project, which of them follow each other, and what both sides agreed to."""

from enum import StrEnum


class ProjectState(StrEnum):
    """How far a project has come."""

    DRAFT = "draft"
    """Its wizard is not finished: it reminds nobody of anything yet."""
    EXPLORING = "exploring"
    AGREED = "agreed"
    UNDER_WAY = "under-way"
    DELIVERED = "delivered"
    CLOSED = "closed"


class Agreed(StrEnum):
    """Whether they agree with a deliverable and its date."""

    YES = "yes"
    NO = "no"
    """They disagree, which is kept and not smoothed over."""
    OPEN = "open"


_S = ProjectState

TRANSITIONS: dict[ProjectState, frozenset[ProjectState]] = {
    _S.DRAFT: frozenset({_S.EXPLORING, _S.AGREED, _S.CLOSED}),
    _S.EXPLORING: frozenset({_S.AGREED, _S.CLOSED}),
    _S.AGREED: frozenset({_S.EXPLORING, _S.UNDER_WAY, _S.DELIVERED, _S.CLOSED}),
    _S.UNDER_WAY: frozenset({_S.AGREED, _S.DELIVERED, _S.CLOSED}),
    _S.DELIVERED: frozenset({_S.UNDER_WAY, _S.CLOSED}),
    _S.CLOSED: frozenset({_S.EXPLORING, _S.AGREED, _S.UNDER_WAY, _S.DELIVERED}),
}
"""What each state may become. One step back is allowed, since people press the wrong button and
work resumes; a closed project opens again where it stood. Nothing becomes a draft again."""

GOING_ON = frozenset({_S.AGREED, _S.UNDER_WAY, _S.DELIVERED})
"""While a project is in one of these, its deliveries, reports and check-ins remind."""


def may_become(state: ProjectState, new: ProjectState) -> bool:
    """Whether a project in `state` may be set to `new`; staying as it is counts as no change."""
    return new in TRANSITIONS[state]
