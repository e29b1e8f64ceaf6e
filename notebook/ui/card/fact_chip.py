"""A chip with something worth remembering, which can be opened by mouse and keys."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from typing_extensions import override

from notebook.domain.facts import FactGroup, FactTopic
from notebook.services.card_parts import FactDraft
from notebook.services.fact_words import about_words, history_words
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.widgets.chips import Chip

_GROUP_ICONS = {
    FactGroup.FAMILY: "heart",
    FactGroup.HOME: "house",
    FactGroup.INTERESTS: "bike",
    FactGroup.FOOD: "utensils",
    FactGroup.EDUCATION: "graduation-cap",
    FactGroup.WORK: "briefcase",
    FactGroup.GOALS: "target",
    FactGroup.HOW_WE_MET: "handshake",
    FactGroup.AVOID: "ban",
    FactGroup.HEALTH: "shield",
    FactGroup.RELIGION: "shield",
    FactGroup.POLITICS: "shield",
}
_TOPIC_ICONS = {
    FactTopic.CHILDREN: "baby",
    FactTopic.PETS: "paw-print",
    FactTopic.DRINKS: "coffee",
    FactTopic.INTRODUCED_BY: "users",
}
_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Menu}


class FactChip(Chip):
    """Shows one fact, or the birthday.

    Attributes:
        fact: the fact that is shown; None for the birthday.

    Signals:
        opened(): the user wants to do something with it.
        step_chosen(int): go on to the next chip (1), or back (-1).
    """

    opened = Signal()
    step_chosen = Signal(int)

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, "heart", "")
        self.fact: FactDraft | None = None
        self._hint_size: QSize | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_fact(self, fact: FactDraft, today: date) -> None:
        """Show a fact; one that nobody confirmed for a year is grey, with a clock behind it."""
        self.fact = fact
        is_stale = fact.is_stale(today)
        self.ink = "soft" if is_stale else "ink"
        self.end_icon = "clock" if is_stale else ""
        old = translate("card", "not confirmed for a year") if is_stale else ""
        history = ", ".join(filter(None, (history_words(fact, today), old)))
        self.hint = f"{history[:1].upper()}{history[1:]}"
        icon = _TOPIC_ICONS.get(fact.topic, "") if fact.topic else ""
        self.say(icon or _GROUP_ICONS[fact.group], fact.text)
        self._name(about_words(fact.group, fact.topic), fact.text)

    def show_birthday(self, words: str) -> None:
        """Show the birthday."""
        self.fact, self.ink, self.end_icon, self.hint = None, "ink", "", ""
        self.say("cake", words)
        self._name(translate("card", "Birthday"), words)

    def _name(self, about: str, text: str) -> None:
        self.setAccessibleName(f"{about}: {text}")
        self.setAccessibleDescription(self.hint)

    @override
    def say(self, icon: str, text: str) -> None:
        self._hint_size = None
        super().say(icon, text)

    @override
    def sizeHint(self) -> QSize:
        if self._hint_size is None:  # a layout asks many times, and measuring words takes long
            self._hint_size = super().sizeHint()
        return self._hint_size

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.opened.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN:
            self.opened.emit()
        elif event.key() in _STEPS:
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.step_chosen.emit(-_STEPS[event.key()] if mirrored else _STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.edge = "accent"
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.edge = "line"
        self.update()
