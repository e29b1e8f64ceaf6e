"""What happened since one last met: theirs alone, after that day, newest first."""

from datetime import date, datetime, time, timedelta

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.domain.projects import ProjectState
from notebook.domain.promises import Side
from notebook.services.brief_page import BriefPart, BriefSection
from notebook.services.brief_since import _EVENTS
from notebook.services.concerns import ConcernDraft
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.storage.care_tables import DeliveryMove
from notebook.storage.tables import Moment, MomentPerson
from tests.services.reminders.conftest import World

DAY = timedelta(days=1)


@pytest.fixture
def world(notebook: Notebook) -> World:
    return World(notebook.file)


def meet(world: World, person: int, day: date, channel: Channel = Channel.VISIT) -> None:
    with world.file.change("met"):
        moment = Moment.create(channel=channel, direction=Direction.WE, happened_at=day.isoformat())
        MomentPerson.create(moment=moment, person=person)


def since(notebook: Notebook, person: int, today: date) -> BriefSection | None:
    found = [each for each in notebook.briefs.brief(person, today).left
             if each.part is BriefPart.SINCE]  # fmt: skip
    return found[0] if found else None


def test_it_says_what_was_delivered_kept_moved_and_went_wrong(
    notebook: Notebook, world: World, today: date, now: datetime
) -> None:
    marta = world.person("Marta Lindqvist")
    mural = world.project(marta, ProjectState.UNDER_WAY)
    world.deliverable(mural, today, delivered_on=today - 20 * DAY)
    kept = notebook.promises.add(marta, Side.OURS, "Swatches", today).new_id
    theirs = notebook.promises.add(marta, Side.THEIRS, "The key", today).new_id
    assert since(notebook, marta, today) is None  # never met
    meet(world, marta, today - 10 * DAY)
    meet(world, marta, today - DAY, Channel.CALL)  # a call is no meeting
    assert since(notebook, marta, today) is None  # nothing happened
    world.deliverable(mural, today, delivered_on=today - 9 * DAY)
    moved = world.deliverable(mural, today + 9 * DAY)
    with world.file.change("moved"):
        DeliveryMove.create(
            deliverable=moved, from_on=today, to_on=today + 9 * DAY, said_on=today - 4 * DAY
        )
    notebook.promises.keep(kept, today - 2 * DAY)
    broken, gone = (
        notebook.promises.add(marta, Side.OURS, text, today).new_id
        for text in ("A call", "A frame")
    )
    notebook.promises.give_up(broken, today - 7 * DAY)
    notebook.promises.let_go_all([gone], today - 8 * DAY)
    notebook.promises.keep(theirs, today - 3 * DAY)
    notebook.concerns.open(ConcernDraft(marta, "The noise"), today - DAY)  # stands above
    part = since(notebook, marta, today)
    assert part is not None
    assert part.heading == "Since you last met Marta, 12 Nov"
    assert [f"[{one.tag}] {one.text}" for one in part.lines] == [
        "[we kept, 20 Nov] Swatches",
        "[they kept, 19 Nov] The key",
        "[moved, 18 Nov] First coat, now 1 Dec",
        "[we did not keep, 15 Nov] A call",
    ]
    assert part.rest == "and 2 more"
    notebook.promises.reopen_all([kept, theirs])
    part = since(notebook, marta, today)
    assert part is not None
    assert [f"[{one.tag}] {one.text}" for one in part.lines[2:]] == [
        "[let go, 14 Nov] A frame",
        "[delivered, 13 Nov] First coat",
    ]
    both = MomentDraft(
        (marta, world.person("Paul")), Channel.MEETING, Direction.WE, today + DAY, time(9)
    )
    planned = notebook.moments.plan(both, now).new_id
    brief = notebook.briefs.meeting(planned, today)
    (own, _pauls) = (each for each in brief.left + brief.right if each.part is BriefPart.PERSON)
    assert "[moved, 18 Nov] First coat, now 1 Dec" in [
        f"[{one.tag}] {one.text}" for one in own.lines
    ]
    meet(world, marta, today)
    assert since(notebook, marta, today) is None


def test_what_others_did_is_not_told(notebook: Notebook, world: World, today: date) -> None:
    marta, paul = world.person("Marta"), world.person("Paul")
    meet(world, marta, today - 10 * DAY)
    promise = notebook.promises.add(paul, Side.OURS, "For Paul", today).new_id
    notebook.promises.keep(promise, today)
    world.deliverable(world.project(paul), today, delivered_on=today - DAY)
    assert since(notebook, marta, today) is None


def test_it_is_found_by_indexes(notebook: Notebook) -> None:
    named = {"person": 1, "today": "2026-11-22"}
    plan = notebook.file.database.execute_sql(f"EXPLAIN QUERY PLAN {_EVENTS}", named)
    scanned = [row[-1] for row in plan.fetchall() if row[-1].startswith("SCAN")]
    assert scanned == ["SCAN met", "SCAN e"]  # what was just found, never a table
