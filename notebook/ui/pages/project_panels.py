"""What is due in a project, what they hope for, and who takes part, on panels of their own."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import day_month
from notebook.domain.projects import Agreed, ProjectState
from notebook.domain.promises import Side
from notebook.services.draft import PersonEntry
from notebook.services.phrases import filled
from notebook.services.project_lines import DeliverableLine, DeliveryStanding
from notebook.services.project_page import ProjectPage
from notebook.translate import translate
from notebook.ui.icons import IconMark, Icons
from notebook.ui.pages.delivery_words import delivered_words, detail_of
from notebook.ui.pages.project_panel import DATE_WIDTH, FEW, TOP, ProjectPanel
from notebook.ui.widgets.buttons import icon_button, link_button
from notebook.ui.widgets.chips import Tag, Tone
from notebook.ui.widgets.elided_link import ElidedLink
from notebook.ui.widgets.labels import plain_tool_tip, text_label
from notebook.ui.widgets.panel import divider

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_TONES: dict[DeliveryStanding, Tone] = {
    DeliveryStanding.DELIVERED: "ok",
    DeliveryStanding.LATE: "bad",
    DeliveryStanding.NOT_AGREED: "warn",
    DeliveryStanding.AHEAD: "calm",
    DeliveryStanding.WITHOUT_DAY: "plain",
}


class WhatAndWhen(ProjectPanel):
    """The deliverables by their dates.

    Signals:
        delivered(int), taken_back(int): the deliverable that was, or was not, delivered.
        move_wanted(int): the deliverable that is to get another day.
        delivered_day_wanted(DeliverableLine): what was delivered on another day than it says.
        answer_wanted(int): the deliverable about which they are to be asked.
        said(int): the deliverable of whose move they know by now.
        all_delivered(): the project is to be called delivered, as everything is.
    """

    delivered = Signal(object)
    taken_back = Signal(object)
    move_wanted = Signal(object)
    delivered_day_wanted = Signal(object)
    answer_wanted = Signal(object)
    said = Signal(object)
    all_delivered = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, translate("project", "What and when"))
        self._pressed: int | None = None

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        for place, line in enumerate(self.first(_from_the_first_open(page.deliverables))):
            if place:
                self.rows.addWidget(divider())
            self._show(line, page, today)
        if page.awaits_delivered:
            self._offer_the_state()
        return bool(page.deliverables)

    def _offer_the_state(self) -> None:
        self.rows.addWidget(divider())
        row = self.add_row(10)
        button = link_button(translate("project", "Set the project to delivered"), second=True)
        button.clicked.connect(self.all_delivered)
        row.addWidget(text_label(translate("project", "Everything is delivered."), "second"))
        row.addWidget(button)
        row.addStretch(1)

    def _show(self, line: DeliverableLine, page: ProjectPage, today: date) -> None:
        row = QGridLayout()
        row.setHorizontalSpacing(10)
        row.setVerticalSpacing(2)
        row.setColumnStretch(1, 1)
        day = self._day(line, page, today)
        day.setMinimumWidth(DATE_WIDTH)
        row.addWidget(day, 0, 0, _MIDDLE)
        row.addWidget(text_label(line.title, wrap=True, selectable=True), 0, 1, _MIDDLE)
        row.addWidget(_standing(line, page, today), 0, 2, _MIDDLE | Qt.AlignmentFlag.AlignRight)
        if page.agreed_on is not None and page.state is not ProjectState.CLOSED:
            row.addWidget(self._mark(line), 0, 3, _MIDDLE)
        below: list[tuple[QWidget, Qt.AlignmentFlag]] = []
        if line.delivered_on is not None:
            below.append((self._delivered(line, page, today), Qt.AlignmentFlag.AlignLeft))
        detail = detail_of(line, page.moves.get(line.id, ()), today)
        if detail:
            below.append((text_label(detail, "second", wrap=True), Qt.AlignmentFlag(0)))
        below += [(each, Qt.AlignmentFlag.AlignLeft) for each in self._words_wanted(line, page)]
        for place, (widget, side) in enumerate(below, 1):
            row.addWidget(widget, place, 1, 1, -1, side)  # below tag and button there is room, too
        self.add_row().addLayout(row)

    def _day(self, line: DeliverableLine, page: ProjectPage, today: date) -> QWidget:
        """Return the day; one that can still be moved is pressed for that."""
        words = day_month(line.due_on, today) if line.due_on else ""
        is_over = page.agreed_on is None or page.state is ProjectState.CLOSED
        if is_over or line.due_on is None or line.delivered_on is not None:
            return text_label(words, "second")
        text = filled(translate("project", "Move to another day: %1"), line.title)
        button = link_button(words, calm=True)
        button.setAccessibleName(f"{words}. {text}")
        button.setToolTip(plain_tool_tip(text))
        button.clicked.connect(lambda: self.move_wanted.emit(line.id))
        return button

    def _delivered(self, line: DeliverableLine, page: ProjectPage, today: date) -> QWidget:
        """Return when it was delivered; as long as the project goes on one presses it to correct."""
        words = delivered_words(line, today)
        if page.state is ProjectState.CLOSED:
            return text_label(words, "second", wrap=True)
        button = link_button(words, calm=True)
        text = translate("project", "%1. Delivered on another day: %2")
        button.setAccessibleName(filled(text, words, line.title))
        button.clicked.connect(lambda: self.delivered_day_wanted.emit(line))
        return button

    def _words_wanted(self, line: DeliverableLine, page: ProjectPage) -> Iterator[QPushButton]:
        """Yield the ways to write down what they said, and what they were told."""
        if page.agreed_on is None or page.state is ProjectState.CLOSED:
            return
        if line.delivered_on is None and line.agreed is not Agreed.YES:
            words = translate("project", "Does it suit?")
            yield self._word_button(words, line, self.answer_wanted)
        if any(move.said_on is None for move in page.moves.get(line.id, ())):
            words = translate("project", "They know now…")
            yield self._word_button(words, line, self.said)

    def _word_button(
        self, words: str, line: DeliverableLine, signal: SignalInstance
    ) -> QPushButton:
        button = ElidedLink(words, second=True)
        button.setAccessibleName(filled(translate("project", "%1 %2"), words, line.title))
        button.clicked.connect(lambda: signal.emit(line.id))
        return button

    def _mark(self, line: DeliverableLine) -> QPushButton:
        if line.delivered_on is None:
            text = translate("project", "Mark as delivered: %1")
            button = icon_button(self._icons, "circle", filled(text, line.title))
            button.clicked.connect(lambda: self._send(self.delivered, line.id))
        else:
            text = translate("project", "Not delivered yet: %1")
            button = icon_button(self._icons, "circle-check", filled(text, line.title), "ok")
            button.clicked.connect(lambda: self._send(self.taken_back, line.id))
        if line.id == self._pressed:
            QTimer.singleShot(0, button, button.setFocus)  # Qt shows a new widget a moment later
        return button

    def _send(self, signal: SignalInstance, deliverable_id: int) -> None:
        """Say which delivery it is; its new button takes the focus, where the keyboard goes on."""
        self._pressed = deliverable_id
        signal.emit(deliverable_id)
        self._pressed = None


class RaveReview(ProjectPanel):
    """What would make them recommend us, in their words."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, translate("project", "A rave review"))

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        text = translate("project", "A rave review, in the words of %1")
        self.set_title(filled(text, page.first_name))
        for point in page.rave_review:
            row = self.add_row()
            row.addWidget(IconMark(self._icons, "star", "ink", 16), 0, TOP)
            row.addWidget(text_label(point, wrap=True, selectable=True), 1)
        return bool(page.rave_review)


class WhoIsInIt(ProjectPanel):
    """The people of both sides, and whether the others have met them.

    Signals:
        chosen(int): open the card of this person.
        met(int, bool): the other side has met this person, or not yet.
    """

    chosen = Signal(object)
    met = Signal(object, bool)

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, translate("project", "Who is in it"))
        self._pressed: int | None = None

    @override
    def fill(self, page: ProjectPage, today: date) -> bool:
        for person in self.first(page.people):
            self._show(person, page)
        return bool(page.people)

    def _show(self, person: PersonEntry, page: ProjectPage) -> None:
        row = self.add_row()
        words = QVBoxLayout()
        words.setSpacing(1)
        name = link_button(person.name)
        name.clicked.connect(lambda: self.chosen.emit(person.person_id))
        words.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        side = translate("project", "for us") if person.side is Side.OURS else ""
        role = " ".join(part for part in (person.role.strip(), side) if part)
        if role:
            label = text_label(role, "second", wrap=True)
            words.addWidget(label)
        row.addLayout(words, 1)
        if person.introduced:
            tag = Tag(translate("project", "introduced"), "ok")
        else:
            tag = Tag(translate("project", "not yet introduced"), "warn")
        row.addWidget(tag, 0, TOP)
        mark = self._mark(person)
        keeps_room = mark.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # so that all states stand in one column
        mark.setSizePolicy(keeps_room)
        row.addWidget(mark, 0, TOP)
        is_closed = page.state is ProjectState.CLOSED
        mark.setHidden(is_closed or person.person_id == page.person_id)

    def _mark(self, person: PersonEntry) -> QPushButton:
        text = (
            translate("project", "Not introduced yet: %1")
            if person.introduced
            else translate("project", "Mark as introduced: %1")
        )
        icon, colour = ("circle-check", "ok") if person.introduced else ("circle", "soft")
        button = icon_button(self._icons, icon, filled(text, person.name), colour)
        button.clicked.connect(lambda: self._send(person))
        if person.person_id == self._pressed:
            QTimer.singleShot(0, button, button.setFocus)  # Qt shows a new widget a moment later
        return button

    def _send(self, person: PersonEntry) -> None:
        """Say who it is; the new button takes the focus, where the keyboard goes on."""
        self._pressed = person.person_id
        self.met.emit(person.person_id, not person.introduced)
        self._pressed = None


def _from_the_first_open(lines: Sequence[DeliverableLine]) -> Sequence[DeliverableLine]:
    """Return the deliveries as they are, or those that are done last where there are many."""
    if len(lines) <= FEW:
        return lines
    return sorted(lines, key=lambda line: line.delivered_on is not None)


def _standing(line: DeliverableLine, page: ProjectPage, today: date) -> Tag:
    """Say where a delivery stands; nothing is late any more in a project that is over."""
    if page.state is ProjectState.CLOSED and line.delivered_on is None:
        return Tag(translate("project", "Not delivered"), "plain")
    return Tag(line.words(today), _TONES[line.standing(today)])
