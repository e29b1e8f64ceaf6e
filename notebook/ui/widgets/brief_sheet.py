"""The brief on screen: one white sheet in two columns."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.services.brief_page import Brief, BriefLine, BriefSection
from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.photo_shelf import PhotoShelf
from notebook.ui.widgets.avatar import Avatar
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.chips import Tag
from notebook.ui.widgets.labels import plain_tool_tip, text_label
from notebook.ui.widgets.panel import divider
from notebook.ui.widgets.wrapping_label import WrappingLabel

_WIDEST = 860  # pixels, as wide as lines are read with ease
_NARROW = 640
_SIDE, _TOP, _FACE = 44, 30, 40
_TOP_RIGHT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight


class BriefSheet(QFrame):
    """Shows one brief; two columns where there is room, one below the other where there is not.

    Attributes:
        use_buttons: by the fact that one may begin the talk with, what marks it as used.

    Signals:
        used(int): the talk began with this fact.
    """

    used = Signal(object)

    def __init__(
        self,
        brief: Brief,
        shelf: PhotoShelf | None = None,
        parent: QWidget | None = None,
        *,
        can_use: bool = False,
    ) -> None:
        super().__init__(parent)
        self.use_buttons: dict[int, QPushButton] = {}
        self._can_use = can_use
        self.setProperty("role", "panel")
        self.setMaximumWidth(_WIDEST)
        self.setAccessibleName(brief.name)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(48)
        for sections in (brief.left, brief.right):
            if sections:
                self._columns.addLayout(self._column(sections), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        outer.setSpacing(14)
        outer.addLayout(_head(brief, shelf))
        outer.addWidget(divider())
        outer.addLayout(self._columns)
        outer.addStretch(1)

    def mark_used(self, fact_id: int, *, is_used: bool) -> None:
        """Show that a fact was used now, or was not after all."""
        button = self.use_buttons[fact_id]
        button.setEnabled(not is_used)
        button.setText(_used_now() if is_used else _use())

    def _column(self, sections: tuple[BriefSection, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(5)
        for number, section in enumerate(sections):
            if number:
                column.addSpacing(15)
            column.addWidget(WrappingLabel(section.heading, "panelTitle"))
            column.addSpacing(3)
            for line in section.lines:
                row = _line(line)
                if self._can_use and line.fact_id is not None:
                    row.addWidget(self._use_button(line.fact_id, line.text), 0, _TOP_RIGHT)
                column.addLayout(row)
            if section.rest:
                column.addWidget(text_label(section.rest, "second"))
        column.addStretch(1)
        return column

    def _use_button(self, fact_id: int, text: str) -> QPushButton:
        button = link_button(_use(), second=True, calm=True)
        tip = filled(translate("brief", "I began with this: %1"), text)
        button.setAccessibleName(tip)
        button.setToolTip(plain_tool_tip(translate("brief", "Next time begin with something else")))
        button.clicked.connect(lambda: self.used.emit(fact_id))
        self.use_buttons[fact_id] = button
        return button

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._columns.setSpacing(20 if narrow else 48)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, super().sizeHint().height())


def _head(brief: Brief, shelf: PhotoShelf | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    bottom = Qt.AlignmentFlag.AlignBottom
    if shelf is not None and brief.photo_at:
        face = Avatar(brief.name, brief.person_id, _FACE, shelf=shelf)
        face.set_person(brief.name, brief.person_id, brief.photo_at)
        row.addWidget(face, 0, bottom)
    row.addWidget(WrappingLabel(brief.name, "title"), 0, bottom)
    row.addWidget(WrappingLabel(brief.about, "second"), 1, bottom)
    context = WrappingLabel(brief.context, "second")
    context.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(context, 0, bottom)
    return row


def _use() -> str:
    return translate("brief", "I used this")


def _used_now() -> str:
    return translate("brief", "Used today")


def _line(line: BriefLine) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    if line.tag:
        row.addWidget(Tag(line.tag, line.tone), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(WrappingLabel(line.text), 1)
    return row
