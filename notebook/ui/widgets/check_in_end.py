"""The end of a check-in: whether there is anything more, and how the work together is for us."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.text import excerpt
from notebook.services.phrases import filled
from notebook.ui.widgets.check_in_rows import grade_choice
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label

_LONGEST = 400  # characters of what we expected


class CheckInEnd(QWidget):
    """Their side at the left, ours at the right.

    Attributes:
        more, ours: what else we can do, and our own grade.
    """

    def __init__(self, we_expected: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        more, ours = self.tr("Is there anything more we can do?"), self.tr("And how is it for us?")
        self.more = GrowingTextEdit(more, most=4, single_line_submit=True)
        self.ours = grade_choice(ours)
        self.more.submitted.connect(self.ours.setFocus)
        words = filled(self.tr("We expected: %1"), excerpt(" · ".join(we_expected), _LONGEST))
        expected = text_label(words, "second", wrap=True, selectable=True)
        expected.setHidden(not we_expected)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        for fields in (
            (text_label(more, "name"), self.more),
            (text_label(ours, "name"), expected, self.ours),
        ):
            column = QVBoxLayout()
            column.setSpacing(6)
            for part in fields:
                column.addWidget(part)
            column.addStretch(1)
            row.addLayout(column, 1)
