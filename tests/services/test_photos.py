"""Photos of people: kept in the notebook, taken back and brought back with everything else."""

from datetime import date
from pathlib import Path

import pytest

from notebook.errors import Refused
from notebook.services.notebook import Notebook
from notebook.services.people_list import PeopleOrder
from notebook.services.photos import MOST_BYTES
from tests.services.test_query_budget import counted

ONE, OTHER = b"\xff\xd8\x00one", b"\xff\xd8\x00other"


@pytest.fixture
def ana(notebook: Notebook, today: date) -> int:
    return notebook.people.add("Ana Pereira", today).new_id


def stamps(notebook: Notebook, person_id: int, today: date) -> set[str]:
    (line,) = notebook.people_list.window(PeopleOrder.NAME, 0, 10, today)
    return {line.photo_at, notebook.cards.card(person_id, today).photo_at}


def test_a_photo_is_kept_changed_and_removed(
    notebook: Notebook, ana: int, today: date, notebook_path: Path
) -> None:
    assert stamps(notebook, ana, today) == {""}
    changes = notebook.photos.keep(ana, ONE)
    assert changes.label == "Changed the photo of Ana Pereira"
    assert changes.concern("person_photo")
    (first,) = stamps(notebook, ana, today)
    assert first
    notebook.file.close()
    again = Notebook.open(notebook_path)
    assert again.photos.picture(ana) == ONE
    again.photos.keep(ana, OTHER)
    assert stamps(again, ana, today) != {first}
    again.upkeep.undo()
    assert again.photos.picture(ana) == ONE
    assert stamps(again, ana, today) == {first}
    again.photos.remove(ana)
    assert (again.photos.picture(ana), stamps(again, ana, today)) == (b"", {""})
    again.upkeep.undo()
    assert again.photos.picture(ana) == ONE
    again.upkeep.redo()
    assert again.photos.picture(ana) == b""
    again.file.close()


def test_what_is_too_large_or_nothing_is_refused(notebook: Notebook, ana: int) -> None:
    for picture in (b"", b"x" * (MOST_BYTES + 1)):
        with pytest.raises(Refused):
            notebook.photos.keep(ana, picture)
    assert notebook.photos.picture(ana) == b""


def test_a_card_costs_no_more_with_a_photo_or_without(
    notebook: Notebook, ana: int, today: date
) -> None:
    with counted(notebook) as without:
        notebook.cards.card(ana, today)
    notebook.photos.keep(ana, ONE)
    with counted(notebook) as with_one:
        notebook.cards.card(ana, today)
    assert len(with_one) == len(without)
