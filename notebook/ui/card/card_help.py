"""The panels of a card about helping: what the person needs, what would do them good, who sent whom."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from notebook.domain.changes import Changes
from notebook.domain.needs import NeedState
from notebook.domain.referrals import Outcome
from notebook.domain.value_ideas import Effort
from notebook.services.phrases import filled
from notebook.services.suggestions import Suggested
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel, LatePanel
from notebook.ui.errands.desk import Desk
from notebook.ui.navigator import IdeaRequest, LogRequest, NeedRequest, ReferralRequest

if TYPE_CHECKING:
    from notebook.ui.widgets.idea_rows import IdeaRows


class CardHelp(QObject):
    """Makes the panels for the first card that needs them, and does what they ask for.

    Attributes:
        needs, referrals, ideas: the places of the panels.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.needs = LatePanel(lambda card: bool(card.needs or card.suggested), self._make_needs)
        self.referrals = LatePanel(lambda card: bool(card.referrals), self._make_referrals)
        self.ideas = LatePanel(lambda card: bool(card.ideas), self._make_ideas)

    @property
    def panels(self) -> tuple[LatePanel, ...]:
        """The places of the panels, in their order."""
        return self.needs, self.referrals, self.ideas

    def _make_needs(self) -> CardPanel:
        from notebook.ui.card.needs import Needs

        panel = Needs(self._desk.icons)
        ask = self._desk.navigator
        panel.add_chosen.connect(lambda person_id: ask.need_requested.emit(NeedRequest(person_id)))
        panel.edit_chosen.connect(
            lambda person_id, need_id: ask.need_requested.emit(NeedRequest(person_id, need_id))
        )
        panel.offering_chosen.connect(ask.offering_requested)
        panel.state_chosen.connect(self._on_state)
        panel.told_chosen.connect(self._on_told)
        panel.dismissed.connect(self._on_dismissed)
        return panel

    def _make_referrals(self) -> CardPanel:
        from notebook.ui.card.referrals import Referrals

        panel = Referrals(self._desk.icons)
        ask = self._desk.navigator
        panel.person_chosen.connect(ask.person_requested)
        panel.picture_chosen.connect(ask.referral_picture_requested)
        panel.add_chosen.connect(
            lambda person_id: ask.referral_edit_requested.emit(ReferralRequest(person_id))
        )
        panel.edit_chosen.connect(
            lambda person_id, referral_id: ask.referral_edit_requested.emit(
                ReferralRequest(person_id, referral_id=referral_id)
            )
        )
        panel.thanked.connect(self._on_thanked)
        panel.they_thanked.connect(self._on_they_thanked)
        panel.worked_out.connect(self._on_worked_out)
        return panel

    def _make_ideas(self) -> CardPanel:
        from notebook.ui.card.ideas import CardIdeas

        panel = CardIdeas(self._desk.icons)
        connect_ideas(
            panel.ideas,
            self._desk,
            self._make,
            lambda text, effort: self._desk.notebook.value_ideas.add(panel.person_id, text, effort),
        )
        return panel

    def _make(self, change: Callable[[], Changes]) -> None:
        trouble = self._desk.trouble(change)
        if trouble:
            self._desk.prompts.show_problem(translate("card", "This can’t be done"), trouble)

    @Slot(object, object)
    def _on_state(self, need_id: int, state: NeedState) -> None:
        self._make(lambda: self._desk.notebook.needs.set_state(need_id, state))

    @Slot(object, object)
    def _on_told(self, person_id: int, suggested: Suggested) -> None:
        self._desk.navigator.log_requested.emit(
            told_request(person_id, suggested.offering_id, suggested.name, suggested.benefit)
        )

    @Slot(object, object)
    def _on_dismissed(self, person_id: int, offering_id: int) -> None:
        self._make(lambda: self._desk.notebook.suggestions.dismiss(person_id, offering_id))

    @Slot(object)
    def _on_thanked(self, referral_id: int) -> None:
        today = self._desk.clock.today()
        self._make(lambda: self._desk.notebook.referrals.thanked(referral_id, today))

    @Slot(object)
    def _on_they_thanked(self, referral_id: int) -> None:
        today = self._desk.clock.today()
        self._make(lambda: self._desk.notebook.referrals.they_thanked(referral_id, today))

    @Slot(object, object)
    def _on_worked_out(self, referral_id: int, outcome: Outcome) -> None:
        self._make(lambda: self._desk.notebook.referrals.worked_out(referral_id, outcome))


def connect_ideas(
    rows: "IdeaRows",
    desk: Desk,
    make: Callable[[Callable[[], Changes]], object],
    add: Callable[[str, Effort], Changes],
) -> None:
    """Let rows of ideas change the notebook; `make` makes a change and says why it can't."""
    ideas, today = desk.notebook.value_ideas, desk.clock.today
    rows.added.connect(lambda text, effort: make(lambda: add(text, effort)))
    rows.done.connect(lambda idea: make(lambda: ideas.done(idea, today())))
    rows.thanked.connect(lambda idea: make(lambda: ideas.thanked(idea, today())))
    rows.opened_again.connect(lambda idea: make(lambda: ideas.open_again(idea)))
    rows.removed.connect(lambda idea: make(lambda: ideas.trash(idea)))
    rows.edit_chosen.connect(
        lambda idea: desk.navigator.idea_requested.emit(IdeaRequest(None, idea))
    )


def told_request(person_id: int, offering_id: int, name: str, benefit: str) -> LogRequest:
    """Return a contact to be logged in which somebody was told about an offering."""
    words = filled(translate("offerings", "Told about %1: %2"), name, benefit)
    return LogRequest(person_ids=(person_id,), text=words, offering_id=offering_id)
