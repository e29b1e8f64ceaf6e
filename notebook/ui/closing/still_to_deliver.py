"""A project is called delivered while something of it is open: it is asked what is with that."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.services.phrases import filled
from notebook.translate import translate
from notebook.ui.closing.first_lines import first_lines
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.prompts import Prompts
from notebook.ui.widgets.buttons import plain_button
from notebook.ui.widgets.labels import text_label
from notebook.ui.widgets.wrapping_label import WrappingLabel


class StillToDeliver(FormDialog):
    """Asks whether all of it was delivered; `deliver` and `leave` return why that can't be done.

    Attributes:
        leave_button: what is open stays open.
    """

    def __init__(
        self,
        icons: Icons,
        prompts: Prompts,
        name: str,
        titles: Sequence[str],
        deliver: Callable[[], str],
        leave: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        self._deliver, self._leave = deliver, leave
        title = filled(translate("closing", "Is all of “%1” delivered?"), name)
        text = translate("closing", "This is not marked as delivered yet:")
        super().__init__(
            icons, prompts, title, text, translate("closing", "All delivered today"), parent
        )
        self.leave_button = plain_button(translate("closing", "Leave it open"))
        self.leave_button.clicked.connect(self._on_leave)
        hint = translate("closing", "What is left open goes on reminding.")
        self.lay_out(
            [("", WrappingLabel(line)) for line in first_lines(titles)]
            + [("", text_label(hint, "second", wrap=True))],
            (self.leave_button,),
        )
        self.save_button.setFocus()

    @override
    def save(self) -> str:
        return self._deliver()

    @Slot()
    def _on_leave(self) -> None:
        trouble = self._leave()
        if trouble:
            self.banner.show_message(trouble, "warn")
            return
        self.accept()
