"""Past check-ins below each other: how each went, what was said, and whether it got better."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.check_ins import About, Grade
from notebook.domain.dates_in_words import day_month
from notebook.services.check_ins.course import course_sentences
from notebook.services.check_ins.history import MOST, CheckInEntry, TrendRow, trend_rows
from notebook.services.check_ins.sheet import SheetLine
from notebook.services.check_ins.words import (
    about_word,
    grade_phrase,
    grade_word,
    in_one,
    occasion_phrase,
    overall_word,
    trend_phrase,
)
from notebook.services.phrases import filled
from notebook.services.project_words import by_channel
from notebook.services.words import quoted
from notebook.translate import translate
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.chips import Tag, Tone
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.wrapping_label import WrappingLabel

_GRADE_WIDTH, _TITLE_WIDTH = 108, 140  # pixels
_TOP = Qt.AlignmentFlag.AlignTop
_TONES: dict[Grade, Tone] = {Grade.BELOW: "bad", Grade.AS_EXPECTED: "calm", Grade.ABOVE: "ok"}
OVERALL_TONES: dict[Grade, Tone] = {**_TONES, Grade.AS_EXPECTED: "ok"}


def grade_tag(grade: Grade) -> Tag:
    """Return the grade of one answer: "Below"."""
    return Tag(grade_word(grade), _TONES[grade])


def overall_tag(grade: Grade, *, large: bool = False) -> Tag:
    """Return the grade of a whole check-in: "As expected"; that is good, so it is green."""
    return Tag(overall_word(grade), OVERALL_TONES[grade], large=large)


class CheckInPanel(Panel):
    """One check-in of the past.

    Attributes:
        open_button, concern_button: look at the sheet, or at the concern that followed.
    """

    def __init__(self, entry: CheckInEntry, today: date, *, with_project: bool) -> None:
        super().__init__()
        day = day_month(entry.asked_on, today)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(overall_tag(entry.grade), 0, _TOP)
        head.addStretch(1)
        self.concern_button = link_button(translate("check-ins", "Concern"), second=True)
        name = filled(translate("check-ins", "The concern that came from the check-in of %1"), day)
        self.concern_button.setAccessibleName(name)
        if entry.concern_id is None:
            self.concern_button.hide()
        self.open_button = link_button(translate("check-ins", "Open"), second=True)
        self.open_button.setAccessibleName(
            filled(translate("check-ins", "Open the check-in of %1"), day)
        )
        head.addWidget(self.concern_button, 0, _TOP)
        head.addWidget(self.open_button, 0, _TOP)
        self.body.addLayout(head)
        about = _about(entry, day, with_project=with_project)
        self.body.addWidget(WrappingLabel(about, "second"))
        self._add_lines(entry)

    def _add_lines(self, entry: CheckInEntry) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for row, line in enumerate(line for line in entry.lines if line.is_touched):
            if line.grade is not None:
                grid.addWidget(grade_tag(line.grade), row, 0, _TOP)
            grid.addWidget(WrappingLabel(_line(line)), row, 1)
        self.body.addLayout(grid)
        if entry.more_words.strip():
            words = translate("check-ins", "Anything more: %1")
            self.body.addWidget(WrappingLabel(filled(words, quoted(in_one(entry.more_words)))))
        if entry.our_grade is not None:
            words = translate("check-ins", "For us: %1")
            self.body.addWidget(text_label(filled(words, grade_phrase(entry.our_grade)), "second"))


class CheckInList(QWidget):
    """The check-ins of a project or of a person, the newest first.

    Signals:
        opened(CheckInEntry): look at this one.
        concern_chosen(int): look at the concern that came from one.
        more_wanted(): show older ones too.
    """

    opened = Signal(object)
    concern_chosen = Signal(object)
    more_wanted = Signal()

    def __init__(self, *, with_project: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_project = with_project
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_entries(self, entries: Sequence[CheckInEntry], today: date, total: int) -> None:
        """Show these; `total` is how many there are in all."""
        clear_layout(self._column)
        for entry in entries:
            self._column.addWidget(self._panel(entry, today))
        rest = total - len(entries)
        if rest > 0:
            words = translate("check-ins", "Show %n more", min(rest, MOST))
            more = link_button(words, second=True, calm=True)
            more.clicked.connect(self.more_wanted)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _panel(self, entry: CheckInEntry, today: date) -> CheckInPanel:
        panel = CheckInPanel(entry, today, with_project=self._with_project)
        panel.open_button.clicked.connect(lambda: self.opened.emit(entry))
        panel.concern_button.clicked.connect(lambda: self.concern_chosen.emit(entry.concern_id))
        return panel


class TrendPanel(Panel):
    """How each first answer was graded, from the first check-in to the last, and how it was for us.

    It shows as many of the newest check-ins as there is room for beside each other.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("check-ins", "From the first to the last"), parent)
        self._rows: Sequence[tuple[str, Sequence[Grade | None]]] = ()
        self._days: Sequence[str] = ()
        self._columns = 0
        self._words = text_label("", wrap=True)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(7)
        self.body.addWidget(self._words)
        self.body.addLayout(self._grid)

    def show_entries(
        self, entries: Sequence[CheckInEntry], grades: Sequence[Grade], today: date
    ) -> None:
        """Show these check-ins, the newest first; nothing to compare hides the panel.

        `grades` are those of all there are, the oldest first.
        """
        oldest_first = list(reversed(entries))
        rows = [(_row_title(row), row.grades) for row in trend_rows(entries)]
        ours = [entry.our_grade for entry in oldest_first]
        if any(ours):
            rows.append((translate("check-ins", "For us"), tuple(ours)))
        self._rows = rows
        self._days = [day_month(entry.asked_on, today) for entry in oldest_first]
        self._words.setText(course_sentences(grades))
        self._columns = self._room(self.width())
        self._fill()
        self.setHidden(len(entries) < 2)

    def _room(self, width: int) -> int:
        room = (width - _TITLE_WIDTH) // _GRADE_WIDTH
        return min(max(room, 2), len(self._days))

    def _fill(self) -> None:
        clear_layout(self._grid)
        first = len(self._days) - self._columns
        for column, day in enumerate(self._days[first:], start=1):
            self._grid.addWidget(text_label(day, "second"), 0, column)
        for place, (title, grades) in enumerate(self._rows, start=1):
            self._grid.addWidget(WrappingLabel(title), place, 0)
            for column, grade in enumerate(grades[first:], start=1):
                cell = grade_tag(grade) if grade is not None else text_label("–", "soft")
                self._grid.addWidget(cell, place, column, _TOP)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = self._room(event.size().width())
        if columns != self._columns:
            self._columns = columns
            self._fill()


def _about(entry: CheckInEntry, day: str, *, with_project: bool) -> str:
    parts = [
        day,
        filled(translate("check-ins", "asked %1"), by_channel(entry.channel)),
        occasion_phrase(entry.occasion),
        entry.project_name if with_project else entry.person_name,
        trend_phrase(entry.trend) if entry.trend is not None else "",
    ]
    return " · ".join(part for part in parts if part)


def _line(line: SheetLine) -> str:
    title = in_one(line.expected) if line.about is About.RAVE_REVIEW else about_word(line.about)
    if not line.said_today.strip():
        return title
    return filled(translate("check-ins", "%1: %2"), title, quoted(in_one(line.said_today)))


def _row_title(row: TrendRow) -> str:
    return in_one(row.expected) if row.about is About.RAVE_REVIEW else about_word(row.about)
