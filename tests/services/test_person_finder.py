"""Whom a typed name means."""

from dataclasses import replace
from datetime import date

import pytest

from notebook.errors import Refused
from notebook.services.notebook import Notebook
from notebook.services.person_finder import find_person
from notebook.services.roles import at

NAMES = ("Marta Lindqvist", "Márta Kovács", "Ana", "ana pereira", "ANA PEREIRA", "!?", "Ånd & <b>")


@pytest.fixture
def ids(notebook: Notebook, today: date) -> dict[str, int]:
    return {name: notebook.people.add(name, today).new_id for name in NAMES}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Marta Lindqvist", "Marta Lindqvist"),
        ("marta  LINDQVIST", "Marta Lindqvist"),
        ("marta k", "Márta Kovács"),
        ("kovacs", "Márta Kovács"),
        ("lind mar", "Marta Lindqvist"),
        ("Ana", "Ana"),
        ("ana", "Ana"),
        ("ANA PEREIRA", "ANA PEREIRA"),
        ("!?", "!?"),
        ("and & <b>", "Ånd & <b>"),
    ],
)
def test_the_nearest_reading_wins(
    notebook: Notebook, ids: dict[str, int], today: date, typed: str, meant: str
) -> None:
    assert find_person(notebook.people_list, typed, today) == ids[meant]


def test_an_id_will_do(notebook: Notebook, ids: dict[str, int], today: date) -> None:
    assert find_person(notebook.people_list, str(ids["Ana"]), today) == ids["Ana"]


def test_several_are_named(notebook: Notebook, ids: dict[str, int], today: date) -> None:
    draft = notebook.people.draft(ids["Marta Lindqvist"])
    notebook.people.save(ids["Marta Lindqvist"], replace(draft, roles=at("Hotel Lindqvist")), today)
    with pytest.raises(Refused) as refused:
        find_person(notebook.people_list, "mart", today)
    assert "Márta Kovács, Marta Lindqvist (Hotel Lindqvist)" in str(refused.value)


@pytest.mark.usefixtures("ids")
@pytest.mark.parametrize("typed", ["Zoe", "", " ", "99"])
def test_nobody_is_said_so(notebook: Notebook, today: date, typed: str) -> None:
    with pytest.raises(Refused, match=r"^Nobody in the notebook is called"):
        find_person(notebook.people_list, typed, today)
