"""What we need from them: what, from whom, by when; each becomes a promise to us."""

from PySide6.QtCore import Qt
from typing_extensions import override

from notebook.services.draft import Draft, Entry, NeedEntry
from notebook.translate import translate
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.people_chooser import ChosenPerson, PeopleChooser
from notebook.ui.wizards.entry_rows import EntryRow, EntryRows
from notebook.ui.wizards.question_editor import QuestionEditor
from notebook.ui.wizards.tools import WizardTools

_PERSON_WIDTH = 170  # pixels


class NeedRow(EntryRow):
    """One thing that we need; without a name it is the project's person who promises it."""

    def __init__(self, tools: WizardTools, entry: NeedEntry, usual: ChosenPerson) -> None:
        super().__init__(
            tools.icons,
            translate("needs", "Remove this need"),
            translate("needs", "What we need"),
            entry.text,
        )
        self._id, self._usual = entry.id, usual
        self.who = PeopleChooser(
            tools.icons, translate("needs", "From whom"), tools.find, tools.add, single=True
        )
        self.who.set_chosen([ChosenPerson(entry.person_id, entry.person_name)])
        self.who.setFixedWidth(_PERSON_WIDTH)
        self.due = OptionalDateEdit(tools.icons, tools.clock.today(), translate("needs", "By when"))
        self.due.set_value(entry.due_on)
        self.line.addWidget(self.start, 1, Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(self.who, 0, Qt.AlignmentFlag.AlignVCenter)
        self.line.addWidget(self.due, 0, Qt.AlignmentFlag.AlignTop)
        self.finish()
        self.who.changed.connect(self.changed)
        self.due.changed.connect(self.changed)

    def entry(self) -> NeedEntry:
        """Return what stands in the fields."""
        who = next(iter(self.who.chosen()), self._usual)
        return NeedEntry(self._id, who.id, who.name, self.start.text(), self.due.value())

    @override
    def is_empty(self) -> bool:
        return self.entry().is_empty


class NeedsEditor(QuestionEditor):
    """All that we need from them."""

    def __init__(self, tools: WizardTools) -> None:
        super().__init__()
        self._tools = tools
        self._usual = ChosenPerson(0, "")
        self.rows: EntryRows[NeedRow] = EntryRows(
            tools.icons, translate("needs", "Something else that we need"), self._empty_row
        )
        self.rows.changed.connect(self.changed)
        self.column.addWidget(self.rows)
        self.setFocusProxy(self.rows)

    def _row(self, entry: NeedEntry) -> NeedRow:
        return NeedRow(self._tools, entry, self._usual)

    def _empty_row(self) -> NeedRow:
        row_id = self._tools.new_row_id()
        return self._row(NeedEntry(row_id, self._usual.id, self._usual.name))

    @override
    def show_draft(self, draft: Draft) -> None:
        self._usual = ChosenPerson(draft.facts.person_id, draft.person_name)
        self.rows.show_rows([self._row(entry) for entry in draft.needs])

    @override
    def lists(self) -> Entry:
        return Entry(needs=tuple(row.entry() for row in self.rows.rows))

    @override
    def is_filled(self) -> bool:
        return any(not row.is_empty() for row in self.rows.rows)
