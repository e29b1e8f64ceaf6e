"""What the session needs of a window."""

from collections.abc import Callable
from typing import Protocol


class NotebookWindow(Protocol):
    """What the session needs of a window."""

    def fit_to_screen(self) -> None:
        """Become no larger than the screen has room for."""

    def show(self) -> None:
        """Open it."""

    def close(self) -> bool:
        """Close it; False when something unsaved keeps the user there."""

    def deleteLater(self) -> None:
        """Forget it."""

    def come_forward(self) -> None:
        """Put it before all others."""

    def announce(self, text: str, action: str, run: Callable[[], None] | None) -> None:
        """Say something that stays until it is closed, with a way on."""

    def step_aside(self) -> None:
        """Go on without being seen."""

    def begin_reminding(self, *, is_hidden: bool) -> None:
        """Speak up in time from now on."""
