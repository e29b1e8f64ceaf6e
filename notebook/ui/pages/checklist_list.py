"""All checklists: the built-in ones and the user's own, with what can be done with each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from notebook.services.checklists import ChecklistLine, Origin
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import icon_button, plain_button, primary_button
from notebook.ui.widgets.chips import Tag
from notebook.ui.widgets.labels import ElidedLabel, text_label
from notebook.ui.widgets.panel import Panel, divider
from notebook.ui.widgets.scrolling import scrolling

_WIDEST = 720  # pixels, beyond which lines are tiring to read


class ChecklistRow(QWidget):
    """One checklist with its buttons.

    Attributes:
        menu: what else can be done with it.
    """

    def __init__(self, icons: Icons, line: ChecklistLine, page: "ChecklistList") -> None:
        super().__init__()
        self.line = line
        self.edit = plain_button(self.tr("Edit"))
        self.edit.setAccessibleName(filled(self.tr("Edit %1"), line.name))
        self.edit.clicked.connect(lambda: page.edit_chosen.emit(line.key))
        self.more = icon_button(icons, "ellipsis", filled(self.tr("More for %1"), line.name))
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self._offer(icons, "copy", self.tr("Copy"), page.copy_chosen)
        self._offer(icons, "file-down", self.tr("Save as a file…"), page.file_chosen)
        if line.origin is Origin.CHANGED:
            self._offer(icons, "undo-2", self.tr("Back to how it came"), page.reset_chosen)
        if line.origin is Origin.OWN:
            self._offer(icons, "trash-2", self.tr("Move to the trash"), page.delete_chosen)
        self._lay_out()

    @property
    def has_focus(self) -> bool:
        """Whether one of its buttons has the focus."""
        return self.edit.hasFocus() or self.more.hasFocus()

    def _offer(self, icons: Icons, icon: str, words: str, signal: object) -> None:
        action = QAction(icons.icon(icon, "soft"), words, self)
        action.triggered.connect(lambda: signal.emit(self.line.key))  # type: ignore[attr-defined]
        self.menu.addAction(action)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(self.line.name, "name"))
        words.addWidget(ElidedLabel(size_words(self.line.steps, self.line.questions), "second"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addLayout(words, 1)
        if self.line.origin is Origin.CHANGED:
            row.addWidget(Tag(self.tr("changed")), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.edit)
        row.addWidget(self.more)


class ChecklistList(QWidget):
    """Two panels of rows.

    Attributes:
        rows: one for each checklist, by its key.
        banner: what could not be done.

    Signals:
        edit_chosen(str), copy_chosen(str), file_chosen(str), reset_chosen(str),
        delete_chosen(str): what is to be done with the checklist of this key.
        new_chosen(), import_chosen(): make one, or bring one in.
    """

    edit_chosen = Signal(str)
    copy_chosen = Signal(str)
    file_chosen = Signal(str)
    reset_chosen = Signal(str)
    delete_chosen = Signal(str)
    new_chosen = Signal()
    import_chosen = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.rows: dict[str, ChecklistRow] = {}
        self.banner = Banner(icons)
        self.import_button = plain_button(self.tr("Bring in a file…"), icons, "upload")
        self.new_button = primary_button(self.tr("New checklist"), icons, "plus")
        self.import_button.clicked.connect(self.import_chosen)
        self.new_button.clicked.connect(self.new_chosen)
        self._built_in = Panel(self.tr("Built in"))
        self._own = Panel(self.tr("Your own"))
        self._lay_out()

    def show_lines(self, lines: Sequence[ChecklistLine]) -> None:
        """Show these checklists in place of those before."""
        focused = next((key for key, row in self.rows.items() if row.has_focus), "")
        self.rows = {line.key: ChecklistRow(self._icons, line, self) for line in lines}
        own = [row for row in self.rows.values() if row.line.origin is Origin.OWN]
        _fill(self._built_in, [row for row in self.rows.values() if row not in own])
        nothing = text_label(
            self.tr("None yet. Copy one that comes near, or bring in a file from a colleague."),
            "second",
            wrap=True,
        )
        _fill(self._own, own or [nothing])
        self._set_tab_order()
        if focused in self.rows:
            self.rows[focused].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(22, 20, 22, 22)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(text_label(self.tr("Checklists"), "title"), 1)
        head.addWidget(self.import_button)
        head.addWidget(self.new_button)
        column.addLayout(head)
        words = self.tr(
            "The questions with which a project begins. A project that has begun keeps the"
            " questions it began with, whatever you change here."
        )
        column.addWidget(text_label(words, "soft", wrap=True))
        column.addWidget(self.banner)
        column.addWidget(self._built_in)
        column.addWidget(self._own)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _set_tab_order(self) -> None:
        """Rows are made after the buttons above them, yet come after them too."""
        previous: QWidget = self.new_button
        for row in self.rows.values():
            for button in (row.edit, row.more):
                QWidget.setTabOrder(previous, button)
                previous = button


def size_words(steps: int, questions: int) -> str:
    """Return how large a checklist is: "6 steps · 11 questions"."""
    parts = (
        translate("checklists", "1 step")
        if steps == 1
        else translate("checklists", "%n steps", steps),
        translate("checklists", "1 question")
        if questions == 1
        else translate("checklists", "%n questions", questions),
    )
    return " · ".join(parts)


def _fill(panel: Panel, widgets: Sequence[QWidget]) -> None:
    while item := panel.body.takeAt(0):
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
    for number, widget in enumerate(widgets):
        if number:
            panel.body.addWidget(divider())
        panel.body.addWidget(widget)
