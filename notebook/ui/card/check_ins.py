"""All check-ins with a person, on a tab of the card, and how it went over all projects."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.services.check_ins.course import course_sentences, courses_of_projects
from notebook.services.check_ins.history import MOST, CheckInHistory
from notebook.translate import translate
from notebook.ui.card.card_tabs import CardTab
from notebook.ui.icons import Icons
from notebook.ui.widgets.check_in_list import CheckInList
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.grade_course import GradeCourse
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.scrolling import scrolling
from notebook.ui.widgets.wrapping_label import WrappingLabel


class CoursePanel(Panel):
    """How it went over the whole relationship, and on each project; hidden with less than two."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(translate("check-ins", "Over the whole relationship"))
        self._words = text_label("", wrap=True)
        self._course = GradeCourse(icons)
        self._projects = QVBoxLayout()
        self._projects.setSpacing(2)
        self.body.addWidget(self._words)
        self.body.addWidget(self._course)
        self.body.addLayout(self._projects)

    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the check-ins with a person."""
        points = card.check_in_course
        self.setHidden(not points)
        self._words.setText(course_sentences([point.grade for point in points]))
        self._course.show_points(points, today)
        clear_layout(self._projects)
        projects = courses_of_projects(points)
        if len(projects) < 2:
            return
        for name, went in projects:
            self._projects.addWidget(WrappingLabel(name))
            self._projects.addWidget(WrappingLabel(went, "second"))


class CheckIns(CardTab):
    """What they said each time they were asked.

    Attributes:
        course: how it went so far.
        list: the check-ins.
    """

    def __init__(self, history: CheckInHistory, icons: Icons) -> None:
        super().__init__()
        self._history = history
        self._shown: tuple[PersonCard, date] | None = None
        self._most = MOST
        self.course = CoursePanel(icons)
        self.list = CheckInList(with_project=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(22, 12, 22, 22)
        column.setSpacing(12)
        column.addWidget(self.course)
        column.addWidget(self.list)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))
        self.list.more_wanted.connect(self._on_more)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        if self._shown is None or self._shown[0].id != card.id:
            self._most = MOST
        self._shown = card, today
        self.course.show_card(card, today)
        entries = self._history.of_person(card.id, self._most)
        self.list.show_entries(entries, today, card.check_in_count)

    @Slot()
    def _on_more(self) -> None:
        assert self._shown is not None, "a card is shown before there is more of it"
        self._most += MOST
        self.show_card(*self._shown)
