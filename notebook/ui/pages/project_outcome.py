"""How a project ended, on a panel of its page."""

from datetime import date

from PySide6.QtCore import Signal
from typing_extensions import override

from notebook.domain.dates_in_words import day_month
from notebook.domain.outcomes import Ending
from notebook.domain.text import excerpt
from notebook.services.outcome_words import ending_word, said_by_words, why_word
from notebook.services.phrases import filled
from notebook.services.project_page import ProjectPage
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.pages.project_panel import TOP, ProjectPanel
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.chips import Tag
from notebook.ui.widgets.labels import text_label

_LONGEST = 90  # characters


class HowItEnded(ProjectPanel):
    """The ending, its reasons and who gives them, and the contacts that decided it.

    Signals:
        moment_chosen(int): look at this contact.
    """

    moment_chosen = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, translate("project", "How it ended"))

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        outcome = page.outcome
        if outcome is None:
            return False
        row = self.add_row()
        is_good = outcome.ending is Ending.DELIVERED
        row.addWidget(Tag(ending_word(outcome.ending), "ok" if is_good else "plain"), 0, TOP)
        whys = ", ".join(why_word(why) for why in outcome.whys)
        said_by = said_by_words(outcome.said_by, page.first_name) if whys else ""
        about = [day_month(outcome.ended_on, today), whys, said_by]
        row.addWidget(
            text_label(" · ".join(part for part in about if part), "second", wrap=True), 1
        )
        if outcome.note.strip():
            self.add_row().addWidget(text_label(outcome.note, wrap=True, selectable=True), 1)
        for moment_id, text in outcome.moments:
            self._add_moment(moment_id, text)
        return True

    def _add_moment(self, moment_id: int, text: str) -> None:
        words = excerpt(" ".join(text.split()), _LONGEST) or translate("project", "A contact")
        button = link_button(words, second=True)
        button.setAccessibleName(filled(translate("project", "Decided by: %1"), words))
        button.clicked.connect(lambda: self.moment_chosen.emit(moment_id))
        row = self.add_row()
        row.addWidget(button)
        row.addStretch(1)
