"""Promises, open questions and contacts of a project, on panels of their own."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout
from typing_extensions import override

from notebook.domain.dates_in_words import day_month, day_within, relative_day
from notebook.domain.projects import ProjectState
from notebook.domain.promises import PromiseState, Side
from notebook.domain.text import excerpt
from notebook.services.phrases import filled
from notebook.services.project_moments import ProjectMoment
from notebook.services.project_page import ProjectPage, ProjectPromise
from notebook.services.promise_words import outcome_word
from notebook.services.words import channel_word, side_word
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.pages.project_panel import DATE_WIDTH, FEW, TOP, ProjectPanel
from notebook.ui.widgets.buttons import icon_button, link_button
from notebook.ui.widgets.chips import Tag, Tone
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.new_questions import NewQuestions

_LONGEST_MOMENT = 240  # characters


class ProjectPromises(ProjectPanel):
    """Promises of the project: what we need from them, or what was promised besides.

    Signals:
        kept(int): this promise was kept.
    """

    kept = Signal(object)

    def __init__(self, icons: Icons, title: str, *, needs: bool) -> None:
        super().__init__(icons, title)
        self._needs = needs

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        promises = page.needs if self._needs else page.other_promises
        for promise in self.first(promises):
            row = self.add_row()
            row.addWidget(self._tag(promise, today), 0, TOP)
            row.addWidget(text_label(self._words(promise, page), wrap=True), 1, TOP)
            if promise.state is PromiseState.OPEN:
                row.addWidget(self._keep_button(promise), 0, TOP)
        return bool(promises)

    def _tag(self, promise: ProjectPromise, today: date) -> Tag:
        if promise.state is not PromiseState.OPEN:
            return Tag(outcome_word(promise.state), _state_tone(promise.state))
        tone: Tone = "warn" if promise.side is Side.OURS else "calm"
        words = [] if self._needs else [side_word(promise.side)]
        if promise.due_on is not None:
            words.append(
                day_within(promise.due_on, today) if words else relative_day(promise.due_on, today)
            )
            tone = "bad" if promise.due_on < today else tone
        return Tag(", ".join(words) or translate("project", "open"), tone)

    def _words(self, promise: ProjectPromise, page: ProjectPage) -> str:
        if promise.person_id == page.person_id:
            return promise.text
        return filled(translate("project", "%1 (%2)"), promise.text, promise.person_name)

    def _keep_button(self, promise: ProjectPromise) -> QPushButton:
        button = link_button(translate("project", "Kept"), second=True)
        button.setAccessibleName(filled(translate("project", "Kept: %1"), promise.text))
        button.clicked.connect(lambda: self.kept.emit(promise.id))
        return button


class LeftOpen(ProjectPanel):
    """The questions without an answer, each one click away from being asked.

    Attributes:
        new: the questions that were added to the checklist since.

    Signals:
        asked(str): answer the question of this key.
    """

    asked = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, translate("project", "Left open at the start"))
        self.new = NewQuestions(icons)
        self.body.addWidget(self.new)

    def offer_new(self, questions: Sequence[str]) -> None:
        """Offer what was added since, of the project that is shown next."""
        self.new.show_questions(questions)

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        for question in self.first(page.left_open):
            row = self.add_row()
            ask = link_button(translate("project", "Ask"))
            ask.setAccessibleName(filled(translate("project", "Ask: %1"), question.text))
            ask.clicked.connect(lambda _=False, key=question.key: self.asked.emit(key))
            row.addWidget(text_label(question.text, wrap=True), 1)
            row.addWidget(ask, 0, TOP)
            ask.setHidden(page.state is ProjectState.CLOSED)
        return bool(page.left_open or not self.new.isHidden()) and page.agreed_on is not None


class RecentMoments(ProjectPanel):
    """The last contacts about the project; `older(project, number)` brings those before them.

    Signals:
        chosen(int): correct this contact.
    """

    chosen = Signal(object)

    def __init__(self, icons: Icons, older: Callable[[int, int], Sequence[ProjectMoment]]) -> None:
        super().__init__(icons, translate("project", "Recent moments"))
        self._older = older

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        wanted = self._most - FEW
        older = self._older(page.id, wanted) if wanted else ()
        moments = (*page.recent_moments, *older)
        for moment in moments:
            self._show(moment, today)
        self.offer(page.moment_count - sum(not moment.is_planned for moment in moments))
        return bool(moments)

    def _show(self, moment: ProjectMoment, today: date) -> None:
        day = text_label(day_month(moment.day, today), "second")
        day.setMinimumWidth(DATE_WIDTH)
        words = QVBoxLayout()
        words.setSpacing(1)
        text = excerpt(moment.text or moment.their_words, _LONGEST_MOMENT)
        words.addWidget(text_label(text or channel_word(moment.channel), wrap=True))
        people = ", ".join((channel_word(moment.channel), *moment.people))
        if moment.is_planned:
            people = filled(translate("project", "To come · %1"), people)
        words.addWidget(text_label(people, "second", wrap=True))
        correct = icon_button(
            self._icons,
            "pen-line",
            filled(
                translate("project", "Change the plan for %1")
                if moment.is_planned
                else translate("project", "Correct the contact of %1"),
                day_month(moment.day, today),
            ),
        )
        correct.clicked.connect(lambda: self.chosen.emit(moment.id))
        row = self.add_row(10)
        row.addWidget(day, 0, TOP)
        row.addLayout(words, 1)
        row.addWidget(correct, 0, TOP)


def _state_tone(state: PromiseState) -> Tone:
    tones: dict[PromiseState, Tone] = {PromiseState.KEPT: "ok", PromiseState.BROKEN: "bad"}
    return tones.get(state, "plain")
