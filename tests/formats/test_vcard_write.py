"""What we write: other programs can read it, and nothing of what they added is lost or comes back."""

from dataclasses import replace

import pytest

from notebook.domain.partial_date import PartialDate
from notebook.formats.vcard import Card, ContactDetail, Property, read, write
from tests.formats.vcard_help import card_of, lines_of, meaning

FULL = Card(
    line=0,
    uid="42",
    name="Dr. Jo Doe, MA",
    given_name="Jo",
    family_name="Doe; Smith",
    nickname="Jojo",
    organisation="Doe, Smith & Co",
    title="Cook",
    details=(
        ContactDetail("phone", "home, mobile", "+41 1"),
        ContactDetail("phone", "Ferien Haus", "2, 3"),
        ContactDetail("email", "work", "a@b.ch"),
        ContactDetail("address", "home", "Weg 1\n8000 Zürich"),
        ContactDetail("website", "home page", "https://b.ch/?a=1;b=2,3"),
    ),
    birthday=PartialDate(None, 2, 29),
    note="one\ntwo, three; four \\ five",
    categories=("friends", "a, b"),
    properties=(),
    unknown=(Property("item1", "X-A", (("X-P", ("a;b", '"q"\n^')),), "v;w"),),
    text="",
)


def again(card: Card) -> Card:
    """The card as another program would get it from us."""
    reading = read(write(card).encode())
    assert not reading.problems
    (read_card,) = reading.cards
    return read_card


def written(card: Card) -> list[str]:
    return write(card).replace("\r\n ", "").split("\r\n")


def test_a_card_as_it_is_written() -> None:
    assert written(FULL) == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "UID:42",
        r"FN:Dr. Jo Doe\, MA",
        r"N:Doe\; Smith;Jo;;;",
        "NICKNAME:Jojo",
        r"ORG:Doe\, Smith & Co",
        "TITLE:Cook",
        "TEL;TYPE=HOME,CELL:+41 1",
        r"item2.TEL:2\, 3",
        "item2.X-ABLabel:Ferien Haus",
        "EMAIL;TYPE=INTERNET,WORK:a@b.ch",
        r"ADR;TYPE=HOME:;;Weg 1\n8000 Zürich;;;;",
        "item3.URL:https://b.ch/?a=1;b=2,3",
        "item3.X-ABLabel:_$!<HomePage>!$_",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29",
        r"NOTE:one\ntwo\, three\; four \\ five",
        r"CATEGORIES:friends,a\, b",
        'item1.X-A;X-P="a;b","^\'q^\'^n^^":v;w',
        "END:VCARD",
        "",
    ]


def test_all_of_it_comes_back() -> None:
    assert meaning(again(FULL)) == meaning(FULL)


def test_lines_are_no_longer_than_75_octets_and_letters_stay_whole() -> None:
    text = write(replace(FULL, note="ü東" * 200, title=" " * 90 + "x"))
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) == 75
    assert text.endswith("END:VCARD\r\n")
    assert again(replace(FULL, note="ü東" * 200)).note == "ü東" * 200


def test_a_changed_telephone_does_not_come_back() -> None:
    card = card_of("FN:Q", "a.TEL;TYPE=X-NEC:1", "a.X-ABLabel:Old", "TEL;X-ID=7:2", "a.X-OTHER:o")
    changed = replace(card, details=(ContactDetail("phone", "", "3"), card.details[1]))
    assert written(changed)[4:-2] == ["TEL:3", "TEL;X-ID=7:2", "a.X-OTHER:o"]
    emptied = replace(card, details=())
    assert written(emptied)[4:-2] == ["a.X-OTHER:o"]


def test_a_label_stays_for_what_is_left_of_its_group() -> None:
    card = card_of("FN:Q", "a.TEL:1", "a.TEL:2", "a.X-ABLabel:Both")
    assert written(replace(card, details=card.details[1:]))[4:-2] == ["a.TEL:2", "a.X-ABLabel:Both"]


def test_equal_details_keep_their_places() -> None:
    card = card_of("FN:Q", "TEL:1", "TEL;X-A=b:2", "TEL;X-A=c:1")
    assert written(card)[4:-2] == ["TEL:1", "TEL;X-A=b:2", "TEL;X-A=c:1"]
    turned = replace(card, details=card.details[::-1])
    assert sorted(written(turned)[4:-2]) == sorted(written(card)[4:-2])


def test_an_inner_card_that_is_only_opened_swallows_nothing() -> None:
    card = card_of("FN:Q", "AGENT;QUOTED-PRINTABLE:BEGIN=3AVCARD", "TEL:1")
    assert lines_of(again(card).unknown) == [r"AGENT:BEGIN:VCARD\nEND:VCARD"]
    assert meaning(again(card)) == meaning(card)


def test_a_changed_name_keeps_the_further_names() -> None:
    card = card_of("FN;X-A=b:Dr. Jo van Doe", r"N;SORT-AS=x:Doe;Jo;van;Dr.\, Prof.;")
    changed = replace(card, name="Jo Smith", family_name="Smith")
    assert written(changed)[2:4] == ["FN:Jo Smith", r"N;SORT-AS=x:Smith;Jo;van;Dr.\, Prof.;"]


def test_changed_fields_replace_what_was_kept_for_them() -> None:
    card = card_of(
        "FN:Q", "ORG:Firm;Sales", "TITLE:Cook", "TITLE:Driver", "NOTE;LANGUAGE=de:Hallo", "NOTE:Hello",
        "BDAY:19800312T083000Z", "CATEGORIES;X-A=1:a",
    )  # fmt: skip
    changed = replace(
        card, organisation="Other", title="Baker", note="New", birthday=None, categories=()
    )
    assert written(changed)[4:-2] == ["ORG:Other", "TITLE:Baker", "TITLE:Driver", "NOTE:New"]
    assert written(card)[4:-2] == [
        "ORG:Firm;Sales", "TITLE:Cook", "TITLE:Driver", "BDAY:19800312T083000Z",
        "NOTE;LANGUAGE=de:Hallo", "NOTE:Hello", "CATEGORIES;X-A=1:a",
    ]  # fmt: skip


def test_addresses_keep_their_parts_while_they_are_unchanged() -> None:
    card = card_of("FN:Q", "ADR;TYPE=home:;;Weg 1;Bern;;3000;Schweiz")
    assert written(card)[4] == "ADR;TYPE=home:;;Weg 1;Bern;;3000;Schweiz"


def test_the_order_of_details_is_kept_against_preferences() -> None:
    card = card_of("FN:Q", "TEL;PREF=1:1", "TEL;PREF=2;X-A=b:2", "TEL:3", "TEL;TYPE=pref;X-A=c:0")
    assert [detail.value for detail in card.details] == ["1", "0", "2", "3"]
    assert meaning(again(card)) == meaning(card)
    turned = replace(card, details=card.details[::-1])
    assert again(turned).details == turned.details


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_what_other_versions_wrote_comes_back(version: str) -> None:
    card = card_of(
        "FN:Q",
        "X-A;WORK;BASE64:QUJD",
        "X-B;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Z=FCrich=0D=0A;b\\\\c\\",
        r"SOUND;X-IRMC-N:a\;b;c\\;\n",
        "no property, with \\ and ;",
        'X-C;X-P="a,b":\t x ',
        "AGENT:",
        "BEGIN:VCARD",
        "FN:Inner\\, one",
        "END:VCARD",
        version=version,
    )
    assert meaning(again(card)) == meaning(card)
    assert meaning(again(again(card))) == meaning(card)
    assert len(card.unknown) == 6


def test_a_line_that_is_no_property_travels_in_one() -> None:
    card = card_of("FN:Q", "# remark")
    assert written(card)[4] == "X-NOTEBOOK-LINE:# remark"
    assert lines_of(again(card).unknown) == [":# remark"]


def test_a_typed_uri_stays_as_typed() -> None:
    card = replace(
        FULL,
        details=(ContactDetail("phone", "", "tel:1"), ContactDetail("email", "", "mailto:a@b")),
    )
    assert again(card).details == card.details
