"""The projects of a person."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.services.words import state_word
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.chips import Tag
from notebook.ui.widgets.clearing import clear_layout


class Projects(CardPanel):
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

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the projects of a card, with the state of each."""
        self.hide()
        clear_layout(self._rows)
        for row, project in enumerate(card.projects):
            button = link_button(project.name)
            button.clicked.connect(lambda _=False, chosen=project.id: self.chosen.emit(chosen))
            self._rows.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft)
            self._rows.addWidget(Tag(state_word(project.state), "calm"), row, 1)
        self.setHidden(not card.projects)
