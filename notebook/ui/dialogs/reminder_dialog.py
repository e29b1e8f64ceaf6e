"""Write an own reminder: one line for everything, and the fields that it fills in."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.domain.quick_line import QuickLine, read_quick_line
from notebook.domain.quick_line_words import left_words, understood_words
from notebook.domain.recurrence import Recurrence
from notebook.services.names_in_text import NamedPerson
from notebook.services.own_reminders import OwnReminderDraft
from notebook.services.phrases import filled
from notebook.ui.date_reading import writes_month_first
from notebook.ui.dialogs.reminder_fields import ReminderFields, ReminderTools
from notebook.ui.prompts import Prompts, may_leave
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import link_button, plain_button, primary_button
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.people_chooser import ChosenPerson
from notebook.ui.widgets.quick_line_edit import QuickLineEdit
from notebook.ui.widgets.scrolling import scrolling

WIDTH = 640
_MARGIN = 22
_LEAST_ROOM = 60  # pixels of the window that stay in sight around it
_LEAST_HEIGHT = 400


class ReminderDialog(QDialog):
    """One own reminder, new or known.

    What the line says goes into the fields at once; what the user chose in a field stays.

    Args:
        named: returns whom a text names.
        save: is called with the draft and returns a sentence when it can't be saved, which is
            shown; an empty one closes the dialog.
        prompts: asks before words are thrown away.

    Signals:
        delete_chosen(): the reminder is no longer wanted; only where it may be deleted.
    """

    delete_chosen = Signal()

    def __init__(
        self,
        tools: ReminderTools,
        named: Callable[[str], Sequence[NamedPerson]],
        save: Callable[[OwnReminderDraft], str],
        prompts: Prompts,
        *,
        known: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools, self._named, self._save = tools, named, save
        self._prompts = prompts
        self._base: OwnReminderDraft | None = None
        self._begun: OwnReminderDraft | None = None
        self._base_person: tuple[ChosenPerson, ...] = ()
        title = self.tr("Change the reminder") if known else self.tr("New reminder")
        self.setWindowTitle(title)
        self.title = text_label(title, "heading")
        self.banner = Banner(tools.icons)
        self.line = QuickLineEdit(
            self.tr("Everything on one line"), self.tr("call Ana next Tuesday 10:00")
        )
        self.fields = ReminderFields(tools)
        self.delete_button = link_button(self.tr("Delete this reminder"), second=True)
        self.delete_button.setVisible(known)
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.save_button = primary_button(self.tr("Save"))
        self._lay_out()
        self._connect()

    def begin(self, draft: OwnReminderDraft, person: Sequence[ChosenPerson]) -> None:
        """Show what is known already; the cursor waits in the line, or in the known text."""
        self._base, self._base_person = draft, tuple(person)
        self.fields.begin(draft, person)
        self._begun = self.fields.draft()
        self._say(QuickLine(""), [])
        self.fields.text.moveCursor(QTextCursor.MoveOperation.End)
        start = self.fields.text if draft.text else self.line
        start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def _lay_out(self) -> None:
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 12)
        column.setSpacing(12)
        for widget in (self.title, self.banner, self.line, self.fields):
            column.addWidget(widget)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(_MARGIN, 8, _MARGIN, 16)
        buttons.setSpacing(8)
        buttons.addWidget(self.delete_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolling(inside), 1)
        inside.installEventFilter(self)
        outer.addLayout(buttons)
        self._buttons = buttons

    def _connect(self) -> None:
        self.line.typed.connect(self._on_typed)
        self.fields.text.submitted.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)
        self.delete_button.clicked.connect(self._on_delete)
        for keys in ("Ctrl+Return", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_save)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        base = self._base
        assert base is not None, "a dialog begins with a draft"
        line = read_quick_line(
            text,
            self._tools.today,
            self._tools.words,
            month_first=writes_month_first(self.locale()),
            leap=self._tools.leap,
            now=self._tools.now,
        )
        named = self._named(line.text)
        person = self._base_person
        if len(named) == 1:
            person = (ChosenPerson(named[0].id, named[0].name),)
        self.fields.show_draft(_merged(base, line), person)
        self._say(line, named)

    def _say(self, line: QuickLine, named: Sequence[NamedPerson]) -> None:
        who = named[0].name if len(named) == 1 else ""
        sentences = [understood_words(line, self._tools.today, who), left_words(line)]
        if len(named) > 1:
            several = filled(
                self.tr("Several people are called so, choose below: %1"),
                ", ".join(person.name for person in named[:3]),
            )
            sentences.append(several)
        words = ". ".join(filter(None, sentences))
        hint = self.tr("What and when on one line: every first Monday, in 3 weeks, 30.11. …")
        self.line.say(words or hint, is_hint=not words)

    def _fit(self) -> None:
        """Be as tall as what is to be seen, as far as the window below has room."""
        width = max(WIDTH, self.width())
        height = self._column.totalHeightForWidth(width) + self._buttons.sizeHint().height()
        parent = self.parentWidget()
        if parent is None:
            self.resize(width, height)
            return
        below = parent.window().geometry()
        self.resize(width, min(height, max(below.height() - _LEAST_ROOM, _LEAST_HEIGHT)))
        if self.isVisible():
            lowest = below.bottom() - self.height() - _LEAST_ROOM // 2
            self.move(self.x(), max(below.top(), min(self.y(), lowest)))

    @Slot()
    def _on_save(self) -> None:
        trouble = self.fields.trouble()
        if trouble is not None:
            words, field = trouble
            self._refuse(words, field)
            return
        draft = self.fields.draft()
        assert draft is not None, "there is a day: nothing is in trouble"
        words = self._save(draft)
        if words:
            self._refuse(words, self.fields.text)
            return
        self.accept()

    def _refuse(self, words: str, field: QWidget) -> None:
        self.banner.show_message(words, "warn")
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_changed(self) -> bool:
        return self.fields.draft() != self._begun or not self.fields.at.is_valid()

    @Slot()
    def _on_delete(self) -> None:
        self.delete_chosen.emit()
        self.accept()

    @override
    def reject(self) -> None:
        """Close without saving; asks first when something is not as it was."""
        lost = self.tr("What you typed or chose for this reminder is not saved yet.")
        if not self._is_changed() or may_leave(self._prompts, lost):
            super().reject()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)


def _merged(base: OwnReminderDraft, line: QuickLine) -> OwnReminderDraft:
    """Return what was there before, with all that the line says."""
    draft = replace(base, text=line.text or base.text, at=line.at or base.at)
    if line.day is None:
        return draft
    rule: Recurrence | None = line.recurrence
    kept = base.recurrence if rule is None else rule
    from_completion = base.from_completion if rule is None else line.from_completion
    return replace(draft, due_on=line.day, recurrence=kept, from_completion=from_completion)
