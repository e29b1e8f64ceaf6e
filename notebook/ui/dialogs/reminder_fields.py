"""The fields of an own reminder: what, when, how often, how early, for whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from notebook.domain.partial_date import LeapDay
from notebook.domain.quick_days import quick_days
from notebook.domain.quick_words import QuickWords
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.project_choices import ProjectChoice
from notebook.ui.icons import Icons
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.fields import number_field
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.people_chooser import ChosenPerson, FindPeople, PeopleChooser
from notebook.ui.widgets.project_chooser import ProjectChooser
from notebook.ui.widgets.repeat_edit import Repeat, RepeatEdit
from notebook.ui.widgets.time_edit import OptionalTimeEdit

MOST_LEAD_DAYS = 366


@dataclass(frozen=True, slots=True)
class ReminderTools:
    """What the fields ask for.

    Args:
        find: returns whom a typed text may mean.
        now: the time on the wall.
        projects: returns the projects of a person, or of everybody; one is among them in any case.
        words: the words of the user's language.
    """

    icons: Icons
    now: datetime
    leap: LeapDay
    words: QuickWords
    find: FindPeople
    projects: Callable[[int | None, int | None], Sequence[ProjectChoice]]

    @property
    def today(self) -> date:
        """The day of `now`."""
        return self.now.date()


class ReminderFields(QWidget):
    """What the user chose in a field stays: `show_draft` fills in the others only.

    Signals:
        changed(): the user changed a field.
    """

    changed = Signal()

    def __init__(self, tools: ReminderTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._chosen: set[str] = set()
        self._offered: tuple[int | None, int | None] | None = None
        self._is_filling = False
        icons, today = tools.icons, tools.today
        self.text = GrowingTextEdit(
            self.tr("Remind me of"), self.tr("What is it about?"), most=4, single_line_submit=True
        )
        self.quick = ChoiceRow(
            [(day, words) for words, day in quick_days(today)], self.tr("When"), optional=False
        )
        self.day = OptionalDateEdit(icons, today, self.tr("Day"))
        self.at = OptionalTimeEdit(tools.words, self.tr("Time"))
        self.lead = number_field(self.tr("How many days earlier to show it"), 0, MOST_LEAD_DAYS)
        self.lead.setSpecialValueText(self.tr("on its day"))
        self.lead.setSuffix(self.tr(" days before"))
        self.repeat = RepeatEdit(icons, today, tools.leap)
        self.person = PeopleChooser(icons, self.tr("For whom"), tools.find, single=True)
        self.project = ProjectChooser(self.tr("Project"))
        self._lay_out()
        self._connect()

    def begin(self, draft: OwnReminderDraft, person: Sequence[ChosenPerson]) -> None:
        """Show what is known; nothing is chosen by the user yet."""
        self._chosen.clear()
        self.show_draft(draft, person)

    def show_draft(self, draft: OwnReminderDraft, person: Sequence[ChosenPerson]) -> None:
        """Fill in all fields that the user did not choose."""
        self._is_filling = True
        if "text" not in self._chosen and self.text.toPlainText() != draft.text:
            self.text.setPlainText(draft.text)
        if "day" not in self._chosen:
            self._show_day(draft.due_on)
        if "at" not in self._chosen:
            self.at.set_value(draft.at)
        if "repeat" not in self._chosen:
            self.repeat.set_value(Repeat(draft.recurrence, draft.from_completion))
        if "lead" not in self._chosen:
            self.lead.setValue(draft.lead_days)
        if "person" not in self._chosen and self.person.chosen() != tuple(person):
            self.person.set_chosen(person)
        if "project" not in self._chosen:
            self._offer_projects(draft.project_id)
        self._is_filling = False

    def draft(self) -> OwnReminderDraft | None:
        """Return what stands in the fields; None without a day."""
        day = self.day.value()
        if day is None:
            return None
        repeat = self.repeat.value()
        return OwnReminderDraft(
            self.text.toPlainText(),
            day,
            self._person_id(),
            self.project.value(),
            at=self.at.value(),
            lead_days=self.lead.value(),
            recurrence=repeat.rule,
            from_completion=repeat.from_completion,
        )

    def trouble(self) -> tuple[str, QWidget] | None:
        """Return a sentence about what can't be saved so, and the field to go to."""
        if self.day.value() is None:
            return self.tr("On which day?"), self.day
        if not self.at.is_valid():
            return self.tr("At what time? Write it like this: 9:30."), self.at
        trouble = self.repeat.trouble()
        return (trouble, self.repeat.end.day) if trouble else None

    def _lay_out(self) -> None:
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(self.day, 3, Qt.AlignmentFlag.AlignTop)
        when.addWidget(self.at, 2, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.quick)
        column.addLayout(when)
        lead = QHBoxLayout()
        lead.addWidget(self.lead)
        lead.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        fields: list[tuple[str, QWidget | QLayout]] = [
            (self.tr("What"), self.text),
            (self.tr("When"), column),
            (self.tr("Repeat"), self.repeat),
            (self.tr("Show it"), lead),
            (self.tr("For whom"), self.person),
            (self.tr("Project"), self.project),
        ]
        for row, (words, field) in enumerate(fields):
            label = text_label(words, "soft")
            label.setContentsMargins(0, 9, 0, 0)  # on one line with the text of the field
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            if isinstance(field, QWidget):
                grid.addWidget(field, row, 1)
            else:
                grid.addLayout(field, row, 1)

    def _connect(self) -> None:
        self.text.textChanged.connect(lambda: self._on_changed("text"))
        self.quick.chosen.connect(self._on_quick_day)
        self.day.changed.connect(self._on_day)
        self.at.changed.connect(lambda: self._on_changed("at"))
        self.repeat.changed.connect(lambda: self._on_changed("repeat"))
        self.lead.valueChanged.connect(lambda: self._on_changed("lead"))
        self.person.changed.connect(self._on_person)
        self.project.changed.connect(lambda: self._on_changed("project"))

    def _show_day(self, day: date | None) -> None:
        self.day.set_value(day)
        self._follow_day(day)

    def _follow_day(self, day: date | None) -> None:
        self.quick.set_value(day)
        if day is not None:
            self.repeat.set_day(day)

    def _person_id(self) -> int | None:
        return next((person.id for person in self.person.chosen()), None)

    def _offer_projects(self, chosen: int | None) -> None:
        asked = (self._person_id(), chosen)
        if asked != self._offered:  # not again with each letter that is typed
            self._offered = asked
            self.project.offer(self._tools.projects(*asked), chosen)

    def _on_quick_day(self, day: date) -> None:
        self.day.set_value(day)
        self._on_day(day)

    def _on_day(self, day: date | None) -> None:
        self._follow_day(day)
        self._on_changed("day")

    def _on_person(self) -> None:
        self._offer_projects(self.project.value())
        self._on_changed("person")

    def _on_changed(self, field: str) -> None:
        if not self._is_filling:
            self._chosen.add(field)
            self.changed.emit()
