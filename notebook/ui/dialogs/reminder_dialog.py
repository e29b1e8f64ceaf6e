"""Write an own reminder: what, when, and for whom if for anybody."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.quick_days import quick_days
from notebook.services.own_reminders import OwnReminderDraft
from notebook.ui.icons import Icons
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import link_button, plain_button, primary_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.people_chooser import ChosenPerson, FindPeople, PeopleChooser


class ReminderDialog(QDialog):
    """One own reminder, new or known.

    `save` is called with the draft and returns a sentence when it can't be saved, which is shown;
    an empty one closes the dialog.

    Signals:
        delete_chosen(): the reminder is no longer wanted; only where it may be deleted.
    """

    delete_chosen = Signal()

    def __init__(
        self,
        icons: Icons,
        find: FindPeople,
        save: Callable[[OwnReminderDraft], str],
        today: date,
        *,
        known: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._project_id: int | None = None
        title = self.tr("Change the reminder") if known else self.tr("New reminder")
        self.setWindowTitle(title)
        self.title = text_label(title, "heading")
        self.banner = Banner(icons)
        self.text = GrowingTextEdit(
            self.tr("Remind me of"), self.tr("What is it about?"), most=4, single_line_submit=True
        )
        self.quick = ChoiceRow(
            [(day, words) for words, day in quick_days(today)], self.tr("When"), optional=False
        )
        self.day = OptionalDateEdit(icons, today, self.tr("Day"))
        self.person = PeopleChooser(icons, self.tr("For whom"), find, single=True)
        self.delete_button = link_button(self.tr("Delete this reminder"), second=True)
        self.delete_button.setVisible(known)
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.save_button = primary_button(self.tr("Save"))
        self.save_button.setDefault(True)
        for button in (self.delete_button, self.cancel_button):
            button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.setMinimumWidth(440)

    def begin(self, draft: OwnReminderDraft, person: Sequence[ChosenPerson]) -> None:
        """Show what is known already; the cursor waits in the text."""
        self._project_id = draft.project_id
        self.text.setPlainText(draft.text)
        self.day.set_value(draft.due_on)
        self.quick.set_value(draft.due_on)
        self.person.set_chosen(person)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(8)
        when, whom = text_label(self.tr("When"), "name"), text_label(self.tr("For whom"), "name")
        for widget in (
            self.title,
            self.banner,
            self.text,
            when,
            self.quick,
            self.day,
            whom,
            self.person,
        ):
            column.addWidget(widget)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.delete_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.quick.chosen.connect(self.day.set_value)
        self.day.changed.connect(self.quick.set_value)
        self.text.submitted.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)
        self.delete_button.clicked.connect(self._on_delete)

    @Slot()
    def _on_save(self) -> None:
        day = self.day.value()
        if day is None:
            self.banner.show_message(self.tr("On which day?"), "warn")
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        person_id = next((person.id for person in self.person.chosen()), None)
        trouble = self._save(
            OwnReminderDraft(self.text.toPlainText(), day, person_id, self._project_id)
        )
        if trouble:
            self.banner.show_message(trouble, "warn")
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accept()

    @Slot()
    def _on_delete(self) -> None:
        self.delete_chosen.emit()
        self.accept()
