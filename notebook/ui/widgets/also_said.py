"""What else was said at the start of a project: to be read while one asks how it goes today."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from notebook.services.agreements import AgreementItem
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.widgets.labels import shown_part, text_label
from notebook.ui.widgets.panel import Panel, divider
from notebook.ui.widgets.wrapping_label import WrappingLabel

_MOST_LINES = 12  # of one answer; the agreement has them all
_TOP = Qt.AlignmentFlag.AlignTop


class AlsoSaid(Panel):
    """Each question at the left, and what was said to it at the right; hidden without any.

    Tab stops at it once, so that somebody without a mouse gets there to read.
    """

    def __init__(self, items: Sequence[AgreementItem], parent: QWidget | None = None) -> None:
        super().__init__(translate("check-in", "Also said at the start"), parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleDescription("\n".join(_spoken(item) for item in items))
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for place, item in enumerate(items):
            if place:
                grid.addWidget(divider(), 2 * place - 1, 0, 1, 2)
            grid.addWidget(WrappingLabel(item.question, "second"), 2 * place, 0, _TOP)
            grid.addLayout(_answer(item), 2 * place, 1)
        self.body.addLayout(grid)
        self.setHidden(not items)


def _answer(item: AgreementItem) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    for line in item.lines[:_MOST_LINES]:
        row = QHBoxLayout()
        row.setSpacing(8)
        if item.points:
            row.addWidget(text_label("•", "soft"), 0, _TOP)
        row.addWidget(WrappingLabel(shown_part(line)), 1)
        column.addLayout(row)
    rest = len(item.lines) - _MOST_LINES
    if rest > 0:
        column.addWidget(WrappingLabel(translate("check-in", "and %n more", rest), "second"))
    for change in item.changes:
        column.addWidget(WrappingLabel(change, "second"))
    return column


def _spoken(item: AgreementItem) -> str:
    words = translate("check-in", "%1 %2")
    return filled(words, item.question, "; ".join((*item.lines, *item.changes)))
