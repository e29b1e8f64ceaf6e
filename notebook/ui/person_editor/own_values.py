"""The user's own fields of a person; made only where there are any."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from notebook.domain.own_fields import NO, YES, FieldKind, sort_value
from notebook.domain.partial_date import parse
from notebook.services.own_fields import FieldLine
from notebook.services.own_values import OwnValueDraft
from notebook.services.people import PersonDraft
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.person_editor.section import EditorSection
from notebook.ui.widgets.calm_combo_box import CalmComboBox
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.partial_date_edit import PartialDateEdit


class OwnValues(EditorSection):
    """A field for each that the user defined.

    Attributes:
        fields: what is shown, by the id of the field.

    Signals:
        submitted(): Enter was pressed in one of them.
    """

    submitted = Signal()

    def __init__(self, lines: Sequence[FieldLine]) -> None:
        super().__init__(translate("PersonEditor", "More"))
        self._lines = {line.id: line for line in lines}
        self._before: dict[int, str] = {}
        self._typed: dict[int, Callable[[], str]] = {}
        self.fields: dict[int, QWidget] = {}

    @override
    def show_draft(self, draft: PersonDraft) -> None:
        while self.form.rowCount():
            self.form.removeRow(0)
        self._before = {value.field_id: value.text for value in draft.own_values}
        for line in self._lines.values():
            field, typed = self._made(line, self._before.get(line.id, ""))
            field.setAccessibleName(line.name)
            self.fields[line.id], self._typed[line.id] = field, typed
            self.form.addRow(text_label(line.name, wrap=True), field)

    @override
    def values(self) -> dict[str, Any]:
        typed = ((field_id, read()) for field_id, read in self._typed.items())
        drafts = (OwnValueDraft(field_id, text) for field_id, text in typed if text.strip())
        return {"own_values": tuple(drafts)}

    def wrong(self) -> tuple[QWidget, str] | None:
        """Return the first field with something that can't stand in it, and why; None for none."""
        for line in self._lines.values():
            text, field = self._typed[line.id](), self.fields[line.id]
            if isinstance(field, PartialDateEdit) and not field.is_valid():
                return field, filled(translate("PersonEditor", "Please look at: %1"), line.name)
            if not text.strip() or text == self._before.get(line.id):
                continue
            try:
                sort_value(line.kind, text, line.choices)
            except ValueError as error:
                return field, filled(translate("PersonEditor", "%1: %2"), line.name, str(error))
        return None

    def _made(self, line: FieldLine, text: str) -> tuple[QWidget, Callable[[], str]]:
        match line.kind:
            case FieldKind.DATE:
                return self._date(line, text)
            case FieldKind.YES_NO:
                return self._yes_no(line, text)
            case FieldKind.CHOICE:
                return self._choice(line, text)
        if "\n" in text:
            several = GrowingTextEdit(line.name, least=2, most=6)
            several.setPlainText(text)
            return several, several.toPlainText
        single = QLineEdit(text)
        single.setCursorPosition(0)
        single.returnPressed.connect(self.submitted)
        return single, single.text

    def _date(self, line: FieldLine, text: str) -> tuple[QWidget, Callable[[], str]]:
        field = PartialDateEdit(line.name)
        field.set_value(parse(text) if text.strip() else None)

        def typed() -> str:
            value = field.value()
            return value.iso() if value else ""

        return field, typed

    def _yes_no(self, line: FieldLine, text: str) -> tuple[QWidget, Callable[[], str]]:
        options: list[tuple[object, str]] = [
            (YES, translate("PersonEditor", "Yes")),
            (NO, translate("PersonEditor", "No")),
        ]
        field = ChoiceRow(options, line.name, compact=True)
        field.set_value(text.strip().lower() or None)
        return field, lambda: str(field.value() or "")

    def _choice(self, line: FieldLine, text: str) -> tuple[QWidget, Callable[[], str]]:
        field = CalmComboBox(line.name)
        besides = [] if not text.strip() or text in line.choices else [text]
        words = [("", translate("PersonEditor", "Not known"))]
        field.offer([*words, *((each, each) for each in (*line.choices, *besides))], text)
        return field, lambda: str(field.value() or "")
