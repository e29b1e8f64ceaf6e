"""Log a contact, or plan one: one box and Enter; the rest is prefilled and can be changed."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.moments import Channel, Direction, is_to_come
from notebook.domain.quick_words import QuickWords
from notebook.domain.text import first_name
from notebook.services.moments import MomentDraft
from notebook.services.phrases import filled
from notebook.services.words import channel_word
from notebook.ui.dialogs.log_more import LogMore, MoreTools
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts, may_leave
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.channel_notice import AskAboutChannel, ChannelNotice
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.file_drops import FileDrops
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.people_chooser import AddPerson, ChosenPerson, FindPeople, PeopleChooser
from notebook.ui.widgets.promise_rows import PromiseRows
from notebook.ui.widgets.scrolling import scrolling
from notebook.ui.widgets.time_edit import OptionalTimeEdit


class LogSheet(QDialog):
    """One moment on one sheet: a day that lies ahead makes a plan of it, where `plan_title` is given.

    `save` is called with the finished draft and returns a sentence when it can't be saved, which
    the sheet shows; an empty one closes it. Nothing typed is lost meanwhile, and Escape asks first.

    Attributes:
        is_plan: whether what stands on the sheet is still to come.

    Signals:
        saved(): the contact is in the notebook.
    """

    saved = Signal()

    def __init__(
        self,
        icons: Icons,
        find: FindPeople,
        add: AddPerson,
        save: Callable[[MomentDraft], str],
        now: datetime,
        prompts: Prompts,
        *,
        more: MoreTools,
        words: QuickWords,
        title: str = "",
        plan_title: str = "",
        about_channel: AskAboutChannel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save, self._prompts = save, prompts
        self._now, self._agenda = now, ""
        self.is_plan = False
        self._said_before: object = None
        self._headings = title or self.tr("Log a contact"), plan_title
        self.setWindowTitle(self._headings[0])
        self.title = text_label(self._headings[0], "heading")
        self.banner = Banner(icons)
        self.people = PeopleChooser(icons, self.tr("With whom"), find, add)
        self.text = self._one_box()
        channels = [(channel, channel_word(channel)) for channel in Channel]
        self.channel = ChoiceRow(channels, self.tr("Channel"))
        self.notice = ChannelNotice(about_channel)
        self.direction = ChoiceRow(
            [(Direction.WE, self.tr("We began")), (Direction.THEY, self.tr("They began"))],
            self.tr("Who began"),
        )
        self.day = OptionalDateEdit(icons, now.date(), self.tr("Day"))
        self.time = OptionalTimeEdit(words, self.tr("Time"))
        self.their_words_label = text_label("", "name")
        self.their_words = GrowingTextEdit(
            self.tr("What they said"), self.tr("In their own words"), least=1, most=6
        )
        self.read_back = QCheckBox(self.tr("We read it back, and they agreed"))
        self.more = LogMore(more)
        self.drops = FileDrops(self)
        self.promises = PromiseRows(icons, now.date())
        self.save_button = primary_button(self.tr("Save"))
        self.save_button.setDefault(True)
        self.cancel_button = plain_button(self.tr("Cancel"))
        self._lay_out()
        self._connect()
        self.resize(660, 600)

    def begin(self, draft: MomentDraft, people: Sequence[ChosenPerson]) -> None:
        """Show what is known already; the cursor waits in the one box."""
        self._agenda = draft.agenda
        self.people.set_chosen(people)
        self.channel.set_value(draft.channel)
        self.direction.set_value(draft.direction)
        self.day.set_value(draft.day)
        self.time.set_value(draft.at)
        self.their_words.setPlainText(draft.their_words)
        self.read_back.setChecked(draft.is_read_back)
        self.more.set_person(people[0].id if people else None)
        self.more.begin(draft)
        self._show_what_it_is()
        self.text.setPlainText(draft.agenda if self.is_plan else draft.text)
        self._said_before = self._said()
        self._on_people_changed()
        start: QWidget = self.text if people else self.people.field
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> MomentDraft:
        """Return what stands on the sheet."""
        text = self.text.toPlainText()
        draft = MomentDraft(
            person_ids=tuple(person.id for person in self.people.chosen()),
            channel=Channel(str(self.channel.value() or Channel.CALL)),
            direction=Direction(str(self.direction.value() or Direction.WE)),
            day=self.day.value() or date.min,
            at=self.time.value(),
            text="" if self.is_plan else text,
            their_words=self.their_words.toPlainText(),
            promises=self.promises.drafts(),
            agenda=text if self.is_plan else self._agenda,
            is_read_back=self.read_back.isChecked() and self.has_their_words(),
        )
        return self.more.put_into(draft)

    def has_their_words(self) -> bool:
        """Return whether something stands in the field for their own words."""
        return bool(self.their_words.toPlainText().strip())

    def _one_box(self) -> GrowingTextEdit:
        name, hint = self.tr("What happened"), self.tr("What happened?")
        return GrowingTextEdit(name, hint, least=2, most=8, single_line_submit=True)

    def _said(self) -> object:
        """Return what was typed, as opposed to chosen."""
        draft = self.draft()
        promised = tuple(promise.text for promise in draft.promises)
        said = self.more.said()
        typed = self.text.toPlainText(), draft.their_words, promised, self.people.field.text()
        when = draft.day, self.time.is_valid(), draft.at, said.minutes
        return *typed, *when, draft.person_ids, said.place, said.files

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(22, 20, 22, 12)
        column.setSpacing(8)
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(self.day)
        when.addWidget(self.time)
        when.addStretch(1)
        for widget in (
            self.title,
            self.banner,
            self.people,
            self.text,
            self.channel,
            self.notice,
            self.direction,
        ):
            column.addWidget(widget)
        column.addLayout(when)
        column.addSpacing(6)
        column.addWidget(self.their_words_label)
        column.addWidget(self.their_words)
        column.addWidget(self.read_back)
        column.addWidget(self.promises)
        column.addWidget(self.more)
        column.addStretch(1)
        self.drops.let_in(self, self.text, self.their_words)
        hint = text_label(self.tr("Enter saves, Shift+Enter begins a new line"), "small")
        buttons = QHBoxLayout()
        buttons.setContentsMargins(22, 8, 22, 16)
        buttons.setSpacing(8)
        buttons.addWidget(hint, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._scroll = scrolling(inside)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(buttons)

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._on_save)
        self.text.submitted.connect(self._on_save)
        self.their_words.submitted.connect(self._on_save)
        self.people.changed.connect(self._on_people_changed)
        self.channel.chosen.connect(self._on_channel)
        self.day.changed.connect(self._show_what_it_is)
        self.time.changed.connect(self._show_what_it_is)
        self.their_words.textChanged.connect(self._show_what_it_is)
        self.drops.dropped.connect(self.more.add_files)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_in_view)
        for keys in ("Ctrl+Return", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_save)

    @Slot()
    def _on_people_changed(self) -> None:
        people = self.people.chosen()
        words = self.tr("What they said")
        if len(people) == 1:
            words = filled(self.tr("What %1 said"), first_name(people[0].name))
        self.their_words_label.setText(words)
        self.more.set_person(people[0].id if people else None)
        self._on_channel()

    @Slot()
    def _on_channel(self) -> None:
        self.notice.look(self.people.chosen(), self.channel.value())

    @Slot()
    def _keep_in_view(self) -> None:
        """Stay with the field that has the cursor when the sheet grows around it."""
        field = self.focusWidget()
        if field is not None and self._scroll.isAncestorOf(field):
            self._scroll.ensureWidgetVisible(field, 0, 12)

    @Slot()
    def _show_what_it_is(self) -> None:
        """Show a plan, or a contact; what was typed stays in sight either way."""
        day = self.day.value()
        ahead = day is not None and is_to_come(day, self.time.value(), self._now)
        self.is_plan = ahead and bool(self._headings[1])
        self.title.setText(self._headings[self.is_plan])
        self.setWindowTitle(self._headings[self.is_plan])
        hints = self.tr("What happened?"), self.tr("What to talk about?")
        self.text.setPlaceholderText(hints[self.is_plan])
        self.save_button.setText(self.tr("Plan") if self.is_plan else self.tr("Save"))
        has_words = self.has_their_words()
        self.direction.setHidden(self.is_plan)
        for widget in (self.their_words_label, self.their_words):
            widget.setHidden(self.is_plan and not has_words)
        self.read_back.setVisible(has_words)
        self.promises.setHidden(self.is_plan and not self.promises.drafts())

    @Slot()
    def _on_save(self) -> None:
        if self.people.field.text().strip():
            self.banner.show_message(
                self.tr("Press Enter to choose whom you mean, or empty the field. Then save."),
                "warn",
            )
            self.people.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.people.chosen():
            self.banner.show_message(
                self.tr("With whom was it? Choose somebody, then save."), "warn"
            )
            self.people.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.day.value() is None:
            self.banner.show_message(self.tr("On which day was it?"), "warn")
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.time.is_valid():
            self.banner.show_message(self.tr("At what time? Write it like this: 9:30."), "warn")
            self.time.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        trouble = self._save(self.draft())
        if trouble:
            self.banner.show_message(trouble, "warn")
            return
        self.saved.emit()
        self.accept()

    @override
    def reject(self) -> None:
        """Close without saving; asks first when something was typed."""
        lost = self.tr("What you typed about this contact is not saved yet.")
        if self._said() == self._said_before or may_leave(self._prompts, lost):
            super().reject()
