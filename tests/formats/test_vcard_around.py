"""Names around somebody and photos in contact files: read from what programs write, and written."""

from base64 import b64encode

import pytest

from notebook.domain.relations import Relation
from notebook.formats.vcard import Card, read, write
from notebook.formats.vcard_around import (
    RelatedName,
    photo_of,
    related_of,
    with_photo,
    with_related,
)

JPEG = b"\xff\xd8\xff\xe0 a picture \xff\xd9"
TEXT = b64encode(JPEG).decode("ascii")


def card(*lines: str, version: str = "3.0") -> Card:
    text = "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", "FN:Ana", *lines, "END:VCARD", ""])
    (found,) = read(text.encode()).cards
    return found


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["X-SPOUSE:Jonas"], RelatedName("Jonas", Relation.PARTNER)),
        (["X-MS-ASSISTANT:Pia"], RelatedName("Pia", Relation.ASSISTANT)),
        (["RELATED;TYPE=child;VALUE=text:Nora"], RelatedName("Nora", Relation.CHILD)),
        (["RELATED;TYPE=friend:Ida"], RelatedName("Ida", Relation.FRIEND)),
        (
            ["item1.X-ABRELATEDNAMES;type=pref:Nora", "item1.X-ABLabel:_$!<Daughter>!$_"],
            RelatedName("Nora", Relation.CHILD),
        ),
        (
            ["item1.X-ABRELATEDNAMES:Isaac", "item1.X-ABLabel:Landlord"],
            RelatedName("Isaac", Relation.OTHER, "Landlord"),
        ),
        (["X-ABRELATEDNAMES:Isaac"], RelatedName("Isaac", Relation.OTHER)),
    ],
)
def test_names_are_read(lines: list[str], expected: RelatedName) -> None:
    assert related_of(card(*lines).properties) == (expected,)


def test_links_and_empty_names_are_left_out_and_lists_taken_apart() -> None:
    found = card(
        "RELATED;TYPE=friend:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "RELATED;TYPE=friend:mailto:ida@example.com",
        "X-SPOUSE:",
        "X-CHILDREN:Nora,Ben",
        "X-CHILDREN:Ben",
    )
    assert [name.name for name in related_of(found.properties)] == ["Nora", "Ben"]


def test_names_are_written_once_and_read_again() -> None:
    names = (
        RelatedName("Jonas, Jr.", Relation.PARTNER),
        RelatedName("Nora", Relation.CHILD),
        RelatedName("Pia", Relation.NEIGHBOUR),
        RelatedName("Isaac", Relation.OTHER, "Landlord"),
    )
    once = with_related(card("item1.X-SPOUSE:Ada"), names)
    again = with_related(once, names)
    assert again.unknown == once.unknown
    (read_again,) = read(write(again).encode()).cards
    told = set(related_of(read_again.properties))
    assert told == {*names, RelatedName("Ada", Relation.PARTNER)}


@pytest.mark.parametrize(
    ("line", "version"),
    [
        (f"PHOTO;ENCODING=b;TYPE=JPEG:{TEXT}", "3.0"),
        (f"PHOTO;ENCODING=BASE64;JPEG:{TEXT}", "2.1"),
        (f"PHOTO:data:image/jpeg;base64,{TEXT}", "4.0"),
        (f"PHOTO:data:image/jpeg\\;base64\\,{TEXT}", "4.0"),
    ],
)
def test_an_embedded_photo_is_read(line: str, version: str) -> None:
    assert photo_of(card(line, version=version).properties) == JPEG


@pytest.mark.parametrize(
    "line",
    [
        "PHOTO;VALUE=URL;TYPE=JPEG:http://example.com/ana.jpg",
        "PHOTO;ENCODING=b:A",
        "PHOTO;ENCODING=b:",
        "PHOTO:data:image/jpeg,plain",
    ],
)
def test_a_photo_that_is_elsewhere_or_broken_is_none(line: str) -> None:
    assert photo_of(card(line).properties) == b""


def test_a_photo_is_written_instead_of_the_old_one() -> None:
    changed = with_photo(card("PHOTO;VALUE=URL:http://example.com/old.jpg", "X-MORE:kept"), JPEG)
    (read_again,) = read(write(changed).encode()).cards
    assert photo_of(read_again.properties) == JPEG
    assert "old.jpg" not in write(changed)
    assert "X-MORE:kept" in write(changed)
