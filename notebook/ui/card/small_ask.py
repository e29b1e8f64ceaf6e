"""The one small question of a card, answered in place, or put away."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from notebook.domain.moments import Channel
from notebook.domain.small_questions import SmallQuestion
from notebook.domain.text import short_name
from notebook.services.cards import PersonCard
from notebook.services.small_questions import RHYTHMS, Answer, question_words, rhythm_choice
from notebook.services.words import channel_word
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.partial_date_edit import PartialDateEdit


class SmallAsk(CardPanel):
    """A quiet line: the question, a field or a few choices, and two ways to be left alone.

    Attributes:
        text, date, choice: the fields; one of them is shown.
        save_button, none_button, later_button, never_button: what can be done.

    Signals:
        answered(SmallQuestion, object): this was the answer.
        put_off(SmallQuestion), put_away(SmallQuestion): not now, and never.
    """

    answered = Signal(object, object)
    put_off = Signal(object)
    put_away = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(translate("card", "A small question"))
        self._shown: tuple[int, SmallQuestion] | None = None
        self._none = ""
        self._question = text_label("", wrap=True)
        self.text = QLineEdit()
        self.date = PartialDateEdit(translate("card", "Birthday"))
        self.choice = ChoiceRow([], compact=True)
        self.save_button = link_button(translate("card", "Save"), second=True)
        self.none_button = link_button(translate("card", "No"), second=True)
        self.later_button = link_button(translate("card", "Not now"), second=True, calm=True)
        self.never_button = link_button(translate("card", "Don’t ask"), second=True, calm=True)
        self._lay_out()
        self._connect()

    @property
    def has_text(self) -> bool:
        """Whether an answer was begun that is not kept."""
        return bool(self.text.text().strip()) or self.date.value() is not None

    def forget_text(self) -> None:
        """Empty the fields."""
        self.text.clear()
        self.date.set_value(None)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the question of a card; what is being typed about the same one stays."""
        question = card.small_question
        self.setHidden(question is None)
        now = None if question is None else (card.id, question)
        if now == self._shown:
            return
        self._shown = now
        if question is not None:
            self._ask(question, short_name(card.given_name, card.name))

    def _ask(self, question: SmallQuestion, called: str) -> None:
        words = question_words(question, called)
        self._none = words.none
        self._question.setText(words.question)
        self._offer(question)
        is_date = question is SmallQuestion.BIRTHDAY
        is_choice = question in (SmallQuestion.CHANNEL, SmallQuestion.RHYTHM)
        for widget, is_shown in (
            (self.date, is_date),
            (self.choice, is_choice),
            (self.text, not is_date and not is_choice),
            (self.save_button, not is_choice),
            (self.none_button, bool(words.none)),
        ):
            widget.setVisible(is_shown)
        self.forget_text()
        self.text.setPlaceholderText(words.hint)
        self.text.setAccessibleName(words.question)
        self.none_button.setAccessibleName(words.none)
        for button in (self.later_button, self.never_button):
            button.setAccessibleDescription(words.question)

    def _offer(self, question: SmallQuestion) -> None:
        if question is SmallQuestion.CHANNEL:
            self.choice.set_options([(channel, channel_word(channel)) for channel in Channel])
        elif question is SmallQuestion.RHYTHM:
            self.choice.set_options([(days, rhythm_choice(days)) for days in RHYTHMS])
        self.choice.set_value(None)
        self.choice.set_name(self._question.text())

    def _lay_out(self) -> None:
        self.title_row.setContentsMargins(0, 0, 0, 0)
        answer = QHBoxLayout()
        answer.setSpacing(8)
        answer.addWidget(self.text, 1)
        answer.addWidget(self.date, 1)
        answer.addWidget(self.choice, 1)
        answer.addWidget(self.save_button)
        answer.addWidget(self.none_button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._question, 0, 0)
        grid.addLayout(answer, 1, 0, 1, 3)  # Tab follows this order: the answer first
        grid.addWidget(self.later_button, 0, 1)
        grid.addWidget(self.never_button, 0, 2)
        self.body.addLayout(grid)

    def _connect(self) -> None:
        self.text.returnPressed.connect(self._on_save)
        self.date.day.returnPressed.connect(self._on_save)
        self.date.year.returnPressed.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.choice.chosen.connect(self._answer)
        self.none_button.clicked.connect(lambda: self._answer(self._none))
        self.later_button.clicked.connect(lambda: self._put(later=True))
        self.never_button.clicked.connect(lambda: self._put(later=False))

    def _put(self, *, later: bool) -> None:
        if self._shown is not None:
            (self.put_off if later else self.put_away).emit(self._shown[1])

    @Slot(object)
    def _answer(self, answer: Answer | None) -> None:
        if self._shown is not None and answer is not None:
            self.answered.emit(self._shown[1], answer)

    @Slot()
    def _on_save(self) -> None:
        if not self.date.isHidden():
            if self.date.value() is None:
                self.date.setFocus()
            self._answer(self.date.value())
        elif self.text.text().strip():
            self._answer(self.text.text())
        else:
            self.text.setFocus()
