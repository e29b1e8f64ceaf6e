"""Somebody who is erased leaves no byte, and everybody else is as they were."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as driver

from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel, Direction
from notebook.domain.promises import Side
from notebook.errors import Refused
from notebook.services.card_parts import DetailDraft, FactDraft
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.roles import at
from notebook.storage.care_tables import Concern
from notebook.storage.erasing import erase_from_backups
from notebook.storage.file import NotebookFile
from notebook.storage.tables import Reminder
from tests.conftest import TODAY
from tests.reading import rows_in
from tests.services.check_ins.helpers import agreed
from tests.storage.snapshots import search_index, search_index_as_it_should_be, snapshot
from tests.storage.versions import unpack

NAME, ORGANISATION = "Zyxandra Quellmann", "Vlonberg Werke"
WORDS = ("Zyxandra", "Quellmann", "Vlonberg", "krokodilo", "piztolett", "0815 4711", "hrumpf")


def write_all(notebook: Notebook, now: datetime) -> tuple[int, int]:
    """Return somebody of whom everything is known, and another who shares a contact."""
    other = notebook.people.save(None, PersonDraft("Ben Ode"), TODAY).new_id
    draft = PersonDraft(
        NAME,
        roles=at(ORGANISATION, "piztolett"),
        details=(DetailDraft("phone", "0815 4711"),),
        facts=(FactDraft(FactGroup.FAMILY, "krokodilo at home"),),
        note="hrumpf",
    )
    person = notebook.people.save(None, draft, TODAY).new_id
    for people, text in (((person,), "krokodilo alone"), ((person, other), "about the van")):
        moment = MomentDraft(people, Channel.CALL, Direction.WE, day=TODAY, text=text)
        notebook.moments.log(moment, now)
    notebook.promises.add(person, Side.OURS, "hrumpf promise", None)
    notebook.promises.add(other, Side.OURS, "of Ben", None)
    with notebook.file.change("Reminder"):
        Reminder.create(text="ask about hrumpf", due_on=TODAY, person=person)
    notebook.people.save(
        person, PersonDraft(NAME, note="hrumpf again", roles=at(ORGANISATION)), TODAY
    )
    return person, other


@pytest.fixture
def both(notebook: Notebook, now: datetime) -> tuple[int, int]:
    return write_all(notebook, now)


def left_in(path: Path) -> list[str]:
    """Return which of the words stand in the bytes of a file or its companions."""
    found = []
    for ending in ("", "-wal", "-journal"):
        companion = path.with_name(path.name + ending)
        content = companion.read_bytes().lower() if companion.exists() else b""
        found += [word for word in WORDS if word.lower().encode() in content]
    return found


def test_no_byte_stays(notebook: Notebook, both: tuple[int, int]) -> None:
    notebook.file.database.execute_sql(
        "INSERT INTO person_search(person_search) VALUES('optimize')"
    )
    assert set(left_in(notebook.file.path)) == set(WORDS)
    notebook.erasing.erase(both[0])
    assert left_in(notebook.file.path) == []
    notebook.upkeep.check()
    connection = notebook.file.database.connection()
    assert search_index(connection) == search_index_as_it_should_be(notebook.file.path)


def test_the_others_keep_what_they_share(notebook: Notebook, both: tuple[int, int]) -> None:
    person, other = both
    plan = notebook.erasing.plan(person)
    assert (plan.name, plan.shared_contacts, plan.counts["moment"]) == (NAME, 1, 1)
    assert (plan.counts["promise"], plan.counts["reminder"], plan.projects) == (1, 1, ())
    notebook.erasing.erase(person)
    card = notebook.cards.card(other, TODAY)
    assert (card.moment_count, card.last_contact_on) == (1, TODAY)
    assert [promise.text for promise in card.open_promises] == ["of Ben"]
    assert rows_in(notebook.file.path, "SELECT text FROM moment") == [("about the van",)]
    with pytest.raises(Refused):
        notebook.erasing.erase(person)


def test_projects_and_what_hangs_on_them_go(notebook: Notebook, today: date) -> None:
    project = agreed(notebook)
    person = notebook.drafts.read(project).facts.person_id
    plan = notebook.erasing.plan(person)
    assert len(plan.projects) == 1
    notebook.erasing.erase(person)
    for table in ("project", "project_person", "answer", "deliverable"):
        assert rows_in(notebook.file.path, f"SELECT count(*) FROM {table}") == [(0,)]
    notebook.upkeep.check()


def test_whoever_named_them_no_longer_does(
    notebook: Notebook, both: tuple[int, int], file: NotebookFile
) -> None:
    person, other = both
    draft = PersonDraft("Ben Ode", looked_after_by=person)
    notebook.people.save(other, draft, TODAY)
    with file.change("Concern"):
        Concern.create(person=other, text="late", opened_on=TODAY, owner=person)
    notebook.erasing.erase(person)
    assert notebook.cards.card(other, TODAY).looked_after_by == ""
    assert rows_in(notebook.file.path, "SELECT owner_id FROM concern") == [(None,)]
    take_all_back(notebook)
    notebook.upkeep.check()
    assert left_in(notebook.file.path) == []


def take_all_back(notebook: Notebook) -> None:
    while notebook.upkeep.next_undo:
        notebook.upkeep.undo()


def test_undo_brings_back_all_others_and_never_them(
    notebook: Notebook, both: tuple[int, int]
) -> None:
    person, other = both
    notebook.people.save(other, PersonDraft("Benjamin Ode"), TODAY)
    notebook.erasing.erase(person)
    assert notebook.upkeep.next_undo == "Saved Benjamin Ode"
    notebook.upkeep.undo()
    assert notebook.cards.card(other, TODAY).name == "Ben Ode"
    take_all_back(notebook)
    assert rows_in(notebook.file.path, "SELECT count(*) FROM person") == [(0,)]
    while notebook.upkeep.next_redo:
        assert NAME not in notebook.upkeep.next_redo
        notebook.upkeep.redo()
    assert notebook.cards.card(other, TODAY).name == "Benjamin Ode"
    assert rows_in(notebook.file.path, "SELECT count(*) FROM person") == [(1,)]
    assert left_in(notebook.file.path) == []


def test_what_was_undone_or_deleted_before_goes_too(
    notebook: Notebook, both: tuple[int, int], now: datetime
) -> None:
    person, _ = both
    draft = MomentDraft((person,), Channel.CALL, Direction.WE, day=TODAY, text="piztolett undone")
    notebook.moments.log(draft, now)
    notebook.upkeep.undo()
    notebook.erasing.erase(person)
    assert left_in(notebook.file.path) == []
    assert notebook.upkeep.next_redo == ""


def test_backups_forget_them_at_the_next_backup(notebook: Notebook, both: tuple[int, int]) -> None:
    old = notebook.upkeep.back_up()
    notebook.erasing.erase(both[0])
    assert left_in(old)
    new = notebook.upkeep.back_up()
    assert left_in(old) == left_in(new) == []
    assert rows_in(old, "SELECT name FROM person") == [("Ben Ode",)]
    assert rows_in(notebook.file.path, "SELECT is_out_of_backups FROM erased_person") == [(1,)]
    assert sorted(old.parent.iterdir()) == sorted([old, new])
    NotebookFile(old, backups=old.parent / "none").close()


def test_closing_cleans_the_backups(notebook: Notebook, both: tuple[int, int]) -> None:
    old = notebook.upkeep.back_up()
    notebook.file.forget_changes()
    notebook.erasing.erase(both[0])
    notebook.close()
    assert left_in(old) == []


def test_a_damaged_backup_is_deleted(notebook: Notebook, both: tuple[int, int]) -> None:
    old = notebook.upkeep.back_up()
    content = bytearray(old.read_bytes())
    content[4096:20_480] = b"\xff" * 16_384
    old.write_bytes(content)
    notebook.erasing.erase(both[0])
    notebook.upkeep.back_up()
    assert not old.exists()


def test_a_backup_of_the_first_version_forgets_too(now: datetime, tmp_path: Path) -> None:
    path = tmp_path / "notebook-20260101-120000-000000-closing.db"
    unpack(1, path)
    connection = driver.connect(str(path), isolation_level=None)
    ((person, everybody),) = connection.execute(
        "SELECT id, (SELECT count(*) FROM person) FROM person WHERE name = 'Nina Hartwig'"
    ).fetchall()
    connection.execute(
        "UPDATE person SET name = 'Zyxandra', note = 'hrumpf' WHERE id = ?", (person,)
    )
    connection.close()
    assert left_in(path)
    erase_from_backups(tmp_path, [(person, now)])
    assert left_in(path) == []
    assert rows_in(path, "SELECT count(*) FROM person") == [(everybody - 1,)]


STEPS_OF_BOTH = st.lists(st.integers(0, 6), max_size=10)


def step(notebook: Notebook, number: int, person: int, other: int, now: datetime) -> None:
    moment = MomentDraft((person, other), Channel.CALL, Direction.WE, day=TODAY, text="hrumpf")
    match number:
        case 0:
            notebook.moments.log(moment, now)
        case 1:
            notebook.people.save(person, PersonDraft(NAME, roles=at("Lind")), TODAY)
        case 2:
            notebook.people.save(other, PersonDraft("Ben", roles=at("Lind")), TODAY)
        case 3:
            notebook.people.save(other, PersonDraft("Ben", looked_after_by=person), TODAY)
        case 4:
            notebook.upkeep.undo()
        case 5:
            notebook.upkeep.redo()
        case _:
            notebook.promises.add(person, Side.OURS, "x", None)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(numbers=STEPS_OF_BOTH)
def test_whatever_happened_undo_and_redo_still_go(
    file: NotebookFile, now: datetime, numbers: list[int]
) -> None:
    notebook = Notebook(file)
    take_all_back(notebook)
    file.forget_changes()
    other = notebook.people.add("Ben", TODAY).new_id
    person = notebook.people.add(NAME, TODAY).new_id
    file.forget_changes()
    for number in numbers:
        step(notebook, number, person, other, now)
    notebook.erasing.erase(person)
    before, undone = snapshot(file), 0
    while notebook.upkeep.next_undo:
        notebook.upkeep.undo()
        undone += 1
    assert notebook.cards.card(other, TODAY).name == "Ben"
    notebook.upkeep.check()
    for _ in range(undone):
        notebook.upkeep.redo()
    assert snapshot(file) == before
    while notebook.upkeep.next_redo:
        notebook.upkeep.redo()
    notebook.upkeep.check()
    assert "Zyxandra" not in left_in(file.path)
