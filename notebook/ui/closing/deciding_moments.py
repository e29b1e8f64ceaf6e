"""The newest contacts of a project, of which some decided how it ended."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QCheckBox, QSizePolicy

from notebook.domain.dates_in_words import relative_day
from notebook.domain.text import excerpt
from notebook.services.phrases import filled
from notebook.services.project_moments import ProjectMoment
from notebook.services.words import channel_word
from notebook.translate import translate
from notebook.ui.widgets.labels import escape_mnemonic, plain_tool_tip
from notebook.ui.widgets.panel import Panel

_LONGEST = 64  # characters


class DecidingMoments(Panel):
    """Contacts to tick; hidden when the project has none."""

    def __init__(self, moments: Sequence[ProjectMoment], today: date) -> None:
        super().__init__(translate("closing", "Which contacts decided it?"))
        self._boxes: dict[int, QCheckBox] = {}
        for moment in moments:
            said = moment.text.strip() or moment.their_words.strip() or channel_word(moment.channel)
            words = filled(
                translate("closing", "%1 · %2"),
                relative_day(moment.day, today),
                excerpt(" ".join(said.split()), _LONGEST),
            )
            box = QCheckBox(escape_mnemonic(words))
            box.setAccessibleName(words)
            box.setToolTip(plain_tool_tip(said))
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._boxes[moment.id] = box
            self.body.addWidget(box)
        self.setHidden(not moments)

    def chosen(self) -> tuple[int, ...]:
        """Return the ids of what was ticked."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def box(self, moment_id: int) -> QCheckBox:
        """Return the box of a contact."""
        return self._boxes[moment_id]
