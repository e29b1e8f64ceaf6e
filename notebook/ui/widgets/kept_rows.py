"""Rows that are kept and shown again: making and dressing widgets takes longer than filling them."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QLayout, QWidget

AnyRow = TypeVar("AnyRow", bound=QWidget)


class KeptRows(Generic[AnyRow]):
    """As many rows in a layout as are needed, made once.

    Attributes:
        made: all of them, those that are hidden at the end.
    """

    def __init__(self, layout: QLayout, make: Callable[[], AnyRow]) -> None:
        self._layout, self._make = layout, make
        self.made: list[AnyRow] = []

    def take(self, count: int) -> Sequence[AnyRow]:
        """Return so many rows to be filled; they are shown, and the others hidden."""
        while len(self.made) < count:
            row = self._make()
            self.made.append(row)
            self._layout.addWidget(row)
        for place, row in enumerate(self.made):
            row.setHidden(place >= count)
        return self.made[:count]
