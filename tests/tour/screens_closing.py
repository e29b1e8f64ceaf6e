"""The states of a project, its reports and its end, as the tour looks at them."""

from datetime import time

from PySide6.QtWidgets import QScrollArea

from notebook.domain.moments import Channel, Direction
from notebook.domain.outcomes import Ending
from notebook.domain.projects import ProjectState
from notebook.services.moments import MomentDraft
from notebook.services.project_page import ProjectPage
from notebook.ui.closing.close_project import CloseProject
from notebook.ui.navigator import StateRequest
from notebook.ui.pages import project_view
from tests.tour.scene import TODAY, Scene, settle
from tests.tour.screens import screen


@screen
def project_exploring(scene: Scene) -> None:
    """Talked about, and not agreed yet."""
    scene.open_project("Shop window")


@screen
def project_still_to_deliver(scene: Scene) -> None:
    """Called delivered while something is open."""
    project_id = scene.project("Lobby mural")
    scene.open_project("Lobby mural")
    request = StateRequest(project_id, ProjectState.DELIVERED)
    scene.window.navigator.state_requested.emit(request)
    settle()


@screen
def project_everything_delivered(scene: Scene) -> None:
    """The last delivery offers the state."""
    view = scene.open_project("Lobby mural")
    assert view.page is not None
    for line in view.page.deliverables:
        if line.delivered_on is None:
            scene.window.notifier.tell(scene.notebook.projects.deliver(line.id, TODAY))
    settle()


def _called(scene: Scene, times: int) -> ProjectPage:
    """Call about the lobby today, again and again, and return the project."""
    page = scene.open_project("Lobby mural").page
    assert page is not None
    for number in range(times):
        call = MomentDraft(
            (page.person_id,),
            Channel.CALL,
            Direction.WE,
            TODAY,
            time(8, number),
            text="Told Marta how it goes",
            project_id=page.id,
        )
        now = scene.window.desk.clock.now()
        scene.window.notifier.tell(scene.notebook.moments.log(call, now))
    settle()
    return page


@screen
def progress_report_by_another_way(scene: Scene) -> None:
    """Kept from before, with a word about the way that was agreed."""
    page = _called(scene, 3)
    reports = scene.notebook.progress_reports
    written = reports.draft(page.id, TODAY).text
    scene.window.notifier.tell(reports.keep(page.id, f"{written}\nPS: the lamps are in.\n"))
    scene.window.navigator.report_requested.emit(page.id)
    settle()


@screen
def project_closing_as_referred_on(scene: Scene) -> None:
    """To whom, before it is closed."""
    project_id = scene.project("Shop window")
    scene.open_project("Shop window")
    scene.window.navigator.close_requested.emit(project_id)
    settle()
    (dialog,) = scene.window.findChildren(CloseProject)
    dialog.ending.button(Ending.REFERRED_ON).click()
    dialog.save_button.click()
    settle()


@screen
def project_closing_after_many_contacts(scene: Scene) -> None:
    """More contacts than fit are brought when they are wanted."""
    scene.window.navigator.close_requested.emit(_called(scene, 4).id)
    settle()
    (dialog,) = scene.window.findChildren(CloseProject)
    dialog.moments.more_button.setFocus()
    settle()


@screen
def project_moments_below(scene: Scene) -> None:
    """The end of a long overview: the way to its older contacts, and to how we tell them."""
    _called(scene, 4)
    bar = scene.open_project("Lobby mural").areas[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()


@screen
def project_closed_agreement(scene: Scene) -> None:
    """What was agreed in a closed project is read, not changed."""
    view = scene.open_project("School corridor")
    view.tabs.setCurrentIndex(project_view.AGREEMENT_TAB)


@screen
def project_closing_as_delivered(scene: Scene) -> None:
    """What is still open, what ends with it, and what follows."""
    scene.window.navigator.close_requested.emit(scene.project("Lobby mural"))
    settle()
    (dialog,) = scene.window.findChildren(CloseProject)
    dialog.ending.button(Ending.DELIVERED).click()
    settle()
    (area,) = dialog.findChildren(QScrollArea)
    area.ensureWidgetVisible(dialog.ask_how)
    settle()


@screen
def project_closed_check_ins(scene: Scene) -> None:
    """Customers of what was delivered may still be asked; nobody is reminded of it."""
    view = scene.open_project("School corridor")
    view.tabs.setCurrentIndex(project_view.CHECK_INS_TAB)
    settle()


@screen
def project_end_said_better(scene: Scene) -> None:
    """What they told us later about the end takes the place of our guess."""
    scene.open_project("School corridor")
    scene.window.navigator.outcome_requested.emit(scene.project("School corridor"))
    settle()
