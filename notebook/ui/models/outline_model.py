"""A checklist as a list: its name, its steps, and the questions below each step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from notebook.domain.checklists import AnswerKind, Checklist, personalise
from notebook.services.answer_kinds import kind_name
from notebook.services.phrases import filled
from notebook.ui.widgets.labels import plain_tool_tip

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which the model returns the whole row."""

_MIME = "application/x-notebook-checklist-part"
_NOWHERE = QModelIndex()


class Part(Enum):
    """What a row stands for."""

    CHECKLIST = "checklist"
    STEP = "step"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One row; `key` is the key of the step or question, `step_key` that of a question's step."""

    part: Part
    key: str
    text: str
    kind: AnswerKind | None = None
    step_key: str = ""

    @property
    def identity(self) -> tuple[Part, str]:
        """What stays the same when words change."""
        return self.part, self.key


def question_target(rows: Sequence[OutlineRow], key: str, before: int) -> tuple[str, int] | None:
    """Return step and place of a question that is put before a row; None without any step."""
    here = [row.identity for row in rows].index((Part.QUESTION, key))
    rest = [row for row in rows if row.identity != (Part.QUESTION, key)]
    above = rest[: before - 1 if here < before else before]
    steps = [number for number, row in enumerate(above) if row.part is Part.STEP]
    if steps:
        return above[steps[-1]].key, len(above) - steps[-1] - 1
    first = next((row for row in rest if row.part is Part.STEP), None)
    return (first.key, 0) if first else None


def step_target(rows: Sequence[OutlineRow], key: str, before: int) -> int:
    """Return the place among the steps of one that is put before a row."""
    return sum(row.part is Part.STEP and row.key != key for row in rows[:before])


class OutlineModel(QAbstractListModel):
    """The parts of one checklist, with a name filled in; they can be dragged to other places.

    Signals:
        question_dropped(str, str, int): this question, to this step, at this place.
        step_dropped(str, int): this step, at this place.
    """

    question_dropped = Signal(str, str, int)
    step_dropped = Signal(str, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[OutlineRow] = []
        self._name = ""

    def show(self, checklist: Checklist) -> bool:
        """Show a checklist; return whether the rows are others than before, so that none is chosen."""
        rows = [OutlineRow(Part.CHECKLIST, "", checklist.name)]
        for step in checklist.steps:
            rows.append(OutlineRow(Part.STEP, step.key, step.title))
            rows += [
                OutlineRow(Part.QUESTION, each.key, each.text, each.kind, step.key)
                for each in step.questions
            ]
        if [row.identity for row in rows] == [row.identity for row in self.rows]:
            self.rows = rows
            self._tell_all()
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def fill_in(self, name: str) -> None:
        """Show this name wherever the words have a place for one."""
        self._name = name
        self._tell_all()

    def set_words(self, number: int, text: str, kind: AnswerKind | None = None) -> None:
        """Show what is being typed for a row."""
        self.rows[number] = replace(self.rows[number], text=text, kind=kind)
        self.dataChanged.emit(self.index(number), self.index(number))

    def row_of(self, part: Part, key: str = "") -> int | None:
        """Return the number of a row; None when there is no such part."""
        identities = [row.identity for row in self.rows]
        return identities.index((part, key)) if (part, key) in identities else None

    def _tell_all(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def _spoken(self, row: OutlineRow) -> str:
        words = personalise(row.text, self._name)
        if row.part is Part.STEP:
            return filled(self.tr("Step: %1"), words)
        if row.kind is not None:
            return filled(self.tr("%1 Answer: %2"), words, kind_name(row.kind))
        return words

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return replace(row, text=personalise(row.text, self._name))
        if role == Qt.ItemDataRole.DisplayRole:
            return personalise(row.text, self._name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(self._spoken(row))
        return None

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # between the rows
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.rows[index.row()].part is not Part.CHECKLIST:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    @override
    def mimeTypes(self) -> list[str]:
        return [_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        row = self.rows[indexes[0].row()]
        data = QMimeData()
        data.setData(_MIME, f"{row.part.value}\n{row.key}".encode())
        return data

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Say where it was dropped; what is shown changes once that was saved."""
        part, _, key = bytes(data.data(_MIME).data()).decode().partition("\n")
        before = len(self.rows) if row < 0 else row
        if part == Part.QUESTION.value and self.row_of(Part.QUESTION, key) is not None:
            if target := question_target(self.rows, key, before):
                self.question_dropped.emit(key, *target)
        elif part == Part.STEP.value and self.row_of(Part.STEP, key) is not None:
            self.step_dropped.emit(key, step_target(self.rows, key, before))
        return False  # the view has nothing to take away itself
