"""The screens of promises and deliveries that change: corrected, moved, not kept, asked about."""

from PySide6.QtWidgets import QDialog

from notebook.domain.projects import Agreed
from notebook.services.promise_ledger import LedgerQuestion
from notebook.storage.tables import Deliverable
from notebook.ui.dialogs.not_kept import NotKept
from notebook.ui.navigator import AmendRequest
from notebook.ui.pages import project_view
from tests.tour.scene import Scene, settle
from tests.tour.screens import screen


def _open_ones(scene: Scene) -> list[int]:
    """Return the promises of the sample that are open, in their order."""
    today = scene.window.desk.clock.today()
    lines = scene.notebook.promise_ledger.window(LedgerQuestion(), 0, 50, today)
    return [line.id for line in lines]


def _dialog(scene: Scene) -> QDialog:
    settle()
    return next(each for each in scene.window.findChildren(QDialog) if each.isVisible())


def _waiting_room(scene: Scene) -> int:
    """Return the project of the sample that is moved about, with its first delivery not asked."""
    project_id = scene.project("Lobby mural")
    rows = Deliverable.select().where(
        Deliverable.project == project_id, Deliverable.delivered_on.is_null()
    )
    with scene.notebook.file.change("Nobody asked"):
        rows.order_by(Deliverable.due_on).first().amend(agreed=Agreed.OPEN, their_view="")
    return project_id


@screen
def promises_moved_together(scene: Scene) -> None:
    scene.window.areas.go_to("promises")
    scene.window.navigator.promise_move_requested.emit(_open_ones(scene)[:3])
    settle()


@screen
def promise_gets_a_day(scene: Scene) -> None:
    scene.window.areas.go_to("promises")
    scene.window.navigator.promise_move_requested.emit(_open_ones(scene)[-1:])
    settle()


@screen
def promise_corrected(scene: Scene) -> None:
    scene.window.areas.go_to("promises")
    scene.window.navigator.promise_correction_requested.emit(_open_ones(scene)[0])
    settle()


@screen
def promise_owned_up_to(scene: Scene) -> None:
    """Not kept, and said so."""
    scene.window.areas.go_to("promises")
    scene.window.navigator.promise_given_up.emit(_open_ones(scene)[:1])
    dialog = _dialog(scene)
    assert isinstance(dialog, NotKept)
    dialog.said.told.button(True).click()
    settle()


@screen
def project_not_asked(scene: Scene) -> None:
    """A delivery of which nobody asked whether it suits."""
    _waiting_room(scene)
    scene.open_project("Lobby mural")


@screen
def delivery_suits(scene: Scene) -> None:
    project_id = _waiting_room(scene)
    view = scene.open_project("Lobby mural")
    assert view.page is not None
    open_ones = [each for each in view.page.deliverables if each.agreed is Agreed.OPEN]
    assert view.page.id == project_id
    scene.window.navigator.delivery_answer_requested.emit(open_ones[0].id)
    dialog = _dialog(scene)
    dialog.agreed.button(Agreed.NO).click()
    settle()


@screen
def project_agreement_moved(scene: Scene) -> None:
    """The agreed day stands, and the one to which it moved beside it."""
    view = scene.open_project("Lobby mural")
    view.tabs.setCurrentIndex(project_view.AGREEMENT_TAB)
    settle()
    bar = view.areas[project_view.AGREEMENT_TAB].verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle()


@screen
def project_amending_needs(scene: Scene) -> None:
    request = AmendRequest(scene.project("Lobby mural"), "needs")
    scene.window.navigator.amend_requested.emit(request)
    settle()
