"""What stands at the head of papers for customers: the name of the business and its picture."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit

from notebook.errors import Refused
from notebook.services.preferences import Preferences
from notebook.translate import translate
from notebook.ui.notifier import Notifier
from notebook.ui.pictures import FORMATS, image_of, read_picture
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.buttons import plain_button
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.panel import Panel

LARGEST = QSize(640, 240)  # pixels: sharp on paper, small in the file
_SHOWN = QSize(160, 60)


class LetterheadPanel(Panel):
    """Keeps name and picture in the notebook, since they belong to its user.

    Attributes:
        name, picture, choose_button, remove_button: the parts.
    """

    def __init__(self, preferences: Preferences, notifier: Notifier, prompts: Prompts) -> None:
        super().__init__(translate("letterhead", "On papers for your customers"))
        self._preferences, self._notifier, self._prompts = preferences, notifier, prompts
        words = translate("letterhead", "Your name and picture stand at the head of agreements.")
        self.body.addWidget(text_label(words, wrap=True))
        hint = translate("letterhead", "Name of your business")
        self.name = QLineEdit(placeholderText=hint)
        self.name.setAccessibleName(hint)
        self.name.setMaxLength(200)
        self.picture = QLabel()
        self.picture.setAccessibleName(translate("letterhead", "Your picture"))
        self.choose_button = plain_button(translate("letterhead", "Choose a picture…"))
        self.remove_button = plain_button(translate("letterhead", "Remove the picture"))
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in (self.picture, self.choose_button, self.remove_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addWidget(self.name)
        self.body.addLayout(row)
        self.show_choices()
        self.name.editingFinished.connect(self._on_name)
        self.choose_button.clicked.connect(self._on_choose)
        self.remove_button.clicked.connect(self._on_remove)

    def show_choices(self) -> None:
        """Show what is chosen."""
        if not self.name.hasFocus():
            self.name.setText(self._preferences.business_name())
        image = image_of(self._preferences.logo())
        self.picture.setHidden(image.isNull())
        self.remove_button.setHidden(image.isNull())
        if not image.isNull():
            kept = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(QPixmap.fromImage(image.scaled(_SHOWN, kept, smooth)))

    @Slot()
    def _on_name(self) -> None:
        name = self.name.text().strip()
        if name != self._preferences.business_name():
            self._notifier.tell(self._preferences.set_business_name(name))

    @Slot()
    def _on_choose(self) -> None:
        title = translate("letterhead", "Choose a picture")
        kinds = translate("letterhead", "Pictures (%1)").replace("%1", FORMATS)
        for path in self._prompts.open_files(title, kinds)[:1]:
            try:
                picture = read_picture(path, LARGEST)
            except Refused as refused:
                trouble = translate("letterhead", "The picture was not taken")
                self._prompts.show_problem(trouble, str(refused))
                return
            self._notifier.tell(self._preferences.set_logo(picture))
            self.show_choices()

    @Slot()
    def _on_remove(self) -> None:
        self._notifier.tell(self._preferences.set_logo(b""))
        self.show_choices()
