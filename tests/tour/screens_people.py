"""The screens of groups and filters, of several people at once, and of names out of the ordinary."""

from dataclasses import replace

from PySide6.QtCore import Qt

from notebook.domain.people_filters import Missing, PeopleFilter
from notebook.services.people import PersonDraft
from notebook.services.roles import at
from notebook.ui.people.groups_dialog import GroupsDialog
from tests.tour.scene import TODAY, Scene, settle
from tests.tour.screens import screen

SHIFT = Qt.KeyboardModifier.ShiftModifier
LONG = "Maximiliana Theodora Wilhelmina von und zu Hohenstein-Waldenburg-Schillingsfürst, née Ó"


def choose_five(scene: Scene) -> None:
    """Select the first five people by keyboard."""
    scene.window.people.list.view.setFocus()
    for _ in range(4):
        scene.press(Qt.Key.Key_Down, SHIFT)
    settle()


@screen
def people_of_a_group(scene: Scene) -> None:
    group = next(line for line in scene.notebook.groups.all() if line.name == "Customers")
    scene.window.navigator.group_requested.emit(group)


@screen
def people_filters_menu(scene: Scene) -> None:
    wanted = PeopleFilter(missing=(Missing.PHONE,), silent_days=30)
    scene.notebook.people_filters.save(None, "Quiet, and no phone", wanted)
    views = scene.window.people.column.views
    views.choose(scene.notebook.people_filters.saved()[0])
    views.button.showMenu()


@screen
def people_new_filter(scene: Scene) -> None:
    scene.window.people.column.views.new_filter()


@screen
def people_groups(scene: Scene) -> None:
    scene.press(Qt.Key.Key_G)


@screen
def people_change_a_group(scene: Scene) -> None:
    scene.press(Qt.Key.Key_G)
    settle()
    dialog = next(each for each in scene.window.findChildren(GroupsDialog))
    dialog.button(scene.notebook.groups.all()[0].id, "change").click()


@screen
def people_several(scene: Scene) -> None:
    choose_five(scene)


@screen
def people_several_join(scene: Scene) -> None:
    choose_five(scene)
    scene.window.people.several.join_button.click()


@screen
def people_several_rhythm(scene: Scene) -> None:
    choose_five(scene)
    scene.window.people.several.rhythm_button.click()


@screen
def people_pause(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Marta Lindqvist"))
    scene.window.people.card.header.pause_action.trigger()


@screen
def people_editor_with_groups(scene: Scene) -> None:
    scene.window.people.edit_person(scene.person("Marta Lindqvist"))
    settle()
    scene.window.people.editor.habits.groups.field.setFocus()
    settle()


@screen
def people_very_long_name(scene: Scene) -> None:
    roles = at("Association of the friends of very long names, western section", LONG)
    draft = PersonDraft(LONG, nickname=LONG, roles=roles, groups=(LONG,), note=LONG * 8)
    changes = scene.notebook.people.save(None, draft, TODAY)
    scene.window.notifier.tell(changes)
    scene.window.people.show_person(changes.new_id)


@screen
def people_two_hundred_groups(scene: Scene) -> None:
    marta = scene.person("Marta Lindqvist")
    names = tuple(f"Group number {number}" for number in range(200))
    draft = replace(scene.notebook.people.draft(marta), groups=names)
    scene.window.notifier.tell(scene.notebook.people.save(marta, draft, TODAY))
    scene.window.people.show_person(marta)
    settle()
    overview = scene.window.people.card.overview
    overview.reveal(overview.groups)
