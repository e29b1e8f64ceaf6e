"""A group: its name, and how often its people hear from us."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from notebook.services.groups import GroupLine
from notebook.services.short_names import LONGEST_NAME
from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.people.rhythm_fields import RhythmFields
from notebook.ui.prompts import Prompts

SaveGroup = Callable[[str, int | None, int | None], str]
"""Saves name, rhythm and longest time; returns why that can't be done, or nothing."""


class GroupDialog(FormDialog):
    """Makes a group, or changes one (`line`).

    Attributes:
        name, rhythm: the fields.
    """

    def __init__(
        self,
        line: GroupLine | None,
        icons: Icons,
        prompts: Prompts,
        save: SaveGroup,
        parent: QWidget | None = None,
    ) -> None:
        new, known = translate("groups", "A new group"), translate("groups", "Change the group")
        text = translate(
            "groups", "Everybody in it hears from us this often, unless their card says otherwise."
        )
        super().__init__(
            icons, prompts, known if line else new, text, translate("groups", "Save"), parent
        )
        self._save_group = save
        name = translate("groups", "Name")
        self.name = QLineEdit(line.name if line else "")
        self.name.setAccessibleName(name)
        self.name.setPlaceholderText(translate("groups", "Customers, suppliers, choir …"))
        self.name.setMaxLength(LONGEST_NAME)
        self.rhythm = RhythmFields(translate("groups", "No rhythm"))
        if line:
            self.rhythm.set_days(line.target_days, line.maximum_days)
        self.lay_out([(name, self.name), (translate("groups", "Keep in touch"), self.rhythm)])
        self.name.setFocus()

    @override
    def save(self) -> str:
        trouble = self._save_group(self.name.text(), *self.rhythm.days())
        if trouble:
            (self.rhythm.trouble() or self.name).setFocus()
        return trouble
