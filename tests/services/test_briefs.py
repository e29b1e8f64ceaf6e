"""The brief: the most useful first, one page whatever the amount, and something for a bare name."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel, Direction
from notebook.domain.partial_date import PartialDate
from notebook.domain.projects import Agreed, ProjectState
from notebook.domain.promises import Side
from notebook.domain.relations import Relation
from notebook.errors import Refused
from notebook.services.brief_page import Brief, BriefPart, as_text
from notebook.services.card_parts import FactDraft
from notebook.services.concerns import ConcernDraft
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.related import RelatedDraft
from notebook.services.roles import at
from notebook.storage.tables import ProjectPerson
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)


@pytest.fixture
def world(notebook: Notebook) -> World:
    return World(notebook.file)


def lines(brief: Brief, part: BriefPart) -> list[str]:
    """Return a part as text, tags in brackets, the rest counted."""
    return [
        text
        for section in (*brief.left, *brief.right)
        if section.part is part
        for text in (
            *(f"[{one.tag}] {one.text}" if one.tag else one.text for one in section.lines),
            *([section.rest] if section.rest else []),
        )
    ]


def log(notebook: Notebook, person: int, day: date, text: str, said: str = "") -> None:
    draft = MomentDraft(
        (person,), Channel.VISIT, Direction.WE, day, time(9), text=text, their_words=said
    )
    notebook.moments.log(draft, datetime(2026, 11, 22, 23))  # noqa: DTZ001 - the wall clock


@pytest.fixture
def marta(notebook: Notebook, today: date) -> int:
    """Return somebody of whom a good deal is known."""
    draft = PersonDraft(
        name="Marta Lindqvist",
        roles=at("Hotel Lindqvist", "Owner"),
        birthday=PartialDate(1981, 11, 28),
        facts=(
            FactDraft(FactGroup.FAMILY, "Married to Paul", today - 90 * DAY),
            FactDraft(FactGroup.FAMILY, "Ben started school", today - 2 * DAY),
            FactDraft(FactGroup.AVOID, "The lawsuit"),
        ),
    )
    return notebook.people.save(None, draft, today).new_id


def test_the_person_comes_first_freshest_fact_before_the_others(
    notebook: Notebook, marta: int, today: date
) -> None:
    log(notebook, marta, today, "Site visit")
    brief = notebook.briefs.brief(marta, today)
    assert (brief.name, brief.about) == ("Marta Lindqvist", "Owner, Hotel Lindqvist")
    assert brief.context == "Sunday 22 November"
    assert brief.left[0].heading == "Start with Marta"
    assert lines(brief, BriefPart.START) == [
        "[Sat] Turns 45",
        "Ben started school",
        "Married to Paul",
    ]
    assert lines(brief, BriefPart.AVOID) == ["The lawsuit"]
    nora = RelatedDraft(Relation.CHILD, "Nora", birthday=PartialDate(None, 11, 23))
    notebook.related.add(marta, nora)
    assert lines(notebook.briefs.brief(marta, today), BriefPart.START)[1:3] == [
        "[Tomorrow] Nora: Birthday",
        "Family: Nora (child)",
    ]


@pytest.mark.parametrize(
    ("ahead", "expected"),
    [(7, ["[Yesterday] Turned 45"]), (13, ["[28 Nov] Turned 45"]), (14, []), (-9, [])],
)
def test_only_a_birthday_that_is_near_is_spoken_of(
    notebook: Notebook, marta: int, today: date, ahead: int, expected: list[str]
) -> None:
    log(notebook, marta, today, "Site visit")
    brief = notebook.briefs.brief(marta, today + ahead * DAY)
    assert lines(brief, BriefPart.START)[: len(expected) or 1] == (
        expected or ["Ben started school"]
    )


def test_where_we_stand_are_the_last_contacts(notebook: Notebook, marta: int, today: date) -> None:
    for number in range(6):
        log(notebook, marta, today - (number + 1) * DAY, f"visit {number}")
    log(notebook, marta, today - 20 * DAY, "")
    brief = notebook.briefs.brief(marta, today)
    assert lines(brief, BriefPart.STANDING) == [
        "Yesterday, Visit: visit 0",
        "20 Nov, Visit: visit 1",
        "19 Nov, Visit: visit 2",
        "and 4 more",
    ]


def test_a_long_silence_is_said_first(notebook: Notebook, marta: int, today: date) -> None:
    notebook.people.save(marta, replace(notebook.people.draft(marta), rhythm_days=14), today)
    log(notebook, marta, today - 40 * DAY, "")
    assert lines(notebook.briefs.brief(marta, today), BriefPart.STANDING) == [
        "Last contact 40 days ago, a word is long due",
        "13 Oct, Visit",
    ]


def test_promises_of_both_sides_the_oldest_first(
    notebook: Notebook, marta: int, today: date
) -> None:
    promises = notebook.promises
    promises.add(marta, Side.OURS, "Some day")
    promises.add(marta, Side.THEIRS, "Key for the service door", today + 3 * DAY)
    promises.add(marta, Side.OURS, "Colour swatches", today + 5 * DAY)
    promises.add(marta, Side.OURS, "Revised sketch", today - 3 * DAY)
    kept = promises.add(marta, Side.OURS, "Kept", today).new_id
    promises.keep(kept, today)
    brief = notebook.briefs.brief(marta, today)
    assert lines(brief, BriefPart.PROMISES) == [
        "[ours, 3 days late] Revised sketch",
        "[theirs, Wed] Key for the service door",
        "[ours, Fri] Colour swatches",
        "[ours] Some day",
    ]
    (section,) = (each for each in brief.left if each.part is BriefPart.PROMISES)
    assert [one.tone for one in section.lines] == ["bad", "calm", "warn", "warn"]


@pytest.fixture
def mural(world: World, marta: int, today: date) -> int:
    """Return a project under way with an agreement."""
    project = world.project(marta, ProjectState.UNDER_WAY, agreed_on=today)
    for key, choice, text in (
        ("rhythm", "weekly", ""),
        ("channel", "email", "Before 10:00"),
        ("rave-review", "", "guests stop\nand look up\n"),
        ("disappointed", "", "The painter left without a word"),
        ("explained", "yes", ""),
    ):
        world.answer(project, key, choice, text=text, answered_on=today)
    world.answer(project, "in-person", answered_on=today, ask_later=True)
    return project


@pytest.mark.usefixtures("mural")
def test_the_agreement_in_short(notebook: Notebook, marta: int, today: date) -> None:
    brief = notebook.briefs.brief(marta, today)
    assert brief.context == "Sunday 22 November · Lobby mural"
    assert brief.right[0].heading == "Marta expects"
    assert lines(brief, BriefPart.EXPECTS) == [
        "Report every week by e-mail",
        "Before 10:00",
        "Rave review if: “guests stop, and look up”",
        "Past trouble: The painter left without a word",
    ]


def test_what_is_worth_asking(
    notebook: Notebook, marta: int, mural: int, world: World, today: date
) -> None:
    del mural
    world.project(marta, ProjectState.DRAFT, "Kitchen")
    assert lines(notebook.briefs.brief(marta, today), BriefPart.ASKING) == [
        "Are you getting what you expected so far?",
        "Is there anything else that we could do for you?",
        "Still open: When should we meet in person, as Marta sees it?",
        "Go on with the questions for Kitchen",
        "Not known yet: Interests, Food and drink, Work background, Preferred channel",
    ]


def test_agreed_dates_say_what_is_late_or_not_agreed(
    notebook: Notebook, marta: int, mural: int, world: World, today: date
) -> None:
    world.deliverable(mural, today + 27 * DAY)
    world.deliverable(mural, today + 6 * DAY, agreed=Agreed.OPEN)
    world.deliverable(mural, today - 2 * DAY)
    world.deliverable(mural, today - 9 * DAY, delivered_on=today - 9 * DAY)
    world.deliverable(mural, None)
    assert lines(notebook.briefs.brief(marta, today), BriefPart.DATES) == [
        "[2 days late] 20 Nov · First coat",
        "[not agreed] 28 Nov · First coat",
        "19 Dec · First coat",
    ]


def test_people_of_their_side_have_a_part_in_the_project(
    notebook: Notebook, marta: int, mural: int, world: World, today: date
) -> None:
    paul, tom = world.person("Paul Lindqvist"), world.person("Tom Baker")
    with world.file.change("people"):
        ProjectPerson.create(project=mural, person=paul, side=Side.THEIRS)
        ProjectPerson.create(project=mural, person=tom, side=Side.OURS)
    world.answer(mural, "pleased", text="Clean tools", answered_on=today, said_by=paul)
    notebook.concerns.open(ConcernDraft(marta, "The noise", mural), today)
    brief = notebook.briefs.brief(paul, today)
    assert "Lobby mural" in brief.context
    assert lines(brief, BriefPart.STANDING)[0] == (
        "[Concern] Marta Lindqvist, to be heard: The noise (since 22 Nov)"
    )
    assert brief.right[0].heading == "Marta expects"
    assert lines(brief, BriefPart.EXPECTS)[-2:] == [
        "Past trouble: The painter left without a word",
        "[Paul] Liked before: Clean tools",
    ]
    assert "Lobby mural" not in notebook.briefs.brief(tom, today).context


def test_closed_projects_are_over(
    notebook: Notebook, marta: int, world: World, today: date
) -> None:
    world.project(marta, ProjectState.CLOSED)
    brief = notebook.briefs.brief(marta, today)
    assert lines(brief, BriefPart.EXPECTS) == []
    assert brief.context == "Sunday 22 November"


def test_their_words_newest_first(notebook: Notebook, marta: int, today: date) -> None:
    for number in range(5):
        log(notebook, marta, today - number * DAY, "", said=f"word {number}")
    brief = notebook.briefs.brief(marta, today)
    assert lines(brief, BriefPart.WORDS) == [
        "“word 0” (22 Nov)",
        "“word 1” (21 Nov)",
        "“word 2” (20 Nov)",
        "and 2 more",
    ]


def test_of_a_bare_name_it_says_what_to_find_out(notebook: Notebook, today: date) -> None:
    ana = notebook.people.add("Ana Pereira", today).new_id
    brief = notebook.briefs.brief(ana, today)
    assert lines(brief, BriefPart.FIRST) == [
        "Thank Ana for the time.",
        "Choose a comfortable place where you can hear each other.",
        "Ten to fifteen minutes to get to know each other. Business later.",
        "Then listen, say back what you heard, and only then answer.",
    ]
    assert lines(brief, BriefPart.STANDING) == ["No contact logged yet, known since 22 Nov"]
    asking = lines(brief, BriefPart.ASKING)
    assert asking[0] == "What does Ana do, and where?"
    assert len(asking) == 6
    assert brief.right == ()


def test_five_hundred_facts_and_promises_stay_one_page(
    notebook: Notebook, marta: int, today: date
) -> None:
    long = "a rather long story about nothing in particular " * 20
    facts = tuple(
        FactDraft(FactGroup.INTERESTS, f"{number} {long}", today) for number in range(500)
    )
    notebook.people.save(marta, replace(notebook.people.draft(marta), facts=facts), today)
    for number in range(100):
        notebook.promises.add(marta, Side.OURS, f"{number} {long}", today)
    log(notebook, marta, today, long, said=long)
    brief = notebook.briefs.brief(marta, today)
    assert lines(brief, BriefPart.START)[-1] == "and 496 more"
    assert lines(brief, BriefPart.PROMISES)[-1] == "and 94 more"
    text = as_text(brief)
    assert len(text.splitlines()) < 50
    assert max(len(each) for each in text.splitlines()) < 200


def test_as_text_it_reads_from_top_to_bottom(notebook: Notebook, marta: int, today: date) -> None:
    log(notebook, marta, today, "Site visit", said="Guests should\nstop <b>and</b> look up.")
    notebook.promises.add(marta, Side.OURS, "Swatches", today + DAY)
    assert as_text(notebook.briefs.brief(marta, today)) == (
        "Marta Lindqvist\n"
        "Owner, Hotel Lindqvist\n"
        "Sunday 22 November\n"
        "\n"
        "Start with Marta\n"
        "- [Sat] Turns 45\n"
        "- Ben started school\n"
        "- Married to Paul\n"
        "\n"
        "Where we stand\n"
        "- Today, Visit: Site visit\n"
        "\n"
        "Open promises\n"
        "- [ours, tomorrow] Swatches\n"
        "\n"
        "Worth asking\n"
        "- Is there anything else that we could do for you?\n"
        "- Not known yet: Interests, Food and drink, Work background, Preferred channel\n"
        "\n"
        "In the words of Marta\n"
        "- “Guests should stop <b>and</b> look up.” (22 Nov)\n"
        "\n"
        "Subjects to avoid\n"
        "- The lawsuit\n"
    )


def test_somebody_in_the_trash_has_none(notebook: Notebook, marta: int, today: date) -> None:
    notebook.people.trash(marta)
    with pytest.raises(Refused):
        notebook.briefs.brief(marta, today)
