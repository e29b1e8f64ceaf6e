"""How somebody likes to be spoken with, and what a row of contacts says about that."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from notebook.domain.moments import Channel

IN_A_ROW = 3
"""So many contacts in a row by another channel than the preferred one are worth a word."""


class DetailLevel(StrEnum):
    """How much somebody wants to hear."""

    SHORT = "short"
    MAIN_POINTS = "main-points"
    EVERYTHING = "everything"


class TakesIn(StrEnum):
    """How somebody takes things in best."""

    READS = "reads"
    LOOKS = "looks"
    LISTENS = "listens"
    TRIES = "tries"


@dataclass(frozen=True, slots=True)
class Communication:
    """How somebody likes to be spoken with, besides the preferred channel and times."""

    fallback_channel: Channel | None = None
    avoided_channels: tuple[Channel, ...] = ()
    detail_level: DetailLevel | None = None
    takes_in: TakesIn | None = None
    language: str = ""
    terms_used: str = ""
    terms_avoided: str = ""


UNKNOWN = Communication()
"""Nothing is known about it yet."""


def is_drifting(preferred: Channel | None, newest: Sequence[Channel], chosen: Channel) -> bool:
    """Return whether `chosen` makes as many in a row by another channel than the preferred one.

    `newest` are the channels of the contacts before it, the last one first.
    """
    if preferred is None or len(newest) < IN_A_ROW - 1:
        return False
    return preferred not in (chosen, *newest[: IN_A_ROW - 1])


def channels_in(text: str) -> tuple[Channel, ...]:
    """Return the channels that `channels_as_text` wrote down."""
    return tuple(Channel(word) for word in text.split())


def channels_as_text(channels: Sequence[Channel]) -> str:
    """Return channels as one text, in the order in which they are always listed."""
    return " ".join(channel for channel in Channel if channel in channels)
