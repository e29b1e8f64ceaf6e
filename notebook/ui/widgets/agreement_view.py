"""The agreement on screen, with the ways to hand it on: text, PDF, printer."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from notebook.errors import FileProblem
from notebook.services.agreements import Agreement, AgreementItem, AgreementPart, as_text
from notebook.services.phrases import filled
from notebook.ui.agreement_document import agreement_document, file_name
from notebook.ui.icons import Icons
from notebook.ui.paper import print_document, write_pdf
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.buttons import link_button, plain_button
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import shown_part, text_label
from notebook.ui.widgets.panel import Panel

_MOST_LINES = 200  # of one answer on screen, where each is a widget of its own


class AgreementView(QWidget):
    """Each subject of an agreement on a panel, what is open first.

    Signals:
        question_chosen(str): the user wants to answer the question of this key.
        delivery_chosen(int): the user wants to ask whether this delivery suits.
        change_chosen(str): what was agreed to this question is agreed anew.
    """

    question_chosen = Signal(str)
    delivery_chosen = Signal(object)
    change_chosen = Signal(str)

    def __init__(self, icons: Icons, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self.agreement: Agreement | None = None
        self.copy_button = plain_button(self.tr("Copy as text"), icons, "copy")
        self.pdf_button = plain_button(self.tr("Save as PDF…"), icons, "file-down")
        self.print_button = plain_button(self.tr("Print…"), icons, "printer")
        self.done = text_label("", "second", wrap=True)
        self.done.hide()
        self._subtitle = text_label("", "second", wrap=True)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(12)
        self._lay_out()
        self.copy_button.clicked.connect(self._on_copy)
        self.pdf_button.clicked.connect(self._on_pdf)
        self.print_button.clicked.connect(self._on_print)

    def show_agreement(self, agreement: Agreement) -> None:
        """Show an agreement in place of the one before."""
        self.agreement = agreement
        self.done.hide()
        self._subtitle.setText(agreement.subtitle)
        while item := self._parts.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in agreement.parts:
            self._parts.addWidget(self._panel(part))

    def _lay_out(self) -> None:
        buttons = FlowLayout(gap=8)
        for button in (self.copy_button, self.pdf_button, self.print_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(buttons)
        column.addWidget(self.done)
        column.addWidget(self._subtitle)
        column.addLayout(self._parts)
        column.addStretch(1)

    def _panel(self, part: AgreementPart) -> Panel:
        panel = Panel(part.heading)
        for item in part.items:
            if item.open_key or item.deliverable_id is not None:
                panel.body.addLayout(self._open_question(item))
                continue
            if item.question:
                panel.body.addLayout(self._question(item))
            for line in item.lines[:_MOST_LINES]:
                panel.body.addLayout(_line(shown_part(line), point=item.points))
            if len(item.lines) > _MOST_LINES:
                panel.body.addWidget(text_label(self.tr("It goes on in text and PDF."), "second"))
            for change in item.changes:
                panel.body.addWidget(text_label(change, "second", wrap=True, selectable=True))
        return panel

    def _question(self, item: AgreementItem) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(text_label(item.question, "second", wrap=True), 1)
        if item.key:
            change = link_button(self.tr("Change…"), second=True, calm=True)
            change.setAccessibleName(filled(self.tr("Change: %1"), item.question))
            change.clicked.connect(lambda: self.change_chosen.emit(item.key))
            row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _open_question(self, item: AgreementItem) -> QHBoxLayout:
        words = shown_part(item.lines[0])
        ask = link_button(self.tr("Ask"))
        ask.setAccessibleName(filled(self.tr("Ask: %1"), words.partition("\n")[0]))
        ask.clicked.connect(lambda: self._ask(item))
        row = _line(words, point=True)
        row.addWidget(ask, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _ask(self, item: AgreementItem) -> None:
        if item.open_key:
            self.question_chosen.emit(item.open_key)
        else:
            self.delivery_chosen.emit(item.deliverable_id)

    def _say(self, text: str) -> None:
        self.done.setText(text)
        self.done.setAccessibleName(text)
        self.done.show()

    @Slot()
    def _on_copy(self) -> None:
        assert self.agreement is not None, "an agreement is shown before it is copied"
        QGuiApplication.clipboard().setText(as_text(self.agreement))
        self._say(self.tr("Copied. Paste it into an e-mail or a letter."))

    @Slot()
    def _on_pdf(self) -> None:
        assert self.agreement is not None, "an agreement is shown before it is saved"
        suggested = file_name(self.agreement)
        path = self._prompts.save_file(
            self.tr("Save the agreement as PDF"), suggested, self.tr("PDF (*.pdf)")
        )
        if path is None:
            return
        try:
            write_pdf(path, agreement_document(self.agreement))
        except FileProblem as problem:
            self._prompts.show_problem(self.tr("The PDF could not be saved"), str(problem))
            return
        self._say(filled(self.tr("Saved as %1"), str(path)))

    @Slot()
    def _on_print(self) -> None:
        assert self.agreement is not None, "an agreement is shown before it is printed"
        if print_document(self, agreement_document(self.agreement)):
            self._say(self.tr("Sent to the printer."))


def _line(text: str, *, point: bool) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    if point:
        row.addWidget(text_label("•", "soft"), 0, Qt.AlignmentFlag.AlignTop)
    label: QLabel = text_label(text, wrap=True, selectable=True)
    row.addWidget(label, 1)
    return row
