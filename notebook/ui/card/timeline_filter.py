"""Narrows a timeline down: by words, channel, who else was there, and project."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from notebook.domain.moments import Channel
from notebook.services.timeline import TimelineChoices, TimelineFilter
from notebook.services.words import channel_word
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.widgets.flow_layout import FlowLayout
from notebook.ui.widgets.pick_button import PickButton

_FIELD_WIDTH = 220


class TimelineFilterBar(QWidget):
    """A search field and three words to choose by; what there is to choose is read when asked for.

    Signals:
        changed(TimelineFilter): something else is wanted.
    """

    changed = Signal(object)

    def __init__(self, icons: Icons, choices: Callable[[], TimelineChoices]) -> None:
        super().__init__()
        self._choices = choices
        hint = translate("timeline", "Search these moments")
        self.search = QLineEdit(placeholderText=hint, clearButtonEnabled=True)
        self.search.setAccessibleName(hint)
        self.search.setFixedWidth(_FIELD_WIDTH)
        place = QLineEdit.ActionPosition.LeadingPosition
        self.search.addAction(icons.icon("search", "soft"), place)
        self._any = (
            translate("timeline", "Any channel"),
            translate("timeline", "Anybody"),
            translate("timeline", "Any project"),
        )
        self.channel = PickButton(translate("timeline", "Channel"), [(None, self._any[0])])
        self.person = PickButton(
            translate("timeline", "Who else took part"), [(None, self._any[1])]
        )
        self.project = PickButton(translate("timeline", "Project"), [(None, self._any[2])])
        flow = FlowLayout(self, gap=12)
        flow.addWidget(self.search)
        self.search.textChanged.connect(self._on_changed)
        for button in (self.channel, self.person, self.project):
            flow.addWidget(button)
            button.chosen.connect(self._on_changed)
            menu = button.menu()
            assert menu is not None, "every PickButton has one"
            menu.aboutToShow.connect(self._read_choices)
        self.setFocusProxy(self.search)

    def wanted(self) -> TimelineFilter:
        """Return what is chosen."""
        channel, other_id, project_id = (
            each.value() for each in (self.channel, self.person, self.project)
        )
        return TimelineFilter(
            channel=channel if isinstance(channel, Channel) else None,
            other_id=other_id if isinstance(other_id, int) else None,
            project_id=project_id if isinstance(project_id, int) else None,
            text=self.search.text(),
        )

    def clear(self) -> None:
        """Want everything again; says nothing to listeners."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.search.clear()
        for button, word in zip((self.channel, self.person, self.project), self._any, strict=True):
            button.set_options([(None, word)])
        self.blockSignals(False)  # noqa: FBT003 - Qt's own

    def take_cursor(self) -> None:
        """Take the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _read_choices(self) -> None:
        choices = self._choices()
        offers: tuple[tuple[PickButton, list[tuple[object, str]]], ...] = (
            (self.channel, [(each, channel_word(each)) for each in choices.channels]),
            (self.person, list(choices.people)),
            (self.project, list(choices.projects)),
        )
        for (button, options), word in zip(offers, self._any, strict=True):
            button.set_options([(None, word), *options])

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit(self.wanted())
