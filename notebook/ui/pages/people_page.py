"""The people: a list at the left, the chosen card or its editor at the right."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.errors import Refused
from notebook.services.people import PersonDraft
from notebook.services.people_filters import FilterLine
from notebook.ui.card.card_page import CardPage
from notebook.ui.errands.desk import Desk
from notebook.ui.errands.leaving import ask_who_takes_over
from notebook.ui.navigator import CardPlace
from notebook.ui.pages.list_page import ListPage
from notebook.ui.people.people_column import PeopleColumn
from notebook.ui.prompts import may_leave
from notebook.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from notebook.ui.people.several_page import SeveralPage
    from notebook.ui.person_editor.person_editor import PersonEditor


_SHOWN = (
    "person",
    "person_group",
    "membership",
    "saved_filter",
    "role",
    "organisation",
    "moment",
    "moment_person",
    "attachment",
    "fit_check",
    "promise",
    "project",
    "fact",
    "asked_question",
    "own_field",
    "own_value",
    "setting",
    "contact_detail",
    "promise_move",
    "check_in",
    "concern",
    "step_taken",
    "related_person",
    "person_photo",
    "need",
    "value_idea",
    "offering",
    "suggestion",
    "referral",
)
"""What changes the list, or a card."""


class PeoplePage(ListPage):
    """Keeps list and card together.

    Signals:
        moment_chosen(int): correct this contact.
    """

    moment_chosen = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._notebook, self._people = desk, desk.notebook, desk.notebook.people
        self._notifier, self._clock, self._prompts = desk.notifier, desk.clock, desk.prompts
        self.list = self.column = PeopleColumn(desk)
        self.card = CardPage(desk)
        self.nobody = EmptyState(desk.icons, "users", self.tr("Choose somebody from the list"))
        self._edited: int | None = None
        self.lay_out(self.list, (self.nobody, self.card))
        self._connect()

    @cached_property
    def editor(self) -> "PersonEditor":
        """The editor, made when it is first opened: it has more fields than all else together."""
        from notebook.ui.person_editor.person_editor import PersonEditor

        editor = PersonEditor(
            self._people,
            self._desk.icons,
            self._notebook.organisations.named,
            self._notebook.groups.names,
            self._notebook.own_fields.all,
            self._notebook.preferences.sensitive_groups,
        )
        editor.save_chosen.connect(self._on_save)
        editor.cancelled.connect(self._on_cancelled)
        self.stack.addWidget(editor)
        return editor

    @cached_property
    def several(self) -> "SeveralPage":
        """What can be done to several people, made when they are first chosen."""
        from notebook.ui.people.several_page import SeveralPage

        page = SeveralPage(self._desk)
        self.stack.addWidget(page)
        return page

    @property
    def _is_editing(self) -> bool:
        return "editor" in self.__dict__ and self.stack.currentWidget() is self.editor

    @property
    def _shows_several(self) -> bool:
        return "several" in self.__dict__ and self.stack.currentWidget() is self.several

    @property
    def person_id(self) -> int | None:
        """Whose card is open; None when none is."""
        card_is_open = self.stack.currentWidget() is self.card
        return self.card.card.id if card_is_open and self.card.card else None

    def show_person(self, person_id: int) -> None:
        """Open a card and point to it in the list."""
        if not self.may_leave():
            return
        self.card.show_person(person_id)
        self.stack.setCurrentWidget(self.card)
        self.column.open_id = person_id
        self.column.go_to(person_id)

    def show_place(self, place: CardPlace) -> None:
        """Open a card at a contact, a promise, a need or a referral."""
        self.show_person(place.person_id)
        if self.person_id == place.person_id:
            self.card.show_place(place)

    def show_found(self, text: str) -> None:
        """Show in the list whom this text finds, and open the first of them."""
        self.list.search.setText(text)
        line = self.column.first()
        if line is not None:
            self.show_person(line.id)

    def show_first(self) -> None:
        """Open the first card of the list, if there is one and none is open."""
        line = self.column.first()
        if self.person_id is None and line is not None:
            self.show_person(line.id)
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_person(self, person_id: int | None) -> None:
        """Open the editor for a person, or for a new one (None)."""
        if not self.may_leave():
            return
        self._edited = person_id
        self.editor.edit(person_id)
        self.stack.setCurrentWidget(self.editor)

    @override
    def may_leave(self) -> bool:
        """Whether nothing typed would be lost; asks the user when something would."""
        is_writing = self.person_id is not None and self.card.facts.is_writing
        if not (self.editor.has_changes if self._is_editing else is_writing):
            return True
        lost = self.tr("What you typed on this card is not saved yet.")
        leave = may_leave(self._prompts, lost)
        if leave and self._is_editing:
            self._close_editor()
        elif leave:
            self.card.facts.stop_writing()
        return leave

    @override
    def reload(self, changes: Changes) -> None:
        """Look again after a change, and stay with whom one was."""
        if not changes.concern(*_SHOWN):
            return
        open_card = self.card.card.id if self.card.card else None
        rows = self.list.view.selected_rows()
        self.column.reload()
        if self._shows_several and self.column.select_again(rows, self.several.ids):
            self.several.show_people(self.several.ids)
            return
        if open_card is None:
            if self._shows_several:
                self.stack.setCurrentWidget(self.nobody)
            return
        try:
            self.card.reload()
        except Refused:  # the person went to the trash, or came from a change that was undone
            self.card.card = self.column.open_id = None
            if not self._is_editing:
                self.stack.setCurrentWidget(self.nobody)
            elif self._edited is not None:
                self._edited = None
                self.editor.go_on_without_person()
            return
        if self._shows_several:
            self.stack.setCurrentWidget(self.card)
        self.column.point_to(open_card)

    def show_view(self, line: FilterLine) -> None:
        """Show whom a group or a filter finds, and open the first of them."""
        self.list.search.clear()
        self.column.views.choose(line)
        first = self.column.first()
        if first is not None:
            self.show_person(first.id)

    def _connect(self) -> None:
        self.column.person_chosen.connect(self._on_person)
        self.column.several_chosen.connect(self._on_several)
        # Nobody should change people whom the list no longer shows as chosen.
        for others_listed in (
            self.column.searched,
            self.column.order_chosen,
            self.column.views.chosen,
        ):
            others_listed.connect(self._on_others_listed)
        self.list.add_chosen.connect(lambda: self.edit_person(None))
        self.card.edit_chosen.connect(self.edit_person)
        self.card.trash_chosen.connect(self._on_trash)
        self.card.moment_chosen.connect(self.moment_chosen)
        self.card.facts.edit_chosen.connect(self._on_edit_fact)

    def _close_editor(self) -> None:
        self.editor.edit(None)
        self.stack.setCurrentWidget(self.card if self.card.card else self.nobody)

    @Slot(object)
    def _on_person(self, person_id: int) -> None:
        if self.may_leave():
            self.column.open_id = person_id
            self.card.show_person(person_id)
            self.stack.setCurrentWidget(self.card)

    @Slot(object)
    def _on_several(self, ids: Sequence[int]) -> None:
        if self.may_leave():
            self.several.show_people(ids)
            self.stack.setCurrentWidget(self.several)

    @Slot()
    def _on_others_listed(self) -> None:
        if self._shows_several:
            self.stack.setCurrentWidget(self.card if self.card.card else self.nobody)

    @Slot(object)
    def _on_save(self, draft: PersonDraft) -> None:
        edited, today = self._edited, self._clock.today()
        leaves = () if edited is None or draft.is_team else (edited,)

        def saved(changes: Changes) -> None:
            self._close_editor()
            self._notifier.tell(changes)
            self.show_person(changes.new_id)

        ask_who_takes_over(
            self._desk,
            leaves,
            self.tr("Save"),
            lambda: self._people.save(edited, draft, today),
            saved,
        )

    @Slot()
    def _on_cancelled(self) -> None:
        if self.may_leave():
            self._close_editor()

    @Slot(object, object)
    def _on_edit_fact(self, person_id: int, fact_id: int | None) -> None:
        self.edit_person(person_id)
        if self._is_editing and self._edited == person_id:
            self.editor.point_to_fact(fact_id)

    @Slot(object)
    def _on_trash(self, person_id: int) -> None:
        if not self.may_leave():
            return

        def trashed(changes: Changes) -> None:
            self._notifier.tell(changes)
            self.show_first()

        ask_who_takes_over(
            self._desk,
            (person_id,),
            self.tr("Move to trash"),
            lambda: self._people.trash(person_id),
            trashed,
        )
