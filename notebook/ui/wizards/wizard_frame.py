"""The frame of the wizard: steps at the left, the page of one at the right, its foot below."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from notebook.services.draft import Draft, Standing
from notebook.ui.icons import Icons
from notebook.ui.widgets.banner import Banner
from notebook.ui.widgets.labels import ElidedLabel
from notebook.ui.widgets.panel import divider
from notebook.ui.widgets.scrolling import scrolling
from notebook.ui.wizards.footer import Footer
from notebook.ui.wizards.project_step import ProjectStep
from notebook.ui.wizards.question_step import QuestionStep
from notebook.ui.wizards.step_list import StepList
from notebook.ui.wizards.wizard_page import WizardPage

_LIST_WIDTH = 220  # pixels, like the sizes below
_USUAL = QSize(920, 620)
_SMALLEST = QSize(720, 440)
_AROUND = QSize(40, 40)


class WizardFrame(QWidget):
    """Shows one page at a time, which scrolls when it is taller than its room.

    Attributes:
        title, subtitle: above the steps.
        steps: the list at the left.
        banner: what is in the way of going on.
        footer: the line at the bottom with its buttons.
    """

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("", "heading")
        self.subtitle = ElidedLabel("", "second")
        self.steps = StepList(icons)
        self.banner = Banner(icons)
        self.footer = Footer()
        self._stack = QStackedWidget()
        self._areas: dict[WizardPage, QScrollArea] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(self._right(), 1)

    def name(self, title: str, subtitle: str) -> None:
        """Say which project it is, above the steps and on the window."""
        self.window().setWindowTitle(title)
        self.title.setText(title)
        self.subtitle.setText(subtitle)

    def add_pages(self, pages: Sequence[WizardPage]) -> None:
        """Take in pages that are not there yet."""
        for page in pages:
            if page not in self._areas:
                self._areas[page] = scrolling(page)
                self._stack.addWidget(self._areas[page])

    def remove_page(self, page: WizardPage) -> None:
        """Let go of a page for good."""
        area = self._areas.pop(page)
        self._stack.removeWidget(area)
        area.deleteLater()

    def show_page(self, page: WizardPage) -> None:
        """Show a page from its top."""
        self._stack.setCurrentWidget(self._areas[page])
        self._areas[page].verticalScrollBar().setValue(0)

    def end_with(self, page: WizardPage, label: str, next_text: str) -> None:
        """Show the page after all others, from which no way leads back; `label` says what was done."""
        self.add_pages([page])
        self.show_page(page)
        self.steps.setEnabled(False)
        self.footer.say(label)
        self.footer.show_buttons(later=False, back=False, next_text=next_text, close=True)

    def show_standing(self, pages: Sequence[WizardPage], draft: Draft) -> None:
        """Mark how far each step has come, and let the pages show what follows."""
        for place, page in enumerate(pages):
            if isinstance(page, QuestionStep):
                is_answered = draft.is_agreed and page.is_filled()
                standing = Standing.ANSWERED if is_answered else draft.standing_of(page.step)
                self.steps.set_standing(place, standing)
                page.show_kept(draft)
            elif isinstance(page, ProjectStep) or draft.is_agreed:
                self.steps.set_standing(place, Standing.ANSWERED)

    def reveal(self, page: WizardPage, widget: QWidget) -> None:
        """Scroll a page until a widget on it can be seen."""
        self._areas[page].ensureWidgetVisible(widget)

    def _left(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "sidebar")
        frame.setProperty("side", "left")
        frame.setFixedWidth(_LIST_WIDTH)
        names = QVBoxLayout()
        names.setContentsMargins(8, 0, 8, 0)
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 20, 14, 16)
        column.setSpacing(14)
        column.addLayout(names)
        column.addWidget(self._scrolling_steps(), 1)
        return frame

    def _scrolling_steps(self) -> QScrollArea:
        """Own checklists may have more steps than there is room for."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.steps)
        column.addStretch(1)
        self._step_area = scrolling(inside)
        # A moment later, when the lines have their places.
        soon = QTimer(self, singleShot=True, interval=0)
        soon.timeout.connect(self._reveal_step)
        self.steps.moved.connect(soon.start)
        return self._step_area

    @Slot()
    def _reveal_step(self) -> None:
        for button in self.steps.buttons:
            if button.isChecked():
                self._step_area.ensureWidgetVisible(button)

    def _right(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        banner_room = QVBoxLayout()
        banner_room.setContentsMargins(20, 0, 20, 10)
        banner_room.addWidget(self.banner)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addLayout(banner_room)
        column.addWidget(divider())
        column.addWidget(self.footer)
        return frame


def fit(dialog: QDialog, parent: QWidget | None) -> None:
    """Give a wizard its usual size, or less where the window below is smaller."""
    room = parent.window().size() - _AROUND if parent else _USUAL
    dialog.setMinimumSize(_SMALLEST)
    dialog.resize(_USUAL.boundedTo(room).expandedTo(_SMALLEST))
