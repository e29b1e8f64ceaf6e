"""What opens above the pages: the log, and whatever else a page asks the navigator for."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from notebook.domain.moments import Channel, Direction
from notebook.errors import NotebookError
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.people_list import PersonLine
from notebook.ui.clock import Clock
from notebook.ui.dialogs.log_sheet import LogSheet
from notebook.ui.icons import Icons
from notebook.ui.navigator import LogRequest, Navigator
from notebook.ui.notifier import Notifier
from notebook.ui.widgets.people_chooser import ChosenPerson


class Errands(QObject):
    """Runs the dialogs that pages ask for, and tells the notifier what came of them."""

    def __init__(
        self,
        notebook: Notebook,
        notifier: Notifier,
        navigator: Navigator,
        clock: Clock,
        icons: Icons,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._notebook, self._notifier = notebook, notifier
        self._clock, self._icons, self._window = clock, icons, window
        navigator.log_requested.connect(self.log)

    @Slot(object)
    def log(self, request: LogRequest) -> None:
        """Open the log, prefilled with what is known."""
        people = self._named(request.person_ids)
        first = people[0].id if people else None
        sheet = self._sheet(lambda draft: self._log(draft, request))
        sheet.begin(self._prefilled(request, first), people)
        sheet.open()

    @Slot(object)
    def correct(self, moment_id: int) -> None:
        """Open a logged contact to correct it."""
        draft = self._notebook.moments.draft(moment_id)
        sheet = self._sheet(
            lambda corrected: self._correct(moment_id, corrected), self.tr("Correct this contact")
        )
        sheet.begin(draft, self._named(draft.person_ids))
        sheet.open()

    def find(self, text: str) -> list[PersonLine]:
        """Return whom a typed text may mean, for choosers."""
        return self._notebook.people_list.search(text, self._clock.today(), limit=8)

    def add(self, name: str) -> ChosenPerson:
        """Add somebody of whom just the name is known."""
        changes = self._notifier.tell(self._notebook.people.add(name, self._clock.today()))
        return ChosenPerson(changes.new_id, name)

    def _sheet(self, save: Callable[[MomentDraft], str], title: str = "") -> LogSheet:
        sheet = LogSheet(
            self._icons,
            self.find,
            self.add,
            save,
            self._clock.now(),
            title=title,
            parent=self._window,
        )
        sheet.finished.connect(sheet.deleteLater)
        return sheet

    def _prefilled(self, request: LogRequest, first: int | None) -> MomentDraft:
        now = self._clock.now()
        usual = self._notebook.moments.usual_channel(first) if first else None
        return MomentDraft(
            person_ids=request.person_ids,
            channel=request.channel or usual or Channel.CALL,
            direction=Direction.WE,
            day=now.date(),
            at=now.time(),
            text=request.text,
            project_id=request.project_id,
        )

    def _named(self, person_ids: tuple[int, ...]) -> list[ChosenPerson]:
        lines = self._notebook.people_list.lines(person_ids, self._clock.today())
        return [ChosenPerson(line.id, line.name) for line in lines]

    def _log(self, draft: MomentDraft, request: LogRequest) -> str:
        return self._saved(
            lambda now: self._notifier.tell(self._notebook.moments.log(draft, now, request.answers))
        )

    def _correct(self, moment_id: int, draft: MomentDraft) -> str:
        return self._saved(
            lambda now: self._notifier.tell(self._notebook.moments.correct(moment_id, draft, now))
        )

    def _saved(self, save: Callable[[datetime], object]) -> str:
        try:
            save(self._clock.now())
        except NotebookError as problem:
            return str(problem)
        return ""
