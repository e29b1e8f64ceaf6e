"""How somebody likes to be spoken with."""

from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit
from typing_extensions import override

from notebook.domain.communication import Communication, DetailLevel, TakesIn
from notebook.domain.moments import Channel
from notebook.services.communication import level_word, takes_in_word
from notebook.services.people import PersonDraft
from notebook.services.words import channel_word
from notebook.translate import translate
from notebook.ui.person_editor.section import EditorSection
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.grow_text_edit import GrowingTextEdit
from notebook.ui.widgets.toggle_row import ToggleRow


class Talking(EditorSection):
    """Channels, how much, in which way, and the words for it.

    Attributes:
        fallback, avoided, level, takes_in, language, terms_used, terms_avoided: the fields.
    """

    def __init__(self) -> None:
        super().__init__(translate("PersonEditor", "How to talk with them"))
        self.fallback = QComboBox()
        avoided = translate("PersonEditor", "Please not by")
        channels = [(each, channel_word(each), channel_word(each)) for each in Channel]
        self.avoided: ToggleRow[Channel] = ToggleRow(channels, avoided, compact=True)
        level = translate("PersonEditor", "How much to tell")
        levels = [(each, level_word(each)) for each in DetailLevel]
        self.level = ChoiceRow(levels, level, compact=True)
        rather = translate("PersonEditor", "Rather")
        ways = [(each, takes_in_word(each)) for each in TakesIn]
        self.takes_in = ChoiceRow(ways, rather, compact=True)
        self.language = QLineEdit()
        used = translate("PersonEditor", "Words they use")
        hint = translate("PersonEditor", "“Guests”, never “customers”")
        self.terms_used = GrowingTextEdit(used, hint, least=1, most=4)
        avoid = translate("PersonEditor", "Words to avoid")
        self.terms_avoided = GrowingTextEdit(avoid, least=1, most=4)
        for label, field in (
            (translate("PersonEditor", "&Otherwise by"), self.fallback),
            (avoided, self.avoided),
            (level, self.level),
            (rather, self.takes_in),
            (translate("PersonEditor", "Lan&guage"), self.language),
            (used, self.terms_used),
            (avoid, self.terms_avoided),
        ):
            self.form.addRow(label, field)
        self.fallback.addItem(translate("PersonEditor", "Not known"), None)
        for channel in Channel:
            self.fallback.addItem(channel_word(channel), channel)

    @override
    def show_draft(self, draft: PersonDraft) -> None:
        known = draft.communication
        self.fallback.setCurrentIndex(max(0, self.fallback.findData(known.fallback_channel)))
        self.avoided.set_value(known.avoided_channels)
        self.level.set_value(known.detail_level)
        self.takes_in.set_value(known.takes_in)
        self.language.setText(known.language)
        self.terms_used.setPlainText(known.terms_used)
        self.terms_avoided.setPlainText(known.terms_avoided)

    @override
    def values(self) -> dict[str, Any]:
        level, takes_in = self.level.value(), self.takes_in.value()
        fallback = self.fallback.currentData()
        communication = Communication(
            fallback_channel=Channel(fallback) if fallback else None,
            avoided_channels=self.avoided.value(),
            detail_level=level if isinstance(level, DetailLevel) else None,
            takes_in=takes_in if isinstance(takes_in, TakesIn) else None,
            language=self.language.text(),
            terms_used=self.terms_used.toPlainText(),
            terms_avoided=self.terms_avoided.toPlainText(),
        )
        return {"communication": communication}
