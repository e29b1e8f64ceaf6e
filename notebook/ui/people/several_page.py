"""Several people chosen in the list: who they are, and what can be done to all of them."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from notebook.domain.changes import Changes
from notebook.services.phrases import filled
from notebook.services.several_people import SeveralPeople
from notebook.ui.errands.desk import Desk
from notebook.ui.errands.leaving import ask_who_takes_over
from notebook.ui.widgets.buttons import plain_button
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import escape_mnemonic, text_label
from notebook.ui.widgets.panel import Panel

_MOST_NAMES = 8
_WITHOUT_ASKING = 20  # so few are taken back by Ctrl+Z at a glance


class SeveralPage(QWidget):
    """Names the first of them, and offers what is done to all in one change.

    Attributes:
        join_button, leave_button, rhythm_button, pause_button, resume_button, owner_button,
        merge_button, export_button, trash_button: what can be done.

    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.ids: tuple[int, ...] = ()
        icons, ask = desk.icons, desk.navigator
        self.heading = text_label("", "title", wrap=True)
        self.names = text_label("", "second", wrap=True)
        self.join_button = plain_button(self.tr("Add to a group…"), icons, "tag")
        self.leave_button = plain_button(self.tr("Take out of a group"))
        self.rhythm_button = plain_button(self.tr("How often…"), icons, "repeat")
        self.pause_button = plain_button(self.tr("Pause…"), icons, "clock")
        self.resume_button = plain_button(self.tr("End the pause"))
        self.owner_button = plain_button(self.tr("Looked after by"), icons, "user")
        self.merge_button = plain_button(self.tr("Merge these two…"), icons, "users")
        self.export_button = plain_button(self.tr("Save as a contact file…"), icons, "file-down")
        self.trash_button = plain_button(self.tr("Move to trash"), icons, "trash-2")
        self._leave_menu = self._menu(self.leave_button, self._fill_groups)
        self._owner_menu = self._menu(self.owner_button, self._fill_team)
        for button, signal in (
            (self.join_button, ask.join_requested),
            (self.rhythm_button, ask.rhythm_requested),
            (self.pause_button, ask.pause_requested),
            (self.resume_button, ask.resume_requested),
            (self.export_button, ask.contact_file_requested),
        ):
            button.clicked.connect(lambda _=False, ask=signal: ask.emit(self.ids))
        self.merge_button.clicked.connect(lambda: ask.person_merge_requested.emit(*self.ids))
        self.trash_button.clicked.connect(self._on_trash)
        self._lay_out()

    @property
    def _several(self) -> SeveralPeople:
        return self._desk.notebook.several_people

    def show_people(self, ids: Sequence[int]) -> None:
        """Show whom a change would touch."""
        self.ids = tuple(ids)
        count = len(self.ids)
        self.heading.setText(filled(self.tr("%1 people"), f"{count:,}"))
        first = [person.name for person in self._desk.named(self.ids[:_MOST_NAMES])]
        words = ", ".join(first)
        if count > _MOST_NAMES:
            words = filled(self.tr("%1 and %2 more"), words, f"{count - _MOST_NAMES:,}")
        self.names.setText(words)
        self.merge_button.setVisible(count == 2)
        self.leave_button.setVisible(bool(self._several.groups_of(self.ids)))
        today = self._desk.clock.today()
        self.resume_button.setVisible(self._several.is_anybody_paused(self.ids, today))

    def _menu(self, button: QPushButton, fill: object) -> QMenu:
        menu = QMenu(button)
        menu.aboutToShow.connect(fill)
        button.setProperty("menu", "true")
        button.setMenu(menu)
        return menu

    def _fill_groups(self) -> None:
        self._leave_menu.clear()
        for group_id, name in self._several.groups_of(self.ids):
            self._offer(
                self._leave_menu,
                name,
                lambda _=False, each=group_id: self._do(
                    lambda: self._several.take_out_of_group(self.ids, each)
                ),
            )

    def _fill_team(self) -> None:
        self._owner_menu.clear()
        choices: list[tuple[int | None, str]] = [(None, self.tr("Nobody in particular"))]
        choices += [(member.id, member.name) for member in self._desk.notebook.people.team()]
        for member_id, name in choices:
            self._offer(
                self._owner_menu,
                name,
                lambda _=False, each=member_id: self._do(
                    lambda: self._several.look_after(self.ids, each)
                ),
            )

    def _do(self, change: Callable[[], Changes]) -> None:
        trouble = self._desk.trouble(change)
        if trouble:
            self._desk.prompts.show_problem(self.tr("Nothing was changed"), trouble)

    def _on_trash(self) -> None:
        count = len(self.ids)
        sure = count <= _WITHOUT_ASKING or self._desk.prompts.confirm(
            filled(self.tr("Move %1 people to the trash?"), f"{count:,}"),
            self.tr("They can come back from there with everything."),
            self.tr("Move to trash"),
        )
        if sure:
            ids = self.ids
            ask_who_takes_over(
                self._desk,
                ids,
                self.tr("Move to trash"),
                lambda: self._several.trash(ids),
                self._desk.notifier.tell,
            )

    def _offer(self, menu: QMenu, text: str, slot: object) -> None:
        action = QAction(escape_mnemonic(text), menu)
        action.triggered.connect(slot)
        menu.addAction(action)

    def _lay_out(self) -> None:
        hint = self.tr("Choose one person in the list to read their card.")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 22)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.names)
        for title, buttons in (
            (self.tr("Groups"), (self.join_button, self.leave_button)),
            (
                self.tr("Keep in touch"),
                (self.rhythm_button, self.pause_button, self.resume_button, self.owner_button),
            ),
            (self.tr("Cards"), (self.merge_button, self.export_button, self.trash_button)),
        ):
            panel = Panel(title)
            flow = FlowLayout(gap=8)
            for button in buttons:
                flow.addWidget(button)
            panel.body.addLayout(flow)
            column.addWidget(panel)
        row = QHBoxLayout()
        row.addWidget(text_label(hint, "second", wrap=True), 1)
        column.addLayout(row)
        column.addStretch(1)
