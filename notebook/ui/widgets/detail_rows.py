"""The list of ways to reach somebody in the card's editor."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from notebook.services.card_parts import ADDRESS, EMAIL, PHONE, WEBSITE, DetailDraft
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.icons import IconMark, Icons
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.row_list import Row, RowList

_KINDS = {
    PHONE: ("phone", "Telephone", "Add telephone"),
    EMAIL: ("mail", "E-mail", "Add e-mail"),
    ADDRESS: ("map-pin", "Address", "Add address"),
    WEBSITE: ("globe", "Website", "Add website"),
}
_LABEL_WIDTH = 104  # pixels


class DetailRow(Row):
    """A telephone number, e-mail or postal address or website, with a label of one's own."""

    def __init__(self, icons: Icons, draft: DetailDraft) -> None:
        icon, name, _ = _KINDS[draft.kind]
        name = translate("card", name)
        super().__init__(icons, filled(translate("card", "Remove: %1"), name))
        self._kind = draft.kind
        self.value: QLineEdit | GrowingTextEdit
        if "\n" in draft.value or draft.kind == ADDRESS:
            self.value = GrowingTextEdit(name, name, least=2, most=6)
            self.value.setPlainText(draft.value)
        else:
            self.value = QLineEdit(draft.value, placeholderText=name)
            self.value.setCursorPosition(0)
            self.value.setAccessibleName(name)
        self.label = QLineEdit(draft.label, placeholderText=translate("card", "Work, home …"))
        self.label.setAccessibleName(filled(translate("card", "Label of: %1"), name))
        self.label.setFixedWidth(_LABEL_WIDTH)
        self.line.addWidget(IconMark(icons, icon), 0, Qt.AlignmentFlag.AlignVCenter)
        self.line.addWidget(self.value, 1)
        self.line.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        self.finish()

    def draft(self) -> DetailDraft | None:
        """Return what stands in the fields; None for an empty value."""
        text = self.value.text() if isinstance(self.value, QLineEdit) else self.value.toPlainText()
        return DetailDraft(self._kind, text, self.label.text()) if text.strip() else None


class DetailRows(RowList[DetailRow]):
    """The ways to reach somebody; a telephone and an e-mail are always asked for."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        for kind, (_, _, text) in _KINDS.items():
            button = self._offer(translate("card", text))
            button.clicked.connect(lambda _=False, kind=kind: self._on_another(kind))

    def show_drafts(self, drafts: Sequence[DetailDraft]) -> None:
        """Show these, and an empty line for what everybody has."""
        self._clear()
        missing = [kind for kind in (PHONE, EMAIL) if kind not in {draft.kind for draft in drafts}]
        shown = (*drafts, *(DetailDraft(kind, "") for kind in missing))
        self._add_all(DetailRow(self._icons, draft) for draft in shown)

    def drafts(self) -> tuple[DetailDraft, ...]:
        """Return what is filled in."""
        return tuple(draft for row in self.rows if (draft := row.draft()))

    def _on_another(self, kind: str) -> None:
        row = DetailRow(self._icons, DetailDraft(kind, ""))
        self._add(row, focus=row.value)
