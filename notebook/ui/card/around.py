"""Who is around a person: family, friends, colleagues, with or without a card of their own."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.text import short_name
from notebook.services.cards import PersonCard
from notebook.services.phrases import filled
from notebook.services.related import RelatedLine
from notebook.services.related_words import age_words
from notebook.translate import translate
from notebook.ui.card.card_panel import UnfoldingPanel
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import icon_button, link_button
from notebook.ui.widgets.elided_link import ElidedLink
from notebook.ui.widgets.kept_rows import KeptRows
from notebook.ui.widgets.labels import ElidedLabel, plain_tool_tip

_GAP = 8
_FEW = 5  # the others when they are asked for


class _Row(QWidget):
    """One of them: the name, what they are, how old, and what one can do."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.line: RelatedLine | None = None
        self.name = ElidedLabel("", "name")
        self.link = ElidedLink()
        for widget in (self.name, self.link):
            widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.about = ElidedLabel("", "second")
        self.card_button = link_button(translate("card", "Make a card"), second=True)
        self.edit_button = icon_button(icons, "pen-line", "")
        self.edit_button.setIconSize(QSize(15, 15))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.name)
        row.addWidget(self.link)
        row.addWidget(self.about, 1)
        row.addWidget(self.card_button)
        row.addWidget(self.edit_button)

    def show_line(self, line: RelatedLine, called: str, today: date) -> None:
        """Show somebody from now on."""
        self.line = line
        is_linked = line.other_id is not None
        self.name.setText(line.name)
        self.link.show_text(line.name)
        self.name.setHidden(is_linked)
        self.link.setVisible(is_linked)
        said = (line.words(called), age_words(line.birthday, today))
        self.about.setText(" · ".join(part for part in said if part))
        self.card_button.setHidden(is_linked)
        self.card_button.setAccessibleName(
            filled(translate("card", "Make a card for %1"), line.name)
        )
        change = filled(translate("card", "Change %1"), line.name)
        self.edit_button.setAccessibleName(change)
        self.edit_button.setToolTip(plain_tool_tip(change))


class Around(UnfoldingPanel):
    """A row for each of them, and a way to add somebody.

    Signals:
        person_chosen(int): open this card.
        add_chosen(): write somebody down.
        change_chosen(RelatedLine), promote_chosen(RelatedLine): change one, or give them a card.
    """

    person_chosen = Signal(object)
    add_chosen = Signal()
    change_chosen = Signal(object)
    promote_chosen = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._icons = icons
        self.add_button = link_button(translate("card", "Add"), second=True)
        self.add_button.setAccessibleName(translate("card", "Add somebody around this person"))
        self.title_row.addWidget(self.add_button)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        self.body.addLayout(lines)
        self._kept = KeptRows(lines, self._make_row)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(self.add_chosen)

    @override
    def has_lines(self, card: PersonCard) -> bool:
        return bool(card.related)

    @override
    def show_lines(self, card: PersonCard, today: date, *, all_of_them: bool) -> int:
        called = short_name(card.given_name, card.name)
        self.set_title(filled(translate("card", "People around %1"), called))
        shown = card.related if all_of_them else card.related[:_FEW]
        for row, line in zip(self._kept.take(len(shown)), shown, strict=True):
            row.show_line(line, called, today)
        return len(card.related) - len(shown)

    @property
    def rows(self) -> list[_Row]:
        """A row for each who was ever shown at once."""
        return self._kept.made

    def _make_row(self) -> _Row:
        row = _Row(self._icons)
        row.link.clicked.connect(_asking(row, lambda line: self.person_chosen.emit(line.other_id)))
        row.edit_button.clicked.connect(_asking(row, self.change_chosen.emit))
        row.card_button.clicked.connect(_asking(row, self.promote_chosen.emit))
        return row


def _asking(row: _Row, act: Callable[[RelatedLine], object]) -> Callable[[], None]:
    def ask() -> None:
        assert row.line is not None, "a row that is seen shows somebody"
        act(row.line)

    return ask
