"""The panels of a card: each shows one subject, and hides when there is nothing to show.

While it is filled it is hidden too: in a visible one every single widget lays the card out anew.
"""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from notebook.domain.dates_in_words import partial_date_in_words, relative_day
from notebook.domain.facts import FactGroup
from notebook.domain.partial_date import LeapDay
from notebook.domain.promises import Side
from notebook.services.card_parts import DetailDraft
from notebook.services.cards import PersonCard, PromiseLine
from notebook.services.phrases import filled
from notebook.services.words import channel_word, group_word, side_word, state_word
from notebook.translate import translate
from notebook.ui.icons import IconMark, Icons
from notebook.ui.links import open_link
from notebook.ui.widgets.buttons import icon_button, link_button
from notebook.ui.widgets.chips import Chip, Tag, Tone
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import plain_tool_tip, shown_part, text_label
from notebook.ui.widgets.panel import Panel

_FACT_ICONS = {
    FactGroup.FAMILY: "heart",
    FactGroup.HOME: "house",
    FactGroup.INTERESTS: "bike",
    FactGroup.FOOD: "utensils",
    FactGroup.EDUCATION: "graduation-cap",
    FactGroup.WORK: "briefcase",
    FactGroup.GOALS: "target",
    FactGroup.HOW_WE_MET: "handshake",
    FactGroup.AVOID: "ban",
}
_DETAIL_ICONS = {"phone": "phone", "email": "mail", "address": "map-pin", "website": "globe"}
_SCHEMES = {"phone": "tel:", "email": "mailto:", "website": ""}


class WorthRemembering(Panel):
    """Birthday and personal facts as chips."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "Worth remembering"), parent)
        self._icons = icons
        self._flow = FlowLayout()
        self.body.addLayout(self._flow)

    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the facts of a card."""
        self.hide()
        facts = [
            (_FACT_ICONS[fact.group], fact.text, group_word(fact.group)) for fact in card.facts
        ]
        if card.birthday is not None:
            facts.insert(0, ("cake", _birthday(card, today), translate("card", "Birthday")))
        for place, (icon, text, about) in enumerate(facts):
            if place == self._flow.count():
                self._flow.addWidget(Chip(self._icons, icon, text))
            chip = self._chip(place)
            chip.say(icon, text)
            chip.setAccessibleName(f"{about}: {text}")
            chip.show()
        for place in range(len(facts), self._flow.count()):
            self._chip(place).hide()
        self.setHidden(not facts)

    def _chip(self, place: int) -> Chip:
        item = self._flow.itemAt(place)
        chip = item.widget() if item else None
        assert isinstance(chip, Chip), "only chips are put here"
        return chip


class _Way(QWidget):
    """One way to reach somebody: what it is, its words, its label, and what opens it."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._address = ""
        self._icon = IconMark(icons, "info")
        self._value = text_label("", wrap=True, selectable=True)
        self._label = text_label("", "small")
        self._opener = icon_button(icons, "arrow-up-right", "")
        self._opener.clicked.connect(lambda: open_link(self._address))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self._value, 1)
        line.addWidget(self._label)
        line.addWidget(self._opener)

    def show_detail(self, detail: DetailDraft) -> None:
        """Show this way from now on."""
        self._icon.set_icon(_DETAIL_ICONS.get(detail.kind, "info"), "soft")
        self._value.setText(detail.value)
        self._value.setAccessibleName(detail.value)
        self._label.setText(detail.label)
        self._label.setHidden(not detail.label)
        name = filled(translate("card", "Open %1"), detail.value)
        self._opener.setAccessibleName(name)
        self._opener.setToolTip(plain_tool_tip(name))
        self._opener.setHidden(detail.kind not in _SCHEMES)
        self._address = _SCHEMES.get(detail.kind, "") + detail.value


class Reach(Panel):
    """Telephone, e-mail, address and website, each one click away."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "How to reach"), parent)
        self._icons = icons
        self._ways: list[_Way] = []
        self.body.setSpacing(4)

    def show_card(self, card: PersonCard) -> None:
        """Show the ways to reach a person; the lines are kept, for dressing new ones takes long."""
        self.hide()
        while len(self._ways) < len(card.details):
            self._ways.append(_Way(self._icons))
            self.body.addWidget(self._ways[-1])
        for way, detail in zip(self._ways, card.details, strict=False):
            way.show_detail(detail)
            way.show()
        for way in self._ways[len(card.details) :]:
            way.hide()
        self.setHidden(not card.details)


class Promises(Panel):
    """What is owed both ways; one click says that it was kept.

    Signals:
        kept(int): this promise was kept.
    """

    kept = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "Promises"), parent)
        self._icons = icons
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        self._rows.setVerticalSpacing(8)
        self._rows.setHorizontalSpacing(8)
        self.body.addLayout(self._rows)
        self._buttons: dict[int, QWidget] = {}
        self._total = text_label("", "second")
        self.body.addWidget(self._total)

    def button_of(self, promise_id: int | None) -> QWidget | None:
        """Return the button of an open promise; None for any other."""
        return self._buttons.get(promise_id) if promise_id is not None else None

    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the open promises of a card and how many were kept."""
        self.hide()
        clear_layout(self._rows)
        self._buttons = {promise.id: self._keep_button(promise) for promise in card.open_promises}
        top = Qt.AlignmentFlag.AlignTop
        for row, promise in enumerate(card.open_promises):
            self._rows.addWidget(promise_tag(promise, today), row, 0, top)
            self._rows.addWidget(text_label(promise.text, wrap=True), row, 1, top)
            self._rows.addWidget(self._buttons[promise.id], row, 2, top)
        count = card.promises_kept
        kept = (
            translate("card", "1 promise kept")
            if count == 1
            else translate("card", "%n promises kept", count)
        )
        self._total.setText(kept)
        self._total.setHidden(count == 0)
        self.setHidden(not card.open_promises and count == 0)

    def _keep_button(self, promise: PromiseLine) -> QWidget:
        button = link_button(translate("card", "Kept"), second=True)
        button.setAccessibleName(filled(translate("card", "Kept: %1"), promise.text))
        button.clicked.connect(lambda: self.kept.emit(promise.id))
        return button


class Habits(Panel):
    """How this person likes to be in touch, and how often."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "Staying in touch"), parent)
        self._lines = text_label("", wrap=True)
        self.body.addWidget(self._lines)

    def show_card(self, card: PersonCard) -> None:
        """Show preferred channel, times and rhythm of a card."""
        lines = []
        if card.preferred_channel:
            text = translate("card", "Prefers: %1")
            lines.append(text.replace("%1", channel_word(card.preferred_channel).lower()))
        if card.preferred_times:
            lines.append(card.preferred_times)
        if card.rhythm_days:
            lines.append(rhythm_words(card.rhythm_days))
        self._lines.setText("\n".join(lines))
        self.setHidden(not lines)


class Note(Panel):
    """Free text, letter for letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "Note"), parent)
        self._text = text_label("", wrap=True, selectable=True)
        self.body.addWidget(self._text)

    def show_card(self, card: PersonCard) -> None:
        """Show the note of a card, a very long one from its beginning."""
        self._text.setText(shown_part(card.note))
        self.setHidden(not card.note.strip())


class Projects(Panel):
    """The projects of a person, each one click away.

    Signals:
        chosen(int): open this project.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "Projects"), parent)
        self._rows = QGridLayout()
        self._rows.setColumnStretch(0, 1)
        self.body.addLayout(self._rows)

    def show_card(self, card: PersonCard) -> None:
        """Show the projects of a card, with the state of each."""
        self.hide()
        clear_layout(self._rows)
        for row, project in enumerate(card.projects):
            button = link_button(project.name)
            button.clicked.connect(lambda _=False, chosen=project.id: self.chosen.emit(chosen))
            self._rows.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft)
            self._rows.addWidget(Tag(state_word(project.state), "calm"), row, 1)
        self.setHidden(not card.projects)


def promise_tag(promise: PromiseLine, today: date) -> Tag:
    """Return the tag of an open promise: whose it is and when it is due."""
    tone: Tone = "warn" if promise.side is Side.OURS else "calm"
    words = side_word(promise.side)
    if promise.due_on is not None:
        words = f"{words}, {relative_day(promise.due_on, today)}"
        tone = "bad" if promise.due_on < today else tone
    return Tag(words, tone)


def rhythm_words(days: int) -> str:
    """Return how often a word is due: "A word every 30 days"."""
    return (
        translate("card", "A word every day")
        if days == 1
        else translate("card", "A word every %n days", days)
    )


def _birthday(card: PersonCard, today: date) -> str:
    assert card.birthday is not None
    words = partial_date_in_words(card.birthday)
    following = card.birthday.next_on_or_after(today, LeapDay.FEBRUARY_28)
    age = card.birthday.age_on(following) if following else None
    if age is None:
        return words
    return translate("card", "{day}, {age} next").replace("{day}", words).replace("{age}", str(age))
