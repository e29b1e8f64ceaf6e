"""The last check-in of a person, and how it went over the whole relationship."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import day_month
from notebook.domain.text import excerpt
from notebook.services.cards import PersonCard
from notebook.services.check_ins.course import course_sentences
from notebook.services.check_ins.history import CheckInEntry
from notebook.services.check_ins.words import overall_word
from notebook.services.phrases import filled
from notebook.services.project_words import by_channel
from notebook.services.words import quoted
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.check_in_list import OVERALL_TONES
from notebook.ui.widgets.chips import Tag
from notebook.ui.widgets.grade_course import GradeCourse
from notebook.ui.widgets.labels import text_label

_WORDS_LENGTH = 240


class LastCheckIn(CardPanel):
    """Whether they got what they expected when they were last asked.

    Signals:
        chosen(CheckInEntry): look at it.
    """

    chosen = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "Last check-in"), parent)
        self._entry: CheckInEntry | None = None
        self.grade = Tag("", "ok", large=True)
        self.when = text_label("", "second", wrap=True)
        self.words = text_label("", wrap=True, selectable=True)
        self.course = GradeCourse(icons)
        self.course_words = text_label("", "second", wrap=True)
        self.open_button = link_button(translate("card", "Open"), second=True)
        self.open_button.setAccessibleName(translate("card", "Open the last check-in"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.grade, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.when, 1)
        self.title_row.addWidget(self.open_button)
        self.body.addLayout(row)
        for part in (self.words, self.course_words, self.course):
            self.body.addWidget(part)
        self.open_button.clicked.connect(lambda: self.chosen.emit(self._entry))

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        """Show grade, day and words of the last check-in of a card."""
        self._entry = entry = card.last_check_in
        self.setHidden(entry is None)
        if entry is None:
            return
        self.grade.show_state(overall_word(entry.grade), OVERALL_TONES[entry.grade])
        words = translate("card", "%1, asked %2")
        day = day_month(entry.asked_on, today)
        self.when.setText(filled(words, day, by_channel(entry.channel)))
        self.words.setText(quoted(excerpt(entry.words, _WORDS_LENGTH)))
        self.words.setAccessibleName(entry.words)
        self.words.setHidden(not entry.words)
        self._show_course(card, today)

    def _show_course(self, card: PersonCard, today: date) -> None:
        points = card.check_in_course
        self.course_words.setText(course_sentences([point.grade for point in points]))
        self.course.show_points(points, today)
        for part in (self.course_words, self.course):
            part.setHidden(not points)
