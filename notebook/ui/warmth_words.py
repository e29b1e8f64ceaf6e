"""How a relationship's warmth is said and coloured; the word always stands beside the colour."""

from notebook.domain.warmth import Warmth
from notebook.translate import translate

_TOKENS = {Warmth.WARM: "ok", Warmth.COOLING: "warn", Warmth.AT_RISK: "bad", Warmth.UNKNOWN: "soft"}


def warmth_word(warmth: Warmth) -> str:
    """Return the short word for a list."""
    words = {
        Warmth.WARM: translate("warmth", "warm"),
        Warmth.COOLING: translate("warmth", "cooling"),
        Warmth.AT_RISK: translate("warmth", "at risk"),
        Warmth.UNKNOWN: translate("warmth", "not known yet"),
    }
    return words[warmth]


def warmth_colour(warmth: Warmth) -> str:
    """Return the name of the token for its mark."""
    return _TOKENS[warmth]
