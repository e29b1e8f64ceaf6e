"""The card as it is read: what is filled, what was promised, how warm it is and why."""

from datetime import date, datetime, time, timedelta

import pytest

from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel, Direction
from notebook.domain.partial_date import PartialDate
from notebook.domain.projects import ProjectState
from notebook.domain.promises import PromiseState, Side
from notebook.domain.warmth import ReasonKind, Warmth
from notebook.errors import Refused
from notebook.services.card_parts import EMAIL, DetailDraft, FactDraft
from notebook.services.draft import ProjectFacts
from notebook.services.moments import MomentDraft, PromiseDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.roles import at


@pytest.fixture
def marta(notebook: Notebook, today: date) -> int:
    return notebook.people.add("Marta Lindqvist", today - timedelta(days=100)).new_id


def log(notebook: Notebook, now: datetime, *people: int, days_ago: int = 0, text: str = "") -> int:
    day = now.date() - timedelta(days=days_ago)
    draft = MomentDraft(people, Channel.CALL, Direction.THEY, day, time(9, 5), text=text)
    return notebook.moments.log(draft, now).new_id


def test_a_new_card_is_empty_and_never_red(notebook: Notebook, marta: int, today: date) -> None:
    card = notebook.cards.card(marta, today)
    assert (card.name, card.organisation, card.role, card.note) == ("Marta Lindqvist", "", "", "")
    assert not any((card.details, card.facts, card.open_promises, card.projects))
    assert (card.birthday, card.last_contact_on, card.moment_count) == (None, None, 0)
    assert card.warmth.state is Warmth.UNKNOWN
    assert card.known_since == today - timedelta(days=100)


def test_a_card_says_what_is_known(notebook: Notebook, marta: int, today: date) -> None:
    tom = notebook.people.save(None, PersonDraft("Tom Arden", is_team=True), today).new_id
    draft = PersonDraft(
        "Marta Lindqvist",
        roles=at("Hotel Lindqvist", "Owner"),
        details=(DetailDraft(EMAIL, "marta@example.com", "work"),),
        facts=(FactDraft(FactGroup.FOOD, "Vegetarian", today),),
        birthday=PartialDate(1982, 3, 12),
        preferred_channel=Channel.EMAIL,
        preferred_times="mornings",
        rhythm_days=14,
        looked_after_by=tom,
        note="Says “piece”.",
    )
    notebook.people.save(marta, draft, today)
    card = notebook.cards.card(marta, today)
    assert (card.organisation, card.role, card.looked_after_by) == (
        "Hotel Lindqvist", "Owner", "Tom Arden",
    )  # fmt: skip
    assert (card.details, card.facts) == (draft.details, draft.facts)
    assert (card.birthday, card.touch.every) == (draft.birthday, 14)
    assert (card.preferred_channel, card.preferred_times) == (Channel.EMAIL, "mornings")
    notebook.people.trash(tom)
    assert notebook.cards.card(marta, today).looked_after_by == ""


def test_promises_are_in_the_order_of_their_days(
    notebook: Notebook, marta: int, today: date, now: datetime
) -> None:
    days = {"someday": None, "next week": 7, "late": -3, "tomorrow": 1}
    promises = tuple(
        PromiseDraft(Side.OURS, text, None if days_on is None else today + timedelta(days=days_on))
        for text, days_on in days.items()
    )
    notebook.moments.log(
        MomentDraft((marta,), Channel.CALL, Direction.WE, today, promises=promises), now
    )
    card = notebook.cards.card(marta, today)
    assert [promise.text for promise in card.open_promises] == [
        "late", "tomorrow", "next week", "someday",
    ]  # fmt: skip
    notebook.promises.keep(card.open_promises[0].id, today)
    card = notebook.cards.card(marta, today)
    assert len(card.open_promises) == 3
    assert card.promise_outcomes == {PromiseState.KEPT: 1}


@pytest.mark.parametrize(
    ("rhythm", "days_ago", "expected"),
    [(14, 14, Warmth.WARM), (14, 15, Warmth.COOLING), (14, 31, Warmth.AT_RISK)],
)
def test_warmth_follows_the_rhythm(
    notebook: Notebook,
    marta: int,
    today: date,
    now: datetime,
    rhythm: int,
    days_ago: int,
    expected: Warmth,
) -> None:
    notebook.people.save(marta, PersonDraft("Marta", rhythm_days=rhythm), today)
    log(notebook, now, marta, days_ago=days_ago)
    card = notebook.cards.card(marta, today)
    assert card.warmth.state is expected
    assert card.warmth.reasons[0].day == card.last_contact_on == today - timedelta(days=days_ago)


def test_a_promise_of_ours_that_is_late_is_a_reason(
    notebook: Notebook, marta: int, today: date, now: datetime
) -> None:
    log(notebook, now, marta)
    yesterday = today - timedelta(days=1)
    notebook.promises.add(marta, Side.OURS, "Send the sketch", yesterday)
    notebook.promises.add(marta, Side.THEIRS, "Send the key", yesterday)
    notebook.promises.add(marta, Side.OURS, "Call", today)
    card = notebook.cards.card(marta, today)
    assert card.warmth.state is Warmth.COOLING
    assert [(reason.kind, reason.number) for reason in card.warmth.reasons] == [
        (ReasonKind.PROMISES_OVERDUE, 1),
        (ReasonKind.IN_TOUCH, 0),
    ]


def test_projects_are_newest_first_without_the_trash(
    notebook: Notebook, marta: int, today: date
) -> None:
    made = [
        notebook.drafts.begin(ProjectFacts(name, marta, "any-project")).new_id
        for name in ("Lobby", "Garden", "Roof")
    ]
    notebook.projects.trash(made[1])
    card = notebook.cards.card(marta, today)
    assert [(project.name, project.state) for project in card.projects] == [
        ("Roof", ProjectState.DRAFT),
        ("Lobby", ProjectState.DRAFT),
    ]


def test_the_number_of_contacts_is_that_of_the_timeline(
    notebook: Notebook, marta: int, today: date, now: datetime
) -> None:
    paul = notebook.people.add("Paul", today).new_id
    both = log(notebook, now, marta, paul)
    log(notebook, now, marta, days_ago=3)
    assert notebook.cards.card(marta, today).moment_count == 2
    assert notebook.cards.card(paul, today).moment_count == 1
    notebook.moments.delete(both)
    assert notebook.cards.card(marta, today).moment_count == 1
    assert notebook.cards.card(paul, today).last_contact_on is None


def test_nobody_has_no_card(notebook: Notebook, today: date) -> None:
    with pytest.raises(Refused, match="no longer in the notebook"):
        notebook.cards.card(42, today)
