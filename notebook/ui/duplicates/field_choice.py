"""One field in which two cards differ: whose value is taken, side by side."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from notebook.domain.duplicates import Choice
from notebook.services.duplicates.fields import FieldPair
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.wrapping_label import WrappingLabel

_LOWER = 3  # pixels, so that the first line stands beside the mark
_LONGEST = 600  # letters that are shown of a value: enough to choose by


class ValueChoice(QWidget):
    """A round mark and a value that may be long; a click on either chooses it.

    Attributes:
        button: the round mark.
    """

    def __init__(self, title: str, value: str, shown: QWidget | None = None) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.button.setAccessibleName(filled("%1: %2", title, value))
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        short = value if len(value) <= _LONGEST else value[:_LONGEST] + "…"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        if shown is None:
            label = WrappingLabel(short)
            label.setContentsMargins(0, _LOWER, 0, 0)
            row.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
        else:
            row.setAlignment(self.button, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(shown)
            row.addStretch(1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()


class FieldChoice(QWidget):
    """The name of a field, and both values below it; "both" where they can stand together.

    Signals:
        chosen(str, Choice): the user chose this for the field of this key.
    """

    chosen = Signal(str, object)

    def __init__(
        self,
        field: FieldPair,
        choice: Choice,
        picture: Callable[[Choice], QWidget] | None = None,
    ) -> None:
        super().__init__()
        self._field = field
        self._group = QButtonGroup(self)
        self.options: dict[Choice, ValueChoice] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(text_label(field.title, "second"), 0, 0, 1, 2)
        for column, (each, value) in enumerate(
            ((Choice.KEPT, field.mine), (Choice.OTHER, field.theirs))
        ):
            self._offer(each, value, picture(each) if picture else None)
            grid.addWidget(self.options[each], 1, column, Qt.AlignmentFlag.AlignTop)
        if field.joins:
            self._offer(Choice.BOTH, translate("duplicates", "Both, one after the other"), None)
            grid.addWidget(self.options[Choice.BOTH], 2, 0, 1, 2)
        self.options[choice].button.setChecked(True)

    def _offer(self, choice: Choice, value: str, picture: QWidget | None) -> None:
        option = ValueChoice(self._field.title, value, picture)
        self._group.addButton(option.button)
        option.button.clicked.connect(lambda: self.chosen.emit(self._field.key, choice))
        self.options[choice] = option
