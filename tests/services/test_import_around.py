"""What contact files bring besides: names around people and their photos, each once."""

from base64 import b64encode
from datetime import date
from pathlib import Path

from notebook.domain.relations import Relation
from notebook.services.notebook import Notebook
from notebook.services.people_list import PeopleOrder
from notebook.ui.pictures import as_photo, image_of, small_square
from tests.ui.test_pictures import noise

PICTURE = as_photo(noise(300, 300), 200_000)
PHOTO = f"PHOTO;ENCODING=b;TYPE=JPEG:{b64encode(PICTURE).decode('ascii')}"


def bring_in(notebook: Notebook, folder: Path, today: date, *lines: str) -> list[str]:
    path = folder / "contacts.vcf"
    text = "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", "UID:ana", "FN:Ana", *lines, "END:VCARD", ""])
    path.write_text(text, encoding="utf-8")
    preview = notebook.imports.preview([path])
    _, report = notebook.imports.bring_in(preview, today, small_square)
    return [card.sentence for card in report.cards]


def ana(notebook: Notebook, today: date) -> int:
    return notebook.people_list.window(PeopleOrder.NAME, 0, 1, today)[0].id


def around(notebook: Notebook, today: date) -> list[tuple[str, Relation, str]]:
    card = notebook.cards.card(ana(notebook, today), today)
    return [(line.name, line.relation, line.own_word) for line in card.related]


def test_somebody_new_comes_with_names_and_photo(
    notebook: Notebook, tmp_path: Path, today: date
) -> None:
    bring_in(notebook, tmp_path, today, "X-SPOUSE:Jonas", "X-ABRELATEDNAMES:Isaac", PHOTO)
    assert around(notebook, today) == [
        ("Jonas", Relation.PARTNER, ""),
        ("Isaac", Relation.OTHER, ""),
    ]
    assert notebook.people_list.search("jonas", today)[0].name == "Ana"
    assert image_of(notebook.photos.picture(ana(notebook, today))).width() == 256
    notebook.upkeep.undo()
    assert notebook.people_list.count() == 0
    notebook.upkeep.check()


def test_somebody_known_gets_what_is_new_and_nothing_twice(
    notebook: Notebook, tmp_path: Path, today: date
) -> None:
    bring_in(notebook, tmp_path, today, "X-SPOUSE:Jonas")
    person_id = ana(notebook, today)
    (line,) = notebook.cards.card(person_id, today).related
    notebook.related.remove(person_id, line.id)
    (said,) = bring_in(notebook, tmp_path, today, "X-SPOUSE:Jonas", "X-MANAGER:Pia", PHOTO)
    assert said.endswith("Added: people around them, photo.")
    assert around(notebook, today) == [("Pia", Relation.MANAGER, "")]
    own = notebook.photos.picture(person_id)
    notebook.photos.remove(person_id)
    (said,) = bring_in(notebook, tmp_path, today, "X-MANAGER:pia", "NOTE:more", PHOTO)
    assert said.endswith("Added: note.")
    assert own
    assert notebook.photos.picture(person_id) == b""


def test_a_photo_that_is_none_is_left_where_it_is(
    notebook: Notebook, tmp_path: Path, today: date
) -> None:
    bring_in(notebook, tmp_path, today, "PHOTO;ENCODING=b:AAAA")
    assert notebook.photos.picture(ana(notebook, today)) == b""
