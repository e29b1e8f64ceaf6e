"""One of us goes: nobody is left with somebody who is not there."""

from dataclasses import replace
from datetime import date

import pytest

from notebook.domain.people_filters import Missing, PeopleFilter
from notebook.errors import Refused
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.people_list import PeopleOrder
from notebook.storage.care_tables import Concern
from notebook.storage.tables import Person

NOBODY = PeopleFilter(missing=(Missing.OWNER,))


def add(notebook: Notebook, today: date, name: str, **fields: object) -> int:
    draft = replace(PersonDraft(name), **fields)  # type: ignore[arg-type]
    return notebook.people.save(None, draft, today).new_id


@pytest.fixture
def team(notebook: Notebook, today: date) -> tuple[int, int, int]:
    """Return Tom, who looks after Marta and her concern, Ines, who covers her, and Marta."""
    tom = add(notebook, today, "Tom Arden", is_team=True)
    ines = add(notebook, today, "Ines Castro", is_team=True)
    marta = add(notebook, today, "Marta Lindqvist", looked_after_by=tom, covered_by=ines)
    with notebook.file.change("Concern"):
        Concern.create(person=marta, text="Late", opened_on=today, owner=tom)
    return tom, ines, marta


def unattended(notebook: Notebook, today: date) -> list[str]:
    """Return whom the filter finds, which are as many as the page of the team counts."""
    ids = list(notebook.people_list.matching(NOBODY, PeopleOrder.NAME, today))
    assert notebook.team.page(today).unattended == len(ids)
    return [line.name for line in notebook.people_list.lines(ids, today)]


def unmark(notebook: Notebook, today: date, person_id: int) -> None:
    draft = replace(notebook.people.draft(person_id), is_team=False)
    notebook.people.save(person_id, draft, today)


@pytest.mark.parametrize("way", ["trash", "several", "unmark"])
def test_whoever_goes_leaves_people_without_an_owner(
    notebook: Notebook, today: date, team: tuple[int, int, int], way: str
) -> None:
    tom, ines, marta = team
    if way == "trash":
        notebook.people.trash(tom)
    elif way == "several":
        notebook.several_people.trash([tom])
    else:
        unmark(notebook, today, tom)
    card = notebook.cards.card(marta, today)
    assert (card.looked_after_by, card.covered_by) == ("", "Ines Castro")
    assert notebook.people.draft(marta).looked_after_by is None
    assert "Marta Lindqvist" in unattended(notebook, today)
    notebook.upkeep.undo()
    assert notebook.cards.card(marta, today).looked_after_by == "Tom Arden"
    assert unattended(notebook, today) == []
    assert ines


def test_who_takes_over_is_asked_and_handed_to_in_one_change(
    notebook: Notebook, today: date, team: tuple[int, int, int]
) -> None:
    tom, _, marta = team
    leaving = notebook.leaving_team.leaving([tom, marta])
    assert leaving is not None
    assert [each.name for each in leaving.members] == ["Tom Arden"]
    assert [each.name for each in leaving.successors] == ["Ines Castro"]
    assert (leaving.what.looked_after, leaving.what.concerns) == (1, 1)
    changes = notebook.leaving_team.hand_over_and(
        leaving, leaving.successors[0], today, lambda: notebook.people.trash(tom)
    )
    assert changes.label == "Tom Arden left the team, Ines Castro took over"
    card = notebook.cards.card(marta, today)
    assert (card.looked_after_by, card.covered_by) == ("Ines Castro", "")
    assert Person.get_by_id(tom).deleted_at is not None
    notebook.upkeep.undo()
    card = notebook.cards.card(marta, today)
    assert (card.looked_after_by, card.covered_by) == ("Tom Arden", "Ines Castro")
    assert Person.get_by_id(tom).deleted_at is None


def test_several_who_go_are_asked_about_together(
    notebook: Notebook, today: date, team: tuple[int, int, int]
) -> None:
    tom, ines, _ = team
    una = add(notebook, today, "Una Berg", is_team=True)
    leaving = notebook.leaving_team.leaving([tom, ines])
    assert leaving is not None
    assert (leaving.what.looked_after, leaving.what.covered) == (1, 1)
    assert [each.id for each in leaving.successors] == [una]
    changes = notebook.leaving_team.hand_over_and(
        leaving, leaving.successors[0], today, lambda: notebook.several_people.trash([tom, ines])
    )
    assert changes.label == "2 of the team left, Una Berg took over"


def test_nothing_is_changed_when_going_is_refused(
    notebook: Notebook, today: date, team: tuple[int, int, int]
) -> None:
    tom, _, marta = team
    leaving = notebook.leaving_team.leaving([tom])
    assert leaving is not None
    draft = replace(notebook.people.draft(tom), name=" ", is_team=False)
    with pytest.raises(Refused, match="needs a name"):
        notebook.leaving_team.hand_over_and(
            leaving,
            leaving.successors[0],
            today,
            lambda: notebook.people.save(tom, draft, today),
        )
    assert notebook.cards.card(marta, today).looked_after_by == "Tom Arden"


def test_nobody_is_asked_where_nothing_is_left_behind(
    notebook: Notebook, today: date, team: tuple[int, int, int]
) -> None:
    una = add(notebook, today, "Una Berg", is_team=True)
    assert notebook.leaving_team.leaving([una, team[2]]) is None
    assert notebook.leaving_team.leaving([]) is None
