"""The rows of what a person needs: a need with its state, a goal, something of ours that may suit."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook.domain.dates_in_words import day_month
from notebook.domain.needs import UNMET, NeedState
from notebook.domain.text import excerpt
from notebook.services.needs import NeedLine, need_word
from notebook.services.phrases import filled
from notebook.services.suggestions import Suggested
from notebook.services.words import quoted, quoted_list
from notebook.translate import translate
from notebook.ui.icons import IconMark, Icons
from notebook.ui.widgets.buttons import link_button, say_on
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.labels import set_look, text_label
from notebook.ui.widgets.pick_button import PickButton

_LENGTH, _SPOKEN, _NAME = 400, 60, 60
_TOP = Qt.AlignmentFlag.AlignTop


class _Row(QWidget):
    """Words behind an icon, and smaller things below them."""

    def __init__(
        self, words: QWidget, below: Sequence[QWidget], icons: Icons | None = None, icon: str = ""
    ) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        if icons is not None:
            across.addWidget(IconMark(icons, icon, "ink", 16), 0, _TOP)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(words)
        if below:
            flow = FlowLayout(gap=10)
            for widget in below:
                flow.addWidget(widget)
            column.addLayout(flow)
        across.addLayout(column, 1)


class NeedRow(_Row):
    """A need in their words, with what became of it.

    Attributes:
        need: the one that is shown.
        state, edit_button: what can be done.
    """

    def __init__(self) -> None:
        self.need: NeedLine | None = None
        self._words = text_label("", wrap=True)
        self._who = text_label("", "second")
        self.state = PickButton("", [(each, need_word(each)) for each in NeedState])
        self.edit_button = link_button(translate("card", "Change"), second=True, calm=True)
        super().__init__(self._words, [self._who, self.state, self.edit_button])

    def show_need(self, need: NeedLine, called: str, today: date) -> None:
        """Show a need from now on."""
        self.need = need
        spoken = excerpt(need.text, _SPOKEN)
        self._words.setText(quoted(excerpt(need.text, _LENGTH)))
        set_look(self._words, "rank", "" if need.state in UNMET else "soft")
        self._who.setText(
            filled(translate("card", "%1, %2"), called, day_month(need.told_on, today))
        )
        self.state.set_name(filled(translate("card", "What became of “%1”"), spoken))
        self.state.set_value(need.state)
        self.edit_button.setAccessibleName(filled(translate("card", "Change “%1”"), spoken))


class GoalRow(_Row):
    """A goal, as it is worth remembering."""

    def __init__(self, icons: Icons) -> None:
        self._words = text_label("", wrap=True)
        self._words.setAccessibleDescription(translate("card", "Goal"))
        super().__init__(self._words, [], icons, "target")

    def show_goal(self, text: str) -> None:
        """Show a goal from now on."""
        self._words.setText(excerpt(text, _LENGTH))


class SuggestedRow(_Row):
    """An offering that may suit, with the reason.

    Attributes:
        suggested: the one that is shown.
        name_button, told_button, dismiss_button: look at it, they were told, it is not for them.
    """

    def __init__(self, icons: Icons) -> None:
        self.suggested: Suggested | None = None
        line = QWidget()
        flow = FlowLayout(line, gap=4)
        flow.addWidget(text_label(translate("card", "May suit:")))
        self.name_button = link_button("")
        flow.addWidget(self.name_button)
        self._reason = text_label("", "second")
        self.told_button = link_button("", second=True)
        self.dismiss_button = link_button("", second=True)
        below = [self._reason, self.told_button, self.dismiss_button]
        super().__init__(line, below, icons, "lightbulb")

    def show_suggested(self, suggested: Suggested, called: str) -> None:
        """Show an offering from now on."""
        self.suggested = suggested
        say_on(self.name_button, excerpt(suggested.name, _NAME))
        words = quoted_list(suggested.words)
        self._reason.setText(filled(translate("card", "They speak of %1"), words))
        not_for = filled(translate("card", "Not for %1"), excerpt(called, 24))
        for button, what in (
            (self.told_button, translate("card", "Told them")),
            (self.dismiss_button, not_for),
        ):
            say_on(button, what, filled(translate("card", "%1: %2"), what, suggested.name))
