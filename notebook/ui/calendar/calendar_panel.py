"""What goes into the calendar file, how much it says, and where it is kept up to date."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from notebook.services.calendar.choices import CalendarChoices, Part, Wording
from notebook.translate import translate
from notebook.ui.calendar.keeper import CalendarKeeper
from notebook.ui.errands.desk import Desk
from notebook.ui.widgets.buttons import plain_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.toggle_row import ToggleRow

_PARTS = {
    Part.PLANNED: "Meetings",
    Part.OWN: "Own reminders",
    Part.DELIVERIES: "Deliveries",
    Part.BIRTHDAYS: "Birthdays and other dates",
    Part.PROMISES: "Promises",
    Part.ASKING: "Check-ins and reports",
    Part.OTHERS: "Everything else",
}
_WORDINGS = {
    Wording.NOTES: "Names and notes",
    Wording.NAMES: "Names, no notes",
    Wording.NOTHING: "Only “Reminder”",
}


class CalendarPanel(Panel):
    """The choices about calendar files, and the ways to save one and to bring one in.

    Attributes:
        parts, wording, kind, alarms, brought_in: the choices.
        folder_button, again_button, stop_button, save_button, import_button: the buttons.
        place, trouble: say where the file is kept, and why it could not be written.
    """

    def __init__(
        self,
        desk: Desk,
        keeper: CalendarKeeper,
        save: Callable[[], None],
        bring_in: Callable[[], None],
    ) -> None:
        super().__init__(translate("calendar", "Calendar"))
        self._desk, self._keeper = desk, keeper
        self._make_choices()
        self.place = text_label("", "second", wrap=True, selectable=True)
        self.trouble = text_label("", "warn", wrap=True, selectable=True)
        self.folder_button = plain_button("")
        self.stop_button = plain_button(translate("calendar", "Stop keeping it"))
        self.again_button = plain_button(translate("calendar", "Try again"))
        self.save_button = plain_button(translate("calendar", "Save as calendar file…"))
        self.import_button = plain_button(translate("calendar", "Bring appointments in…"))
        self._lay_out()
        self.show_choices()
        self.parts.changed.connect(self._on_chosen)
        self.wording.chosen.connect(self._on_chosen)
        self.kind.chosen.connect(self._on_chosen)
        self.alarms.clicked.connect(self._on_chosen)
        self.brought_in.clicked.connect(self._on_chosen)
        self.folder_button.clicked.connect(self._on_folder)
        self.stop_button.clicked.connect(self._on_stop)
        self.again_button.clicked.connect(self._keeper.write)
        self.save_button.clicked.connect(save)
        self.import_button.clicked.connect(bring_in)
        keeper.state_changed.connect(self._show_place)

    @Slot()
    def show_choices(self) -> None:
        """Show what is chosen."""
        choices = self._desk.notebook.calendar_export.choices()
        self.parts.set_value(choices.parts)
        self.wording.set_value(choices.wording)
        self.kind.set_value(choices.as_to_dos)
        self.alarms.setChecked(choices.with_alarms)
        self.brought_in.setChecked(choices.with_brought_in)
        self._show_place()

    def _make_choices(self) -> None:
        words = {part: translate("calendar", word) for part, word in _PARTS.items()}
        self.parts: ToggleRow[Part] = ToggleRow(
            [(part, word, word) for part, word in words.items()],
            translate("calendar", "What goes in"),
        )
        self.wording = ChoiceRow(
            [(wording, translate("calendar", word)) for wording, word in _WORDINGS.items()],
            translate("calendar", "How much it says"),
            optional=False,
        )
        self.kind = ChoiceRow(
            [
                (False, translate("calendar", "Appointments")),
                (True, translate("calendar", "To-dos")),
            ],
            translate("calendar", "What is to be done, as"),
            optional=False,
        )
        self.alarms = QCheckBox(translate("calendar", "With alarms"))
        self.brought_in = QCheckBox(
            translate("calendar", "With appointments that were brought in from a calendar")
        )

    def _lay_out(self) -> None:
        words = translate(
            "calendar",
            "What is coming up can go into a calendar file (.ics), for the calendar on your "
            "telephone or for somebody else’s. It is for reading: the notebook stays the original.",
        )
        self.body.addWidget(text_label(words, wrap=True))
        for title, row in (
            (translate("calendar", "What goes in"), self.parts),
            (translate("calendar", "How much it says"), self.wording),
            (translate("calendar", "What is to be done, as"), self.kind),
        ):
            self.body.addWidget(text_label(title, "small"))
            self.body.addWidget(row)
        self.body.addWidget(self.alarms)
        self.body.addWidget(self.brought_in)
        self.body.addSpacing(4)
        self.body.addWidget(self.place)
        self.body.addWidget(self.trouble)
        self.body.addLayout(_row(self.folder_button, self.again_button, self.stop_button))
        self.body.addLayout(_row(self.save_button, self.import_button))

    @Slot()
    def _show_place(self) -> None:
        path = self._keeper.path
        if path is None:
            words = translate("calendar", "It is not kept anywhere yet.")
            choose = translate("calendar", "Keep it up to date in a folder…")
        else:
            words = translate("calendar", "Kept up to date, for your calendar to subscribe to:")
            words = f"{words}\n{path}"
            choose = translate("calendar", "Choose another folder…")
        self.folder_button.setText(choose)
        self.folder_button.setAccessibleName(choose)
        self.place.setText(words)
        self.place.setAccessibleName(words)
        self.trouble.setText(self._keeper.trouble)
        self.trouble.setAccessibleName(self._keeper.trouble)
        self.trouble.setHidden(not self._keeper.trouble)
        self.again_button.setHidden(not self._keeper.trouble)
        self.stop_button.setHidden(path is None)

    def _chosen(self) -> CalendarChoices:
        before = self._desk.notebook.calendar_export.choices()
        return replace(
            before,
            parts=self.parts.value(),
            wording=Wording(str(self.wording.value())),
            as_to_dos=bool(self.kind.value()),
            with_alarms=self.alarms.isChecked(),
            with_brought_in=self.brought_in.isChecked(),
        )

    @Slot()
    def _on_chosen(self) -> None:
        export, chosen = self._desk.notebook.calendar_export, self._chosen()
        if chosen != export.choices():
            self._desk.notifier.tell(export.choose(chosen))

    @Slot()
    def _on_folder(self) -> None:
        title = translate("calendar", "A folder for the calendar file")
        folder = self._desk.prompts.choose_folder(title)
        if folder is not None:
            self._keeper.keep_in(folder)

    @Slot()
    def _on_stop(self) -> None:
        self._keeper.keep_in(None)
        self.folder_button.setFocus()


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    widgets: tuple[QWidget, ...] = buttons
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
