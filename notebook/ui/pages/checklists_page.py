"""The checklists as an area of the window: the list of them, and one to be changed."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.errors import NotebookError, Refused
from notebook.services.checklist_editing import ChecklistEditing
from notebook.services.checklist_files import ChecklistFiles
from notebook.services.checklists import Checklists
from notebook.services.phrases import filled
from notebook.ui.areas import Area
from notebook.ui.icons import Icons
from notebook.ui.notifier import Notifier
from notebook.ui.pages.checklist_editor import ChecklistEditor
from notebook.ui.pages.checklist_list import ChecklistList
from notebook.ui.prompts import Prompts, may_leave
from notebook.ui.widgets.banner import Banner


class ChecklistsPage(Area):
    """Keeps list and editor together.

    Attributes:
        list: all checklists.
        editor: one of them.
    """

    def __init__(
        self,
        checklists: Checklists,
        editing: ChecklistEditing,
        files: ChecklistFiles,
        notifier: Notifier,
        prompts: Prompts,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._checklists, self._files = checklists, files
        self._notifier, self._prompts = notifier, prompts
        self.list = ChecklistList(icons)
        self.editor = ChecklistEditor(checklists, editing, notifier, icons)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()
        self.list.show_lines(checklists.lines())

    @property
    def is_editing(self) -> bool:
        """Whether one checklist is open."""
        return self._stack.currentWidget() is self.editor

    def show_checklist(self, key: str) -> None:
        """Open one checklist, or show all of them for an empty key."""
        if key:
            self.edit(key)
        else:
            self.show_list()

    @Slot()
    def show_list(self) -> None:
        """Show all checklists, unless something that could not be saved keeps the user."""
        if not self.may_leave():
            return
        key = self.editor.key
        self.editor.close_checklist()
        self._stack.setCurrentWidget(self.list)
        start = self.list.rows[key].edit if key in self.list.rows else self.list.new_button
        start.setFocus()

    @Slot(str)
    def edit(self, key: str) -> None:
        """Open one checklist; the list if it is gone."""
        if self.is_editing and not self.may_leave():
            return
        try:
            self.editor.open(key)
        except Refused:
            self.show_list()
            return
        self._stack.setCurrentWidget(self.editor)
        self.editor.frame.outline.setFocus()

    @override
    def may_leave(self) -> bool:
        """Whether all that was typed is saved; asks the user when it could not be."""
        if not self.is_editing or self.editor.settle():
            return True
        leave = may_leave(self._prompts, self.editor.trouble)
        if leave:
            self.editor.close_checklist()
            self._stack.setCurrentWidget(self.list)
        return leave

    @override
    def reload(self, changes: Changes) -> None:
        """Look again after a change of checklists."""
        if not changes.concern("own_checklist"):
            return
        self.list.show_lines(self._checklists.lines())
        try:
            self.editor.reload()
        except Refused:  # it went to the trash, or came from a change that was undone
            self.editor.close_checklist()
            self._stack.setCurrentWidget(self.list)

    def _connect(self) -> None:
        self.list.edit_chosen.connect(self.edit)
        self.list.new_chosen.connect(self._on_new)
        self.list.import_chosen.connect(self._on_import)
        self.list.copy_chosen.connect(self._on_copy)
        self.list.file_chosen.connect(self._on_file)
        self.list.reset_chosen.connect(self._on_reset)
        self.list.delete_chosen.connect(self._on_delete)
        self.editor.left.connect(self.show_list)
        form = self.editor.frame.checklist_form
        for signal, slot in (
            (form.copy_chosen, self._on_copy),
            (form.file_chosen, self._on_file),
            (form.reset_chosen, self._on_reset),
            (form.delete_chosen, self._on_delete),
        ):
            signal.connect(lambda run=slot: run(self.editor.key))

    def _banner(self) -> Banner:
        return self.editor.frame.banner if self.is_editing else self.list.banner

    def _do(self, make: Callable[[], Changes]) -> Changes | None:
        """Make one change of a whole checklist; say why when it can't be made."""
        if self.is_editing and not self.editor.settle():
            return None
        try:
            changes = make()
        except NotebookError as problem:
            self._banner().show_message(str(problem), "warn")
            return None
        self._banner().clear()
        self._notifier.tell(changes)
        return changes

    def _open_new(self, changes: Changes | None) -> None:
        if changes is not None:
            self.edit(self._checklists.key_of(changes.new_id))

    @Slot()
    def _on_new(self) -> None:
        self._open_new(self._do(lambda: self._checklists.begin(self.tr("New checklist"))))
        if self.is_editing:
            self.editor.name_it()

    @Slot(str)
    def _on_copy(self, key: str) -> None:
        self._open_new(self._do(lambda: self._checklists.copy(key)))

    @Slot(str)
    def _on_reset(self, key: str) -> None:
        self._do(lambda: self._checklists.reset(key))

    @Slot(str)
    def _on_delete(self, key: str) -> None:
        self._do(lambda: self._checklists.delete(key))

    @Slot()
    def _on_import(self) -> None:
        paths = self._prompts.open_files(self.tr("Bring in a checklist"), self._filters())
        for path in paths:
            if self._do(lambda path=path: self._files.bring_in(path)) is None:  # type: ignore[misc]
                return

    @Slot(str)
    def _on_file(self, key: str) -> None:
        if self.is_editing and not self.editor.settle():
            return
        name = self._files.file_name(key)
        path = self._prompts.save_file(self.tr("Save the checklist"), name, self._filters())
        if path is None:
            return
        try:
            self._files.save(key, path)
        except NotebookError as problem:
            self._banner().show_message(str(problem), "warn")
            return
        self._banner().show_message(filled(self.tr("Saved as %1"), str(path)), "ok")

    def _filters(self) -> str:
        return self.tr("Checklists (*.toml);;All files (*)")
