"""Every contact file that other projects test with: each card counted, the tricky ones looked at."""

from base64 import b64decode
from pathlib import Path

import pytest

from notebook.domain.partial_date import PartialDate
from notebook.formats.vcard import Card, ContactDetail, read, write
from tests.formats.vcard_help import CORPUS, lines_of, meaning

FILES = sorted(CORPUS.rglob("*.vcf"))
SEVERAL_CARDS = {
    "tests__res__raw__v21_multiple_entry.vcf": 3,
    "src__test__resources__ezvcard__io__text__John_Doe_ANDROID.vcf": 6,
    "src__test__resources__ezvcard__io__text__gmail-list.vcf": 3,
    "src__test__resources__ezvcard__io__text__rfc2426-example.vcf": 2,
    "src__test__resources__samples__vcard-rfc2426.vcf": 2,
    "src__test__resources__samples__vcard-vCards-SAP.vcf": 30,
    "examples__assets__contacts.vcf": 5,
    "test__data__multiple.vcf": 3,
}
NAMES_NOBODY = {
    "tests__res__raw__v21_android_custom_prop.vcf",
    "tests__res__raw__v21_im.vcf",
    "txdav__carddav__datastore__test__addressbook_store__ho__me__home_bad__addressbook__1.vcf",
    "src__test__resources__samples__valid__vcard-group.vcf",
    "src__test__resources__samples__valid__vcard-url.vcf",
    "test__data__photo-base64.vcf",
}


def card_in(name: str, number: int = 0) -> Card:
    (path,) = CORPUS.rglob(f"*{name}")
    return read(path.read_bytes()).cards[number]


def values(card: Card, kind: str) -> list[tuple[str, str]]:
    return [(detail.label, detail.value) for detail in card.details if detail.kind == kind]


def test_all_files_are_here() -> None:
    assert len(FILES) == 99


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_file_gives_its_cards_and_problems(path: Path) -> None:
    reading = read(path.read_bytes())
    nobody = path.name in NAMES_NOBODY
    assert len(reading.cards) == (0 if nobody else SEVERAL_CARDS.get(path.name, 1))
    assert [(problem.line, bool(problem.text)) for problem in reading.problems] == [
        (1, True)
    ] * nobody


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_card_comes_back_from_what_we_write_and_from_its_text(path: Path) -> None:
    for card in read(path.read_bytes()).cards:
        for text in (write(card), card.text):
            (again,) = read(text.encode()).cards
            assert meaning(again) == meaning(card)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_property_is_lost(path: Path) -> None:
    """All content lines of a card are in its properties, in the order of the file."""
    for card in read(path.read_bytes()).cards:
        numbers = [prop.line for prop in card.properties]
        assert numbers == sorted(numbers)
        frame = sum(
            line.strip().upper() in ("BEGIN:VCARD", "END:VCARD") for line in card.text.split("\n")
        )
        inner = sum("BEGIN:VCARD" in prop.raw for prop in card.properties)
        content = [line for line in card.text.split("\n") if line]
        if not inner:
            assert len(card.properties) == len(content) - frame


def test_each_begin_is_accounted_for_with_its_line() -> None:
    data = (
        CORPUS / "ical4j-vcard/src__test__resources__samples__vcard-vCards-SAP.vcf"
    ).read_bytes()
    begins = [number for number, line in enumerate(data.split(b"\n"), 1) if line == b"BEGIN:VCARD"]
    assert [card.line for card in read(data).cards] == begins


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("John_Doe_EVOLUTION.vcf", "Mr. John Richter, James Doe Sr."),
        ("John_Doe_GMAIL.vcf", "Mr. John Richter, James Doe Sr."),
        ("John_Doe_MAC_ADDRESS_BOOK.vcf", "Mr. John Richter,James Doe Sr."),
        ("issue114.vcf", "Dummy, Dummy"),
        ("v21_backslash.vcf", "A;B\\C;D:E\\\\"),
        ("v21_japanese_1.vcf", "安藤ロイド"),
        ("v21_japanese_2.vcf", "安藤 ロイド 1"),
        ("v21_japanese_3.vcf", "伊能 圭一 伊予"),
        ("v30_japanese.vcf", "伊能 圭一 伊予"),
        ("v40_sip.vcf", "安藤 ロイド"),
        ("8424B7F0-C878-4722-B522-EBB07CF48AD7.vcf", "ダブル バイト"),
        ("v21_simple_1.vcf", "Roid Ando"),
        ("4b62872a-849-0.vcf", "Herr Franz M. Branntwein"),
        ("vcard-lowercase.vcf", "xy@zz.com"),
        ("quoted-list.vcf", "+1-555-555-5555 ext. 5555"),
        ("v21_invalid_comment_line.vcf", "Conference Call"),
        ("vcard-dirk-whitespaceafterbegin.vcf", "Dirk"),
        ("invalid_encoding.vcf", "Jeroen Desloovere"),
    ],
)
def test_names(file: str, name: str) -> None:
    assert card_in(file).name == name


def test_structured_names_with_escapes_of_version_2() -> None:
    card = card_in("v21_backslash.vcf")
    assert (card.family_name, card.given_name) == ("", "A;B\\")
    card = card_in("v21_japanese_3.vcf")
    assert (card.family_name, card.given_name) == ("伊能", "圭一")


def test_western_letters_without_a_charset() -> None:
    card = card_in("vcard-vCards-SAP.vcf", 4)
    assert (card.name, card.family_name) == ("Karlsruhe Travel", "Töcken")


def test_quoted_printable_over_several_lines() -> None:
    assert card_in("v21_complicated.vcf").note == (
        "The following note is the example from RFC 2045.\n"
        "Now's the time for all folk to come to the aid of their country."
    )
    assert card_in("v21_invalid_comment_line.vcf").note == (
        "This is an (sharp ->#<- sharp) example. This message must NOT be ignored."
    )
    assert values(card_in("v21_japanese_2.vcf"), "address") == [
        ("home", "東京都渋谷区桜丘町26-1セルリアンタワー6階\n150-8512")
    ]
    assert card_in("outlook-2003.vcf").note.split("\n") == [
        "This is the note field!!", "Second line", "", "Third line is empty",
    ]  # fmt: skip


def test_android_quoted_printable_with_a_letter_cut_in_two() -> None:
    card = card_in("John_Doe_ANDROID.vcf", 5)
    assert card.organisation == "Ñ" * 44
    assert [prop.value.strip("Ñ") for prop in card.unknown if prop.name == "ORG"] == ["", "€", ""]


def test_apple_card_with_doubled_line_ends_and_labels() -> None:
    card = card_in("John_Doe_IPHONE.vcf")
    assert values(card, "phone") == [
        ("mobile", "905-555-1234"),
        ("home", "905-666-1234"),
        ("work", "905-777-1234"),
        ("home, fax", "905-888-1234"),
        ("work, fax", "905-999-1234"),
        ("pager", "905-111-1234"),
        ("assistant phone", "905-222-1234"),
    ]
    assert values(card, "address") == [
        ("home", "Silicon Alley 5,\nNew York, New York 12345\nUnited States of America"),
        ("work", "Street4\nBuilding 6\nFloor 8\n12345 New York\nUSA"),
    ]
    assert values(card, "website") == [("home page", "http://www.ibm.com")]
    assert card.birthday == PartialDate(2012, 6, 6)


def test_outlook_card() -> None:
    card = card_in("outlook-2003.vcf")
    assert (card.organisation, card.title, card.nickname) == (
        "Company, The",
        "The Job Title",
        "Joey",
    )
    assert values(card, "address") == [
        ("work", "TheOffice\n123 Main St\nAustin, TX 12345\nUnited States of America")
    ]
    assert card.birthday == PartialDate(1980, 3, 21)


def test_version_4_telephones_and_birthday_without_year() -> None:
    card = card_in("rfc6350-example.vcf")
    assert values(card, "phone") == [
        ("work", "+1-418-656-9254 ext. 102"),
        ("work, mobile, video, text", "+1-418-262-6501"),
    ]
    assert card.birthday == PartialDate(month=2, day=3)


def test_the_preferred_ones_come_first() -> None:
    card = card_in("v21_pref_handling.vcf")
    assert [value for _, value in values(card, "phone")] == ["2", "1", "3"]
    assert (card.organisation, card.title) == ("Company", "Engineer")


def test_google_labels_and_escaped_addresses_of_websites() -> None:
    card = card_in("gmail-single.vcf")
    assert values(card, "website") == [("PROFILE", "http://TheProfile.com")]
    assert values(card, "phone")[1] == ("GRAND_CENTRAL", "555 555 2222")
    assert ContactDetail("address", "home", "123 Home St\nHome City, HM 12345") in card.details


def test_groups_that_say_work() -> None:
    card = card_in("Simon_Perreault.vcf")
    assert {detail.label.split(", ")[0] for detail in card.details} == {"work"}
    assert "WORK.KEY:http://www.viagenie.ca/simon.perreault/simon.asc" in lines_of(card.unknown)


@pytest.mark.parametrize(
    ("file", "size"),
    [
        ("v21_base64_no_2_crlf.vcf", 3888),
        ("v21_blackberry_photo.vcf", 2056),
        ("v21_complicated.vcf", 3888),
        ("v21_x_android_custom_after_photo.vcf", 2056),
        ("v30_ios_613_multiline.vcf", 5165),
        ("John_Doe_MAC_ADDRESS_BOOK.vcf", 18242),
        ("John_Doe_IPHONE.vcf", 32531),
        ("John_Doe_LOTUS_NOTES.vcf", 7957),
        ("John_Doe_MS_OUTLOOK.vcf", 860),
        ("934731C6-1C95-4C40-BE1F-FA4215B2307B.vcf", 53747),
        ("vcard-antoni-kontact.vcf", 19583),
    ],
)
def test_photos_are_whole(file: str, size: int) -> None:
    (photo,) = (prop for prop in card_in(file).unknown if prop.name == "PHOTO")
    picture = b64decode(photo.value, validate=True)
    assert picture.startswith((b"\xff\xd8", b"\x89PNG"))
    assert picture.endswith((b"\xff\xd9", b"IEND\xaeB`\x82"))
    assert len(picture) == size


def test_cards_inside_a_card_stay_with_it() -> None:
    card = card_in("v21_nest.vcf")
    assert (card.name, values(card, "phone")) == ("parent", [("", "1")])
    assert lines_of(card.unknown) == [
        r"AGENT:BEGIN:VCARD\nVERSION:2.1\nN:nest1\nEND:VCARD",
        r"AGENT:BEGIN:VCARD\nVERSION:2.1\nN:nest2\nEND:VCARD",
    ]
    card = card_in("Example3.0.vcf")
    assert [prop.name for prop in card.unknown][-3:] == ["AGENT", "AGENT", "REV"]


def test_an_address_broken_over_lines_with_backslashes() -> None:
    assert values(card_in("v21_adr_multiple_line.vcf"), "address")[1] == (
        "home", "Hermann v. Brevern\n9999999\nPackstation 999\n99999 Hamburg\nDeutschland",
    )  # fmt: skip
