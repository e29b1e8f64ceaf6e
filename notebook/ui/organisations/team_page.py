"""Our own people: whom each of them looks after, what we owe there, and handing it over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.domain.dates_in_words import day_month
from notebook.services.phrases import filled
from notebook.services.team import TeamLine
from notebook.translate import translate
from notebook.ui.areas import Area
from notebook.ui.errands.desk import Desk
from notebook.ui.widgets.buttons import link_button, plain_button
from notebook.ui.widgets.chips import Tag
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.elided_link import ElidedLink
from notebook.ui.widgets.empty_state import EmptyState
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.scrolling import scrolling
from notebook.ui.widgets.wrapping_label import WrappingLabel

_KINDS = ("person", "promise", "promise_move", "handover", "project_person", "concern")


class MemberPanel(Panel):
    """One of us.

    Signals:
        chosen(int), sheet_chosen(int), hand_over_chosen(int): open the card, the sheet, hand over.
    """

    chosen = Signal(object)
    sheet_chosen = Signal(object)
    hand_over_chosen = Signal(object)

    def __init__(self, line: TeamLine, desk: Desk) -> None:
        super().__init__()
        today = desk.clock.today()
        self.name = ElidedLink(line.name)
        self.name.clicked.connect(lambda: self.chosen.emit(line.id))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addStretch(1)
        if line.late:
            head.addWidget(Tag(translate("team", "%n overdue", line.late), "bad"))
        self.body.setSpacing(4)
        self.body.addLayout(head)
        self.words = WrappingLabel(_care(line), "second")
        lines = [self.words]
        if line.handed_over is not None:
            words = translate("team", "Handed over to %1 on %2")
            day = day_month(line.handed_over.on, today)
            note = line.handed_over.note
            said = filled(words, line.handed_over.to, day)
            lines.append(WrappingLabel(f"{said}: {note}" if note else said, "second"))
        for label in lines:
            self.body.addWidget(label)
        self._add_ways(line)

    def _add_ways(self, line: TeamLine) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        self.sheet_button = link_button(translate("team", "Handover sheet"), second=True)
        self.hand_over_button = link_button(translate("team", "Hand over…"), second=True)
        named = filled(translate("team", "Handover sheet: %1"), line.name)
        self.sheet_button.setAccessibleName(named)
        self.hand_over_button.setAccessibleName(
            filled(translate("team", "Hand over: %1"), line.name)
        )
        self.sheet_button.clicked.connect(lambda: self.sheet_chosen.emit(line.id))
        self.hand_over_button.clicked.connect(lambda: self.hand_over_chosen.emit(line.id))
        row.addWidget(self.sheet_button)
        row.addWidget(self.hand_over_button)
        row.addStretch(1)
        self.body.addLayout(row)
        has_given = line.handed_over is not None and line.handed_over.has_sheet
        self.sheet_button.setVisible(bool(line.looks_after or line.covers or has_given))


class TeamPage(Area):
    """Shows everybody of the team on a panel of their own.

    Attributes:
        panels: those panels, by name.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.panels: list[MemberPanel] = []
        self.unattended = text_label("", "second", wrap=True)
        self.hand_over_button = plain_button(self.tr("Hand over…"), desk.icons, "send")
        self.empty = EmptyState(
            desk.icons,
            "users",
            self.tr("Nobody is marked as one of us yet"),
            self.tr("Open a card, edit it, and tick “One of our own team”."),
        )
        self._lay_out()
        self._look()
        self.hand_over_button.clicked.connect(lambda: desk.navigator.handover_requested.emit(None))

    @override
    def reload(self, changes: Changes) -> None:
        """Look again after a change."""
        if changes.concern(*_KINDS):
            self._look()

    def _lay_out(self) -> None:
        inside = QWidget()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        column = QVBoxLayout(inside)
        column.setContentsMargins(22, 4, 22, 22)
        column.setSpacing(12)
        column.addLayout(self._rows)
        column.addWidget(self.unattended)
        column.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(scrolling(inside))
        self._pages.addWidget(self.empty)
        top = QHBoxLayout()
        top.setContentsMargins(22, 0, 22, 0)
        top.addWidget(text_label(self.tr("Our team"), "title"), 1)
        top.addWidget(self.hand_over_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 20, 0, 0)
        outer.setSpacing(12)
        outer.addLayout(top)
        outer.addWidget(self._pages, 1)

    def _look(self) -> None:
        page = self._desk.notebook.team.page(self._desk.clock.today())
        go = self._desk.navigator
        clear_layout(self._rows)
        self.panels = [MemberPanel(line, self._desk) for line in page.members]
        for panel in self.panels:
            panel.chosen.connect(go.person_requested)
            panel.sheet_chosen.connect(lambda key: go.handover_sheet_requested.emit(key, None))
            panel.hand_over_chosen.connect(go.handover_requested)
            self._rows.addWidget(panel)
        self._pages.setCurrentIndex(0 if page.members else 1)
        self.hand_over_button.setVisible(len(page.members) > 1)
        self.unattended.setText(_unattended(page.unattended))
        self.unattended.setVisible(page.unattended > 0)


def _care(line: TeamLine) -> str:
    one = translate("team", "looks after 1 person")
    many = translate("team", "looks after %n people", line.looks_after)
    parts = [one if line.looks_after == 1 else many]
    if not line.looks_after:
        parts = [translate("team", "looks after nobody in particular")]
    if line.covers:
        parts.append(translate("team", "covers %n", line.covers))
    if line.owed == 1:
        parts.append(translate("team", "1 promise of ours is open there"))
    elif line.owed:
        parts.append(translate("team", "%n promises of ours are open there", line.owed))
    words = " · ".join(parts)
    return words[:1].upper() + words[1:]


def _unattended(count: int) -> str:
    if count == 1:
        return translate("team", "One person is looked after by nobody in particular.")
    return translate("team", "%n people are looked after by nobody in particular.", count)
