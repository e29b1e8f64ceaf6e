"""One checklist to be changed: each word is saved as it is typed, each edit can be undone."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook.domain.changes import Changes
from notebook.domain.checklist_edits import find_question, step_of
from notebook.domain.checklists import Checklist, Step
from notebook.errors import NotebookError
from notebook.services.answer_kinds import missing_words
from notebook.services.checklist_editing import ChecklistEditing
from notebook.services.checklists import Checklists
from notebook.ui.icons import Icons
from notebook.ui.models.outline_model import OutlineRow, Part
from notebook.ui.notifier import Notifier
from notebook.ui.pages.checklist_form import PartForm, enter_field
from notebook.ui.pages.checklist_frame import ChecklistFrame
from notebook.ui.pages.checklist_keeper import ChecklistKeeper


class ChecklistEditor(QWidget):
    """Shows one checklist and changes it through the service.

    Attributes:
        key: which checklist is open, empty for none.
        frame: the widgets.

    Signals:
        left(): the user wants back to the list.
    """

    left = Signal()

    def __init__(
        self,
        checklists: Checklists,
        editing: ChecklistEditing,
        notifier: Notifier,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._checklists, self._editing, self._notifier = checklists, editing, notifier
        self.key = ""
        self._checklist = Checklist("", "", ())
        self._chosen = OutlineRow(Part.CHECKLIST, "", "")
        self.frame = ChecklistFrame(icons)
        self._keeper = ChecklistKeeper(notifier, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._connect()

    @property
    def trouble(self) -> str:
        """Why something could not be saved; empty when all is well."""
        return self._keeper.trouble

    def open(self, key: str) -> None:
        """Show a checklist; raises Refused if it is gone."""
        self._checklist = self._checklists.read(key)
        self._keeper.forget()
        self.key = key
        self.frame.banner.clear()
        self.frame.model.show(self._checklist)
        self._choose(0)
        self.frame.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    def name_it(self) -> None:
        """Go to the name of the checklist, to be typed over."""
        enter_field(self.frame.checklist_form.name)

    def close_checklist(self) -> None:
        """Let go of the checklist and of what could not be saved."""
        self._keeper.forget()
        self.key = ""

    @Slot()
    def settle(self) -> bool:
        """Save what is being typed; return whether nothing would be lost by going elsewhere.

        A field that needs words and has none shows again what it had.
        """
        if not self.key:
            return True
        if not self._keeper.settle():
            return False
        self.frame.model.show(self._checklist)
        self._show_form()
        return True

    def reload(self) -> None:
        """Look again after a change; raises Refused if the checklist is gone."""
        if not self.key:
            return
        before = self.frame.model.row_of(*self._chosen.identity) or 0
        self._checklist = self._checklists.read(self.key)
        if self.frame.model.show(self._checklist):
            again = self.frame.model.row_of(*self._chosen.identity)
            last = self.frame.model.rowCount() - 1
            self._choose(min(before, last) if again is None else again)
        elif not self._keeper.is_dirty:
            self._show_form()

    def _form(self) -> PartForm:
        return self.frame.form(self._chosen.part)

    def _choose(self, number: int) -> None:
        self.frame.outline.select_row(number)
        self._show_row(number)

    def _show_row(self, number: int) -> None:
        self._chosen = self.frame.model.rows[number]
        self._show_form()
        self.frame.to_top()
        self._keeper.enter(self._save)

    def _show_form(self) -> None:
        """Show the chosen part as it is in the file."""
        part, key = self._chosen.identity
        origin = self._checklists.origin(self.key)
        is_changed = bool(part is Part.QUESTION and self._editing.original(self.key, key))
        self.frame.show_part(part, key, self._checklist, origin, changed=is_changed)

    def _step(self) -> Step:
        """Return the step in which the user is, the last one for the checklist itself."""
        if self._chosen.part is Part.STEP:
            return step_of(self._checklist, self._chosen.key)
        if self._chosen.part is Part.QUESTION:
            return self._checklist.steps[find_question(self._checklist, self._chosen.key)[0]]
        return self._checklist.steps[-1]

    def _save(self, goes_on: bool) -> Changes | None:  # noqa: FBT001 - a keeper's save
        """Save what stands in the form; None when something is missing."""
        if self._form().what_is_missing():
            return None
        return self._form().save(self._editing, self.key, goes_on=goes_on)

    def _do(self, edit: Callable[[], Changes]) -> bool:
        """Make one edit after what was typed is saved; say what is lost by it; return whether."""
        if not self.settle():
            return False
        before = self._checklist.missing_kinds
        try:
            changes = edit()
        except NotebookError as problem:
            self.frame.banner.show_message(str(problem), "warn")
            return False
        self.frame.banner.clear()
        self._notifier.tell(changes)
        missing = [kind for kind in self._checklist.missing_kinds if kind not in before]
        if missing:
            self.frame.banner.show_message(" ".join(map(missing_words, missing)))
        return True

    def _add(self, part: Part, add: Callable[[], tuple[Changes, str]]) -> None:
        made: list[str] = []

        def edit() -> Changes:
            changes, key = add()
            made.append(key)
            return changes

        if self._do(edit):
            number = self.frame.model.row_of(part, made[0])
            assert number is not None, "it was just made"
            self._choose(number)
            self._keeper.enter(self._save, goes_on=True)  # its first words belong to the making
            enter_field(self._form().start())

    @Slot(int)
    def _on_row(self, number: int) -> None:
        if self.settle():
            self._show_row(number)
        else:
            self.frame.outline.select_row(self.frame.model.row_of(*self._chosen.identity) or 0)

    @Slot()
    def _on_edited(self) -> None:
        form, row = self._form(), self.frame.outline.currentIndex().row()
        form.say_trouble(form.what_is_missing())
        self._keeper.touch()
        self.frame.model.set_words(row, *form.row_words())
        self.frame.show_preview(self._chosen.part, self._checklist)

    @Slot()
    def _on_saved(self) -> None:
        self.frame.banner.clear()
        self._checklist = self._checklists.read(self.key)

    @Slot(int)
    def _on_nudged(self, by: int) -> None:
        key, part = self.key, self._chosen
        if part.part is Part.QUESTION:
            self._do(lambda: self._editing.nudge_question(key, part.key, by))
        elif part.part is Part.STEP:
            self._do(lambda: self._editing.nudge_step(key, part.key, by))

    @Slot()
    def _on_remove(self) -> None:
        key, part = self.key, self._chosen
        self.frame.outline.setFocus(Qt.FocusReason.OtherFocusReason)
        if part.part is Part.QUESTION:
            self._do(lambda: self._editing.remove_question(key, part.key))
        elif part.part is Part.STEP:
            self._do(lambda: self._editing.remove_step(key, part.key))

    @Slot()
    def _on_add_question(self) -> None:
        """Add a question below the chosen one, or at the end of the step."""
        if not self._checklist.steps:
            self._on_add_step()
            return
        step = self._step()
        keys = [question.key for question in step.questions]
        is_within = self._chosen.part is Part.QUESTION
        place = keys.index(self._chosen.key) + 1 if is_within else len(keys)
        self._add(Part.QUESTION, lambda: self._editing.add_question(self.key, step.key, place))

    @Slot()
    def _on_add_step(self) -> None:
        """Add a step below the one in which the user is."""
        steps = self._checklist.steps
        place = steps.index(self._step()) + 1 if steps else 0
        self._add(Part.STEP, lambda: self._editing.add_step(self.key, place))

    @Slot(str)
    def _on_step_chosen(self, step_key: str) -> None:
        if step_key != self._step().key:
            place = len(step_of(self._checklist, step_key).questions)
            self._on_question_dropped(self._chosen.key, step_key, place)

    @Slot()
    def _on_reset_question(self) -> None:
        key, question_key = self.key, self._chosen.key
        self._do(lambda: self._editing.reset_question(key, question_key))

    @Slot(str, str, int)
    def _on_question_dropped(self, question_key: str, step_key: str, place: int) -> None:
        key = self.key
        self._do(lambda: self._editing.move_question(key, question_key, step_key, place))

    @Slot(str, int)
    def _on_step_dropped(self, step_key: str, place: int) -> None:
        key = self.key
        self._do(lambda: self._editing.move_step(key, step_key, place))

    @Slot()
    def _on_escape(self) -> None:
        """From a field back to the parts, from there back to the list."""
        if self.frame.outline.hasFocus():
            self.left.emit()
        else:
            self.frame.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        frame = self.frame
        for form in frame.forms():
            form.edited.connect(self._on_edited)
            form.left.connect(self.settle)
        for movable in frame.movable_forms():
            movable.nudged.connect(self._on_nudged)
            movable.remove_chosen.connect(self._on_remove)
        frame.step_form.question_chosen.connect(self._on_add_question)
        frame.question_form.step_chosen.connect(self._on_step_chosen)
        frame.question_form.reset_chosen.connect(self._on_reset_question)
        frame.outline.row_chosen.connect(self._on_row)
        frame.outline.remove_pressed.connect(self._on_remove)
        frame.outline.edit_pressed.connect(lambda: enter_field(self._form().start()))
        queued = Qt.ConnectionType.QueuedConnection  # once the drag is over
        frame.model.question_dropped.connect(self._on_question_dropped, queued)
        frame.model.step_dropped.connect(self._on_step_dropped, queued)
        frame.add_question.clicked.connect(self._on_add_question)
        frame.add_step.clicked.connect(self._on_add_step)
        frame.back.clicked.connect(self.left)
        self._keeper.saved.connect(self._on_saved)
        self._keeper.refused.connect(lambda why: frame.banner.show_message(why, "warn"))
        for keys, slot in (
            ("Escape", self._on_escape),
            ("Alt+Up", lambda: self._on_nudged(-1)),
            ("Alt+Down", lambda: self._on_nudged(1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
