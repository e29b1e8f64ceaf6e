"""The table of the appointments in calendar files, and whom the chosen one concerns."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.services.calendar.appointments import DAYS_AHEAD, CalendarPreview
from notebook.services.calendar.standings import AppointmentLine, Standing
from notebook.services.import_reading import ImportProblem
from notebook.services.phrases import filled
from notebook.ui.calendar.appointment_choices import AppointmentChoices
from notebook.ui.calendar.appointment_words import Row, title_words, wanted_words, when_words
from notebook.ui.errands.desk import Desk
from notebook.ui.models.table_model import Column, TableModel
from notebook.ui.widgets.labels import ElidedLabel, text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.people_chooser import PeopleChooser
from notebook.ui.widgets.pick_button import PickButton
from notebook.ui.widgets.table import Table

_TOGGLES = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class AppointmentsPage(QWidget):
    """Shows what would become of each appointment; the user says whom it concerns.

    Attributes:
        choices: what the user chose.
        horizon, past, gone: how far ahead series are unrolled, what becomes of what lies behind, and
            of what the file no longer has.
        table, chooser, wanted: the appointments, and the fields of the chosen one.

    Signals:
        choices_changed(): other appointments come in.
        horizon_chosen(): the files are to be read for another horizon.
    """

    choices_changed = Signal()
    horizon_chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._today = desk.clock.today()
        self._preview: CalendarPreview | None = None
        self.choices = AppointmentChoices()
        self.headline = text_label("", "heading", wrap=True)
        self.counts = text_label("", "second", wrap=True)
        self.horizon = PickButton(
            self.tr("How far ahead series are brought in"), self._horizons(), plain=True
        )
        self.horizon.set_value(DAYS_AHEAD[1])
        self.past = PickButton(
            self.tr("Appointments that have passed"),
            [
                (False, self.tr("Leave out what has passed")),
                (True, self.tr("Log what has passed")),
            ],
            plain=True,
        )
        self.gone = PickButton(
            self.tr("Plans that are no longer in the file"),
            [
                (True, self.tr("Call off what is no longer in the file")),
                (False, self.tr("Keep what is no longer in the file")),
            ],
            plain=True,
        )
        columns: list[Column[Row]] = [
            Column(self.tr("When"), self._when),
            Column(self.tr("Appointment"), title_words),
            Column(self.tr("With whom"), self._with_whom),
            Column(self.tr("What becomes of it"), self._outcome, self._colour),
        ]
        self.model = TableModel(columns, desk.icons.theme, self)
        self.table = Table(self.model, self.tr("Appointments in these files"), wide=(1, 2, 3))
        self.title = ElidedLabel("", "name")
        self.about = ElidedLabel("", "second")
        self.chooser = PeopleChooser(
            desk.icons, self.tr("With whom"), desk.find_people, desk.add_person
        )
        self.wanted = QCheckBox(self.tr("Bring this one in"))
        self.detail = Panel()
        self._lay_out()
        self._connect()

    @property
    def days(self) -> int:
        """How many days ahead series are unrolled."""
        days = self.horizon.value()
        assert isinstance(days, int)
        return days

    def begin_anew(self) -> None:
        """Forget what was chosen: other files follow."""
        before = self.choices
        self.choices = AppointmentChoices(before.with_past, before.with_gone)

    def show_preview(self, preview: CalendarPreview) -> None:
        """Show what would become of these appointments."""
        if preview.lines:
            self._show(self.tr("Look at what is in it"), preview)
        else:
            self._show(self.tr("There are no appointments in these files"), preview)

    def show_report(self, headline: str, preview: CalendarPreview) -> None:
        """Show how all of them stand now; nothing is to be chosen any more."""
        self.choices.is_over = True
        self._show(headline or self.tr("There was nothing new to bring in"), preview)
        for widget in (self.counts, self.horizon, self.past, self.gone, self.detail):
            widget.hide()

    def wanted_ones(self) -> dict[tuple[str, str], tuple[int, ...]]:
        """Return the people of each appointment that comes in, by its key."""
        return self.choices.wanted_ones(self._preview.lines if self._preview else ())

    def count_new(self) -> int:
        """Return how many appointments come in that were not here yet."""
        return self.choices.new_ones(self._preview.lines if self._preview else ())

    def _show(self, headline: str, preview: CalendarPreview) -> None:
        self._preview = preview
        self.headline.setText(headline)
        known = preview.count(Standing.SAME, Standing.SETTLED, Standing.OURS)
        counted = (
            (preview.count(Standing.NEW), self.tr("%n new")),
            (preview.count(Standing.CHANGED), self.tr("%n changed")),
            (preview.count(Standing.CALLED_OFF, Standing.OFF), self.tr("%n cancelled")),
            (preview.count(Standing.GONE), self.tr("%n no longer in the file")),
            (known, self.tr("%n known already")),
            (len(preview.problems), self.tr("%n that can't be read")),
        )
        parts = [words.replace("%n", str(count)) for count, words in counted if count]
        self.counts.setText(" · ".join(parts))
        self.counts.setHidden(not parts)
        self.model.set_records([*preview.problems, *preview.lines])
        has_past = any(line.is_past and not line.known for line in preview.lines)
        self.past.setVisible(has_past)
        self.gone.setVisible(bool(preview.count(Standing.GONE)))
        has_series = any(line.found.occasion.appointment.comes_round for line in preview.lines)
        self.horizon.setVisible(has_series)
        self.detail.setVisible(bool(preview.lines))
        if preview.lines:
            self.table.selectRow(len(preview.problems))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.headline)
        column.addWidget(self.counts)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.horizon)
        row.addWidget(self.past)
        row.addWidget(self.gone)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.wanted)
        self.detail.body.addLayout(head)
        self.detail.body.addWidget(self.about)
        self.detail.body.addWidget(self.chooser)
        column.addWidget(self.detail)

    def _connect(self) -> None:
        self.setTabOrder(self.table, self.wanted)
        self.setTabOrder(self.wanted, self.chooser.field)
        self.table.installEventFilter(self)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.model.modelReset.connect(self._show_chosen)
        self.chooser.changed.connect(self._on_people)
        self.wanted.clicked.connect(self._on_wanted)
        self.past.chosen.connect(self._on_past)
        self.gone.chosen.connect(self._on_gone)
        self.horizon.chosen.connect(self.horizon_chosen)

    def _horizons(self) -> list[tuple[object, str]]:
        words = (
            self.tr("Series: the next month"),
            self.tr("Series: the next 3 months"),
            self.tr("Series: the next half year"),
            self.tr("Series: the next year"),
        )
        return list(zip(DAYS_AHEAD, words, strict=True))

    def _line(self) -> AppointmentLine | None:
        record = self.model.record(self.table.currentIndex())
        return record if isinstance(record, AppointmentLine) else None

    @Slot()
    def _show_chosen(self) -> None:
        record = self.model.record(self.table.currentIndex())
        line = self._line()
        for field in (self.chooser, self.wanted):
            field.setHidden(line is None)
        if line is None:
            self.title.setText(record.sentence if isinstance(record, ImportProblem) else "")
            self.about.setText(self._when(record) if record is not None else "")
            return
        self.title.setText(line.title or self.tr("Without a title"))
        self.about.setText(self._about(line))
        self.chooser.set_chosen(self.choices.people_of(line))
        self.chooser.setEnabled(line.standing is Standing.NEW)
        self._show_wanted(line)

    def _show_wanted(self, line: AppointmentLine) -> None:
        self.wanted.setEnabled(self.choices.may_come_in(line))
        self.wanted.setChecked(self.choices.is_wanted(line))
        self.wanted.setText(wanted_words(line))

    def _about(self, line: AppointmentLine) -> str:
        minutes = line.said.minutes
        length = self.tr("%n minutes", "", minutes) if minutes else ""
        if minutes == 1:
            length = self.tr("1 minute")
        appointment = line.found.occasion.appointment
        names = [each.name or each.email for each in appointment.attendees]
        invited = filled(self.tr("Invited: %1"), ", ".join(names)) if any(names) else ""
        doubt = line.sentence if line.standing is Standing.NEW and line.people else ""
        parts = (self._when(line), length, line.said.place, doubt, invited)
        return " · ".join(part for part in parts if part)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._show_chosen()

    @Slot()
    def _on_people(self) -> None:
        line = self._line()
        if line is not None:
            self.choices.people[line.found.key[0]] = self.chooser.chosen()
            self._tell()

    @Slot(bool)
    def _on_wanted(self, is_wanted: bool) -> None:  # noqa: FBT001 - Qt's own signal
        line = self._line()
        if line is not None:
            self.choices.wanted[line.found.key] = is_wanted
            self._tell()

    @Slot(object)
    def _on_past(self, with_past: object) -> None:
        self.choices.with_past = bool(with_past)
        self._tell()

    @Slot(object)
    def _on_gone(self, with_gone: object) -> None:
        self.choices.with_gone = bool(with_gone)
        self._tell()

    def _tell(self) -> None:
        line = self._line()
        if line is not None:
            self._show_wanted(line)
        self.model.look_again()
        self.choices_changed.emit()

    def _when(self, row: Row) -> str:
        if isinstance(row, ImportProblem):
            line = filled(self.tr("line %1"), str(row.line)) if row.line else ""
            return " ".join(part for part in (row.source.name, line) if part)
        return when_words(row, self._today)

    def _with_whom(self, row: Row) -> str:
        if isinstance(row, ImportProblem):
            return "–"
        return ", ".join(person.name for person in self.choices.people_of(row)) or "–"

    def _outcome(self, row: Row) -> str:
        return row.sentence if isinstance(row, ImportProblem) else self.choices.outcome(row)

    def _colour(self, row: Row) -> str:
        return "warn" if isinstance(row, ImportProblem) else self.choices.colour(row)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _TOGGLES  # Enter would bring all of them in
        ):
            self.wanted.click()
            return True
        return super().eventFilter(watched, event)
