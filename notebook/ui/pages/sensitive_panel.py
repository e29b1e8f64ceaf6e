"""The groups of sensitive things: off until they are switched on with a reason."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from notebook.domain.facts import SENSITIVE, FactGroup
from notebook.services.facts import Facts
from notebook.services.phrases import filled
from notebook.services.preferences import Preferences
from notebook.services.words import group_word
from notebook.translate import translate
from notebook.ui.notifier import Notifier
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel


class SensitiveGroup(QWidget):
    """One group: its switch, the reason, and what is kept in it.

    Attributes:
        switch, reason: the fields.
        state: says what is hidden, or what is still needed.

    Signals:
        taken_back(): it was not switched on after all.
    """

    taken_back = Signal()

    def __init__(self, group: FactGroup, preferences: Preferences, notifier: Notifier) -> None:
        super().__init__()
        self._group, self._preferences, self._notifier = group, preferences, notifier
        self._kept = ""
        word = group_word(group)
        self.switch = QCheckBox(word)
        self.reason = QLineEdit(placeholderText=translate("sensitive", "Why we keep this"))
        self.reason.setAccessibleName(filled(translate("sensitive", "%1: why we keep this"), word))
        self.reason.setMaxLength(200)
        self.state = text_label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.switch, self.reason, self.state):
            column.addWidget(widget)
        self.switch.clicked.connect(self._on_switch)
        self.reason.editingFinished.connect(self._on_reason)

    def show_choice(self, kept: Mapping[FactGroup, str], count: int) -> None:
        """Show whether the group is on, and how many things it holds."""
        self._kept = kept.get(self._group, "")
        is_being_typed = self.switch.isChecked() and not self._kept and self.reason.hasFocus()
        if is_being_typed:
            return
        self.switch.setChecked(bool(self._kept))
        self.reason.setVisible(bool(self._kept))
        if not self.reason.hasFocus():
            self.reason.setText(self._kept)
        self._say("" if self._kept else _hidden_words(count))

    def _say(self, words: str) -> None:
        self.state.setText(words)
        self.state.setHidden(not words)
        self.switch.setAccessibleDescription(words)

    @Slot(bool)
    def _on_switch(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self.reason.setVisible(is_on)
        if is_on:
            self._say(translate("sensitive", "It is on once you have said in a few words why."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._kept:
            self._notifier.tell(self._preferences.hide_sensitive_group(self._group))
        else:
            self.reason.clear()
            self.taken_back.emit()

    @Slot()
    def _on_reason(self) -> None:
        why = self.reason.text().strip()
        if why and why != self._kept and self.switch.isChecked():
            self._notifier.tell(self._preferences.keep_sensitive_group(self._group, why))
        elif not why and self._kept:
            self.reason.setText(self._kept)


class SensitivePanel(Panel):
    """Switches for health, religion and politics.

    Attributes:
        groups: the part of each group.
    """

    def __init__(self, preferences: Preferences, facts: Facts, notifier: Notifier) -> None:
        super().__init__(translate("sensitive", "Sensitive things worth remembering"))
        self._preferences, self._facts = preferences, facts
        words = translate(
            "sensitive",
            "Some things are nobody’s business, unless knowing them lets you treat somebody well: "
            "an allergy before a dinner, a feast day before you call. Each of these groups is off "
            "until you switch it on and say why you keep such things.",
        )
        self.body.addWidget(text_label(words, wrap=True))
        self.groups = {group: SensitiveGroup(group, preferences, notifier) for group in SENSITIVE}
        for part in self.groups.values():
            self.body.addWidget(part)
            part.taken_back.connect(self.show_choices)
        self.show_choices()

    @Slot()
    def show_choices(self) -> None:
        """Show what is chosen."""
        kept, counts = self._preferences.sensitive_groups(), self._facts.sensitive_counts()
        for group, part in self.groups.items():
            part.show_choice(kept, counts[group])


def _hidden_words(count: int) -> str:
    if not count:
        return ""
    if count == 1:
        return translate("sensitive", "1 thing is kept and hidden. Switch it on to see it again.")
    return translate(
        "sensitive", "%n things are kept and hidden. Switch it on to see them again.", count
    )
