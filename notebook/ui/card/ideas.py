"""Ideas that would do a person good, besides those of the projects."""

from datetime import date

from typing_extensions import override

from notebook.domain.text import excerpt, short_name
from notebook.services.cards import PersonCard
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.icons import Icons
from notebook.ui.widgets.idea_rows import IdeaRows

_NAME = 60  # characters


class CardIdeas(CardPanel):
    """What would do somebody good, and what came of it.

    Attributes:
        ideas: the ideas, and the line for another one.
        person_id: whose ideas are shown.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__(translate("ideas", "What would do them good"))
        self.person_id = 0
        self.ideas = IdeaRows(icons)
        self.body.addWidget(self.ideas)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        self.hide()
        self.person_id = card.id
        called = short_name(card.given_name, card.name)
        self.set_title(filled(translate("ideas", "What would do %1 good"), excerpt(called, _NAME)))
        self.ideas.show_ideas(card.id, card.ideas, today)
        self.setHidden(not card.ideas)
