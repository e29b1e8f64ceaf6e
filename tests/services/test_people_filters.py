"""Filters: what each finds, in which order, together with search, and how they are kept."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from notebook.domain.people_filters import BirthdayWhen, Missing, PeopleFilter
from notebook.errors import Refused
from notebook.services.notebook import Notebook
from notebook.services.people_list import PeopleOrder
from notebook.storage.tables import ContactDetail, Person
from tests.bench.measure import statements_of
from tests.conftest import TODAY

DAY = timedelta(days=1)


@pytest.fixture
def named(notebook: Notebook) -> Callable[[PeopleFilter], list[str]]:
    """Return a function that says whom a filter finds, by name."""
    people = notebook.people
    for name in ("Ana", "Ben", "Cleo", "Dora", "Team Tim"):
        people.add(name, TODAY - 100 * DAY)

    def write(name: str, **columns: object) -> None:
        Person.update(columns).where(Person.name == name).execute()

    write("Ana", last_contact_on="2026-09-23", birthday_month=11, birthday_day=3, rhythm_days=9)
    write("Ben", last_contact_on="2026-09-24", birthday_month=12, birthday_day=24)
    write("Cleo", last_contact_on="2026-11-20", paused_until="2026-11-23")
    write("Dora", paused_until="2026-11-22", looked_after_by_id=_id("Team Tim"))
    write("Team Tim", is_team=True)
    for kind, name in (("phone", "Ana"), ("email", "Ben")):
        ContactDetail.create(person_id=_id(name), kind=kind, value="1")
    notebook.several_people.add_to_group([_id("Ana"), _id("Cleo")], "Customers")

    def found(wanted: PeopleFilter) -> list[str]:
        ids = notebook.people_list.matching(wanted, PeopleOrder.NAME, TODAY)
        return [line.name for line in notebook.people_list.lines(ids, TODAY)]

    return found


def _id(name: str) -> int:
    found: int = Person.get(Person.name == name).id
    return found


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (PeopleFilter(silent_days=60), ["Ana", "Dora"]),
        (PeopleFilter(silent_days=59), ["Ana", "Ben", "Dora"]),
        (PeopleFilter(birthday=BirthdayWhen.THIS_MONTH), ["Ana"]),
        (PeopleFilter(birthday=BirthdayWhen.NEXT_MONTH), ["Ben"]),
        (PeopleFilter(missing=(Missing.PHONE,)), ["Ben", "Cleo", "Dora", "Team Tim"]),
        (PeopleFilter(missing=(Missing.PHONE, Missing.EMAIL)), ["Cleo", "Dora", "Team Tim"]),
        (PeopleFilter(missing=(Missing.BIRTHDAY,)), ["Cleo", "Dora", "Team Tim"]),
        (PeopleFilter(missing=(Missing.RHYTHM,)), ["Ben", "Cleo", "Dora"]),
        (PeopleFilter(missing=(Missing.OWNER,)), ["Ana", "Ben", "Cleo"]),
        (PeopleFilter(missing=(Missing.GROUP,)), ["Ben", "Dora", "Team Tim"]),
        (PeopleFilter(is_team=True), ["Team Tim"]),
        (PeopleFilter(is_paused=True), ["Cleo"]),
        (PeopleFilter(), ["Ana", "Ben", "Cleo", "Dora", "Team Tim"]),
    ],
)
def test_a_filter_finds_just_whom_it_names(
    named: Callable[[PeopleFilter], list[str]], wanted: PeopleFilter, names: list[str]
) -> None:
    assert named(wanted) == names


def test_groups_and_who_looks_after_them_are_conditions_too(
    named: Callable[[PeopleFilter], list[str]], notebook: Notebook
) -> None:
    (group,) = notebook.groups.all()
    assert named(PeopleFilter(groups=(group.id,))) == ["Ana", "Cleo"]
    assert named(PeopleFilter(groups=(group.id,), silent_days=30)) == ["Ana"]
    assert named(PeopleFilter(looked_after_by=_id("Team Tim"))) == ["Dora"]
    notebook.people.trash(_id("Ana"))
    assert named(PeopleFilter(groups=(group.id,))) == ["Cleo"]
    notebook.groups.remove(group.id)
    assert named(PeopleFilter(groups=(group.id,))) == []


def test_next_month_after_december_is_january(
    named: Callable[[PeopleFilter], list[str]], notebook: Notebook
) -> None:
    Person.update(birthday_month=1, birthday_day=1).where(Person.name == "Cleo").execute()
    wanted = PeopleFilter(birthday=BirthdayWhen.NEXT_MONTH)
    ids = notebook.people_list.matching(wanted, PeopleOrder.NAME, date(2026, 12, 5))
    assert list(ids) == [_id("Cleo")]
    assert named(wanted) == ["Ben"]


def test_search_stays_within_the_filter_and_the_order_is_that_of_the_list(
    named: Callable[[PeopleFilter], list[str]], notebook: Notebook
) -> None:
    wanted = PeopleFilter(missing=(Missing.PHONE,))
    assert named(wanted)
    people = notebook.people_list
    assert [line.name for line in people.search("an", TODAY)] == ["Ana"]
    assert people.search("an", TODAY, within=wanted) == []
    assert [line.name for line in people.search("be", TODAY, within=wanted)] == ["Ben"]
    by_contact = people.matching(wanted, PeopleOrder.LAST_CONTACT, TODAY)
    assert [line.name for line in people.lines(by_contact, TODAY)][:2] == ["Cleo", "Ben"]


def test_search_finds_the_few_of_a_group_among_the_many_of_that_name(notebook: Notebook) -> None:
    for number in range(320):
        notebook.people.add(f"Anna {number:03} Berg", TODAY)
    wanted = [_id("Anna 200 Berg"), _id("Anna 007 Berg")]
    notebook.several_people.add_to_group(wanted, "Choir")
    (group,) = notebook.groups.all()
    choir = PeopleFilter(groups=(group.id,))
    for text in ("ann", "berg", "an be"):
        found = notebook.people_list.search(text, TODAY, within=choir)
        assert [line.name for line in found] == ["Anna 007 Berg", "Anna 200 Berg"], text


def test_filters_are_kept_changed_removed_and_brought_back(notebook: Notebook) -> None:
    filters = notebook.people_filters
    group = notebook.groups.save(None, "Customers", None, None).new_id
    whole = PeopleFilter(
        groups=(group,),
        silent_days=30,
        birthday=BirthdayWhen.NEXT_MONTH,
        missing=(Missing.PHONE, Missing.GROUP),
        looked_after_by=7,
        is_team=True,
        is_paused=True,
    )
    kept = filters.save(None, "Quiet customers", whole).new_id
    assert [(line.id, line.name, line.conditions) for line in filters.saved()] == [
        (kept, "Quiet customers", whole)
    ]
    filters.save(kept, "Quiet ones", PeopleFilter(silent_days=40))
    assert [line.name for line in filters.saved()] == ["Quiet ones"]
    filters.remove(kept)
    assert filters.saved() == ()
    assert [line.title for line in notebook.upkeep.trash()] == ["Quiet ones"]
    notebook.upkeep.restore("saved_filter", kept)
    assert filters.saved()[0].conditions == PeopleFilter(silent_days=40)


@pytest.mark.parametrize(
    ("name", "conditions", "sentence"),
    [
        ("", PeopleFilter(is_team=True), "Give the filter a name."),
        ("x" * 61, PeopleFilter(is_team=True), "This name is too long"),
        ("no PHONE", PeopleFilter(is_team=True), "There is a filter no PHONE already."),
        ("Mine", PeopleFilter(is_team=True), "There is a filter Mine already."),
        ("All", PeopleFilter(), "Choose at least one condition."),
    ],
)
def test_what_makes_no_filter_is_refused(
    notebook: Notebook, name: str, conditions: PeopleFilter, sentence: str
) -> None:
    notebook.people_filters.save(None, "Mine", PeopleFilter(is_paused=True))
    with pytest.raises(Refused, match=sentence):
        notebook.people_filters.save(None, name, conditions)
    assert len(notebook.people_filters.saved()) == 1


@pytest.mark.parametrize("order", PeopleOrder)
@pytest.mark.parametrize(
    "wanted",
    [
        PeopleFilter(silent_days=60),
        PeopleFilter(missing=(Missing.BIRTHDAY, Missing.RHYTHM, Missing.OWNER)),
        PeopleFilter(missing=(Missing.PHONE,)),
        PeopleFilter(is_paused=True),
    ],
)
def test_filters_look_at_nothing_but_indexes(
    notebook: Notebook, order: PeopleOrder, wanted: PeopleFilter
) -> None:
    connection = notebook.file.database.connection()
    (statement,) = statements_of(
        connection, lambda: notebook.people_list.matching(wanted, order, TODAY)
    )
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
    assert any("SCAN p USING COVERING INDEX person_by" in step for step in plan), plan
    assert not any("USE TEMP B-TREE" in step for step in plan), plan
