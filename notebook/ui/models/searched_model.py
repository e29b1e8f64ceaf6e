"""A list that a typed text can narrow down."""

from abc import abstractmethod

from PySide6.QtCore import QObject

from notebook.ui.models.windowed_model import Line, WindowedModel


class SearchedModel(WindowedModel[Line]):
    """Shows everything, or what a text finds; a model fills itself once it is put together."""

    def __init__(self, line_role: int, parent: QObject | None = None) -> None:
        super().__init__(line_role, parent)
        self._text = ""

    @property
    def is_search(self) -> bool:
        """Whether the list shows what a text found."""
        return bool(self._text)

    def set_text(self, text: str) -> None:
        """Show what the text finds; everything again for an empty one."""
        self._text = text.strip()
        self.reload()

    @abstractmethod
    def row_of(self, line_id: int) -> int | None:
        """Return the row of a line; None for one that isn't shown."""
