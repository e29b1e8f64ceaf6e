"""The groups that a person is in."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from notebook.domain.text import excerpt
from notebook.services.cards import PersonCard
from notebook.services.groups import GroupName
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.card.card_panel import UnfoldingPanel
from notebook.ui.widgets.buttons import say_on
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.kept_rows import KeptRows
from notebook.ui.widgets.labels import plain_tool_tip

_LONGEST = 30  # letters; the rest is in the tool tip
_FIRST = 10  # shown at once; the others when they are asked for


class _Word(QPushButton):
    """The name of a group, as a button."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: GroupName | None = None
        self.setProperty("kind", "choice")
        self.setProperty("compact", "true")

    def show_group(self, group: GroupName) -> None:
        """Show a group from now on."""
        self.shown = group
        name = filled(translate("card", "Everybody in %1"), group.name)
        say_on(self, excerpt(group.name, _LONGEST), name)
        self.setToolTip(plain_tool_tip(group.name))


class CardGroups(UnfoldingPanel):
    """A word for each group, which leads to its people.

    Signals:
        chosen(GroupName): show this group.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(translate("card", "Groups"))
        flow = FlowLayout(gap=6)
        self.body.addLayout(flow)
        self._words = KeptRows(flow, self._make_word)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)

    @override
    def has_lines(self, card: PersonCard) -> bool:
        return bool(card.groups)

    @override
    def show_lines(self, card: PersonCard, today: date, *, all_of_them: bool) -> int:
        shown = card.groups if all_of_them else card.groups[:_FIRST]
        for word, group in zip(self._words.take(len(shown)), shown, strict=True):
            word.show_group(group)
        return len(card.groups) - len(shown)

    def _make_word(self) -> _Word:
        word = _Word()
        word.clicked.connect(lambda: self.chosen.emit(word.shown))
        return word
