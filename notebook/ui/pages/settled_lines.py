"""Which lines left the panel by which change, so that taking it back leads back to them."""

from notebook.domain.changes import Changes
from notebook.ui.models.reminder_model import ReminderModel
from notebook.ui.pages.reminder_menus import Lines

_MOST = 50


class SettledLines:
    """Remembers the latest; a change that is undone touches the same things as when it was made."""

    def __init__(self, model: ReminderModel) -> None:
        self._model = model
        self._left: list[tuple[Changes, Lines]] = []

    def look(self, changes: Changes, chosen: Lines) -> list[int]:
        """Return the rows of the lines that this change brought back, if it did.

        Else `chosen` are remembered where it took some of them away.
        """
        if self._left and self._left[-1][0].ids == changes.ids:
            rows = self._rows(self._left[-1][1])
            if rows:
                self._left.pop()
                return rows
        if chosen and not changes.everything and not self._rows(chosen):
            self._left = [*self._left[1 - _MOST :], (changes, chosen)]
        return []

    def _rows(self, lines: Lines) -> list[int]:
        """Return the rows of these lines, none unless all of them are there as they were."""
        rows = [self._model.row_as_it_was(line) for line in lines]
        found = [row for row in rows if row is not None]
        return found if len(found) == len(lines) else []
