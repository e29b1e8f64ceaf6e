"""Names that try to be more than names, and a person's line for lists."""

from dataclasses import dataclass

from notebook.domain.warmth import Warmth

HOSTILE_NAMES = (
    "<b>x</b>",
    "R&D <img src=file:///etc/passwd>",
    "<table><tr><td>" * 24 + "x",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One person as the delegate wants it."""

    id: int
    name: str
    second_line: str
    warmth: Warmth
    photo_at: str = ""
