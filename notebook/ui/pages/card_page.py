"""One person's card, open to read."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from notebook.services.cards import Cards, PersonCard
from notebook.services.check_ins.history import CheckInEntry, CheckInHistory
from notebook.services.moments import Moments
from notebook.services.phrases import filled
from notebook.services.promises import Promises as PromiseLedger
from notebook.ui.clock import Clock
from notebook.ui.icons import Icons
from notebook.ui.navigator import CardPlace, CheckInRequest, LogRequest, Navigator, WizardRequest
from notebook.ui.notifier import Notifier
from notebook.ui.pages.card_check_ins import LastCheckIn
from notebook.ui.pages.card_header import CardHeader
from notebook.ui.pages.card_panels import (
    Habits,
    Note,
    Projects,
    Promises,
    Reach,
    WorthRemembering,
)
from notebook.ui.pages.moment_list import MomentList
from notebook.ui.widgets.check_in_list import CheckInList
from notebook.ui.widgets.columns import Columns
from notebook.ui.widgets.concern_lines import OpenConcerns
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.scrolling import scrolling
from notebook.ui.widgets.tab_strip import TabStrip

CARD_TAB, TIMELINE_TAB, CHECK_INS_TAB = 0, 1, 2
RECENT_MOMENTS = 5


class CardPage(QWidget):
    """Shows a card and keeps it true; says what the user wants to do with it.

    Signals:
        edit_chosen(int), trash_chosen(int): the person whose card it is.
        moment_chosen(int): correct this contact.
    """

    edit_chosen = Signal(object)
    trash_chosen = Signal(object)
    moment_chosen = Signal(object)

    def __init__(
        self,
        cards: Cards,
        moments: Moments,
        promises: PromiseLedger,
        check_ins: CheckInHistory,
        notifier: Notifier,
        navigator: Navigator,
        clock: Clock,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cards, self._moments, self._promises = cards, moments, promises
        self._check_ins = check_ins
        self._notifier, self._navigator, self._clock = notifier, navigator, clock
        self.card: PersonCard | None = None
        self.header = CardHeader(icons)
        self.tabs = TabStrip(self.tr("Parts of the card"))
        self.tabs.add_tab(self.tr("Card"))
        self.tabs.add_tab(self.tr("Timeline"))
        self.tabs.add_tab(self.tr("Check-ins"))
        self.worth = WorthRemembering(icons)
        self.reach = Reach(icons)
        self.promises = Promises(icons)
        self.concerns = OpenConcerns(with_project=True)
        self.last_check_in = LastCheckIn()
        self.check_ins = CheckInList(with_project=True)
        self.projects = Projects()
        self.habits = Habits()
        self.note = Note()
        self.recent = MomentList(moments, clock, icons, self.tr("Recent moments"), RECENT_MOMENTS)
        self.timeline = MomentList(moments, clock, icons, self.tr("All moments"))
        self._lay_out()
        self._connect()

    def show_person(self, person_id: int) -> None:
        """Show a person's card; raises Refused for somebody who is gone."""
        self._fill(self._cards.card(person_id, self._clock.today()))
        self._stack.setCurrentIndex(self.tabs.currentIndex())

    def show_place(self, place: CardPlace) -> None:
        """Show where a contact or a promise stands on the card that is open."""
        if place.moment_id is not None:
            self.tabs.setCurrentIndex(TIMELINE_TAB)
            self.timeline.point_to(place.moment_id)
        if place.promise_id is not None:
            self.tabs.setCurrentIndex(CARD_TAB)
            # Rows that were just made have no place yet.
            QTimer.singleShot(0, self, lambda: self._point_to_promise(place.promise_id))

    def _point_to_promise(self, promise_id: int | None) -> None:
        button = self.promises.button_of(promise_id)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(button or self.promises)

    def reload(self) -> None:
        """Look again; raises Refused when the person is gone."""
        if self.card is not None:
            self._fill(self._cards.card(self.card.id, self._clock.today()))

    def _fill(self, card: PersonCard) -> None:
        today = self._clock.today()
        if self.card is None or self.card.id != card.id:
            self._scroll.verticalScrollBar().setValue(0)
        self.card = card
        self.header.show_card(card, today)
        self.worth.show_card(card, today)
        self.reach.show_card(card)
        self.promises.show_card(card, today)
        self.concerns.show_concerns(card.open_concerns, today)
        self.last_check_in.show_card(card, today)
        self.projects.show_card(card)
        self.habits.show_card(card)
        self.note.show_card(card)
        self.recent.show_person(card)
        self._recent_panel.setHidden(card.moment_count == 0)
        self.timeline.show_person(card)
        self._show_check_ins(card)
        self._quiet.setHidden(self._says_something())
        self.tabs.set_tab_text(TIMELINE_TAB, filled(self.tr("Timeline %1"), str(card.moment_count)))
        self._columns.arrange()

    def _show_check_ins(self, card: PersonCard) -> None:
        """Name the tab; what is on it is read once somebody looks at it."""
        count = card.check_in_count
        self.tabs.setTabVisible(CHECK_INS_TAB, count > 0)
        self.tabs.set_tab_text(CHECK_INS_TAB, filled(self.tr("Check-ins %1"), str(count)))
        if self.tabs.currentIndex() == CHECK_INS_TAB:
            entries = self._check_ins.of_person(card.id)
            self.check_ins.show_entries(entries, self._clock.today(), count)

    def _says_something(self) -> bool:
        return not all(
            panel.isHidden()
            for panel in (
                self.worth,
                self.reach,
                self.promises,
                self.concerns,
                self.last_check_in,
                self.projects,
                self.habits,
                self.note,
                self._recent_panel,
            )
        )

    def _lay_out(self) -> None:
        self._recent_panel = Panel(self.tr("Recent moments"))
        self._recent_panel.body.addWidget(self.recent)
        self._quiet = text_label(
            self.tr("Only the name is known so far. Log the first contact, or add what you know."),
            "second",
            wrap=True,
        )
        self._columns = Columns(
            [
                (self._quiet,),
                (self.concerns,),
                (self.worth, self.reach),
                (self.promises, self.last_check_in),
                (self._recent_panel,),
                (self.projects, self.habits),
                (self.note,),
            ]
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(22, 12, 22, 22)
        column.addWidget(self._columns)
        column.addStretch(1)
        self._scroll = scrolling(inside)
        timeline_page = QWidget()
        timeline_column = QVBoxLayout(timeline_page)
        timeline_column.setContentsMargins(22, 12, 22, 22)
        timeline_column.addWidget(self.timeline)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(timeline_page)
        check_ins_page = QWidget()
        check_ins_column = QVBoxLayout(check_ins_page)
        check_ins_column.setContentsMargins(22, 12, 22, 22)
        check_ins_column.addWidget(self.check_ins)
        check_ins_column.addStretch(1)
        self._stack.addWidget(scrolling(check_ins_page))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 20, 0, 0)
        outer.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(22, 0, 22, 0)
        top.setSpacing(6)
        top.addWidget(self.header)
        top.addWidget(self.header.standing)
        top.addWidget(self.tabs)
        outer.addLayout(top)
        outer.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.header.log_chosen.connect(self._on_log)
        self.header.brief_chosen.connect(self._on_brief)
        self.header.edit_action.triggered.connect(self._on_edit)
        self.header.project_action.triggered.connect(self._on_project)
        self.header.reminder_action.triggered.connect(self._on_reminder)
        self.header.concern_action.triggered.connect(self._on_concern)
        self.header.trash_action.triggered.connect(self._on_trash)
        self.promises.kept.connect(self._on_kept)
        self.projects.chosen.connect(self._navigator.project_requested)
        for concerns in (self.concerns.chosen, self.check_ins.concern_chosen):
            concerns.connect(self._navigator.concern_requested)
        for opened in (self.last_check_in.chosen, self.check_ins.opened):
            opened.connect(self._on_check_in)
        for moments in (self.recent, self.timeline):
            moments.edit_chosen.connect(self.moment_chosen)
            moments.delete_chosen.connect(self._on_delete_moment)

    def _person_id(self) -> int:
        assert self.card is not None, "no card is open"
        return self.card.id

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)
        if tab == CHECK_INS_TAB and self.card is not None:
            self._show_check_ins(self.card)

    @Slot(object)
    def _on_check_in(self, entry: CheckInEntry) -> None:
        request = CheckInRequest(entry.project_id, check_in_id=entry.id)
        self._navigator.check_in_requested.emit(request)

    @Slot()
    def _on_concern(self) -> None:
        self._navigator.new_concern_requested.emit(self._person_id(), None)

    @Slot()
    def _on_log(self) -> None:
        self._navigator.log_requested.emit(LogRequest(person_ids=(self._person_id(),)))

    @Slot()
    def _on_brief(self) -> None:
        self._navigator.brief_requested.emit(self._person_id())

    @Slot()
    def _on_edit(self) -> None:
        self.edit_chosen.emit(self._person_id())

    @Slot()
    def _on_project(self) -> None:
        self._navigator.wizard_requested.emit(WizardRequest(person_id=self._person_id()))

    @Slot()
    def _on_reminder(self) -> None:
        self._navigator.reminder_requested.emit(self._person_id(), None)

    @Slot()
    def _on_trash(self) -> None:
        self.trash_chosen.emit(self._person_id())

    @Slot(object)
    def _on_kept(self, promise_id: int) -> None:
        self._notifier.tell(self._promises.keep(promise_id, self._clock.today()))

    @Slot(object)
    def _on_delete_moment(self, moment_id: int) -> None:
        self._notifier.tell(self._moments.delete(moment_id))
