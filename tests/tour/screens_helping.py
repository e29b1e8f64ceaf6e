"""The screens of needs, offerings and referrals."""

from PySide6.QtCore import Qt

from notebook.domain.referrals import Outcome, Way
from notebook.services.referrals import ReferralDraft
from notebook.ui.card.ideas import CardIdeas
from notebook.ui.helping.offerings_page import OfferingsPage
from notebook.ui.navigator import IdeaRequest, NeedRequest, ReferralRequest
from tests.tour.scene import TODAY, Scene, settle
from tests.tour.screens import screen, screen_of_empty_notebook


@screen
def helping_offerings(scene: Scene) -> None:
    """Whom an offering may help, and who was told."""
    scene.window.areas.go_to("offerings")
    settle()


@screen_of_empty_notebook
def helping_no_offerings(scene: Scene) -> None:
    scene.window.areas.go_to("offerings")
    settle()


@screen
def helping_offerings_search_finds_nothing(scene: Scene) -> None:
    scene.window.areas.go_to("offerings")
    page = scene.window.areas.page("offerings")
    assert isinstance(page, OfferingsPage)
    page.list.search.setText("xyzzy")
    settle()


@screen
def helping_new_offering(scene: Scene) -> None:
    scene.window.navigator.offering_requested.emit(None)
    settle()


@screen
def helping_need(scene: Scene) -> None:
    scene.window.navigator.need_requested.emit(NeedRequest(scene.person("Marta Lindqvist")))
    settle()


@screen
def helping_idea(scene: Scene) -> None:
    scene.window.navigator.idea_requested.emit(IdeaRequest(scene.person("Marta Lindqvist")))
    settle()


@screen
def helping_ideas_on_card(scene: Scene) -> None:
    scene.window.navigator.person_requested.emit(scene.person("Hana Cohen"))
    settle()
    panel = next(each for each in scene.window.findChildren(CardIdeas) if each.isVisible())
    scene.window.people.card.overview.reveal(panel)
    settle()


@screen
def helping_referral(scene: Scene) -> None:
    scene.window.navigator.referral_edit_requested.emit(
        ReferralRequest(scene.person("Marta Lindqvist"))
    )
    settle()


@screen
def helping_referral_on(scene: Scene) -> None:
    scene.window.navigator.referral_requested.emit(scene.person("Marcus Okafor"))
    settle()


@screen
def helping_card_of_who_sent_many(scene: Scene) -> None:
    scene.window.people.show_person(scene.person("Samuel Reyes"))


@screen
def helping_card_of_who_was_sent_on(scene: Scene) -> None:
    kwame = scene.person("Kwame Asante-Boateng")
    draft = ReferralDraft(Way.BY_US, kwame, TODAY, None, "A joiner", "Wanted a ladder")
    scene.window.notifier.tell(scene.notebook.referrals.save(None, draft, TODAY))
    draft = ReferralDraft(
        Way.BY_US, kwame, TODAY, None, "A gilder", outcome=Outcome.NO, note="Too far"
    )
    scene.window.notifier.tell(scene.notebook.referrals.save(None, draft, TODAY))
    scene.window.people.show_person(kwame)


@screen
def helping_who_sent_whom(scene: Scene) -> None:
    scene.window.navigator.referral_picture_requested.emit(scene.person("Ana Pereira"))
    settle()


@screen_of_empty_notebook
def helping_nobody_sent_anybody(scene: Scene) -> None:
    scene.window.navigator.referral_picture_requested.emit(None)
    settle()


@screen
def helping_search(scene: Scene) -> None:
    scene.press(Qt.Key.Key_K)
    scene.type("guests")


@screen
def helping_brief(scene: Scene) -> None:
    scene.window.navigator.brief_requested.emit(scene.person("Peter Brandt"))
    settle()
