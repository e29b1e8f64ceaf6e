"""Beside a question: who gave the answer, one of those who are known or somebody else by name."""

from typing import cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.promises import Side
from notebook.domain.text import excerpt
from notebook.services.draft import Draft, Said
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.widgets.people_chooser import PeopleChooser
from notebook.ui.widgets.pick_button import PickButton
from notebook.ui.wizards.tools import WizardTools

_SOMEBODY = object()
_LONGEST_NAME = 24  # characters
_WIDTH = 200  # pixels, of the field for a name


class WhoSaidSo(QWidget):
    """Names whom the project is for unless the user says otherwise.

    Attributes:
        pick: who it was.
        chooser: the field for somebody else, hidden until it is wanted.

    Signals:
        changed(): it was somebody else.
    """

    changed = Signal()

    def __init__(self, tools: WizardTools) -> None:
        super().__init__()
        self._names: dict[int | None, str] = {}
        self._value: int | None = None
        self._person_id = 0
        self.pick = PickButton(translate("question", "Who said so"))
        self.chooser = PeopleChooser(
            tools.icons, translate("question", "Who said so"), tools.find, tools.add
        )
        self.chooser.field.setPlaceholderText(translate("question", "Who said so"))
        self.chooser.setFixedWidth(_WIDTH)
        self.chooser.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.pick, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.chooser)
        self.pick.chosen.connect(self._on_chosen)
        self.chooser.changed.connect(self._on_named)

    def value(self) -> int | None:
        """Return who it was; None for whom the project is."""
        return self._value

    def show_said(self, said: Said) -> None:
        """Show who gave an answer; says nothing to listeners. `show_people` comes before."""
        self._value = None if said.said_by == self._person_id else said.said_by
        self.pick.set_value(self._value)

    def show_people(self, draft: Draft) -> None:
        """Offer whoever is known by now: their people, and everybody who said something."""
        self._person_id = draft.facts.person_id
        names: dict[int | None, str] = {None: draft.first_name}
        if self._value is not None:  # perhaps named here, and not in the file yet
            names[self._value] = self._names[self._value]
        theirs = (each for each in draft.people if each.side is Side.THEIRS)
        names.update((each.person_id, each.name) for each in theirs)
        names.update(draft.sayers.items())
        names.pop(self._person_id, None)
        self._names = names
        self._offer()

    def _offer(self) -> None:
        words = translate("question", "%1 said so")
        options: list[tuple[object, str]] = [
            (key, filled(words, excerpt(name, _LONGEST_NAME))) for key, name in self._names.items()
        ]
        self.pick.set_options([*options, (_SOMEBODY, translate("question", "Somebody else…"))])
        self.pick.set_value(self._value)

    @Slot(object)
    def _on_chosen(self, key: object) -> None:
        if key is _SOMEBODY:
            self.pick.set_value(self._value)
            self.chooser.show()
            self.chooser.field.setFocus()
            return
        self._leave_chooser()
        self._set(cast("int | None", key))

    @Slot()
    def _on_named(self) -> None:
        for person in self.chooser.chosen():
            key = None if person.id == self._person_id else person.id
            self._names.setdefault(key, person.name)
            self._offer()
            self._set(key)
        self._leave_chooser()
        self.pick.setFocus()

    def _set(self, key: int | None) -> None:
        self.pick.set_value(key)
        if key != self._value:
            self._value = key
            self.changed.emit()

    def _leave_chooser(self) -> None:
        self.chooser.set_chosen([])
        self.chooser.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.chooser.isVisible():
            self._leave_chooser()
            self.pick.setFocus()
            return
        super().keyPressEvent(event)
