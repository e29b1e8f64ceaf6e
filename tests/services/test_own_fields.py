"""Fields of the user's own: defined, filled, found, removed and brought back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from notebook.domain.own_fields import FieldKind
from notebook.errors import Refused
from notebook.services.card_rebase import rebased
from notebook.services.notebook import Notebook
from notebook.services.own_values import OwnValueDraft, value_words, values_of_people
from notebook.services.people import PersonDraft
from notebook.storage.field_tables import OwnValue

HOSTILE = "<b>R&D</b> %1"


@pytest.fixture
def size(notebook: Notebook) -> int:
    return notebook.own_fields.add("Shoe size", FieldKind.NUMBER).new_id


def save(notebook: Notebook, today: date, *values: tuple[int, str], name: str = "Marta") -> int:
    drafts = tuple(OwnValueDraft(field_id, text) for field_id, text in values)
    return notebook.people.save(None, PersonDraft(name, own_values=drafts), today).new_id


def names(notebook: Notebook) -> list[str]:
    return [field.name for field in notebook.own_fields.all()]


def test_fields_are_made_put_in_order_reworded_and_removed(notebook: Notebook, size: int) -> None:
    fields = notebook.own_fields
    hat = fields.add(HOSTILE, FieldKind.CHOICE, ["Felt", "", " Straw ", "Felt"]).new_id
    assert fields.all()[1].choices == ("Felt", "Straw")
    fields.move(hat, -1)
    fields.move(hat, -1)
    assert names(notebook) == [HOSTILE, "Shoe size"]
    fields.change(size, "Size of shoe")
    assert names(notebook) == [HOSTILE, "Size of shoe"]
    fields.remove(hat)
    assert names(notebook) == ["Size of shoe"]
    assert [(line.kind, line.title) for line in notebook.upkeep.trash()] == [("own_field", HOSTILE)]
    notebook.upkeep.undo()
    assert names(notebook) == [HOSTILE, "Size of shoe"]


@pytest.mark.parametrize(
    ("name", "kind", "choices", "sentence"),
    [
        (" ", FieldKind.TEXT, (), "Give the field a name"),
        ("shoe  SIZE", FieldKind.TEXT, (), "There is a field shoe SIZE already"),
        ("x" * 61, FieldKind.TEXT, (), "60 letters are the most"),
        ("Hat", FieldKind.CHOICE, ("Felt", " "), "at least two choices"),
    ],
)
def test_what_makes_no_field_is_refused(
    notebook: Notebook,
    size: int,
    name: str,
    kind: FieldKind,
    choices: tuple[str, ...],
    sentence: str,
) -> None:
    with pytest.raises(Refused, match=sentence):
        notebook.own_fields.add(name, kind, choices)
    assert [field.id for field in notebook.own_fields.all()] == [size]


def test_values_are_kept_as_typed_and_sorted_as_meant(
    notebook: Notebook, size: int, today: date
) -> None:
    for name, typed in (("Ana", "39,5"), ("Ben", "9"), ("Cem", " 41 ")):
        save(notebook, today, (size, typed), name=name)
    rows = OwnValue.select().order_by(OwnValue.sort_value)
    assert [row.text for row in rows] == ["9", "39,5", " 41 "]
    with pytest.raises(Refused, match="Shoe size: Write a number"):
        save(notebook, today, (size, "big"))


def test_a_card_shows_them_in_the_order_of_the_fields(
    notebook: Notebook, size: int, today: date
) -> None:
    since = notebook.own_fields.add("Customer since", FieldKind.DATE).new_id
    gift = notebook.own_fields.add("Takes gifts", FieldKind.YES_NO).new_id
    marta = save(notebook, today, (gift, "no"), (since, "2019-05"), (size, "41"))
    shown = notebook.cards.card(marta, today).own_values
    assert [(each.name, value_words(each.kind, each.text)) for each in shown] == [
        ("Shoe size", "41"),
        ("Customer since", "May 2019"),
        ("Takes gifts", "No"),
    ]
    database = notebook.file.database
    assert values_of_people(database, [marta]) == {
        marta: {"Shoe size": "41", "Customer since": "2019-05", "Takes gifts": "no"}
    }


def test_people_are_found_by_them_until_the_field_is_removed(
    notebook: Notebook, today: date
) -> None:
    wine = notebook.own_fields.add("Wine", FieldKind.TEXT).new_id
    marta = save(notebook, today, (wine, "Grüner Veltliner"))

    def found() -> list[int]:
        return [line.id for line in notebook.people_list.search("veltlin", today)]

    assert found() == [marta]
    lines = [line for group in notebook.search.search("veltlin", today) for line in group.lines]
    assert [line.second_line for line in lines] == ["Wine: Grüner Veltliner"]
    notebook.own_fields.remove(wine)
    assert found() == []
    assert values_of_people(notebook.file.database, [marta]) == {}
    assert notebook.cards.card(marta, today).own_values == ()
    notebook.people.save(marta, PersonDraft("Marta"), today)
    notebook.upkeep.restore("own_field", wine)
    assert found() == [marta]
    notebook.upkeep.check()


@pytest.mark.parametrize(
    ("kind", "stored", "typed", "reason"),
    [
        (FieldKind.DATE, "1980-03-05", "5 March 1980", "Thing: 5 March 1980"),
        (FieldKind.DATE, "--03-05", '"5 march"', "Thing: 5 March"),
        (FieldKind.DATE, "1980-03", "march 1980", "Thing: March 1980"),
        (FieldKind.DATE, "1980", "thing 1980", "Thing: 1980"),
        (FieldKind.DATE, "1980-03-05", "1980-03-05", "Thing: 5 March 1980"),
        (FieldKind.NUMBER, "1 234,5", "1234", ""),
        (FieldKind.NUMBER, "1 234,5", "1 234,5", "Thing: 1 234,5"),
        (FieldKind.NUMBER, "41", "thing 41", "Thing: 41"),
        (FieldKind.YES_NO, "yes", "thing", "Thing: Yes"),
        (FieldKind.YES_NO, "no", "thing", None),
        (FieldKind.TEXT, "Blue", "thing", "Thing: Blue"),
    ],
)
def test_what_is_shown_is_found(
    notebook: Notebook, today: date, kind: FieldKind, stored: str, typed: str, reason: str | None
) -> None:
    marta = save(notebook, today, (notebook.own_fields.add("Thing", kind).new_id, stored))
    lines = [line for group in notebook.search.search(typed, today) for line in group.lines]
    assert [line.second_line for line in lines] == ([] if reason is None else [reason])
    assert notebook.people_list.found(typed, today) == ([] if reason is None else [marta])


def test_the_new_name_of_a_field_finds_its_people(notebook: Notebook, today: date) -> None:
    food = notebook.own_fields.add("Vegetarian", FieldKind.YES_NO).new_id
    marta = save(notebook, today, (food, "yes"))
    notebook.own_fields.change(food, "Eats no meat")
    assert notebook.people_list.found("vegetarian", today) == []
    assert notebook.people_list.found("eats no meat", today) == [marta]
    notebook.upkeep.check()


def test_a_choice_that_is_no_longer_offered_stays(notebook: Notebook, today: date) -> None:
    size = notebook.own_fields.add("Size", FieldKind.CHOICE, ("Small", "Large")).new_id
    marta = save(notebook, today, (size, "Small"))
    notebook.own_fields.change(size, "Size", ("Medium", "Large"))
    kept = notebook.people.draft(marta)
    assert kept.own_values == (OwnValueDraft(size, "Small"),)
    notebook.people.save(marta, kept, today)
    assert notebook.people.draft(marta).own_values == kept.own_values


def test_both_sides_of_an_edited_card_keep_their_fields(notebook: Notebook, size: int) -> None:
    hat = notebook.own_fields.add("Hat", FieldKind.TEXT).new_id

    def card(**values: str) -> PersonDraft:
        ids = {"size": size, "hat": hat}
        return PersonDraft(
            "M", own_values=tuple(OwnValueDraft(ids[k], v) for k, v in values.items())
        )

    assert rebased(card(size="41"), card(size="42"), card(size="41", hat="Felt")) == card(
        size="42", hat="Felt"
    )
    assert rebased(card(size="41"), card(), card(size="41", hat="Felt")) == card(hat="Felt")


CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Pereira\r\nEMAIL:ana@example.com\r\n{fields}END:VCARD\r\n"
)


def bring(notebook: Notebook, path: Path, today: date, *fields: str) -> list[str]:
    lines = "".join(f"X-NOTEBOOK-FIELD;{field}\r\n" for field in fields)
    path.write_text(CARD.format(fields=lines), encoding="utf-8")
    _, report = notebook.imports.bring_in(notebook.imports.preview([path]), today)
    return [card.sentence for card in report.cards]


def values(notebook: Notebook, today: date) -> dict[str, str]:
    (line,) = notebook.people_list.search("Ana Pereira", today)
    return values_of_people(notebook.file.database, [line.id]).get(line.id, {})


def test_a_card_brings_its_fields_and_makes_those_that_lack(
    notebook: Notebook, size: int, today: date, tmp_path: Path
) -> None:
    path = tmp_path / "ana.vcf"
    told = bring(
        notebook, path, today,
        "X-NAME=SHOE SIZE:39",
        "X-NAME=Hat;X-KIND=choice;X-CHOICE=Felt,Straw:Straw",
        "X-NAME=Size;X-KIND=number:much",
        "X-NAME=Level;X-KIND=choice;X-CHOICE=Gold,Bronze:Silver",
    )  # fmt: skip
    assert values(notebook, today) == {"Shoe size": "39", "Hat": "Straw", "Level": "Silver"}
    assert told == ["Not taken, it does not suit the field: Size."]
    kinds = {field.name: field.kind for field in notebook.own_fields.all()}
    assert kinds["Hat"] is FieldKind.CHOICE
    choices = {field.name: field.choices for field in notebook.own_fields.all()}
    assert choices["Level"] == ("Gold", "Bronze", "Silver")
    notebook.upkeep.undo()
    assert names(notebook) == ["Shoe size"]


def test_of_somebody_known_only_empty_fields_are_filled(
    notebook: Notebook, size: int, today: date, tmp_path: Path
) -> None:
    path = tmp_path / "ana.vcf"
    bring(notebook, path, today, "X-NAME=Shoe size:39")
    told = bring(notebook, path, today, "X-NAME=Shoe size:40", "X-NAME=Hat:Straw")
    assert values(notebook, today) == {"Shoe size": "39", "Hat": "Straw"}
    assert told[0].endswith("Added: Hat.")


def test_what_the_user_took_away_is_not_brought_again(
    notebook: Notebook, size: int, today: date, tmp_path: Path
) -> None:
    path = tmp_path / "ana.vcf"
    bring(notebook, path, today, "X-NAME=Shoe size:39")
    (line,) = notebook.people_list.search("Ana Pereira", today)
    draft = notebook.people.draft(line.id)
    notebook.people.save(line.id, replace(draft, own_values=()), today)
    told = bring(notebook, path, today, "X-NAME=Shoe size:39", "X-NAME=Hat:Straw")
    assert values(notebook, today) == {"Hat": "Straw"}
    assert told[0].endswith("Added: Hat.")
