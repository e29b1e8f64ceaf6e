"""Open concerns on a page: what went wrong, where it stands, and the way to set it right."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.concerns import step_word
from notebook.domain.dates_in_words import day_month, relative_day
from notebook.domain.text import excerpt
from notebook.services.concern_page import ConcernLine, stage_word
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.chips import Tag
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.wrapping_label import WrappingLabel

_TOP = Qt.AlignmentFlag.AlignTop
_TEXT_LENGTH = 240


class OpenConcerns(Panel):
    """The open concerns of a person or a project; hidden where there is none.

    Signals:
        chosen(int): open this concern.
    """

    chosen = Signal(object)

    def __init__(self, *, with_project: bool, parent: QWidget | None = None) -> None:
        super().__init__(translate("concerns", "To be set right"), parent)
        self._with_project = with_project
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addLayout(self._rows)

    def show_concerns(self, concerns: Sequence[ConcernLine], today: date) -> None:
        """Show these concerns."""
        clear_layout(self._rows)
        for concern in concerns:
            self._rows.addWidget(self._row(concern, today))
        self.setHidden(not concerns)

    def _row(self, concern: ConcernLine, today: date) -> QWidget:
        widget = QWidget()
        text = excerpt(concern.text, _TEXT_LENGTH)
        button = link_button(translate("concerns", "Set right"), second=True)
        button.setAccessibleName(filled(translate("concerns", "Set right: %1"), text))
        button.clicked.connect(lambda: self.chosen.emit(concern.id))
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(Tag(stage_word(concern.stage), "bad"), 0, _TOP)
        about = _about(concern, today, with_project=self._with_project)
        top.addWidget(WrappingLabel(about, "second"), 1)
        top.addWidget(button, 0, _TOP)
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(WrappingLabel(text))
        return widget


def _about(concern: ConcernLine, today: date, *, with_project: bool) -> str:
    parts = [
        concern.project_name if with_project else "",
        filled(translate("concerns", "since %1"), day_month(concern.opened_on, today)),
    ]
    if concern.owner_name:
        parts.append(filled(translate("concerns", "looked after by %1"), concern.owner_name))
    if concern.escalated_to_name:
        words = translate("concerns", "escalated to %1")
        parts.append(filled(words, concern.escalated_to_name))
    if concern.next_step is not None:
        parts.append(filled(translate("concerns", "next: %1"), step_word(concern.next_step)))
    if concern.follow_up_on is not None:
        when = relative_day(concern.follow_up_on, today)
        parts.append(filled(translate("concerns", "ask again: %1"), when))
    return " · ".join(part for part in parts if part)
