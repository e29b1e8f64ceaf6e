"""The screens of promises and deliveries that change: corrected, moved, not kept, asked about."""

from datetime import timedelta

from PySide6.QtWidgets import QDialog

from notebook.domain.projects import Agreed
from notebook.services.promise_ledger import LedgerQuestion, Standing
from notebook.storage.tables import Deliverable
from notebook.ui.dialogs.not_kept import NotKept
from notebook.ui.dialogs.whether_it_suits import WhetherItSuits
from notebook.ui.navigator import AmendRequest
from notebook.ui.pages import project_view
from notebook.ui.promises.promises_page import PromisesPage
from tests.tour.scene import Scene, settle
from tests.tour.screens import screen

DAY = timedelta(days=1)


def _open_ones(scene: Scene) -> list[int]:
    """Return the promises of the sample that are open, in their order."""
    today = scene.window.desk.clock.today()
    lines = scene.notebook.promise_ledger.window(LedgerQuestion(), 0, 50, today)
    return [line.id for line in lines]


def _dialog(scene: Scene) -> QDialog:
    settle()
    return next(each for each in scene.window.findChildren(QDialog) if each.isVisible())


def _forget_to_ask(scene: Scene) -> int:
    """Leave open whether the next delivery of the lobby suits, and return it."""
    rows = Deliverable.select().where(
        Deliverable.project == scene.project("Lobby mural"), Deliverable.delivered_on.is_null()
    )
    delivery: Deliverable = rows.order_by(Deliverable.due_on).first()
    with scene.notebook.file.change("Nobody asked"):
        delivery.amend(agreed=Agreed.OPEN, their_view="")
    return delivery.id


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
def promise_said_later(scene: Scene) -> None:
    scene.window.areas.go_to("promises")
    page = scene.window.areas.page("promises")
    assert isinstance(page, PromisesPage)
    today = scene.window.desk.clock.today()
    first = _open_ones(scene)[:1]
    scene.window.notifier.tell(scene.notebook.promises.give_up_all(first, today, "no time"))
    page.ledger.standing.button(Standing.CLOSED).click()
    page.ledger.buttons.say.click()
    settle()


@screen
def project_not_asked(scene: Scene) -> None:
    """A delivery of which nobody asked whether it suits, and that moved without a word."""
    delivery_id, today = _forget_to_ask(scene), scene.window.desk.clock.today()
    scene.notebook.delivery_moves.move(delivery_id, today + 9 * DAY, today)
    scene.open_project("Lobby mural")


@screen
def delivery_suits(scene: Scene) -> None:
    delivery_id = _forget_to_ask(scene)
    scene.open_project("Lobby mural")
    scene.window.navigator.delivery_answer_requested.emit(delivery_id)
    dialog = _dialog(scene)
    assert isinstance(dialog, WhetherItSuits)
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
