"""How a relationship's warmth is said and coloured; the word always stands beside the colour."""

from notebook.domain.warmth import Warmth
from notebook.services.warmth_reasons import state_phrase

_TOKENS = {Warmth.WARM: "ok", Warmth.COOLING: "warn", Warmth.AT_RISK: "bad", Warmth.UNKNOWN: "soft"}


def warmth_word(warmth: Warmth) -> str:
    """Return the short word for a list."""
    return state_phrase(warmth)


def warmth_colour(warmth: Warmth) -> str:
    """Return the name of the token for its mark."""
    return _TOKENS[warmth]
