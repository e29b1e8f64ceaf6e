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
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import escape_mnemonic, plain_tool_tip

_LONGEST = 30  # letters; the rest is in the tool tip
_FIRST = 10  # shown at once; the others when they are asked for


class CardGroups(UnfoldingPanel):
    """A word for each group, which leads to its people.

    Signals:
        chosen(GroupName): show this group.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(translate("card", "Groups"))
        self._flow = FlowLayout(gap=6)
        self.body.addLayout(self._flow)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)

    @override
    def has_lines(self, card: PersonCard) -> bool:
        return bool(card.groups)

    @override
    def show_lines(self, card: PersonCard, today: date, *, all_of_them: bool) -> int:
        self._flow.clear()
        shown = card.groups if all_of_them else card.groups[:_FIRST]
        for group in shown:
            self._flow.addWidget(self._word(group))
        return len(card.groups) - len(shown)

    def _word(self, group: GroupName) -> QPushButton:
        button = QPushButton(escape_mnemonic(excerpt(group.name, _LONGEST)))
        button.setProperty("kind", "choice")
        button.setProperty("compact", "true")
        button.setAccessibleName(filled(translate("card", "Everybody in %1"), group.name))
        button.setToolTip(plain_tool_tip(group.name))
        button.clicked.connect(lambda: self.chosen.emit(group))
        return button
