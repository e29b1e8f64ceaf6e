"""Choose one person or several by typing a part of the name; somebody new by typing it whole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from notebook.services.people_list import PersonLine
from notebook.services.phrases import filled
from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import icon_button
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import ElidedLabel

_PERSON = Qt.ItemDataRole.UserRole + 1
_NEW_NAME = Qt.ItemDataRole.UserRole + 2
_SUGGESTIONS = 8

FindPeople = Callable[[str], Sequence[PersonLine]]
AddPerson = Callable[[str], "ChosenPerson"]


@dataclass(frozen=True, slots=True)
class ChosenPerson:
    """Somebody who was chosen."""

    id: int
    name: str


class PeopleChooser(QWidget):
    """A field with suggestions; the chosen people stand above it, each with a way to be removed.

    Args:
        find: returns whom a typed text may mean.
        add: makes a new person of a typed name and returns who that is; None forbids new people.
        single: at most one person; the field makes room for the name.
        add_words: what adding a typed name is called, with %1 for the name.

    Signals:
        changed(): somebody was chosen or removed.
    """

    changed = Signal()

    def __init__(
        self,
        icons: Icons,
        name: str,
        find: FindPeople,
        add: AddPerson | None = None,
        *,
        single: bool = False,
        add_words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons, self._find, self._add, self._single = icons, find, add, single
        self._add_words = add_words or self.tr("Add “%1” as a new person")
        self._chosen: list[ChosenPerson] = []
        self.field = QLineEdit(placeholderText=self.tr("Type a name"))
        self.field.setAccessibleName(name)
        self._suggestions = QStandardItemModel(self)
        self._completer = QCompleter(self._suggestions, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self.field)
        popup = self._completer.popup()
        assert popup is not None, "this completion mode has a popup"
        self._popup = popup
        self._completer.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        self.field.textEdited.connect(self._on_typed)
        self.field.installEventFilter(self)
        self._chips = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._chips)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def chosen(self) -> tuple[ChosenPerson, ...]:
        """Return who is chosen, in the order of choosing."""
        return tuple(self._chosen)

    def set_chosen(self, people: Sequence[ChosenPerson]) -> None:
        """Show these people as chosen; says nothing to listeners."""
        self._chosen = list(people)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self._chips.clear()
        chips = [self._chip(person) for person in self._chosen]
        for chip in chips:
            self._chips.addWidget(chip)
        is_full = self._single and bool(chips)
        self.field.setHidden(is_full)
        remove_button = chips[0].findChild(QPushButton) if is_full else None
        self.setFocusProxy(remove_button or self.field)  # Tab would be lost in a hidden field
        self.updateGeometry()

    def _chip(self, person: ChosenPerson) -> QFrame:
        chip = QFrame()
        chip.setProperty("role", "chip")
        row = QHBoxLayout(chip)
        row.setContentsMargins(10, 1, 2, 1)
        row.setSpacing(2)
        label = ElidedLabel(person.name)
        label.setProperty("rank", "chip")
        row.addWidget(label)
        remove = icon_button(self._icons, "x", filled(self.tr("Remove %1"), person.name))
        remove.clicked.connect(lambda: self._remove(person))
        row.addWidget(remove)
        return chip

    def _choose(self, person: ChosenPerson) -> None:
        self.field.clear()
        if person.id not in {other.id for other in self._chosen}:
            self._chosen.append(person)
            self._show_chosen()
            self.changed.emit()

    def _remove(self, person: ChosenPerson) -> None:
        self._chosen.remove(person)
        self._show_chosen()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _suggest(self, text: str) -> None:
        self._suggestions.clear()
        found = list(self._find(text))[:_SUGGESTIONS]
        for line in found:
            words = " · ".join(part for part in (line.name, line.second_line) if part)
            item = QStandardItem(words)
            item.setData(ChosenPerson(line.id, line.name), _PERSON)
            self._suggestions.appendRow(item)
        if self._add is not None and text not in {line.name for line in found}:
            item = QStandardItem(filled(self._add_words, text))
            item.setData(text, _NEW_NAME)
            self._suggestions.appendRow(item)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        text = text.strip()
        if not text:
            self._popup.hide()
            return
        self._suggest(text)
        if self._suggestions.rowCount():
            self._completer.complete()
            self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self._take(index.data(_PERSON), index.data(_NEW_NAME))

    def _take(self, person: ChosenPerson | None, new_name: str | None) -> None:
        if person is None and new_name and self._add is not None:
            person = self._add(new_name)
        if person is not None:
            chosen = person
            # The completer writes the suggestion into the field after it was activated.
            QTimer.singleShot(0, self, self.field.clear)
            self._choose(chosen)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.field.text().strip():
                self._suggest(self.field.text().strip())
                first = self._suggestions.item(0)
                if first is not None:
                    self._popup.hide()
                    self._take(first.data(_PERSON), first.data(_NEW_NAME))
                return True
            if key == Qt.Key.Key_Backspace and not self.field.text() and self._chosen:
                self._remove(self._chosen[-1])
                return True
        return super().eventFilter(watched, event)
