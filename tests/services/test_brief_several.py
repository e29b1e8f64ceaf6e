"""One page for a meeting with several people."""

from datetime import date, datetime, time, timedelta

import pytest

from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel, Direction
from notebook.domain.projects import ProjectState
from notebook.domain.promises import Side
from notebook.errors import Refused
from notebook.services.brief_page import Brief, BriefPart, BriefSection, as_text
from notebook.services.card_parts import FactDraft
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.roles import at
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)


@pytest.fixture
def three(notebook: Notebook, today: date) -> tuple[int, ...]:
    drafts = (
        PersonDraft(
            "Ana Pereira",
            roles=at("Pereira Ceramics", "Potter"),
            facts=(
                FactDraft(FactGroup.INTERESTS, "Collects old tiles"),
                FactDraft(FactGroup.AVOID, "The lawsuit"),
            ),
        ),
        PersonDraft("Ben Ode", facts=(FactDraft(FactGroup.FAMILY, "Has twins"),)),
        PersonDraft("Carla Ruiz"),
    )
    return tuple(notebook.people.save(None, draft, today).new_id for draft in drafts)


def plan(notebook: Notebook, people: tuple[int, ...], now: datetime, **values: object) -> int:
    draft = MomentDraft(people, Channel.MEETING, Direction.WE, now.date() + DAY, time(10), **values)  # type: ignore[arg-type]
    return notebook.moments.plan(draft, now).new_id


def parts(brief: Brief) -> list[BriefSection]:
    return [*brief.left, *brief.right]


def test_each_has_a_part_and_the_meeting_stands_first(
    notebook: Notebook, three: tuple[int, ...], today: date, now: datetime
) -> None:
    notebook.promises.add(three[0], Side.OURS, "Send the sketch", today - DAY)
    moment = plan(notebook, three, now, place="Kiln house", agenda="Glazes")
    brief = notebook.briefs.meeting(moment, today)
    assert brief.name == "Ana Pereira, Ben Ode, Carla Ruiz"
    meeting = brief.left[0]
    assert meeting.heading == "Tomorrow 10:00 · Meeting"
    assert [line.text for line in meeting.lines] == ["Kiln house", "Glazes"]
    people = {each.heading: each for each in parts(brief) if each.part is BriefPart.PERSON}
    assert list(people) == ["Ana Pereira, Potter, Pereira Ceramics", "Ben Ode", "Carla Ruiz"]
    ana, ben, carla = people.values()
    assert [line.text for line in ana.lines[:4]] == [
        "Thank Ana for the time.", "Collects old tiles", "The lawsuit", "Send the sketch",
    ]  # fmt: skip
    assert "Has twins" in [line.text for line in ben.lines]
    assert carla.lines[1].text == "What does Carla do, and where?"
    assert all(text in as_text(brief) for text in ("Kiln house", "Has twins", "The lawsuit"))


def test_the_project_that_it_is_about_is_theirs(
    notebook: Notebook, three: tuple[int, ...], today: date, now: datetime
) -> None:
    world = World(notebook.file)
    world.project(three[1], ProjectState.UNDER_WAY, "Bakery front")
    mural = world.project(three[0], ProjectState.UNDER_WAY, "Lobby mural")
    world.answer(mural, "rave-review", text="guests look up", answered_on=today)
    world.deliverable(mural, today + 5 * DAY)
    brief = notebook.briefs.meeting(plan(notebook, three, now, project_id=mural), today)
    assert brief.context.endswith("Lobby mural")
    said = {each.part: [line.text for line in each.lines] for each in parts(brief)}
    assert said[BriefPart.EXPECTS] == ["Rave review if: “guests look up”"]
    assert said[BriefPart.DATES] == ["27 Nov · First coat"]
    assert said[BriefPart.ASKING][0] == "Are you getting what you expected so far?"


def test_with_one_person_it_is_their_brief_with_this_meeting(
    notebook: Notebook, three: tuple[int, ...], today: date, now: datetime
) -> None:
    world, ana = World(notebook.file), three[0]
    names = ("Kiln", "Bakery front", "Lobby mural")
    kiln, front, _mural = (world.project(ana, ProjectState.UNDER_WAY, each) for each in names)
    world.answer(kiln, "rave-review", text="it glows", answered_on=today)
    for key in ("rave-review", "disappointed", "pleased", "in-person"):
        world.answer(front, key, text="guests look up", answered_on=today)
    moment = plan(notebook, three[:1], now, agenda="Glazes", project_id=kiln)
    brief = notebook.briefs.meeting(moment, today)
    assert brief.context == "Sunday 22 November · Kiln, Lobby mural and 1 more"
    expected = [each for each in brief.right if each.part is BriefPart.EXPECTS]
    assert [(each.heading, len(each.lines), each.more) for each in expected] == [
        ("Ana expects of Kiln", 1, 0),
        ("Ana expects of Bakery front", 3, 1),
    ]
    assert notebook.briefs.meeting(moment, today) == notebook.briefs.brief(three[0], today)


def test_who_is_gone_is_left_out_and_what_is_gone_has_no_brief(
    notebook: Notebook, three: tuple[int, ...], today: date, now: datetime
) -> None:
    moment = plan(notebook, three, now)
    notebook.people.trash(three[1])
    assert notebook.briefs.meeting(moment, today).name == "Ana Pereira, Carla Ruiz"
    for person in (three[0], three[2]):
        notebook.people.trash(person)
    with pytest.raises(Refused, match="no longer"):
        notebook.briefs.meeting(moment, today)
    notebook.moments.delete(plan(notebook, (notebook.people.add("Dan", today).new_id,), now))
    with pytest.raises(Refused, match="no longer"):
        notebook.briefs.meeting(12, today)


def test_thirty_people_are_six_parts_and_the_others_by_name(
    notebook: Notebook, today: date, now: datetime
) -> None:
    people = tuple(notebook.people.add(f"Person {n:02}", today).new_id for n in range(30))
    brief = notebook.briefs.meeting(plan(notebook, people, now), today)
    assert brief.name == "Person 00, Person 01, Person 02 and 27 more"
    assert sum(each.part is BriefPart.PERSON for each in parts(brief)) == 6
    others = "with Person 06, Person 07, Person 08, Person 09, Person 10, Person 11"
    assert brief.left[0].lines[0].text == f"{others} and 18 more"
    assert len(as_text(brief).splitlines()) < 60
