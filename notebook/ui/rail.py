"""The narrow strip at the left: the menu, the large areas, and what one needs now and then."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from notebook.ui.icons import Icons
from notebook.ui.widgets.buttons import icon_button, rail_button

RAIL_WIDTH = 62  # pixels


class Rail(QFrame):
    """A column of icons; each area is (key, icon, name), the last ones stand at the foot.

    Signals:
        area_chosen(str): the key of an area.
    """

    area_chosen = Signal(str)

    def __init__(
        self,
        icons: Icons,
        menu: QMenu,
        areas: Sequence[tuple[str, str, str]],
        foot: Sequence[tuple[str, str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setFixedWidth(RAIL_WIDTH)
        self.menu_button = icon_button(icons, "book-heart", self.tr("Menu (F10)"), "accent")
        self.menu_button.setProperty("kind", "rail")
        self._menu = menu
        self.menu_button.clicked.connect(self.open_menu)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 9, 9, 12)
        column.setSpacing(4)
        column.addWidget(self.menu_button)
        column.addSpacing(8)
        for area in areas:
            column.addWidget(self._add(icons, *area))
        column.addStretch(1)
        for area in foot:
            column.addWidget(self._add(icons, *area))

    def button(self, key: str) -> QPushButton:
        """Return the button of an area."""
        return self._buttons[key]

    @Slot()
    def open_menu(self) -> None:
        """Show the menu below its button."""
        below = self.menu_button.rect().bottomLeft()
        self._menu.popup(self.menu_button.mapToGlobal(below))

    @Slot(str)
    def set_area(self, key: str) -> None:
        """Show where one is; an area without a button leaves it as it was."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def _add(self, icons: Icons, key: str, icon: str, name: str) -> QPushButton:
        button = rail_button(icons, icon, name)
        button.clicked.connect(lambda: self.area_chosen.emit(key))
        self._group.addButton(button)
        self._buttons[key] = button
        return button
