"""All groups: how often their people hear from us, and how many they are."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QWidget

from notebook.domain.changes import Changes
from notebook.services.groups import GroupLine
from notebook.services.phrases import filled
from notebook.services.touch_words import rhythm_words
from notebook.translate import translate
from notebook.ui.errands.desk import Desk
from notebook.ui.people.group_dialog import GroupDialog
from notebook.ui.people.people_views import group_view
from notebook.ui.widgets.buttons import icon_button, plain_button
from notebook.ui.widgets.clearing import clear_layout
from notebook.ui.widgets.dialog_frame import fit_above, lay_out_dialog
from notebook.ui.widgets.elided_link import ElidedLink
from notebook.ui.widgets.labels import ElidedLabel, text_label

_SIZE = (680, 520)  # pixels


class GroupsDialog(QDialog):
    """Lists the groups; each can be shown, changed and removed.

    Attributes:
        add_button, close_button: the ways on.

    Signals:
        view_chosen(FilterLine): show the people of this group.
    """

    view_chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Groups"))
        self._buttons: dict[tuple[int, str], QPushButton] = {}
        self.add_button = plain_button(self.tr("Add a group…"), desk.icons, "plus")
        self.close_button = plain_button(self.tr("Close"))
        self.empty = text_label(
            self.tr(
                "No groups yet. A group keeps people together: customers, suppliers, "
                "neighbours. It can say how often they should hear from you."
            ),
            "second",
            wrap=True,
        )
        self._rows_widget = QWidget()
        self._rows = QGridLayout(self._rows_widget)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(10)
        self._rows.setColumnStretch(0, 3)
        self._rows.setColumnStretch(1, 4)
        lay_out_dialog(
            self,
            [text_label(self.tr("Groups"), "heading")],
            [self.empty, self._rows_widget],
            [self.add_button, self.close_button],
        )
        fit_above(self, _SIZE, parent)
        self.add_button.clicked.connect(self._on_add)
        self.close_button.clicked.connect(self.reject)
        desk.notifier.changed.connect(self._on_changed)
        self._show()

    def button(self, group_id: int, what: str) -> QPushButton:
        """Return the button that does show, change or remove to a group."""
        return self._buttons[group_id, what]

    def _show(self) -> None:
        clear_layout(self._rows)
        self._buttons.clear()
        lines = self._desk.notebook.groups.all()
        self.empty.setVisible(not lines)
        self._rows_widget.setVisible(bool(lines))
        for row, line in enumerate(lines):
            self._add_row(row, line)
        stops = [*self._buttons.values(), self.add_button, self.close_button]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _add_row(self, row: int, line: GroupLine) -> None:
        icons = self._desk.icons
        show = ElidedLink(line.name)
        show.setAccessibleName(filled(self.tr("Show %1"), line.name))
        change = icon_button(icons, "pen-line", filled(self.tr("Change: %1"), line.name))
        remove = icon_button(icons, "x", filled(self.tr("Remove: %1"), line.name))
        show.clicked.connect(lambda: self._on_show(line))
        change.clicked.connect(lambda: self._open(line))
        remove.clicked.connect(lambda: self._on_remove(line))
        widgets = (show, ElidedLabel(_about(line), "second"), change, remove)
        for column, widget in enumerate(widgets):
            place = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag(0)
            self._rows.addWidget(widget, row, column, place)
        for what, button in (("show", show), ("change", change), ("remove", remove)):
            self._buttons[line.id, what] = button

    def _open(self, line: GroupLine | None) -> None:
        groups = self._desk.notebook.groups
        group_id = line.id if line else None

        def save(name: str, target: int | None, longest: int | None) -> str:
            return self._desk.trouble(lambda: groups.save(group_id, name, target, longest))

        self._desk.open(GroupDialog(line, self._desk.icons, self._desk.prompts, save, self))

    def _on_show(self, line: GroupLine) -> None:
        self.view_chosen.emit(group_view(line))
        self.accept()

    def _on_remove(self, line: GroupLine) -> None:
        self._desk.notifier.tell(self._desk.notebook.groups.remove(line.id))
        self.add_button.setFocus()

    @Slot()
    def _on_add(self) -> None:
        self._open(None)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concern("person_group", "membership", "person"):
            self._show()


def _about(line: GroupLine) -> str:
    people = (
        translate("groups", "1 person")
        if line.people == 1
        else translate("groups", "%n people", line.people)
    )
    if line.target_days is None:
        return people
    return filled(
        translate("groups", "%1 · %2"), people, rhythm_words(line.target_days, line.maximum_days)
    )
