"""Asking a customer whether they get what they expected: first answers beside today's."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.check_ins import Grade
from notebook.domain.dates_in_words import day_month, relative_day
from notebook.domain.moments import Channel
from notebook.services.check_ins.sheet import CheckInDraft, SheetContent
from notebook.services.check_ins.words import occasion_phrase
from notebook.services.phrases import filled
from notebook.services.project_words import by_channel
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.also_said import AlsoSaid
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.check_in_end import CheckInEnd
from notebook.ui.widgets.check_in_rows import CheckInRows
from notebook.ui.widgets.concern_offer import ConcernOffer
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.dialog_frame import fit_above
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import divider
from notebook.ui.widgets.pick_button import PickButton
from notebook.ui.widgets.scrolling import scrolling

_USUAL = (1200, 760)
_ANOTHER_DAY = "another-day"
_DAYS_BACK = 6
_CHANNELS = (
    Channel.MEETING,
    Channel.CALL,
    Channel.VISIT,
    Channel.EMAIL,
    Channel.MESSAGE,
    Channel.LETTER,
    Channel.FAX,
)

SaveCheckIn = Callable[[CheckInDraft, bool], str]
"""Saves a check-in, and does what it offers about its concern if told so.

Returns a sentence when it can't be saved, an empty text when it is.
"""
KeepCheckIn = Callable[[CheckInDraft, bool], str]
"""Lays a check-in aside, and whether the concern that it offers is not wanted."""


class CheckInSheet(QDialog):
    """One check-in on one sheet; what was typed is laid aside when it is closed.

    Args:
        save: saves the check-in; the sheet closes unless a sentence comes back.
        keep: lays it aside as it stands.

    Signals:
        trash_chosen(): it is not wanted any more, saved or laid aside.
    """

    trash_chosen = Signal()

    def __init__(
        self,
        content: SheetContent,
        icons: Icons,
        prompts: Prompts,
        today: date,
        save: SaveCheckIn,
        keep: KeepCheckIn,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._content, self._prompts, self._today = content, prompts, today
        self._save, self._keep = save, keep
        draft = content.draft
        title = filled(self.tr("Check-in on %1"), content.project_name)
        self.setWindowTitle(title)
        self.title = text_label(title, "title", wrap=True)
        self.person = PickButton(self.tr("With"), [(each.id, each.name) for each in content.people])
        self.day = PickButton(self.tr("Day"), self._days(draft.asked_on))
        self.other_day = OptionalDateEdit(icons, today, self.tr("Another day"))
        self.channel = PickButton(
            self.tr("How"), [(channel, by_channel(channel)) for channel in _CHANNELS]
        )
        self.occasion = PickButton(self.tr("When"), self._occasions())
        self.banner = Banner(icons)
        self.rows = CheckInRows(draft.lines, content.agreed_anew)
        self._end = CheckInEnd(content.we_expected)
        self.more, self.ours = self._end.more, self._end.ours
        self.also_said = AlsoSaid(content.also_said)
        self.offer = ConcernOffer(content.concern, icons)
        self.later_button = plain_button(
            self.tr("Cancel") if content.is_saved else self.tr("Later")
        )
        self.save_button = primary_button(self.tr("Save check-in"))
        self.trash_button = plain_button(self.tr("Move to trash"), icons, "trash-2")
        self.trash_button.setHidden(content.check_in_id is None)
        for button in (self.later_button, self.save_button, self.trash_button):
            button.setAutoDefault(button is self.save_button)
        self._fill(draft)
        self._lay_out()
        self._connect()
        self._take_size(parent)
        self._say_names()
        self._begun = (self.draft(), self.offer.declines())

    def draft(self) -> CheckInDraft:
        """Return the check-in as it stands on the sheet."""
        day = self.day.value()
        asked_on = self.other_day.value() if day == _ANOTHER_DAY else day
        return replace(
            self._content.draft,
            person_id=cast("int", self.person.value()),
            asked_on=asked_on if isinstance(asked_on, date) else self._content.draft.asked_on,
            channel=Channel(str(self.channel.value())),
            plan_id=cast("int | None", self.occasion.value()),
            lines=self.rows.lines(),
            more_words=self.more.toPlainText(),
            our_grade=cast("Grade | None", self.ours.value()),
        )

    def _days(self, asked_on: date) -> list[tuple[object, str]]:
        days = [self._today - timedelta(days=back) for back in range(_DAYS_BACK + 1)]
        if asked_on not in days:
            days.append(asked_on)
        words = [(day, _day_phrase(day, self._today)) for day in days]
        return [*words, (_ANOTHER_DAY, self.tr("another day…"))]

    def _occasions(self) -> list[tuple[object, str]]:
        planned = [(plan, occasion_phrase(each)) for plan, each in self._content.occasions]
        return [*planned, (None, occasion_phrase(None))]

    def _fill(self, draft: CheckInDraft) -> None:
        self.person.set_value(draft.person_id)
        self.day.set_value(draft.asked_on)
        self.other_day.set_value(draft.asked_on)
        self.other_day.hide()
        self.channel.set_value(draft.channel)
        self.occasion.set_value(draft.plan_id)
        self.more.setPlainText(draft.more_words)
        self.ours.set_value(draft.our_grade)

    def _lay_out(self) -> None:
        line = FlowLayout(gap=2, line_gap=2)
        for part in (
            text_label(self.tr("with"), "soft"),
            self.person,
            text_label("·", "soft"),
            self.day,
            self.other_day,
            text_label("·", "soft"),
            self.channel,
            text_label("·", "soft"),
            self.occasion,
        ):
            line.addWidget(part)
        head = QVBoxLayout()
        head.setContentsMargins(36, 22, 36, 8)
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addLayout(line)
        head.addWidget(self.banner)
        ground = QWidget()
        around = QVBoxLayout(ground)
        around.setContentsMargins(36, 8, 36, 8)
        around.setSpacing(12)
        around.addWidget(self._card())
        around.addWidget(self.also_said)
        around.addStretch(1)
        self._area = scrolling(ground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self._area, 1)
        outer.addLayout(self._foot())

    def _card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "panel")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(22, 18, 22, 18)
        inside.setSpacing(12)
        inside.addWidget(self.rows)
        inside.addWidget(divider())
        inside.addWidget(self._end)
        return card

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(36, 8, 36, 20)
        foot.setSpacing(8)
        foot.addWidget(self.trash_button)
        foot.addWidget(self.offer, 1)
        foot.addWidget(self.later_button)
        foot.addWidget(self.save_button)
        return foot

    def _connect(self) -> None:
        self.person.chosen.connect(self._say_names)
        self.day.chosen.connect(self._on_day)
        self.rows.changed.connect(self._show_offer)
        self.later_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._on_save)
        self.trash_button.clicked.connect(self._on_trash)
        for keys in ("Ctrl+Return", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_save)

    def _take_size(self, parent: QWidget | None) -> None:
        fit_above(self, _USUAL, parent)
        first = self.rows.rows[0].said if self.rows.rows else self.more
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _say_names(self) -> None:
        name = self._content.asked(cast("int", self.person.value())).first_name
        self.rows.say_headings(day_month(self._content.said_on, self._today), name)
        self.more.setPlaceholderText(filled(self.tr("In the words of %1"), name))
        self._show_offer()

    @Slot()
    def _show_offer(self) -> None:
        name = self._content.asked(cast("int", self.person.value())).first_name
        self.offer.show_draft(self.draft(), name)

    @Slot(object)
    def _on_day(self, day: object) -> None:
        self.other_day.setVisible(day == _ANOTHER_DAY)
        if day == _ANOTHER_DAY:
            self.other_day.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_save(self) -> None:
        if self.day.value() == _ANOTHER_DAY and self.other_day.value() is None:
            self.banner.show_message(self.tr("On which day was it?"), "warn")
            self.other_day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        trouble = self._save(self.draft(), self.offer.accepts())
        if trouble:
            self.banner.show_message(trouble, "warn")
            return
        self.accept()

    @Slot()
    def _on_trash(self) -> None:
        self.accept()
        self.trash_chosen.emit()

    @override
    def reject(self) -> None:
        draft, declines = self.draft(), self.offer.declines()
        if (draft, declines) == self._begun:
            super().reject()
        elif self._content.is_saved:
            if self._prompts.confirm(
                self.tr("Leave without saving?"),
                self.tr("What you changed on this check-in is lost."),
                self.tr("Leave"),
            ):
                super().reject()
        elif trouble := self._keep(draft, declines):
            self.banner.show_message(trouble, "warn")
        else:
            super().reject()


def _day_phrase(day: date, today: date) -> str:
    words = relative_day(day, today)
    return words[:1].lower() + words[1:] if abs((day - today).days) <= 1 else words
