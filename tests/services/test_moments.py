"""Contacts: logged, corrected, deleted and read; who took part stays true all the while."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.domain.promises import Side
from notebook.errors import Refused
from notebook.services.draft import ProjectFacts
from notebook.services.moments import MomentDraft, PromiseDraft
from notebook.services.notebook import Notebook
from tests.reading import rows_in
from tests.services.project_samples import contacts_with


def test_a_corrected_contact_keeps_those_in_the_trash(
    notebook: Notebook, today: date, now: datetime
) -> None:
    ana, ben, cem = (notebook.people.add(name, today).new_id for name in ("Ana", "Ben", "Cem"))
    draft = MomentDraft((ana, ben, cem), Channel.VISIT, Direction.WE, today, text="On site")
    moment = notebook.moments.log(draft, now).new_id
    notebook.people.trash(ben)

    # The sheet shows only who is there; Cem is taken off on purpose.
    notebook.moments.correct(moment, replace(draft, person_ids=(ana,), text="At the site"), now)
    notebook.upkeep.restore("person", ben)

    assert [line.text for line in notebook.moments.of_person(ben, 10)] == ["At the site"]
    assert contacts_with(notebook, ana) == 1
    assert contacts_with(notebook, cem) == 0


@pytest.fixture
def ana(notebook: Notebook, today: date) -> int:
    return notebook.people.add("Ana Pereira", today).new_id


def call(*people: int, day: date, at: time | None = None, text: str = "") -> MomentDraft:
    return MomentDraft(people, Channel.CALL, Direction.WE, day, at, text=text)


def test_a_contact_is_read_as_it_was_logged(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    ben = notebook.people.add("Ben", today).new_id
    project = notebook.drafts.begin(ProjectFacts("Shop window", ana, "any-project")).new_id
    draft = MomentDraft(
        (ana, ben),
        Channel.VISIT,
        Direction.THEY,
        today - timedelta(days=2),
        time(9, 30),
        text="Looked at the window\nand <b>measured</b> it",
        their_words="Not too high",
        project_id=project,
    )
    changes = notebook.moments.log(draft, now)
    assert changes.label == "Logged a visit with Ana Pereira and one other"
    assert notebook.moments.draft(changes.new_id) == draft
    (line,) = notebook.moments.of_person(ana, 10)
    assert (line.day, line.at, line.channel, line.direction) == (
        draft.day, draft.at, draft.channel, draft.direction,
    )  # fmt: skip
    assert (line.text, line.their_words, line.project_name) == (
        draft.text, draft.their_words, "Shop window",
    )  # fmt: skip
    assert line.others == ("Ben",)
    assert notebook.moments.of_person(ben, 10)[0].others == ("Ana Pereira",)


def test_promises_made_on_the_sheet_are_made_with_it(
    notebook: Notebook, notebook_path: Path, ana: int, today: date, now: datetime
) -> None:
    friday = today + timedelta(days=5)
    promises = (
        PromiseDraft(Side.OURS, "Two sketches", friday),
        PromiseDraft(Side.THEIRS, "Measurements"),
    )
    changes = notebook.moments.log(replace(call(ana, day=today), promises=promises), now)
    assert changes.kinds == {"moment", "moment_person", "promise"}
    assert rows_in(
        notebook_path, "SELECT side, text, due_on, state, person_id, moment_id FROM promise"
    ) == [
        ("ours", "Two sketches", friday.isoformat(), "open", ana, changes.new_id),
        ("theirs", "Measurements", None, "open", ana, changes.new_id),
    ]
    notebook.upkeep.undo()
    assert rows_in(notebook_path, "SELECT count(*) FROM promise") == [(0,)]
    assert rows_in(notebook_path, "SELECT count(*) FROM moment") == [(0,)]


def test_last_contact_follows_the_day_of_the_event(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    def last() -> date | None:
        return notebook.cards.card(ana, today).last_contact_on

    newest = notebook.moments.log(call(ana, day=today - timedelta(days=2)), now).new_id
    notebook.moments.log(call(ana, day=today - timedelta(days=30)), now)
    assert last() == today - timedelta(days=2)
    notebook.moments.correct(newest, call(ana, day=today - timedelta(days=9)), now)
    assert last() == today - timedelta(days=9)
    notebook.moments.delete(newest)
    assert last() == today - timedelta(days=30)
    notebook.upkeep.undo()
    assert last() == today - timedelta(days=9)


@pytest.mark.parametrize(
    ("days", "at"), [(1, None), (0, time(12, 1)), (0, time(23, 59)), (3650, time(0, 0))]
)
def test_what_is_still_to_come_is_no_contact_yet(
    notebook: Notebook, ana: int, today: date, now: datetime, days: int, at: time | None
) -> None:
    draft = call(ana, day=today + timedelta(days=days), at=at)
    with pytest.raises(Refused, match="still to come"):
        notebook.moments.log(draft, now)
    logged = notebook.moments.log(call(ana, day=today, at=time(12, 0)), now).new_id
    with pytest.raises(Refused, match="still to come"):
        notebook.moments.correct(logged, draft, now)


def test_a_contact_needs_somebody_who_is_there(
    notebook: Notebook, notebook_path: Path, ana: int, today: date, now: datetime
) -> None:
    with pytest.raises(Refused, match="with whom"):
        notebook.moments.log(call(day=today), now)
    gone = notebook.people.add("Gone", today).new_id
    notebook.people.trash(gone)
    with pytest.raises(Refused, match="no longer in the notebook"):
        notebook.moments.log(call(ana, gone, day=today), now)
    assert rows_in(notebook_path, "SELECT count(*) FROM moment") == [(0,)]


def test_somebody_named_twice_takes_part_once(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    notebook.moments.log(call(ana, ana, day=today), now)
    assert contacts_with(notebook, ana) == 1
    assert notebook.moments.of_person(ana, 5)[0].others == ()


def test_the_timeline_is_newest_first_in_windows(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    made = {
        notebook.moments.log(
            call(ana, day=today - timedelta(days=number % 5), at=time(number % 11)), now
        ).new_id
        for number in range(23)
    }
    windows = [notebook.moments.of_person(ana, 10, offset) for offset in (0, 10, 20)]
    lines = [line for window in windows for line in window]
    assert [len(window) for window in windows] == [10, 10, 3]
    assert {line.id for line in lines} == made
    when = [(line.day, line.at or time.min) for line in lines]
    assert when == sorted(when, reverse=True)
    assert [notebook.moments.position(ana, line.id) for line in lines] == list(range(23))


def test_the_usual_channel_is_that_of_the_newest_contact(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    assert notebook.moments.usual_channel(ana) is None
    notebook.moments.log(replace(call(ana, day=today), channel=Channel.LETTER), now)
    notebook.moments.log(call(ana, day=today - timedelta(days=3)), now)
    assert notebook.moments.usual_channel(ana) is Channel.LETTER


def test_an_unchanged_correction_is_no_change(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    logged = notebook.moments.log(call(ana, day=today, text="Talked"), now).new_id
    assert notebook.moments.correct(logged, notebook.moments.draft(logged), now).kinds == set()
    assert notebook.upkeep.next_undo == "Logged a call with Ana Pereira"


def test_a_deleted_contact_can_be_restored_but_not_corrected(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    logged = notebook.moments.log(call(ana, day=today, text="Talked"), now).new_id
    notebook.moments.delete(logged)
    for act in (notebook.moments.draft, notebook.moments.delete):
        with pytest.raises(Refused, match="no longer in the notebook"):
            act(logged)
    assert notebook.moments.of_person(ana, 5) == []
    notebook.upkeep.restore("moment", logged)
    assert [line.text for line in notebook.moments.of_person(ana, 5)] == ["Talked"]
