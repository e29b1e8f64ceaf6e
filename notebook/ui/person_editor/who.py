"""Who somebody is: names, roles, one of the team or not."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit
from typing_extensions import override

from notebook.services.people import PersonDraft
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.person_editor.roles import RoleRows
from notebook.ui.person_editor.section import EditorSection, form_layout
from notebook.ui.widgets.organisation_edit import FindOrganisations


class Who(EditorSection):
    """Names and place.

    Attributes:
        name, roles, given_name, family_name, nickname, is_team: the fields.
    """

    def __init__(self, icons: Icons, find_organisations: FindOrganisations) -> None:
        super().__init__(translate("PersonEditor", "Who it is"))
        self.name = QLineEdit()
        self.given_name = QLineEdit()
        self.family_name = QLineEdit()
        self.nickname = QLineEdit()
        self.roles = RoleRows(icons, find_organisations)
        self.is_team = QCheckBox(translate("PersonEditor", "One of our own team"))
        self.form.addRow(translate("PersonEditor", "&Name"), self.name)
        self.body.addWidget(self.roles)
        names = form_layout()
        self.body.addLayout(names)
        for label, field in (
            (translate("PersonEditor", "&Given name"), self.given_name),
            (translate("PersonEditor", "&Family name"), self.family_name),
            (translate("PersonEditor", "&Also called"), self.nickname),
            ("", self.is_team),
        ):
            names.addRow(label, field)

    @override
    def show_draft(self, draft: PersonDraft) -> None:
        self.name.setText(draft.name)
        self.given_name.setText(draft.given_name)
        self.family_name.setText(draft.family_name)
        self.nickname.setText(draft.nickname)
        self.roles.show_drafts(draft.roles)
        self.is_team.setChecked(draft.is_team)

    @override
    def values(self) -> dict[str, Any]:
        return {
            "name": self.name.text(),
            "given_name": self.given_name.text(),
            "family_name": self.family_name.text(),
            "nickname": self.nickname.text(),
            "roles": self.roles.drafts(),
            "is_team": self.is_team.isChecked(),
        }
