"""How somebody likes to be in touch, how often, and by whom."""

from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit
from typing_extensions import override

from notebook.domain.moments import Channel
from notebook.services.people import PersonDraft, TeamMember
from notebook.services.words import channel_word
from notebook.translate import translate
from notebook.ui.person_editor.section import EditorSection
from notebook.ui.widgets.fields import number_field


class Habits(EditorSection):
    """Staying in touch.

    Attributes:
        channel, times, rhythm, looked_after_by, covered_by: the fields.
    """

    def __init__(self) -> None:
        super().__init__(translate("PersonEditor", "Staying in touch"))
        self.channel = QComboBox()
        hint = translate("PersonEditor", "Mornings, never on Mondays")
        self.times = QLineEdit(placeholderText=hint)
        self.rhythm = number_field(translate("PersonEditor", "Keep in touch"), 0, 3650)
        self.looked_after_by = QComboBox()
        self.covered_by = QComboBox()
        self.form.addRow(translate("PersonEditor", "&Prefers"), self.channel)
        self.form.addRow(translate("PersonEditor", "&When"), self.times)
        self.form.addRow(translate("PersonEditor", "&Keep in touch"), self.rhythm)
        self.form.addRow(translate("PersonEditor", "&Looked after by"), self.looked_after_by)
        self.form.addRow(translate("PersonEditor", "&Covered by"), self.covered_by)
        self._fill_choices()

    def offer_team(self, team: list[TeamMember], except_id: int | None) -> None:
        """Offer our own people to look after somebody or cover, who can't be themselves."""
        nobody = translate("PersonEditor", "Nobody in particular")
        for choice in (self.looked_after_by, self.covered_by):
            choice.clear()
            choice.addItem(nobody, None)
            for member in team:
                if member.id != except_id:
                    choice.addItem(member.name, member.id)

    @override
    def show_draft(self, draft: PersonDraft) -> None:
        self.channel.setCurrentIndex(max(0, self.channel.findData(draft.preferred_channel)))
        self.times.setText(draft.preferred_times)
        self.rhythm.setValue(draft.rhythm_days or 0)
        for choice, member_id in (
            (self.looked_after_by, draft.looked_after_by),
            (self.covered_by, draft.covered_by),
        ):
            choice.setCurrentIndex(max(0, choice.findData(member_id)))

    @override
    def values(self) -> dict[str, Any]:
        return {
            "preferred_channel": self.channel.currentData(),
            "preferred_times": self.times.text(),
            "rhythm_days": self.rhythm.value() or None,
            "looked_after_by": self.looked_after_by.currentData(),
            "covered_by": self.covered_by.currentData(),
        }

    def _fill_choices(self) -> None:
        self.channel.addItem(translate("PersonEditor", "Not known"), None)
        for channel in Channel:
            self.channel.addItem(channel_word(channel), channel)
        self.rhythm.setSpecialValueText(translate("PersonEditor", "No rhythm"))
        self.rhythm.setSuffix(translate("PersonEditor", " days"))
        self.rhythm.setPrefix(translate("PersonEditor", "every "))
