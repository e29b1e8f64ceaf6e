"""Some facts as chips: all of them, or those of one group, the many of it folded away."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook.services.card_parts import FactDraft
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.card.fact_chip import FactChip
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import text_label


class FactBlock(QWidget):
    """Chips below a heading, which may lack.

    Attributes:
        chips: those that are shown.
        more_button: shows the rest.

    Signals:
        opened(FactChip): the user wants to do something with this fact.
        step_chosen(FactChip, int): go on from this chip by so many.
        unfolded(): show all of them from now on.
    """

    opened = Signal(object)
    step_chosen = Signal(object, int)
    unfolded = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._made: list[FactChip] = []
        self.chips: list[FactChip] = []
        self._heading = text_label("", "small")
        self._flow = FlowLayout()
        self.more_button = link_button("", second=True, calm=True)
        self.more_button.hide()
        self.more_button.clicked.connect(self._on_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addLayout(self._flow)

    def show_facts(
        self,
        heading: str,
        facts: Sequence[FactDraft],
        birthday: str,
        most: int | None,
        today: date,
    ) -> None:
        """Show these, the birthday first, `most` of them at first; hidden meanwhile."""
        self.hide()
        self._heading.setText(heading)
        self._heading.setHidden(not heading)
        shown = facts if most is None or len(facts) <= most + 1 else facts[:most]
        count = len(shown) + bool(birthday)
        while len(self._made) < count:
            self._add_chip()
        self.chips = self._made[:count]
        if birthday:
            self.chips[0].show_birthday(birthday)
        for chip, fact in zip(self.chips[bool(birthday) :], shown, strict=True):
            chip.show_fact(fact, today)
        for place, chip in enumerate(self._made):
            chip.setHidden(place >= count)
        self._show_rest(len(facts) - len(shown), heading)
        self._flow.invalidate()
        self.show()

    def _show_rest(self, left: int, heading: str) -> None:
        if left and self._flow.indexOf(self.more_button) < 0:
            self._flow.addWidget(self.more_button)
        self.more_button.setHidden(not left)
        words = translate("card", "and %n more", left)
        self.more_button.setText(words)
        self.more_button.setAccessibleName(filled(translate("card", "%1: %2"), heading, words))

    def _add_chip(self) -> None:
        chip = FactChip(self._icons)
        chip.opened.connect(lambda: self.opened.emit(chip))
        chip.step_chosen.connect(lambda step: self.step_chosen.emit(chip, step))
        if self._flow.indexOf(self.more_button) >= 0:  # it stays behind the chips
            self._flow.removeWidget(self.more_button)
        self._made.append(chip)
        self._flow.addWidget(chip)

    @Slot()
    def _on_more(self) -> None:
        self.unfolded.emit()
