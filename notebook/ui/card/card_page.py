"""One person's card, open to read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook.services.cards import PersonCard
from notebook.services.check_ins.history import CheckInEntry
from notebook.services.phrases import filled
from notebook.services.timeline import MomentLine
from notebook.ui.card.card_facts import CardFacts
from notebook.ui.card.card_header import CardHeader
from notebook.ui.card.card_help import CardHelp
from notebook.ui.card.card_overview import CardOverview
from notebook.ui.card.card_places import go_to_moment, go_to_panel
from notebook.ui.card.card_tabs import CardTab, CardTabs, TabSpec
from notebook.ui.errands.desk import Desk
from notebook.ui.navigator import (
    CardPlace,
    CheckInRequest,
    IdeaRequest,
    LogRequest,
    NeedRequest,
    ReferralRequest,
    WizardRequest,
)
from notebook.ui.pages.moment_list import MomentList
from notebook.ui.photo_shelf import PhotoShelf

if TYPE_CHECKING:
    from notebook.ui.card.around import Around

CARD_TAB, TIMELINE_TAB, PROMISES_TAB, CHECK_INS_TAB = range(4)


class CardPage(QWidget):
    """Shows a card and keeps it true; says what the user wants to do with it.

    Attributes:
        card: the card that is open.
        header, overview, tabs, facts: its parts.

    Signals:
        edit_chosen(int), trash_chosen(int): the person whose card it is.
        moment_chosen(int): correct this contact.
    """

    edit_chosen = Signal(object)
    trash_chosen = Signal(object)
    moment_chosen = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._notebook, self._notifier = desk.notebook, desk.notifier
        self._navigator, self._clock, self._icons = desk.navigator, desk.clock, desk.icons
        self.card: PersonCard | None = None
        self.header = CardHeader(desk.icons, PhotoShelf(desk.notebook))
        self._help = CardHelp(desk, self)
        self.overview = CardOverview(
            desk.notebook.moments, desk.clock, desk.icons, self._help.panels
        )
        self.facts = CardFacts(desk, self.overview, self._person_id)
        self.tabs = CardTabs(
            [
                TabSpec(lambda _: self.tr("Card"), lambda: self.overview),
                TabSpec(self._timeline_words, self._make_timeline),
                TabSpec(self._promises_words, self._make_promises),
                TabSpec(self._check_ins_words, self._make_check_ins),
            ]
        )
        self.tabs.tab(CARD_TAB)  # so that it has an owner, even if no card is ever shown
        self._lay_out()
        self._connect()

    def show_person(self, person_id: int) -> None:
        """Show a person's card; raises Refused for somebody who is gone."""
        self._fill(self._notebook.cards.card(person_id, self._clock.today()))

    def show_place(self, place: CardPlace) -> None:
        """Show where a contact, a promise, a need or a referral stands on the card that is open."""
        tab = CARD_TAB if place.moment_id is None else TIMELINE_TAB
        self.tabs.strip.setCurrentIndex(tab)
        if place.moment_id is not None:
            go_to_moment(place.moment_id, self.tabs.tab(tab))
        else:
            go_to_panel(place, self.overview, self._help)

    def reload(self) -> None:
        """Look again; raises Refused when the person is gone."""
        if self.card is not None:
            self.show_person(self.card.id)

    def _fill(self, card: PersonCard) -> None:
        self.card = card
        self.header.show_card(card, self._clock.today())
        self.tabs.show_card(card, self._clock.today())

    def _timeline_words(self, card: PersonCard) -> str:
        return filled(self.tr("Timeline %1"), str(card.moment_count + card.planned_count))

    def _promises_words(self, card: PersonCard) -> str:
        count = len(card.open_promises)
        closed = sum(card.promise_outcomes.values())
        return filled(self.tr("Promises %1"), str(count)) if count or closed else ""

    def _check_ins_words(self, card: PersonCard) -> str:
        count = card.check_in_count
        return filled(self.tr("Check-ins %1"), str(count)) if count else ""

    def _make_timeline(self) -> CardTab:
        from notebook.ui.card.timeline import Timeline

        name = self.tr("All moments")
        moments = MomentList(self._notebook.moments, self._clock, self._icons, name)
        self._connect_moments(moments)
        return Timeline(moments, self._notebook.moments, self._icons)

    def _make_promises(self) -> CardTab:
        from notebook.ui.card.promise_ledger import CardLedger

        return CardLedger(self._desk)

    def _make_check_ins(self) -> CardTab:
        from notebook.ui.card.check_ins import CheckIns

        tab = CheckIns(self._notebook.check_in_history, self._icons)
        tab.list.opened.connect(self._on_check_in)
        tab.list.concern_chosen.connect(self._navigator.concern_requested)
        return tab

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(22, 0, 22, 0)
        top.setSpacing(6)
        top.addWidget(self.header)
        top.addWidget(self.header.standing)
        top.addWidget(self.tabs.strip)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 20, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(top)
        outer.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.header.log_chosen.connect(self._on_log)
        self.header.brief_chosen.connect(self._on_brief)
        self.header.warmth_chosen.connect(self._on_warmth)
        self.header.edit_action.triggered.connect(self._on_edit)
        self.header.project_action.triggered.connect(self._on_project)
        self.header.reminder_action.triggered.connect(self._on_reminder)
        for action, signal in (
            (self.header.pause_action, self._navigator.pause_requested),
            (self.header.resume_action, self._navigator.resume_requested),
        ):
            action.triggered.connect(lambda _=False, ask=signal: ask.emit((self._person_id(),)))
        for action, signal, request in (
            (self.header.need_action, self._navigator.need_requested, NeedRequest),
            (self.header.idea_action, self._navigator.idea_requested, IdeaRequest),
            (self.header.referral_action, self._navigator.referral_edit_requested, ReferralRequest),
        ):
            action.triggered.connect(
                lambda _=False, ask=signal, of=request: ask.emit(of(self._person_id()))
            )
        self.header.concern_action.triggered.connect(self._on_concern)
        self.header.employer_action.triggered.connect(self._on_employer)
        self.header.hand_over_action.triggered.connect(self._on_hand_over)
        self.header.organisation_chosen.connect(self._navigator.organisation_requested)
        self.header.plan_action.triggered.connect(self._on_plan)
        self.header.fit_action.triggered.connect(self._on_fit)
        self.overview.fit_chosen.connect(self._on_fit)
        self.overview.group_chosen.connect(self._navigator.group_requested)
        self.header.photo.chosen.connect(
            lambda path: self._navigator.photo_requested.emit(self._person_id(), path)
        )
        self.header.photo.paste_chosen.connect(
            lambda: self._navigator.photo_paste_requested.emit(self._person_id())
        )
        self.header.photo.remove_chosen.connect(
            lambda: self._navigator.photo_removed.emit(self._person_id())
        )
        self.header.around_action.triggered.connect(self._on_around)
        self.overview.around_made.connect(self._connect_around)
        self.overview.planned_made.connect(self._connect_moments)
        self.header.history_action.triggered.connect(self._on_history)
        self.header.export_action.triggered.connect(self._on_export)
        self.header.erase_action.triggered.connect(self._on_erase)
        self.header.trash_action.triggered.connect(self._on_trash)
        self.overview.promises.kept.connect(self._on_kept)
        self.overview.projects.chosen.connect(self._navigator.project_requested)
        self.overview.concern_chosen.connect(self._navigator.concern_requested)
        self.overview.last_check_in.chosen.connect(self._on_check_in)
        self._connect_moments(self.overview.recent.moments)

    def _connect_moments(self, moments: MomentList) -> None:
        moments.edit_chosen.connect(self.moment_chosen)
        moments.delete_chosen.connect(self._on_delete_moment)
        moments.need_chosen.connect(self._on_need_told)
        moments.brief_chosen.connect(self._navigator.meeting_brief_requested)

    def _connect_around(self, panel: "Around") -> None:
        panel.add_chosen.connect(self._on_around)
        panel.person_chosen.connect(self._navigator.person_requested)
        panel.promote_chosen.connect(self._navigator.related_card_requested)
        panel.change_chosen.connect(
            lambda line: self._navigator.related_requested.emit(self._person_id(), line)
        )

    def _person_id(self) -> int:
        assert self.card is not None, "no card is open"
        return self.card.id

    @Slot(object)
    def _on_check_in(self, entry: CheckInEntry) -> None:
        request = CheckInRequest(entry.project_id, check_in_id=entry.id)
        self._navigator.check_in_requested.emit(request)

    @Slot()
    def _on_concern(self) -> None:
        self._navigator.new_concern_requested.emit(self._person_id(), None)

    @Slot(object)
    def _on_need_told(self, told: MomentLine) -> None:
        request = NeedRequest(self._person_id(), None, told.their_words, told.day, told.id)
        self._navigator.need_requested.emit(request)

    @Slot()
    def _on_log(self) -> None:
        self._navigator.log_requested.emit(LogRequest(person_ids=(self._person_id(),)))

    @Slot()
    def _on_plan(self) -> None:
        self._navigator.log_requested.emit(LogRequest((self._person_id(),), is_to_come=True))

    @Slot()
    def _on_fit(self) -> None:
        self._navigator.fit_check_requested.emit(self._person_id())

    @Slot()
    def _on_around(self) -> None:
        self._navigator.related_requested.emit(self._person_id(), None)

    @Slot()
    def _on_brief(self) -> None:
        self._navigator.brief_requested.emit(self._person_id())

    @Slot()
    def _on_warmth(self) -> None:
        self._navigator.warmth_requested.emit(self._person_id())

    @Slot()
    def _on_history(self) -> None:
        self._navigator.history_requested.emit(self._person_id())

    @Slot()
    def _on_export(self) -> None:
        self._navigator.person_export_requested.emit(self._person_id())

    @Slot()
    def _on_erase(self) -> None:
        self._navigator.erase_requested.emit(self._person_id())

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
    def _on_employer(self) -> None:
        self._navigator.employer_requested.emit(self._person_id())

    @Slot()
    def _on_hand_over(self) -> None:
        self._navigator.handover_requested.emit(self._person_id())

    @Slot()
    def _on_trash(self) -> None:
        self.trash_chosen.emit(self._person_id())

    @Slot(object)
    def _on_kept(self, promise_id: int) -> None:
        self._notifier.tell(self._notebook.promises.keep(promise_id, self._clock.today()))

    @Slot(object)
    def _on_delete_moment(self, moment_id: int) -> None:
        self._notifier.tell(self._notebook.moments.delete(moment_id))
