"""Offerings: written down, listed, retired, deleted."""

import pytest

from notebook.errors import Refused
from notebook.services.notebook import Notebook
from notebook.services.offerings import OfferingDraft


def add(notebook: Notebook, name: str, benefit: str = "Does good", tags: str = "") -> int:
    return notebook.offerings.save(None, OfferingDraft(name, benefit, tags=tags)).new_id


def names(notebook: Notebook, text: str = "") -> list[str]:
    lines = notebook.offerings.window(0, 50, text)
    assert notebook.offerings.count(text) == len(lines)
    for place, line in enumerate(lines):
        assert notebook.offerings.position(line.id, text) == place
    return [line.name for line in lines]


def test_they_stand_by_name_and_the_retired_ones_last(notebook: Notebook) -> None:
    mural, plan = add(notebook, "Mural"), add(notebook, "Yearly plan")
    add(notebook, "Äpfel")
    notebook.offerings.retire(mural)
    assert names(notebook) == ["Äpfel", "Yearly plan", "Mural"]
    notebook.offerings.offer_again(mural)
    assert names(notebook) == ["Äpfel", "Mural", "Yearly plan"]
    notebook.offerings.trash(plan)
    assert names(notebook) == ["Äpfel", "Mural"]
    notebook.upkeep.restore("offering", plan)
    assert names(notebook) == ["Äpfel", "Mural", "Yearly plan"]


def test_all_its_words_find_it(notebook: Notebook) -> None:
    draft = OfferingDraft("Plan", "Walls stay fresh", "Hotels", "lobby, guests", "In spring")
    plan = notebook.offerings.save(None, draft).new_id
    add(notebook, "Mural")
    for text in ("pla", "fresh", "hotel", "lob", "spring"):
        assert names(notebook, text) == ["Plan"]
    assert notebook.offerings.draft(plan) == draft
    notebook.offerings.save(plan, OfferingDraft("Plan", "Better"))
    assert names(notebook, "lobby") == []
    notebook.upkeep.undo()
    assert names(notebook, "lobby") == ["Plan"]


def test_the_good_that_it_does_comes_first(notebook: Notebook) -> None:
    with pytest.raises(Refused, match="What good"):
        notebook.offerings.save(None, OfferingDraft("Plan", " "))
    with pytest.raises(Refused, match="name"):
        notebook.offerings.save(None, OfferingDraft(" ", "Good"))
    assert names(notebook) == []
