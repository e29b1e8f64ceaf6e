"""Ideas that add value for somebody without undue cost."""

from enum import StrEnum


class Effort(StrEnum):
    """What an idea would cost us."""

    SMALL = "small"
    """Minutes."""
    MEDIUM = "medium"
    """An afternoon."""
    LARGE = "large"
    """Days: worth thinking about twice."""
