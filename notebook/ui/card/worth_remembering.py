"""What is worth remembering about a person, as chips; in groups when there is much."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from notebook.domain.dates_in_words import partial_date_in_words
from notebook.domain.facts import SENSITIVE, FactGroup, known_of
from notebook.domain.partial_date import LeapDay
from notebook.services.card_facts import known_topics
from notebook.services.card_parts import FactDraft
from notebook.services.cards import PersonCard
from notebook.services.fact_words import known_words, not_confirmed_words
from notebook.services.phrases import filled
from notebook.services.words import group_word
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.card.fact_block import FactBlock
from notebook.ui.card.fact_chip import FactChip
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.tab_order import focus_kept

if TYPE_CHECKING:
    from notebook.ui.card.new_fact import NewFact

Known = tuple[FactGroup, int, int]
"""A group, how many of its topics are known, and of how many."""

_MANY = 12  # facts, beyond which they stand in their groups
_MOST_OF_A_GROUP = 4


class WorthRemembering(CardPanel):
    """Birthday and personal facts as chips, each with a menu.

    Attributes:
        add_button: another fact.
        new_fact: the line for another one, as long as one is being written down.
        blocks: the facts, in one block or a block for each group.
        confirm_action, use_action, edit_action, remove_action: the menu of a chip, once it is made.

    Signals:
        confirmed(int), used(int), removed(int): this fact is still true, was used, or goes.
        edit_chosen(object): change this fact; None for the birthday.
        add_chosen(): another one is to be written down.
        written(FactDraft): this one was.
        left(): no more of them.
    """

    confirmed = Signal(object)
    used = Signal(object)
    removed = Signal(object)
    edit_chosen = Signal(object)
    add_chosen = Signal()
    written = Signal(object)
    left = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "Worth remembering"), parent)
        self._icons = icons
        self.blocks: list[FactBlock] = []
        self._card: PersonCard | None = None
        self._today = date.min
        self._unfolded: set[int] = set()
        self._stop = 0
        self._menu: QMenu | None = None
        self._chosen: FactDraft | None = None
        self.new_fact: NewFact | None = None
        self.add_button = link_button(translate("card", "Add"), second=True)
        self.add_button.setAccessibleName(translate("card", "Add something worth remembering"))
        self.add_button.clicked.connect(self.add_chosen)
        self.title_row.addWidget(self.add_button)
        self._hint = text_label(
            translate("card", "Family, interests, food: whatever helps the next talk."),
            "second",
            wrap=True,
        )
        self._old = text_label("", "small", wrap=True)
        self._known = text_label("", "small", wrap=True)
        self.body.addWidget(self._hint)
        self._add_block()
        self.body.addWidget(self._known)
        self.body.addWidget(self._old)

    @property
    def chips(self) -> list[FactChip]:
        """The chips that are shown, in their order."""
        return [chip for block in self.blocks if not block.isHidden() for chip in block.chips]

    @property
    def is_writing(self) -> bool:
        """Whether something is being written down that is not kept yet."""
        return self.new_fact is not None and self.new_fact.has_text

    def write(self, sensitive: Iterable[FactGroup]) -> None:
        """Offer a line for another fact, of these sensitive groups too."""
        if self.new_fact is None:
            from notebook.ui.card.new_fact import NewFact

            self.new_fact = NewFact(self._icons, sensitive)
            self.new_fact.written.connect(self.written)
            self.new_fact.left.connect(self.left)
            self.body.insertWidget(0, self.new_fact)  # in sight, with a hundred of them too
        self.new_fact.row.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_another(self) -> None:
        """Empty the line for the next one."""
        if self.new_fact is not None:
            self.new_fact.begin_another()

    def stop_writing(self) -> None:
        """Take the line away."""
        if self.new_fact is not None:
            self.new_fact.hide()
            self.new_fact.deleteLater()
            self.new_fact = None

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the facts of a card."""
        if self._card is None or self._card.id != card.id:
            self._unfolded.clear()
            self.stop_writing()
            self._stop = 0
        self._card, self._today = card, today
        self.hide()
        self._old.setText(not_confirmed_words(sum(fact.is_stale(today) for fact in card.facts)))
        self._old.setHidden(not self._old.text())
        if len(card.facts) > _MANY:
            self._show_groups(card, today)
        else:
            self._show_all(card, today)
        self._hint.setHidden(bool(self.chips))
        self._set_stop(self._stop)
        self.show()

    def _show_all(self, card: PersonCard, today: date) -> None:
        self.blocks[0].show_facts("", card.facts, _birthday(card, today), None, today)
        self._hide_blocks(1)
        self._show_counts(_known(card), is_anything=any(known for _, known, _ in _known(card)))

    def _show_groups(self, card: PersonCard, today: date) -> None:
        facts: defaultdict[FactGroup, list[FactDraft]] = defaultdict(list)
        for fact in card.facts:
            facts[fact.group].append(fact)
        shown = [each for each in _known(card) if facts[each[0]] or _has_birthday(card, each[0])]
        while len(self.blocks) < len(shown):
            self._add_block()
        for place, (group, known, of) in enumerate(shown):
            count = known_words(known, of) if known else ""
            heading = " · ".join(filter(None, (group_word(group), count)))
            birthday = _birthday(card, today) if _has_birthday(card, group) else ""
            most = None if place in self._unfolded else _MOST_OF_A_GROUP
            self.blocks[place].show_facts(heading, facts[group], birthday, most, today)
        self._hide_blocks(len(shown))
        self._show_counts([each for each in _known(card) if each not in shown], is_anything=True)

    def _show_counts(self, groups: Sequence[Known], *, is_anything: bool) -> None:
        """Say how much is known of these groups, in one quiet line, once there is anything."""
        counts = [
            filled(translate("card", "%1 %2 of %3"), group_word(group), str(known), str(of))
            for group, known, of in groups
            if known or (of and group not in SENSITIVE)
        ]
        is_worth_it = is_anything and bool(counts)
        words = filled(translate("card", "Known: %1"), " · ".join(counts))
        self._known.setText(words if is_worth_it else "")
        self._known.setHidden(not is_worth_it)

    def _hide_blocks(self, first: int) -> None:
        for block in self.blocks[first:]:
            block.hide()

    def _add_block(self) -> None:
        block, place = FactBlock(self._icons), len(self.blocks)
        block.opened.connect(self._on_opened)
        block.step_chosen.connect(self._on_step)
        block.unfolded.connect(lambda: self._unfold(place))
        self.blocks.append(block)
        self.body.insertWidget(self.body.indexOf(self._hint), block)

    def _unfold(self, place: int) -> None:
        assert self._card is not None, "there is nothing to unfold without a card"
        before = len(self.blocks[place].chips)
        self._unfolded.add(place)
        with focus_kept(self):
            self.show_card(self._card, self._today)
        self._go_to(self.chips.index(self.blocks[place].chips[before]))

    def _set_stop(self, stop: int) -> None:
        """Let Tab reach one chip; arrows reach the others."""
        chips = self.chips
        self._stop = max(min(stop, len(chips) - 1), 0)
        for place, chip in enumerate(chips):
            is_stop = place == self._stop
            policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(policy)

    def _go_to(self, place: int) -> None:
        self._set_stop(place)
        self.chips[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        self.confirm_action = QAction(translate("card", "Still true"), menu)
        self.use_action = QAction(translate("card", "Used as an opener today"), menu)
        self.edit_action = QAction(translate("card", "Edit"), menu)
        self.remove_action = QAction(translate("card", "Remove"), menu)
        menu.addActions([self.confirm_action, self.use_action])
        menu.addSeparator()
        menu.addActions([self.edit_action, self.remove_action])
        self.confirm_action.triggered.connect(lambda: self._tell(self.confirmed))
        self.use_action.triggered.connect(lambda: self._tell(self.used))
        self.remove_action.triggered.connect(lambda: self._tell(self.removed))
        self.edit_action.triggered.connect(self._on_edit)
        return menu

    def _tell(self, signal: SignalInstance) -> None:
        if self._chosen is not None:
            signal.emit(self._chosen.id)

    @Slot(object)
    def _on_opened(self, chip: FactChip) -> None:
        self._menu = self._menu or self._make_menu()
        self._chosen = chip.fact
        for action in (self.confirm_action, self.use_action, self.remove_action):
            action.setVisible(chip.fact is not None)
        self._go_to(self.chips.index(chip))
        self._menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    @Slot()
    def _on_edit(self) -> None:
        self.edit_chosen.emit(self._chosen.id if self._chosen else None)

    @Slot(object, int)
    def _on_step(self, chip: FactChip, step: int) -> None:
        chips = self.chips
        self._go_to((chips.index(chip) + step) % len(chips))


def _known(card: PersonCard) -> Sequence[Known]:
    has_birthday = card.birthday is not None
    topics = known_topics(card.facts, card.related)
    return [(group, *known_of(group, topics, has_birthday=has_birthday)) for group in FactGroup]


def _has_birthday(card: PersonCard, group: FactGroup) -> bool:
    return card.birthday is not None and group is FactGroup.FAMILY


def _birthday(card: PersonCard, today: date) -> str:
    if card.birthday is None:
        return ""
    words = partial_date_in_words(card.birthday)
    following = card.birthday.next_on_or_after(today, LeapDay.FEBRUARY_28)
    age = card.birthday.age_on(following) if following else None
    if age is None:
        return words
    return translate("card", "{day}, {age} next").replace("{day}", words).replace("{age}", str(age))
