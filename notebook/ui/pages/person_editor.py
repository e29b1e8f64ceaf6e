"""A card as a page to edit: only the name is needed, and everything typed stays as typed."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from notebook.domain.moments import Channel
from notebook.services.card_rebase import rebased
from notebook.services.people import People, PersonDraft, TeamMember
from notebook.services.phrases import filled
from notebook.services.words import channel_word
from notebook.ui.icons import Icons
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.buttons import plain_button, primary_button
from notebook.ui.widgets.detail_rows import DetailRows, FactRows
from notebook.ui.widgets.fields import number_field
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel
from notebook.ui.widgets.partial_date_edit import PartialDateEdit
from notebook.ui.widgets.scrolling import scrolling


class PersonEditor(QWidget):
    """Edits one person, new or known; nothing is saved before Save.

    Signals:
        save_chosen(PersonDraft): the user is done.
        cancelled(): the user thought better of it.
    """

    save_chosen = Signal(object)
    cancelled = Signal()

    def __init__(self, people: People, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._icons = icons
        self._person_id: int | None = None
        self._draft = PersonDraft(name="")
        self.title = text_label("", "title", wrap=True)
        self.banner = Banner(icons)
        self.save_button = primary_button(self.tr("Save"))
        self.cancel_button = plain_button(self.tr("Cancel"))
        self.name = QLineEdit()
        self.given_name = QLineEdit()
        self.family_name = QLineEdit()
        self.nickname = QLineEdit()
        self.organisation = QLineEdit()
        self.role = QLineEdit()
        self.details = DetailRows(icons)
        self.channel = QComboBox()
        self.times = QLineEdit(placeholderText=self.tr("Mornings, never on Mondays"))
        self.rhythm = number_field(self.tr("Keep in touch"), 0, 3650)
        self.looked_after_by = QComboBox()
        self.is_team = QCheckBox(self.tr("One of our own team"))
        self.birthday = PartialDateEdit(self.tr("Birthday"))
        self.facts = FactRows(icons)
        self.note = GrowingTextEdit(self.tr("Note"), least=3, most=12)
        self._fill_choices()
        self._lay_out()
        self._connect()

    def edit(self, person_id: int | None) -> None:
        """Begin with a person as known so far, or with an empty card."""
        draft = self._people.draft(person_id) if person_id else PersonDraft(name="")
        self._person_id = person_id
        self.title.setText(
            filled(self.tr("Edit %1"), draft.name) if person_id else self.tr("New person")
        )
        self._offer_team(self._people.team(), person_id)
        self._show(draft)
        self.banner.clear()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> PersonDraft:
        """Return what stands in the fields."""
        return PersonDraft(
            name=self.name.text(),
            given_name=self.given_name.text(),
            family_name=self.family_name.text(),
            nickname=self.nickname.text(),
            organisation=self.organisation.text(),
            role=self.role.text(),
            details=self.details.drafts(),
            facts=self.facts.drafts(),
            birthday=self.birthday.value(),
            preferred_channel=self.channel.currentData(),
            preferred_times=self.times.text(),
            rhythm_days=self.rhythm.value() or None,
            looked_after_by=self.looked_after_by.currentData(),
            is_team=self.is_team.isChecked(),
            note=self.note.toPlainText(),
        )

    @property
    def has_changes(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.draft() != self._draft

    def go_on_without_person(self) -> None:
        """Keep what was typed about somebody who is gone: saving adds a new person."""
        self._person_id = None
        gone = self.tr("%1 is no longer in the notebook. Saving adds a new person.")
        self.banner.show_message(filled(gone, self._draft.name), "warn")

    def _finished(self) -> PersonDraft:
        """Return what was typed, beside what an import may have added to the card meanwhile."""
        typed = self.draft()
        if self._person_id is None:
            return typed
        return rebased(self._draft, typed, self._people.draft(self._person_id))

    def _show(self, draft: PersonDraft) -> None:
        self.name.setText(draft.name)
        self.given_name.setText(draft.given_name)
        self.family_name.setText(draft.family_name)
        self.nickname.setText(draft.nickname)
        self.organisation.setText(draft.organisation)
        self.role.setText(draft.role)
        self.details.show_drafts(draft.details)
        self.facts.show_drafts(draft.facts)
        self.birthday.set_value(draft.birthday)
        self.channel.setCurrentIndex(max(0, self.channel.findData(draft.preferred_channel)))
        self.times.setText(draft.preferred_times)
        self.rhythm.setValue(draft.rhythm_days or 0)
        place = self.looked_after_by.findData(draft.looked_after_by)
        self.looked_after_by.setCurrentIndex(max(0, place))
        self.is_team.setChecked(draft.is_team)
        self.note.setPlainText(draft.note)
        self._draft = self.draft()

    def _fill_choices(self) -> None:
        self.channel.addItem(self.tr("Not known"), None)
        for channel in Channel:
            self.channel.addItem(channel_word(channel), channel)
        self.rhythm.setSpecialValueText(self.tr("No rhythm"))
        self.rhythm.setSuffix(self.tr(" days"))
        self.rhythm.setPrefix(self.tr("every "))

    def _offer_team(self, team: list[TeamMember], except_id: int | None) -> None:
        self.looked_after_by.clear()
        self.looked_after_by.addItem(self.tr("Nobody in particular"), None)
        for member in team:
            if member.id != except_id:
                self.looked_after_by.addItem(member.name, member.id)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(22, 4, 22, 22)
        column.setSpacing(12)
        for panel in (self._names(), self._ways(), self._habits(), self._worth()):
            column.addWidget(panel)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(22, 20, 22, 8)
        buttons.setSpacing(8)
        buttons.addWidget(self.title, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        banner = QHBoxLayout()
        banner.setContentsMargins(22, 0, 22, 0)
        banner.addWidget(self.banner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(buttons)
        outer.addLayout(banner)
        outer.addWidget(scrolling(inside), 1)

    def _names(self) -> Panel:
        form = _form()
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Organisation"), self.organisation)
        form.addRow(self.tr("&Role there"), self.role)
        form.addRow(self.tr("&Given name"), self.given_name)
        form.addRow(self.tr("&Family name"), self.family_name)
        form.addRow(self.tr("&Also called"), self.nickname)
        form.addRow("", self.is_team)
        return _panel(self.tr("Who it is"), form)

    def _ways(self) -> Panel:
        panel = Panel(self.tr("How to reach"))
        panel.body.addWidget(self.details)
        return panel

    def _habits(self) -> Panel:
        form = _form()
        form.addRow(self.tr("&Prefers"), self.channel)
        form.addRow(self.tr("&When"), self.times)
        form.addRow(self.tr("&Keep in touch"), self.rhythm)
        form.addRow(self.tr("&Looked after by"), self.looked_after_by)
        return _panel(self.tr("Staying in touch"), form)

    def _worth(self) -> Panel:
        form = _form()
        form.addRow(self.tr("&Birthday"), self.birthday)
        panel = _panel(self.tr("Worth remembering"), form)
        panel.body.addWidget(self.facts)
        note = _form()
        note.addRow(self.tr("No&te"), self.note)
        panel.body.addLayout(note)
        return panel

    def _connect(self) -> None:
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.cancelled)
        for keys, slot in (
            (QKeySequence("Ctrl+S"), self._on_save),
            (QKeySequence("Ctrl+Return"), self._on_save),
            (QKeySequence("Escape"), self.cancelled),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        for field in self.findChildren(QLineEdit):
            if field.parent() is not self.birthday:
                field.returnPressed.connect(self._on_save)

    @Slot()
    def _on_save(self) -> None:
        if not self.name.text().strip():
            self.banner.show_message(self.tr("A name is all that is needed."), "warn")
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.birthday.is_valid():
            self.birthday.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.save_chosen.emit(self._finished())


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    return form


def _panel(title: str, form: QFormLayout) -> Panel:
    panel = Panel(title)
    panel.body.addLayout(form)
    return panel
