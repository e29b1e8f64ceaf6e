"""One of us goes: choosing who takes over what they look after."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from notebook.services.leaving_team import Leaving
from notebook.services.people import TeamMember
from notebook.services.phrases import filled
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.dialogs.handover_dialog import what_goes
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.buttons import plain_button
from notebook.ui.widgets.labels import text_label

_NOBODY = "nobody"


class LeavingDialog(FormDialog):
    """Lets the user choose another one of us, or nobody; `go` does it and says what went wrong.

    Signals:
        sheet_chosen(int, int | None): show the sheet about the first for the second.
    """

    sheet_chosen = Signal(object, object)

    def __init__(
        self,
        leaving: Leaving,
        icons: Icons,
        prompts: Prompts,
        act: str,
        go: Callable[[TeamMember | None], str],
        parent: QWidget | None = None,
    ) -> None:
        first = leaving.members[0]
        several = self.tr("Who takes over from these %n of the team?", "", len(leaving.members))
        title = filled(self.tr("Who takes over from %1?"), first.name)
        super().__init__(
            icons, prompts, title if len(leaving.members) == 1 else several, "", act, parent
        )
        self._leaving, self._go = leaving, go
        name = self.tr("Goes to")
        self.what = text_label("\n".join(what_goes(leaving.what)), wrap=True)
        self.taker = QComboBox(placeholderText=self.tr("Choose"))
        self.taker.setAccessibleName(name)
        for member in leaving.successors:
            self.taker.addItem(member.name, member)
        self.taker.addItem(self.tr("Nobody for now"), _NOBODY)
        self.taker.setCurrentIndex(-1 if leaving.successors else 0)
        self.nobody = text_label(
            self.tr(
                "With nobody, these people stay in the notebook, and the page of the team counts "
                "them as looked after by nobody."
            ),
            "second",
            wrap=True,
        )
        self.sheet_button = plain_button(self.tr("Handover sheet…"), icons, "file-text")
        self.sheet_button.setAutoDefault(False)
        self.sheet_button.setVisible(len(leaving.members) == 1)
        self.sheet_button.setEnabled(leaving.what.has_sheet)
        rows = [("", self.what), (name, self.taker), ("", self.nobody)]
        self.lay_out(rows, (self.sheet_button,))
        self.sheet_button.clicked.connect(
            lambda: self.sheet_chosen.emit(first.id, self._taker_id())
        )
        self.taker.setFocus()

    @override
    def save(self) -> str:
        if self.taker.currentIndex() < 0:
            self.taker.setFocus()
            return self.tr("Choose who takes over, or nobody for now.")
        return self._go(self._taker())

    def _taker(self) -> TeamMember | None:
        chosen = self.taker.currentData()
        return chosen if isinstance(chosen, TeamMember) else None

    def _taker_id(self) -> int | None:
        taker = self._taker()
        return taker.id if taker is not None else None
