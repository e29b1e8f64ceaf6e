"""The groups that a person is in."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from notebook.domain.text import excerpt
from notebook.services.cards import PersonCard
from notebook.services.groups import GroupName
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import escape_mnemonic, plain_tool_tip

_LONGEST = 30  # letters; the rest is in the tool tip
_FIRST = 12  # shown at once; the others when they are asked for


class CardGroups(CardPanel):
    """A word for each group, which leads to its people.

    Attributes:
        more_button: shows the others.

    Signals:
        chosen(GroupName): show this group.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(translate("card", "Groups"))
        self._flow = FlowLayout(gap=6)
        self.body.addLayout(self._flow)
        self.more_button = link_button("", second=True)
        self.more_button.clicked.connect(self._on_more)
        self.body.addWidget(self.more_button)
        self._groups: tuple[GroupName, ...] = ()
        self._person_id = 0
        self._all_of: int | None = None

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the groups of a card; all of them while it stays the same card."""
        if card.id != self._all_of:
            self._all_of = None
        self._person_id = card.id
        self._groups = card.groups
        self._show()
        self.setHidden(not card.groups)

    def _show(self) -> None:
        self._flow.clear()
        shown = self._groups if self._all_of is not None else self._groups[:_FIRST]
        for group in shown:
            self._flow.addWidget(self._word(group))
        rest = len(self._groups) - len(shown)
        self.more_button.setText(escape_mnemonic(translate("card", "%n more", rest)))
        self.more_button.setVisible(rest > 0)

    def _word(self, group: GroupName) -> QPushButton:
        button = QPushButton(escape_mnemonic(excerpt(group.name, _LONGEST)))
        button.setProperty("kind", "choice")
        button.setProperty("compact", "true")
        button.setAccessibleName(filled(translate("card", "Everybody in %1"), group.name))
        button.setToolTip(plain_tool_tip(group.name))
        button.clicked.connect(lambda: self.chosen.emit(group))
        return button

    @Slot()
    def _on_more(self) -> None:
        self._all_of = self._person_id
        self._show()
