"""The timeline: what is to come first, then newest first, narrowed down by what one remembers."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.services import timeline
from notebook.services.draft import ProjectFacts
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.timeline import TimelineFilter, TimelinePart


@pytest.fixture
def ana(notebook: Notebook, today: date, now: datetime) -> int:
    """Return somebody with three plans and four contacts, two of them alike but for one thing."""
    ana = notebook.people.add("Ana Pereira", today).new_id
    ben = notebook.people.add("Ben Ode", today).new_id
    project = notebook.drafts.begin(ProjectFacts("Shop window", ana, "any-project")).new_id
    contact = MomentDraft((ana,), Channel.CALL, Direction.WE, today, time(9, 0))
    for days, draft in (
        (0, replace(contact, text="Straße closed")),
        (1, replace(contact, text="Measured", person_ids=(ana, ben), channel=Channel.VISIT)),
        (2, replace(contact, text="Offer sent", project_id=project, channel=Channel.EMAIL)),
        (3, replace(contact, text="Thanked", their_words="A lovely café")),
    ):
        notebook.moments.log(replace(draft, day=today - timedelta(days=days)), now)
    for days, agenda in ((9, "Paint"), (2, "Offer"), (5, "Wood")):
        day = today + timedelta(days=days)
        notebook.moments.plan(replace(contact, day=day, agenda=agenda), now)
    notebook.moments.log(replace(contact, person_ids=(ben,), text="Offer for Ben alone"), now)
    return ana


def titles(notebook: Notebook, ana: int, **wanted: object) -> list[str]:
    asked = replace(TimelineFilter(), **wanted)  # type: ignore[arg-type]
    lines = notebook.moments.timeline(ana, asked, 50)
    assert notebook.moments.count(ana, asked) == len(lines)
    once = notebook.moments.found_once(ana, asked)
    assert notebook.moments.timeline(ana, once, 50) == lines
    places = [notebook.moments.position(ana, line.id, asked) for line in lines]
    assert places == list(range(len(lines)))
    return [line.text or line.agenda for line in lines]


def test_the_next_comes_first_then_the_newest(notebook: Notebook, ana: int) -> None:
    past = ["Straße closed", "Measured", "Offer sent", "Thanked"]
    assert titles(notebook, ana) == ["Offer", "Wood", "Paint", *past]
    assert titles(notebook, ana, part=TimelinePart.TO_COME) == ["Offer", "Wood", "Paint"]
    assert titles(notebook, ana, part=TimelinePart.PAST) == past
    windows = [notebook.moments.timeline(ana, TimelineFilter(), 2, at) for at in (0, 2, 4, 6)]
    assert [len(window) for window in windows] == [2, 2, 2, 1]


@pytest.mark.parametrize("few", [0, 20_000])
def test_it_is_narrowed_down(
    notebook: Notebook, ana: int, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline, "_FEW", few)
    choices = notebook.moments.choices(ana)
    assert choices.channels == (Channel.CALL, Channel.EMAIL, Channel.VISIT)
    ((ben, name),) = choices.people
    ((project, project_name),) = choices.projects
    assert (name, project_name) == ("Ben Ode", "Shop window")
    assert titles(notebook, ana, channel=Channel.VISIT) == ["Measured"]
    assert titles(notebook, ana, other_id=ben) == ["Measured"]
    assert titles(notebook, ana, project_id=project) == ["Offer sent"]
    assert titles(notebook, ana, text="offer") == ["Offer", "Offer sent"]
    assert titles(notebook, ana, text="offer", part=TimelinePart.PAST) == ["Offer sent"]
    assert titles(notebook, ana, text="cafe") == ["Thanked"]
    assert titles(notebook, ana, text="strasse") == ["Straße closed"]
    assert titles(notebook, ana, text="offer -sent") == ["Offer"]
    assert titles(notebook, ana, text="xyzzy") == []
    assert len(titles(notebook, ana, text='"')) == 7
