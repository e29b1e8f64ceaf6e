"""A field for an organisation, which completes the names that are known."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from notebook.services.organisation_names import same_name
from notebook.services.organisations import OrganisationLine

FindOrganisations = Callable[[str], Sequence[OrganisationLine]]


class OrganisationEdit(QLineEdit):
    """Any name may be typed; the known ones that it may mean are offered below."""

    def __init__(
        self, find: FindOrganisations, name: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._find = find
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.textEdited.connect(self._on_edited)

    def known(self) -> OrganisationLine | None:
        """Return the organisation that is called as typed; None for a new name."""
        text = self.text()
        return next((line for line in self._find(text) if same_name(line.name, text)), None)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._names.setStringList([line.name for line in self._find(text)])
