"""Organisations: their list and page, renamed, merged, trashed and brought back."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.domain.outcomes import Ending
from notebook.domain.partial_date import PartialDate
from notebook.errors import Refused
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.organisation_page import OrganisationPage
from notebook.services.organisations import OrganisationDraft
from notebook.services.outcomes import OutcomeDraft
from notebook.services.people import PersonDraft
from notebook.services.roles import RoleDraft, at
from notebook.storage.tables import Moment, MomentPerson, Project
from tests.reading import rows_in
from tests.services.project_samples import finish


def add(notebook: Notebook, today: date, name: str, **fields: object) -> int:
    draft = replace(PersonDraft(name), **fields)  # type: ignore[arg-type]
    return notebook.people.save(None, draft, today).new_id


def touch(notebook: Notebook, person_id: int, day: date) -> None:
    with notebook.file.change("Spoke"):
        moment = Moment.create(channel="call", direction="we", happened_at=day.isoformat())
        MomentPerson.create(moment=moment, person=person_id)


def page_of(notebook: Notebook, today: date, name: str, most: int = 20) -> OrganisationPage:
    return notebook.organisations.page(notebook.organisations.named(name)[0].id, today, most)


@pytest.fixture
def hotel(notebook: Notebook, today: date) -> int:
    """Return Hotel Lindqvist: Marta whom Tom looks after, Paul, and Olga who left in 2024."""
    tom = add(notebook, today, "Tom Arden", is_team=True)
    ines = add(notebook, today, "Ines Castro", is_team=True)
    roles = at("Hotel Lindqvist", "Owner")
    marta = add(
        notebook, today, "Marta Lindqvist", roles=roles, looked_after_by=tom, covered_by=ines
    )
    add(notebook, today, "Paul Berg", roles=at("Hotel Lindqvist", "Finance"))
    left = RoleDraft("Chef", "Hotel Lindqvist", PartialDate(2019), PartialDate(2024))
    add(notebook, today, "Olga Hill", roles=(left,))
    touch(notebook, marta, today - timedelta(days=3))
    return notebook.organisations.named("Hotel")[0].id


def test_the_page_says_who_is_there_and_who_was(
    notebook: Notebook, today: date, hotel: int
) -> None:
    page = notebook.organisations.page(hotel, today, 20)
    assert [(each.name, each.title, each.looked_after_by) for each in page.people] == [
        ("Marta Lindqvist", "Owner", "Tom Arden"),
        ("Paul Berg", "Finance", ""),
    ]
    assert page.people[0].last_contact_on == today - timedelta(days=3)
    assert [(each.name, each.title, each.until_on) for each in page.past] == [
        ("Olga Hill", "Chef", PartialDate(2024))
    ]
    assert (page.people_count, page.past_count) == (2, 1)


def test_who_of_us_knows_whom(notebook: Notebook, today: date, hotel: int) -> None:
    ties = notebook.organisations.page(hotel, today, 20).ties
    assert [(tie.us, tie.them, tie.looks_after, tie.covers) for tie in ties] == [
        ("Ines Castro", "Marta Lindqvist", False, True),
        ("Tom Arden", "Marta Lindqvist", True, False),
    ]
    assert ties[0].last_contact_on == today - timedelta(days=3)


def test_one_of_them_or_of_us_who_carries_it_alone_is_named(
    notebook: Notebook, today: date, hotel: int
) -> None:
    page = notebook.organisations.page(hotel, today, 20)
    assert page.carried_by == ("Everything rests on Marta.",)
    marta = page.people[0].id
    draft = replace(notebook.people.draft(marta), covered_by=None)
    notebook.people.save(marta, draft, today)
    page = notebook.organisations.page(hotel, today, 20)
    assert page.carried_by == ("Everything rests on Marta.", "Only Tom knows them.")
    touch(notebook, page.people[1].id, today)
    assert notebook.organisations.page(hotel, today, 20).carried_by == ("Only Tom knows them.",)


def test_our_own_organisation_rests_on_nobody(notebook: Notebook, today: date) -> None:
    add(notebook, today, "Tom Arden", is_team=True, roles=at("Arden & Castro"))
    assert page_of(notebook, today, "Arden").carried_by == ()


def test_a_contact_ties_those_of_us_who_took_part(
    notebook: Notebook, today: date, hotel: int
) -> None:
    marta, paul = (each.id for each in notebook.organisations.page(hotel, today, 20).people)
    draft = replace(notebook.people.draft(marta), covered_by=None)
    notebook.people.save(marta, draft, today)
    una = add(notebook, today, "Una Berg", is_team=True)
    now = datetime.combine(today, time(12, 0), tzinfo=UTC)
    moments = [
        MomentDraft((person, una), Channel.MEETING, Direction.WE, today, text="Plans")
        for person in (marta, paul, paul)
    ]
    logged = [notebook.moments.log(each, now).new_id for each in moments]
    page = notebook.organisations.page(hotel, today, 20)
    assert {(tie.us, tie.them, tie.contacts) for tie in page.ties} == {
        ("Tom Arden", "Marta Lindqvist", 0),
        ("Una Berg", "Marta Lindqvist", 1),
        ("Una Berg", "Paul Berg", 2),
    }
    assert page.carried_by == ()
    for moment in logged:
        notebook.moments.delete(moment)
    assert notebook.organisations.page(hotel, today, 20).carried_by[-1] == "Only Tom knows them."


def test_a_project_ties_all_of_us_who_are_in_it(notebook: Notebook, today: date) -> None:
    project_id = finish(notebook)
    marta = notebook.projects.page(project_id).person_id
    draft = replace(notebook.people.draft(marta), roles=at("Hotel Lindqvist"))
    notebook.people.save(marta, draft, today)
    page = page_of(notebook, today, "Hotel")
    assert [each.name for each in page.projects] == ["Lobby mural"]
    assert page.project_count == 1
    assert all(tie.projects == 1 for tie in page.ties)


def test_a_project_stays_where_its_person_was_meanwhile(notebook: Notebook, today: date) -> None:
    project_id = finish(notebook)
    marta = notebook.projects.page(project_id).person_id
    with notebook.file.change("Began"):
        Project.get_by_id(project_id).amend(begins_on=today - timedelta(days=90))
    old = RoleDraft("Owner", "Old Mill", PartialDate(2019), PartialDate(today.year, today.month))
    new = RoleDraft("Owner", "Hotel Lindqvist", PartialDate(today.year, today.month))
    for roles in ((old, new), (new, old)):
        draft = replace(notebook.people.draft(marta), roles=roles)
        notebook.people.save(marta, draft, today)
        page = page_of(notebook, today, "Old Mill")
        assert ([each.name for each in page.projects], page.project_count) == (["Lobby mural"], 1)
    assert page_of(notebook, today, "Hotel").project_count == 1, "it goes on"
    longer_ago = today - timedelta(days=60)
    notebook.outcomes.close(project_id, OutcomeDraft(Ending.DELIVERED), longer_ago)
    assert page_of(notebook, today, "Hotel").projects == ()
    assert page_of(notebook, today, "Old Mill").project_count == 1


def test_a_name_is_needed_and_taken_once(notebook: Notebook, today: date, hotel: int) -> None:
    with pytest.raises(Refused, match="needs a name"):
        notebook.organisations.add(OrganisationDraft("  "))
    with pytest.raises(Refused, match="can be merged"):
        notebook.organisations.add(OrganisationDraft("Hotel Lindqvist"))
    with pytest.raises(Refused, match="can be merged"):
        notebook.organisations.add(OrganisationDraft("hotel  LINDQVIST"))
    notebook.organisations.save(hotel, OrganisationDraft("HOTEL Lindqvist"))
    notebook.organisations.save(hotel, OrganisationDraft("Hotel Lindqvist", "By the quay"))
    assert notebook.organisations.draft(hotel).note == "By the quay"
    assert today


def test_another_name_is_found_with_all_its_people(
    notebook: Notebook, today: date, hotel: int
) -> None:
    notebook.organisations.save(hotel, OrganisationDraft("Quayside Inn"))
    found = {line.name for line in notebook.people_list.search("quayside", today)}
    assert found == {"Marta Lindqvist", "Paul Berg", "Olga Hill"}
    notebook.upkeep.undo()
    assert notebook.organisations.draft(hotel).name == "Hotel Lindqvist"


def test_two_become_one_and_come_apart_again(
    notebook: Notebook, notebook_path: Path, today: date, hotel: int
) -> None:
    marta = notebook.organisations.page(hotel, today, 20).people[0].id
    double = (*at("Hotel Lindqvist", "Owner"), *at("Lindqvist Hotel", "Owner"))
    notebook.people.save(marta, replace(notebook.people.draft(marta), roles=double), today)
    add(notebook, today, "Ana Pereira", roles=at("Lindqvist Hotel"))
    other = notebook.organisations.named("Lindqvist Hotel")[0].id
    notebook.organisations.save(hotel, OrganisationDraft("Hotel Lindqvist", "By the quay"))
    notebook.organisations.save(other, OrganisationDraft("Lindqvist Hotel", "Pays late"))

    notebook.organisations.merge(hotel, other)
    page = notebook.organisations.page(hotel, today, 20)
    assert [each.name for each in page.people] == ["Ana Pereira", "Marta Lindqvist", "Paul Berg"]
    assert page.note == "By the quay\n\nPays late"
    assert page.people[1].title == "Owner"
    assert [line.name for line in notebook.organisations.window(0, 9, today)] == ["Hotel Lindqvist"]
    assert [line.kind for line in notebook.upkeep.trash()] == ["organisation"]
    notebook.upkeep.undo()
    assert rows_in(notebook_path, "SELECT count(*) FROM role WHERE organisation_id = ?", other) == [
        (2,)
    ]
    assert notebook.people.draft(marta).roles == double
    with pytest.raises(Refused):
        notebook.organisations.merge(hotel, hotel)


def test_the_trash_keeps_the_roles(notebook: Notebook, today: date, hotel: int) -> None:
    marta = notebook.organisations.page(hotel, today, 20).people[0].id
    notebook.organisations.trash(hotel)
    assert notebook.people.draft(marta).roles == ()
    notebook.people.save(marta, notebook.people.draft(marta), today)
    with pytest.raises(Refused):
        notebook.organisations.page(hotel, today, 20)
    notebook.upkeep.restore("organisation", hotel)
    assert notebook.people.draft(marta).roles == at("Hotel Lindqvist", "Owner")


def test_the_list_is_read_in_windows_and_searched(notebook: Notebook, today: date) -> None:
    for name in ("Öberg Timber", "Old Mill", "Brandt"):
        notebook.organisations.add(OrganisationDraft(name))
    assert notebook.organisations.count() == 3
    assert [line.name for line in notebook.organisations.window(1, 2, today)] == [
        "Öberg Timber",
        "Old Mill",
    ]
    mill = notebook.organisations.named("mill")[0].id
    assert notebook.organisations.position(mill) == 2
    assert notebook.organisations.position(mill, "old") == 0
    assert notebook.organisations.position(mill, "brandt") is None
    assert [line.name for line in notebook.organisations.window(0, 9, today, "oberg")] == [
        "Öberg Timber"
    ]


def test_of_five_thousand_people_the_first_are_read(notebook: Notebook, today: date) -> None:
    with notebook.file.change("Many"):
        for number in range(300):
            add(notebook, today, f"Person {number:03}", roles=at("Big Works"))
    page = page_of(notebook, today, "Big Works", 40)
    assert (len(page.people), page.people_count) == (40, 300)
    assert page.people[-1].name == "Person 039"
