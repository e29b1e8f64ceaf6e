"""What can be done with several reminders that are selected, and what would happen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from notebook.services.reminders.line import ReminderLine
from notebook.services.several_reminders import can_finish, can_wait, what_happens
from notebook.ui.delegates.reminder_layout import Part
from notebook.ui.widgets.buttons import plain_button
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import plain_tool_tip, text_label


class SeveralStrip(QFrame):
    """Stands below the list while more than one line is selected.

    Attributes:
        done_button, put_off_button, skip_button: what can be done; off where nothing would come of it.

    Signals:
        acted(Part): one of them was pressed.
    """

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.heading = text_label("", "panelTitle")
        self.note = text_label("", "second", wrap=True)
        self.done_button = plain_button(self.tr("Done"))
        self.put_off_button = plain_button(self.tr("Put off"))
        self.skip_button = plain_button(self.tr("Skip"))
        flow = FlowLayout(gap=6)
        for button, part, tip in (
            (self.done_button, Part.DONE, self.tr("Done with all that are chosen (D)")),
            (self.put_off_button, Part.SNOOZE, self.tr("Put off all that are chosen (S)")),
            (self.skip_button, Part.SKIP, self.tr("Skip all that are chosen (K)")),
        ):
            button.setToolTip(plain_tool_tip(tip))
            button.clicked.connect(lambda _=False, part=part: self.acted.emit(part))
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.note)
        column.addLayout(flow)

    def show_lines(self, lines: Sequence[ReminderLine]) -> None:
        """Say how many are chosen, and what would happen to them."""
        self.done_button.setEnabled(bool(can_finish(lines)))
        for button in (self.put_off_button, self.skip_button):
            button.setEnabled(bool(can_wait(lines)))
        self.heading.setText(self.tr("%n chosen", "", len(lines)))
        self.say(" ".join(what_happens(lines)))

    def say(self, text: str) -> None:
        """Say something about what is chosen."""
        self.note.setText(text)
        self.note.setHidden(not text)
        told = text_of(self)
        self.setAccessibleName(told)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


def text_of(strip: SeveralStrip) -> str:
    """Return everything that the strip says, for those who hear it."""
    return ". ".join(part for part in (strip.heading.text(), strip.note.text()) if part)
