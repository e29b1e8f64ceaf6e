"""What is worth remembering about somebody."""

from typing import Any

from typing_extensions import override

from notebook.services.people import PersonDraft
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.person_editor.section import EditorSection, form_layout
from notebook.ui.widgets.fact_rows import FactRows
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.partial_date_edit import PartialDateEdit


class Worth(EditorSection):
    """Birthday, facts and the note.

    Attributes:
        birthday, facts, note: the fields.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__(translate("PersonEditor", "Worth remembering"))
        self.birthday = PartialDateEdit(translate("PersonEditor", "Birthday"))
        self.facts = FactRows(icons)
        self.note = GrowingTextEdit(translate("PersonEditor", "Note"), least=3, most=12)
        self.form.addRow(translate("PersonEditor", "&Birthday"), self.birthday)
        self.body.addWidget(self.facts)
        note = form_layout()
        note.addRow(translate("PersonEditor", "No&te"), self.note)
        self.body.addLayout(note)

    @override
    def show_draft(self, draft: PersonDraft) -> None:
        self.facts.show_drafts(draft.facts)
        self.birthday.set_value(draft.birthday)
        self.note.setPlainText(draft.note)

    @override
    def values(self) -> dict[str, Any]:
        return {
            "birthday": self.birthday.value(),
            "facts": self.facts.drafts(),
            "note": self.note.toPlainText(),
        }
