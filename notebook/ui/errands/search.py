"""Search everything, and go to what was chosen."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence

from notebook.domain.matching import has_all, typed_words
from notebook.services.found import Found, FoundGroup, Kind, Rank, in_order
from notebook.ui.errands.desk import Desk
from notebook.ui.navigator import CardPlace, LogRequest, ProjectPlace, WizardRequest
from notebook.ui.photo_shelf import PhotoShelf

_AT_FIRST = 5


class SearchErrands(QObject):
    """Opens the search above the pages; `actions` are the commands that it finds too."""

    def __init__(self, desk: Desk, actions: Callable[[], Mapping[str, QAction]]) -> None:
        super().__init__(desk.window)
        self._desk, self._actions = desk, actions
        desk.navigator.search_requested.connect(self.search)

    @Slot()
    def search(self) -> None:
        """Open the search."""
        from notebook.ui.dialogs.search_palette import SearchPalette

        desk = self._desk
        shelf = PhotoShelf(desk.notebook)
        palette = SearchPalette(desk.icons, shelf, self.find, self.more, desk.window)
        palette.chosen.connect(self._on_chosen)
        palette.log_chosen.connect(self._on_log)
        palette.person_named.connect(self._on_named)
        self._desk.open(palette)

    def find(self, text: str) -> tuple[FoundGroup, ...]:
        """Return what a text may mean; whom one was in touch with for an empty one."""
        search, today = self._desk.notebook.search, self._desk.clock.today()
        groups = search.search(text, today) if text else search.recent(today)
        return in_order((*groups, self._commands(text, _AT_FIRST)))

    def more(self, kind: Kind, text: str) -> FoundGroup:
        """Return a whole group."""
        if kind is Kind.COMMAND:
            return self._commands(text, len(self._actions()))
        return self._desk.notebook.search.more(kind, text, self._desk.clock.today())

    def _commands(self, text: str, most: int) -> FoundGroup:
        words = typed_words(text)
        found = [
            Found(Kind.COMMAND, number, _words_of(action), aside=_keys_of(action), key=key)
            for number, (key, action) in enumerate(self._actions().items())
            if key != "search" and (not text or (words and has_all(_words_of(action), words)))
        ]
        return FoundGroup(Kind.COMMAND, Rank.NAMED, tuple(found[:most]), len(found))

    @Slot(object)
    def _on_chosen(self, found: Found) -> None:
        go = self._desk.navigator
        by_id = {
            Kind.PERSON: go.person_requested,
            Kind.REMINDER: go.own_reminder_requested,
            Kind.CONCERN: go.concern_requested,
            Kind.OFFERING: go.offering_requested,
        }
        if found.kind in by_id:
            by_id[found.kind].emit(found.id)
        elif found.kind is Kind.COMMAND:
            self._actions()[found.key].trigger()
        elif found.kind is Kind.ORGANISATION:
            go.organisation_requested.emit(found.id)
        else:
            self._go_within(found)

    def _go_within(self, found: Found) -> None:
        """Go to a place on a card or in a project."""
        go = self._desk.navigator
        match found:
            case Found(kind=Kind.MOMENT, person_id=int(person_id)):
                go.place_requested.emit(CardPlace(person_id, moment_id=found.id))
            case Found(kind=Kind.PROMISE, person_id=int(person_id)):
                go.place_requested.emit(CardPlace(person_id, promise_id=found.id))
            case Found(kind=Kind.NEED, person_id=int(person_id)):
                go.place_requested.emit(CardPlace(person_id, need_id=found.id))
            case Found(kind=Kind.REFERRAL, person_id=int(person_id)):
                go.place_requested.emit(CardPlace(person_id, referral_id=found.id))
            case Found(kind=Kind.ANSWER) if found.key:
                go.wizard_requested.emit(WizardRequest(found.project_id, question_key=found.key))
            case Found(project_id=int(project_id)):
                is_answer = found.kind is Kind.ANSWER
                go.place_requested.emit(ProjectPlace(project_id, agreement=is_answer))

    @Slot(object)
    def _on_log(self, found: Found) -> None:
        people = () if found.person_id is None else (found.person_id,)
        request = LogRequest(person_ids=people, project_id=found.project_id)
        self._desk.navigator.log_requested.emit(request)

    @Slot(str, bool)
    def _on_named(self, name: str, logs: bool) -> None:  # noqa: FBT001 - a signal's argument
        person_id = self._desk.add_person(name).id
        self._desk.navigator.person_requested.emit(person_id)
        if logs:
            self._desk.navigator.log_requested.emit(LogRequest(person_ids=(person_id,)))


def _words_of(action: QAction) -> str:
    return action.text().replace("&&", "&")


def _keys_of(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
