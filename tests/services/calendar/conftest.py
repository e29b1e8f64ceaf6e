"""The world of reminders is that of the calendar too."""

from tests.services.reminders.conftest import new_world

__all__ = ["new_world"]
