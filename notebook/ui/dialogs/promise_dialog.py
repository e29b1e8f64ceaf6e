"""A promise, written down without a contact to log: whose, to whom, what and by when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QWidget

from notebook.domain.promises import Side
from notebook.ui.dialogs.unsaved_dialog import UnsavedDialog
from notebook.ui.errands.desk import Desk
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.dialog_frame import fit_above, lay_out_dialog
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.people_chooser import ChosenPerson, PeopleChooser

_USUAL = (560, 340)


@dataclass(frozen=True, slots=True)
class NewPromise:
    """What was filled in; `person_id` is with whom, on whichever side the promise is."""

    person_id: int
    side: Side
    text: str
    due_on: date | None


class PromiseDialog(UnsavedDialog):
    """Asks for what makes a promise; `save` returns a sentence when it can't be saved.

    Attributes:
        side, person, text, due: the fields.
    """

    def __init__(
        self,
        desk: Desk,
        people: Sequence[ChosenPerson],
        save: Callable[[NewPromise], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.prompts, parent)
        self._save = save
        self.setWindowTitle(self.tr("New promise"))
        self.banner = Banner(desk.icons)
        self.side = ChoiceRow(
            [(Side.OURS, self.tr("We promise")), (Side.THEIRS, self.tr("They promise"))],
            self.tr("Whose promise"),
            tones={Side.OURS: "warn"},
            optional=False,
        )
        self.side.set_value(Side.OURS)
        self.person = PeopleChooser(
            desk.icons, self.tr("With whom"), desk.find_people, desk.add_person, single=True
        )
        self.person.set_chosen(people)
        self.text = GrowingTextEdit(self.tr("What is promised"), self.tr("What is promised"))
        self.due = OptionalDateEdit(desk.icons, desk.clock.today(), self.tr("By when"))
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(self.tr("Save"))
        self._lay_out()
        self.save_button.clicked.connect(self._on_save)
        self.text.submitted.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)
        fit_above(self, _USUAL, parent)
        (self.text if people else self.person).setFocus()

    def _lay_out(self) -> None:
        page = Panel()
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Whose"), self.side)
        form.addRow(self.tr("&With whom"), self.person)
        form.addRow(self.tr("W&hat"), self.text)
        form.addRow(self.tr("By wh&en"), self.due)
        page.body.addLayout(form)
        head = (text_label(self.windowTitle(), "heading"), self.banner)
        lay_out_dialog(self, head, (page,), (self.cancel_button, self.save_button))

    @Slot()
    def _on_save(self) -> None:
        person = next(iter(self.person.chosen()), None)
        if person is None:
            self.banner.show_message(self.tr("With whom? Choose somebody, then save."), "warn")
            self.person.setFocus()
            return
        side = cast("Side", self.side.value())
        made = NewPromise(person.id, side, self.text.toPlainText(), self.due.value())
        trouble = self._save(made)
        if trouble:
            self.banner.show_message(trouble, "warn")
            self.text.setFocus()
            return
        self.accept()
