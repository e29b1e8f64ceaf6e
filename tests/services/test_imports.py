"""Bringing people in: what is new, what is the same, and nothing that is lost on the way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notebook.domain.partial_date import PartialDate
from notebook.services.card_parts import DetailDraft
from notebook.services.imports import Preview, Report
from notebook.services.notebook import Notebook
from notebook.services.roles import RoleDraft
from notebook.storage.import_tables import ImportedCard
from notebook.storage.tables import ContactDetail, Organisation, Person, Role
from tests.formats.vcard_help import CORPUS

Files = Callable[..., list[Path]]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Return a function that writes each of its texts, a card for each list, into one file."""
    folder = tmp_path / "address books"
    folder.mkdir()

    def write(*cards: list[str], name: str = "contacts.vcf") -> list[Path]:
        path = folder / name
        path.write_text("".join(card(lines) for lines in cards), encoding="utf-8", newline="")
        return [path]

    return write


def card(lines: list[str]) -> str:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


def bring_in(notebook: Notebook, paths: list[Path], today: date) -> Report:
    return notebook.imports.bring_in(notebook.imports.preview(paths), today)[1]


def counts(preview: Preview) -> tuple[int, int, int, int]:
    return preview.found, preview.new, preview.same, len(preview.problems)


def person_named(notebook: Notebook, name: str) -> int:
    (found,) = (row.id for row in Person.select().where(Person.name == name))
    assert isinstance(found, int)
    return found


ANA = ["UID:ana-1", "FN:Ana Pereira", "EMAIL:ana@pereira.example", "TEL:+351 21 555 0101"]


def test_a_preview_writes_nothing(notebook: Notebook, files: Files) -> None:
    preview = notebook.imports.preview(files(ANA, ["FN:Ben Ode"]))
    assert counts(preview) == (2, 2, 0, 0)
    assert notebook.people_list.count() == 0
    assert notebook.upkeep.next_undo == ""
    assert notebook.upkeep.backups() == []


def test_a_card_becomes_a_person_with_all_it_says(
    notebook: Notebook, files: Files, today: date
) -> None:
    lines = [
        *ANA,
        "N:Pereira;Ana;;;",
        "NICKNAME:Aninhas",
        "ORG:Pereira Ceramics",
        "TITLE:Owner",
        "BDAY:--03-12",
        "NOTE:Met at the fair",
        "X-SHOE-SIZE:38",
    ]
    report = bring_in(notebook, files(lines), today)

    person_id = report.cards[0].person_id
    assert person_id is not None
    draft = notebook.people.draft(person_id)
    assert (draft.name, draft.given_name, draft.family_name) == ("Ana Pereira", "Ana", "Pereira")
    assert draft.nickname == "Aninhas"
    assert draft.role_on(today) == RoleDraft("Owner", "Pereira Ceramics")
    assert {(detail.kind, detail.value) for detail in draft.details} == {
        ("phone", "+351 21 555 0101"),
        ("email", "ana@pereira.example"),
    }
    assert (draft.birthday, draft.note) == (PartialDate(month=3, day=12), "Met at the fair")
    kept = ImportedCard.get()
    assert (kept.person_id, kept.uid, kept.source) == (person_id, "ana-1", "contacts.vcf")
    assert "X-SHOE-SIZE:38" in kept.text


def test_bringing_in_is_one_change_to_undo_and_redo(
    notebook: Notebook, files: Files, today: date
) -> None:
    tables = (Person, ContactDetail, Role, Organisation, ImportedCard)
    changes, _ = notebook.imports.bring_in(
        notebook.imports.preview(files([*ANA, "ORG:Pereira"], ["FN:Ben\0Ode"])), today
    )
    assert changes.label == "Brought in 2 people"
    assert changes.concern("person")
    before = [list(table.select().order_by(table.id).dicts()) for table in tables]

    assert notebook.upkeep.undo() is not None
    assert [table.select().count() for table in tables] == [0] * len(tables)
    assert notebook.people_list.search("ana", today) == []
    notebook.upkeep.check()
    notebook.upkeep.redo()
    assert [list(table.select().order_by(table.id).dicts()) for table in tables] == before
    assert [line.name for line in notebook.people_list.search("0101", today)] == ["Ana Pereira"]
    notebook.upkeep.check()


def test_a_backup_is_made_before_and_only_when_something_is_written(
    notebook: Notebook, files: Files, today: date
) -> None:
    bring_in(notebook, files(ANA), today)
    bring_in(notebook, files(ANA), today)
    (backup,) = notebook.upkeep.backups()
    assert backup.occasion == "before import"
    notebook.file.close()
    before = Notebook.open(backup.path)
    assert before.people_list.count() == 0
    before.file.close()


def test_the_same_file_brings_in_nobody_twice(
    notebook: Notebook, files: Files, today: date
) -> None:
    paths = files(ANA, ["FN:Ben Ode"], ["FN:Cleo Li", "TEL:555 0103"])
    assert counts(bring_in(notebook, paths, today)) == (3, 3, 0, 0)
    changes, again = notebook.imports.bring_in(notebook.imports.preview(paths), today)
    assert again.summary == "found 3, new 0, same 3, problems 0"
    assert (changes.ids, notebook.people_list.count()) == ({}, 3)
    assert ImportedCard.select().count() == 3


@pytest.mark.parametrize(
    ("known", "card", "standing"),
    [
        (ANA, ["FN:ANA PEREIRA", "EMAIL:Ana@Pereira.example"], "same"),
        (ANA, ["FN:Ana Pereira", "TEL:(021) 5550101"], "same"),
        (ANA, ["FN:Ana Pereira", "TEL:+351 21 555 0199"], "new"),
        (ANA, ["FN:Ana Costa", "EMAIL:ana@pereira.example"], "new"),
        (ANA, ["FN:Ana Pereira"], "same"),
        (["FN:Ana Pereira"], ANA, "same"),
        (["FN:José Ruiz"], ["FN:Jose Ruiz"], "same"),
        (["FN:Jo Ruiz", "ORG:Bakery"], ["FN:Jo Ruiz", "ORG:Garage"], "new"),
        (["FN:Jo Ruiz", "BDAY:1980-03-12"], ["FN:Jo Ruiz", "BDAY:1990-05-01"], "new"),
        (ANA, ["UID:ana-1", "FN:Ana Costa", "EMAIL:ana@costa.example"], "same"),
        (ANA, ["UID:ana-1", "FN:Ben Ode", "EMAIL:ben@ode.example"], "new"),
        (["FN:!!!"], ["FN:???"], "new"),
    ],
)
def test_who_is_the_same(
    notebook: Notebook,
    files: Files,
    today: date,
    known: list[str],
    card: list[str],
    standing: str,
) -> None:
    both = notebook.imports.preview(files(known, card))
    assert both.cards[1].standing == standing
    assert both.cards[1].same_as == (0 if standing == "same" else None)

    bring_in(notebook, files(known), today)
    (seen,) = notebook.imports.preview(files(card)).cards
    assert seen.standing == standing
    assert (seen.person_id is not None) == (standing == "same")


def test_somebody_in_the_trash_is_new_again(notebook: Notebook, files: Files, today: date) -> None:
    report = bring_in(notebook, files(ANA), today)
    assert report.cards[0].person_id
    notebook.people.trash(report.cards[0].person_id)
    assert notebook.imports.preview(files(ANA)).new == 1


def test_two_cards_of_one_person_become_one_with_both(
    notebook: Notebook, files: Files, today: date
) -> None:
    more = ["FN:Ana Pereira", "EMAIL:ana@pereira.example", "TEL:555 0199", "NOTE:Potter"]
    report = bring_in(notebook, files(ANA, more), today)
    assert counts(report) == (2, 1, 1, 0)
    assert report.cards[1].person_id == report.cards[0].person_id
    assert report.cards[1].sentence == (
        "The same person as in line 1 of contacts.vcf. Added: note, telephone."
    )
    draft = notebook.people.draft(person_named(notebook, "Ana Pereira"))
    assert [detail.value for detail in draft.details if detail.kind == "phone"] == [
        "+351 21 555 0101",
        "555 0199",
    ]
    assert ImportedCard.select().count() == 2


def test_only_what_is_empty_is_filled_on_a_known_card(
    notebook: Notebook, files: Files, today: date
) -> None:
    report = bring_in(notebook, files([*ANA, "NOTE:old"]), today)
    person_id = report.cards[0].person_id
    assert person_id is not None
    changed = [*ANA, "NOTE:new", "BDAY:1980-03-12", "ORG:Pereira Ceramics", "EMAIL:new@p.example"]

    again = bring_in(notebook, files(changed), today)
    draft = notebook.people.draft(person_id)
    assert (draft.note, draft.birthday) == ("old", PartialDate(1980, 3, 12))
    assert draft.role_on(today).organisation == "Pereira Ceramics"
    assert DetailDraft("email", "new@p.example") in draft.details
    assert again.cards[0].sentence == (
        "Already in the notebook as Ana Pereira. Added: organisation and role, birthday, e-mail."
    )
    texts = [kept.text for kept in ImportedCard.select().order_by(ImportedCard.id)]
    assert len(texts) == 2
    assert "NOTE:new" in texts[1]
    assert notebook.upkeep.next_undo == "Brought in more about 1 person"
    notebook.upkeep.undo()
    assert notebook.people.draft(person_id).birthday is None
    assert ImportedCard.select().count() == 1


def test_what_was_removed_by_hand_is_not_brought_again(
    notebook: Notebook, files: Files, today: date
) -> None:
    person_id = bring_in(notebook, files([*ANA, "NOTE:old"]), today).cards[0].person_id
    assert person_id is not None
    draft = notebook.people.draft(person_id)
    notebook.people.save(person_id, replace(draft, details=(), note=""), today)

    report = bring_in(notebook, files([*ANA, "NOTE:old", "X-COLOUR:blue"]), today)
    assert notebook.people.draft(person_id).details == ()
    assert notebook.people.draft(person_id).note == ""
    assert report.cards[0].sentence.endswith("Nothing to add; the card is kept.")


def test_what_is_no_card_is_reported_with_file_and_line(
    notebook: Notebook, files: Files, today: date, tmp_path: Path
) -> None:
    (good,) = files(ANA, ["X-NOTHING:1"])
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "empty.vcf").write_bytes(b"")
    paths = [good, tmp_path / "no.vcf", tmp_path, tmp_path / "picture.jpg", tmp_path / "empty.vcf"]
    report = bring_in(notebook, paths, today)
    assert report.summary == "found 2, new 1, same 0, problems 5"
    assert [str(problem) for problem in report.problems] == [
        f"{good}, line 8: This card names nobody: no name, no e-mail address, no telephone.",
        f"{tmp_path / 'no.vcf'}: There is no such file.",
        f"{tmp_path}: This is a folder, not a file.",
        f"{tmp_path / 'picture.jpg'}, line 1: This file holds no contact card.",
        f"{tmp_path / 'empty.vcf'}, line 1: This file holds no contact card.",
    ]


def test_who_was_trashed_since_the_preview_is_brought_in_anew(
    notebook: Notebook, files: Files, today: date
) -> None:
    bring_in(notebook, files(ANA), today)
    preview = notebook.imports.preview(files([*ANA, "NOTE:more"]))
    notebook.people.trash(person_named(notebook, "Ana Pereira"))
    _, report = notebook.imports.bring_in(preview, today)
    assert counts(report) == (1, 1, 0, 0)
    assert notebook.people_list.count() == 1


def test_reading_tells_how_far_it_is_and_can_be_stopped(notebook: Notebook, files: Files) -> None:
    paths = files(*([f"FN:Person {number}"] for number in range(120)))
    seen: list[tuple[int, int]] = []
    notebook.imports.preview(paths, lambda done, of: seen.append((done, of)))
    assert seen == [(50, 120), (100, 120)]

    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        notebook.imports.preview(paths, stop)


def test_every_card_of_every_file_is_accounted_for(notebook: Notebook, today: date) -> None:
    paths = sorted(CORPUS.rglob("*.vcf"))
    report = bring_in(notebook, paths, today)
    assert report.found == 145
    assert report.found == report.new + report.same + len(report.problems)
    assert notebook.people_list.count() == report.new
    assert all(card.person_id is not None for card in report.cards)
    kept = {(row.person_id, row.text) for row in ImportedCard.select()}
    assert {(card.person_id, card.found.card.text) for card in report.cards} == kept
    notebook.upkeep.check()
    notebook.upkeep.undo()
    assert notebook.people_list.count() == 0


CONTENTS = [path.read_bytes() for path in sorted(CORPUS.rglob("*.vcf"))]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    content=st.one_of(st.binary(max_size=200), st.sampled_from(CONTENTS)),
    at=st.integers(0, 5000),
    junk=st.one_of(st.binary(max_size=8), st.just(b"\xed\xa0\x80"), st.just(b"\0")),
)
def test_no_bytes_make_it_fail(
    notebook: Notebook, tmp_path: Path, today: date, content: bytes, at: int, junk: bytes
) -> None:
    path = tmp_path / "any.vcf"
    path.write_bytes(content[:at] + junk + content[at:])
    report = bring_in(notebook, [path], today)
    assert report.new + report.same == len(report.cards)
    if report.new:
        notebook.upkeep.undo()
    assert notebook.people_list.count() == 0
