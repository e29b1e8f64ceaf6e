"""Log a contact: one box and Enter; the rest is prefilled and can be changed."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from PySide6.QtCore import Qt, QTime, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.moments import Channel, Direction
from notebook.domain.text import first_name
from notebook.services.moments import MomentDraft
from notebook.services.phrases import filled
from notebook.services.words import channel_word
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.fields import time_field
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.people_chooser import AddPerson, ChosenPerson, FindPeople, PeopleChooser
from notebook.ui.widgets.promise_rows import PromiseRows
from notebook.ui.widgets.scrolling import scrolling


class LogSheet(QDialog):
    """One contact on one sheet.

    `save` is called with the finished draft and returns a sentence when it can't be saved, which
    the sheet shows; an empty one closes it. Nothing typed is lost meanwhile, and Escape asks first.

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
        title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save, self._prompts = save, prompts
        self._project_id: int | None = None
        self._said_before: object = None
        heading = title or self.tr("Log a contact")
        self.setWindowTitle(heading)
        self.title = text_label(heading, "heading")
        self.banner = Banner(icons)
        self.people = PeopleChooser(icons, self.tr("With whom"), find, add)
        self.text = GrowingTextEdit(
            self.tr("What happened"),
            self.tr("What happened?"),
            least=2,
            most=8,
            single_line_submit=True,
        )
        self.channel = ChoiceRow([(channel, channel_word(channel)) for channel in Channel])
        self.channel.setAccessibleName(self.tr("Channel"))
        self.direction = ChoiceRow(
            [(Direction.WE, self.tr("We began")), (Direction.THEY, self.tr("They began"))]
        )
        self.direction.setAccessibleName(self.tr("Who began"))
        self.day = OptionalDateEdit(icons, now.date(), self.tr("Day"))
        self.time = time_field(self.tr("Time"))
        self.their_words_label = text_label("", "name")
        self.their_words = GrowingTextEdit(
            self.tr("What they said"), self.tr("In their own words"), least=1, most=6
        )
        self.promises = PromiseRows(icons, now.date())
        self.save_button = primary_button(self.tr("Save"))
        self.save_button.setDefault(True)
        self.cancel_button = plain_button(self.tr("Cancel"))
        self._lay_out()
        self._connect()
        self.resize(620, 560)

    def begin(self, draft: MomentDraft, people: Sequence[ChosenPerson]) -> None:
        """Show what is known already; the cursor waits in the one box."""
        self._project_id = draft.project_id
        self.people.set_chosen(people)
        self.text.setPlainText(draft.text)
        self.channel.set_value(draft.channel)
        self.direction.set_value(draft.direction)
        self.day.set_value(draft.day)
        at = draft.at or time(12, 0)
        self.time.setTime(QTime(at.hour, at.minute))
        self.their_words.setPlainText(draft.their_words)
        self._said_before = self._said()
        self._on_people_changed()
        start: QWidget = self.text if people else self.people.field
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> MomentDraft:
        """Return what stands on the sheet."""
        at = self.time.time()
        return MomentDraft(
            person_ids=tuple(person.id for person in self.people.chosen()),
            channel=Channel(str(self.channel.value() or Channel.CALL)),
            direction=Direction(str(self.direction.value() or Direction.WE)),
            day=self.day.value() or date.min,
            at=time(at.hour(), at.minute()),
            text=self.text.toPlainText(),
            their_words=self.their_words.toPlainText(),
            project_id=self._project_id,
            promises=self.promises.drafts(),
        )

    def _said(self) -> object:
        """Return what was typed, as opposed to chosen."""
        draft = self.draft()
        promised = tuple(promise.text for promise in draft.promises)
        return draft.text, draft.their_words, promised, self.people.field.text()

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
            self.direction,
        ):
            column.addWidget(widget)
        column.addLayout(when)
        column.addSpacing(6)
        column.addWidget(self.their_words_label)
        column.addWidget(self.their_words)
        column.addWidget(self.promises)
        column.addStretch(1)
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
        outer.addWidget(scrolling(inside), 1)
        outer.addLayout(buttons)

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._on_save)
        self.text.submitted.connect(self._on_save)
        self.their_words.submitted.connect(self._on_save)
        self.people.changed.connect(self._on_people_changed)
        for keys in ("Ctrl+Return", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_save)

    @Slot()
    def _on_people_changed(self) -> None:
        people = self.people.chosen()
        words = self.tr("What they said")
        if len(people) == 1:
            words = filled(self.tr("What %1 said"), first_name(people[0].name))
        self.their_words_label.setText(words)

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
        trouble = self._save(self.draft())
        if trouble:
            self.banner.show_message(trouble, "warn")
            return
        self.saved.emit()
        self.accept()

    @override
    def reject(self) -> None:
        """Close without saving; asks first when something was typed."""
        if self._said() == self._said_before or self._prompts.confirm(
            self.tr("Leave without saving?"),
            self.tr("What you typed about this contact is not saved yet."),
            self.tr("Leave without saving"),
        ):
            super().reject()
