"""What else can be said of a moment: its project, place and length, and the files that belong to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from notebook.services.moments import MomentDraft
from notebook.services.project_choices import ProjectChoice
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.fields import number_field
from notebook.ui.widgets.file_rows import FileRows
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.project_chooser import ProjectChooser

OfferProjects = Callable[[int | None, int | None], Sequence[ProjectChoice]]
_LONGEST, _STEP = 24 * 60, 5  # minutes
_LINE = 34  # pixels, as high as a field


@dataclass(frozen=True, slots=True)
class MoreTools:
    """What the fold works with: `projects` offers those of a person, one kept in any case."""

    icons: Icons
    prompts: Prompts
    projects: OfferProjects


@dataclass(frozen=True, slots=True)
class MoreSaid:
    """What stands in the fold."""

    project_id: int | None = None
    place: str = ""
    minutes: int | None = None
    files: tuple[str, ...] = ()

    @property
    def is_worth_showing(self) -> bool:
        """Whether the fold should be open: the project alone is known from where one came."""
        return bool(self.place or self.minutes or self.files)


class LogMore(QWidget):
    """A word that unfolds; what is below it is made when somebody wants it.

    Attributes:
        button: the word.
        fields: what is below it, None until it was unfolded.
    """

    def __init__(self, tools: MoreTools) -> None:
        super().__init__()
        self._tools = tools
        self._said = MoreSaid()
        self._person_id: int | None = None
        self.fields: _Fields | None = None
        self.button = link_button(
            translate("log", "More: project, place, length, files"), second=True
        )
        self.button.setAutoDefault(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.button)
        self.button.clicked.connect(self._on_unfold)

    def begin(self, draft: MomentDraft) -> None:
        """Take over what is known already."""
        self._said = MoreSaid(draft.project_id, draft.place, draft.minutes, draft.files)
        if self._said.is_worth_showing:
            self.unfold()

    def unfold(self) -> None:
        """Show the fields."""
        if self.fields is None:
            self.fields = _Fields(self._tools)
            self._column.addWidget(self.fields)
            QWidget.setTabOrder(self.button, self.fields.project)
            self.fields.show_said(self._said, self._projects())
            self.button.hide()

    def set_person(self, person_id: int | None) -> None:
        """Offer the projects of this person."""
        if person_id != self._person_id:
            self._person_id = person_id
            if self.fields is not None:
                self._said = self.said()
                self.fields.project.offer(self._projects(), self._said.project_id)

    def add_files(self, paths: Sequence[str]) -> None:
        """Let these files belong to it too."""
        self.unfold()
        assert self.fields is not None, "unfolded"
        self.fields.files.add(paths)
        self.fields.files.add_button.setFocus()

    def said(self) -> MoreSaid:
        """Return what stands there."""
        return self._said if self.fields is None else self.fields.said()

    def put_into(self, draft: MomentDraft) -> MomentDraft:
        """Return the draft with what stands there."""
        said = self.said()
        return replace(
            draft,
            project_id=said.project_id,
            place=said.place,
            minutes=said.minutes,
            files=said.files,
        )

    def _projects(self) -> Sequence[ProjectChoice]:
        return self._tools.projects(self._person_id, self._said.project_id)

    @Slot()
    def _on_unfold(self) -> None:
        self.unfold()
        assert self.fields is not None, "unfolded"
        self.fields.project.setFocus()


class _Fields(QWidget):
    """What is below the word."""

    def __init__(self, tools: MoreTools) -> None:
        super().__init__()
        self.project = ProjectChooser(translate("log", "Project"))
        hint = translate("log", "Place")
        self.place = QLineEdit(placeholderText=hint)
        self.place.setAccessibleName(hint)
        self.minutes: QSpinBox = number_field(translate("log", "Length in minutes"), 0, _LONGEST)
        self.minutes.setSpecialValueText(translate("log", "Not said"))
        self.minutes.setSuffix(translate("log", " minutes"))
        self.minutes.setSingleStep(_STEP)
        self.files = FileRows(tools.icons, tools.prompts)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (words, field) in enumerate(
            (
                (translate("log", "Project"), self.project),
                (translate("log", "Place"), self.place),
                (translate("log", "Length"), self.minutes),
                (translate("log", "Files"), self.files),
            )
        ):
            label = text_label(words, "second")
            label.setMinimumHeight(_LINE)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)

    def show_said(self, said: MoreSaid, projects: Sequence[ProjectChoice]) -> None:
        self.project.offer(projects, said.project_id)
        self.place.setText(said.place)
        self.minutes.setValue(said.minutes or 0)
        self.files.add(said.files)

    def said(self) -> MoreSaid:
        return MoreSaid(
            self.project.value(),
            self.place.text(),
            self.minutes.value() or None,
            self.files.paths(),
        )
