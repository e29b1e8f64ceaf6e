"""All screens of the tour: those of `screens`, and those that subjects keep in modules of their own."""

from tests.tour import (
    screens_calendar,
    screens_care,
    screens_closing,
    screens_duplicates,
    screens_facts,
    screens_helping,
    screens_insights,
    screens_moments,
    screens_notifications,
    screens_organisations,
    screens_people,
    screens_promises,
    screens_related,
    screens_wizard,
)
from tests.tour.screens import SCREENS, Screen

SUBJECTS = (
    screens_calendar,
    screens_care,
    screens_closing,
    screens_duplicates,
    screens_facts,
    screens_helping,
    screens_insights,
    screens_moments,
    screens_notifications,
    screens_organisations,
    screens_people,
    screens_promises,
    screens_related,
    screens_wizard,
)
"""Each has put its screens into SCREENS when it was imported."""

__all__ = ["SCREENS", "SUBJECTS", "Screen"]
