"""A referral, written down: who sent whom, why, when, and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from notebook.domain.referrals import Outcome, Way
from notebook.services.phrases import filled
from notebook.services.referrals import ReferralDraft
from notebook.ui.errands.desk import Desk
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.dialog_frame import fit_above, lay_out_dialog
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
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


class ReferralDialog(QDialog):
    """The fields of a referral; `save` returns why it can't be saved.

    Attributes:
        story, other, name, why, day, outcome, we_thanked, they_thanked, note: the fields.

    Signals:
        trash_chosen(): delete this referral.
    """

    trash_chosen = Signal()

    def __init__(
        self,
        desk: Desk,
        form: ReferralForm,
        save: Callable[[ReferralDraft], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._form, self._save = form, save
        self.setWindowTitle(filled(self.tr("Referral of %1"), form.called))
        self.banner = Banner(desk.icons)
        self._make_fields(desk)
        self.trash_button = plain_button(self.tr("Delete"), desk.icons, "trash-2")
        self.trash_button.setAutoDefault(False)
        self.trash_button.setVisible(form.is_known)
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.save_button = primary_button(self.tr("Save"))
        self._lay_out()
        self._fill(form.draft, form.others)
        self.story.chosen.connect(self._on_story)
        self.other.changed.connect(self._on_other)
        self.note.submitted.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)
        self.trash_button.clicked.connect(self._on_trash)
        fit_above(self, _USUAL, parent)
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

    def _lay_out(self) -> None:
        page = Panel()
        self._rows = form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("What"), self.story)
        form.addRow(self.tr("&Who"), self.other)
        form.addRow(self.tr("Or a &name"), self.name)
        form.addRow(self.tr("Wh&y"), self.why)
        form.addRow(self.tr("Wh&en"), self.day)
        form.addRow(self.tr("Worked out"), self.outcome)
        form.addRow(self.tr("We &thanked them"), self.we_thanked)
        form.addRow(self.tr("They th&anked us"), self.they_thanked)
        form.addRow(self.tr("N&ote"), self.note)
        page.body.addLayout(form)
        head = (text_label(self.windowTitle(), "heading", wrap=True), self.banner)
        buttons = (self.trash_button, self.cancel_button, self.save_button)
        lay_out_dialog(self, head, (page,), buttons)

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
        self._show_rows()

    def _show_rows(self) -> None:
        """Show the fields that make sense: a thank-you goes the way that the favour came from."""
        story = self.story.value()
        is_on = story is Story.SENT_ON
        needs_card = story is Story.SENT_US or bool(self.other.chosen())
        self._rows.setRowVisible(self.name, not needs_card)
        self._rows.setRowVisible(self.outcome, is_on)
        self._rows.setRowVisible(self.we_thanked, not is_on)
        self._rows.setRowVisible(self.they_thanked, is_on)

    def _draft(self, referred_on: date) -> ReferralDraft:
        story = self.story.value()
        chosen = next(iter(self.other.chosen()), None)
        person, other = self._form.person.id, chosen.id if chosen else None
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

    def _bare_name(self) -> str:
        """Return the name, also where it was typed above and nobody was chosen."""
        return self.name.text().strip() or self.other.field.text().strip()

    def _refuse(self, sentence: str, field: QWidget) -> None:
        self.banner.show_message(sentence, "warn")
        field.setFocus()

    @Slot()
    def _on_story(self) -> None:
        self._show_rows()

    @Slot()
    def _on_other(self) -> None:
        self._show_rows()

    @Slot()
    def _on_save(self) -> None:
        referred_on = self.day.value()
        if referred_on is None:
            self._refuse(self.tr("When was it? Write the day."), self.day)
            return
        if self.story.value() is Story.SENT_US and not self.other.chosen():
            self._refuse(self.tr("Who was sent to us? Choose somebody, then save."), self.other)
            return
        unread = [each for each in (self.we_thanked, self.they_thanked) if not each.is_valid()]
        if unread:
            self._refuse(self.tr("One day can’t be read. Correct it, then save."), unread[0])
            return
        trouble = self._save(self._draft(referred_on))
        if trouble:
            self._refuse(trouble, self.other)
            return
        self.accept()

    @Slot()
    def _on_trash(self) -> None:
        self.trash_chosen.emit()
        self.accept()
