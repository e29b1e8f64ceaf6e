"""What the sections of the editor have in common: each shows and returns its part of a draft."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout

from notebook.services.people import PersonDraft
from notebook.ui.widgets.panel import Panel


class EditorSection(Panel):
    """One subject of a card, to be edited.

    Attributes:
        form: the rows of labels and fields.
    """

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.form = form_layout()
        self.body.addLayout(self.form)

    def show_draft(self, draft: PersonDraft) -> None:
        """Put this part of a draft into the fields."""
        raise NotImplementedError

    def values(self) -> dict[str, Any]:
        """Return what stands in the fields, by the names of the draft."""
        raise NotImplementedError


def form_layout() -> QFormLayout:
    """Return a form as all sections have it."""
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    return form
