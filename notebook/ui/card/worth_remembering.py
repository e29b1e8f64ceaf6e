"""What is worth remembering about a person, as chips."""

from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import partial_date_in_words
from notebook.domain.facts import FactGroup
from notebook.domain.partial_date import LeapDay
from notebook.services.cards import PersonCard
from notebook.services.words import group_word
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.icons import Icons
from notebook.ui.widgets.chips import Chip
from notebook.ui.widgets.flow_layout import FlowLayout

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


class WorthRemembering(CardPanel):
    """Birthday and personal facts as chips."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "Worth remembering"), parent)
        self._icons = icons
        self._flow = FlowLayout()
        self.body.addLayout(self._flow)

    @override
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


def _birthday(card: PersonCard, today: date) -> str:
    assert card.birthday is not None
    words = partial_date_in_words(card.birthday)
    following = card.birthday.next_on_or_after(today, LeapDay.FEBRUARY_28)
    age = card.birthday.age_on(following) if following else None
    if age is None:
        return words
    return translate("card", "{day}, {age} next").replace("{day}", words).replace("{age}", str(age))
