"""What the forms of the checklist editor have in common, and those of a checklist and a step."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.domain.checklists import AnswerKind, Step
from notebook.services.answer_kinds import missing_words
from notebook.services.checklist_editing import ChecklistEditing
from notebook.services.checklists import Origin
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import icon_button, plain_button
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel


class PartForm(Panel):
    """The fields of one part; what is typed is handed on at once.

    Attributes:
        trouble: the sentence below the fields when something is missing.

    Signals:
        edited(): words were typed or chosen.
        left(): a field was left.
    """

    edited = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__("-")
        self.body.setSpacing(14)
        self.trouble = text_label("", "warn", wrap=True)
        self.trouble.hide()

    def start(self) -> QWidget:
        """Return the field in which the cursor begins."""
        raise NotImplementedError

    def what_is_missing(self) -> str:
        """Return why this can't be saved as it stands; empty when it can."""
        raise NotImplementedError

    def save(self, editing: ChecklistEditing, key: str, *, goes_on: bool) -> Changes:
        """Save what stands in the fields, for the checklist of this key."""
        raise NotImplementedError

    def row_words(self) -> tuple[str, AnswerKind | None]:
        """Return what its row in the outline says."""
        raise NotImplementedError

    def say_trouble(self, sentence: str) -> None:
        """Say what is missing; nothing for an empty text."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def ask(self, words: str, field: QWidget, hint: QLabel | None = None) -> QWidget:
        """Put a field below its words; return both, to be shown or hidden together."""
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(text_label(words, "name", wrap=True))
        column.addWidget(field)
        if hint is not None:
            column.addWidget(hint)
        self.body.addWidget(block)
        field.setAccessibleName(words)
        return block

    def watch(self, *fields: GrowingTextEdit | QLineEdit) -> None:
        """Hand on what is typed into these fields, and that they are left."""
        for number, field in enumerate(fields):
            field.textChanged.connect(self.edited)
            field.installEventFilter(self)
            following = fields[number + 1] if number + 1 < len(fields) else None
            if isinstance(field, QLineEdit):
                field.returnPressed.connect(lambda to=following: _go_on(to))
            else:
                field.submitted.connect(lambda to=following: _go_on(to))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)


class MovableForm(PartForm):
    """A part that can be moved and removed.

    Signals:
        nudged(int): one place up (-1) or down (1).
        remove_chosen(): take it away.
    """

    nudged = Signal(int)
    remove_chosen = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.up = icon_button(icons, "chevron-up", self.tr("Move up (Alt+Up)"))
        self.down = icon_button(icons, "chevron-down", self.tr("Move down (Alt+Down)"))
        self.remove = icon_button(icons, "trash-2", self.tr("Remove"))
        self.title_row.setSpacing(2)
        for button in (self.up, self.down, self.remove):
            self.title_row.addWidget(button)
        self.up.clicked.connect(lambda: self.nudged.emit(-1))
        self.down.clicked.connect(lambda: self.nudged.emit(1))
        self.remove.clicked.connect(self.remove_chosen)


class ChecklistForm(PartForm):
    """The name of a checklist, what it lacks, and what can be done with it as a whole.

    Signals:
        copy_chosen(), file_chosen(), reset_chosen(), delete_chosen(): what the buttons say.
    """

    copy_chosen = Signal()
    file_chosen = Signal()
    reset_chosen = Signal()
    delete_chosen = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.ask(self.tr("Name"), self.name)
        self.body.addWidget(self.trouble)
        self.missing = text_label("", "second", wrap=True)
        self.body.addWidget(self.missing)
        self.copy = plain_button(self.tr("Copy"), icons, "copy")
        self.file = plain_button(self.tr("Save as a file…"), icons, "file-down")
        self.reset = plain_button(self.tr("Back to how it came"), icons, "undo-2")
        self.delete = plain_button(self.tr("Move to the trash"), icons, "trash-2")
        row = FlowLayout(gap=8, line_gap=8)
        for button, signal in (
            (self.copy, self.copy_chosen),
            (self.file, self.file_chosen),
            (self.reset, self.reset_chosen),
            (self.delete, self.delete_chosen),
        ):
            row.addWidget(button)
            button.clicked.connect(signal)
        self.body.addLayout(row)
        self.watch(self.name)

    def show_checklist(self, name: str, origin: Origin, missing: Sequence[AnswerKind]) -> None:
        """Show a checklist; says nothing to listeners."""
        titles = {
            Origin.BUILT_IN: self.tr("Built in"),
            Origin.CHANGED: self.tr("Built in, changed by you"),
            Origin.OWN: self.tr("Your own checklist"),
        }
        self.set_title(titles[origin])
        set_words(self.name, name)
        self.missing.setText("\n".join(missing_words(kind) for kind in missing))
        self.missing.setVisible(bool(missing))
        self.reset.setVisible(origin is Origin.CHANGED)
        self.delete.setVisible(origin is Origin.OWN)
        self.say_trouble("")

    @override
    def start(self) -> QWidget:
        return self.name

    @override
    def what_is_missing(self) -> str:
        return "" if self.name.text().strip() else self.tr("Every checklist needs a name.")

    @override
    def save(self, editing: ChecklistEditing, key: str, *, goes_on: bool) -> Changes:
        return editing.rename(key, self.name.text(), goes_on=goes_on)

    @override
    def row_words(self) -> tuple[str, AnswerKind | None]:
        return self.name.text(), None


class StepForm(MovableForm):
    """The words of a step.

    Signals:
        question_chosen(): add a question to it.
    """

    question_chosen = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons)
        self._step = Step("", "", "", ())
        self.title = QLineEdit()
        self.heading = QLineEdit()
        self.intro = GrowingTextEdit(least=2, most=6, single_line_submit=True)
        self.question_button = plain_button(self.tr("Add a question here"), icons, "plus")
        self.ask(self.tr("Short title, in the list of steps"), self.title)
        self.body.addWidget(self.trouble)
        self.ask(self.tr("Heading of the page"), self.heading)
        self.ask(self.tr("A few words to begin with"), self.intro)
        row = QHBoxLayout()
        row.addWidget(self.question_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.watch(self.title, self.heading, self.intro)
        self.title.textChanged.connect(self.heading.setPlaceholderText)
        self.question_button.clicked.connect(self.question_chosen)

    def show_step(self, title: str, step: Step) -> None:
        """Show a step; says nothing to listeners."""
        self._step = step
        self.set_title(title)
        set_words(self.title, step.title)
        self.heading.setPlaceholderText(step.title)
        set_words(self.heading, "" if step.heading == step.title else step.heading)
        set_words(self.intro, step.intro)
        self.say_trouble("")

    def value(self) -> Step:
        """Return the step with what stands in the fields."""
        title = self.title.text().strip()
        heading = self.heading.text().strip() or title
        intro = self.intro.toPlainText().strip()
        return Step(self._step.key, title, intro, self._step.questions, heading)

    @override
    def start(self) -> QWidget:
        return self.title

    @override
    def what_is_missing(self) -> str:
        return "" if self.value().title else self.tr("Every step needs a title.")

    @override
    def save(self, editing: ChecklistEditing, key: str, *, goes_on: bool) -> Changes:
        return editing.save_step(key, self.value(), goes_on=goes_on)

    @override
    def row_words(self) -> tuple[str, AnswerKind | None]:
        return self.title.text(), None


def set_words(field: GrowingTextEdit | QLineEdit, text: str) -> None:
    """Show a text unless the field says the same already; says nothing to listeners."""
    shown = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    if shown.strip() == text.strip():
        return
    field.blockSignals(True)  # noqa: FBT003 - Qt's own signature
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.setCursorPosition(0)
    else:
        field.setPlainText(text)
    field.blockSignals(False)  # noqa: FBT003 - Qt's own signature
    field.updateGeometry()


def enter_field(field: QWidget) -> None:
    """Put the cursor into a field, its text selected, so that typing replaces it."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, QLineEdit | GrowingTextEdit):
        field.selectAll()


def _go_on(field: GrowingTextEdit | QLineEdit | QPushButton | None) -> None:
    if field is not None:
        enter_field(field)
