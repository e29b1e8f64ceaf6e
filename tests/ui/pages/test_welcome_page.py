"""The first start: three ways on, and the people as soon as there is somebody."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from notebook.services.notebook import Notebook
from notebook.ui.dialogs.import_dialog import ImportDialog
from notebook.ui.main_window import MainWindow
from notebook.ui.pages.welcome_page import WelcomePage

LEFT = Qt.MouseButton.LeftButton


def welcome(window: MainWindow) -> WelcomePage:
    page = window.areas.page("welcome")
    assert isinstance(page, WelcomePage)
    assert page.isVisible()
    return page


def test_a_person_can_be_added(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(welcome(window).add_button, LEFT)
    qtbot.keyClicks(window.people.editor.who.name, "Ana Pereira")
    qtbot.keyClick(window.people.editor.who.name, Qt.Key.Key_Return)
    assert window.people.card.header.name.text() == "Ana Pereira"


def test_a_file_can_be_brought_in(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(welcome(window).import_button, LEFT)
    (dialog,) = window.findChildren(ImportDialog)
    assert dialog.isVisible()


def test_the_sample_is_offered_where_there_is_a_way_back(window: MainWindow, qtbot: QtBot) -> None:
    page = welcome(window)
    assert not page.sample_way.isVisible()  # this window has no session
    offering = WelcomePage(window.desk.icons)
    qtbot.addWidget(offering)
    with qtbot.waitSignal(offering.sample_chosen):
        qtbot.mouseClick(offering.sample_button, LEFT)


def test_the_people_come_as_soon_as_there_is_somebody(
    window: MainWindow, notebook: Notebook, today: date
) -> None:
    assert welcome(window).isVisible()
    window.notifier.tell(notebook.people.add("Ana Pereira", today))
    assert window.people.isVisible()
    assert window.people.card.header.name.text() == "Ana Pereira"
