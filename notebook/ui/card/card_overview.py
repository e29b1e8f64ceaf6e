"""The first tab of a card: its panels, those with nothing to show left out."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from notebook.services.cards import PersonCard
from notebook.services.moments import Moments
from notebook.services.timeline import TimelinePart
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel, LatePanel
from notebook.ui.card.card_tabs import CardTab
from notebook.ui.card.habits import Habits
from notebook.ui.card.last_check_in import LastCheckIn
from notebook.ui.card.note import Note
from notebook.ui.card.projects import Projects
from notebook.ui.card.promises import Promises
from notebook.ui.card.reach import Reach
from notebook.ui.card.recent import Recent
from notebook.ui.card.worth_remembering import WorthRemembering
from notebook.ui.clock import Clock
from notebook.ui.icons import Icons
from notebook.ui.pages.moment_list import MomentList
from notebook.ui.widgets.columns import Columns
from notebook.ui.widgets.concern_lines import OpenConcerns
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.scrolling import scrolling
from notebook.ui.widgets.tab_order import focus_kept

RECENT_MOMENTS, PLANNED_MOMENTS = 5, 3


class CardOverview(CardTab):
    """The panels of a card.

    Attributes:
        worth, reach, promises, concerns, last_check_in, projects, habits, note, recent, to_come,
        fit, ask, own_values, groups, set_right: the panels.

    Signals:
        planned_made(MomentList): there is a list of planned moments from now on.
        group_chosen(GroupName): show everybody in this group.
        fit_chosen(): look again at how we fit.
        concern_chosen(int): look at this concern.
        ask_made(SmallAsk): there is a small question from now on.
        around_made(Around): there is a panel of the people around somebody from now on.
    """

    planned_made = Signal(object)
    fit_chosen = Signal()
    group_chosen = Signal(object)
    concern_chosen = Signal(object)
    ask_made = Signal(object)
    around_made = Signal(object)

    def __init__(
        self, moments: Moments, clock: Clock, icons: Icons, helping: Sequence[LatePanel] = ()
    ) -> None:
        super().__init__()
        self._shown: int | None = None
        self.worth = WorthRemembering(icons)
        self.reach = Reach(icons)
        self.promises = Promises(icons)
        self.concerns = OpenConcerns(with_project=True)
        self.concerns.chosen.connect(self.concern_chosen)
        self.last_check_in = LastCheckIn(icons)
        self.projects = Projects()
        self.habits = Habits()
        self.note = Note()
        newest = translate("card", "Recent moments")
        part = TimelinePart.PAST
        self.recent = Recent(MomentList(moments, clock, icons, newest, part, RECENT_MOMENTS))
        self.to_come = LatePanel(
            lambda card: bool(card.planned_count), lambda: self._make_to_come(moments, clock, icons)
        )
        self.fit = LatePanel(lambda card: card.fit_check is not None, self._make_fit)
        self.ask = LatePanel(lambda card: card.small_question is not None, self._make_ask)
        self.own_values = LatePanel(lambda card: bool(card.own_values), self._make_own_values)
        self.around = LatePanel(lambda card: bool(card.related), lambda: self._make_around(icons))
        self.groups = LatePanel(lambda card: bool(card.groups), self._make_groups)
        self.set_right = LatePanel(lambda card: bool(card.closed_concerns), self._make_set_right)
        self.their_words = LatePanel(
            lambda card: bool(card.communication.terms_used or card.communication.terms_avoided),
            _make_their_words,
        )
        self._rows = self._in_rows(helping)
        self._quiet = text_label(
            translate(
                "card",
                "Only the name is known so far. Log the first contact, or add what you know.",
            ),
            "second",
            wrap=True,
        )
        self._lay_out()

    def _in_rows(self, helping: Sequence[LatePanel]) -> list[tuple[CardPanel | LatePanel, ...]]:
        return [
            (self.worth, *helping[:1], self.reach, *helping[1:]),
            (self.ask,),
            (self.around,),
            (self.promises, self.last_check_in),
            (self.to_come,),
            (self.recent,),
            (self.fit,),
            (self.set_right,),
            (self.projects, self.habits),
            (self.groups,),
            (self.their_words,),
            (self.own_values,),
            (self.note,),
        ]

    def point_to(self, find: Callable[[], QWidget | None]) -> None:
        """Bring what `find` returns into view, with the keyboard on it."""
        # Rows that were just made have no place yet.
        QTimer.singleShot(0, self, lambda: self._point_to(find()))

    def reveal(self, panel: QWidget) -> None:
        """Bring a panel into view."""
        self._scroll.ensureWidgetVisible(panel)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        is_other = self._shown != card.id
        with focus_kept(self):
            if is_other:
                self._shown = card.id
                self._scroll.verticalScrollBar().setValue(0)
                self._inside.hide()  # else each panel that comes or goes lays out all the others
            self._fill(card, today)
            if is_other:
                self._give_room()  # now, so that the panels are laid out only once
                self._inside.show()

    def _fill(self, card: PersonCard, today: date) -> None:
        self.concerns.show_concerns(card.open_concerns, today)
        panels = [panel for row in self._rows for panel in row]
        for panel in panels:
            panel.show_card(card, today)
        others = (each for each in (self.concerns, *panels) if each is not self.worth)
        is_quiet = not self.worth.chips and all(panel.isHidden() for panel in others)
        self._quiet.setVisible(is_quiet)

    def _give_room(self) -> None:
        """Make the page as tall as its panels, which the scroll area does later."""
        self._columns.updateGeometry()
        room = self._scroll.viewport().size()
        height = self._inside.heightForWidth(room.width())
        self._inside.resize(room.width(), max(room.height(), height))

    def _make_to_come(self, moments: Moments, clock: Clock, icons: Icons) -> CardPanel:
        from notebook.ui.card.to_come import ToCome

        planned = translate("card", "To come")
        part = TimelinePart.TO_COME
        panel = ToCome(MomentList(moments, clock, icons, planned, part, PLANNED_MOMENTS))
        self.planned_made.emit(panel.moments)
        return panel

    def _make_ask(self) -> CardPanel:
        from notebook.ui.card.small_ask import SmallAsk

        panel = SmallAsk()
        self.ask_made.emit(panel)
        return panel

    def _make_own_values(self) -> CardPanel:
        from notebook.ui.card.own_values import OwnValues

        return OwnValues()

    def _make_around(self, icons: Icons) -> CardPanel:
        from notebook.ui.card.around import Around

        panel = Around(icons)
        self.around_made.emit(panel)
        return panel

    def _make_groups(self) -> CardPanel:
        from notebook.ui.card.groups import CardGroups

        panel = CardGroups()
        panel.chosen.connect(self.group_chosen)
        return panel

    def _make_set_right(self) -> CardPanel:
        from notebook.ui.card.set_right import SetRight

        panel = SetRight()
        panel.chosen.connect(self.concern_chosen)
        return panel

    def _make_fit(self) -> CardPanel:
        from notebook.ui.card.fit import Fit

        panel = Fit()
        panel.chosen.connect(self.fit_chosen)
        return panel

    def _lay_out(self) -> None:
        self._columns = Columns([(self._quiet,), (self.concerns,), *self._rows])
        inside = self._inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(22, 12, 22, 22)
        column.addWidget(self._columns)
        column.addStretch(1)
        self._scroll = scrolling(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _point_to(self, widget: QWidget | None) -> None:
        if widget is not None:
            self._give_room()
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(widget)


def _make_their_words() -> CardPanel:
    from notebook.ui.card.their_words import TheirWords

    return TheirWords()
