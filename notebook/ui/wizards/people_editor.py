"""Who is in a project on either side, what each does, and whether the others have met them."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from notebook.domain.promises import Side
from notebook.services.draft import Draft, Entry, PersonEntry
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.widgets.avatar import Avatar
from notebook.ui.widgets.labels import ElidedLabel, escape_mnemonic, text_label
from notebook.ui.widgets.people_chooser import PeopleChooser
from notebook.ui.widgets.row_list import Row, RowList
from notebook.ui.wizards.question_editor import QuestionEditor, focus
from notebook.ui.wizards.tools import WizardTools

_NAME_WIDTH = 150  # pixels


class PersonRow(Row):
    """One person; the project's own person can't be taken away.

    Signals:
        changed(): something was typed or ticked.
    """

    changed = Signal()

    def __init__(self, tools: WizardTools, entry: PersonEntry, draft: Draft) -> None:
        text = translate("project people", "Remove %1")
        super().__init__(tools.icons, filled(text, entry.name))
        self._entry = entry
        self.name = ElidedLabel(entry.name, "name")
        self.name.setFixedWidth(_NAME_WIDTH)
        hint = translate("project people", "Decides, pays, opens the door …")
        if entry.side is Side.OURS:
            hint = translate("project people", "Leads, paints, takes calls …")
        self.role = QLineEdit(entry.role, placeholderText=hint)
        self.role.setAccessibleName(filled(translate("project people", "What %1 does"), entry.name))
        met = (
            filled(translate("project people", "has met %1"), draft.first_name)
            if entry.side is Side.OURS
            else translate("project people", "has met us")
        )
        self.introduced = QCheckBox(escape_mnemonic(met))
        self.introduced.setAccessibleName(f"{entry.name} {met}")
        self.introduced.setChecked(entry.introduced)
        self.line.addWidget(Avatar(entry.name, entry.person_id, 28))
        self.line.addWidget(self.name)
        self.line.addWidget(self.role, 1)
        self.line.addWidget(self.introduced)
        self.finish()
        policy = self.remove_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.remove_button.setSizePolicy(policy)
        self.remove_button.setHidden(entry.person_id == draft.facts.person_id)
        self.role.textChanged.connect(self.changed)
        self.introduced.toggled.connect(self.changed)

    @property
    def person_id(self) -> int:
        """Whose row it is."""
        return self._entry.person_id

    def entry(self) -> PersonEntry:
        """Return what stands in the fields."""
        entry = self._entry
        return PersonEntry(
            entry.id,
            entry.person_id,
            entry.name,
            entry.side,
            self.role.text(),
            self.introduced.isChecked(),
        )


class SideRows(RowList[PersonRow]):
    """The people of one side, and a field for another one.

    Signals:
        changed(): something in a row, or a row came or went.
    """

    changed = Signal()

    def __init__(self, tools: WizardTools, side: Side) -> None:
        super().__init__(tools.icons)
        self._tools, self._side = tools, side
        self._draft: Draft | None = None
        name = (
            translate("project people", "Somebody of us")
            if side is Side.OURS
            else translate("project people", "Somebody of them")
        )
        add = tools.add_team if side is Side.OURS else tools.add
        self.chooser = PeopleChooser(tools.icons, name, tools.find, add)
        self.chooser.field.setPlaceholderText(name)
        self.chooser.changed.connect(self._on_chosen)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.chooser)

    def show_draft(self, draft: Draft) -> None:
        """Show the people of this side; says nothing to listeners."""
        self._draft = draft
        with QSignalBlocker(self):
            self._clear()
            for entry in draft.people:
                if entry.side is self._side:
                    self._append(entry, draft)

    def _append(self, entry: PersonEntry, draft: Draft) -> PersonRow:
        row = PersonRow(self._tools, entry, draft)
        row.changed.connect(self.changed)
        row.role.returnPressed.connect(lambda: focus(self.chooser.field))
        self._add(row)
        QWidget.setTabOrder(row.remove_button, self.chooser)
        return row

    @Slot()
    def _on_chosen(self) -> None:
        """Make rows of whom the field names; who is there already keeps the row."""
        assert self._draft is not None, "a draft is shown before anybody types"
        chosen = self.chooser.chosen()
        self.chooser.set_chosen([])
        for person in chosen:
            row = next((row for row in self.rows if row.person_id == person.id), None)
            if row is None:
                row_id = self._tools.new_row_id()
                entry = PersonEntry(row_id, person.id, person.name, self._side)
                row = self._append(entry, self._draft)
                self.changed.emit()
            focus(row.role)

    @override
    def _remove(self, row: PersonRow) -> None:
        super()._remove(row)
        self.changed.emit()


class PeopleEditor(QuestionEditor):
    """Our people above, theirs below."""

    def __init__(self, tools: WizardTools) -> None:
        super().__init__()
        self._person_id = 0
        self.ours = SideRows(tools, Side.OURS)
        self.theirs = SideRows(tools, Side.THEIRS)
        self._our_heading = text_label(translate("project people", "On our side"), "panelTitle")
        self._their_heading = text_label("", "panelTitle", wrap=True)
        for heading, rows in (
            (self._our_heading, self.ours),
            (self._their_heading, self.theirs),
        ):
            self.column.addWidget(heading)
            self.column.addWidget(rows)
            self.column.addSpacing(10)
            rows.changed.connect(self.changed)
        self.setFocusProxy(self.ours.chooser)

    @override
    def show_draft(self, draft: Draft) -> None:
        self._person_id = draft.facts.person_id
        text = translate("project people", "On the side of %1")
        self._their_heading.setText(filled(text, draft.first_name))
        for rows in (self.ours, self.theirs):
            rows.show_draft(draft)

    @override
    def lists(self) -> Entry:
        return Entry(people=tuple(row.entry() for row in self._rows()))

    @override
    def is_filled(self) -> bool:
        return any(row.person_id != self._person_id for row in self._rows())

    def _rows(self) -> list[PersonRow]:
        return [*self.theirs.rows, *self.ours.rows]
