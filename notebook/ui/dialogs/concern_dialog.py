"""A concern, set right on two tracks: first the person, then the problem."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.concerns import Stage
from notebook.domain.dates_in_words import day_month
from notebook.domain.moments import Channel
from notebook.domain.text import excerpt
from notebook.services.concern_page import ConcernPage, stage_word
from notebook.services.concerns import Answer, ConcernEntry
from notebook.services.people import TeamMember
from notebook.services.phrases import filled
from notebook.services.project_choices import ProjectChoice
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.chips import Tag, Tone
from notebook.ui.widgets.concern_track import ConcernTracks
from notebook.ui.widgets.dialog_frame import fit_above
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.follow_up import FollowUp
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.pick_button import PickButton
from notebook.ui.widgets.scrolling import scrolling
from notebook.ui.widgets.wrapping_label import WrappingLabel

_USUAL = (980, 760)
_NAME = 40  # letters of a project's name
_TONES: dict[Stage, Tone] = {
    Stage.TO_HEAR: "bad",
    Stage.SETTING_RIGHT: "warn",
    Stage.TO_FOLLOW_UP: "warn",
    Stage.TO_CLOSE: "ok",
    Stage.CLOSED: "plain",
}

SaveConcern = Callable[[ConcernEntry, bool], str]
"""Saves a concern, and closes it if asked to; returns a sentence when that can't be done."""


class ConcernDialog(QDialog):
    """One concern; what was filled in is saved as a whole.

    Signals:
        reopen_chosen(): it came back, open it again.
        trash_chosen(): it was never one.
    """

    reopen_chosen = Signal()
    trash_chosen = Signal()

    def __init__(
        self,
        page: ConcernPage,
        team: Sequence[TeamMember],
        projects: Sequence[ProjectChoice],
        icons: Icons,
        prompts: Prompts,
        today: date,
        save: SaveConcern,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._prompts, self._today, self._save = page, prompts, today, save
        title = filled(self.tr("Concern of %1"), page.person_name)
        self.setWindowTitle(title)
        self.title = text_label(title, "title", wrap=True)
        stage = page.standing.stage
        self.stage = Tag(stage_word(stage), _TONES[stage])
        self.banner = Banner(icons)
        self.text = GrowingTextEdit(self.tr("What went wrong"), most=6)
        self.tracks = ConcernTracks(page.steps, today)
        self.project = PickButton(
            self.tr("Project"),
            [
                (None, self.tr("no project")),
                *((each.id, excerpt(each.name, _NAME)) for each in projects),
            ],
        )
        if not projects:
            self.project.hide()
        self.owner = PickButton(
            self.tr("Looked after by"), _people(team, self.tr("nobody in particular"))
        )
        self.escalated = PickButton(self.tr("Escalated to"), _people(team, self.tr("nobody")))
        self.follow_up = FollowUp(page, icons, today)
        is_closed = stage is Stage.CLOSED
        self.cancel_button = plain_button(self.tr("Close") if is_closed else self.tr("Cancel"))
        self.close_button = plain_button(self.tr("Close the concern"), icons, "circle-check")
        self.trash_button = plain_button(self.tr("Move to trash"), icons, "trash-2")
        self.save_button = primary_button(self.tr("Save"))
        self.reopen_button = primary_button(self.tr("Open again"), icons, "refresh-cw")
        self._fill()
        self._lay_out()
        self._connect()
        self._lock(is_closed)
        self._take_size(parent)
        self._begun = self.entry()

    def entry(self) -> ConcernEntry:
        """Return the concern as it stands in the dialog."""
        return ConcernEntry(
            text=self.text.toPlainText(),
            steps=self.tracks.entries(),
            owner_id=cast("int | None", self.owner.value()),
            escalated_to_id=cast("int | None", self.escalated.value()),
            follow_up_on=self.follow_up.day.value(),
            answer=Answer(str(self.follow_up.answer.value())),
            follow_up_words=self.follow_up.words.toPlainText(),
            channel=Channel(str(self.follow_up.channel.value())),
            project_id=cast("int | None", self.project.value()),
        )

    def _fill(self) -> None:
        page, standing = self._page, self._page.standing
        self.text.setPlainText(page.text)
        self.project.set_value(page.project_id)
        self.owner.set_value(standing.owner_id)
        self.escalated.set_value(standing.escalated_to_id)

    def _lay_out(self) -> None:
        line = FlowLayout(gap=6, line_gap=4)
        for part in (
            self.stage,
            self.project,
            text_label(self._about(), "soft"),
            text_label(self.tr("looked after by"), "soft"),
            self.owner,
            text_label(self.tr("escalated to"), "soft"),
            self.escalated,
        ):
            line.addWidget(part)
        head = QVBoxLayout()
        head.setContentsMargins(28, 20, 28, 8)
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addLayout(line)
        head.addWidget(self.banner)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 6, 28, 8)
        column.setSpacing(12)
        for block in (self._what(), self.tracks, self.follow_up):
            column.addWidget(block)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 8, 28, 18)
        foot.setSpacing(8)
        foot.addWidget(self.trash_button)
        foot.addStretch(1)
        for button in (
            self.cancel_button,
            self.close_button,
            self.save_button,
            self.reopen_button,
        ):
            foot.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(scrolling(inside), 1)
        outer.addLayout(foot)

    def _about(self) -> str:
        opened = day_month(self._page.standing.opened_on, self._today)
        since = filled(self.tr("since %1"), opened)
        closed_on = self._page.standing.closed_on
        if closed_on is not None:
            since = filled(self.tr("closed %1"), day_month(closed_on, self._today))
        return f"{since} ·" if self.project.isHidden() else f"· {since} ·"

    def _what(self) -> Panel:
        panel = Panel(filled(self.tr("What went wrong, in the words of %1"), self._page.first_name))
        panel.body.addWidget(self.text)
        for said in self._page.said:
            panel.body.addWidget(WrappingLabel(said, "second"))
        return panel

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self._on_close)
        self.reopen_button.clicked.connect(self._on_reopen)
        self.trash_button.clicked.connect(self._on_trash)
        for keys in ("Ctrl+Return", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save_button.click)

    def _lock(self, is_closed: bool) -> None:  # noqa: FBT001 - a state, like Qt's setters
        self.text.setReadOnly(is_closed)
        if is_closed:
            self.follow_up.lock()
        for part in (self.tracks, self.project, self.owner, self.escalated):
            part.setEnabled(not is_closed)
        for button in (self.close_button, self.save_button):
            button.setVisible(not is_closed)
            button.setEnabled(not is_closed)
        self.reopen_button.setVisible(is_closed)
        self.reopen_button.setDefault(is_closed)

    def _take_size(self, parent: QWidget | None) -> None:
        fit_above(self, _USUAL, parent)
        rows = list(self.tracks.rows.values())
        start = next((row for row in rows if not row.done.isChecked()), rows[-1])
        start.done.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_save(self) -> None:
        self._finish(closing=False)

    @Slot()
    def _on_close(self) -> None:
        self._finish(closing=True)

    def _finish(self, *, closing: bool) -> None:
        if not self.follow_up.day.is_valid():
            self.follow_up.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        trouble = self._save(self.entry(), closing)
        if trouble:
            self.banner.show_message(trouble, "warn")
            return
        self.accept()

    @Slot()
    def _on_reopen(self) -> None:
        self.accept()
        self.reopen_chosen.emit()

    @Slot()
    def _on_trash(self) -> None:
        self.accept()
        self.trash_chosen.emit()

    @override
    def reject(self) -> None:
        if self.entry() == self._begun or self._prompts.confirm(
            self.tr("Leave without saving?"),
            self.tr("What you filled in about this concern is lost."),
            self.tr("Leave"),
        ):
            super().reject()


def _people(team: Sequence[TeamMember], nobody: str) -> list[tuple[object, str]]:
    return [(None, nobody), *((member.id, member.name) for member in team)]
