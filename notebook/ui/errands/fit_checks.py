"""Thinking about a first meeting: whether we and this person fit."""

from PySide6.QtCore import QObject, QTimer, Slot

from notebook.domain.fit import FitDecision
from notebook.domain.text import short_name
from notebook.errors import NotebookError, Refused
from notebook.services.fit_checks import FitEntry
from notebook.services.phrases import filled
from notebook.ui.announcing import AnnouncingWindow
from notebook.ui.errands.desk import Desk


class FitCheckErrands(QObject):
    """Offers the fit check after a first meeting, and runs its dialog."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.fit_check_requested.connect(self.open)

    def offer_after(self, moment_id: int) -> None:
        """Ask quietly whether to think about a first meeting, where the logged moment was one."""
        window = self._desk.window
        first = self._desk.notebook.fit_checks.first_meeting(moment_id)
        if first is None or not isinstance(window, AnnouncingWindow):
            return
        called = short_name(first.given_name, first.name)
        window.announce(
            filled(self.tr("This was your first meeting with %1. Did you fit together?"), called),
            self.tr("Think it over"),
            lambda: self._open(first.person_id, moment_id),
        )

    @Slot(object)
    def open(self, person_id: int) -> None:
        """Say how we and this person fit, or change what was said."""
        self._open(person_id, None)

    def _open(self, person_id: int, moment_id: int | None) -> None:
        from notebook.ui.dialogs.fit_dialog import FitDialog

        desk = self._desk
        try:
            card = desk.notebook.cards.card(person_id, desk.clock.today())
        except Refused:  # the offer stood there longer than the person did
            return
        called = short_name(card.given_name, card.name)
        dialog = FitDialog(
            desk.icons,
            desk.prompts,
            called,
            card.fit_check,
            lambda entry: self._save(person_id, entry, moment_id),
            desk.window,
        )
        dialog.delete_chosen.connect(self._delete)
        desk.open(dialog)

    def _save(self, person_id: int, entry: FitEntry, moment_id: int | None) -> str:
        desk = self._desk
        try:
            changes = desk.notebook.fit_checks.save(person_id, entry, desk.clock.today(), moment_id)
        except NotebookError as problem:
            return str(problem)
        desk.notifier.tell(changes)
        if entry.decision is FitDecision.REFER and changes.kinds:
            # Only once the dialog is closed: the referral opens above the window.
            QTimer.singleShot(0, self, lambda: desk.navigator.referral_requested.emit(person_id))
        return ""

    @Slot(object)
    def _delete(self, fit_check_id: int) -> None:
        self._desk.notifier.tell(self._desk.notebook.fit_checks.delete(fit_check_id))
