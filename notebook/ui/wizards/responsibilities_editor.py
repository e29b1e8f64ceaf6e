"""Who answers for what: what, who, on which side, until when and whether after delivery too."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from notebook.domain.matching import has_all, typed_words
from notebook.domain.promises import Side
from notebook.domain.warmth import Warmth
from notebook.services.draft import Draft, Entry, ResponsibilityEntry
from notebook.services.people_list import PersonLine
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.labels import escape_mnemonic, text_label
from notebook.ui.widgets.people_chooser import ChosenPerson, PeopleChooser
from notebook.ui.widgets.pick_button import PickButton
from notebook.ui.wizards.entry_rows import EntryRow, EntryRows
from notebook.ui.wizards.question_editor import QuestionEditor
from notebook.ui.wizards.tools import WizardTools

_WHO_WIDTH = 190  # pixels
_WITHOUT_CARD = 0


class ResponsibilityRow(EntryRow):
    """One thing that somebody answers for; who is in the project brings the side along."""

    def __init__(self, tools: WizardTools, entry: ResponsibilityEntry, draft: Draft) -> None:
        super().__init__(
            tools.icons,
            translate("responsibilities", "Remove this line"),
            translate("responsibilities", "What, in a few words"),
            entry.what,
        )
        self._id, self._draft, self._find = entry.id, draft, tools.find
        self.who = PeopleChooser(
            tools.icons,
            translate("responsibilities", "Who"),
            self._found,
            lambda name: ChosenPerson(_WITHOUT_CARD, name),
            single=True,
            add_words=translate("responsibilities", "“%1”, just the name"),
        )
        self.who.field.setPlaceholderText(translate("responsibilities", "Who, if you know"))
        if entry.name:
            self.who.set_chosen([ChosenPerson(entry.person_id or _WITHOUT_CARD, entry.name)])
        self.who.setFixedWidth(_WHO_WIDTH)
        theirs = filled(translate("responsibilities", "On the side of %1"), draft.first_name)
        self.side = PickButton(
            translate("responsibilities", "On which side"),
            [(Side.OURS, translate("responsibilities", "On our side")), (Side.THEIRS, theirs)],
        )
        self.side.set_value(entry.side)
        self.until = OptionalDateEdit(
            tools.icons, tools.clock.today(), translate("responsibilities", "Until when")
        )
        self.until.set_value(entry.until_on)
        words = translate("responsibilities", "also after delivery")
        self.after = QCheckBox(escape_mnemonic(words))
        self.after.setAccessibleName(words)
        self.after.setChecked(entry.after_delivery)
        self._lay_out()
        self.who.changed.connect(self._on_who)
        self.side.chosen.connect(self.changed)
        self.until.changed.connect(self.changed)
        self.after.toggled.connect(self.changed)

    def entry(self) -> ResponsibilityEntry:
        """Return what stands in the fields."""
        who = next(iter(self.who.chosen()), None)
        return ResponsibilityEntry(
            self._id,
            self.start.text(),
            Side(str(self.side.value())),
            who.id or None if who else None,
            who.name if who else "",
            self.until.value(),
            self.after.isChecked(),
        )

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.start, 1, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.who, 0, Qt.AlignmentFlag.AlignVCenter)
        second = QHBoxLayout()
        second.setSpacing(10)
        second.addWidget(self.side, 0, Qt.AlignmentFlag.AlignVCenter)
        second.addStretch(1)
        until = text_label(translate("responsibilities", "until"), "second")
        second.addWidget(until, 0, Qt.AlignmentFlag.AlignVCenter)
        second.addWidget(self.until, 0, Qt.AlignmentFlag.AlignVCenter)
        second.addWidget(self.after, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)
        column.addSpacing(8)
        self.line.addLayout(column, 1)
        self.finish()

    def _found(self, text: str) -> Sequence[PersonLine]:
        """Return whom a text may mean, who is in the project first."""
        words = typed_words(text)
        within = [
            PersonLine(person.person_id, person.name, person.role, Warmth.UNKNOWN, None)
            for person in self._draft.people
            if words and has_all(person.name, words)
        ]
        known = {line.id for line in within}
        return [*within, *(line for line in self._find(text) if line.id not in known)]

    @Slot()
    def _on_who(self) -> None:
        sides = {person.person_id: person.side for person in self._draft.people}
        for chosen in self.who.chosen():
            if chosen.id in sides:
                self.side.set_value(sides[chosen.id])
        self.changed.emit()

    @override
    def is_empty(self) -> bool:
        return self.entry().is_empty


class ResponsibilitiesEditor(QuestionEditor):
    """Everything that somebody answers for."""

    def __init__(self, tools: WizardTools) -> None:
        super().__init__()
        self._tools = tools
        self._draft: Draft | None = None
        self.rows: EntryRows[ResponsibilityRow] = EntryRows(
            tools.icons, translate("responsibilities", "Another line"), self._empty_row
        )
        self.rows.changed.connect(self.changed)
        self.column.addWidget(self.rows)
        self.setFocusProxy(self.rows)

    def _row(self, entry: ResponsibilityEntry) -> ResponsibilityRow:
        assert self._draft is not None, "a draft is shown before anybody types"
        return ResponsibilityRow(self._tools, entry, self._draft)

    def _empty_row(self) -> ResponsibilityRow:
        return self._row(ResponsibilityEntry(self._tools.new_row_id()))

    @override
    def show_draft(self, draft: Draft) -> None:
        self._draft = draft
        self.rows.show_rows([self._row(entry) for entry in draft.responsibilities])

    @override
    def lists(self) -> Entry:
        return Entry(responsibilities=tuple(row.entry() for row in self.rows.rows))

    @override
    def is_filled(self) -> bool:
        return any(not row.is_empty() for row in self.rows.rows)
