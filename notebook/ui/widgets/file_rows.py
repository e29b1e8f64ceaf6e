"""The files that belong to something: where they are, and a way to open them; never copied."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot

from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.icons import Icons
from notebook.ui.links import open_file
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.buttons import link_button
from notebook.ui.widgets.chips import Tag
from notebook.ui.widgets.labels import ElidedLabel
from notebook.ui.widgets.row_list import Row, RowList


class FileRow(Row):
    """One file: its name, its folder, and whether it is still there."""

    def __init__(self, icons: Icons, path: str) -> None:
        name = Path(path).name or path
        super().__init__(icons, filled(translate("files", "Take %1 off the list"), name))
        self.path = path
        self.name = ElidedLabel(name)
        self.folder = ElidedLabel(str(Path(path).parent), "second")
        self.open_button = link_button(translate("files", "Open"), second=True)
        self.open_button.setAutoDefault(False)
        self.open_button.setAccessibleName(filled(translate("files", "Open %1"), name))
        self.missing = Tag(translate("files", "not found"), "warn")
        self.missing.set_hint(path)
        for widget, stretch in ((self.name, 3), (self.folder, 2)):
            self.line.addWidget(widget, stretch)
        self.line.addWidget(self.missing, 0, Qt.AlignmentFlag.AlignVCenter)
        self.line.addWidget(self.open_button)
        self.finish()
        self.look()
        self.open_button.clicked.connect(self._on_open)

    def look(self) -> None:
        """Look whether the file is there."""
        is_there = Path(self.path).exists()
        self.missing.setHidden(is_there)
        self.open_button.setVisible(is_there)

    @Slot()
    def _on_open(self) -> None:
        if not open_file(self.path):
            self.look()


class FileRows(RowList[FileRow]):
    """Files by their paths, each once."""

    def __init__(self, icons: Icons, prompts: Prompts) -> None:
        super().__init__(icons)
        self._prompts = prompts
        self.add_button = self._offer(translate("files", "Add a file…"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._on_add)

    def paths(self) -> tuple[str, ...]:
        """Return the paths in their order."""
        return tuple(row.path for row in self.rows)

    def add(self, paths: Sequence[str]) -> None:
        """Show these files too."""
        known = self.paths()
        new = [path for path in dict.fromkeys(paths) if path not in known]
        for path in new:
            self._add(FileRow(self._icons, path))

    @Slot()
    def _on_add(self) -> None:
        files = self._prompts.open_files(
            translate("files", "Files that belong to it"), translate("files", "All files (*)")
        )
        self.add([str(path) for path in files])
