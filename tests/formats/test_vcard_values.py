"""Letters and birthdays in the many ways in which contact files write them."""

import pytest

from notebook.domain.partial_date import PartialDate
from notebook.formats.vcard import read
from tests.formats.vcard_help import card_of, lines_of


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("SHIFT_JIS", "表示 ソフト"),
        ("ISO-2022-JP", "東京 タワー"),
        ("EUC-KR", "한국 사람"),
        ("GB2312", "刘德华"),
        ("GB2312", "摹"),
        ("Big5", "許功蓋"),
        ("windows-1251", "Пётр"),
        ("KOI8-R", "Анна"),
        ("ISO-8859-2", "Łódź"),
        ("ISO-8859-1", "Zoë"),
        ("utf-8", "Zoë 東京"),
    ],
)
def test_declared_charsets_plain_and_quoted(charset: str, text: str) -> None:
    data = text.encode(charset)
    quoted = "".join(f"={byte:02X}" for byte in data).encode()
    head = f"FN;CHARSET={charset}".encode()
    for line in (head + b":" + data, head + b";ENCODING=QUOTED-PRINTABLE:" + quoted):
        (card,) = read(b"BEGIN:VCARD\r\nVERSION:2.1\r\n" + line + b"\r\nEND:VCARD\r\n").cards
        assert card.name == text
        (again,) = read(card.text.encode()).cards
        assert again.name == text


@pytest.mark.parametrize(
    "charset", ["rot13", "idna", "undefined", "unicode_escape", "no-such", "\x00", "..", "hex"]
)
def test_odd_charsets_fall_back(charset: str) -> None:
    assert card_of(f"FN;CHARSET={charset}:Zoë \\, Q").name == "Zoë , Q"


def test_without_a_charset_utf_8_then_western() -> None:
    data = b"BEGIN:VCARD\nFN:Zo\xeb\nNOTE:Zo\xc3\xab \x80 5\nTITLE:\x81\x8d\nEND:VCARD"
    (card,) = read(data).cards
    assert (card.name, card.note, card.title) == ("Zoë", "Zoë € 5", "\x81\x8d")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("BDAY:1980-03-12", PartialDate(1980, 3, 12)),
        ("BDAY:19800312", PartialDate(1980, 3, 12)),
        ("BDAY;VALUE=date:1980-03-12", PartialDate(1980, 3, 12)),
        ("BDAY:1980-03-12T00:00:00Z", PartialDate(1980, 3, 12)),
        ("BDAY:--0312", PartialDate(None, 3, 12)),
        ("BDAY:--03-12", PartialDate(None, 3, 12)),
        ("BDAY:1980-03", PartialDate(1980, 3)),
        ("BDAY:1980", PartialDate(1980)),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", PartialDate(None, 2, 29)),
        ("BDAY:0000-03-12", PartialDate(None, 3, 12)),
    ],
)
def test_birthdays(line: str, expected: PartialDate) -> None:
    card = card_of("FN:Q", line)
    assert card.birthday == expected
    assert card.unknown == ()


@pytest.mark.parametrize(
    "value",
    [
        "circa 1960",
        "1980-13-12",
        "1981-02-29",
        "---12",
        "--13",
        "12.3.1980",
        "1980-1-1",
        "١٩٨٠-٠٣-١٢",
    ],
)
def test_birthdays_that_are_no_dates_are_kept(value: str) -> None:
    card = card_of("FN:Q", f"BDAY:{value}")
    assert card.birthday is None
    assert lines_of(card.unknown) == [f"BDAY:{value}"]


def test_a_birthday_in_words_or_with_a_time_is_kept() -> None:
    assert card_of("FN:Q", "BDAY;VALUE=text:1980-03-12").birthday is None
    card = card_of("FN:Q", "BDAY:19800312T083000Z")
    assert card.birthday == PartialDate(1980, 3, 12)
    assert lines_of(card.unknown) == ["BDAY:19800312T083000Z"]
