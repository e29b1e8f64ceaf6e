"""Groups, rhythms and pauses, for one person or several, opened above the pages."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from notebook.errors import NotebookError
from notebook.services.groups import GroupName
from notebook.services.people_filters import FilterLine
from notebook.services.phrases import filled
from notebook.ui.errands.desk import Desk
from notebook.ui.people.people_views import group_view

if TYPE_CHECKING:
    from notebook.ui.jobs import Progress

_MANY = 200  # so many take a while


class GroupErrands(QObject):
    """Runs the dialogs, and tells the notifier what came of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        ask = desk.navigator
        ask.groups_requested.connect(self.show_groups)
        ask.group_requested.connect(self.show_group)
        ask.join_requested.connect(self.join)
        ask.rhythm_requested.connect(self.set_rhythm)
        ask.pause_requested.connect(self.pause)
        ask.resume_requested.connect(self.resume)
        ask.contact_file_requested.connect(self.save_contact_file)

    @Slot()
    def show_groups(self) -> None:
        """Show all groups."""
        from notebook.ui.people.groups_dialog import GroupsDialog

        dialog = GroupsDialog(self._desk, self._desk.window)
        dialog.view_chosen.connect(self._on_view)
        self._desk.open(dialog)

    @Slot(object)
    def show_group(self, group: GroupName) -> None:
        """Show the people of a group."""
        self._on_view(group_view(group))

    @Slot(object)
    def join(self, ids: Sequence[int]) -> None:
        """Ask for a group to add these people to."""
        from notebook.ui.people.join_dialog import JoinDialog

        desk, several = self._desk, self._desk.notebook.several_people
        names = desk.notebook.groups.names()
        heading = filled(self.tr("Add %1 to a group"), self._whom(ids))

        def save(name: str) -> str:
            return desk.trouble(lambda: several.add_to_group(ids, name))

        desk.open(JoinDialog(heading, names, desk.icons, desk.prompts, save, desk.window))

    @Slot(object)
    def set_rhythm(self, ids: Sequence[int]) -> None:
        """Ask how often these people hear from us."""
        from notebook.ui.people.rhythm_dialog import RhythmDialog

        desk, several = self._desk, self._desk.notebook.several_people

        def save(target: int | None, longest: int | None) -> str:
            return desk.trouble(lambda: several.set_rhythm(ids, target, longest))

        heading = filled(self.tr("How often for %1"), self._whom(ids))
        desk.open(RhythmDialog(heading, desk.icons, desk.prompts, save, desk.window))

    @Slot(object)
    def pause(self, ids: Sequence[int]) -> None:
        """Ask for how long keeping in touch rests."""
        from notebook.ui.people.pause_dialog import PauseDialog

        desk, several = self._desk, self._desk.notebook.several_people

        def save(until: date) -> str:
            return desk.trouble(lambda: several.pause(ids, until))

        heading = filled(self.tr("Pause keeping in touch with %1"), self._whom(ids))
        desk.open(
            PauseDialog(heading, desk.icons, desk.prompts, desk.clock.today(), save, desk.window)
        )

    @Slot(object)
    def resume(self, ids: Sequence[int]) -> None:
        """Go on keeping in touch."""
        self._desk.notifier.tell(self._desk.notebook.several_people.pause(ids, None))

    @Slot(object)
    def save_contact_file(self, ids: Sequence[int]) -> None:
        """Ask for a file, and write these people into it, beside the window."""
        from notebook.ui.jobs import run_in_background

        desk = self._desk
        path = desk.prompts.save_file(
            self.tr("Save as a contact file"),
            self.tr("people.vcf"),
            self.tr("Contact files (*.vcf)"),
        )
        if path is None:
            return
        notebook, today = desk.notebook, desk.clock.today()

        def work(report: "Progress") -> int:
            with notebook.file.reading():
                return notebook.contact_export.write(ids, path, today, report)

        if len(ids) > _MANY:
            desk.announce(filled(self.tr("Writing %1 into %2…"), self._whom(ids), str(path)))
        run_in_background(self, work, lambda _count: self._on_written(path), self._on_not_written)

    def _on_written(self, path: Path) -> None:
        self._desk.announce(filled(self.tr("Saved in %1."), str(path)))

    def _on_not_written(self, error: Exception) -> None:
        if not isinstance(error, NotebookError):
            raise error
        self._desk.prompts.show_problem(self.tr("The file could not be written"), str(error))

    @Slot(object)
    def _on_view(self, line: FilterLine) -> None:
        self._desk.navigator.people_view_requested.emit(line)

    def _whom(self, ids: Sequence[int]) -> str:
        if len(ids) == 1:
            return next((each.name for each in self._desk.named(tuple(ids))), "")
        return filled(self.tr("%1 people"), f"{len(ids):,}")
