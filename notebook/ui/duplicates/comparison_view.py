"""Two cards side by side, chosen field by field, and what becomes of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.duplicates import Choice
from notebook.services.duplicates.comparing import CardSide, Comparison
from notebook.services.duplicates.fields import PHOTO, FieldPair
from notebook.services.phrases import filled
from notebook.ui.duplicates.field_choice import FieldChoice
from notebook.ui.icons import Icons
from notebook.ui.photo_shelf import PhotoShelf
from notebook.ui.widgets.avatar import Avatar
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.elided_link import ElidedLink
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.scrolling import scrolling
from notebook.ui.widgets.wrapping_label import WrappingLabel

_PHOTO = 48  # pixels
_LONGEST_SAME = 120  # letters of a value that is merely taken over


class ComparisonView(QWidget):
    """Shows a comparison, and remembers what was chosen.

    Attributes:
        comparison: what is shown.
        choices: what the user chose, by the key of the field.
        merge_button, two_button: make one card of it, or leave it at two.

    Signals:
        person_chosen(int): open this card.
    """

    person_chosen = Signal(object)

    def __init__(self, icons: Icons, shelf: PhotoShelf) -> None:
        super().__init__()
        self._shelf = shelf
        self.comparison: Comparison | None = None
        self.choices: dict[str, Choice] = {}
        self.fields: dict[str, FieldChoice] = {}
        self.two_button = plain_button(self.tr("They are two people"), icons, "users")
        self.merge_button = primary_button(self.tr("Merge into one"), icons, "user")
        self._lay_out()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show two cards; what was chosen for the same two stays chosen."""
        if comparison == self.comparison:
            return
        if _ids(self.comparison) != _ids(comparison):
            self.choices = {}
        self.comparison, self.fields = comparison, {}
        clear_layout(self._panels)
        self._panels.addWidget(self._sides(comparison))
        if differing := [each for each in comparison.fields if each.differs]:
            self._panels.addWidget(self._differing(differing))
        if same := [each for each in comparison.fields if not each.differs]:
            self._panels.addWidget(self._same(same))
        self._panels.addWidget(self._moving(comparison))
        if not self.choices:
            self._area.verticalScrollBar().setValue(0)

    def scroll_to_end(self) -> None:
        """Show what stands last."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _lay_out(self) -> None:
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(22, 18, 22, 12)
        self._panels = QVBoxLayout()
        self._panels.setSpacing(12)
        whole.addLayout(self._panels)
        whole.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 10, 22, 14)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.two_button)
        foot.addWidget(self.merge_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._area = scrolling(inside)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    def _sides(self, comparison: Comparison) -> Panel:
        panel = Panel(self.tr("Is this one person?"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        for column, side in enumerate((comparison.kept, comparison.other)):
            grid.addWidget(self._side(side), 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        panel.body.addLayout(grid)
        return panel

    def _side(self, side: CardSide) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        avatar = Avatar(side.name, side.id, shelf=self._shelf)
        avatar.set_person(side.name, side.id, side.photo_at)
        name = ElidedLink(side.name)
        name.clicked.connect(lambda: self.person_chosen.emit(side.id))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(avatar)
        head.addWidget(name)
        head.addStretch(1)
        column.addLayout(head)
        for line in side.lines:
            column.addWidget(WrappingLabel(line, "second"))
        return whole

    def _differing(self, fields: list[FieldPair]) -> Panel:
        panel = Panel(self.tr("Choose where they differ"))
        panel.body.setSpacing(12)
        for field in fields:
            choice = self.choices.get(field.key, field.choice)
            picture = self._photo if field.key == PHOTO else None
            row = self.fields[field.key] = FieldChoice(field, choice, picture)
            row.chosen.connect(self._on_chosen)
            panel.body.addWidget(row)
        note = self.tr("What you do not choose is kept in the note.")
        if any(field.key == PHOTO for field in fields):
            note = self.tr("What you do not choose is kept in the note, but for the photo.")
        panel.body.addWidget(WrappingLabel(note, "second"))
        return panel

    def _photo(self, choice: Choice) -> QWidget:
        assert self.comparison is not None
        side = self.comparison.kept if choice is Choice.KEPT else self.comparison.other
        avatar = Avatar(side.name, side.id, _PHOTO, shelf=self._shelf)
        avatar.set_person(side.name, side.id, side.photo_at)
        return avatar

    def _same(self, fields: list[FieldPair]) -> Panel:
        panel = Panel(self.tr("The same, or known on one card only"))
        panel.body.setSpacing(4)
        for field in fields:
            value = " ".join((field.mine or field.theirs).split())
            short = value if len(value) <= _LONGEST_SAME else value[:_LONGEST_SAME] + "…"
            words = field.title if field.key == PHOTO else filled("%1: %2", field.title, short)
            panel.body.addWidget(WrappingLabel(words, "second"))
        return panel

    def _moving(self, comparison: Comparison) -> Panel:
        panel = Panel(self.tr("What moves to the first card"))
        words = " · ".join(comparison.moves) or self.tr("Nothing else is on the second card.")
        panel.body.addWidget(WrappingLabel(words))
        return panel

    def _on_chosen(self, key: str, choice: Choice) -> None:
        self.choices[key] = choice


def _ids(comparison: Comparison | None) -> tuple[int, int] | None:
    return (comparison.kept.id, comparison.other.id) if comparison else None
