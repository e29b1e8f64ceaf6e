"""The fields that the user defines for the card of every person."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from notebook.domain.changes import Changes
from notebook.domain.own_fields import DateReminder, FieldKind, Reminds
from notebook.errors import Refused
from notebook.services.own_fields import FieldLine, OwnFields
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.dialogs.field_dialog import FieldDialog, kind_word
from notebook.ui.errands.desk import Desk
from notebook.ui.widgets.buttons import icon_button, plain_button
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.labels import ElidedLabel, text_label
from notebook.ui.widgets.panel import Panel

_BUTTONS = (
    ("up", "chevron-up", "Move up: %1"),
    ("down", "chevron-down", "Move down: %1"),
    ("change", "pen-line", "Change: %1"),
    ("remove", "x", "Remove: %1"),
)


class OwnFieldsPanel(Panel):
    """Lists the fields; each can be moved, changed and removed.

    Attributes:
        add_button: makes another one.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(translate("fields", "Fields of your own"))
        self._desk = desk
        self._shown: tuple[FieldLine, ...] | None = None
        self._buttons: dict[tuple[int, str], QPushButton] = {}
        words = translate(
            "fields",
            "Something that only your business asks about people: a wall colour, a shoe size, "
            "the next maintenance. It stands on every card, is found by search, and goes with "
            "people into contact files.",
        )
        self.body.addWidget(text_label(words, wrap=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.body.addLayout(self._rows)
        self.add_button = plain_button(translate("fields", "Add a field…"))
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add_button.clicked.connect(self._on_add)
        self.show_choices()

    @property
    def _fields(self) -> OwnFields:
        return self._desk.notebook.own_fields

    def button(self, field_id: int, what: str) -> QPushButton:
        """Return the button that does up, down, change or remove to a field."""
        return self._buttons[field_id, what]

    def show_choices(self) -> None:
        """Show the fields; the keyboard stays where it is."""
        lines = self._fields.all()
        if lines == self._shown:
            return
        focused = next((key for key, each in self._buttons.items() if each.hasFocus()), None)
        self._shown = lines
        clear_layout(self._rows)
        self._buttons.clear()
        for place, line in enumerate(lines):
            self._rows.addWidget(self._row(line, place, len(lines)))
        self._set_tab_order()
        if focused is not None:
            self._point_to(focused)

    def _row(self, line: FieldLine, place: int, count: int) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(ElidedLabel(line.name, "name"), 3)
        layout.addWidget(ElidedLabel(_about(line), "second"), 4)
        for what, icon, words in _BUTTONS:
            name = filled(translate("fields", words), line.name)
            button = icon_button(self._desk.icons, icon, name)
            button.clicked.connect(lambda _=False, what=what: self._do(what, line))
            layout.addWidget(button)
            self._buttons[line.id, what] = button
        self._buttons[line.id, "up"].setEnabled(place > 0)
        self._buttons[line.id, "down"].setEnabled(place < count - 1)
        return row

    def _set_tab_order(self) -> None:
        previous: QPushButton | None = None
        for button in (*self._buttons.values(), self.add_button):
            if previous is not None:
                QWidget.setTabOrder(previous, button)
            previous = button

    def _point_to(self, key: tuple[int, str]) -> None:
        field_id, what = key
        tries: Sequence[tuple[int, str]] = [key, (field_id, "down"), (field_id, "up")]
        button = next(
            (self._buttons[each] for each in tries if each in self._buttons), self.add_button
        )
        if not button.isEnabled():
            other = "down" if what == "up" else "up"
            button = self._buttons.get((field_id, other), self.add_button)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, what: str, line: FieldLine) -> None:
        if what == "change":
            self._open(line)
            return
        try:
            self._desk.notifier.tell(self._changed(what, line.id))
        except Refused:
            self._desk.notifier.look_again()

    def _changed(self, what: str, field_id: int) -> Changes:
        if what == "remove":
            return self._fields.remove(field_id)
        return self._fields.move(field_id, -1 if what == "up" else 1)

    def _open(self, line: FieldLine | None) -> None:
        def save(name: str, kind: FieldKind, choices: Sequence[str], reminder: DateReminder) -> str:
            if line is None:
                return self._desk.trouble(lambda: self._fields.add(name, kind, choices, reminder))
            return self._desk.trouble(lambda: self._fields.change(line.id, name, choices, reminder))

        self._desk.open(
            FieldDialog(line, self._desk.icons, self._desk.prompts, save, self._desk.window)
        )

    @Slot()
    def _on_add(self) -> None:
        self._open(None)


def _about(line: FieldLine) -> str:
    words = _what_it_holds(line)
    if line.used_by == 1:
        return filled(translate("fields", "%1 · filled for 1 person"), words)
    if line.used_by:
        filled_for = translate("fields", "filled for %n people", line.used_by)
        return filled(translate("fields", "%1 · %2"), words, filled_for)
    return words


def _what_it_holds(line: FieldLine) -> str:
    words = kind_word(line.kind)
    if line.choices:
        return filled(translate("fields", "%1 of %2"), words, str(len(line.choices)))
    match line.reminder.reminds:
        case Reminds.ONCE:
            return filled(translate("fields", "%1, reminds once"), words)
        case Reminds.YEARLY:
            return filled(translate("fields", "%1, reminds every year"), words)
    return words
