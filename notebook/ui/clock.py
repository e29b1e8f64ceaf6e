"""What time it is, as an argument: screens ask the clock that they were given."""

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Says the day and the time where the user is."""

    def now(self) -> datetime:
        """Return the local time, with its offset."""

    def today(self) -> date:
        """Return the local day."""


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """Return the local time, with its offset."""
        return datetime.now().astimezone()

    def today(self) -> date:
        """Return the local day."""
        return self.now().date()
