"""Concerns on a page: what went wrong, where it stands, and the way to the concern itself."""

from collections.abc import Callable, Sequence
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
            row = concern_row(concern, today, self.chosen.emit, with_project=self._with_project)
            self._rows.addWidget(row)
        self.setHidden(not concerns)


def concern_row(
    concern: ConcernLine, today: date, choose: Callable[[int], None], *, with_project: bool
) -> QWidget:
    """Return a row of a concern, open or closed, whose button calls `choose` with its id."""
    widget = QWidget()
    text = excerpt(concern.text, _TEXT_LENGTH)
    is_closed = concern.closed_on is not None
    word = translate("concerns", "Open") if is_closed else translate("concerns", "Set right")
    button = link_button(word, second=True)
    button.setAccessibleName(filled(translate("concerns", "%1: %2"), word, text))
    button.clicked.connect(lambda: choose(concern.id))
    top = QHBoxLayout()
    top.setSpacing(10)
    top.addWidget(Tag(stage_word(concern.stage), "plain" if is_closed else "bad"), 0, _TOP)
    about = _was if is_closed else _about
    top.addWidget(WrappingLabel(about(concern, today, with_project=with_project), "second"), 1)
    top.addWidget(button, 0, _TOP)
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addLayout(top)
    column.addWidget(WrappingLabel(text))
    return widget


def closed_words(count: int) -> str:
    """Return the way to concerns that were set right, which are folded away at first."""
    if count == 1:
        return translate("concerns", "Show 1 concern that was set right")
    return translate("concerns", "Show %n concerns that were set right", count)


def _was(concern: ConcernLine, today: date, *, with_project: bool) -> str:
    assert concern.closed_on is not None, "only what is closed was something"
    words = translate("concerns", "from %1 to %2")
    days = (day_month(concern.opened_on, today), day_month(concern.closed_on, today))
    parts = (concern.project_name if with_project else "", filled(words, *days))
    return " · ".join(part for part in parts if part)


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
