"""The reader and the writer against anything: random bytes, random cards, and much of everything."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.partial_date import PartialDate
from notebook.formats.vcard import Card, ContactDetail, DetailKind, Property, read, write
from notebook.formats.vcard_details import KIND_ORDER
from tests.formats.vcard_help import meaning

if TYPE_CHECKING:
    from _typeshed import TraceFunction

PIECES = st.sampled_from(
    """BEGIN:VCARD|END:VCARD|VERSION:2.1|VERSION:4.0|FN:|N:|TEL|TEL:1|item1.TEL|item1.EMAIL;|item1.X-ABLabel:|AGENT:
    |;TYPE=|;PREF=1|;pref|HOME|work|;VALUE=uri|tel:|;ENCODING=|QUOTED-PRINTABLE|BASE64|b|;CHARSET=|Shift_JIS|gb2312
    |utf-16|ADR:;;|BDAY:|1980-03-12|--0312|NOTE:|ORG:|CATEGORIES:|NICKNAME:|URL:|X-A:|=E4=B8|=|\\|\\n|\\;|"|,|;|:
    |<|>|^n|^|.|#|_$!<|>!$_|X-NOTEBOOK-LINE:|LABEL=|  """.replace("\n    ", "").split("|")
)  # fmt: skip
PARAMETERS = st.sampled_from(
    [";TYPE=home", ";TYPE=pref", ";PREF=1", ";PREF=2", ";CELL", ";X-P=q", ";VALUE=uri", ";VALUE=text", ";TYPE=X-NEC", ";LABEL=L", ";TYPE=work,fax", ";ENCODING=QUOTED-PRINTABLE", ";ENCODING=b", ";CHARSET=Shift_JIS", ";X-APPLE-OMIT-YEAR=1604", ";LANGUAGE=de", ";TYPE=INTERNET"]
)  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(
        [
            "x",
            "y",
            "x;y",
            ";;x;;;;",
            "x;;;;",
            ";x;y",
            "x,y",
            "x\\,y",
            "\\n",
            "x\\ny",
            "x\\",
            "=41",
            "QUJD",
            "tel:1",
            "tel:1;ext=2",
            "mailto:x",
            "<a@b>",
            "_$!<HomePage>!$_",
            "1980-03-12",
            "1604-03-12",
            "--0312",
            "home page",
            "work",
            "Work",
            " ",
            "BEGIN:VCARD",
            "=\n",
            "\nx",
            "\n x",
            "x",
            "",
        ]
    ),
    st.text(max_size=4),
)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r", "\r\r\n", "\n ", "\n\n", "\n\t", "=\n"])
SOUP = st.lists(
    st.one_of(
        PIECES.map(str.encode),
        LINE_ENDS.map(str.encode),
        st.text(max_size=6).map(lambda text: text.encode("utf-8", "replace")),
        st.binary(max_size=6),
    ),
    max_size=60,
).map(b"".join)
LINES = st.lists(
    st.builds(
        "{}{}{}:{}".format,
        st.sampled_from(["", "", "a.", "b.", "work.", "item1."]),
        st.sampled_from(
            [
                "TEL",
                "EMAIL",
                "ADR",
                "URL",
                "FN",
                "N",
                "ORG",
                "TITLE",
                "NOTE",
                "NICKNAME",
                "CATEGORIES",
                "BDAY",
                "UID",
                "X-ABLabel",
                "X-ABADR",
                "AGENT",
                "X-A",
            ]
        ),
        st.lists(PARAMETERS, max_size=2).map("".join),
        VALUES,
    ),
    max_size=12,
).map(lambda lines: "\n".join(lines).encode())
ALMOST_CARDS = st.one_of(SOUP, LINES, st.tuples(LINES, SOUP, LINES).map(b"\n".join))


@given(st.one_of(st.binary(), ALMOST_CARDS))
def test_any_bytes_are_read_and_each_card_is_a_round_trip(data: bytes) -> None:
    for card in read(b"BEGIN:VCARD\nFN:Q\n" + data).cards + read(data).cards:
        reading = read(write(card).encode())
        assert not reading.problems
        (again,) = reading.cards
        assert meaning(again) == meaning(card)


@given(ALMOST_CARDS)
def test_neighbours_of_any_card_are_safe(data: bytes) -> None:
    before, after = b"BEGIN:VCARD\nFN:First\nEND:VCARD\n", b"\nBEGIN:VCARD\nFN:Last\nEND:VCARD\n"
    reading = read(before + data + after)
    assert reading.cards[0].name == "First"
    everything = [card.text for card in reading.cards] + [
        problem.text for problem in reading.problems
    ]
    assert any("FN:Last" in text for text in everything)


def words(limit: int = 12) -> st.SearchStrategy[str]:
    """Texts of one line, without blanks at their ends."""
    letters = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
    return st.text(letters, max_size=limit).map(str.strip)


LABELS = st.one_of(
    words().filter(lambda text: not text.startswith(("_$!<", "$!<"))),
    st.lists(st.sampled_from(["home", "work", "mobile", "fax", "main"]), unique=True).map(
        ", ".join
    ),
    st.just("home page"),
)
TEXTS = st.lists(words(), max_size=4).map("\n".join).map(str.strip)


def details_of(kind: DetailKind) -> st.SearchStrategy[ContactDetail]:
    values = (TEXTS if kind == "address" else words()).filter(bool)
    if kind == "email":
        values = values.filter(lambda text: "<" not in text)
    return st.builds(ContactDetail, st.just(kind), LABELS, values)


DETAILS = st.tuples(*(st.lists(details_of(kind), max_size=3) for kind in KIND_ORDER)).map(
    lambda lists: tuple(detail for details in lists for detail in details)
)
BIRTHDAYS = st.one_of(
    st.none(),
    st.dates().map(lambda day: PartialDate(day.year, day.month, day.day)),
    st.dates().map(lambda day: PartialDate(None, day.month, day.day)),
    st.dates().map(lambda day: PartialDate(day.year, day.month)),
    st.dates().map(lambda day: PartialDate(day.year)),
)
PARAMS = st.lists(
    st.tuples(
        st.sampled_from(["TYPE", "X-P", "LANGUAGE"]),
        st.lists(words(), min_size=1, max_size=2).map(tuple),
    ),
    max_size=2,
).map(tuple)
UNKNOWN = st.lists(
    st.builds(
        Property,
        st.just(""),
        st.sampled_from(["X-A", "IMPP", "REV", "PHOTO"]),
        PARAMS,
        st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=90),
    ),
    max_size=4,
).map(tuple)
CARDS = st.builds(
    Card,
    line=st.just(0),
    uid=words(),
    name=words().filter(bool),
    given_name=words(),
    family_name=words(),
    nickname=words(),
    organisation=words(),
    title=words(),
    details=DETAILS,
    birthday=BIRTHDAYS,
    note=TEXTS,
    categories=st.lists(words().filter(bool), unique=True, max_size=3).map(tuple),
    properties=st.just(()),
    unknown=UNKNOWN,
    text=st.just(""),
)


@given(CARDS)
def test_any_card_comes_back_as_it_was(card: Card) -> None:
    reading = read(write(card).encode())
    assert not reading.problems
    (again,) = reading.cards
    assert meaning(again) == meaning(card)


GROWING: dict[str, Callable[[int], bytes]] = {
    "cards": lambda size: b"BEGIN:VCARD\nFN:Q\nTEL:1\nEND:VCARD\n" * size,
    "begins without end": lambda size: b"BEGIN:VCARD\n" * size,
    "cards inside cards": lambda size: b"BEGIN:VCARD\nFN:Q\n" * size + b"END:VCARD\n" * size,
    "inner cards": lambda size: b"BEGIN:VCARD\nFN:Q\n" + b"AGENT:\nBEGIN:VCARD\nEND:VCARD\n" * size,
    "ends": lambda size: b"END:VCARD\nX\n" * size,
    "folded pieces": lambda size: b"BEGIN:VCARD\nFN:Q\nNOTE:" + b"abc\n " * size,
    "folded header": lambda size: b"BEGIN:VCARD\nFN:Q\nNOTE" + b";a\n " * size,
    "soft breaks": lambda size: b"BEGIN:VCARD\nFN:Q\nNOTE;QUOTED-PRINTABLE:" + b"a=\n" * size,
    "backslashes": lambda size: b"BEGIN:VCARD\nFN:Q\nNOTE:" + b"a\\\n" * size,
    "base64": lambda size: b"BEGIN:VCARD\nFN:Q\nPHOTO;BASE64:" + (b"A" * 60 + b"\n") * size,
    "empty lines": lambda size: b"BEGIN:VCARD\nFN:Q\n" + b"\n" * size,
    "properties": lambda size: b"BEGIN:VCARD\nFN:Q\n" + b"X-A:1\n" * size,
    "one group": lambda size: b"BEGIN:VCARD\nFN:Q\n" + b"a.TEL:1\na.X-ABLabel:x\na.X-B:1\n" * size,
    "many groups": lambda size: b"BEGIN:VCARD\nFN:Q\n" + b"".join(
        b"a%d.TEL:%d\na%d.X-ABLabel:x\n" % (at, at, at) for at in range(size)
    ),
    "preferred": lambda size: b"BEGIN:VCARD\nFN:Q\n" + b"TEL;PREF=1;X-A=1:1\nTEL:2\n" * size,
    "names": lambda size: b"BEGIN:VCARD\n" + b"FN:Q\nN:a;b;c\nNOTE:d\nCATEGORIES:e\nBDAY:1980\n" * size,
    "parts": lambda size: b"BEGIN:VCARD\nFN:Q\nORG:" + b"a;" * size,
    "members": lambda size: b"BEGIN:VCARD\nFN:Q\nCATEGORIES:" + b",".join(b"%d" % at for at in range(size)),
    "parameters": lambda size: b"BEGIN:VCARD\nFN:Q\nTEL" + b";TYPE=a" * size + b":1",
    "quotes": lambda size: b"BEGIN:VCARD\nFN:Q\nTEL" + b';"a"' * size + b':"1',
}  # fmt: skip


@pytest.mark.parametrize("data", GROWING.values(), ids=GROWING.keys())
def test_work_grows_with_the_size_and_not_faster(data: Callable[[int], bytes]) -> None:
    small, large = (_work(data(size)) for size in (200, 800))
    assert large < 4.6 * small + 2000


@pytest.mark.parametrize(
    "data",
    [
        b"BEGIN:VCARD\nFN:Q\nX-A:" + b"a;" * 5_000_000,
        b"BEGIN:VCARD\nFN:Q\nNOTE:" + b"\\" * 10_000_000,
        b"BEGIN:VCARD\nFN:Q\nTEL" + b';"' * 1_000_001 + b":1",
        b"BEGIN:VCARD\nFN:Q\n" + b"\r" * 10_000_000,
        b"BEGIN:VCARD\nFN:Q\nX-A;" + b" " * 10_000_000,
        b"BEGIN:VCARD\nFN:Q\nEMAIL:" + b"<" * 10_000_000,
        b"BEGIN:VCARD\nFN:" + b" \n" * 500_000,
        b"\xe9" * 10_000_000,
    ],
    ids=range(8),
)
def test_millions_of_bytes_in_one_line(data: bytes) -> None:
    """Work inside one call cannot be counted, but a square of millions would never end."""
    reading = read(data)
    assert len(reading.cards) + len(reading.problems) == 1


def _work(data: bytes) -> int:
    """How many lines of our code run until this is read, written and read again."""
    count = 0

    def trace(frame: FrameType, event: str, _argument: object) -> "TraceFunction":
        nonlocal count
        count += event == "line" and "vcard" in frame.f_code.co_filename
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        for card in read(data).cards:
            read(write(card).encode())
    finally:
        sys.settrace(before)
    return count
