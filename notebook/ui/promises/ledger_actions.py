"""The buttons for the promises that are selected in the ledger."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from notebook.domain.promises import CLOSED, KEPT_AT_LAST, PromiseState
from notebook.services.promise_ledger import LedgerLine
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import icon_button, plain_button
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import text_label


class LedgerActions(QWidget):
    """Shows just what makes sense for what is selected.

    Attributes:
        keep, postpone, let_go, give_up, say, kept_on, reopen, correct, open_card, trash: the buttons.
    """

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._selected = text_label("", "second")
        self.keep = plain_button(translate("promises", "Kept"), icons, "check")
        self.postpone = plain_button(translate("promises", "Another day…"), icons, "calendar")
        self.let_go = plain_button(translate("promises", "Let go"))
        self.let_go.setToolTip(translate("promises", "Neither side needs it any more"))
        self.give_up = plain_button(translate("promises", "Not kept…"))
        self.say = plain_button(translate("promises", "It was said…"))
        self.kept_on = plain_button(translate("promises", "Kept on…"), icons, "calendar")
        self.reopen = plain_button(translate("promises", "Open again"), icons, "undo-2")
        self.correct = icon_button(icons, "pen-line", translate("promises", "Correct the words"))
        self.open_card = icon_button(icons, "user", translate("promises", "Open the card"))
        self.trash = icon_button(icons, "trash-2", translate("promises", "Delete"))
        self._buttons = (
            self.keep,
            self.postpone,
            self.let_go,
            self.give_up,
            self.say,
            self.kept_on,
            self.reopen,
            self.correct,
            self.open_card,
            self.trash,
        )
        flow = FlowLayout(self, gap=8)
        for button in self._buttons:
            flow.addWidget(button)
        flow.addWidget(self._selected)
        self.setMinimumHeight(self.keep.sizeHint().height())  # nothing jumps when all are hidden
        self.offer([])

    def offer(self, lines: Sequence[LedgerLine], *, with_card: bool = True) -> None:
        """Offer what can be done with these promises."""
        is_open = bool(lines) and all(line.state is PromiseState.OPEN for line in lines)
        is_closed = bool(lines) and all(line.state in CLOSED for line in lines)
        is_one = len(lines) == 1
        self.keep.setVisible(is_open)
        self.postpone.setText(
            translate("promises", "Set a day…")
            if all(line.due_on is None for line in lines)
            else translate("promises", "Another day…")
        )
        self.postpone.setVisible(is_open)
        self.let_go.setVisible(is_open)
        self.give_up.setVisible(is_open)
        self.say.setVisible(bool(lines) and all(line.is_unsaid for line in lines))
        self.kept_on.setVisible(bool(lines) and all(line.state in KEPT_AT_LAST for line in lines))
        self.reopen.setVisible(is_closed)
        self.correct.setVisible(is_one)
        self.open_card.setVisible(is_one and with_card)
        self.trash.setVisible(bool(lines))
        count = len(lines)
        words = translate("promises", "%n selected", count) if count > 1 else ""
        self._selected.setText(words)
        self._selected.setVisible(bool(words))
