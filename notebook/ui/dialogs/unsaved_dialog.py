"""A dialog of fields: what was filled in is not lost unasked, by Escape or any other way out."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget
from typing_extensions import override

from notebook.ui.prompts import Prompts, may_leave


class UnsavedDialog(QDialog):
    """Closes at once as long as everything stands in its fields as it did when it was shown.

    Attributes:
        lost: what the question says would be lost.
    """

    def __init__(self, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._begun: list[object] | None = None
        self.lost = self.tr("What you filled in is not saved yet.")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._begun is None:
            self._begun = _filled_in(self)

    @override
    def reject(self) -> None:
        """Close without saving; asks first when something was filled in."""
        is_as_begun = self._begun is None or _filled_in(self) == self._begun
        if is_as_begun or may_leave(self._prompts, self.lost):
            super().reject()


def _filled_in(dialog: QDialog) -> list[object]:
    """Return what stands in every field of a dialog, those apart that pop up above it."""
    widgets = (each for each in dialog.findChildren(QWidget) if each.window() is dialog)
    return [state for each in widgets if (state := _state(each)) is not None]


def _state(widget: QWidget) -> object:
    """Return what the user did to a widget: to a button, which choice it is and whether it holds."""
    if isinstance(widget, QAbstractButton):
        return widget.accessibleName(), widget.isChecked()
    entered = widget.metaObject().userProperty()
    return entered.read(widget) if entered.isValid() else None
