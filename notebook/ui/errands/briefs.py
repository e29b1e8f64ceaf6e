"""Reading the brief of a person."""

from PySide6.QtCore import QObject, Slot

from notebook.errors import Refused
from notebook.ui.errands.desk import Desk
from notebook.ui.photo_shelf import PhotoShelf


class BriefErrands(QObject):
    """Shows the brief of whomever a page asks for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.brief_requested.connect(self.read)

    @Slot(object)
    def read(self, person_id: int) -> None:
        """Show the brief of a person."""
        from notebook.ui.dialogs.brief_window import BriefWindow

        try:
            brief = self._desk.notebook.briefs.brief(person_id, self._desk.clock.today())
        except Refused as refused:
            self._desk.prompts.show_problem(self.tr("There is no brief"), str(refused))
            return
        desk = self._desk
        shelf = PhotoShelf(desk.notebook)
        desk.open(BriefWindow(brief, desk.icons, desk.prompts, desk.window, shelf=shelf))
