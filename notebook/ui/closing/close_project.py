"""The last page of a project: how it ended and why, what stays open, and a word of thanks."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import day_month
from notebook.domain.outcomes import Ending, SaidBy, Why
from notebook.services.afterwards import Afterwards
from notebook.services.outcome_words import ending_word, why_word
from notebook.services.outcomes import Closing, OutcomeDraft
from notebook.services.phrases import filled
from notebook.services.project_moments import ProjectMoment
from notebook.translate import translate
from notebook.ui.closing.deciding_moments import DecidingMoments
from notebook.ui.closing.leftovers import EndsToo, Leftovers
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts, may_leave
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.dialog_frame import fit_above, lay_out_dialog
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import set_short_text, text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.toggle_row import ToggleRow

_USUAL = (680, 700)


class CloseProject(QDialog):
    """Asks what a project's end needs; `save` returns a sentence when it can't be done.

    `older(known, most)` brings older contacts than those that are there at first.

    Attributes:
        ending, all_delivered, sent_to, whys, said_by, note, moments, leftovers, thank,
            ask_referral, ask_how: the answers.
    """

    def __init__(
        self,
        closing: Closing,
        icons: Icons,
        prompts: Prompts,
        today: date,
        save: Callable[[OutcomeDraft], str],
        older: Callable[[int, int], Sequence[ProjectMoment]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._closing, self._prompts, self._save = closing, prompts, save
        words = self.tr("How “%1” ended") if closing.is_closed else self.tr("Close “%1”")
        title = filled(words, closing.name)
        self.setWindowTitle(title)
        self.banner = Banner(icons)
        self.ending = _endings(closing.endings)
        self.all_delivered = _box(self.tr("Mark what is not delivered yet as delivered today"))
        self.all_delivered.hide()
        hint = self.tr("To whom did you refer %1? It becomes a referral")
        self.sent_to = _hidden_field(filled(hint, closing.first_name))
        self.whys = _whys()
        self.said_by = _who_says(closing.first_name)
        self.note = GrowingTextEdit(
            self.tr("In their words, or ours"), self.tr("In their words, or ours"), most=6
        )
        self.moments = DecidingMoments(closing.moments, closing.moment_count, older, today)
        self.leftovers = Leftovers(closing.promises, closing.reminders, today)
        self.ends_too = EndsToo(closing.ends_with_it.lines)
        self.thank = _box(filled(self.tr("Remind me to thank %1"), closing.first_name))
        self.ask_referral = _box(
            filled(self.tr("Remind me to ask %1 who else could use us"), closing.first_name)
        )
        self.ask_how = _box(self._how_words(today))
        self.ask_how.hide()
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        saves = self.tr("Save") if closing.is_closed else self.tr("Close the project")
        self.save_button = primary_button(saves)
        self._lay_out(title)
        self._connect()
        fit_above(self, _USUAL, parent)
        if closing.known is not None:
            self._fill_in(closing.known)
        self.ending.setFocus()
        self._begun = self._filled_in()

    def draft(self) -> OutcomeDraft | None:
        """Return what was decided; None as long as nobody said how it ended."""
        ending = self.ending.value()
        if ending is None:
            return None
        return OutcomeDraft(
            cast("Ending", ending),
            self.whys.value(),
            cast("SaidBy", self.said_by.value()),
            self.note.toPlainText(),
            self.moments.chosen(),
            self.leftovers.promises(),
            self.leftovers.reminders(),
            self._afterwards(cast("Ending", ending)),
            self.sent_to.text().strip() if ending is Ending.REFERRED_ON else "",
            all_delivered=self.all_delivered.isChecked(),
        )

    def _fill_in(self, known: OutcomeDraft) -> None:
        self.ending.set_value(known.ending)
        self.whys.set_value(known.whys)
        self.said_by.set_value(known.said_by)
        self.note.setPlainText(known.note)
        self.moments.choose(known.moment_ids)
        self._show_what_fits(known.ending)

    def _filled_in(self) -> tuple[object, ...]:
        """Return everything that would be lost, also before anybody said how it ended."""
        texts = self.note.toPlainText(), self.sent_to.text()
        choices = self.ending.value(), self.whys.value(), self.said_by.value()
        left = self.leftovers.promises(), self.leftovers.reminders()
        return *texts, *choices, *left, self.moments.chosen()

    def _lay_out(self, title: str) -> None:
        head = (text_label(title, "heading", wrap=True), self.banner)
        parts = (
            self._how_it_ended(),
            self.moments,
            self.leftovers,
            self.ends_too,
            self._what_follows(),
        )
        lay_out_dialog(self, head, parts, (self.cancel_button, self.save_button))

    def _how_it_ended(self) -> Panel:
        panel = Panel()
        for words, widget in (
            (self.tr("How did it end?"), self.ending),
            (self.tr("What decided it?"), self.whys),
            (self.tr("Who says so?"), self.said_by),
        ):
            panel.body.addWidget(text_label(words, "name"))
            panel.body.addWidget(widget)
            if widget is self.ending:
                panel.body.addWidget(self.all_delivered)
                panel.body.addWidget(self.sent_to)
        panel.body.addWidget(self.note)
        return panel

    def _what_follows(self) -> Panel:
        panel = Panel(self.tr("Afterwards"))
        for box in (self.thank, self.ask_referral, self.ask_how):
            panel.body.addWidget(box)
        return panel

    def _how_words(self, today: date) -> str:
        day = self._closing.ask_how_on or today
        words = self.tr("Remind me on %1 to ask %2 how it is working out")
        return filled(words, day_month(day, today), self._closing.first_name)

    def _afterwards(self, ending: Ending) -> Afterwards:
        asks = self.ask_how.isChecked() and ending is Ending.DELIVERED
        day = self._closing.ask_how_on if asks else None
        return Afterwards(self.thank.isChecked(), self.ask_referral.isChecked(), day)

    def _connect(self) -> None:
        self.ending.chosen.connect(self._on_ending)
        self.all_delivered.toggled.connect(self._on_all_delivered)
        self.save_button.clicked.connect(self._on_save)
        self.note.submitted.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)

    @Slot(object)
    def _on_ending(self, ending: Ending) -> None:
        """Suggest what suits the end, once; it can be unticked."""
        self.banner.clear()
        self._show_what_fits(ending)
        is_delivered, noted = ending is Ending.DELIVERED, self._closing.noted
        is_good = is_delivered or ending is Ending.REFERRED_ON
        self.thank.setChecked(is_good and not noted.thanks)
        self.ask_referral.setChecked(is_delivered and not noted.asking)
        self.ask_how.setChecked(is_delivered and not noted.how_it_works_out)
        has_more = is_delivered and bool(self._closing.ends_with_it.deliveries)
        self.all_delivered.setChecked(has_more)
        self.all_delivered.setVisible(has_more)

    @Slot(bool)
    def _on_all_delivered(self, checked: bool) -> None:  # noqa: FBT001 - a signal's argument
        ends = self._closing.ends_with_it
        self.ends_too.show_lines(ends.besides if checked else ends.lines)

    def _show_what_fits(self, ending: Ending) -> None:
        """Ask what goes with this end; who was referred on is known where it was said before."""
        known = self._closing.known
        was_sent = known is not None and known.ending is Ending.REFERRED_ON
        self.sent_to.setVisible(ending is Ending.REFERRED_ON and not was_sent)
        asks_how = ending is Ending.DELIVERED and self._closing.ask_how_on is not None
        self.ask_how.setVisible(asks_how)

    @Slot()
    def _on_save(self) -> None:
        draft = self.draft()
        trouble = self._save(draft) if draft else self.tr("How did it end? Choose one, then close.")
        if trouble:
            self.banner.show_message(trouble, "warn")
            names_nobody = self.sent_to.isVisible() and not self.sent_to.text().strip()
            (self.sent_to if names_nobody else self.ending).setFocus()
            return
        self.accept()

    @override
    def reject(self) -> None:
        """Leave the project as it is; asks first when something was filled in."""
        lost = self.tr("What you filled in about the end of this project is not saved yet.")
        if self._filled_in() == self._begun or may_leave(self._prompts, lost):
            super().reject()


def _endings(endings: Sequence[Ending]) -> ChoiceRow:
    return ChoiceRow(
        [(ending, ending_word(ending)) for ending in endings],
        translate("closing", "How did it end?"),
        tones={Ending.DELIVERED: "ok"},
        optional=False,
    )


def _whys() -> ToggleRow[Why]:
    options = [(why, why_word(why), why_word(why)) for why in Why]
    return ToggleRow(options, translate("closing", "What decided it?"))


def _who_says(first_name: str) -> ChoiceRow:
    options: list[tuple[object, str]] = [
        (SaidBy.THEY, filled(translate("closing", "%1 said so"), first_name)),
        (SaidBy.GUESS, translate("closing", "Our guess")),
    ]
    row = ChoiceRow(options, translate("closing", "Who says so?"), optional=False)
    row.set_value(SaidBy.GUESS)
    return row


def _box(words: str) -> QCheckBox:
    box = QCheckBox()
    set_short_text(box, words)
    box.setAccessibleName(words)
    return box


def _hidden_field(hint: str) -> QLineEdit:
    field = QLineEdit(placeholderText=hint)
    field.setAccessibleName(hint)
    field.hide()
    return field
