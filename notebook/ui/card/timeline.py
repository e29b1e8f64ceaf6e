"""The timeline of a card: what is to come, then every contact, newest first."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.services.moments import Moments
from notebook.services.timeline import TimelineChoices, TimelineFilter
from notebook.translate import translate
from notebook.ui.card.card_tabs import CardTab
from notebook.ui.card.timeline_filter import TimelineFilterBar
from notebook.ui.icons import Icons
from notebook.ui.pages.moment_list import MomentList
from notebook.ui.widgets.labels import text_label

_FIND = "Ctrl+Shift+F"


def timeline_keys() -> list[tuple[str, str]]:
    """Return the keys of a timeline, each with what it does."""
    return [
        (_FIND, translate("timeline", "In a timeline: search these moments")),
        ("B", translate("timeline", "On a planned meeting: read the brief")),
    ]


class Timeline(CardTab):
    """All moments with a person, or those that a filter lets through.

    Attributes:
        filter: what narrows them down.
        moments: the list.
    """

    def __init__(self, moments: MomentList, service: Moments, icons: Icons) -> None:
        super().__init__()
        self._service = service
        self._person_id: int | None = None
        self.moments = moments
        self.filter = TimelineFilterBar(icons, self._choices)
        self.nothing = text_label("", "second", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 12, 22, 22)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.nothing)
        column.addWidget(moments, 1)
        column.addStretch(0)
        self.filter.changed.connect(self._on_filter)
        find = QShortcut(QKeySequence(_FIND), self)
        find.activated.connect(self.filter.take_cursor)

    def point_to(self, moment_id: int) -> None:
        """Make a moment the current one, in view; a filter that hides it is cleared."""
        if self.filter.wanted() != TimelineFilter():
            self.filter.clear()
            self._on_filter(self.filter.wanted())
        self.moments.point_to(moment_id)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        if card.id != self._person_id:
            self._person_id = card.id
            self.filter.clear()
        self.filter.setHidden(not card.moment_count + card.planned_count)
        self.moments.show_person(card)
        self._say_nothing()

    def _choices(self) -> TimelineChoices:
        assert self._person_id is not None, "no card is open"
        return self._service.choices(self._person_id)

    def _say_nothing(self) -> None:
        is_empty = not self.moments.count()
        words = translate("timeline", "Nothing yet. Log the first contact, or plan one.")
        if not self.filter.isHidden():
            words = translate("timeline", "No moment is like this. Try fewer words.")
        self.nothing.setText(words)
        self.nothing.setVisible(is_empty)
        self.moments.setHidden(is_empty)

    @Slot(object)
    def _on_filter(self, wanted: TimelineFilter) -> None:
        self.moments.narrow(wanted)
        self._say_nothing()
