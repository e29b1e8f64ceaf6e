"""Needs, as they are written down and as a card shows them."""

from datetime import date, timedelta

import pytest

from notebook.domain.needs import NeedState
from notebook.errors import Refused
from notebook.services.needs import NeedDraft, NeedLine
from notebook.services.notebook import Notebook
from notebook.storage.file import NotebookFile
from tests.services.project_samples import add_person


def needs_of(notebook: Notebook, person_id: int, today: date) -> tuple[NeedLine, ...]:
    return notebook.cards.card(person_id, today).needs


def test_a_need_is_kept_in_their_words_with_its_day(notebook: Notebook, today: date) -> None:
    marta = add_person(notebook, "Marta Lindqvist")
    told_on = today - timedelta(days=19)
    made = notebook.needs.add(marta, NeedDraft("  Guests should\nlook up. ", told_on), today)
    assert made.label == "Need: Guests should look up."
    (need,) = needs_of(notebook, marta, today)
    assert need == NeedLine(made.new_id, "Guests should\nlook up.", NeedState.OPEN, told_on)
    path = notebook.file.path
    notebook.close()
    again = Notebook(NotebookFile(path))
    assert needs_of(again, marta, today) == (need,)
    again.close()


def test_what_became_of_a_need_is_said_and_taken_back(notebook: Notebook, today: date) -> None:
    marta = add_person(notebook, "Marta Lindqvist")
    met = notebook.needs.add(marta, NeedDraft("A wall", today), today).new_id
    other = notebook.needs.add(marta, NeedDraft("A door", today - timedelta(1)), today).new_id
    assert notebook.needs.set_state(met, NeedState.MET).label == "Met: A wall"
    assert [need.id for need in needs_of(notebook, marta, today)] == [other, met]
    notebook.upkeep.undo()
    assert [need.state for need in needs_of(notebook, marta, today)] == [NeedState.OPEN] * 2
    notebook.needs.change(other, NeedDraft("Two doors", today, NeedState.BEING_MET), today)
    assert notebook.needs.draft(other).text == "Two doors"


def test_the_trash_keeps_a_need_and_gives_it_back(notebook: Notebook, today: date) -> None:
    marta = add_person(notebook, "Marta Lindqvist")
    need = notebook.needs.add(marta, NeedDraft("A wall", today), today).new_id
    notebook.needs.trash(need)
    assert needs_of(notebook, marta, today) == ()
    with pytest.raises(Refused, match="no longer in the notebook"):
        notebook.needs.set_state(need, NeedState.MET)
    assert [(line.kind, line.title) for line in notebook.upkeep.trash()] == [("need", "A wall")]
    notebook.upkeep.restore("need", need)
    assert len(needs_of(notebook, marta, today)) == 1


def test_what_cannot_be_a_need_is_refused(notebook: Notebook, today: date) -> None:
    marta = add_person(notebook, "Marta Lindqvist")
    with pytest.raises(Refused, match="Write down"):
        notebook.needs.add(marta, NeedDraft(" \n", today), today)
    with pytest.raises(Refused, match="still to come"):
        notebook.needs.add(marta, NeedDraft("A wall", today + timedelta(1)), today)
    with pytest.raises(Refused, match="person"):
        notebook.needs.add(7, NeedDraft("A wall", today), today)
    assert needs_of(notebook, marta, today) == ()
