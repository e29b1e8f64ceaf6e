"""Asking again: on which day, and what they say then."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from notebook.domain.moments import Channel
from notebook.services.concern_page import ConcernPage
from notebook.services.concerns import Answer
from notebook.services.phrases import filled
from notebook.services.project_words import by_channel
from notebook.ui.icons import Icons
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.pick_button import PickButton
from notebook.ui.widgets.wrapping_label import WrappingLabel

_CHANNELS = (Channel.CALL, Channel.MEETING, Channel.VISIT, Channel.EMAIL, Channel.MESSAGE)


class FollowUp(Panel):
    """Whether it is right now; how they were asked shows once they were.

    Attributes:
        day, answer, channel, words: the fields.
        last_time: what they said when it was not right yet.
    """

    def __init__(
        self, page: ConcernPage, icons: Icons, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Is it right now?"))
        self._was_asked = page.standing.followed_up_on is not None
        self.day = OptionalDateEdit(icons, today, self.tr("Ask again on"))
        self.day.set_value(page.standing.follow_up_on)
        self.answer = ChoiceRow(
            [
                (Answer.NOT_ASKED, self.tr("Not asked yet")),
                (Answer.NOT_YET, self.tr("Not yet")),
                (Answer.RIGHT, self.tr("It is right now")),
            ],
            self.tr("Is it right now?"),
            tones={Answer.NOT_YET: "warn", Answer.RIGHT: "ok"},
            compact=True,
            optional=False,
        )
        self.answer.set_value(Answer.RIGHT if self._was_asked else Answer.NOT_ASKED)
        self.channel = PickButton(
            self.tr("How"), [(channel, by_channel(channel)) for channel in _CHANNELS]
        )
        self.words = GrowingTextEdit(
            filled(self.tr("What %1 says about it"), page.first_name),
            filled(self.tr("In the words of %1"), page.first_name),
            most=4,
        )
        self.words.setPlainText(page.follow_up_words if self._was_asked else "")
        said = filled(self.tr("Last time: “%1”"), page.follow_up_words)
        self.last_time = WrappingLabel(said, "second")
        self.last_time.setHidden(self._was_asked or not page.follow_up_words.strip())
        line = FlowLayout(gap=8, line_gap=6)
        for part in (
            text_label(self.tr("Ask on"), "soft"),
            self.day,
            self.answer,
            self.channel,
        ):
            line.addWidget(part)
        self.body.addWidget(self.last_time)
        self.body.addLayout(line)
        self.body.addWidget(self.words)
        self.answer.chosen.connect(self._on_answer)
        self._on_answer()

    def lock(self) -> None:
        """Let it only be read."""
        self.words.setReadOnly(True)
        for part in (self.day, self.answer, self.channel):
            part.setEnabled(False)

    @Slot()
    def _on_answer(self) -> None:
        is_asked = self.answer.value() is not Answer.NOT_ASKED
        self.words.setVisible(is_asked)
        self.channel.setVisible(is_asked and not self._was_asked)
