"""An organisation's name and note, merging it with another one, and somebody more who is there."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from notebook.services.organisations import OrganisationDraft
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.organisation_edit import FindOrganisations, OrganisationEdit
from notebook.ui.widgets.people_chooser import AddPerson, FindPeople, PeopleChooser


class OrganisationDialog(FormDialog):
    """Name and note of an organisation, a new one for an empty draft.

    `save` returns a sentence when it can't be saved, which is shown; else the dialog closes.
    """

    def __init__(
        self,
        draft: OrganisationDraft,
        icons: Icons,
        prompts: Prompts,
        save: Callable[[OrganisationDraft], str],
        parent: QWidget | None = None,
    ) -> None:
        title = translate("OrganisationDialog", "New organisation")
        if draft.name:
            title = filled(translate("OrganisationDialog", "Edit %1"), draft.name)
        super().__init__(icons, prompts, title, "", translate("OrganisationDialog", "Save"), parent)
        self._save = save
        name, note = (
            translate("OrganisationDialog", "Name"),
            translate("OrganisationDialog", "Note"),
        )
        self.name = QLineEdit(draft.name)
        self.name.setAccessibleName(name)
        self.note = GrowingTextEdit(note, least=3, most=10)
        self.note.setPlainText(draft.note)
        self.note.submitted.connect(self.save_button.click)
        self.lay_out([(name, self.name), (note, self.note)])
        self.name.setFocus()

    @override
    def save(self) -> str:
        return self._save(OrganisationDraft(self.name.text(), self.note.toPlainText()))


class MergeDialog(FormDialog):
    """Chooses the organisation that becomes part of another one.

    `merge` gets the id of the other one.
    """

    def __init__(
        self,
        name: str,
        icons: Icons,
        prompts: Prompts,
        find: FindOrganisations,
        merge: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        title = filled(translate("MergeDialog", "Merge with %1"), name)
        text = translate(
            "MergeDialog",
            "All people of the other one, and its note, come to %1. The other one goes to the"
            " trash, and everything can be undone.",
        )
        super().__init__(
            icons, prompts, title, filled(text, name), translate("MergeDialog", "Merge"), parent
        )
        self._merge = merge
        other = translate("MergeDialog", "The other organisation")
        self.other = OrganisationEdit(find, other, translate("MergeDialog", "Type its name"))
        self.lay_out([(other, self.other)])
        self.other.setFocus()

    @override
    def save(self) -> str:
        chosen = self.other.known()
        if chosen is None:
            self.other.setFocus()
            return translate("MergeDialog", "There is no organisation of this name.")
        return self._merge(chosen.id)


class ColleagueDialog(FormDialog):
    """Adds somebody, known or new, to an organisation; `add` gets the person and their role."""

    def __init__(
        self,
        organisation: str,
        icons: Icons,
        prompts: Prompts,
        find: FindPeople,
        add_person: AddPerson,
        add: Callable[[int, str], str],
        parent: QWidget | None = None,
    ) -> None:
        title = filled(translate("ColleagueDialog", "Who else is at %1?"), organisation)
        super().__init__(icons, prompts, title, "", translate("ColleagueDialog", "Add"), parent)
        self._add = add
        who = translate("ColleagueDialog", "Person")
        self.person = PeopleChooser(icons, who, find, add_person, single=True)
        role = translate("ColleagueDialog", "Role there")
        self.title = QLineEdit()
        self.title.setAccessibleName(role)
        self.lay_out([(who, self.person), (role, self.title)])
        self.person.changed.connect(self.title.setFocus)
        self.person.setFocus()

    @override
    def save(self) -> str:
        chosen = self.person.chosen()
        if not chosen:
            self.person.setFocus()
            return translate("ColleagueDialog", "Who is it?")
        return self._add(chosen[0].id, self.title.text())
