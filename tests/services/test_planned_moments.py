"""Planned moments: no contact until they are logged, whoever counts; then one and the same."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.errors import Refused
from notebook.services.brief_page import BriefPart
from notebook.services.draft import ProjectFacts
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.timeline import TimelineFilter, TimelinePart
from tests.reading import rows_in
from tests.services.project_samples import contacts_with

ALL, TO_COME = TimelineFilter(), TimelineFilter(part=TimelinePart.TO_COME)


@pytest.fixture
def ana(notebook: Notebook, today: date) -> int:
    return notebook.people.add("Ana Pereira", today - timedelta(days=90)).new_id


def plan(*people: int, day: date, at: time | None = time(14, 0)) -> MomentDraft:
    return MomentDraft(
        people,
        Channel.MEETING,
        Direction.WE,
        day,
        at,
        minutes=45,
        place="Kiln house",
        agenda="Glazes for spring",
        files=("/home/me/glazes.pdf", "/home/me/offer.odt"),
    )


def call(person: int, day: date) -> MomentDraft:
    return MomentDraft((person,), Channel.CALL, Direction.WE, day, time(9, 0), text="Talked")


def test_a_plan_is_read_as_it_was_made(notebook: Notebook, ana: int, now: datetime) -> None:
    ben = notebook.people.add("Ben", now.date()).new_id
    project = notebook.drafts.begin(ProjectFacts("Spring range", ana, "any-project")).new_id
    draft = replace(plan(ana, ben, day=now.date() + timedelta(days=3)), project_id=project)
    changes = notebook.moments.plan(draft, now)
    assert changes.label == "Planned a meeting with Ana Pereira and one other"
    assert notebook.moments.draft(changes.new_id) == draft
    assert notebook.moments.is_planned(changes.new_id)
    (line,) = notebook.moments.timeline(ben, TO_COME, 5)
    assert (line.is_planned, line.place, line.minutes, line.files) == (True, "Kiln house", 45, 2)
    assert [each.is_planned for each in notebook.projects.page(project).recent_moments] == [True]
    assert notebook.projects.page(project).moment_count == 0


def test_a_plan_counts_as_no_contact_anywhere(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    notebook.moments.log(call(ana, today - timedelta(days=20)), now)
    before = notebook.cards.card(ana, today)
    notebook.moments.plan(replace(plan(ana, day=today), their_words="Not yet said"), now)

    card = notebook.cards.card(ana, today)
    assert card.last_contact_on == before.last_contact_on == today - timedelta(days=20)
    assert (card.moment_count, card.planned_count, card.has_met) == (1, 1, False)
    assert card.warmth == before.warmth
    assert contacts_with(notebook, ana) == 1
    assert notebook.moments.usual_channel(ana) is Channel.CALL
    assert [line.text for line in notebook.moments.of_person(ana, 5)] == ["Talked"]
    (found,) = notebook.people_list.search("Ana", today)
    assert found.last_contact_on == today - timedelta(days=20)
    sections = {each.part: each for each in notebook.briefs.brief(ana, today).left}
    assert len(sections[BriefPart.STANDING].lines) == 1
    assert BriefPart.WORDS not in {each.part for each in notebook.briefs.brief(ana, today).right}


def test_a_logged_plan_is_the_same_moment(
    notebook: Notebook, notebook_path: Path, ana: int, today: date, now: datetime
) -> None:
    ben = notebook.people.add("Ben", today).new_id
    planned = notebook.moments.plan(plan(ana, ben, day=today, at=time(10, 0)), now).new_id
    held = replace(
        plan(ana, day=today, at=time(10, 0)),
        text="Chose the green",
        their_words="Like moss",
        is_read_back=True,
        files=("/home/me/offer.odt", "/home/me/photo.jpg"),
    )
    changes = notebook.moments.log(held, now, planned_id=planned)
    assert changes.new_id == planned
    assert notebook.moments.draft(planned) == held
    assert notebook.cards.card(ana, today).last_contact_on == today
    assert notebook.cards.card(ben, today).last_contact_on is None
    assert rows_in(notebook_path, "SELECT state, is_read_back FROM moment") == [("logged", 1)]

    notebook.upkeep.undo()
    assert notebook.moments.is_planned(planned)
    assert notebook.moments.draft(planned) == plan(ana, ben, day=today, at=time(10, 0))
    assert notebook.cards.card(ana, today).last_contact_on is None


def test_what_has_passed_is_not_planned_and_what_is_to_come_not_logged(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    yesterday, tomorrow = today - timedelta(days=1), today + timedelta(days=1)
    with pytest.raises(Refused, match="has passed"):
        notebook.moments.plan(plan(ana, day=yesterday), now)
    planned = notebook.moments.plan(plan(ana, day=tomorrow), now).new_id
    with pytest.raises(Refused, match="still to come"):
        notebook.moments.log(plan(ana, day=tomorrow), now, planned_id=planned)
    with pytest.raises(Refused, match="has passed"):
        notebook.moments.correct(planned, plan(ana, day=yesterday), now)
    with pytest.raises(Refused, match="with whom"):
        notebook.moments.plan(plan(day=tomorrow), now)
    later = replace(plan(ana, day=tomorrow + timedelta(days=7)), place="")
    assert notebook.moments.correct(planned, later, now).label == "Changed the plan for a meeting"
    assert notebook.moments.draft(planned) == later


def test_a_plan_called_off_is_in_the_trash(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    planned = notebook.moments.plan(plan(ana, day=today), now).new_id
    assert notebook.moments.delete(planned).label == "Called off a meeting"
    assert notebook.cards.card(ana, today).planned_count == 0
    assert [line.title for line in notebook.upkeep.trash()] == ["Glazes for spring"]
    notebook.upkeep.restore("moment", planned)
    assert notebook.moments.is_planned(planned)


def test_a_plan_is_found_by_agenda_and_place(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    planned = notebook.moments.plan(plan(ana, day=today), now).new_id
    for word, shown in (("glazes", "Glazes for spring"), ("kiln", "Kiln house")):
        groups = notebook.search.search(word, today)
        assert [(found.id, found.title) for group in groups for found in group.lines] == [
            (planned, shown)
        ]


def test_the_brief_has_the_next_meeting_and_how_a_first_one_goes(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    def parts() -> list[BriefPart]:
        return [each.part for each in notebook.briefs.brief(ana, today).left]

    assert BriefPart.FIRST in parts()  # a new person, however one meets
    notebook.moments.log(call(ana, today - timedelta(days=2)), now)
    assert BriefPart.FIRST not in parts()
    notebook.moments.plan(plan(ana, day=today), now)
    assert parts()[:2] == [BriefPart.MEETING, BriefPart.FIRST]
    meeting = notebook.briefs.brief(ana, today).left[0]
    assert meeting.heading == "Today 14:00 · Meeting"
    assert [line.text for line in meeting.lines] == ["Kiln house", "Glazes for spring"]
    notebook.moments.log(replace(call(ana, today), channel=Channel.VISIT), now)
    assert BriefPart.FIRST not in parts()
    after = [each.part for each in notebook.briefs.brief(ana, today + timedelta(days=1)).left]
    assert BriefPart.MEETING not in after
