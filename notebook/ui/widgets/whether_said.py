"""Whether the other side knows of something, and since when."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook.domain.moves import Movable
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.widgets.choice_row import ChoiceRow
from notebook.ui.widgets.date_edit import OptionalDateEdit
from notebook.ui.widgets.labels import text_label


class WhetherSaid(QWidget):
    """Asks whether they know what becomes of `movable`, and on which day it was said.

    Attributes:
        told: yes or not yet.
        said_on: the day, which shows for yes.
    """

    def __init__(self, icons: Icons, movable: Movable, today: date, *, is_said: bool) -> None:
        super().__init__()
        question = _question(movable)
        self.told = ChoiceRow(
            [
                (True, translate("said", "Yes, on this day:")),
                (False, translate("said", "Not yet")),
            ],
            question,
            tones={False: "warn"},
            optional=False,
        )
        self.told.set_value(is_said)
        self.said_on = OptionalDateEdit(icons, today, translate("said", "Said on"))
        self.said_on.set_value(today)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(text_label(question, "name", wrap=True))
        column.addWidget(self.told)
        column.addWidget(self.said_on)
        self._on_told()
        self.told.chosen.connect(self._on_told)

    @property
    def lacks_day(self) -> bool:
        """Whether it was said, on a day that is still to be filled in."""
        return self.told.value() is True and self.said_on.value() is None

    def day(self) -> date | None:
        """Return the day on which it was said; None for not yet."""
        return self.said_on.value() if self.told.value() is True else None

    @Slot()
    def _on_told(self) -> None:
        self.said_on.setVisible(self.told.value() is True)


def _question(movable: Movable) -> str:
    if movable.count > 1:
        return translate("said", "Was it said?")
    if movable.is_ours:
        return filled(translate("said", "Does %1 know?"), movable.first_name)
    return filled(translate("said", "Did %1 say so?"), movable.first_name)
