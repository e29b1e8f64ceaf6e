"""Going to a place on the card that is open: a contact, a promise, a need, a referral."""

from notebook.ui.card.card_help import CardHelp
from notebook.ui.card.card_overview import CardOverview
from notebook.ui.card.card_tabs import CardTab
from notebook.ui.navigator import CardPlace


def go_to_moment(moment_id: int, tab: CardTab) -> None:
    """Show a contact in the timeline below this tab."""
    from notebook.ui.card.timeline import Timeline

    assert isinstance(tab, Timeline)
    tab.point_to(moment_id)


def go_to_panel(place: CardPlace, overview: CardOverview, helping: CardHelp) -> None:
    """Show a promise, a need or a referral, with the keyboard on it."""
    if place.promise_id is not None:
        promise_id = place.promise_id
        overview.point_to(lambda: overview.promises.button_of(promise_id) or overview.promises)
    elif place.need_id is not None:
        need_id = place.need_id
        overview.point_to(lambda: helping.button_of_need(need_id))
    elif place.referral_id is not None:
        referral_id = place.referral_id
        overview.point_to(lambda: helping.button_of_referral(referral_id))
