"""What the reader makes of the oddities of contact files, one at a time."""

import pytest

from notebook.formats.vcard import ContactDetail, read
from notebook.formats.vcard_text import readable
from tests.formats.vcard_help import card_of, kept, lines_of, reading_of

PLAIN = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:Ben\nEND:VCARD\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_all_line_ends(end: str) -> None:
    ana, ben = read(PLAIN.replace("\n", end).encode()).cards
    assert (ana.name, ana.details, ben.name) == ("Ana", (ContactDetail("phone", "", "1"),), "Ben")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_lines_are_counted_from_one(end: str) -> None:
    reading = read(PLAIN.replace("\n", end).encode())
    assert [card.line for card in reading.cards] == [1, 6]
    assert [prop.line for prop in reading.cards[0].properties] == [2, 3, 4]


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.encode("utf-16"),
        b"\xfe\xff" + PLAIN.encode("utf-16-be"),
        PLAIN.encode("utf-16-le"),
        PLAIN.encode("utf-16-be"),
        PLAIN.encode("utf-32"),
        PLAIN.replace("BEGIN", "\ufeffBEGIN").encode(),
        PLAIN.lower().replace("ana", "Ana").replace("ben", "Ben").encode(),
        PLAIN.replace(":VCARD", " : vCard \t ").encode(),
        PLAIN.replace("\n", "\n\n").encode(),
        ("    " + PLAIN.replace("\n", "\n    ")).encode(),
    ],
)
def test_marks_cases_and_blanks(data: bytes) -> None:
    reading = read(data)
    assert [card.name for card in reading.cards] == ["Ana", "Ben"]
    assert not reading.problems


def test_a_missing_end_does_not_swallow_the_next_card() -> None:
    reading = read(PLAIN.replace("END:VCARD\n", "").encode())
    assert [card.name for card in reading.cards] == ["Ana", "Ben"]
    assert [card.text.split("\n")[-1] for card in reading.cards] == ["TEL:1", "FN:Ben"]


def test_a_missing_end_after_an_inner_card() -> None:
    data = b"BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nTEL:1\nBEGIN:VCARD\nFN:C\nEND:VCARD"
    reading = read(b"END:VCARD\n" + data)
    assert [card.name for card in reading.cards] == ["A", "C"]
    assert reading.cards[0].details == (ContactDetail("phone", "", "1"),)
    assert lines_of(reading.cards[0].unknown) == [r"AGENT:BEGIN:VCARD\nFN:B\nEND:VCARD"]


def test_lines_outside_any_card_are_reported_with_their_text() -> None:
    data = b"BEGIN:VCRD\nFN:Ana\nEND:VCARD\nBEGIN:VCARD\nFN:Ben\nEND:VCARD\nEND:VCARD\n\nFN:Cy\n"
    reading = read(data)
    assert [card.name for card in reading.cards] == ["Ben"]
    assert [(problem.line, problem.text) for problem in reading.problems] == [
        (1, "BEGIN:VCRD\nFN:Ana\nEND:VCARD"),
        (9, "FN:Cy"),
    ]


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"Hello\nEND:VCARD\nYou", b"\x00\xff\xfe", b"BEGIN:VEVENT"]
)
def test_a_file_without_a_card_is_one_problem(data: bytes) -> None:
    reading = read(data)
    assert not reading.cards
    assert [problem.line for problem in reading.problems] == [1]
    assert reading.problems[0].sentence == "This file holds no contact card."


def test_a_card_that_names_nobody_is_a_problem_with_its_text() -> None:
    reading = reading_of("ORG:;", "PHOTO;ENCODING=b:AAAA", "FN: ")
    assert not reading.cards
    assert reading.problems[0].text.split("\n")[2:4] == ["ORG:;", "PHOTO;ENCODING=b:AAAA"]


def test_what_stands_for_a_missing_name() -> None:
    lines = ["NICKNAME:Nick", "ORG:Firm", "EMAIL:a@b.ch", "TEL:1"]
    names = [card_of(*lines[start:]).name for start in range(4)]
    assert names == ["Nick", "Firm", "a@b.ch", "1"]
    assert card_of("FN:", "N:Doe;Jo;van;Dr.;MA", *lines).name == "Dr. Jo van Doe MA"


@pytest.mark.parametrize(
    "bad", ["no colon here", "# a: remark", ":no name", "=?!", "TEL", "\x00\x01", ";;;:x"]
)
def test_a_bad_line_costs_neither_the_card_nor_its_neighbours(bad: str) -> None:
    card = card_of("FN:Ana", "NOTE:before", bad, "TEL:1", "TITLE:Cook")
    assert (card.name, card.note, card.title) == ("Ana", "before", "Cook")
    assert [detail.value for detail in card.details] == ["1"]
    assert [(prop.name, prop.value, prop.raw, prop.line) for prop in card.unknown] == [
        ("", bad, bad, 5)
    ]


def test_folded_lines() -> None:
    card = card_of("FN:Long", "NOTE:one", "  two", "\tthree", "TITLE;X-A=b", " c:Cook")
    assert (card.note, card.title) == ("one twothree", "Cook")
    assert card_of("FN:Old", "NOTE:one", "  two", "\tthree", version="2.1").note == "one two three"


def test_a_letter_folded_in_the_middle() -> None:
    data = "BEGIN:VCARD\nVERSION:3.0\nFN:Z\xfcrich\nEND:VCARD".encode().replace(
        b"\xc3\xbc", b"\xc3\n \xbc"
    )
    assert read(data).cards[0].name == "Zürich"


def test_a_text_in_base64() -> None:
    card = card_of("FN;ENCODING=b:Wm/Dqw==", "NOTE;ENCODING=b:no base64")
    assert (card.name, card.note) == ("Zoë", "no base64")
    assert lines_of(card.unknown) == ["NOTE:no base64"]


def test_base64_folded_with_and_without_spaces() -> None:
    picture = ["/9j/" + "A" * 56, "B" * 60, "CC=="]
    whole = "".join(picture)
    for prefix in ("", " ", "   "):
        lines = ["FN:P", "PHOTO;JPEG;BASE64:", *(prefix + line for line in picture), "", "TEL:1"]
        card = card_of(*lines, version="2.1")
        assert lines_of(card.unknown) == [f"PHOTO:{whole}"]
        assert [detail.value for detail in card.details] == ["1"]


def test_a_bad_line_after_a_photo_stays_out_of_it() -> None:
    card = card_of("FN:P", "PHOTO;ENCODING=BASE64:" + "A" * 60, "", "Hello", version="2.1")
    assert lines_of(card.unknown) == ["PHOTO:" + "A" * 60, ":Hello"]


def test_a_bad_line_after_the_short_last_line_of_a_photo_stays_out_of_it() -> None:
    card = card_of("FN:P", "PHOTO;ENCODING=b:QUJD", "Hello")
    assert lines_of(card.unknown) == ["PHOTO:QUJD", ":Hello"]


def test_an_inner_card_that_is_folded_by_the_rules() -> None:
    card = card_of("FN:P", "AGENT:BEGIN:VCARD", r" \nFN:X\nEND:VCARD", "TEL:1")
    assert lines_of(card.unknown) == [r"AGENT:BEGIN:VCARD\nFN:X\nEND:VCARD"]


def test_a_soft_break_before_the_end_of_the_card() -> None:
    card = card_of("FN:Q", "NOTE;QUOTED-PRINTABLE:a=3Db=", version="2.1")
    assert card.note == "a=b"


def test_bare_parameters_of_version_2() -> None:
    card = card_of("FN:Q", "TEL;HOME;CELL;VOICE:1", "X-A;BASE64;X-B:QUJD", version="2.1")
    assert card.details == (ContactDetail("phone", "home, mobile", "1"),)
    assert card.unknown[0].params == (("ENCODING", ("BASE64",)), ("TYPE", ("X-B",)))


def test_version_2_knows_no_carets_and_names_its_plain_encodings() -> None:
    card = card_of("FN:Q", "X-A;ENCODING=8BIT;X-P=a^nb:v", "X-B;7BIT:v", version="2.1")
    assert [prop.params for prop in card.unknown] == [(("X-P", ("a^nb",)),), ()]


def test_quoted_parameters_and_carets() -> None:
    card = card_of("FN:Q", 'X-A;X-P="a;b:c,d",e;X-Q=x^ny^^z^\':v:w', version="4.0")
    assert card.unknown[0].params == (("X-P", ("a;b:c,d", "e")), ("X-Q", ('x\ny^z"',)))
    assert card.unknown[0].value == "v:w"


def test_an_unclosed_quote_costs_nothing() -> None:
    card = card_of("FN:Q", 'TEL;TYPE="WORK:1', "EMAIL:a@b.ch")
    assert [detail.value for detail in card.details] == ["1", "a@b.ch"]


def test_names_are_never_cut_at_a_comma() -> None:
    card = card_of("FN:Doe, Jo, MA", "ORG:Smith, Smith & Co\\, Ltd;Sales", "TITLE:Cook, chef")
    assert (card.name, card.organisation, card.title) == (
        "Doe, Jo, MA", "Smith, Smith & Co, Ltd", "Cook, chef",
    )  # fmt: skip


def test_escapes() -> None:
    card = card_of(r"FN:Q", r"NOTE:a\nb\Nc\,d\;e\\n\:f C:\dir", r"NICKNAME:A\,B,C")
    assert card.note == "a\nb\nc,d;e\\n:f C:\\dir"
    assert card.nickname == "A,B, C"
    assert card_of("FN:Q", r"NOTE:\\srv\x a\, b\nc", version="2.1").note == "\\\\srv\\x a, b\nc"


def test_lists_of_categories_are_united() -> None:
    card = card_of("FN:Q", r"CATEGORIES:a,b\,c", "CATEGORIES:d,a,")
    assert card.categories == ("a", "b,c", "d")


def test_preferred_details_come_first() -> None:
    card = card_of(
        "FN:Q", "TEL:1", "TEL;PREF=2:2", "TEL;PREF=1:3", "TEL;TYPE=pref:4", "EMAIL:a@b.ch"
    )
    assert [detail.value for detail in card.details] == ["3", "4", "2", "1", "a@b.ch"]
    assert card.unknown == ()


def test_own_labels() -> None:
    card = card_of(
        "FN:Q",
        "a.TEL;type=pref:1",
        "A.X-ABLabel:Ferien Haus",
        "b.URL:x.ch",
        "b.X-ABLABEL:_$!<HomePage>!$_",
    )
    assert [(detail.label, detail.value) for detail in card.details] == [
        ("Ferien Haus", "1"), ("home page", "x.ch"),
    ]  # fmt: skip
    assert card.unknown == ()


def test_what_a_label_or_a_group_adds_is_kept() -> None:
    """A field stands for a property only if a new one would say the same."""
    card = card_of("FN:Q", "a.TEL;TYPE=home:1", "a.X-ABLabel:x")
    assert [prop.name for prop in card.unknown] == ["TEL", "X-ABLABEL"]
    card = card_of("FN:Q", "a.TEL:1", "a.X-ABLabel:x", "a.X-ABLabel:y")
    assert [prop.name for prop in card.unknown] == ["TEL", "X-ABLABEL", "X-ABLABEL"]
    card = card_of("FN:Q", "a.TITLE:Cook", "a.X-ABLabel:x")
    assert [prop.name for prop in card.unknown] == ["TITLE", "X-ABLABEL"]
    assert card_of("FN:Q", "a.TEL:1", "a.URL:", "ORG:;").unknown == ()


def test_uris_of_telephones_and_e_mails() -> None:
    card = card_of(
        "FN:Q", "TEL;VALUE=uri:tel:+41-1;ext=7", "TEL:tel:1;phone-context=x", "EMAIL:mailto:a@b.ch"
    )
    assert [detail.value for detail in card.details] == [
        "+41-1 ext. 7",
        "tel:1;phone-context=x",
        "a@b.ch",
    ]
    assert card_of("FN:Q", 'EMAIL:"Ana" <a@b.ch>').details == (
        ContactDetail("email", "", "a@b.ch"),
    )


def test_unknown_properties_keep_everything() -> None:
    card = card_of(
        "FN:Q", "REV:20200101", "item1.X-PHONETIC-FIRST-NAME;X-A=b:Ky\\;u;", "IMPP:xmpp:a@b"
    )
    assert kept(card) == [
        ("", "REV", (), "20200101"),
        ("item1", "X-PHONETIC-FIRST-NAME", (("X-A", ("b",)),), "Ky\\;u;"),
        ("", "IMPP", (), "xmpp:a@b"),
    ]
    assert [prop.name for prop in card.properties] == [
        "VERSION",
        "FN",
        "REV",
        "X-PHONETIC-FIRST-NAME",
        "IMPP",
    ]


def test_text_of_a_property_in_words() -> None:
    assert readable(r"a\;b\nc\\") == "a;b\nc\\"
