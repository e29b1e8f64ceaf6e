"""How a project ended, on a panel of its page."""

from datetime import date

from PySide6.QtCore import Signal
from typing_extensions import override

from notebook.domain.outcomes import Ending
from notebook.domain.projects import ProjectState
from notebook.domain.text import excerpt
from notebook.services.outcome_words import ending_word, outcome_phrase
from notebook.services.phrases import filled
from notebook.services.project_outcome import ProjectOutcome
from notebook.services.project_page import ProjectPage
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.pages.project_panel import TOP, ProjectPanel
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.chips import Tag
from notebook.ui.widgets.elided_link import ElidedLink
from notebook.ui.widgets.labels import text_label

_LONGEST = 90  # characters


class HowItEnded(ProjectPanel):
    """The ending, its reasons and who gives them, and the contacts that decided it.

    Signals:
        moment_chosen(int): look at this contact.
        change_chosen(): say better how it ended.
    """

    moment_chosen = Signal(object)
    change_chosen = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, translate("project", "How it ended"))

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        if page.state is not ProjectState.CLOSED:
            return False
        if page.outcome is not None:
            self._show(page.outcome, page, today)
        self._add_change()
        return True

    def _show(self, outcome: ProjectOutcome, page: ProjectPage, today: date) -> None:
        row = self.add_row()
        is_good = outcome.ending is Ending.DELIVERED
        row.addWidget(Tag(ending_word(outcome.ending), "ok" if is_good else "plain"), 0, TOP)
        about = outcome_phrase(outcome, page.first_name, today)
        row.addWidget(text_label(about, "second", wrap=True), 1)
        if outcome.note.strip():
            self.add_row().addWidget(text_label(outcome.note, wrap=True, selectable=True), 1)
        for moment_id, text in outcome.moments:
            self._add_moment(moment_id, text)

    def _add_change(self) -> None:
        button = link_button(translate("project", "Say more or correct it…"), second=True)
        button.setAccessibleName(translate("project", "How it ended: say more or correct it"))
        button.clicked.connect(self.change_chosen)
        row = self.add_row()
        row.addWidget(button)
        row.addStretch(1)

    def _add_moment(self, moment_id: int, text: str) -> None:
        words = excerpt(" ".join(text.split()), _LONGEST) or translate("project", "A contact")
        button = ElidedLink(words, second=True)
        button.setAccessibleName(filled(translate("project", "Decided by: %1"), words))
        button.clicked.connect(lambda: self.moment_chosen.emit(moment_id))
        row = self.add_row()
        row.addWidget(button)
        row.addStretch(1)
