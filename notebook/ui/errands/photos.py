"""Giving somebody a photo: from a file or the clipboard, cut to a square, and taking it away."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QImage

from notebook.domain.text import short_name
from notebook.errors import Refused
from notebook.ui.errands.desk import Desk


class PhotoErrands(QObject):
    """Reads pictures, lets the user cut them, and tells the notifier what came of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.navigator.photo_requested.connect(self.choose)
        desk.navigator.photo_paste_requested.connect(self.paste)
        desk.navigator.photo_removed.connect(self.remove)

    @Slot(object, object)
    def choose(self, person_id: int, path: Path | None) -> None:
        """Take the picture of a person from a file; ask for the file where none is named."""
        from notebook.ui.pictures import FORMATS, read_photo

        if path is None:
            kinds = self.tr("Pictures (%1)").replace("%1", FORMATS)
            path = next(iter(self._desk.prompts.open_files(self.tr("Choose a photo"), kinds)), None)
        if path is None:
            return
        try:
            image = read_photo(path)
        except Refused as refused:
            self._say(str(refused))
            return
        self._cut(person_id, image)

    @Slot(object)
    def paste(self, person_id: int) -> None:
        """Take the picture of a person from the clipboard: a picture, or a copied file."""
        data = QGuiApplication.clipboard().mimeData()
        # Some desktops have no data at all for an empty clipboard, whatever Qt's stubs say.
        has_files = data is not None and data.hasUrls()
        if has_files and data.urls()[0].isLocalFile():
            self.choose(person_id, Path(data.urls()[0].toLocalFile()))
            return
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self._say(self.tr("There is no picture in the clipboard. Copy one, then paste it."))
            return
        self._cut(person_id, image)

    @Slot(object)
    def remove(self, person_id: int) -> None:
        """Show the initials again."""
        trouble = self._desk.trouble(lambda: self._desk.notebook.photos.remove(person_id))
        if trouble:
            self._say(trouble)

    def _cut(self, person_id: int, image: QImage) -> None:
        from notebook.ui.dialogs.crop_dialog import CropDialog

        desk = self._desk
        try:
            draft = desk.notebook.people.draft(person_id)
        except Refused as refused:
            self._say(str(refused))
            return
        called = short_name(draft.given_name, draft.name)
        desk.open(
            CropDialog(
                desk.icons,
                desk.prompts,
                called,
                image,
                lambda cut: self._keep(person_id, cut),
                desk.window,
            )
        )

    def _keep(self, person_id: int, square: QImage) -> str:
        from notebook.services.photos import MOST_BYTES
        from notebook.ui.pictures import as_photo

        jpeg = as_photo(square, MOST_BYTES)
        return self._desk.trouble(lambda: self._desk.notebook.photos.keep(person_id, jpeg))

    def _say(self, trouble: str) -> None:
        self._desk.prompts.show_problem(self.tr("The photo was not taken"), trouble)
