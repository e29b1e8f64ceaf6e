"""The large areas of the window, each made when it is first shown."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from notebook.domain.changes import Changes

PEOPLE, PROJECTS, SETTINGS = "people", "projects", "settings"
PROMISES = "promises"
OFFERINGS = "offerings"
INSIGHTS = "insights"
ORGANISATIONS, TEAM = "organisations", "team"
DUPLICATES = "duplicates"
TRASH, WELCOME, CHECKLISTS = "trash", "welcome", "checklists"


class Area(QWidget):
    """A page of the window."""

    def reload(self, changes: Changes) -> None:
        """Look again if the change may concern what is shown."""
        raise NotImplementedError

    def may_leave(self) -> bool:
        """Whether nothing typed would be lost by going elsewhere; may ask the user."""
        return True

    def search(self) -> bool:
        """Put the cursor into the page's own search field; return whether it has one."""
        return False


class Areas(QStackedWidget):
    """Shows one area at a time; an area that was never opened costs nothing.

    Attributes:
        shown: the key of the area that is shown.

    Signals:
        moved(str): this area is shown, be it another one or, when it did not let go, the same.
    """

    moved = Signal(str)

    def __init__(self, makers: Mapping[str, Callable[[], Area]]) -> None:
        super().__init__()
        self._makers = makers
        self._made: dict[str, Area] = {}
        self.shown = ""

    @Slot(str)
    def go_to(self, key: str) -> bool:
        """Show an area, unless something unsaved keeps the user where they are; return whether."""
        if key == self.shown or self.may_leave():
            self.setCurrentWidget(self.page(key))
            self.shown = key
        self.moved.emit(self.shown)
        return self.shown == key

    def page(self, key: str) -> Area:
        """Return the page of an area, made now if need be."""
        if key not in self._made:
            self._made[key] = self._makers[key]()
            self.addWidget(self._made[key])
        return self._made[key]

    def may_leave(self) -> bool:
        """Whether the page that is shown lets go."""
        return not self.shown or self._made[self.shown].may_leave()

    def reload(self, changes: Changes) -> None:
        """Let every page that was made look again."""
        for page in self._made.values():
            page.reload(changes)
