"""The few values that the look rests on, for light and for dark."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one appearance, as "#rrggbb"; every text pair has a contrast of at least 4.5."""

    paper: str
    card: str
    ink: str
    soft: str
    line: str
    accent: str
    accent_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    ok: str
    ok_soft: str
    on_accent: str
    is_dark: bool

    def colour(self, name: str) -> str:
        """Return the colour called `name` ("soft", "accent", "bad_soft" ...)."""
        value = getattr(self, name)
        if not isinstance(value, str):
            raise KeyError(name)
        return value


LIGHT = Tokens(
    paper="#f6f3ee",
    card="#ffffff",
    ink="#2a2825",
    soft="#6f6a62",
    line="#e4dfd6",
    accent="#1f6f6b",
    accent_soft="#e3efed",
    warn="#9a580c",
    warn_soft="#fbeeda",
    bad="#b3261e",
    bad_soft="#fbe6e3",
    ok="#2a7648",
    ok_soft="#e2f1e7",
    on_accent="#ffffff",
    is_dark=False,
)

DARK = Tokens(
    paper="#1c1b19",
    card="#262522",
    ink="#ece8e1",
    soft="#a39d93",
    line="#393733",
    accent="#6cc0b8",
    accent_soft="#1f3a38",
    warn="#e0a458",
    warn_soft="#3a2d1a",
    bad="#f0857b",
    bad_soft="#3d2320",
    ok="#7cc596",
    ok_soft="#1f3527",
    on_accent="#1c1b19",
    is_dark=True,
)
