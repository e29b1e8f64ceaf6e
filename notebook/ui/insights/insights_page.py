"""How we do: promises, check-ins, contacts, warmth, reasons and referrals, each as a picture."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.domain.periods import Period
from notebook.errors import NotebookError
from notebook.services.insights.insight import Asked, Behind, Insight, RowKey, Subject
from notebook.services.insights.insights import concerned_by, has_period
from notebook.ui.areas import Area
from notebook.ui.errands.desk import Desk
from notebook.ui.insights.subject_view import SubjectView
from notebook.ui.jobs import run_in_background
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.pick_button import PickButton
from notebook.ui.widgets.tab_strip import TabStrip


class InsightsPage(Area):
    """Shows one picture at a time; what it counts is counted beside the window.

    Attributes:
        tabs, period, view: the parts; `view` shows the subject that is chosen.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._subjects = tuple(Subject)
        self._views: dict[Subject, SubjectView] = {}
        self._is_stale = True
        self._is_counting = False
        self._asked_for = 0  # only the newest answer is shown
        self.tabs = TabStrip(self.tr("Pictures"))
        for name in self._names():
            self.tabs.add_tab(name)
        self.period = PickButton(
            self.tr("How far back"),
            [
                (Period.THREE_MONTHS, self.tr("Last 3 months")),
                (Period.YEAR, self.tr("Last 12 months")),
                (Period.ALL, self.tr("All")),
            ],
            plain=True,
        )
        self.period.set_value(Period.YEAR)
        policy = self.period.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.period.setSizePolicy(policy)
        self._stack = QStackedWidget()
        self._lay_out()
        self.tabs.currentChanged.connect(self._look)
        self.period.chosen.connect(self._look)

    @property
    def subject(self) -> Subject:
        """What the picture is of."""
        return self._subjects[self.tabs.currentIndex()]

    @property
    def view(self) -> SubjectView:
        """The picture with all about it, made when it is first looked at."""
        if self.subject not in self._views:
            view = SubjectView(self.subject, self._desk)
            view.row_chosen.connect(self._on_row)
            self._views[self.subject] = view
            self._stack.addWidget(view)
        return self._views[self.subject]

    @override
    def reload(self, changes: Changes) -> None:
        if not changes.concern(*concerned_by(self.subject)):
            return
        self._is_stale = True
        if self.isVisible():
            self._look()

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Our promises"),
            self.tr("Theirs"),
            self.tr("Check-ins"),
            self.tr("Contacts"),
            self.tr("Warmth"),
            self.tr("Won and lost"),
            self.tr("Referrals"),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(text_label(self.tr("Insights"), "title"), 1)
        head.addWidget(self.period)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.setTabOrder(self.tabs, self.period)

    @Slot()
    def _look(self) -> None:
        """Count anew, beside the window, and show what comes of it."""
        self._is_stale, self._is_counting = False, True
        self._asked_for += 1
        subject, asked, view = self.subject, self._asked(), self.view
        self._stack.setCurrentWidget(view)
        self.period.setVisible(has_period(subject))
        insights, shown = self._desk.notebook.insights, view.shown
        run_in_background(
            self,
            lambda _report: insights.read(subject, asked, shown),
            partial(self._on_read, self._asked_for, view),
            self._on_failed,
        )

    def _asked(self) -> Asked:
        period = self.period.value()
        assert isinstance(period, Period)
        return Asked(period, self._desk.clock.today())

    def _on_read(
        self, number: int, view: SubjectView, result: tuple[Insight, RowKey | None, Behind]
    ) -> None:
        if number == self._asked_for:
            self._is_counting = False
            view.show_insight(*result)

    @Slot(object)
    def _on_row(self, key: RowKey) -> None:
        if self._is_counting:  # what is shown is about to be replaced
            self.view.shown = key
            self._look()
            return
        self._asked_for += 1
        subject, asked, insights = self.subject, self._asked(), self._desk.notebook.insights
        run_in_background(
            self,
            lambda _report: insights.people(subject, asked, key),
            partial(self._on_people, self._asked_for, self.view, key),
            self._on_failed,
        )

    def _on_people(self, number: int, view: SubjectView, key: RowKey, people: Behind) -> None:
        if number == self._asked_for:
            view.show_people(key, people)

    def _on_failed(self, error: Exception) -> None:
        self._is_counting = False
        if not isinstance(error, NotebookError):
            raise error
        self.view.banner.show_message(str(error), "bad")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._look()
