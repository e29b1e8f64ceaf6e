"""What triggers keep true: the last contact, and both search indexes."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notebook.domain.moments import MomentState
from notebook.storage.file import NotebookFile
from notebook.storage.record import utc_now
from notebook.storage.tables import (
    ContactDetail,
    Fact,
    Moment,
    MomentPerson,
    Organisation,
    Person,
    Role,
)
from tests.storage.snapshots import search_index, search_index_as_it_should_be


@pytest.fixture
def marta(file: NotebookFile) -> Person:
    with file.change("Added"):
        return person("Marta")


def person(name: str) -> Person:
    return Person.create(name=name, sort_key=name.lower(), known_since="2026-01-01")


def contact(file: NotebookFile, when: str, *people: Person) -> Moment:
    with file.change("Logged"):
        moment = Moment.create(channel="call", direction="we", happened_at=when, text=f"On {when}")
        for each in people:
            MomentPerson.create(moment=moment, person=each)
    return moment


def last_contact(who: Person) -> str | None:
    found: date | None = Person.get_by_id(who.id).last_contact_on
    return found.isoformat() if found else None


def found(file: NotebookFile, query: str, index: str = "person_search") -> set[int]:
    rows = file.database.execute_sql(f"SELECT rowid FROM {index} WHERE {index} MATCH ?", (query,))
    return {row[0] for row in rows.fetchall()}


def test_last_contact_is_the_newest_day_and_never_moves_backwards(
    file: NotebookFile, marta: Person
) -> None:
    assert last_contact(marta) is None
    contact(file, "2026-05-05T10:00", marta)
    assert last_contact(marta) == "2026-05-05"
    contact(file, "2026-03-01", marta)  # logged later, happened earlier
    assert last_contact(marta) == "2026-05-05"
    contact(file, "2026-05-05", marta)
    assert last_contact(marta) == "2026-05-05"
    contact(file, "2026-05-06", marta)
    assert last_contact(marta) == "2026-05-06"


_DAYS = st.integers(1, 28).map(lambda day: f"2026-05-{day:02}")
_STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["log", "plan", "move", "hold", "back", "trash", "restore", "leave", "give", "undo"]
        ),
        st.integers(0, 5),
        _DAYS,
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(steps=_STEPS)
def test_last_contact_is_the_newest_logged_one_whatever_happens(
    template: Path, steps: list[tuple[str, int, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notebook.db"
        path.write_bytes(template.read_bytes())
        file = NotebookFile(path)
        with file.change("Added"):
            who, other = person("Marta"), person("Paul")
        newest = None
        for step, which, day in steps:
            known = list(Moment.select().order_by(Moment.id))
            before = newest
            _take(file, who, step, known[which % len(known)] if known else None, day)
            newest = _newest_logged(who)
            assert last_contact(who) == newest
            assert last_contact(other) == _newest_logged(other)
            if step in {"log", "plan"}:  # a contact more never moves it backwards
                assert (newest or "") >= (before or "")
            if step == "plan":
                assert newest == before
        file.close()


def _take(file: NotebookFile, who: Person, step: str, moment: Moment | None, day: str) -> None:
    if step == "undo":
        if moment is not None:  # never so far back that nobody is there
            file.undo()
        return
    with file.change(step):
        if step in {"log", "plan"}:
            state = MomentState.LOGGED if step == "log" else MomentState.PLANNED
            made = Moment.create(channel="call", direction="we", happened_at=day, state=state)
            MomentPerson.create(moment=made, person=who)
        elif moment is not None and step == "leave":
            MomentPerson.delete().where(MomentPerson.moment == moment).execute()
        elif moment is not None and step == "give":
            other = Person.get(Person.id != who.id)
            for row in MomentPerson.select().where(MomentPerson.moment == moment):
                row.amend(person=who if row.person_id == other.id else other)
        elif moment is not None:
            changed: dict[str, dict[str, object]] = {
                "move": {"happened_at": day},
                "hold": {"state": MomentState.LOGGED},
                "back": {"state": MomentState.PLANNED},
                "trash": {"deleted_at": utc_now()},
                "restore": {"deleted_at": None},
            }
            moment.amend(**changed[step])


def _newest_logged(who: Person) -> str | None:
    days = [
        row.moment.happened_at
        for row in MomentPerson.select().where(MomentPerson.person == who)
        if row.moment.state is MomentState.LOGGED and row.moment.deleted_at is None
    ]
    return max(days, default=None)


def test_last_contact_follows_corrections_trash_and_undo(file: NotebookFile, marta: Person) -> None:
    contact(file, "2026-03-01", marta)
    newest = contact(file, "2026-05-05T10:00", marta)
    with file.change("Corrected"):
        newest.amend(happened_at="2026-04-04")
    assert last_contact(marta) == "2026-04-04"
    with file.change("Deleted"):
        newest.amend(deleted_at=utc_now())
    assert last_contact(marta) == "2026-03-01"
    with file.change("Restored"):
        newest.amend(deleted_at=None)
    assert last_contact(marta) == "2026-04-04"
    for expected in ("2026-03-01", "2026-04-04", "2026-05-05", "2026-03-01", None):
        file.undo()
        assert last_contact(marta) == expected
    for expected in ("2026-03-01", "2026-05-05", "2026-04-04", "2026-03-01", "2026-04-04"):
        file.redo()
        assert last_contact(marta) == expected


def test_last_contact_is_that_of_everybody_who_took_part(file: NotebookFile, marta: Person) -> None:
    with file.change("Added"):
        paul = person("Paul")
    both = contact(file, "2026-05-05", marta, paul)
    assert (last_contact(marta), last_contact(paul)) == ("2026-05-05", "2026-05-05")
    with file.change("Corrected"):
        MomentPerson.delete().where(
            MomentPerson.moment == both, MomentPerson.person == paul
        ).execute()
    assert (last_contact(marta), last_contact(paul)) == ("2026-05-05", None)
    file.undo()
    assert last_contact(paul) == "2026-05-05"


def test_last_contact_forgets_moments_that_are_really_deleted(
    file: NotebookFile, marta: Person
) -> None:
    moment = contact(file, "2026-05-05", marta)
    with file.change("Deleted"):
        moment.delete_instance()
    assert last_contact(marta) is None
    file.undo()
    assert last_contact(marta) == "2026-05-05"


def test_derived_columns_are_not_in_the_journal(file: NotebookFile, marta: Person) -> None:
    moment = contact(file, "2026-05-05", marta)
    touched = file.undo()
    assert touched is not None
    assert set(touched.ids) == {"moment", "moment_person"}
    assert touched.ids["moment"] == {moment.id}


def test_a_person_is_found_by_every_part_of_the_card(file: NotebookFile, marta: Person) -> None:
    with file.change("Filled in"):
        firm = Organisation.create(name="Hotel Lindqvist", sort_key="hotel lindqvist")
        role = Role.create(person=marta, organisation=firm, title="Owner")
        fact = Fact.create(person=marta, group="food", text="No nuts", learned_on="2026-01-01")
        mail = ContactDetail.create(person=marta, kind="email", value="m@example.com")
        marta.amend(nickname="Mia", note="Met in Oslo")
    words = ("marta", "hotel", "owner", "nuts", "example", "mia", "oslo")
    assert all(found(file, word) == {marta.id} for word in words)
    with file.change("Changed"):
        firm.amend(name="Inn", sort_key="inn")
        role.amend(title="Guest")
        fact.amend(text="No milk")
        mail.delete_instance()
        marta.amend(nickname="", note="")
    assert not any(found(file, word) for word in words[1:])
    assert all(found(file, word) == {marta.id} for word in ("marta", "inn", "guest", "milk"))
    file.undo()
    assert all(found(file, word) == {marta.id} for word in words)


def test_an_organisation_in_the_trash_is_no_way_to_find_somebody(
    file: NotebookFile, marta: Person
) -> None:
    with file.change("Filled in"):
        firm = Organisation.create(name="Hotel", sort_key="hotel")
        Role.create(person=marta, organisation=firm, title="Owner")
    with file.change("Deleted"):
        firm.amend(deleted_at=utc_now())
    assert found(file, "hotel") == set()
    file.undo()
    assert found(file, "hotel") == {marta.id}


def test_the_trash_is_not_searched(file: NotebookFile, marta: Person) -> None:
    moment = contact(file, "2026-05-05", marta)
    with file.change("Deleted"):
        marta.amend(deleted_at=utc_now())
        moment.amend(deleted_at=utc_now())
    assert found(file, "marta") == set()
    assert found(file, "05", "moment_search") == set()
    file.undo()
    assert found(file, "marta") == {marta.id}
    assert found(file, "05", "moment_search") == {moment.id}


def test_the_index_is_that_of_a_rebuilt_one(file: NotebookFile, marta: Person) -> None:
    contact(file, "2026-05-05", marta)
    with file.change("Renamed"):
        marta.amend(name="Łucja Żak", sort_key="lucja zak", note="Straße")
    assert search_index(file.database.connection()) == search_index_as_it_should_be(file.path)
