"""Roles: several of them, past and present, and another employer in one step."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from notebook.domain.partial_date import PartialDate
from notebook.errors import Refused
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.roles import RoleDraft, at, coming_words, is_past, span_words
from tests.reading import rows_in

CHEF = RoleDraft("Chef", "Old Inn", PartialDate(2019), PartialDate(2023, 4))
OWNER = RoleDraft("Owner", "Hotel Lindqvist", PartialDate(2023, 5))
BOARD = RoleDraft("Board", "City Library")


def add(notebook: Notebook, today: date, *roles: RoleDraft) -> int:
    return notebook.people.save(None, PersonDraft("Marta Lindqvist", roles=roles), today).new_id


def test_several_roles_are_kept_in_their_order_with_their_dates(
    notebook: Notebook, today: date
) -> None:
    marta = add(notebook, today, CHEF, OWNER, BOARD)
    assert notebook.people.draft(marta).roles == (CHEF, OWNER, BOARD)
    card = notebook.cards.card(marta, today)
    assert [role.words for role in card.present_roles] == [
        "Owner, Hotel Lindqvist",
        "Board, City Library",
    ]
    assert [role.words for role in card.past_roles] == ["Chef, Old Inn"]
    assert (card.role, card.organisation) == ("Owner", "Hotel Lindqvist")


def test_the_line_in_the_list_is_the_first_present_role(notebook: Notebook, today: date) -> None:
    marta = add(notebook, today, CHEF, OWNER)
    (line,) = notebook.people_list.lines([marta], today)
    assert line.second_line == "Hotel Lindqvist · Owner"
    notebook.people.save(marta, replace(notebook.people.draft(marta), roles=(CHEF,)), today)
    (line,) = notebook.people_list.lines([marta], today)
    assert line.second_line == ""


def test_a_role_that_was_changed_stays_the_same_row(
    notebook: Notebook, notebook_path: Path, today: date
) -> None:
    marta = add(notebook, today, CHEF, OWNER)
    rows = rows_in(notebook_path, "SELECT id, title FROM role ORDER BY position")
    changed = (replace(OWNER, title="Director"), CHEF)
    notebook.people.save(marta, replace(notebook.people.draft(marta), roles=changed), today)
    (chef, _), (owner, _) = rows
    assert rows_in(notebook_path, "SELECT id, title FROM role ORDER BY position") == [
        (owner, "Director"),
        (chef, "Chef"),
    ]


def test_dates_alone_are_no_role(notebook: Notebook, today: date) -> None:
    marta = add(notebook, today, RoleDraft(" ", "", PartialDate(2019)))
    assert notebook.people.draft(marta).roles == ()


def test_somebody_is_found_by_where_they_were(notebook: Notebook, today: date) -> None:
    marta = add(notebook, today, CHEF, OWNER)
    assert [line.id for line in notebook.people_list.search("old inn", today)] == [marta]


@pytest.mark.parametrize(
    ("until", "over"),
    [
        (None, False),
        (PartialDate(2026), True),
        (PartialDate(2027), False),
        (PartialDate(2026, 11), True),
        (PartialDate(2026, 12), False),
        (PartialDate(2026, 11, 22), True),
        (PartialDate(2026, 11, 23), False),
    ],
)
def test_a_role_is_over_when_its_end_has_come(
    notebook: Notebook, today: date, until: PartialDate | None, *, over: bool
) -> None:
    assert is_past(until, today) is over
    marta = add(notebook, today, RoleDraft("Chef", "Old Inn", None, until))
    (role,) = notebook.cards.card(marta, today).roles
    assert role.is_past is over
    (line,) = notebook.people_list.lines([marta], today)
    assert (line.second_line == "") is over


def test_spans_read_as_one_says_them() -> None:
    assert span_words(PartialDate(2019), PartialDate(2023, 4)) == "2019 to April 2023"
    assert span_words(None, PartialDate(2023)) == "until 2023"
    assert span_words(PartialDate(2019, 5, 2), None) == "since 2 May 2019"
    assert span_words(None, None) == ""
    assert coming_words(PartialDate(2027, 3), None) == "from March 2027"
    assert coming_words(PartialDate(2027), PartialDate(2028)) == "2027 to 2028"


def test_another_employer_ends_one_role_and_begins_the_next(
    notebook: Notebook, today: date
) -> None:
    marta = add(notebook, today, OWNER, BOARD)
    owner = notebook.cards.card(marta, today).roles[0].id
    changes = notebook.role_changes.change_employer(marta, owner, at("Inn", "Cook")[0], today)
    assert changes.label == "Marta Lindqvist is now: Cook, Inn"
    day = PartialDate(2026, 11, 22)
    assert notebook.people.draft(marta).roles == (
        RoleDraft("Cook", "Inn", day),
        replace(OWNER, until_on=day),
        BOARD,
    )
    notebook.upkeep.undo()
    assert notebook.people.draft(marta).roles == (OWNER, BOARD)


def test_another_employer_from_a_later_day_is_one_of_then(notebook: Notebook, today: date) -> None:
    marta = add(notebook, today, OWNER)
    owner = notebook.cards.card(marta, today).roles[0].id
    march = PartialDate(2027, 3, 1)
    begun = RoleDraft("Cook", "Inn", march)
    changes = notebook.role_changes.change_employer(marta, owner, begun, today)
    assert changes.label == "Marta Lindqvist will be: Cook, Inn"

    def seen(on: date) -> tuple[str, str, list[list[str]], list[list[str]]]:
        card, (line,) = notebook.cards.card(marta, on), notebook.people_list.lines([marta], on)
        roles = (card.present_roles, card.coming_roles, card.past_roles)
        lines = notebook.organisations.window(0, 5, on)
        pages = [notebook.organisations.page(each.id, on, 5) for each in lines]
        there = [[each.name for each in page.people] for page in pages]
        coming = [[each.title for each in page.coming] for page in pages]
        assert [each.people for each in lines] == [len(each) for each in there]
        assert sum(map(len, roles)) == 2
        return card.organisation, line.second_line, there, coming

    # Hotel Lindqvist stands before Inn
    name = "Marta Lindqvist"
    hotel = "Hotel Lindqvist"
    assert seen(today) == (hotel, f"{hotel} · Owner", [[name], []], [[], ["Cook"]])
    assert seen(date(2027, 3, 1)) == ("Inn", "Inn · Cook", [[], [name]], [[], []])


def test_nothing_ends_before_it_begins(notebook: Notebook, today: date) -> None:
    owner = RoleDraft("Owner", "Hotel A", PartialDate(2024, 5), PartialDate(2024))
    marta = notebook.people.save(None, PersonDraft("Marta", roles=(owner,)), today).new_id
    (row,) = notebook.cards.card(marta, today).roles
    wrong = replace(owner, until_on=PartialDate(2024, 4, 30))
    with pytest.raises(Refused, match="“Owner, Hotel A” would end before it begins"):
        notebook.people.save(marta, PersonDraft("Marta", roles=(wrong,)), today)
    begun = RoleDraft("Chef", "Hotel B", PartialDate(2020))
    with pytest.raises(Refused, match="would end before"):
        notebook.role_changes.change_employer(marta, row.id, begun, today)
    assert notebook.cards.card(marta, today).roles == (row,)


def test_a_new_role_needs_words(notebook: Notebook, today: date) -> None:
    marta = add(notebook, today, OWNER)
    with pytest.raises(Refused):
        notebook.role_changes.change_employer(marta, None, RoleDraft(" "), today)
    assert notebook.people.draft(marta).roles == (OWNER,)


def test_who_is_there_already_is_not_added_again(notebook: Notebook, today: date) -> None:
    marta = add(notebook, today, BOARD)
    library = notebook.organisations.named("city")[0].id
    with pytest.raises(Refused, match="Marta Lindqvist is there already"):
        notebook.role_changes.add_person(library, marta, "Board", today)
    notebook.role_changes.add_person(library, marta, "Donor", today)
    assert notebook.people.draft(marta).roles == (BOARD, RoleDraft("Donor", "City Library"))


def test_an_organisation_is_one_however_its_name_is_typed(
    notebook: Notebook, notebook_path: Path, today: date
) -> None:
    add(notebook, today, OWNER)
    for name in ("hotel lindqvist", "Hotel  Lindqvist ", "HÔTEL LINDQVIST"):
        add(notebook, today, RoleDraft("Guest", name))
    add(notebook, today, RoleDraft("Guest", "Hotel Lindqvist Annex"))
    names = "SELECT name FROM organisation ORDER BY name"
    assert rows_in(notebook_path, names) == [("Hotel Lindqvist",), ("Hotel Lindqvist Annex",)]
    (hotel, _) = notebook.organisations.window(0, 5, today)
    assert hotel.people == 4


def test_of_two_that_are_spelt_alike_the_one_spelt_just_so_is_meant(
    notebook: Notebook, notebook_path: Path, today: date
) -> None:
    first = add(notebook, today, RoleDraft("Guest", "ACME"))
    with notebook.file.change("As earlier versions did"):
        notebook.file.database.execute_sql(
            "INSERT INTO organisation(id, created_at, changed_at, name, sort_key, note)"
            " SELECT id + 1, created_at, changed_at, 'Acme', sort_key, '' FROM organisation"
        )
    second = add(notebook, today, RoleDraft("Guest", "Acme"))
    whose = "SELECT r.person_id FROM role r JOIN organisation o ON o.id = r.organisation_id WHERE o.name = "
    assert rows_in(notebook_path, f"{whose}'ACME'") == [(first,)]
    assert rows_in(notebook_path, f"{whose}'Acme'") == [(second,)]
