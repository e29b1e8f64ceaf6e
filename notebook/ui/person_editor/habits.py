"""How somebody likes to be in touch, how often, and by whom."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit
from typing_extensions import override

from notebook.domain.moments import Channel
from notebook.services.people import PersonDraft, TeamMember
from notebook.services.words import channel_word
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.people.rhythm_fields import RhythmFields
from notebook.ui.person_editor.section import EditorSection
from notebook.ui.widgets.names_edit import NamesEdit


class Habits(EditorSection):
    """Staying in touch.

    Attributes:
        groups, channel, times, rhythm, looked_after_by, covered_by: the fields.
    """

    def __init__(self, icons: Icons, known_groups: Callable[[], Sequence[str]]) -> None:
        super().__init__(translate("PersonEditor", "Staying in touch"))
        self.channel = QComboBox()
        hint = translate("PersonEditor", "Mornings, never on Mondays")
        self.times = QLineEdit(placeholderText=hint)
        self.groups = NamesEdit(
            icons,
            known_groups,
            translate("PersonEditor", "Groups"),
            translate("PersonEditor", "Customers, choir …"),
        )
        self.rhythm = RhythmFields(translate("PersonEditor", "As in the groups, or not at all"))
        self.looked_after_by = QComboBox()
        self.covered_by = QComboBox()
        self.form.addRow(translate("PersonEditor", "&Prefers"), self.channel)
        self.form.addRow(translate("PersonEditor", "&When"), self.times)
        self.form.addRow(translate("PersonEditor", "&Keep in touch"), self.rhythm)
        self.form.addRow(translate("PersonEditor", "&Groups"), self.groups)
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
        self.rhythm.set_days(draft.rhythm_days, draft.maximum_days)
        self.groups.set_names(draft.groups)
        for choice, member_id in (
            (self.looked_after_by, draft.looked_after_by),
            (self.covered_by, draft.covered_by),
        ):
            choice.setCurrentIndex(max(0, choice.findData(member_id)))

    @override
    def values(self) -> dict[str, Any]:
        target, longest = self.rhythm.days()
        return {
            "groups": self.groups.names(),
            "maximum_days": longest,
            "preferred_channel": self.channel.currentData(),
            "preferred_times": self.times.text(),
            "rhythm_days": target,
            "looked_after_by": self.looked_after_by.currentData(),
            "covered_by": self.covered_by.currentData(),
        }

    def _fill_choices(self) -> None:
        self.channel.addItem(translate("PersonEditor", "Not known"), None)
        for channel in Channel:
            self.channel.addItem(channel_word(channel), channel)
