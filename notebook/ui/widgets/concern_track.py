"""One track of a concern: its steps, each with what was said or done."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.concerns import AFTER, TRACKS, ConcernStep, Track
from notebook.domain.dates_in_words import day_month
from notebook.services.concern_page import StepLine, track_word
from notebook.services.concerns import StepEntry
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import escape_mnemonic, text_label
from notebook.ui.widgets.panel import Panel


class StepRow(QWidget):
    """One step: whether it is done, since when, and a note.

    Attributes:
        done, note: the two fields.
    """

    def __init__(self, line: StepLine, today: date) -> None:
        super().__init__()
        self.step = line.step
        self.done = QCheckBox(escape_mnemonic(line.word))
        self.done.setAccessibleName(line.word)
        self.done.setChecked(line.done_on is not None)
        when = day_month(line.done_on, today) if line.done_on else ""
        self.note = GrowingTextEdit(
            filled(translate("concern", "Note on “%1”"), line.word), line.hint, most=5
        )
        self.note.setPlainText(line.note)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.done)
        top.addStretch(1)
        top.addWidget(text_label(when, "second"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.note)

    def entry(self) -> StepEntry:
        """Return the step as it stands."""
        return StepEntry(self.done.isChecked(), self.note.toPlainText())


class ConcernTracks(QWidget):
    """Both tracks beside each other; a step can be done once what comes before it is.

    Attributes:
        rows: all steps by what they are.

    Signals:
        changed(): a step was done, or taken back.
    """

    changed = Signal()

    def __init__(
        self, steps: Sequence[StepLine], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = {line.step: StepRow(line, today) for line in steps}
        self._panels = QHBoxLayout(self)
        self._panels.setContentsMargins(0, 0, 0, 0)
        self._panels.setSpacing(12)
        for track in Track:
            panel = Panel(track_word(track))
            for row in self._of(track):
                panel.body.addWidget(row)
            self._panels.addWidget(panel, 1, Qt.AlignmentFlag.AlignTop)
        for row in self.rows.values():
            row.done.toggled.connect(self._on_toggled)
        self._allow()

    def entries(self) -> dict[ConcernStep, StepEntry]:
        """Return all steps as they stand."""
        return {step: row.entry() for step, row in self.rows.items()}

    def _of(self, track: Track) -> Iterator[StepRow]:
        return (self.rows[step] for step in TRACKS[track])

    def _allow(self) -> None:
        """Let nobody do a step before its time, and keep none whose time is not yet."""
        for step, row in self.rows.items():
            first = AFTER.get(step)
            ready = first is None or self.rows[first].done.isChecked()
            row.done.setEnabled(ready)
            words = translate("concern", "“%1” comes before it")
            row.done.setToolTip("" if ready or first is None else filled(words, self._word(first)))
            if not ready and row.done.isChecked():
                row.done.setChecked(False)

    def _word(self, step: ConcernStep) -> str:
        return self.rows[step].done.accessibleName()

    @Slot(bool)
    def _on_toggled(self, _is_done: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self._allow()
        self.changed.emit()
