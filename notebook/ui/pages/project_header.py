"""The head of a project: what it is, for whom, how far it has come, and the ways on."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from notebook.domain.dates_in_words import day_month
from notebook.domain.projects import ProjectState
from notebook.services.phrases import filled
from notebook.services.project_page import ProjectPage
from notebook.services.project_states import states_after
from notebook.services.words import state_word
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import icon_button, link_button, plain_button, primary_button
from notebook.ui.widgets.chips import Tag
from notebook.ui.widgets.heading_row import HeadingRow
from notebook.ui.widgets.labels import escape_mnemonic, text_label


class ProjectHeader(HeadingRow):
    """Name and dates at the left, state and buttons at the right.

    Attributes:
        log_action, plan_action, reminder_action, concern_action, trash_action: what the menu offers besides.

    Signals:
        person_chosen(): the link.
        report_chosen(), check_in_chosen(), questions_chosen(): the buttons.
        state_chosen(ProjectState): the project has come so far.
    """

    person_chosen = Signal()
    report_chosen = Signal()
    check_in_chosen = Signal()
    questions_chosen = Signal()
    state_chosen = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = text_label("", "title", wrap=True, selectable=True)
        self.person: QPushButton = link_button("", second=True)
        self.dates = text_label("", "second", wrap=True)
        self.state_button: QPushButton = plain_button("")
        self.state_button.setProperty("menu", "true")
        self.state_menu = QMenu(self)
        self.state_button.setMenu(self.state_menu)
        self.concern_tag = Tag(self.tr("Concern open"), "bad")
        self.report_button = plain_button(self.tr("Report"), icons, "send")
        self.check_in_button = primary_button(
            self.tr("Check in"), icons, "message-circle-question-mark"
        )
        self.questions_button = primary_button(
            self.tr("Continue the questions"), icons, "clipboard-list"
        )
        self.log_action = QAction(icons.icon("pen-line", "soft"), self.tr("Log a contact…"), self)
        self.plan_action = QAction(
            icons.icon("calendar-plus", "soft"), self.tr("Plan a meeting…"), self
        )
        self.reminder_action = QAction(icons.icon("bell", "soft"), self.tr("New reminder…"), self)
        self.concern_action = QAction(
            icons.icon("life-buoy", "soft"), self.tr("Something went wrong…"), self
        )
        self.trash_action = QAction(icons.icon("trash-2", "soft"), self.tr("Move to trash"), self)
        self.more_button = icon_button(icons, "ellipsis", self.tr("More for this project"))
        self.person.clicked.connect(self.person_chosen)
        self.report_button.clicked.connect(self.report_chosen)
        self.check_in_button.clicked.connect(self.check_in_chosen)
        self.questions_button.clicked.connect(self.questions_chosen)
        self._lay_out()

    def show_page(self, page: ProjectPage, today: date) -> None:
        """Show which project it is."""
        self.name.setText(page.name)
        self.name.setAccessibleName(page.name)
        self.person.setText(escape_mnemonic(page.person_name))
        self.person.setAccessibleName(page.person_name)
        self.dates.setText(self._dates(page, today))
        self.dates.setVisible(bool(self.dates.text()))
        state = state_word(page.state)
        self.state_button.setText(escape_mnemonic(state))
        self.state_button.setAccessibleName(filled(self.tr("State: %1"), state))
        self._fill_menu(page)
        self.concern_tag.setHidden(not page.concerns)
        is_closed = page.state is ProjectState.CLOSED
        self.report_button.setVisible(page.agreed_on is not None and not is_closed)
        self.check_in_button.setVisible(page.may_check_in)
        self.questions_button.setVisible(page.agreed_on is None and not is_closed)

    def _dates(self, page: ProjectPage, today: date) -> str:
        parts = []
        if page.begins_on:
            begun = page.begins_on <= today
            text = self.tr("began %1") if begun else self.tr("begins %1")
            parts.append(filled(text, day_month(page.begins_on, today)))
        if page.agreed_on:
            parts.append(filled(self.tr("agreed %1"), day_month(page.agreed_on, today)))
        if page.ends_on:
            parts.append(filled(self.tr("until %1"), day_month(page.ends_on, today)))
        words = ", ".join(parts)
        return words[:1].upper() + words[1:]

    def _fill_menu(self, page: ProjectPage) -> None:
        self.state_menu.clear()
        is_agreed = page.agreed_on is not None
        for state in states_after(page.state, is_agreed=is_agreed):
            closes = state is ProjectState.CLOSED
            words = self.tr("Close…") if closes else state_word(state)
            action = self.state_menu.addAction(escape_mnemonic(words))
            action.triggered.connect(lambda _=False, new=state: self.state_chosen.emit(new))
        if not is_agreed and page.state is not ProjectState.CLOSED:
            action = self.state_menu.addAction(self.tr("Agreed: finish the questions…"))
            action.triggered.connect(lambda _=False: self.questions_chosen.emit())

    def _lay_out(self) -> None:
        menu = QMenu(self)
        for action in (
            self.log_action,
            self.plan_action,
            self.reminder_action,
            self.concern_action,
            self.trash_action,
        ):
            menu.addAction(action)
        self.more_button.setMenu(menu)
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(text_label(self.tr("for"), "second"))
        line.addWidget(self.person)
        line.addSpacing(6)
        line.addWidget(self.concern_tag)
        line.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.name)
        words.addLayout(line)
        words.addWidget(self.dates)
        buttons = (
            self.state_button,
            self.report_button,
            self.check_in_button,
            self.questions_button,
            self.more_button,
        )
        self.lay_out(words, buttons)
