"""Somebody is somewhere else now: one role ends, the next one begins, on the same day."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from notebook.domain.partial_date import PartialDate
from notebook.services.phrases import filled
from notebook.services.roles import RoleDraft, RoleLine
from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.organisation_edit import FindOrganisations, OrganisationEdit
from notebook.ui.widgets.partial_date_field import PartialDateField


class EmployerDialog(FormDialog):
    """Asks where they are now, as what, since when, and what that ends.

    `change` gets the id of the role that ends, None for none, and the one that begins.
    """

    def __init__(
        self,
        name: str,
        roles: Sequence[RoleLine],
        icons: Icons,
        prompts: Prompts,
        find: FindOrganisations,
        today: date,
        change: Callable[[int | None, RoleDraft], str],
        parent: QWidget | None = None,
    ) -> None:
        title = filled(translate("EmployerDialog", "Where is %1 now?"), name)
        text = translate(
            "EmployerDialog", "Everything that was written down stays with the person."
        )
        super().__init__(icons, prompts, title, text, translate("EmployerDialog", "Save"), parent)
        self._change = change
        words = translate("EmployerDialog", "Organisation")
        self.organisation = OrganisationEdit(find, words)
        role = translate("EmployerDialog", "Role there")
        self.title = QLineEdit()
        self.title.setAccessibleName(role)
        since = translate("EmployerDialog", "Since")
        self.since = PartialDateField(since, translate("EmployerDialog", "Today"))
        self.since.set_value(PartialDate(today.year, today.month, today.day))
        ends = translate("EmployerDialog", "This ends")
        self.ended = QComboBox()
        self.ended.setAccessibleName(ends)
        for line in roles:
            self.ended.addItem(line.words, line.id)
        self.ended.addItem(translate("EmployerDialog", "Nothing: it comes besides"), None)
        fields: list[tuple[str, QWidget]] = [
            (words, self.organisation),
            (role, self.title),
            (since, self.since),
        ]
        self.lay_out([*fields, *([(ends, self.ended)] if roles else [])])
        self.ended.setVisible(bool(roles))
        self.organisation.setFocus()

    @override
    def save(self) -> str:
        if not self.since.is_valid():
            self.since.setFocus()
            return translate("EmployerDialog", "Since when? Write 2019, May 2019 or 12 May 2019.")
        begun = RoleDraft(self.title.text(), self.organisation.text(), self.since.value())
        return self._change(self.ended.currentData(), begun)
