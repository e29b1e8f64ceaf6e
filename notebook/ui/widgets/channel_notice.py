"""A quiet line below the channels of a contact: what this person would think of the chosen one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from notebook.domain.moments import Channel
from notebook.ui.widgets.people_chooser import ChosenPerson

AskAboutChannel = Callable[[int, Channel], str]


class ChannelNotice(QLabel):
    """Says a sentence where there is one, and takes no room where there is none; never in the way.

    `ask` returns the sentence for a person and a channel.
    """

    def __init__(self, ask: AskAboutChannel | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("rank", "second")
        self.hide()

    def look(self, people: Sequence[ChosenPerson], channel: object) -> None:
        """Look again; in company the channel is nobody's own choice, and nothing is said."""
        sentence = ""
        if self._ask is not None and len(people) == 1 and isinstance(channel, Channel):
            sentence = self._ask(people[0].id, channel)
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
