"""A referral, written down: who sent whom, why, when, and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from notebook.domain.referrals import Outcome, Way
from notebook.services.phrases import filled
from notebook.services.referrals import ReferralDraft
from notebook.ui.dialogs.thing_dialog import ThingDialog
from notebook.ui.errands.desk import Desk
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.people_chooser import ChosenPerson, PeopleChooser

_USUAL = (620, 520)


class Story(StrEnum):
    """What happened, seen from the person whose referral it is."""

    SENT_TO_US = "sent-to-us"
    SENT_US = "sent-us"
    SENT_ON = "sent-on"


@dataclass(frozen=True, slots=True)
class ReferralForm:
    """What the dialog begins with: the person, how they are called, and the referral so far."""

    person: ChosenPerson
    called: str
    draft: ReferralDraft
    others: tuple[ChosenPerson, ...] = ()
    is_known: bool = False


class ReferralDialog(ThingDialog):
    """The fields of a referral; `save` returns why it can't be saved.

    Attributes:
        story, other, name, why, day, outcome, we_thanked, they_thanked, note: the fields.
    """

    def __init__(
        self,
        desk: Desk,
        form: ReferralForm,
        save: Callable[[ReferralDraft], str],
        parent: QWidget | None = None,
    ) -> None:
        title = filled(self.tr("Referral of %1"), form.called)
        super().__init__(desk.icons, desk.prompts, title, may_trash=form.is_known, parent=parent)
        self._form, self._save_referral = form, save
        self._make_fields(desk)
        fields: list[tuple[str, QWidget]] = [
            (self.tr("What"), self.story),
            (self.tr("&Who"), self.other),
            (self.tr("Or a &name"), self.name),
            (self.tr("Wh&y"), self.why),
            (self.tr("Wh&en"), self.day),
            (self.tr("Worked out"), self.outcome),
            (self.tr("We &thanked them"), self.we_thanked),
            (self.tr("They th&anked us"), self.they_thanked),
            (self.tr("N&ote"), self.note),
        ]
        self._fill(form.draft, form.others)
        self.lay_out(fields, _USUAL)
        self._show_rows()
        self.story.chosen.connect(self._on_story)
        self.other.changed.connect(self._on_other)
        self.note.submitted.connect(self.try_to_save)
        (self.why if form.others else self.other).setFocus()

    def _make_fields(self, desk: Desk) -> None:
        today, called = desk.clock.today(), self._form.called
        stories = [
            (Story.SENT_TO_US, filled(self.tr("%1 was sent to us"), called)),
            (Story.SENT_US, filled(self.tr("%1 sent us somebody"), called)),
            (Story.SENT_ON, filled(self.tr("We sent %1 on"), called)),
        ]
        if self._form.is_known:
            stories = [each for each in stories if each[0] is not Story.SENT_US]
        self.story = ChoiceRow(stories, self.tr("What happened"), optional=False)
        self.other = PeopleChooser(
            desk.icons, self.tr("Who"), desk.find_people, desk.add_person, single=True
        )
        self.name = QLineEdit(placeholderText=self.tr("Without a card of their own"))
        self.why = QLineEdit(placeholderText=self.tr("What made them think of it"))
        self.day = OptionalDateEdit(desk.icons, today, self.tr("When"))
        self.outcome = ChoiceRow(
            [
                (Outcome.OPEN, self.tr("Not known yet")),
                (Outcome.YES, self.tr("Yes")),
                (Outcome.NO, self.tr("No")),
            ],
            self.tr("Did it work out"),
            optional=False,
        )
        self.we_thanked = OptionalDateEdit(desk.icons, today, self.tr("We thanked them on"))
        self.they_thanked = OptionalDateEdit(desk.icons, today, self.tr("They thanked us on"))
        self.note = GrowingTextEdit(self.tr("Note"), most=4)

    def _fill(self, draft: ReferralDraft, others: Sequence[ChosenPerson]) -> None:
        to_us = draft.way is Way.TO_US
        self.story.set_value(Story.SENT_TO_US if to_us else Story.SENT_ON)
        self.other.set_chosen(others)
        self.name.setText("" if others else draft.other_name)
        self.why.setText(draft.why)
        self.day.set_value(draft.referred_on)
        self.outcome.set_value(draft.outcome)
        self.we_thanked.set_value(draft.we_thanked_on)
        self.they_thanked.set_value(draft.they_thanked_on)
        self.note.setPlainText(draft.note)

    def _show_rows(self) -> None:
        """Show the fields that make sense: a thank-you goes the way that the favour came from."""
        story = self.story.value()
        is_on = story is Story.SENT_ON
        needs_card = story is Story.SENT_US or bool(self.other.chosen())
        self.rows.setRowVisible(self.name, not needs_card)
        self.rows.setRowVisible(self.outcome, is_on)
        self.rows.setRowVisible(self.we_thanked, not is_on)
        self.rows.setRowVisible(self.they_thanked, is_on)

    def _draft(self, referred_on: date) -> ReferralDraft:
        story = self.story.value()
        chosen = next(iter(self.other.chosen()), None)
        person, other = self._form.person.id, chosen.id if chosen else self._in_the_trash()
        if story is Story.SENT_US and other is not None:
            person, other = other, person
        is_on = story is Story.SENT_ON
        outcome = self.outcome.value()
        return ReferralDraft(
            way=Way.BY_US if is_on else Way.TO_US,
            person_id=person,
            referred_on=referred_on,
            other_id=other,
            other_name="" if other is not None else self._bare_name(),
            why=self.why.text(),
            outcome=outcome if is_on and isinstance(outcome, Outcome) else Outcome.OPEN,
            we_thanked_on=None if is_on else self.we_thanked.value(),
            they_thanked_on=self.they_thanked.value() if is_on else None,
            note=self.note.toPlainText(),
        )

    def _in_the_trash(self) -> int | None:
        """Return the other side where its card is in the trash, and nobody wrote another name."""
        before, others = self._form.draft, self._form.others
        is_unchanged = not others and self._bare_name() == before.other_name.strip()
        return before.other_id if is_unchanged else None

    def _bare_name(self) -> str:
        """Return the name, also where it was typed above and nobody was chosen."""
        return self.name.text().strip() or self.other.field.text().strip()

    @Slot()
    def _on_story(self) -> None:
        self._show_rows()

    @Slot()
    def _on_other(self) -> None:
        self._show_rows()

    @override
    def save(self) -> str:
        referred_on = self.day.value()
        if referred_on is None:
            self.day.setFocus()
            return self.tr("When was it? Write the day.")
        unread = [each for each in (self.we_thanked, self.they_thanked) if not each.is_valid()]
        if unread:
            unread[0].setFocus()
            return self.tr("One day can’t be read. Correct it, then save.")
        self.other.setFocus()
        if self.story.value() is Story.SENT_US and not self.other.chosen():
            return self.tr("Who was sent to us? Choose somebody, then save.")
        return self._save_referral(self._draft(referred_on))
