"""Opens briefs above the pages."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from notebook.errors import Refused
from notebook.services.briefs import Briefs
from notebook.ui.clock import Clock
from notebook.ui.dialogs.brief_window import BriefWindow
from notebook.ui.icons import Icons
from notebook.ui.navigator import Navigator
from notebook.ui.prompts import Prompts


class BriefErrands(QObject):
    """Shows the brief of whomever a page asks for."""

    def __init__(
        self,
        briefs: Briefs,
        navigator: Navigator,
        clock: Clock,
        prompts: Prompts,
        icons: Icons,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._briefs, self._clock, self._prompts = briefs, clock, prompts
        self._icons, self._window = icons, window
        navigator.brief_requested.connect(self.read)

    @Slot(object)
    def read(self, person_id: int) -> None:
        """Show the brief of a person."""
        try:
            brief = self._briefs.brief(person_id, self._clock.today())
        except Refused as refused:
            self._prompts.show_problem(self.tr("There is no brief"), str(refused))
            return
        dialog = BriefWindow(brief, self._icons, self._prompts, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
