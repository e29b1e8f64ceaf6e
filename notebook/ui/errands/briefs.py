"""Reading the brief of a person, or of everybody in a meeting."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from notebook.errors import NotebookError, Refused
from notebook.services.brief_page import Brief
from notebook.ui.errands.desk import Desk
from notebook.ui.photo_shelf import PhotoShelf

if TYPE_CHECKING:
    from notebook.ui.dialogs.brief_window import OpenerWays


class BriefErrands(QObject):
    """Shows the brief that a page asks for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.brief_requested.connect(self.read)
        desk.navigator.meeting_brief_requested.connect(self.read_meeting)

    @Slot(object)
    def read(self, person_id: int) -> None:
        """Show the brief of a person."""
        today = self._desk.clock.today()
        self._show(lambda: self._desk.notebook.briefs.brief(person_id, today))

    @Slot(object)
    def read_meeting(self, moment_id: int) -> None:
        """Show the brief of everybody who takes part in a planned moment."""
        today = self._desk.clock.today()
        self._show(lambda: self._desk.notebook.briefs.meeting(moment_id, today))

    def _show(self, make: Callable[[], Brief]) -> None:
        from notebook.ui.dialogs.brief_window import BriefWindow

        desk = self._desk
        try:
            brief = make()
        except Refused as refused:
            desk.prompts.show_problem(self.tr("There is no brief"), str(refused))
            return
        shelf = PhotoShelf(desk.notebook)
        desk.open(
            BriefWindow(
                brief, desk.icons, desk.prompts, desk.window, shelf=shelf, openers=self._openers()
            )
        )

    def _openers(self) -> "OpenerWays":
        from notebook.ui.dialogs.brief_window import OpenerWays

        desk = self._desk

        def take_back() -> str:
            try:
                undone = desk.notebook.upkeep.undo()
            except NotebookError as problem:
                return str(problem)
            if undone is not None:
                desk.notifier.tell(undone)
            return ""

        return OpenerWays(
            lambda fact_id: desk.trouble(
                lambda: desk.notebook.facts.use(fact_id, desk.clock.today())
            ),
            take_back,
        )
