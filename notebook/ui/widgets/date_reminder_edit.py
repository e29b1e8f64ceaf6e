"""When the dates in a field remind, and how many days before."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.own_fields import MOST_LEAD_DAYS, DateReminder, Reminds, usual_lead_days
from notebook.translate import translate
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.fields import number_field
from notebook.ui.widgets.labels import text_label

_WORDS = {
    Reminds.NEVER: "Never",
    Reminds.ONCE: "Once, on that day",
    Reminds.YEARLY: "Every year",
}


class DateReminderEdit(QWidget):
    """The days before are asked for once it reminds at all, and follow what is usual until then.

    Attributes:
        reminds, lead: the fields.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = translate("fields", "Reminds")
        options = [(each, translate("fields", _WORDS[each])) for each in Reminds]
        self.reminds = ChoiceRow(options, words, optional=False)
        self.lead = number_field(
            translate("fields", "How many days before it reminds"), 0, MOST_LEAD_DAYS
        )
        self.lead.setSpecialValueText(translate("fields", "on the day itself"))
        self._lead_label = text_label(translate("fields", "How early"), "name")
        self._hint = text_label("", "second", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(text_label(words, "name"))
        column.addWidget(self.reminds)
        column.addWidget(self._hint)
        column.addWidget(self._lead_label)
        row = QHBoxLayout()
        row.addWidget(self.lead)
        row.addStretch(1)
        column.addLayout(row)
        self.reminds.chosen.connect(self._on_chosen)
        self.lead.valueChanged.connect(self._show_suffix)
        self.set_value(DateReminder())

    def value(self) -> DateReminder:
        """Return what was chosen."""
        reminds = self._reminds()
        return DateReminder(reminds, 0 if reminds is Reminds.NEVER else self.lead.value())

    def set_value(self, reminder: DateReminder) -> None:
        """Show a choice."""
        self.reminds.set_value(reminder.reminds)
        self.lead.setValue(reminder.lead_days)
        self._show()

    def _reminds(self) -> Reminds:
        value = self.reminds.value()
        assert isinstance(value, Reminds), "one is always chosen"
        return value

    def _show(self) -> None:
        reminds = self._reminds()
        for each in (self.lead, self._lead_label, self._hint):
            each.setVisible(reminds is not Reminds.NEVER)
        once = translate(
            "fields",
            "It waits in the panel for three months. A day without its year comes every year.",
        )
        yearly = translate("fields", "Like a birthday, it stays in the panel for a week after.")
        self._hint.setText(once if reminds is Reminds.ONCE else yearly)
        self._show_suffix()

    @Slot()
    def _on_chosen(self) -> None:
        self.lead.setValue(usual_lead_days(self._reminds()))
        self._show()
        self.window().adjustSize()

    @Slot()
    def _show_suffix(self) -> None:
        is_one = self.lead.value() == 1
        one, several = translate("fields", " day before"), translate("fields", " days before")
        self.lead.setSuffix(one if is_one else several)
