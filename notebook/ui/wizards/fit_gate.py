"""Before an agreement: is this ours to do? If not, somebody better is named, and asked after later."""

from typing import cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from notebook.services.draft import Draft, Gate
from notebook.services.fit_gate import gate_heading
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.widgets.buttons import plain_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.labels import set_short_text, text_label
from notebook.ui.widgets.panel import Panel


class FitGate(Panel):
    """Says neither yes nor no until the user does.

    Attributes:
        is_ours, whom, why, refer_button: the parts.

    Signals:
        changed(): something was chosen or typed.
        refer_chosen(str, str): refer them on to this one, because of this.
    """

    changed = Signal()
    refer_chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(gate_heading())
        self.is_ours = ChoiceRow(
            [
                (True, translate("gate", "Yes")),
                (False, translate("gate", "Somebody else suits better")),
            ],
            gate_heading(),
            tones={False: "warn"},
            optional=False,
        )
        self.whom = _field(translate("gate", "Who suits better"))
        self.why = _field(translate("gate", "Why, in a few words"))
        self.refer_button = plain_button("")
        self._elsewhere = QWidget()
        column = QVBoxLayout(self._elsewhere)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        hint = translate(
            "gate",
            "An honest no, early, is worth more than a bad project. You will be reminded to ask"
            " whether it worked out.",
        )
        column.addWidget(text_label(hint, "second", wrap=True))
        column.addWidget(self.whom)
        column.addWidget(self.why)
        row = QHBoxLayout()
        row.addWidget(self.refer_button)
        row.addStretch(1)
        column.addLayout(row)
        self._elsewhere.hide()
        self.body.addWidget(self.is_ours)
        self.body.addWidget(self._elsewhere)
        self.is_ours.chosen.connect(self._on_chosen)
        for field in (self.whom, self.why):
            field.textEdited.connect(self.changed)
        self.refer_button.clicked.connect(self._on_refer)
        self.whom.returnPressed.connect(self.why.setFocus)
        self.why.returnPressed.connect(self._on_refer)

    def gate(self) -> Gate:
        """Return what was said."""
        is_ours = cast("bool | None", self.is_ours.value())
        return Gate(is_ours, self.whom.text().strip(), self.why.text().strip())

    def show_draft(self, draft: Draft) -> None:
        """Show what was said about a project, and who would be referred on."""
        gate = draft.gate
        if gate != self.gate():
            self.is_ours.set_value(gate.is_ours)
            self.whom.setText(gate.whom)
            self.why.setText(gate.why)
        self._elsewhere.setVisible(gate.is_ours is False)
        words = filled(translate("gate", "Refer %1 on"), draft.first_name)
        set_short_text(self.refer_button, words)
        self.refer_button.setAccessibleName(words)

    @Slot(object)
    def _on_chosen(self, is_ours: object) -> None:
        self._elsewhere.setVisible(is_ours is False)
        if is_ours is False:
            self.whom.setFocus()
        self.changed.emit()

    @Slot()
    def _on_refer(self) -> None:
        gate = self.gate()
        if gate.whom:
            self.refer_chosen.emit(gate.whom, gate.why)
        else:
            self.whom.setFocus()


def _field(hint: str) -> QLineEdit:
    field = QLineEdit(placeholderText=hint)
    field.setAccessibleName(hint)
    return field
