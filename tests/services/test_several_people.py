"""Several people at once: one change each, taken back as one, and nobody in the trash is touched."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from notebook.errors import Refused
from notebook.services.notebook import Notebook
from notebook.storage.tables import Person
from tests.reading import rows_in

DAY = timedelta(days=1)


@pytest.fixture
def ids(notebook: Notebook, today: date) -> list[int]:
    found = [notebook.people.add(name, today).new_id for name in ("Ana", "Ben", "Cleo", "Dora")]
    notebook.people.trash(found.pop())
    Person.update(is_team=True).where(Person.id == found[2]).execute()
    return found


def column(name: str, ids: Sequence[int]) -> list[object]:
    return [getattr(Person.get_by_id(each), name) for each in ids]


def test_they_join_a_group_and_leave_it(
    notebook: Notebook, ids: list[int], notebook_path: Path
) -> None:
    several = notebook.several_people
    gone = Person.get(Person.name == "Dora").id
    several.add_to_group(ids[:1], "Customers")
    changes = several.add_to_group([*ids, gone], " customers")
    assert changes.label == "Added 4 people to customers"
    (group,) = notebook.groups.all()
    assert (group.name, group.people) == ("Customers", 3)
    assert several.groups_of(ids) == [(group.id, "Customers")]
    several.take_out_of_group(ids[:2], group.id)
    assert several.groups_of(ids[:2]) == []
    assert notebook.groups.all()[0].people == 1
    notebook.upkeep.undo()
    assert notebook.groups.all()[0].people == 3
    assert len(rows_in(notebook_path, "SELECT * FROM membership")) == 3
    with pytest.raises(Refused, match="Give the group a name"):
        several.add_to_group(ids, "  ")


def test_rhythm_pause_and_trash_are_one_change_each(notebook: Notebook, ids: list[int]) -> None:
    several = notebook.several_people
    several.set_rhythm(ids, 30, 45)
    assert column("touch_days", ids) == [30, 30, 30]
    assert column("maximum_days", ids) == [45, 45, 45]
    with pytest.raises(Refused, match="must not be shorter"):
        several.set_rhythm(ids, 30, 5)
    several.pause(ids, date(2027, 1, 1))
    assert several.is_anybody_paused(ids, date(2026, 12, 31))
    assert not several.is_anybody_paused(ids, date(2027, 1, 1))
    assert column("paused_until", ids) == [date(2027, 1, 1)] * 3
    several.pause(ids, None)
    assert column("paused_until", ids) == [None] * 3
    several.trash(ids)
    assert notebook.people_list.count() == 0
    notebook.upkeep.undo()
    assert notebook.people_list.count() == 3
    for _ in range(3):
        notebook.upkeep.undo()
    assert column("touch_days", ids) == [None] * 3


def test_nobody_looks_after_themselves_and_only_our_own_people_look_after_others(
    notebook: Notebook, ids: list[int]
) -> None:
    several = notebook.several_people
    ana, ben, cleo = ids
    several.look_after(ids, cleo)
    assert column("looked_after_by_id", ids) == [cleo, cleo, None]
    with pytest.raises(Refused, match="Only one of our team"):
        several.look_after([ana], ben)
    several.look_after(ids, None)
    assert column("looked_after_by_id", ids) == [None] * 3


def test_who_looks_after_somebody_covers_them_no_longer(
    notebook: Notebook, ids: list[int], today: date
) -> None:
    ana, ben, cleo = ids
    notebook.people.save(ana, replace(notebook.people.draft(ana), covered_by=cleo), today)
    notebook.several_people.look_after([ana, ben], cleo)
    assert column("covered_by_id", ids) == [None] * 3
    notebook.upkeep.undo()
    assert column("covered_by_id", ids) == [cleo, None, None]
    draft = replace(notebook.people.draft(ben), looked_after_by=cleo, covered_by=cleo)
    notebook.people.save(ben, draft, today)
    assert column("covered_by_id", ids) == [cleo, None, None]


def test_what_is_done_to_one_person_is_told_by_name(notebook: Notebook, ids: list[int]) -> None:
    several, until = notebook.several_people, date(2027, 1, 1)
    assert several.pause(ids[:1], until).label == "Paused keeping in touch with Ana"
    assert several.pause(ids[:1], None).label == "Keeping in touch with Ana again"
    assert several.pause(ids, until).label == "Paused keeping in touch with 3 people"


def test_thousands_at_once(notebook: Notebook, today: date) -> None:
    del today
    with notebook.file.change("Many"):
        Person.insert_many(
            [
                {"name": f"P{n}", "sort_key": f"p{n:05}", "known_since": "2026-01-01"}
                for n in range(3000)
            ]
        ).execute()
    ids = [row.id for row in Person.select(Person.id)]
    notebook.several_people.add_to_group(ids, "All")
    notebook.several_people.trash(ids)
    assert notebook.people_list.count() == 0
    notebook.upkeep.undo()
    assert notebook.groups.all()[0].people == 3000
