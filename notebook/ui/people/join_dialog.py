"""Adding several people to a group, known or new."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from notebook.services.short_names import LONGEST_NAME
from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts


class JoinDialog(FormDialog):
    """Asks for the group; a new name makes a new one.

    Attributes:
        name: the field.
    """

    def __init__(
        self,
        heading: str,
        names: Sequence[str],
        icons: Icons,
        prompts: Prompts,
        save: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        text = translate("groups", "Choose a group, or type the name of a new one.")
        super().__init__(icons, prompts, heading, text, translate("groups", "Add"), parent)
        self._save_name = save
        self.name = QLineEdit()
        self.name.setAccessibleName(translate("groups", "Group"))
        self.name.setMaxLength(LONGEST_NAME)
        completer = QCompleter(names, self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.lay_out([("", self.name)])
        self.name.setFocus()

    @override
    def save(self) -> str:
        return self._save_name(self.name.text())
