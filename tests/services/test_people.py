"""People: a name is enough, a card is saved as a whole, and the trash gives everything back."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel
from notebook.domain.partial_date import PartialDate
from notebook.errors import Refused
from notebook.services.card_parts import (
    ADDRESS,
    EMAIL,
    PHONE,
    WEBSITE,
    DetailDraft,
    FactDraft,
)
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.roles import at
from tests.reading import rows_in

HOSTILE = ["<b>x</b>", "R&D <img src=file:///etc/passwd>", "<table><tr><td>" * 24, "'; DROP TABLE"]


def full_draft(today: date, owner: int | None = None) -> PersonDraft:
    return PersonDraft(
        name="Marta Lindqvist",
        given_name="Marta",
        family_name="Lindqvist",
        nickname="Mia",
        roles=at("Hotel Lindqvist", "Owner"),
        details=(
            DetailDraft(PHONE, "+44 20 7946 0112", "desk"),
            DetailDraft(EMAIL, "Marta@Example.com"),
            DetailDraft(ADDRESS, "14 Quayside\nBristol"),
            DetailDraft(WEBSITE, "https://example.com"),
        ),
        facts=(
            FactDraft(FactGroup.FAMILY, "Married to Paul", today - timedelta(days=400)),
            FactDraft(FactGroup.AVOID, "The winter", today),
        ),
        birthday=PartialDate(month=3, day=12),
        preferred_channel=Channel.EMAIL,
        preferred_times="mornings",
        rhythm_days=30,
        looked_after_by=owner,
        note="  Says “piece”.\n",
    )


def add(notebook: Notebook, today: date, name: str = "Marta Lindqvist") -> int:
    return notebook.people.add(name, today).new_id


def test_a_name_is_enough(notebook: Notebook, notebook_path: Path, today: date) -> None:
    changes = notebook.people.add("Ana Pereira", today)
    assert changes.label == "Added Ana Pereira"
    assert changes.kinds == {"person"}
    assert rows_in(notebook_path, "SELECT id, name, known_since FROM person") == [
        (changes.new_id, "Ana Pereira", today.isoformat())
    ]
    assert notebook.people.draft(changes.new_id) == PersonDraft("Ana Pereira")


@pytest.mark.parametrize("name", ["", "  ", "\n\t"])
def test_without_a_name_nothing_is_saved(
    notebook: Notebook, notebook_path: Path, today: date, name: str
) -> None:
    with pytest.raises(Refused, match="needs a name"):
        notebook.people.save(None, PersonDraft(name, note="lost?"), today)
    assert rows_in(notebook_path, "SELECT count(*) FROM person") == [(0,)]
    assert notebook.upkeep.next_undo == ""


@pytest.mark.parametrize("name", HOSTILE)
def test_names_stay_letter_for_letter(notebook: Notebook, today: date, name: str) -> None:
    person_id = add(notebook, today, name)
    assert notebook.people.draft(person_id).name == name
    assert notebook.upkeep.next_undo == f"Added {name}"


def test_a_whole_card_is_read_as_it_was_written(notebook: Notebook, today: date) -> None:
    tom = notebook.people.save(None, PersonDraft("Tom Arden", is_team=True), today).new_id
    draft = full_draft(today, tom)
    person_id = notebook.people.save(None, draft, today).new_id
    assert notebook.people.draft(person_id) == draft
    notebook.upkeep.check()


def test_a_new_fact_is_learned_today_and_a_kept_one_stays(notebook: Notebook, today: date) -> None:
    person_id = add(notebook, today)
    old = FactDraft(FactGroup.HOME, "Beagle, Fig", today - timedelta(days=90))
    draft = replace(notebook.people.draft(person_id), facts=(old, FactDraft(FactGroup.FOOD, "Tea")))
    notebook.people.save(person_id, draft, today)
    later = today + timedelta(days=30)
    notebook.people.save(person_id, notebook.people.draft(person_id), later)
    assert [fact.learned_on for fact in notebook.people.draft(person_id).facts] == [
        today - timedelta(days=90),
        today,
    ]


def test_only_what_differs_is_touched(notebook: Notebook, today: date) -> None:
    person_id = notebook.people.save(None, full_draft(today), today).new_id
    draft = notebook.people.draft(person_id)
    assert notebook.people.save(person_id, draft, today).kinds == set()
    renamed = notebook.people.save(person_id, replace(draft, name="Marta Berg"), today)
    assert renamed.label == "Saved Marta Berg"
    assert renamed.ids == {"person": frozenset({person_id})}
    details = draft.details[1:]
    changed = notebook.people.save(person_id, replace(draft, details=details), today)
    assert changed.kinds == {"person", "contact_detail"}
    assert notebook.people.draft(person_id).details == details


def test_the_order_of_details_and_facts_is_kept(notebook: Notebook, today: date) -> None:
    person_id = notebook.people.save(None, full_draft(today), today).new_id
    draft = notebook.people.draft(person_id)
    turned = replace(draft, details=draft.details[::-1], facts=draft.facts[::-1])
    notebook.people.save(person_id, turned, today)
    assert notebook.people.draft(person_id) == turned


def test_equal_details_are_kept_apart(notebook: Notebook, today: date) -> None:
    twice = (DetailDraft(PHONE, "1"), DetailDraft(PHONE, "1"), DetailDraft(PHONE, " "))
    person_id = notebook.people.save(None, PersonDraft("Ana", details=twice), today).new_id
    assert notebook.people.draft(person_id).details == twice[:2]
    notebook.people.save(person_id, PersonDraft("Ana", details=twice[:1]), today)
    assert notebook.people.draft(person_id).details == twice[:1]


def test_an_organisation_is_shared_by_its_name(
    notebook: Notebook, notebook_path: Path, today: date
) -> None:
    for name in ("Marta", "Paul"):
        notebook.people.save(None, PersonDraft(name, roles=at("Hotel")), today)
    assert rows_in(notebook_path, "SELECT name FROM organisation") == [("Hotel",)]
    assert rows_in(notebook_path, "SELECT count(*) FROM role") == [(2,)]


def test_changing_the_employer_leaves_the_colleagues_alone(notebook: Notebook, today: date) -> None:
    marta, paul = (
        notebook.people.save(None, PersonDraft(name, roles=at("Hotel", "Owner")), today).new_id
        for name in ("Marta", "Paul")
    )
    draft = replace(notebook.people.draft(marta), roles=at("Inn"))
    notebook.people.save(marta, draft, today)
    assert notebook.people.draft(marta).roles == at("Inn")
    assert notebook.people.draft(paul).roles == at("Hotel", "Owner")
    notebook.people.save(marta, replace(draft, roles=at("", "")), today)
    assert notebook.people.draft(marta) == PersonDraft("Marta")


def test_a_role_needs_no_organisation(notebook: Notebook, today: date) -> None:
    person_id = notebook.people.save(None, PersonDraft("Ana", roles=at("", "Potter")), today).new_id
    assert notebook.people.draft(person_id) == PersonDraft("Ana", roles=at("", "Potter"))


@pytest.mark.parametrize(
    "birthday", [None, PartialDate(1980), PartialDate(1980, 3), PartialDate(1980, 2, 29)]
)
def test_birthdays_are_kept_as_far_as_they_are_known(
    notebook: Notebook, today: date, birthday: PartialDate | None
) -> None:
    person_id = notebook.people.save(None, PersonDraft("Ana", birthday=birthday), today).new_id
    assert notebook.people.draft(person_id).birthday == birthday


def test_the_team_is_listed_by_name_without_the_trash(notebook: Notebook, today: date) -> None:
    ids = {
        name: notebook.people.save(None, PersonDraft(name, is_team=True), today).new_id
        for name in ("Tom", "Ines", "Joost")
    }
    add(notebook, today, "Marta")
    notebook.people.trash(ids["Joost"])
    assert [(member.id, member.name) for member in notebook.people.team()] == [
        (ids["Ines"], "Ines"),
        (ids["Tom"], "Tom"),
    ]


def test_the_trash_gives_everything_back(notebook: Notebook, today: date) -> None:
    person_id = notebook.people.save(None, full_draft(today), today).new_id
    draft = notebook.people.draft(person_id)
    changes = notebook.people.trash(person_id)
    assert changes.label == "Moved Marta Lindqvist to the trash"
    for gone in (
        lambda: notebook.people.draft(person_id),
        lambda: notebook.people.trash(person_id),
        lambda: notebook.people.save(person_id, draft, today),
        lambda: notebook.cards.card(person_id, today),
    ):
        with pytest.raises(Refused, match="no longer in the notebook"):
            gone()
    notebook.upkeep.restore("person", person_id)
    assert notebook.people.draft(person_id) == draft
    notebook.upkeep.check()


def test_undo_takes_a_whole_card_back(notebook: Notebook, notebook_path: Path, today: date) -> None:
    person_id = add(notebook, today)
    notebook.people.save(person_id, full_draft(today), today)
    notebook.upkeep.undo()
    assert notebook.people.draft(person_id) == PersonDraft("Marta Lindqvist")
    notebook.upkeep.redo()
    assert notebook.people.draft(person_id) == full_draft(today)
    notebook.upkeep.undo()
    notebook.upkeep.undo()
    for table in ("person", "role", "organisation", "contact_detail", "fact"):
        assert rows_in(notebook_path, f"SELECT count(*) FROM {table}") == [(0,)]
