"""The screens of organisations and of the team."""

from notebook.services.people import PersonDraft
from notebook.services.roles import at
from notebook.ui.organisations.organisations_page import OrganisationsPage
from tests.tour.scene import TODAY, Scene, settle
from tests.tour.screens import screen, screen_of_empty_notebook


def _open(scene: Scene, name: str) -> OrganisationsPage:
    found = scene.notebook.organisations.named(name)[0]
    scene.window.navigator.organisation_requested.emit(found.id)
    settle()
    page = scene.window.areas.page("organisations")
    assert isinstance(page, OrganisationsPage)
    return page


@screen
def organisation(scene: Scene) -> None:
    """Several people, somebody who left, and Tom alone knows them."""
    _open(scene, "Hotel Lindqvist")


@screen
def organisation_that_rests_on_one(scene: Scene) -> None:
    _open(scene, "Okafor Bakery")


@screen
def organisation_of_many(scene: Scene) -> None:
    tom = scene.person("Tom Arden")
    with scene.notebook.file.change("Many"):
        for number in range(1, 121):
            role = at("Harbour Works", "Clerk" if number % 3 else "Head of department")
            draft = PersonDraft(f"Person {number:03}", roles=role, looked_after_by=tom)
            scene.notebook.people.save(None, draft, TODAY)
    _open(scene, "Harbour Works")


@screen
def organisation_that_is_ours(scene: Scene) -> None:
    _open(scene, "Arden & Castro")


@screen
def organisation_changed(scene: Scene) -> None:
    page = _open(scene, "Hotel Lindqvist")
    page.view.header.edit_button.click()
    settle()


@screen
def organisations_merged(scene: Scene) -> None:
    page = _open(scene, "Hotel Lindqvist")
    page.view.header.merge_action.trigger()
    settle()


@screen
def organisation_gets_somebody(scene: Scene) -> None:
    page = _open(scene, "Hotel Lindqvist")
    page.view.header.add_button.click()
    settle()


@screen_of_empty_notebook
def no_organisations(scene: Scene) -> None:
    scene.window.areas.go_to("organisations")
    settle()


@screen
def changed_employer(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Marta Lindqvist"))
    scene.window.people.card.header.employer_action.trigger()
    settle()


@screen
def person_editor_roles(scene: Scene) -> None:
    """Roles now and before."""
    marta = scene.person("Marta Lindqvist")
    scene.window.people.edit_person(marta)
    settle()


@screen
def team(scene: Scene) -> None:
    tom, joost = scene.person("Tom Arden"), scene.person("Joost de Wit")
    lena = scene.person("Lena Thorsen")
    draft = scene.notebook.people.draft(lena)
    assert draft.looked_after_by == tom
    scene.notebook.handovers.hand_over(
        scene.person("Ines Castro"), joost, TODAY, "Sings on tour until March"
    )
    scene.window.areas.go_to("team")
    settle()


@screen_of_empty_notebook
def no_team(scene: Scene) -> None:
    scene.window.areas.go_to("team")
    settle()


@screen
def handover(scene: Scene) -> None:
    scene.window.areas.go_to("team")
    scene.window.navigator.handover_requested.emit(scene.person("Tom Arden"))
    settle()


@screen
def handover_sheet(scene: Scene) -> None:
    """One page about everybody whom Tom looks after."""
    tom, ines = scene.person("Tom Arden"), scene.person("Ines Castro")
    scene.window.navigator.handover_sheet_requested.emit(tom, ines)
    settle()


@screen
def leaving_the_team(scene: Scene) -> None:
    """Tom goes to the trash, and somebody has to take over."""
    scene.window.people.show_person(scene.person("Tom Arden"))
    scene.window.people.card.header.trash_action.trigger()
    settle()
