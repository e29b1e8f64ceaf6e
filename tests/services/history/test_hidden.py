"""What is hidden on the card is hidden in the history, and one's own fields are called by name."""

from datetime import date
from pathlib import Path

import pytest

from notebook.domain.facts import FactGroup
from notebook.domain.own_fields import FieldKind
from notebook.services.card_parts import FactDraft
from notebook.services.notebook import Notebook
from notebook.services.own_values import OwnValueDraft
from notebook.services.people import PersonDraft


def told(notebook: Notebook, person_id: int, today: date) -> str:
    entries = notebook.histories.of(person_id, today).entries
    return "\n".join(line for each in entries for line in (each.label, *each.sentences))


@pytest.fixture
def ana(notebook: Notebook, today: date) -> int:
    notebook.preferences.keep_sensitive_group(FactGroup.HEALTH, "Stairs")
    facts = (FactDraft(FactGroup.HEALTH, "Asthma"), FactDraft(FactGroup.FOOD, "Tea"))
    return notebook.people.save(None, PersonDraft("Ana", facts=facts), today).new_id


def test_hidden_facts_are_not_told(
    notebook: Notebook, ana: int, today: date, tmp_path: Path
) -> None:
    fact = next(each for each in notebook.cards.card(ana, today).facts if each.text == "Asthma")
    assert fact.id is not None
    notebook.facts.confirm(fact.id, today)
    assert "Worth remembering added: Asthma" in told(notebook, ana, today)
    notebook.preferences.hide_sensitive_group(FactGroup.HEALTH)
    assert "Asthma" not in told(notebook, ana, today)
    assert "Worth remembering added: Tea" in told(notebook, ana, today)
    assert "Asthma" not in notebook.upkeep.next_undo
    exported = notebook.person_export.write(ana, tmp_path, today)
    assert "Asthma" in exported.page.read_text(encoding="utf-8")


def test_the_way_back_does_not_tell_them_either(notebook: Notebook, ana: int, today: date) -> None:
    first = notebook.histories.of(ana, today).entries[-1].change_id
    notebook.people.save(ana, PersonDraft("Ana", facts=()), today)
    assert any(
        "Asthma" in each for each in notebook.histories.way_back(ana, first, today).sentences
    )
    notebook.preferences.hide_sensitive_group(FactGroup.HEALTH)
    sentences = notebook.histories.way_back(ana, first, today).sentences
    assert any("Tea" in each for each in sentences)
    assert not any("Asthma" in each for each in sentences)


def test_own_fields_are_called_by_their_names(
    notebook: Notebook, today: date, tmp_path: Path
) -> None:
    size = notebook.own_fields.add("Shoe size", FieldKind.NUMBER).new_id

    def save(person_id: int | None, *values: str) -> int:
        drafts = tuple(OwnValueDraft(size, value) for value in values)
        return notebook.people.save(person_id, PersonDraft("Ana", own_values=drafts), today).new_id

    ana = save(None, "41")
    save(ana, "42")
    save(ana)
    lines = told(notebook, ana, today)
    for sentence in (
        "Shoe size added: 41",
        "Shoe size changed from 41 to 42",
        "Shoe size removed: 42",
    ):
        assert sentence in lines
    first = notebook.histories.of(ana, today).entries[-1].change_id
    notebook.histories.go_back(ana, first)
    (value,) = notebook.cards.card(ana, today).own_values
    assert (value.name, value.text) == ("Shoe size", "41")
    page = notebook.person_export.write(ana, tmp_path, today).page.read_text(encoding="utf-8")
    assert "<dd>Shoe size</dd>" in page
