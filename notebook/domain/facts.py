"""The groups in which things worth remembering about a person are kept."""

from enum import StrEnum


class FactGroup(StrEnum):
    """What a personal fact is about."""

    FAMILY = "family"
    HOME = "home"
    INTERESTS = "interests"
    FOOD = "food"
    EDUCATION = "education"
    WORK = "work"
    GOALS = "goals"
    HOW_WE_MET = "how-we-met"
    AVOID = "avoid"
    """Subjects to avoid."""


WISHED = (FactGroup.INTERESTS, FactGroup.GOALS)
"""The groups that say what somebody likes or wants: something of ours may suit it."""
