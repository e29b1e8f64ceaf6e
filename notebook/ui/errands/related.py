"""Writing down who is around a person."""

from PySide6.QtCore import QObject, Slot

from notebook.domain.text import fold, short_name
from notebook.errors import Refused
from notebook.services.people_list import PersonLine
from notebook.services.related import RelatedDraft, RelatedLine
from notebook.ui.errands.desk import Desk


class RelatedErrands(QObject):
    """Runs the dialog of people around somebody, and tells the notifier what came of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.related_requested.connect(self.open)
        desk.navigator.related_card_requested.connect(self.promote)

    @Slot(object, object)
    def open(self, person_id: int, known: RelatedLine | None) -> None:
        """Add somebody around a person (None), or change whom one knows."""
        from notebook.ui.dialogs.related_dialog import RelatedDialog

        desk = self._desk
        try:
            draft = desk.notebook.people.draft(person_id)
        except Refused:  # the card stood there longer than the person did
            return
        dialog = RelatedDialog(
            desk.icons,
            desk.prompts,
            short_name(draft.given_name, draft.name),
            known,
            lambda text: self._find(text, person_id),
            lambda typed: self._save(person_id, known, typed),
            desk.window,
        )
        if known is not None:
            dialog.remove_chosen.connect(lambda: self._remove(person_id, known))
        desk.open(dialog)

    @Slot(object)
    def promote(self, known: RelatedLine) -> None:
        """Give a name a card of its own."""
        desk = self._desk
        trouble = desk.trouble(lambda: desk.notebook.related.promote(known.id, desk.clock.today()))
        if trouble:
            desk.prompts.show_problem(self.tr("There is no new card"), trouble)

    def _find(self, text: str, except_id: int) -> list[PersonLine]:
        """Return whose name it may be; what else is told of people would be in the way here."""
        typed = fold(text)
        return [
            line
            for line in self._desk.find_people(text)
            if line.id != except_id and typed in fold(line.name)
        ]

    def _save(self, person_id: int, known: RelatedLine | None, typed: RelatedDraft) -> str:
        related = self._desk.notebook.related
        if known is None:
            return self._desk.trouble(lambda: related.add(person_id, typed))
        return self._desk.trouble(lambda: related.change(person_id, known.id, typed))

    def _remove(self, person_id: int, known: RelatedLine) -> None:
        desk = self._desk
        trouble = desk.trouble(lambda: desk.notebook.related.remove(person_id, known.id))
        if trouble:
            desk.prompts.show_problem(self.tr("Nobody was removed"), trouble)
