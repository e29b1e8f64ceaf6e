"""What somebody does, in the head of their card: each organisation one click away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from notebook.services.cards import PersonCard
from notebook.services.phrases import filled
from notebook.services.roles import RoleLine, coming_words, span_words
from notebook.translate import translate
from notebook.ui.widgets.elided_link import ElidedLink
from notebook.ui.widgets.labels import ElidedLabel, text_label

_MOST_PAST = 3


class _RoleRow(QWidget):
    """One role of now: what they do, and where."""

    def __init__(self) -> None:
        super().__init__()
        self.organisation_id: int | None = None
        self.title = ElidedLabel("", "second")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.organisation = ElidedLink(second=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.title)
        row.addWidget(self.organisation)
        row.addStretch(1)

    def show_role(self, role: RoleLine) -> None:
        """Show this role from now on."""
        both = role.title.strip() and role.organisation
        self.title.setText(f"{role.title}," if both else role.title)
        self.title.setHidden(not role.title.strip())
        self.organisation_id = role.organisation_id
        self.organisation.show_text(role.organisation)
        self.organisation.setHidden(not role.organisation)


class CardRoles(QWidget):
    """The roles of now below each other, those to come and those of before in one quiet line each.

    Signals:
        organisation_chosen(int): open this organisation.
    """

    organisation_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_RoleRow] = []
        self.coming = text_label("", "small", wrap=True)
        self.past = text_label("", "small", wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(1)
        outer.addLayout(self._column)
        outer.addWidget(self.coming)
        outer.addWidget(self.past)

    def show_card(self, card: PersonCard) -> None:
        """Show the roles of a card; the rows are kept, for dressing new ones takes long."""
        while len(self._rows) < len(card.present_roles):
            self._add_row()
        for row, role in zip(self._rows, card.present_roles, strict=False):
            row.show_role(role)
            row.show()
        for row in self._rows[len(card.present_roles) :]:
            row.hide()
        self.coming.setText(_coming_words(card.coming_roles))
        self.coming.setVisible(bool(card.coming_roles))
        self.past.setText(_past_words(card.past_roles))
        self.past.setVisible(bool(card.past_roles))
        self.setHidden(not card.roles)

    def words(self) -> list[str]:
        """Return the roles of now as they stand there."""
        return [
            " ".join(part for part in (row.title.text(), row.organisation.whole_text) if part)
            for row in self._rows
            if not row.isHidden()
        ]

    def links(self) -> list[ElidedLink]:
        """Return the organisations that can be opened."""
        return [row.organisation for row in self._rows if not row.isHidden()]

    def _add_row(self) -> None:
        row = _RoleRow()
        row.organisation.clicked.connect(lambda: self.organisation_chosen.emit(row.organisation_id))
        self._rows.append(row)
        self._column.addWidget(row)


def _coming_words(roles: tuple[RoleLine, ...]) -> str:
    said = [_with(role, coming_words(role.from_on, role.until_on)) for role in roles]
    return filled(translate("card", "To come: %1"), "; ".join(said))


def _with(role: RoleLine, when: str) -> str:
    return f"{role.words} ({when})" if when else role.words


def _past_words(roles: tuple[RoleLine, ...]) -> str:
    said = [_with(role, span_words(role.from_on, role.until_on)) for role in roles[:_MOST_PAST]]
    words = filled(translate("card", "Before: %1"), "; ".join(said)) if said else ""
    more = len(roles) - _MOST_PAST
    return f"{words} {translate('card', 'and %n more', more)}" if more > 0 else words
