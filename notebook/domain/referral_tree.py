"""Who sent whom, laid out by generations: whom nobody sent at the left, whom they sent beside them."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Sent(Generic[Key]):
    """That one sent another to us."""

    sender: Key
    person: Key


@dataclass(frozen=True, slots=True)
class Placed(Generic[Key]):
    """Where somebody stands: the generation counts from 0, the row is between their own people's."""

    key: Key
    generation: int
    row: float
    parent: Key | None
    others: tuple[Key, ...] = ()
    """Who sent them besides: there is one line to the parent, and thin ones to these."""


def lay_out(referrals: Sequence[Sent[Key]]) -> tuple[Placed[Key], ...]:
    """Return where everybody stands, parents before those whom they sent, from the top down.

    The first who sent somebody is their parent; where people sent each other in a circle, it is
    cut at the referral that closes it. Trees stand below each other in the order of their roots.
    """
    senders = _senders(referrals)
    parents = _parents(senders)
    children: dict[Key, list[Key]] = {key: [] for key in senders}
    for key, parent in parents.items():
        if parent is not None:
            children[parent].append(key)
    roots = [key for key, parent in parents.items() if parent is None]
    order, generations = _walk(roots, children)
    rows = _rows(order, children)
    return tuple(
        Placed(
            key,
            generations[key],
            rows[key],
            parents[key],
            tuple(each for each in senders[key] if each != parents[key]),
        )
        for key in order
    )


def _senders(referrals: Sequence[Sent[Key]]) -> dict[Key, list[Key]]:
    """Return everybody, in the order of first mention, with who sent them."""
    senders: dict[Key, list[Key]] = {}
    for each in referrals:
        senders.setdefault(each.sender, [])
        found = senders.setdefault(each.person, [])
        if each.sender != each.person and each.sender not in found:
            found.append(each.sender)
    return senders


def _parents(senders: Mapping[Key, Sequence[Key]]) -> dict[Key, Key | None]:
    parents: dict[Key, Key | None] = dict.fromkeys(senders)
    for key, found in senders.items():
        parents[key] = next((each for each in found if not _descends(each, key, parents)), None)
    return parents


def _descends(key: Key, ancestor: Key, parents: Mapping[Key, Key | None]) -> bool:
    step: Key | None = key
    while step is not None:
        if step == ancestor:
            return True
        step = parents[step]
    return False


def _walk(
    roots: Sequence[Key], children: Mapping[Key, Sequence[Key]]
) -> tuple[list[Key], dict[Key, int]]:
    """Return everybody, each before those whom they sent, with the generation; without recursion."""
    order: list[Key] = []
    generations: dict[Key, int] = {}
    waiting = [(root, 0) for root in reversed(roots)]
    while waiting:
        key, generation = waiting.pop()
        order.append(key)
        generations[key] = generation
        waiting += [(child, generation + 1) for child in reversed(children[key])]
    return order, generations


def _rows(order: Sequence[Key], children: Mapping[Key, Sequence[Key]]) -> dict[Key, float]:
    """Return the rows: one for each who sent nobody, others in the middle of their own people."""
    rows: dict[Key, float] = {}
    for key in order:
        if not children[key]:
            rows[key] = float(len(rows))
    for key in reversed(order):
        if children[key]:
            own = [rows[child] for child in children[key]]
            rows[key] = (own[0] + own[-1]) / 2
    return rows
