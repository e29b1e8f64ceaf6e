"""How often: the days of progress reports, and when somebody should hear from us again."""

from enum import StrEnum


class ReportRhythm(StrEnum):
    """How often a customer wants to hear how it goes."""

    DAILY = "daily"
    """On working days, Monday to Friday."""
    TWICE_A_WEEK = "twice-a-week"
    WEEKLY = "weekly"
    EVERY_TWO_WEEKS = "every-two-weeks"
    MONTHLY = "monthly"
    AT_MILESTONES = "at-milestones"
    """When something is delivered: it has no days of its own."""
