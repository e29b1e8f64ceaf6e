"""The people around a person: names and links, seen from both cards, and made into cards."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from notebook.domain.partial_date import PartialDate
from notebook.domain.relations import Relation, inverse
from notebook.domain.reminders import Source
from notebook.errors import Refused
from notebook.services.brief_page import BriefPart
from notebook.services.notebook import Notebook
from notebook.services.related import RelatedDraft, RelatedLine
from notebook.services.related_words import age_words

BORN = PartialDate(2017, 11, 25)
NORA = RelatedDraft(Relation.CHILD, "Nora", BORN)


@pytest.fixture
def marta(notebook: Notebook, today: date) -> int:
    return notebook.people.add("Marta Lindqvist", today).new_id


@pytest.fixture
def ben(notebook: Notebook, today: date) -> int:
    return notebook.people.add("Ben Okafor", today).new_id


def around(notebook: Notebook, person_id: int) -> tuple[RelatedLine, ...]:
    return notebook.cards.card(person_id, date(2026, 11, 22)).related


def seen(notebook: Notebook, person_id: int) -> list[tuple[str, str]]:
    return [(line.name, line.words("Marta")) for line in around(notebook, person_id)]


def birthdays(notebook: Notebook, today: date) -> list[str]:
    lines = notebook.reminders.due(today).lines
    return [line.what for line in lines if line.source is Source.BIRTHDAY]


def test_a_name_is_kept_found_changed_and_removed(
    notebook: Notebook, marta: int, today: date, notebook_path: Path
) -> None:
    added = notebook.related.add(marta, NORA)
    assert added.label == "Added Nora to the people around Marta Lindqvist"
    assert [line.id for line in notebook.people_list.search("nora", today)] == [marta]
    notebook.file.close()
    again = Notebook.open(notebook_path)
    (line,) = around(again, marta)
    assert (line.name, line.relation, line.birthday, line.other_id) == (
        "Nora", Relation.CHILD, BORN, None,
    )  # fmt: skip
    goddaughter = RelatedDraft(Relation.OTHER, "Nora L.", own_word=" godchild ")
    again.related.change(marta, line.id, goddaughter)
    assert seen(again, marta) == [("Nora L.", "godchild")]
    assert around(again, marta)[0].birthday is None
    again.related.remove(marta, line.id)
    assert seen(again, marta) == []
    assert again.people_list.search("nora", today) == []
    again.upkeep.undo()
    again.upkeep.undo()
    assert around(again, marta) == (line,)
    assert [found.id for found in again.people_list.search("nora", today)] == [marta]
    again.upkeep.check()
    again.file.close()


@pytest.mark.parametrize("relation", [each for each in Relation if each is not Relation.OTHER])
def test_a_link_shows_its_inverse_on_the_other_card(
    notebook: Notebook, marta: int, ben: int, relation: Relation
) -> None:
    notebook.related.add(marta, RelatedDraft(relation, other_id=ben))
    (there,) = around(notebook, ben)
    assert (there.name, there.relation, there.is_inverse) == (
        "Marta Lindqvist", inverse(relation), True,
    )  # fmt: skip
    assert inverse(inverse(relation)) is relation
    with pytest.raises(Refused):
        notebook.related.add(ben, RelatedDraft(inverse(relation), other_id=marta))


def test_an_own_word_says_on_the_other_card_whose_it_is(
    notebook: Notebook, marta: int, ben: int
) -> None:
    notebook.related.add(marta, RelatedDraft(Relation.OTHER, other_id=ben, own_word="godchild"))
    assert [line.words("Ben") for line in around(notebook, ben)] == ["has Ben as godchild"]
    (line,) = around(notebook, ben)
    notebook.related.change(ben, line.id, RelatedDraft(Relation.FRIEND, other_id=marta))
    assert seen(notebook, marta) == [("Ben Okafor", "friend")]


def test_several_links_and_the_trash(notebook: Notebook, marta: int, ben: int) -> None:
    notebook.related.add(marta, RelatedDraft(Relation.SIBLING, other_id=ben))
    notebook.related.add(marta, RelatedDraft(Relation.ASSISTANT, other_id=ben))
    assert seen(notebook, ben) == [("Marta Lindqvist", "sibling"), ("Marta Lindqvist", "manager")]
    notebook.people.trash(ben)
    assert seen(notebook, marta) == []
    notebook.upkeep.restore("person", ben)
    assert len(seen(notebook, marta)) == 2


@pytest.mark.parametrize(
    "draft",
    [RelatedDraft(Relation.CHILD, "  "), RelatedDraft(Relation.OTHER, "Nora")],
)
def test_what_says_nothing_is_refused(notebook: Notebook, marta: int, draft: RelatedDraft) -> None:
    with pytest.raises(Refused):
        notebook.related.add(marta, draft)
    with pytest.raises(Refused):
        notebook.related.add(marta, replace(NORA, other_id=marta))


def test_a_name_becomes_a_card_in_one_change(notebook: Notebook, marta: int, today: date) -> None:
    related = notebook.related.add(marta, NORA).new_id
    before = around(notebook, marta)
    nora = notebook.related.promote(related, today).new_id
    (line,) = around(notebook, marta)
    assert (line.name, line.birthday, line.other_id) == ("Nora", BORN, nora)
    assert notebook.cards.card(nora, today).birthday == BORN
    assert seen(notebook, nora) == [("Marta Lindqvist", "parent")]
    with pytest.raises(Refused):
        notebook.related.promote(related, today)
    notebook.upkeep.undo()
    assert around(notebook, marta) == before
    assert notebook.people_list.count() == 1
    notebook.upkeep.redo()
    assert seen(notebook, nora) == [("Marta Lindqvist", "parent")]


def test_a_name_is_linked_to_a_card_that_is_there(
    notebook: Notebook, marta: int, ben: int, today: date
) -> None:
    related = notebook.related.add(marta, replace(NORA, name="Ben")).new_id
    notebook.related.change(marta, related, RelatedDraft(Relation.CHILD, other_id=ben))
    assert notebook.cards.card(ben, today).birthday == BORN
    assert seen(notebook, marta) == [("Ben Okafor", "child")]
    assert birthdays(notebook, today) == ["Wish Ben a happy birthday"]


def test_the_birthday_of_a_name_is_a_reminder(
    notebook: Notebook, marta: int, today: date, now: datetime
) -> None:
    del now
    related = notebook.related.add(marta, NORA).new_id
    (line,) = notebook.reminders.due(today).lines
    assert (line.what, line.why) == ("Nora’s birthday (child of Marta Lindqvist)", "Turns 9")
    assert (line.who, line.person_id) == ("Marta Lindqvist", marta)
    assert not line.contact_like
    notebook.reminders.done(line, today)
    assert birthdays(notebook, today) == []
    notebook.related.promote(related, today)
    assert birthdays(notebook, today) == []  # it was done, whichever card it stands on
    notebook.upkeep.undo()
    notebook.upkeep.undo()
    notebook.reminders.skip(line, today)
    assert birthdays(notebook, today) == []
    notebook.upkeep.undo()
    assert birthdays(notebook, today) == ["Nora’s birthday (child of Marta Lindqvist)"]
    notebook.people.trash(marta)
    assert birthdays(notebook, today) == []


def test_the_brief_names_the_family(notebook: Notebook, marta: int, today: date) -> None:
    notebook.related.add(marta, NORA)
    notebook.related.add(marta, RelatedDraft(Relation.PARTNER, "Jonas"))
    notebook.related.add(marta, RelatedDraft(Relation.FRIEND, "Pia"))
    start = next(
        part for part in notebook.briefs.brief(marta, today).left if part.part is BriefPart.START
    )
    assert [line.text for line in start.lines[:2]] == [
        "Nora: Turns 9",
        "Family: Nora (child, 8), Jonas (spouse or partner)",
    ]


@pytest.mark.parametrize(
    ("birthday", "words"),
    [
        (None, ""),
        (BORN, "8, turns 9 on 25 November"),
        (PartialDate(None, 3, 12), "birthday 12 March"),
        (PartialDate(2016), "about 10"),
        (PartialDate(2030, 3, 1), "birthday 1 March"),
    ],
)
def test_ages_in_words(birthday: PartialDate | None, words: str, today: date) -> None:
    assert age_words(birthday, today) == words


def test_birthdays_are_found_by_their_index(notebook: Notebook) -> None:
    from notebook.services.reminders.birthdays import _OPEN

    plan = notebook.file.database.execute_sql(f"EXPLAIN QUERY PLAN {_OPEN}", ("[]", "[]"))
    steps = [row[-1] for row in plan.fetchall()]
    assert any("related_person_by_birthday" in step for step in steps)
    assert any("person_by_birthday" in step and "related" not in step for step in steps)
    assert not any(step.startswith(("SCAN b", "SCAN p")) for step in steps)


def test_the_history_tells_it_and_erasing_leaves_nothing(
    notebook: Notebook, marta: int, ben: int, today: date
) -> None:
    notebook.related.add(marta, NORA)
    related = notebook.related.add(marta, RelatedDraft(Relation.SIBLING, "Ben")).new_id
    notebook.related.change(marta, related, RelatedDraft(Relation.SIBLING, other_id=ben))
    notebook.photos.keep(marta, b"a picture")
    told = [
        sentence
        for entry in notebook.histories.of(marta, today).entries
        for sentence in entry.sentences
    ]
    assert "Somebody around added: Nora" in told
    assert "Photo added" in told
    notebook.erasing.erase(ben)
    assert seen(notebook, marta) == [("Nora", "child")]
    notebook.erasing.erase(marta)
    for table in ("related_person", "person_photo", "journal"):
        rows = notebook.file.database.execute_sql(f"SELECT * FROM {table}").fetchall()
        assert "Nora" not in str(rows)
        assert table == "journal" or not rows
    notebook.upkeep.check()
