"""Saves the wizard's pages while one types, so that a crash loses at most a second."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from notebook.domain.changes import Changes
from notebook.errors import NotebookError
from notebook.services.draft import Draft, Entry, ProjectFacts
from notebook.services.drafts import Drafts
from notebook.services.phrases import filled
from notebook.ui.clock import Clock
from notebook.ui.notifier import Notifier
from notebook.ui.wizards.agreement_step import AgreementStep
from notebook.ui.wizards.project_step import ProjectStep
from notebook.ui.wizards.question_step import QuestionStep, finished_entry
from notebook.ui.wizards.wizard_page import WizardPage

_SAVES_AFTER_MS = 700
_A_MOMENT_MS = 60_000


class DraftKeeper(QObject):
    """Keeps one project while its pages are filled in.

    Attributes:
        draft: the project as it is in the file; None before it has begun.
        trouble: why the last save failed, or what it could not read; empty when all is saved.

    Signals:
        kept(Draft): something was saved.
        state_told(str): whether what one sees is saved, in words.
    """

    kept = Signal(object)
    state_told = Signal(str)

    def __init__(self, drafts: Drafts, notifier: Notifier, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts, self._notifier, self._clock = drafts, notifier, clock
        self.draft: Draft | None = None
        self.trouble = ""
        self._page: WizardPage | None = None
        self._place = 0
        self._goes_on = False
        self._untold = Changes("")
        self._saved_at = clock.now()
        self._timer = QTimer(self, singleShot=True, interval=_SAVES_AFTER_MS)
        self._timer.timeout.connect(self._on_time)
        self._moment = QTimer(self, singleShot=True, interval=_A_MOMENT_MS)
        self._moment.timeout.connect(self._on_moment_over)

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not in the file yet."""
        return self._timer.isActive() or bool(self.trouble)

    @property
    def project_id(self) -> int:
        """The project that is kept, once it has begun."""
        assert self.draft is not None, "nothing is kept before the project has begun"
        return self.draft.project_id

    def resume(self, project_id: int) -> Draft:
        """Go on with a project; raises Refused if it is gone."""
        self.draft = self._drafts.read(project_id)
        self.state_told.emit(self._saved_words())
        return self.draft

    def enter(self, page: WizardPage, place: int) -> None:
        """Keep this page from now on; what is changed on it is one thing to undo."""
        self._page, self._place, self._goes_on = page, place, False
        if self.draft is None:
            self.state_told.emit(self._unsaved_words())

    @Slot()
    def touch(self) -> None:
        """Something was typed: it is in the file within a second."""
        if not self._timer.isActive():
            self._timer.start()
        self.state_told.emit(self._unsaved_words())

    def leave(self, next_place: int) -> bool:
        """Save the page for good and remember where the user goes; return whether that worked.

        It did not when a field can't be read, though the others are saved. The rest of the window
        hears of it now.
        """
        unread = self._page.unread() if self._page is not None else None
        place = self._place if unread else next_place
        saved = self._save(lambda: self._written(place))
        if unread:
            saved, self.trouble = False, self.trouble or unread[1]
        self._tell_others()
        return saved

    def close(self, pages: Sequence[WizardPage]) -> bool:
        """Save the page, and once it is agreed count what was answered on any page as agreed too.

        Return whether that worked. Until then each answer can be corrected.
        """
        saved = self.leave(self._place)
        if saved and self.draft is not None and self.draft.is_agreed:
            saved = self._save(lambda: self._write_entry(finished_entry(pages), self._place))
            self._tell_others()
        return saved

    def _tell_others(self) -> None:
        if self._untold.ids:
            self._notifier.tell(self._untold)
            self._untold = Changes("")

    def _save(self, write: Callable[[], Changes | None]) -> bool:
        self._timer.stop()
        try:
            changes = write()
        except NotebookError as problem:
            self.trouble = str(problem)
            self.state_told.emit(self.tr("Not saved"))
            return False
        self.trouble = ""
        if changes is None:
            self.state_told.emit(self._unsaved_words())
            return False
        if changes.ids:
            self._untold = changes
            self._goes_on = True
            self.kept.emit(self.draft)
        self._tell_saved()
        return True

    def _written(self, next_place: int) -> Changes | None:
        """Write the page; None when a project lacks what it needs to begin."""
        if isinstance(self._page, ProjectStep):
            facts = self._page.facts()
            return None if facts is None else self._write_facts(facts, next_place)
        assert self.draft is not None, "questions are asked once the project has begun"
        entry = Entry()
        if isinstance(self._page, QuestionStep):
            is_agreed = self.draft.is_agreed
            entry = self._page.unfinished_entry() if is_agreed else self._page.entry()
        elif isinstance(self._page, AgreementStep):
            entry = self._page.entry()
        return self._write_entry(entry, next_place)

    def _write_facts(self, facts: ProjectFacts, next_place: int) -> Changes:
        if self.draft is None:
            changes = self._drafts.begin(facts)
            project_id = changes.new_id
            self._goes_on = True
            self._drafts.save_project(project_id, facts, next_place, goes_on=True)
        else:
            project_id = self.draft.project_id
            changes = self._drafts.save_project(
                project_id, facts, next_place, goes_on=self._goes_on
            )
        self.draft = self._drafts.read(project_id)
        return changes

    def _write_entry(self, entry: Entry, next_place: int) -> Changes:
        project_id = self.project_id
        changes = self._drafts.save(
            project_id, entry, next_place, self._clock.today(), goes_on=self._goes_on
        )
        self.draft = self._drafts.read(project_id)
        return changes

    def _tell_saved(self) -> None:
        words = self.tr("Saved as draft a moment ago")
        if self.draft is not None and self.draft.is_agreed:
            words = self.tr("Saved a moment ago")
        self.state_told.emit(words)
        self._saved_at = self._clock.now()
        self._moment.start()

    def _saved_words(self) -> str:
        if self.draft is not None and self.draft.is_agreed:
            return self.tr("Saved")
        return self.tr("Saved as draft")

    def _unsaved_words(self) -> str:
        if isinstance(self._page, ProjectStep) and self._page.facts() is None:
            return self.tr("Not saved yet: it needs a name and a person")
        return self.tr("Saving …")

    @Slot()
    def _on_time(self) -> None:
        self._save(lambda: self._written(self._place))

    @Slot()
    def _on_moment_over(self) -> None:
        if not self.is_dirty:
            text = self.tr("%1 at %2")
            at = self._saved_at.strftime("%H:%M")
            self.state_told.emit(filled(text, self._saved_words(), at))
