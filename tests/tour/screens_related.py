"""The screens of the people around somebody, of how to talk with them, and of what they look like."""

from PySide6.QtWidgets import QDialog, QScrollArea

from notebook.domain.moments import Channel
from notebook.ui.card.around import Around
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
