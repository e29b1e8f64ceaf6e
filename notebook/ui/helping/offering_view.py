"""One offering: the good that it does, whom it may help, and who was told about it."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from notebook.domain.dates_in_words import day_month
from notebook.domain.text import excerpt
from notebook.services.offerings import OfferingDraft
from notebook.services.phrases import filled
from notebook.services.suggestions import MayHelp, WasTold
from notebook.services.words import quoted, quoted_list
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import icon_button, link_button, plain_button
from notebook.ui.widgets.chips import Chip, Tag
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.heading_row import HeadingRow
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.scrolling import scrolling

_LENGTH, _NAME, _MOST_TAGS = 300, 60, 30
_LEFT = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class OfferingPage:
    """What is shown of an offering."""

    id: int
    offering: OfferingDraft
    may_help: tuple[MayHelp, ...]
    told: tuple[WasTold, ...]


class OfferingView(QWidget):
    """Shows an offering, and says what the user wants to do with it.

    Attributes:
        page: the offering that is shown.
        edit_button, retire_action, again_action, trash_action: what one can do.

    Signals:
        person_chosen(int): open this card.
        told_chosen(int), dismissed(int): this person was told about it; it is not for them.
    """

    person_chosen = Signal(object)
    told_chosen = Signal(object)
    dismissed = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.page: OfferingPage | None = None
        self.name = text_label("", "title", wrap=True, selectable=True)
        self.retired = Tag(self.tr("Retired"), "plain")
        self.edit_button = plain_button(self.tr("Change"), icons, "pen-line")
        self.more_button = icon_button(icons, "ellipsis", self.tr("More for this offering"))
        self.retire_action = QAction(icons.icon("archive", "soft"), self.tr("Retire"), self)
        self.again_action = QAction(
            icons.icon("archive-restore", "soft"), self.tr("Offer it again"), self
        )
        self.trash_action = QAction(icons.icon("trash-2", "soft"), self.tr("Move to trash"), self)
        self.benefit = text_label("", wrap=True, selectable=True)
        self.for_whom = text_label("", "second", wrap=True)
        self.note = text_label("", wrap=True, selectable=True)
        self._tags = FlowLayout()
        self._good = Panel(self.tr("What good it does"))
        self._note = Panel(self.tr("Note"))
        self.may_help = Panel(self.tr("Whom it may help"))
        self.told = Panel(self.tr("Who was told"))
        self._lay_out()

    def show_page(self, page: OfferingPage, today: date) -> None:
        """Show an offering."""
        self.page = page
        offering = page.offering
        self.name.setText(offering.name)
        self.name.setAccessibleName(offering.name)
        self.retired.setVisible(offering.is_retired)
        self.retire_action.setVisible(not offering.is_retired)
        self.again_action.setVisible(offering.is_retired)
        self.benefit.setText(offering.benefit)
        self.benefit.setAccessibleName(offering.benefit)
        self.for_whom.setText(filled(self.tr("For: %1"), offering.for_whom))
        self.for_whom.setHidden(not offering.for_whom)
        self._show_tags(offering.tags)
        self.note.setText(offering.note)
        self.note.setAccessibleName(offering.note)
        self._note.setHidden(not offering.note)
        self._show_may_help(page, today)
        self._show_told(page, today)

    def _lay_out(self) -> None:
        menu = QMenu(self)
        for action in (self.retire_action, self.again_action, self.trash_action):
            menu.addAction(action)
        self.more_button.setMenu(menu)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.name)
        words.addWidget(self.retired, 0, _LEFT)
        head = HeadingRow()
        head.least = 340  # it has one button, and the margins of the page besides
        head.lay_out(words, (self.edit_button, self.more_button))
        self._good.body.addWidget(self.benefit)
        self._good.body.addWidget(self.for_whom)
        self._good.body.addLayout(self._tags)
        self._note.body.addWidget(self.note)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(22, 20, 22, 22)
        column.setSpacing(12)
        for part in (head, self._good, self.may_help, self.told, self._note):
            column.addWidget(part)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _show_tags(self, tags: str) -> None:
        self._tags.clear()
        words = [each.strip() for each in tags.split(",") if each.strip()]
        for word in words[:_MOST_TAGS]:
            self._tags.addWidget(Chip(self._icons, "tag", word))

    def _show_may_help(self, page: OfferingPage, today: date) -> None:
        clear_layout(self.may_help.body)
        for each in page.may_help:
            self.may_help.body.addWidget(self._helped(each, page.offering.name, today))
        if not page.may_help:
            nobody = (
                self.tr("It is offered no longer, so it is suggested for nobody.")
                if page.offering.is_retired
                else self.tr("Nobody’s needs or interests share a word with it so far.")
            )
            self.may_help.body.addWidget(text_label(nobody, "second", wrap=True))

    def _helped(self, each: MayHelp, offering: str, today: date) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.addWidget(self._person(each.person_id, each.name))
        top.addStretch(1)
        for words, signal in (
            (self.tr("Told them"), self.told_chosen),
            (self.tr("Not for them"), self.dismissed),
        ):
            button = link_button(words, second=True)
            button.setAccessibleName(filled(self.tr("%1: %2, %3"), words, each.name, offering))
            button.clicked.connect(lambda _=False, chosen=signal: chosen.emit(each.person_id))
            top.addWidget(button)
        column.addLayout(top)
        wish = excerpt(each.wish, _LENGTH)
        column.addWidget(text_label(quoted(wish) if each.is_need else wish, wrap=True))
        day = day_month(each.told_on, today) if each.told_on else ""
        reason = filled(self.tr("speaks of %1"), quoted_list(each.words))
        about = " · ".join(part for part in (day, reason) if part)
        column.addWidget(text_label(about, "second", wrap=True))
        return row

    def _show_told(self, page: OfferingPage, today: date) -> None:
        clear_layout(self.told.body)
        self.told.setHidden(not page.told)
        for each in page.told:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(self._person(each.person_id, each.name))
            line.addStretch(1)
            line.addWidget(text_label(day_month(each.told_on, today), "second"))
            self.told.body.addWidget(row)

    def _person(self, person_id: int, name: str) -> QWidget:
        button = link_button(excerpt(name, _NAME))
        button.clicked.connect(lambda: self.person_chosen.emit(person_id))
        return button
