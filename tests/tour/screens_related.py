"""The screens of the people around somebody, of how to talk with them, and of what they look like."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QDialog, QScrollArea

from notebook.domain.moments import Channel
from notebook.services.photos import MOST_BYTES
from notebook.ui.card.around import Around
from notebook.ui.pictures import as_photo
from tests.tour.scene import Scene, settle
from tests.tour.screens import screen
from tests.tour.screens_moments import open_sheet


def open_around(scene: Scene, name: str) -> Around:
    """Show the people around somebody of the sample."""
    scene.window.people.show_person(scene.person(name))
    settle()
    overview = scene.window.people.card.overview
    panel = overview.around.panel
    assert isinstance(panel, Around)
    overview._scroll.ensureWidgetVisible(panel, 0, 60)
    return panel


def _dialog(scene: Scene) -> QDialog:
    settle()
    return next(each for each in scene.window.findChildren(QDialog) if each.isVisible())


@screen
def around_marta(scene: Scene) -> None:
    open_around(scene, "Marta Lindqvist")


@screen
def around_marcus(scene: Scene) -> None:
    """Marta's link seen from the other side, and a word of their own."""
    open_around(scene, "Marcus Okafor")


@screen
def around_somebody_new(scene: Scene) -> None:
    open_around(scene, "Marta Lindqvist").add_button.click()
    _dialog(scene)
    scene.type("Nora")


@screen
def around_changed(scene: Scene) -> None:
    panel = open_around(scene, "Marta Lindqvist")
    panel.rows[2].edit_button.click()
    _dialog(scene)


@screen
def around_in_own_word(scene: Scene) -> None:
    panel = open_around(scene, "Marcus Okafor")
    panel.rows[-1].edit_button.click()
    _dialog(scene)


@screen
def their_words(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Marta Lindqvist"))
    settle()
    overview = scene.window.people.card.overview
    overview._scroll.ensureWidgetVisible(overview.note, 0, 20)


@screen
def person_editor_how_to_talk(scene: Scene) -> None:
    people = scene.window.people
    people.edit_person(scene.person("Marta Lindqvist"))
    settle()
    scroll = people.editor.findChildren(QScrollArea)[0]
    scroll.ensureWidgetVisible(people.editor.talking.terms_avoided, 0, 20)
    settle()


@screen
def log_sheet_asked_not_to(scene: Scene) -> None:
    people = scene.window.people
    people.show_person(scene.person("Marta Lindqvist"))
    people.card.header.log_button.click()
    open_sheet(scene).channel.button(Channel.FAX).click()
    settle()


def _portrait() -> QImage:
    """Return a picture of nobody: a head and shoulders in two colours, off the middle."""
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("#d9cfc0"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#6b4a3a"))
    painter.drawEllipse(QPoint(560, 240), 110, 130)
    painter.setBrush(QColor("#3f6b8f"))
    painter.drawEllipse(QPoint(560, 560), 230, 190)
    painter.end()
    return image


@screen
def photo_is_cut(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Marta Lindqvist"))
    QGuiApplication.clipboard().setImage(_portrait())
    scene.window.people.card.header.photo.paste_action.trigger()
    _dialog(scene)


@screen
def photo_on_the_card(scene: Scene) -> None:
    marta = scene.person("Marta Lindqvist")
    square = _portrait().copy(QRect(300, 60, 520, 520))
    scene.window.notifier.tell(scene.notebook.photos.keep(marta, as_photo(square, MOST_BYTES)))
    scene.window.people.show_person(marta)
    settle()


@screen
def photo_in_the_brief(scene: Scene) -> None:
    photo_on_the_card(scene)
    scene.window.navigator.brief_requested.emit(scene.person("Marta Lindqvist"))
    settle()
