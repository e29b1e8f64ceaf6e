"""The screens of how we do."""

from PySide6.QtCore import QThreadPool

from notebook.domain.periods import Period
from notebook.services.insights.insight import Subject
from notebook.ui.insights.insights_page import InsightsPage
from tests.tour.scene import Scene, settle
from tests.tour.screens import screen, screen_of_empty_notebook


@screen
def insights_our_promises(scene: Scene) -> None:
    show(scene, Subject.OUR_PROMISES)


@screen
def insights_our_promises_as_table(scene: Scene) -> None:
    page = show(scene, Subject.OUR_PROMISES)
    page.view.toggle.button(1).click()


@screen
def insights_check_ins(scene: Scene) -> None:
    show(scene, Subject.CHECK_INS)


@screen
def insights_contacts(scene: Scene) -> None:
    show(scene, Subject.CONTACTS)


@screen
def insights_contacts_of_three_months(scene: Scene) -> None:
    page = show(scene, Subject.CONTACTS)
    page.period.set_value(Period.THREE_MONTHS)
    page.period.chosen.emit(Period.THREE_MONTHS)
    wait()


@screen
def insights_warmth(scene: Scene) -> None:
    show(scene, Subject.WARMTH)


@screen
def insights_won_and_lost(scene: Scene) -> None:
    show(scene, Subject.REASONS)


@screen
def insights_referrals(scene: Scene) -> None:
    show(scene, Subject.REFERRALS)


@screen_of_empty_notebook
def insights_with_nothing_to_show(scene: Scene) -> None:
    show(scene, Subject.OUR_PROMISES)


def show(scene: Scene, subject: Subject) -> InsightsPage:
    """Show one of the pictures, counted to the end."""
    scene.window.areas.go_to("insights")
    page = scene.window.areas.page("insights")
    assert isinstance(page, InsightsPage)
    page.tabs.setCurrentIndex(list(Subject).index(subject))
    wait()
    return page


def wait() -> None:
    """Wait for what is counted beside the window."""
    settle()
    QThreadPool.globalInstance().waitForDone()
    settle()
