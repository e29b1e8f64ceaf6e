"""The check-ins of a project: when they are, how they went, and whether it gets better."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from notebook.domain.changes import Changes
from notebook.domain.dates_in_words import day_month, relative_day
from notebook.domain.projects import GOING_ON
from notebook.services.check_ins.check_ins import CheckIns
from notebook.services.check_ins.history import MOST, CheckInHistory
from notebook.services.check_ins.plans import PlannedCheckIn
from notebook.services.check_ins.words import occasion_word
from notebook.services.phrases import filled
from notebook.services.project_page import ProjectPage
from notebook.services.project_words import until_due
from notebook.translate import translate
from notebook.ui.dialogs.day_dialog import DayDialog, day_to_ask
from notebook.ui.icons import Icons
from notebook.ui.navigator import CheckInRequest, Navigator
from notebook.ui.widgets.buttons import icon_button, link_button
from notebook.ui.widgets.check_in_list import CheckInList, TrendPanel
from notebook.ui.widgets.chips import Tag, Tone
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.wrapping_label import WrappingLabel

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PlannedPanel(Panel):
    """When the customer is asked, and the ways to change that.

    Signals:
        asked(int): ask now, for this plan.
        day_wanted(PlannedCheckIn), agreed_day_wanted(int): another day, or that of the dates.
        left_out(int), taken_up(int): don't ask at this time, or do so after all.
    """

    asked = Signal(object)
    day_wanted = Signal(object)
    agreed_day_wanted = Signal(object)
    left_out = Signal(object)
    taken_up = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(translate("check-ins", "Planned"), parent)
        self._icons = icons
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)

    def show_plans(self, page: ProjectPage, plans: tuple[PlannedCheckIn, ...], today: date) -> None:
        """Show the planned check-ins of a project, which remind as long as it goes on."""
        clear_layout(self._rows)
        for plan in plans:
            self._rows.addWidget(self._row(page, plan, today))
        self.setHidden(not plans)

    def _row(self, page: ProjectPage, plan: PlannedCheckIn, today: date) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text_label(occasion_word(plan.occasion), wrap=True))
        words.addWidget(WrappingLabel(_when(plan, today), "second"))
        row.addLayout(words, 1)
        goes_on = page.state in GOING_ON
        word, tone = _state(plan, today, goes_on=goes_on)
        row.addWidget(Tag(word, tone), 0, _MIDDLE)
        if plan.is_open and page.may_check_in:
            row.addWidget(self._ask_button(plan), 0, _MIDDLE)
        if plan.check_in_id is None and not plan.is_overtaken and goes_on:
            row.addWidget(self._menu_button(plan), 0, _MIDDLE)
        return widget

    def _ask_button(self, plan: PlannedCheckIn) -> QPushButton:
        button = link_button(translate("check-ins", "Ask"), second=True)
        words = translate("check-ins", "Ask: %1")
        button.setAccessibleName(filled(words, occasion_word(plan.occasion)))
        button.clicked.connect(lambda: self.asked.emit(plan.id))
        return button

    def _menu_button(self, plan: PlannedCheckIn) -> QPushButton:
        words = translate("check-ins", "Change the check-in: %1")
        button = icon_button(self._icons, "ellipsis", filled(words, occasion_word(plan.occasion)))
        menu = QMenu(button)
        if plan.is_left_out:
            self._offer(menu, translate("check-ins", "Ask after all"), self.taken_up, plan.id)
        else:
            self._offer(menu, translate("check-ins", "Another day…"), self.day_wanted, plan)
            self._offer(menu, translate("check-ins", "Leave it out"), self.left_out, plan.id)
        if plan.has_own_day:
            words = translate("check-ins", "On the day of the agreed dates")
            self._offer(menu, words, self.agreed_day_wanted, plan.id)
        button.setMenu(menu)
        return button

    def _offer(self, menu: QMenu, text: str, signal: object, value: object) -> None:
        action = QAction(text, menu)
        action.triggered.connect(lambda: signal.emit(value))  # type: ignore[attr-defined]
        menu.addAction(action)


class LaidAside(Panel):
    """That a check-in was begun, and the way back to it; hidden where none was.

    A project about which nobody can be asked any more has no way back, until it is opened again.

    Attributes:
        go_on_button: open it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = WrappingLabel("")
        self.go_on_button = link_button(translate("check-ins", "Go on"), second=True)
        self.go_on_button.setAccessibleName(
            translate("check-ins", "Go on with the check-in that was laid aside")
        )
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._words, 1)
        row.addWidget(self.go_on_button)
        self.body.addLayout(row)

    def show_day(self, day: date | None, today: date, *, may_go_on: bool) -> None:
        """Show on which day it was begun."""
        self.setHidden(day is None)
        self.go_on_button.setVisible(may_go_on)
        if day is not None:
            words = translate("check-ins", "A check-in of %1 was begun and laid aside.")
            self._words.setText(filled(words, day_month(day, today)))


class ProjectCheckIns(QWidget):
    """The one that was laid aside, planned check-ins, the trend, and those of the past."""

    def __init__(
        self,
        check_ins: CheckIns,
        history: CheckInHistory,
        tell: Callable[[Callable[[], Changes]], object],
        navigator: Navigator,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        """Show and change what `check_ins` knows; `tell` makes a change and lets others know."""
        super().__init__(parent)
        self._check_ins, self._history = check_ins, history
        self._tell, self._navigator, self._icons = tell, navigator, icons
        self._page: ProjectPage | None = None
        self._today = date.min
        self._most = MOST
        self.laid_aside = LaidAside()
        self.planned = PlannedPanel(icons)
        self.trend = TrendPanel()
        self.past = CheckInList(with_project=False)
        self.nothing = text_label(
            translate("check-ins", "Nobody was asked yet whether it is as expected."), "second"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.laid_aside, self.planned, self.trend, self.nothing, self.past):
            column.addWidget(part)
        self._connect()

    def show_page(self, page: ProjectPage, today: date) -> None:
        """Show the check-ins of a project."""
        if page.id != self._project_id:
            self._most = MOST
        self._page, self._today = page, today
        entries = self._history.of_project(page.id, self._most)
        plans = self._check_ins.plans.of_project(page.id, today)
        laid_aside_on = self._check_ins.laid_aside_on(page.id)
        self.laid_aside.show_day(laid_aside_on, today, may_go_on=page.may_check_in)
        self.planned.show_plans(page, plans, today)
        self.trend.show_entries(entries, self._history.grades_of_project(page.id), today)
        self.past.show_entries(entries, today, page.check_in_count)
        self.nothing.setHidden(bool(entries))

    def _connect(self) -> None:
        plans = self._check_ins.plans
        self.laid_aside.go_on_button.clicked.connect(self._go_on)
        self.planned.asked.connect(self._ask)
        self.planned.day_wanted.connect(self._pick_day)
        self.planned.agreed_day_wanted.connect(
            lambda plan_id: self._tell(lambda: plans.move(plan_id, None, self._today))
        )
        self.planned.left_out.connect(lambda plan_id: self._tell(lambda: plans.leave_out(plan_id)))
        self.planned.taken_up.connect(lambda plan_id: self._tell(lambda: plans.take_up(plan_id)))
        self.past.opened.connect(
            lambda entry: self._navigator.check_in_requested.emit(
                CheckInRequest(entry.project_id, check_in_id=entry.id)
            )
        )
        self.past.concern_chosen.connect(self._navigator.concern_requested)
        self.past.more_wanted.connect(self._on_more)

    @property
    def _project_id(self) -> int:
        return self._page.id if self._page is not None else 0

    @Slot()
    def _on_more(self) -> None:
        assert self._page is not None, "a project is shown before there is more of it"
        self._most += MOST
        self.show_page(self._page, self._today)

    @Slot()
    def _go_on(self) -> None:
        self._navigator.check_in_requested.emit(CheckInRequest(self._project_id))

    def _ask(self, plan_id: int) -> None:
        self._navigator.check_in_requested.emit(CheckInRequest(self._project_id, plan_id))

    def _pick_day(self, plan: PlannedCheckIn) -> None:
        asked = day_to_ask(plan, self._today)
        dialog = DayDialog(self._icons, self._today, asked, self.window())
        dialog.day_chosen.connect(
            lambda day: self._tell(lambda: self._check_ins.plans.move(plan.id, day, self._today))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _when(plan: PlannedCheckIn, today: date) -> str:
    if plan.due_on is None:
        return translate("check-ins", "as soon as there is a date of delivery")
    day = relative_day(plan.due_on, today)
    if plan.has_own_day:
        return filled(translate("check-ins", "%1, chosen by hand"), day)
    return day


def _state(plan: PlannedCheckIn, today: date, *, goes_on: bool) -> tuple[str, Tone]:
    if plan.check_in_id is not None:
        return translate("check-ins", "asked"), "ok"
    if plan.is_left_out:
        return translate("check-ins", "left out"), "plain"
    if plan.is_overtaken:
        return translate("check-ins", "overtaken"), "plain"
    if not goes_on:
        return translate("check-ins", "no reminder"), "plain"
    if plan.due_on is None:
        return translate("check-ins", "no day yet"), "plain"
    tone: Tone = "warn" if plan.due_on <= today else "calm"
    return until_due(plan.due_on, today), tone
