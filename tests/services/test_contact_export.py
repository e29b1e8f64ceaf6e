"""People as a contact file, and the way back into an empty notebook."""

from datetime import date
from pathlib import Path
from shutil import copy

import pytest

from notebook.domain.own_fields import FieldKind
from notebook.domain.partial_date import PartialDate
from notebook.domain.relations import Relation
from notebook.errors import Refused
from notebook.formats.vcard import read
from notebook.formats.vcard_around import RelatedName, photo_of, related_of
from notebook.services.card_parts import ADDRESS, EMAIL, PHONE, DetailDraft
from notebook.services.notebook import Notebook
from notebook.services.own_values import OwnValueDraft, values_of_people
from notebook.services.people import PersonDraft
from notebook.services.related import RelatedDraft
from notebook.services.roles import RoleDraft, at

KEPT = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:abc-1\r\nFN:Ben Ode\r\nTEL:+44 7700 900999\r\n"
    "X-SPOUSE:Ada\r\nCATEGORIES:Friends\r\nEND:VCARD\r\n"
)


def test_who_is_around_somebody_and_a_photo_go_along_and_come_back(
    notebook: Notebook, template: Path, today: date, tmp_path: Path
) -> None:
    ana = notebook.people.add("Ana Pereira", today).new_id
    ben = notebook.people.add("Ben Ode", today).new_id
    gone = notebook.people.add("Cleo", today).new_id
    around = notebook.related
    around.add(ana, RelatedDraft(Relation.CHILD, name="Nora, the elder"))
    around.add(ana, RelatedDraft(Relation.FRIEND, other_id=ben))
    around.add(ana, RelatedDraft(Relation.FRIEND, other_id=gone))
    notebook.people.trash(gone)
    notebook.photos.keep(ana, b"\xff\xd8 a picture")
    (text,) = notebook.contact_export.cards([ana], today)
    (card,) = read(text.encode()).cards
    assert related_of(card.unknown) == (
        RelatedName("Nora, the elder", Relation.CHILD),
        RelatedName("Ben Ode", Relation.FRIEND),
    )
    assert photo_of(card.unknown) == b"\xff\xd8 a picture"


def test_what_is_written_comes_back_into_an_empty_notebook(
    notebook: Notebook, template: Path, today: date, tmp_path: Path
) -> None:
    size = notebook.own_fields.add("Shoe size; EU", FieldKind.NUMBER).new_id
    hat = notebook.own_fields.add("Hat", FieldKind.CHOICE, ("Felt, grey", "Straw")).new_id
    since = notebook.own_fields.add("Since", FieldKind.DATE).new_id
    draft = PersonDraft(
        "Ana Pereira",
        given_name="Ana",
        family_name="Pereira",
        roles=at("R&D; <b>", "Potter"),
        details=(
            DetailDraft(PHONE, "+44 7700 900123", "Workshop"),
            DetailDraft(EMAIL, "ana@example.com"),
            DetailDraft(ADDRESS, "1 Quay\nBristol"),
        ),
        birthday=PartialDate(None, 3, 12),
        note="Two\nlines, and a comma",
        own_values=(
            OwnValueDraft(size, "39,5"),
            OwnValueDraft(hat, "Felt, grey"),
            OwnValueDraft(since, "2019-05"),
        ),
    )
    notebook.people.save(None, draft, today)
    path = tmp_path / "everybody.vcf"
    assert notebook.contact_export.write_everybody(path, today) == 1
    assert not list(tmp_path.glob("*.part"))
    notebook.file.close()
    (tmp_path / "other").mkdir()
    other = Notebook.open(Path(copy(template, tmp_path / "other" / "notebook.db")))
    other.imports.bring_in(other.imports.preview([path]), today)
    (line,) = other.people_list.search("Ana", today)
    back = other.people.draft(line.id)
    assert back.details == draft.details
    assert (back.name, back.roles, back.birthday, back.note) == (
        draft.name, draft.roles, draft.birthday, draft.note,
    )  # fmt: skip
    assert values_of_people(other.file.database, [line.id])[line.id] == {
        "Shoe size; EU": "39,5",
        "Hat": "Felt, grey",
        "Since": "2019-05",
    }
    assert [(field.name, field.kind, field.choices) for field in other.own_fields.all()] == [
        ("Shoe size; EU", FieldKind.NUMBER, ()),
        ("Hat", FieldKind.CHOICE, ("Felt, grey", "Straw")),
        ("Since", FieldKind.DATE, ()),
    ]
    other.close()


def test_what_other_programs_had_put_on_a_card_goes_along(
    notebook: Notebook, today: date, tmp_path: Path
) -> None:
    path = tmp_path / "ben.vcf"
    path.write_text(KEPT, encoding="utf-8")
    notebook.imports.bring_in(notebook.imports.preview([path]), today)
    (line,) = notebook.people_list.search("Ben", today)
    (text,) = notebook.contact_export.cards([line.id], today)
    for kept in ("UID:abc-1", "X-SPOUSE:Ada", "CATEGORIES:Friends", "TEL:+44 7700 900999"):
        assert kept in text


def test_no_file_is_replaced_and_nothing_is_left_half_written(
    notebook: Notebook, today: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook.people.add("Ana", today)
    path = tmp_path / "there.vcf"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(Refused, match="already"):
        notebook.contact_export.write_everybody(path, today)
    assert path.read_text(encoding="utf-8") == "mine"

    def broken(_person_id: int) -> PersonDraft:
        raise Refused("gone meanwhile")

    monkeypatch.setattr(notebook.people, "draft", broken)
    with pytest.raises(Refused, match="gone meanwhile"):
        notebook.contact_export.write_everybody(tmp_path / "new.vcf", today)
    assert [each.name for each in tmp_path.glob("*.vcf*")] == ["there.vcf"]


def test_writing_can_be_ended_in_the_middle(
    notebook: Notebook, today: date, tmp_path: Path
) -> None:
    ids = [notebook.people.add(name, today).new_id for name in ("Ana", "Ben", "Cleo")]
    path = tmp_path / "some.vcf"
    path.write_text("what was there before", "utf-8")
    heard = []

    def stop(done: int, of: int) -> None:
        heard.append((done, of))
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        notebook.contact_export.write(ids, path, today, stop)
    assert heard == [(1, 3), (2, 3)]
    assert path.read_text("utf-8") == "what was there before"
    assert not list(tmp_path.glob("*.part"))


def test_a_role_to_come_is_not_written_as_one_of_now(notebook: Notebook, today: date) -> None:
    spring = PartialDate(2027, 3)
    roles = (RoleDraft("Cook", "Inn", spring), RoleDraft("Owner", "Hotel", None, spring))
    ana = notebook.people.save(None, PersonDraft("Ana", roles=roles), today).new_id

    def written(on: date) -> tuple[str, str]:
        (text,) = notebook.contact_export.cards([ana], on)
        (card,) = read(text.encode()).cards
        return card.title, card.organisation

    assert written(today) == ("Owner", "Hotel")
    assert written(date(2027, 3, 1)) == ("Cook", "Inn")
