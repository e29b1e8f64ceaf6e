"""Erasing somebody for good: what goes, what stays, the name typed to mean it, and the wait."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from notebook.domain.changes import Changes
from notebook.services.one_person.erasing import ErasePlan
from notebook.services.phrases import filled
from notebook.ui.dialogs.import_pages import WaitPage
from notebook.ui.jobs import Job, Progress, run_in_background
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.wrapping_label import WrappingLabel

_WIDTH = 480  # pixels


class EraseDialog(QDialog):
    """Says what erasing means; the button answers once the name is typed.

    `erase` does it in another thread, while the dialog can't be left. `taker` is the name of who
    takes over from one of us, empty for nobody.

    Attributes:
        wait_page: shown meanwhile.

    Signals:
        erased(Changes): it is done, and the dialog is closed.
        failed(Exception): it could not be done, and the dialog is closed.
    """

    erased = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        plan: ErasePlan,
        taker: str,
        erase: Callable[[Progress], Changes],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plan, self._taker, self._erase = plan, taker, erase
        self._job: Job | None = None
        self.wait_page = WaitPage()
        title = filled(self.tr("Erase %1 for good"), plan.name)
        self.setWindowTitle(title)
        self.heading = text_label(title, "heading", wrap=True)
        self.lines = [WrappingLabel(line) for line in self._told()]
        self.typed = QLineEdit(placeholderText=plan.name)
        self.typed.setAccessibleName(self.tr("The name, to mean it"))
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.erase_button = primary_button(self.tr("Erase for good"))
        self.erase_button.setEnabled(False)
        self._lay_out()
        self.typed.textChanged.connect(self._on_typed)
        self.cancel_button.clicked.connect(self.reject)
        self.erase_button.clicked.connect(self._on_erase)
        self.typed.setFocus()

    def _told(self) -> list[str]:
        plan = self._plan
        told = [self.tr("This can’t be undone."), self._what_goes()]
        if plan.projects:
            names = ", ".join(plan.projects)
            words = self.tr("%n projects go with everything in them: %1", "", len(plan.projects))
            if len(plan.projects) == 1:
                words = self.tr("One project goes with everything in it: %1")
            told.append(filled(words, names))
        if plan.shared_contacts:
            told.append(
                self.tr("%n contacts with others stay on their cards.", "", plan.shared_contacts)
                if plan.shared_contacts > 1
                else self.tr("One contact with others stays on their cards.")
            )
        if self._taker:
            words = self.tr("%1 takes over all that %2 looks after.")
            told.append(filled(words, self._taker, plan.name))
        elif plan.looked_after:
            told.append(
                self.tr("%n people are looked after by nobody then.", "", plan.looked_after)
                if plan.looked_after > 1
                else self.tr("One person is looked after by nobody then.")
            )
        told.append(
            self.tr("What you wrote about this person on the cards of others stays as it is.")
        )
        told.append(self._about_backups())
        return told

    def _what_goes(self) -> str:
        counts = self._plan.counts
        parts = [self.tr("the card and its history")]
        for table, one, many in (
            ("moment", self.tr("one contact"), self.tr("%n contacts", "", counts.get("moment", 0))),
            (
                "promise",
                self.tr("one promise"),
                self.tr("%n promises", "", counts.get("promise", 0)),
            ),
            (
                "reminder",
                self.tr("one reminder"),
                self.tr("%n reminders", "", counts.get("reminder", 0)),
            ),
            (
                "check_in",
                self.tr("one check-in"),
                self.tr("%n check-ins", "", counts.get("check_in", 0)),
            ),
            (
                "concern",
                self.tr("one concern"),
                self.tr("%n concerns", "", counts.get("concern", 0)),
            ),
        ):
            if counts.get(table):
                parts.append(one if counts[table] == 1 else many)
        return filled(self.tr("What goes: %1, and all else that belongs to it."), ", ".join(parts))

    def _about_backups(self) -> str:
        if not self._plan.backups:
            return self.tr("Backups that you keep in other places still hold this person.")
        return self.tr(
            "Backups made until now still hold this person. Those of the notebook are cleaned "
            "when the next backup is made, usually when you close the notebook; what you keep in "
            "other places is not."
        )

    def _lay_out(self) -> None:
        question = QWidget()
        column = QVBoxLayout(question)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(10)
        column.addWidget(self.heading)
        for line in self.lines:
            column.addWidget(line)
        column.addSpacing(4)
        column.addWidget(text_label(self.tr("Type the name to mean it:"), "second"))
        column.addWidget(self.typed)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.erase_button)
        column.addLayout(buttons)
        self.wait_page.setContentsMargins(22, 20, 22, 16)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(question)
        self._pages.addWidget(self.wait_page)
        self.setMinimumWidth(_WIDTH)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        wanted = " ".join(self._plan.name.split())
        self.erase_button.setEnabled(" ".join(text.split()).casefold() == wanted.casefold())

    @Slot()
    def _on_erase(self) -> None:
        self.wait_page.begin(filled(self.tr("Erasing %1…"), self._plan.name))
        self._pages.setCurrentWidget(self.wait_page)
        self._job = run_in_background(
            self, self._erase, self._on_done, self._on_failed, self._on_step
        )

    def _on_step(self, _done: int, _of: int) -> None:
        words = self.tr("%1 is erased. The file is written anew, so that no trace is left in it…")
        self.wait_page.begin(filled(words, self._plan.name))

    def _on_done(self, changes: Changes) -> None:
        self._job = None
        self.accept()
        self.erased.emit(changes)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.reject()
        self.failed.emit(error)

    @override
    def done(self, result: int) -> None:
        if self._job is None:  # what is being erased can't be left half-way
            super().done(result)
