"""Cut somebody out of a picture."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.buttons import plain_button
from notebook.ui.widgets.crop_view import CropView


class CropDialog(FormDialog):
    """The picture in its round window; `save` gets the square and returns why it can't be kept."""

    def __init__(
        self,
        icons: Icons,
        prompts: Prompts,
        called: str,
        image: QImage,
        save: Callable[[QImage], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            icons,
            prompts,
            filled(translate("crop", "The photo of %1"), called),
            translate("crop", "Drag it into place. Plus and minus make it larger and smaller."),
            translate("crop", "Keep"),
            parent,
        )
        self._save = save
        self.view = CropView(image, icons.theme)
        self.smaller_button = plain_button("−")
        self.larger_button = plain_button("+")
        for button, words, act in (
            (self.smaller_button, translate("crop", "Smaller"), self.view.smaller),
            (self.larger_button, translate("crop", "Larger"), self.view.larger),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.setAutoDefault(False)
            button.setAutoRepeat(True)
            button.clicked.connect(act)
        self.lay_out([("", self._middle())])
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def save(self) -> str:
        return self._save(self.view.cropped())

    def _middle(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view, 0, Qt.AlignmentFlag.AlignHCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.smaller_button)
        buttons.addWidget(self.larger_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return box
