"""Who somebody is: names, organisation, one of the team or not."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit
from typing_extensions import override

from notebook.services.people import PersonDraft
from notebook.translate import translate
from notebook.ui.person_editor.section import EditorSection


class Who(EditorSection):
    """Names and place.

    Attributes:
        name, given_name, family_name, nickname, organisation, role, is_team: the fields.
    """

    def __init__(self) -> None:
        super().__init__(translate("PersonEditor", "Who it is"))
        self.name = QLineEdit()
        self.given_name = QLineEdit()
        self.family_name = QLineEdit()
        self.nickname = QLineEdit()
        self.organisation = QLineEdit()
        self.role = QLineEdit()
        self.is_team = QCheckBox(translate("PersonEditor", "One of our own team"))
        for label, field in (
            (translate("PersonEditor", "&Name"), self.name),
            (translate("PersonEditor", "&Organisation"), self.organisation),
            (translate("PersonEditor", "&Role there"), self.role),
            (translate("PersonEditor", "&Given name"), self.given_name),
            (translate("PersonEditor", "&Family name"), self.family_name),
            (translate("PersonEditor", "&Also called"), self.nickname),
            ("", self.is_team),
        ):
            self.form.addRow(label, field)

    @override
    def show_draft(self, draft: PersonDraft) -> None:
        self.name.setText(draft.name)
        self.given_name.setText(draft.given_name)
        self.family_name.setText(draft.family_name)
        self.nickname.setText(draft.nickname)
        self.organisation.setText(draft.organisation)
        self.role.setText(draft.role)
        self.is_team.setChecked(draft.is_team)

    @override
    def values(self) -> dict[str, Any]:
        return {
            "name": self.name.text(),
            "given_name": self.given_name.text(),
            "family_name": self.family_name.text(),
            "nickname": self.nickname.text(),
            "organisation": self.organisation.text(),
            "role": self.role.text(),
            "is_team": self.is_team.isChecked(),
        }
