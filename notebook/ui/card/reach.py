"""How to reach a person, each way one click away."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from notebook.services.card_parts import DetailDraft
from notebook.services.cards import PersonCard
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.card.card_panel import CardPanel
from notebook.ui.icons import IconMark, Icons
from notebook.ui.links import open_link
from notebook.ui.widgets.buttons import icon_button
from notebook.ui.widgets.labels import plain_tool_tip, text_label

_DETAIL_ICONS = {"phone": "phone", "email": "mail", "address": "map-pin", "website": "globe"}
_SCHEMES = {"phone": "tel:", "email": "mailto:", "website": ""}


class _Way(QWidget):
    """One way to reach somebody: what it is, its words, its label, and what opens it."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._address = ""
        self._icon = IconMark(icons, "info")
        self._value = text_label("", wrap=True, selectable=True)
        self._label = text_label("", "small")
        self._opener = icon_button(icons, "arrow-up-right", "")
        self._opener.clicked.connect(lambda: open_link(self._address))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._icon)
        line.addWidget(self._value, 1)
        line.addWidget(self._label)
        line.addWidget(self._opener)

    def show_detail(self, detail: DetailDraft) -> None:
        """Show this way from now on."""
        self._icon.set_icon(_DETAIL_ICONS.get(detail.kind, "info"), "soft")
        self._value.setText(detail.value)
        self._value.setAccessibleName(detail.value)
        self._label.setText(detail.label)
        self._label.setHidden(not detail.label)
        name = filled(translate("card", "Open %1"), detail.value)
        self._opener.setAccessibleName(name)
        self._opener.setToolTip(plain_tool_tip(name))
        self._opener.setHidden(detail.kind not in _SCHEMES)
        self._address = _SCHEMES.get(detail.kind, "") + detail.value


class Reach(CardPanel):
    """Telephone, e-mail, address and website, each one click away."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(translate("card", "How to reach"), parent)
        self._icons = icons
        self._ways: list[_Way] = []
        self.body.setSpacing(4)

    @override
    def show_card(self, card: PersonCard, today: date) -> None:
        """Show the ways to reach a person; the lines are kept, for dressing new ones takes long."""
        self.hide()
        while len(self._ways) < len(card.details):
            self._ways.append(_Way(self._icons))
            self.body.addWidget(self._ways[-1])
        for way, detail in zip(self._ways, card.details, strict=False):
            way.show_detail(detail)
            way.show()
        for way in self._ways[len(card.details) :]:
            way.hide()
        self.setHidden(not card.details)
