"""How often several people hear from us, whatever their groups say."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from notebook.translate import translate
from notebook.ui.dialogs.form_dialog import FormDialog
from notebook.ui.icons import Icons
from notebook.ui.people.rhythm_fields import RhythmFields
from notebook.ui.prompts import Prompts


class RhythmDialog(FormDialog):
    """Asks for a rhythm; none at all leaves it to the groups.

    Attributes:
        rhythm: the fields.
    """

    def __init__(
        self,
        heading: str,
        icons: Icons,
        prompts: Prompts,
        save: Callable[[int | None, int | None], str],
        parent: QWidget | None = None,
    ) -> None:
        text = translate("groups", "Without a rhythm of their own, that of their groups holds.")
        super().__init__(icons, prompts, heading, text, translate("groups", "Save"), parent)
        self._save_rhythm = save
        self.rhythm = RhythmFields(translate("groups", "As in their groups"))
        self.rhythm.set_days(30, None)
        self.lay_out([(translate("groups", "Keep in touch"), self.rhythm)])
        self.rhythm.target.setFocus()
        self.rhythm.target.selectAll()

    @override
    def save(self) -> str:
        return self._save_rhythm(*self.rhythm.days())
