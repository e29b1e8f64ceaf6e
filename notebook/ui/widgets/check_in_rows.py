"""The table of a check-in: said at the start, says today, compared with what was expected."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from notebook.domain.check_ins import About, Grade
from notebook.services.check_ins.sheet import SheetLine
from notebook.services.check_ins.words import about_word, grade_word
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import divider
from notebook.ui.widgets.wrapping_label import WrappingLabel

GRADE_TONES: dict[object, str] = {
    Grade.BELOW: "bad",
    Grade.AS_EXPECTED: "calm",
    Grade.ABOVE: "ok",
}
_COLUMNS = 3
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def grade_choice(name: str) -> ChoiceRow:
    """Return the three grades to choose from; `name` is what is graded."""
    options = [(grade, grade_word(grade)) for grade in Grade]
    return ChoiceRow(options, name, tones=GRADE_TONES, compact=True)


class CheckInRow:
    """One first answer with its two fields.

    Attributes:
        said, grade: what they say today, and how it compares.
    """

    def __init__(self, line: SheetLine, changes: Sequence[str]) -> None:
        self.line = line
        title = about_word(line.about)
        expected = line.expected or translate("check-in", "Not talked about at the start")
        about = filled(translate("check-in", "%1: %2"), title, " ".join(expected.split()))
        self.first = QWidget()
        column = QVBoxLayout(self.first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(text_label(title, "second"))
        column.addWidget(WrappingLabel(expected, "" if line.expected else "soft"))
        for change in changes:
            column.addWidget(WrappingLabel(change, "second"))
        self.said = GrowingTextEdit(
            filled(translate("check-in", "Says today about “%1”"), about),
            most=5,
            single_line_submit=True,
        )
        self.said.setPlainText(line.said_today)
        self.grade = grade_choice(about)
        self.grade.set_value(line.grade)
        self.said.submitted.connect(self.grade.setFocus)

    def filled_in(self) -> SheetLine:
        """Return the line as it stands."""
        grade = cast("Grade | None", self.grade.value())
        return replace(self.line, said_today=self.said.toPlainText(), grade=grade)


class CheckInRows(QWidget):
    """All first answers of a check-in, one below the other.

    Signals:
        changed(): something was graded or written.
    """

    changed = Signal()

    def __init__(
        self,
        lines: Sequence[SheetLine],
        agreed_anew: Mapping[About, Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        changes = dict(agreed_anew)  # each is said once, beside the first line that it is about
        self.rows = [CheckInRow(line, changes.pop(line.about, ())) for line in lines]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(12)
        for column, share in enumerate((40, 40, 0)):
            self._grid.setColumnStretch(column, share)
        self._headings = [text_label("", "panelTitle") for _ in range(_COLUMNS)]
        for column, heading in enumerate(self._headings):
            self._grid.addWidget(heading, 0, column)
        for row in self.rows:
            self._add(row)
            row.grade.chosen.connect(self.changed)
            row.said.textChanged.connect(self.changed)

    def say_headings(self, since: str, first_name: str) -> None:
        """Say above the columns since when the answers hold, and who is asked today."""
        for heading, words in zip(
            self._headings,
            (
                filled(self.tr("Said at the start, %1"), since),
                self.tr("Says today"),
                self.tr("Compared with what was expected"),
            ),
            strict=True,
        ):
            heading.setText(words)
        for row in self.rows:
            row.said.setPlaceholderText(filled(self.tr("What did %1 say?"), first_name))

    def lines(self) -> tuple[SheetLine, ...]:
        """Return all lines as they stand."""
        return tuple(row.filled_in() for row in self.rows)

    def _add(self, row: CheckInRow) -> None:
        self._grid.addWidget(divider(), self._grid.rowCount(), 0, 1, _COLUMNS)
        place = self._grid.rowCount()
        self._grid.addWidget(row.first, place, 0, _MIDDLE)
        self._grid.addWidget(row.said, place, 1, _MIDDLE)
        self._grid.addWidget(row.grade, place, 2, _MIDDLE)
