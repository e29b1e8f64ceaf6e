"""The screens of what is said outside the window: its settings, and the icon with its number."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout

from notebook.ui.icons import Icons
from notebook.ui.pages.settings_page import SettingsPage
from notebook.ui.tray.count_icon import count_pixmap
from notebook.ui.tray.tray_icon import TrayMenu
from tests.tour.scene import Scene, settle
from tests.tour.screens import screen
from tests.tour.screens_facts import scroll_to, show_settings

BARS = ("#f4f4f4", "#2b2b2b", "#101820")


def in_bar(icons: Icons, bar: str) -> QPixmap:
    """Return the icon at several sizes and with several numbers, as in a bar of this colour."""
    picture = QPixmap(620, 150)
    picture.fill(QColor(bar))
    painter = QPainter(picture)
    for row, side in enumerate((16, 22, 48)):
        for column, count in enumerate((0, 1, 4, 9, 12, 48, 99)):
            y = (12, 40, 84)[row]
            painter.drawPixmap(16 + column * 84, y, count_pixmap(icons, count, side))
    painter.end()
    return picture


@screen
def notifications_settings(scene: Scene) -> None:
    page = show_settings(scene)
    assert isinstance(page, SettingsPage)
    page.notifications.quiet.click()
    scroll_to(page, page.notifications)


@screen
def notifications_icon(scene: Scene) -> None:
    dialog = QDialog(scene.window)
    column = QVBoxLayout(dialog)
    for bar in BARS:
        picture = QLabel()
        picture.setPixmap(in_bar(scene.window.desk.icons, bar))
        column.addWidget(picture)
    dialog.show()
    settle()


@screen
def notifications_menu(scene: Scene) -> None:
    show_menu(scene, hides_names=False)


@screen
def notifications_menu_private(scene: Scene) -> None:
    show_menu(scene, hides_names=True)


def show_menu(scene: Scene, *, hides_names: bool) -> None:
    menu = TrayMenu(scene.window.desk.icons, scene.window)
    menu.show_due(scene.window.panel.due, hides_names=hides_names)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(scene.window.mapToGlobal(scene.window.rect().center()))
    settle()
