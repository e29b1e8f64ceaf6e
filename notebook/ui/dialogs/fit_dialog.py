"""After the first meeting: who was at ease, whether there is trust, and how we go on."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.fit import FitAnswer, FitDecision
from notebook.services.fit_checks import FitEntry, answer_word, decision_word
from notebook.services.phrases import filled
from notebook.ui.dialogs.unsaved_dialog import UnsavedDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import link_button, plain_button, primary_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label


class FitDialog(UnsavedDialog):
    """Three questions that may stay open, a note, and the decision.

    `save` returns a sentence when it can't be saved, which is shown; else the dialog closes.

    Signals:
        delete_chosen(int): take back what was said before.
    """

    delete_chosen = Signal(object)

    def __init__(
        self,
        icons: Icons,
        prompts: Prompts,
        called: str,
        known: FitEntry | None,
        save: Callable[[FitEntry], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(prompts, parent)
        self.lost = self.tr("What you think about this meeting is not saved yet.")
        self._save, self._known = save, known
        self.setWindowTitle(self.tr("Do we fit together?"))
        self.title = text_label(
            filled(self.tr("%1 and we: do we fit?"), called), "heading", wrap=True
        )
        self.banner = Banner(icons)
        self.at_ease = _answers(self.tr("Was I at ease?"))
        self.they_at_ease = _answers(filled(self.tr("Was %1 at ease?"), called))
        self.trust = _answers(self.tr("Is there trust?"))
        self.decision = ChoiceRow(
            [(decision, decision_word(decision)) for decision in FitDecision],
            self.tr("How do we go on?"),
        )
        self.note = GrowingTextEdit(
            self.tr("Note"), self.tr("What makes you think so?"), least=2, most=6
        )
        self.delete_button = link_button(self.tr("Remove"), second=True)
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.save_button = primary_button(self.tr("Save"))
        for button in (self.delete_button, self.cancel_button):
            button.setAutoDefault(False)
        self._lay_out()
        self.delete_button.setHidden(known is None)
        self._connect()
        if known is not None:
            self._show(known)
        self.setMinimumWidth(460)
        self.at_ease.setFocus()

    def entry(self) -> FitEntry | None:
        """Return what was said; None without a decision."""
        decision = self.decision.value()
        if not isinstance(decision, FitDecision):
            return None
        entry = self._known or FitEntry(decision)
        return replace(
            entry,
            decision=decision,
            at_ease=_answer(self.at_ease),
            they_at_ease=_answer(self.they_at_ease),
            trust=_answer(self.trust),
            note=self.note.toPlainText(),
        )

    def _show(self, known: FitEntry) -> None:
        self.at_ease.set_value(known.at_ease)
        self.they_at_ease.set_value(known.they_at_ease)
        self.trust.set_value(known.trust)
        self.decision.set_value(known.decision)
        self.note.setPlainText(known.note)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.banner)
        for row in (self.at_ease, self.they_at_ease, self.trust):
            column.addSpacing(4)
            column.addWidget(text_label(row.accessibleName(), "second", wrap=True))
            column.addWidget(row)
        column.addSpacing(4)
        column.addWidget(self.note)
        column.addSpacing(4)
        column.addWidget(text_label(self.decision.accessibleName(), "name", wrap=True))
        column.addWidget(self.decision)
        hint = self.tr("Just for you. If it is no fit, a good referral early helps everybody.")
        column.addWidget(text_label(hint, "second", wrap=True))
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.delete_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.note.submitted.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)
        self.delete_button.clicked.connect(self._on_delete)

    @Slot()
    def _on_save(self) -> None:
        entry = self.entry()
        trouble = self.tr("Choose how to go on. You can change it later.")
        if entry is not None:
            trouble = self._save(entry)
        if trouble:
            self.banner.show_message(trouble, "warn")
            self.decision.setFocus()
            return
        self.accept()

    @Slot()
    def _on_delete(self) -> None:
        if self._known is not None:
            self.delete_chosen.emit(self._known.id)
            self.accept()


def _answers(question: str) -> ChoiceRow:
    return ChoiceRow([(answer, answer_word(answer)) for answer in FitAnswer], question)


def _answer(row: ChoiceRow) -> FitAnswer | None:
    value = row.value()
    return value if isinstance(value, FitAnswer) else None
