"""A field of the user's own: its name, what it holds, and its choices."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from notebook.domain.own_fields import DateReminder, FieldKind
from notebook.services.own_fields import FieldLine
from notebook.services.short_names import LONGEST_NAME
from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_reminder_edit import DateReminderEdit
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label

SaveField = Callable[[str, FieldKind, Sequence[str], DateReminder], str]
"""Saves name, kind, choices and reminder; returns why that can't be done, or nothing."""

_KINDS = {
    FieldKind.TEXT: "Text",
    FieldKind.NUMBER: "Number",
    FieldKind.DATE: "Date",
    FieldKind.YES_NO: "Yes or no",
    FieldKind.CHOICE: "Choice",
}


def kind_word(kind: FieldKind) -> str:
    """Return what a field holds: "Yes or no"."""
    return translate("fields", _KINDS[kind])


class FieldDialog(FormDialog):
    """Makes a field, or changes one (`line`); what it holds is chosen once, when it is made.

    Attributes:
        name, kind, choices, reminder: the fields.
    """

    def __init__(
        self,
        line: FieldLine | None,
        icons: Icons,
        prompts: Prompts,
        save: SaveField,
        parent: QWidget | None = None,
    ) -> None:
        new, known = translate("fields", "A new field"), translate("fields", "Change the field")
        text = translate("fields", "It is there for every person, and empty until you fill it.")
        button = translate("fields", "Save") if line else translate("fields", "Add")
        super().__init__(
            icons, prompts, known if line else new, "" if line else text, button, parent
        )
        self._save_field, self._line = save, line
        name, kind, choices = (
            translate("fields", "Name"),
            translate("fields", "What it holds"),
            translate("fields", "Choices, one on each line"),
        )
        self.name = QLineEdit(line.name if line else "")
        self.name.setAccessibleName(name)
        self.name.setMaxLength(LONGEST_NAME)
        self.kind = ChoiceRow([(each, kind_word(each)) for each in FieldKind], kind, optional=False)
        self.kind.set_value(line.kind if line else FieldKind.TEXT)
        self.choices = GrowingTextEdit(choices, least=3, most=8)
        self.choices.setPlainText("\n".join(line.choices) if line else "")
        self._choices_label = text_label(choices, "name")
        self.reminder = DateReminderEdit()
        if line:
            self.reminder.set_value(line.reminder)
        fields: list[tuple[str, QWidget]] = [(name, self.name)]
        fields += [] if line else [(kind, self.kind)]
        self.lay_out([*fields, ("", self._choices_label), ("", self.choices), ("", self.reminder)])
        self.kind.setVisible(line is None)
        self.kind.chosen.connect(self._show_more)
        self._show_more()
        self.name.setFocus()

    @override
    def save(self) -> str:
        kind = self.kind.value()
        assert isinstance(kind, FieldKind), "one kind is always chosen"
        choices = self.choices.toPlainText().splitlines()
        trouble = self._save_field(self.name.text(), kind, choices, self.reminder.value())
        if trouble:
            self.name.setFocus()
        return trouble

    @Slot()
    def _show_more(self) -> None:
        is_choice = self.kind.value() is FieldKind.CHOICE
        self._choices_label.setVisible(is_choice)
        self.choices.setVisible(is_choice)
        self.reminder.setVisible(self.kind.value() is FieldKind.DATE)
        self.adjustSize()
