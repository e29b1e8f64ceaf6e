"""What the answers of a check-in mean for its concern, and the tick that says what to do about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.concern_offers import ConcernFacts, Offer
from notebook.domain.text import excerpt
from notebook.services.check_ins.sheet import CheckInDraft
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.icons import IconMark, Icons
from notebook.ui.widgets.labels import escape_mnemonic, text_label

_NAME = 24  # letters
_WORDS = {
    Offer.OPEN: "Open a concern, to be set right with %1 first",
    Offer.JOIN: "Make it part of the concern of %1 that is open",
    Offer.REOPEN: "Open its concern again",
    Offer.MOVE: "Put its concern under the name of %1",
    Offer.TAKE_AWAY: "There was nothing wrong: move its concern to the trash",
}


class ConcernOffer(QWidget):
    """Says how many answers are below, and offers what follows from that.

    What the user ticked or not stays while the same thing is offered.

    Attributes:
        warning: what is said.
        tick: whether to do what is offered.
    """

    def __init__(self, facts: ConcernFacts, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = facts
        self._offer: Offer | None = None
        self.mark = IconMark(icons, "triangle-alert", "warn", 18)
        self.warning = text_label("", "warn", wrap=True)
        self.tick = QCheckBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.warning)
        words.addWidget(self.tick)
        row.addLayout(words, 1)

    def show_draft(self, draft: CheckInDraft, first_name: str) -> None:
        """Show what there is to offer for a check-in as it stands, with whoever is asked."""
        offer = self._facts.offer(draft.what_is_below, draft.person_id)
        if offer is not self._offer:
            self._offer = offer
            self.tick.setChecked(offer is not None and self._facts.is_usual(offer))
        called = excerpt(first_name, _NAME)
        words = filled(translate("check-in", _WORDS[offer]), called) if offer else ""
        self.tick.setText(escape_mnemonic(words))
        self.tick.setAccessibleName(words)
        self.tick.setVisible(offer is not None)
        said = self._said(len(draft.below), is_own=self._facts.is_own(draft.person_id))
        self.warning.setText(said)
        self.mark.setVisible(bool(said))

    def accepts(self) -> bool:
        """Return whether to do what is offered."""
        return self.tick.isChecked()

    def declines(self) -> bool:
        """Return whether something is offered that is not wanted."""
        return self._offer is not None and not self.accepts()

    def _said(self, below: int, *, is_own: bool) -> str:
        is_open = is_own and self._facts.is_open
        if below:
            words = _how_many(below)
            if is_open:
                return f"{words} {translate('check-in', 'Its concern is open.')}"
            return words
        if not is_open:
            return ""
        if self._facts.is_shared:
            return translate(
                "check-in",
                "No answer is below what was expected. Its concern stays open, for another check-in.",
            )
        return translate(
            "check-in", "No answer is below what was expected, but its concern is open."
        )


def _how_many(below: int) -> str:
    if below == 1:
        return translate("check-in", "One answer is below what was expected.")
    return translate("check-in", "%n answers are below what was expected.", below)
