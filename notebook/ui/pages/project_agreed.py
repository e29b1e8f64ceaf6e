"""What was agreed for both sides, on the project's page: who answers for what, what we expect."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.promises import Side
from notebook.services.draft import ResponsibilityEntry
from notebook.services.own_side import our_heading
from notebook.services.phrases import filled
from notebook.services.project_page import ProjectPage
from notebook.services.responsibility_rows import term
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.pages.project_panel import TOP, ProjectPanel
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.labels import text_label


class WhoAnswers(ProjectPanel):
    """What somebody answers for, and until when.

    Signals:
        chosen(int): open the card of this person.
    """

    chosen = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, translate("project", "Who answers for what"))

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        for entry in self.first(page.responsibilities):
            self._show(entry, page)
        return bool(page.responsibilities)

    def _show(self, entry: ResponsibilityEntry, page: ProjectPage) -> None:
        row = self.add_row()
        words = QVBoxLayout()
        words.setSpacing(1)
        what = entry.what.strip() or translate("project", "Not said for what")
        words.addWidget(text_label(what, wrap=True, selectable=True))
        side = translate("project", "for us")
        if entry.side is Side.THEIRS:
            side = filled(translate("project", "for %1"), page.first_name)
        detail = " · ".join((side, *term(entry)))
        words.addWidget(text_label(detail, "second", wrap=True))
        row.addLayout(words, 1)
        if entry.name.strip():
            row.addWidget(self._who(entry), 0, TOP)

    def _who(self, entry: ResponsibilityEntry) -> QWidget:
        if entry.person_id is None:
            return text_label(entry.name, "second")
        person_id = entry.person_id
        name = link_button(entry.name)
        name.clicked.connect(lambda: self.chosen.emit(person_id))
        return name


class WhatWeExpect(ProjectPanel):
    """Our own side: fee, decisions, access.

    Signals:
        change_chosen(str): what we expect is agreed anew under this question.
    """

    change_chosen = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, our_heading())

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        for line in self.first(page.we_expect):
            self.rows.addWidget(text_label(line, wrap=True, selectable=True))
        if page.our_key:
            self.rows.addWidget(self._change(page), 0, Qt.AlignmentFlag.AlignLeft)
        return bool(page.we_expect or page.our_key)

    def _change(self, page: ProjectPage) -> QPushButton:
        words = translate("project", "Change…")
        if not page.we_expect:
            words = translate("project", "Write down our fee, who decides, access …")
        button = link_button(words, second=True)
        button.setAccessibleName(filled(translate("project", "%1: %2"), our_heading(), words))
        key = page.our_key
        button.clicked.connect(lambda: self.change_chosen.emit(key))
        return button
