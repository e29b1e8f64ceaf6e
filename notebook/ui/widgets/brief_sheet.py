"""The brief on screen: one white sheet in two columns."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.services.brief_page import Brief, BriefLine, BriefSection
from notebook.ui.photo_shelf import PhotoShelf
from notebook.ui.widgets.avatar import Avatar
from notebook.ui.widgets.chips import Tag
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import divider
from notebook.ui.widgets.wrapping_label import WrappingLabel

_WIDEST = 860  # pixels, as wide as lines are read with ease
_NARROW = 640
_SIDE, _TOP, _FACE = 44, 30, 40


class BriefSheet(QFrame):
    """Shows one brief; two columns where there is room, one below the other where there is not."""

    def __init__(
        self, brief: Brief, shelf: PhotoShelf | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setMaximumWidth(_WIDEST)
        self.setAccessibleName(brief.name)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(48)
        for sections in (brief.left, brief.right):
            if sections:
                self._columns.addLayout(_column(sections), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        outer.setSpacing(14)
        outer.addLayout(_head(brief, shelf))
        outer.addWidget(divider())
        outer.addLayout(self._columns)
        outer.addStretch(1)

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


def _column(sections: tuple[BriefSection, ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(5)
    for number, section in enumerate(sections):
        if number:
            column.addSpacing(15)
        column.addWidget(WrappingLabel(section.heading, "panelTitle"))
        column.addSpacing(3)
        for line in section.lines:
            column.addLayout(_line(line))
        if section.rest:
            column.addWidget(text_label(section.rest, "second"))
    column.addStretch(1)
    return column


def _line(line: BriefLine) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    if line.tag:
        row.addWidget(Tag(line.tag, line.tone), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(WrappingLabel(line.text), 1)
    return row
