"""What will be delivered: row by row, with its day, how it is done, and what they say about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from notebook.domain.projects import Agreed
from notebook.services.draft import DeliverableEntry, Draft, Entry
from notebook.services.phrases import filled
from notebook.services.project_words import agreed_word
from notebook.translate import translate
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.wizards.entry_rows import EntryRow, EntryRows, line_field
from notebook.ui.wizards.question_editor import QuestionEditor
from notebook.ui.wizards.tools import WizardTools

_TONES: dict[object, str] = {Agreed.YES: "ok", Agreed.NO: "warn", Agreed.OPEN: "calm"}


class DeliverableRow(EntryRow):
    """One thing to be delivered."""

    def __init__(self, tools: WizardTools, entry: DeliverableEntry, first_name: str) -> None:
        super().__init__(
            tools.icons,
            translate("deliverables", "Remove this delivery"),
            filled(translate("deliverables", "What, as %1 says it"), first_name),
            entry.what,
        )
        self._id = entry.id
        self.due = OptionalDateEdit(
            tools.icons, tools.clock.today(), translate("deliverables", "When")
        )
        self.due.set_value(entry.due_on)
        self.how = line_field(translate("deliverables", "How it will be done"), entry.how)
        self.agreed = ChoiceRow(
            [(agreed, agreed_word(agreed)) for agreed in (Agreed.YES, Agreed.NO, Agreed.OPEN)],
            filled(translate("deliverables", "Does %1 agree with the date?"), first_name),
            tones=_TONES,
            compact=True,
            optional=False,
        )
        self.agreed.set_value(entry.agreed)
        hint = filled(translate("deliverables", "What %1 says about it"), first_name)
        self.their_view = line_field(hint, entry.their_view)
        self._lay_out()
        self.due.changed.connect(self.changed)
        self.how.textChanged.connect(self.changed)
        self.agreed.chosen.connect(self.changed)
        self.their_view.textChanged.connect(self.changed)

    def entry(self) -> DeliverableEntry:
        """Return what stands in the fields."""
        return DeliverableEntry(
            self._id,
            self.start.text(),
            self.how.text(),
            self.due.value(),
            Agreed(str(self.agreed.value() or Agreed.OPEN)),
            self.their_view.text(),
        )

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.start, 1, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.due, 0, Qt.AlignmentFlag.AlignTop)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.agreed, 0, Qt.AlignmentFlag.AlignVCenter)
        second.addWidget(self.their_view, 1)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self.how)
        column.addLayout(second)
        column.addSpacing(10)
        self.line.addLayout(column, 1)
        self.finish()

    @override
    def is_empty(self) -> bool:
        return self.entry().is_empty


class DeliverablesEditor(QuestionEditor):
    """All deliverables of a project."""

    def __init__(self, tools: WizardTools) -> None:
        super().__init__()
        self._tools = tools
        self._first_name = ""
        self.rows: EntryRows[DeliverableRow] = EntryRows(
            tools.icons, translate("deliverables", "Another delivery"), self._empty_row
        )
        self.rows.changed.connect(self.changed)
        self.column.addWidget(self.rows)
        self.setFocusProxy(self.rows)

    def _row(self, entry: DeliverableEntry) -> DeliverableRow:
        return DeliverableRow(self._tools, entry, self._first_name)

    def _empty_row(self) -> DeliverableRow:
        return self._row(DeliverableEntry(self._tools.new_row_id()))

    @override
    def show_draft(self, draft: Draft) -> None:
        self._first_name = draft.first_name
        self.rows.show_rows([self._row(entry) for entry in draft.deliverables])

    @override
    def lists(self) -> Entry:
        return Entry(deliverables=tuple(row.entry() for row in self.rows.rows))

    @override
    def is_filled(self) -> bool:
        return any(not row.is_empty() for row in self.rows.rows)
