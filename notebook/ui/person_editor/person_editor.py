"""A card as a page to edit: only the name is needed, and everything typed stays as typed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from notebook.domain.facts import FactGroup
from notebook.domain.text import excerpt
from notebook.services.card_rebase import rebased
from notebook.services.own_fields import FieldLine
from notebook.services.people import People, PersonDraft
from notebook.services.phrases import filled
from notebook.ui.icons import Icons
from notebook.ui.person_editor.habits import Habits
from notebook.ui.person_editor.section import EditorSection
from notebook.ui.person_editor.talking import Talking
from notebook.ui.person_editor.ways import Ways
from notebook.ui.person_editor.who import Who
from notebook.ui.person_editor.worth import Worth
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.organisation_edit import FindOrganisations
from notebook.ui.widgets.scrolling import scrolling
from notebook.ui.widgets.tab_order import follow_the_eye

if TYPE_CHECKING:
    from notebook.ui.person_editor.own_values import OwnValues

_LONGEST_NAME = 80  # letters in the heading


class PersonEditor(QWidget):
    """Edits one person, new or known; nothing is saved before Save.

    Attributes:
        sections: its parts, `who`, `ways`, `habits`, `talking` and `worth`, and `own_values` if there
            are any.

    Signals:
        save_chosen(PersonDraft): the user is done.
        cancelled(): the user thought better of it.
    """

    save_chosen = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        people: People,
        icons: Icons,
        find_organisations: FindOrganisations,
        known_groups: Callable[[], Sequence[str]],
        own_fields: Callable[[], Sequence[FieldLine]],
        sensitive_groups: Callable[[], Iterable[FactGroup]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._people = people
        self._icons = icons
        self._own_fields, self._sensitive_groups = own_fields, sensitive_groups
        self._own_lines: Sequence[FieldLine] = ()
        self._person_id: int | None = None
        self._draft = PersonDraft(name="")
        self.title = text_label("", "title", wrap=True)
        self.banner = Banner(icons)
        self.save_button = primary_button(self.tr("Save"))
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.who = Who(icons, find_organisations)
        self.ways = Ways(icons)
        self.habits = Habits(icons, known_groups)
        self.talking = Talking()
        self.worth = Worth(icons)
        self.own_values: OwnValues | None = None
        self.sections: tuple[EditorSection, ...] = (
            self.who,
            self.ways,
            self.habits,
            self.talking,
            self.worth,
        )
        self._lay_out()
        self._connect()

    def edit(self, person_id: int | None) -> None:
        """Begin with a person as known so far, or with an empty card."""
        draft = self._people.draft(person_id) if person_id else PersonDraft(name="")
        self._person_id = person_id
        self.title.setText(
            filled(self.tr("Edit %1"), excerpt(draft.name, _LONGEST_NAME))
            if person_id
            else self.tr("New person")
        )
        self.habits.offer_team(self._people.team(), person_id)
        self.worth.facts.offer_groups(self._sensitive_groups())
        self._offer_own_fields()
        self._show(draft)
        self.banner.clear()
        self.who.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> PersonDraft:
        """Return what stands in the fields."""
        typed: dict[str, Any] = {}
        for section in self.sections:
            typed |= section.values()
        return PersonDraft(**typed)

    @property
    def has_changes(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.draft() != self._draft

    def go_on_without_person(self) -> None:
        """Keep what was typed about somebody who is gone: saving adds a new person."""
        self._person_id = None
        gone = self.tr("%1 is no longer in the notebook. Saving adds a new person.")
        self.banner.show_message(filled(gone, self._draft.name), "warn")

    def point_to_fact(self, fact_id: int | None) -> None:
        """Go to a fact, or to the birthday (None)."""
        self._point_to(self.worth.facts.field_of(fact_id) or self.worth.birthday)

    def _point_to(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, QLineEdit):
            field.end(False)  # noqa: FBT003 - whether to mark the text
        # Fields that were just made have no place yet.
        QTimer.singleShot(0, field, lambda: self._scroll.ensureWidgetVisible(field))

    def _offer_own_fields(self) -> None:
        """Make the section of the user's own fields anew when they are others than before."""
        lines = self._own_fields()
        if [replace(line, used_by=0) for line in lines] == self._own_lines:
            return
        self._own_lines = [replace(line, used_by=0) for line in lines]
        if self.own_values is not None:
            self.sections = self.sections[:-1]
            self.own_values.hide()
            self.own_values.deleteLater()
            self.own_values = None
        if lines:
            from notebook.ui.person_editor.own_values import OwnValues

            self.own_values = OwnValues(lines)
            self.own_values.submitted.connect(self._on_save)
            self.sections = (*self.sections, self.own_values)
            self._column.insertWidget(self._column.count() - 1, self.own_values)

    def _finished(self) -> PersonDraft:
        """Return what was typed, beside what an import may have added to the card meanwhile."""
        typed = self.draft()
        if self._person_id is None:
            return typed
        return rebased(self._draft, typed, self._people.draft(self._person_id))

    def _show(self, draft: PersonDraft) -> None:
        for section in self.sections:
            section.show_draft(draft)
        follow_the_eye(self._inside)
        self._draft = self.draft()

    def _lay_out(self) -> None:
        inside = self._inside = QWidget()
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(22, 4, 22, 22)
        column.setSpacing(12)
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(22, 20, 22, 8)
        buttons.setSpacing(8)
        buttons.addWidget(self.title, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        banner = QHBoxLayout()
        banner.setContentsMargins(22, 0, 22, 0)
        banner.addWidget(self.banner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(buttons)
        outer.addLayout(banner)
        self._scroll = scrolling(inside)
        outer.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.cancelled)
        for keys, slot in (
            (QKeySequence("Ctrl+S"), self._on_save),
            (QKeySequence("Ctrl+Return"), self._on_save),
            (QKeySequence("Escape"), self.cancelled),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.who.roles.submitted.connect(self._on_save)
        self.habits.groups.submitted.connect(self._on_save)
        for field in self.findChildren(QLineEdit):
            if field.parent() not in (self.worth.birthday, self.habits.groups):
                field.returnPressed.connect(self._on_save)

    @Slot()
    def _on_save(self) -> None:
        if not self.who.name.text().strip():
            self.banner.show_message(self.tr("A name is all that is needed."), "warn")
            self.who.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (wrong := self.who.roles.wrong_date()) is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.worth.birthday.is_valid():
            self.worth.birthday.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (longest := self.habits.rhythm.trouble()) is not None:
            shorter = self.tr("The longest time must not be shorter than the rhythm.")
            self.banner.show_message(shorter, "warn")
            longest.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.own_values is not None and (found := self.own_values.wrong()) is not None:
            field, sentence = found
            self.banner.show_message(sentence, "warn")
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.save_chosen.emit(self._finished())
