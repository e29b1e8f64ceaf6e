"""The contacts of a project, the newest first, of which some decided how it ended."""

from collections.abc import Callable, Collection, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout

from notebook.domain.dates_in_words import relative_day
from notebook.domain.text import excerpt
from notebook.services.phrases import filled
from notebook.services.project_moments import ProjectMoment
from notebook.services.words import channel_word
from notebook.translate import translate
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.labels import escape_mnemonic, plain_tool_tip
from notebook.ui.widgets.panel import Panel

_LONGEST = 64  # characters
_MORE = 30  # lines, each time the user wants more


class DecidingMoments(Panel):
    """Contacts to tick; hidden when the project has none.

    `older(known, most)` brings more of the `total` when they are wanted.

    Attributes:
        more_button: the way to them.
    """

    def __init__(
        self,
        moments: Sequence[ProjectMoment],
        total: int,
        older: Callable[[int, int], Sequence[ProjectMoment]],
        today: date,
    ) -> None:
        super().__init__(translate("closing", "Which contacts decided it?"))
        self._total, self._older, self._today = total, older, today
        self._boxes: dict[int, QCheckBox] = {}
        self._column = QVBoxLayout()
        self.more_button = link_button("", second=True, calm=True)
        self.more_button.clicked.connect(self._on_more)
        self.body.addLayout(self._column)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(moments)
        self.setHidden(not moments)

    def chosen(self) -> tuple[int, ...]:
        """Return the ids of what was ticked."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def choose(self, moment_ids: Collection[int]) -> None:
        """Tick these contacts, of those that are there."""
        for key, box in self._boxes.items():
            box.setChecked(key in moment_ids)

    def box(self, moment_id: int) -> QCheckBox:
        """Return the box of a contact."""
        return self._boxes[moment_id]

    def _show(self, moments: Sequence[ProjectMoment]) -> None:
        for moment in moments:
            self._boxes[moment.id] = box = self._box(moment)
            self._column.addWidget(box)
        hidden = self._total - len(self._boxes)
        self.more_button.setText(translate("closing", "Show %n more", min(hidden, _MORE)))
        self.more_button.setVisible(hidden > 0)

    def _box(self, moment: ProjectMoment) -> QCheckBox:
        said = moment.text.strip() or moment.their_words.strip() or channel_word(moment.channel)
        words = filled(
            translate("closing", "%1 · %2"),
            relative_day(moment.day, self._today),
            excerpt(" ".join(said.split()), _LONGEST),
        )
        box = QCheckBox(escape_mnemonic(words))
        box.setAccessibleName(words)
        box.setToolTip(plain_tool_tip(said))
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return box

    @Slot()
    def _on_more(self) -> None:
        """Bring the next ones; the keyboard goes on with the first of them."""
        older = self._older(len(self._boxes), _MORE)
        self._show(older)
        if older:
            box = self._boxes[older[0].id]
            QTimer.singleShot(0, box, box.setFocus)  # Qt shows a new widget a moment later
