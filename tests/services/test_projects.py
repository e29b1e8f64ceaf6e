"""The list of projects, the page of one, and how it moves on."""

from datetime import date, datetime

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.domain.projects import ProjectState
from notebook.domain.promises import PromiseState, Side
from notebook.errors import Refused
from notebook.services.amendment_lines import amendments_of
from notebook.services.draft import ProjectFacts
from notebook.services.moments import MomentDraft, PromiseDraft
from notebook.services.notebook import Notebook
from notebook.services.project_lines import DeliveryStanding
from notebook.services.projects import ProjectOrder
from tests.services.project_samples import FIRST_COAT_ON, add_person, begin, fill_in, finish

S = ProjectState


def names(notebook: Notebook, order: ProjectOrder, *, closed_too: bool = False) -> list[str]:
    lines = notebook.projects.window(order, 0, 100, closed_too=closed_too)
    for place, line in enumerate(lines):
        assert notebook.projects.position(line.id, order, closed_too=closed_too) == place
    assert notebook.projects.count(closed_too=closed_too) == len(lines)
    return [line.name for line in lines]


def test_the_list_is_sorted_by_name_or_by_the_next_date(notebook: Notebook) -> None:
    anna = add_person(notebook, "Anna")
    begin(notebook, "Élan")
    ends_on = date(2026, 11, 23)
    notebook.drafts.begin(ProjectFacts("Zebra", anna, "any-project", ends_on=ends_on))
    finish(notebook)

    assert names(notebook, ProjectOrder.NAME) == ["Élan", "Lobby mural", "Zebra"]
    assert names(notebook, ProjectOrder.NEXT_DATE) == ["Zebra", "Lobby mural", "Élan"]
    line = notebook.projects.window(ProjectOrder.NEXT_DATE, 1, 1)[0]
    assert (line.person_name, line.state, line.next_on) == (
        "Marta Lindqvist",
        S.AGREED,
        FIRST_COAT_ON,
    )


def test_closed_trashed_and_orphaned_projects_leave_the_list(notebook: Notebook) -> None:
    closed = begin(notebook, "Closed")
    notebook.projects.set_state(closed, S.CLOSED)
    notebook.projects.trash(begin(notebook, "Trashed"))
    orphan = begin(notebook, "Of somebody in the trash", "Somebody")
    notebook.people.trash(notebook.drafts.read(orphan).facts.person_id)
    begin(notebook, "Live")

    assert names(notebook, ProjectOrder.NAME) == ["Live"]
    assert names(notebook, ProjectOrder.NAME, closed_too=True) == ["Closed", "Live"]
    assert notebook.projects.position(closed, ProjectOrder.NAME) is None


def test_projects_are_found_by_their_own_and_their_persons_name(notebook: Notebook) -> None:
    begin(notebook, "Élan vital", "Marta Lindqvist")
    begin(notebook, "Shop window", "Ana Pereira")

    def found(text: str) -> list[str]:
        lines = notebook.projects.window(ProjectOrder.NAME, 0, 9, text=text)
        assert notebook.projects.count(text=text) == len(lines)
        return [line.name for line in lines]

    assert found("elan") == ["Élan vital"]
    assert found("PEREI") == ["Shop window"]
    assert found("a") == ["Élan vital", "Shop window"]
    assert found("100%") == []


def test_a_page_shows_everything_at_once(notebook: Notebook, today: date) -> None:
    project_id = finish(notebook)
    page = notebook.projects.page(project_id)

    assert (page.name, page.person_name, page.first_name) == (
        "Lobby mural",
        "Marta Lindqvist",
        "Marta",
    )
    assert page.agreed_on == today
    assert page.report_channel is Channel.EMAIL
    assert [(each.what, each.words(today)) for each in page.deliverables] == [
        ("First coat", "In 6 days"),
        ("North wall", "Not agreed"),
    ]
    assert page.rave_review == ("Guests look up", "No surprises on the bill")
    assert [each.name for each in page.people] == ["Marta Lindqvist", "Tom Berg"]
    assert [(each.text, each.state) for each in page.needs] == [
        ("Key for the service door", PromiseState.OPEN)
    ]
    assert [each.key for each in page.left_open] == ["responsibilities"]
    assert (page.answered, page.asked) == (10, 11)


def test_moments_and_their_promises_are_on_the_page(notebook: Notebook, now: datetime) -> None:
    project_id = finish(notebook)
    page = notebook.projects.page(project_id)
    for day in range(1, 8):
        draft = MomentDraft(
            person_ids=(page.person_id,),
            channel=Channel.CALL,
            direction=Direction.WE,
            day=date(2026, 11, day),
            text=f"Call {day}",
            project_id=project_id,
            promises=(PromiseDraft(Side.OURS, "A sketch"),) if day == 7 else (),
        )
        notebook.moments.log(draft, now)

    page = notebook.projects.page(project_id)
    assert [each.text for each in page.recent_moments] == [f"Call {n}" for n in (7, 6, 5, 4, 3)]
    assert page.recent_moments[0].people == ("Marta Lindqvist",)
    assert page.moment_count == 7
    assert [(each.text, each.side) for each in page.other_promises] == [("A sketch", Side.OURS)]


def test_a_delivery_is_marked_and_taken_back(notebook: Notebook, today: date) -> None:
    project_id = finish(notebook)
    first = notebook.projects.page(project_id).deliverables[0]
    changes = notebook.projects.deliver(first.id, today)

    assert changes.label == "Delivered: First coat"
    delivered = notebook.projects.page(project_id).deliverables[0]
    assert delivered.words(today) == "Delivered"
    assert delivered.delivered_on == today
    line = notebook.projects.window(ProjectOrder.NEXT_DATE, 0, 1)[0]
    assert line.next_on == date(2026, 12, 12)

    notebook.projects.take_back(first.id)
    assert notebook.projects.page(project_id).deliverables[0] == first


@pytest.mark.parametrize(
    ("day", "words", "standing"),
    [
        (date(2026, 11, 22), "In 6 days", DeliveryStanding.AHEAD),
        (date(2026, 11, 27), "Tomorrow", DeliveryStanding.AHEAD),
        (date(2026, 11, 28), "Today", DeliveryStanding.AHEAD),
        (date(2026, 11, 29), "1 day late", DeliveryStanding.LATE),
        (date(2026, 11, 30), "2 days late", DeliveryStanding.LATE),
    ],
)
def test_a_delivery_says_how_far_away_it_is(
    notebook: Notebook, day: date, words: str, standing: DeliveryStanding
) -> None:
    first = notebook.projects.page(finish(notebook)).deliverables[0]

    assert first.words(day) == words
    assert first.standing(day) is standing


def test_nothing_is_delivered_before_it_is_agreed(notebook: Notebook, today: date) -> None:
    project_id = begin(notebook)
    fill_in(notebook, project_id)
    first = notebook.projects.page(project_id).deliverables[0]
    with pytest.raises(Refused):
        notebook.projects.deliver(first.id, today)


def test_a_project_moves_on_and_one_step_back(notebook: Notebook) -> None:
    project_id = finish(notebook)
    for state in (S.UNDER_WAY, S.AGREED, S.UNDER_WAY, S.DELIVERED, S.CLOSED, S.UNDER_WAY):
        changes = notebook.projects.set_state(project_id, state)
        assert notebook.projects.page(project_id).state is state
    assert changes.label == "Lobby mural is now: Under way"
    assert not notebook.projects.set_state(project_id, S.UNDER_WAY).ids


def test_a_transition_that_makes_no_sense_is_refused(notebook: Notebook) -> None:
    project_id = finish(notebook)
    with pytest.raises(Refused, match="“Agreed” and can’t become “Draft”"):
        notebook.projects.set_state(project_id, S.DRAFT)
    assert notebook.projects.page(project_id).state is S.AGREED


@pytest.mark.parametrize("state", [S.AGREED, S.UNDER_WAY, S.DELIVERED])
def test_nothing_is_agreed_or_done_without_its_agreement(
    notebook: Notebook, state: ProjectState
) -> None:
    project_id = begin(notebook)
    notebook.projects.set_state(project_id, S.EXPLORING)
    with pytest.raises(Refused, match="not agreed yet"):
        notebook.projects.set_state(project_id, state)


def test_only_who_is_in_a_project_is_introduced(notebook: Notebook, today: date) -> None:
    project = finish(notebook)
    stranger = add_person(notebook, "Ana Pereira")
    with pytest.raises(Refused, match="not in Lobby mural"):
        notebook.projects.introduce(project, stranger, introduced=True)
    people = notebook.projects.page(project).people
    tom = next(each.person_id for each in people if each.name == "Tom Berg")
    assert not notebook.projects.introduce(project, tom, introduced=False).kinds
    notebook.projects.introduce(project, tom, introduced=True)
    assert all(each.introduced for each in notebook.projects.page(project).people)
    assert amendments_of(project) == ()
