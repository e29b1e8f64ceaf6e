"""Needs, ideas, referrals and the picture of who sent whom, opened above the pages."""

from PySide6.QtCore import QObject, Slot

from notebook.domain.referrals import Way
from notebook.domain.text import first_name
from notebook.errors import Refused
from notebook.services.needs import NeedDraft
from notebook.services.referrals import ReferralDraft
from notebook.services.value_ideas import IdeaDraft
from notebook.ui.errands.desk import Desk
from notebook.ui.navigator import IdeaRequest, NeedRequest, ReferralRequest
from notebook.ui.widgets.people_chooser import ChosenPerson


class HelpErrands(QObject):
    """Runs the dialogs, and tells the notifier what came of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.need_requested.connect(self.write_need)
        desk.navigator.idea_requested.connect(self.write_idea)
        desk.navigator.referral_requested.connect(self.refer_on)
        desk.navigator.referral_edit_requested.connect(self.write_referral)
        desk.navigator.referral_picture_requested.connect(self.show_picture)

    @Slot(object)
    def write_need(self, request: NeedRequest) -> None:
        """Write a need down, or change it; not of somebody who is gone."""
        from notebook.ui.helping.need_dialog import NeedDialog

        desk, needs = self._desk, self._desk.notebook.needs
        person, need_id = self._person(request.person_id), request.need_id
        if person is None:
            return
        today = desk.clock.today()
        try:
            draft = (
                NeedDraft(request.text, request.told_on or today, moment_id=request.moment_id)
                if need_id is None
                else needs.draft(need_id)
            )
        except Refused as refused:
            desk.prompts.show_problem(self.tr("There is no such need"), str(refused))
            return

        def save(written: NeedDraft) -> str:
            if need_id is None:
                return desk.trouble(lambda: needs.add(person.id, written, today))
            return desk.trouble(lambda: needs.change(need_id, written, today))

        dialog = NeedDialog(
            desk,
            first_name(person.name),
            draft,
            save,
            is_known=need_id is not None,
            parent=desk.window,
        )
        if need_id is not None:
            dialog.trash_chosen.connect(
                lambda: self._say(desk.trouble(lambda: needs.trash(need_id)))
            )
        desk.open(dialog)

    @Slot(object)
    def write_idea(self, request: IdeaRequest) -> None:
        """Write an idea down, or change it; not of somebody who is gone."""
        from notebook.ui.helping.idea_dialog import IdeaDialog

        desk, ideas, idea_id = self._desk, self._desk.notebook.value_ideas, request.idea_id
        try:
            draft = IdeaDraft() if idea_id is None else ideas.draft(idea_id)
        except Refused as refused:
            desk.prompts.show_problem(self.tr("There is no such idea"), str(refused))
            return
        person_id = request.person_id if draft.person_id is None else draft.person_id
        person = None if person_id is None else self._person(person_id)
        if person is None:
            return

        def save(written: IdeaDraft) -> str:
            if idea_id is None:
                return desk.trouble(lambda: ideas.add(person.id, written.text, written.effort))
            return desk.trouble(lambda: ideas.change(idea_id, written.text, written.effort))

        is_known = idea_id is not None
        called = first_name(person.name)
        dialog = IdeaDialog(
            desk.icons, desk.prompts, called, draft, save, is_known=is_known, parent=desk.window
        )
        if idea_id is not None:
            dialog.trash_chosen.connect(
                lambda: self._say(desk.trouble(lambda: ideas.trash(idea_id)))
            )
        desk.open(dialog)

    @Slot(object)
    def refer_on(self, person_id: int) -> None:
        """Write down to whom a person is referred."""
        self.write_referral(ReferralRequest(person_id, Way.BY_US))

    @Slot(object)
    def write_referral(self, request: ReferralRequest) -> None:
        """Write a referral down, or change it; not of somebody who is gone."""
        from notebook.ui.helping.referral_dialog import ReferralDialog, ReferralForm

        desk, referrals = self._desk, self._desk.notebook.referrals
        referral_id, today = request.referral_id, desk.clock.today()
        try:
            draft = (
                ReferralDraft(request.way, request.person_id, today)
                if referral_id is None
                else referrals.draft(referral_id)
            )
        except Refused as refused:
            desk.prompts.show_problem(self.tr("There is no such referral"), str(refused))
            return
        person = self._person(draft.person_id)
        if person is None:
            return
        others = desk.named((draft.other_id,)) if draft.other_id is not None else []
        form = ReferralForm(
            person, first_name(person.name), draft, tuple(others), referral_id is not None
        )

        def save(written: ReferralDraft) -> str:
            return desk.trouble(lambda: referrals.save(referral_id, written, today))

        dialog = ReferralDialog(desk, form, save, desk.window)
        if referral_id is not None:
            dialog.trash_chosen.connect(
                lambda: self._say(desk.trouble(lambda: referrals.trash(referral_id)))
            )
        desk.open(dialog)

    @Slot(object)
    def show_picture(self, person_id: int | None) -> None:
        """Show who sent whom; a person who is in the picture is pointed to."""
        from notebook.ui.helping.sent_dialog import SentDialog

        desk = self._desk
        picture = desk.notebook.referral_picture.who_sent_whom()
        dialog = SentDialog(picture, person_id, desk.icons, desk.prompts, desk.window)
        dialog.person_chosen.connect(desk.navigator.person_requested)
        desk.open(dialog)

    def _person(self, person_id: int) -> ChosenPerson | None:
        return next(iter(self._desk.named((person_id,))), None)

    def _say(self, trouble: str) -> None:
        if trouble:
            self._desk.prompts.show_problem(self.tr("This can’t be done"), trouble)
