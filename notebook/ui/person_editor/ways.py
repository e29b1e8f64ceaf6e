"""How to reach somebody."""

from typing import Any

from typing_extensions import override

from notebook.services.people import PersonDraft
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.person_editor.section import EditorSection
from notebook.ui.widgets.detail_rows import DetailRows


class Ways(EditorSection):
    """Telephone numbers, addresses and the like.

    Attributes:
        details: the rows.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__(translate("PersonEditor", "How to reach"))
        self.details = DetailRows(icons)
        self.body.addWidget(self.details)

    @override
    def show_draft(self, draft: PersonDraft) -> None:
        self.details.show_drafts(draft.details)

    @override
    def values(self) -> dict[str, Any]:
        return {"details": self.details.drafts()}
