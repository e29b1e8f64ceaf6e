"""Names and numbers compared, sorted, searched and shortened."""

import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.text import (
    digits,
    excerpt,
    first_name,
    fold,
    initials,
    phone_queries,
    phone_tokens,
    sort_key,
)

WRITTEN = st.text(st.characters(exclude_categories=["Cs"]))
NAMES = WRITTEN | st.text(alphabet="aAäÄåÅæØoöősßşzžżcčhlłiIıİnñyü -'’.王א")
LANGUAGES = st.sampled_from(["en", "sv", "da", "de", "cs", "hu", "tr", "et", "is", "sq", "xx"])


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Åse Müller-Strauß", "ase muller-strauss"),
        ("Łukasz Øverland Đorđević Þór Æsa", "lukasz overland dordevic thor aesa"),
        ("İstanbul IĞDIR ığdır", "istanbul igdir igdir"),
        ("ＡＢＣ ﬁn ①", "abc fin 1"),
        ("Фёдор Йи Київ", "федор йи київ"),
        ("Άννα Σίσυφος", "αννα σισυφοσ"),
        ("がんばれ 한국", "がんばれ 한국"),
        ("हिन्दी", "हिन्दी"),
        ("שָׁלוֹם مُحَمَّد", "שלום محمد"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(NAMES)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(NAMES, st.sampled_from(["NFC", "NFD"]))
def test_the_way_a_text_is_encoded_does_not_matter(text: str, form: str) -> None:
    other = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    assert fold(other) == fold(text)
    assert sort_key(other, "sv") == sort_key(text, "sv")


SORTED = {
    "en": ["Ana", "Ana Maria", "Anabel", "Andre", "André", "Andrea", "Żak", "Zoë", "Zorn"],
    "sv_SE": ["Ake", "Yngve", "Üst", "Zorn", "Åke", "Ärla", "Æsa", "Örn", "Ørsted"],
    "fi": ["Zola", "Åberg", "Äkäs", "Öhman"],
    "da-DK": ["Abel", "Anne", "Zola", "Ærø", "Østergaard", "Aage", "Åse"],
    "nb": ["Aage", "Abel", "Zola", "Ærø", "Øst", "Ås"],
    "de": ["Arzt", "Ärzte", "Auto", "Muller", "Müller", "Zoll"],
    "es": ["Nuez", "Núñez", "Nzambi", "Ñandú", "Oca"],
    "cs": ["Cyril", "Čapek", "Dub", "Hus", "Chalupa", "Ivan", "Rut", "Řehoř", "Sova", "Šíp", "Žák"],
    "pl": ["Azja", "Ąk", "Lzy", "Łoś", "Zyta", "Źródło", "Żak"],
    "hu": ["Cukor", "Csaba", "Dora", "Dzuro", "Dzsida", "Ozd", "Öcsi", "Sólyom", "Szabó", "Zita", "Zsolt"],
    "tr": ["Cuma", "Çetin", "Hüseyin", "Ilıca", "Işık", "İbrahim", "Jale", "Suna", "Şule"],
    "et": ["Saar", "Šein", "Zoja", "Žanna", "Tamm", "Vilde", "Weiss", "Õun", "Ärm", "Öpik", "Ülo"],
    "is": ["Davíð", "Dóra", "Ðuro", "Etna", "Éva", "Zoe", "Þór", "Ægir", "Örn"],
    "lt": ["Yla", "Ivas", "Izidorius", "Jonas", "Sumas", "Šapas", "Zuokas", "Žukas"],
    "lv": ["Kzimirs", "Ķeniņš", "Lzura", "Ļaksa"],
    "hr": ["Cvek", "Čabar", "Ćosić", "Dvor", "Džaja", "Đurić", "Luka", "Ljubo", "Zvone", "Žan"],
    "sk": ["Ábel", "Azor", "Ämil", "Boris", "Hviezda", "Chren", "Ihla"],
    "sl": ["Cvet", "Čuk", "Zvon", "Žan"],
    "ro": ["Azur", "Ăla", "Svet", "Ștefan", "Şuta", "Tzara", "Țepeș"],
    "": ["Alpha", "Zulu", "Άλφα", "Анна", "王"],
}  # fmt: skip


@pytest.mark.parametrize("language", SORTED)
def test_dictionary_order(language: str) -> None:
    keys = {sort_key(name, language): name for name in reversed(SORTED[language])}
    assert [keys[key] for key in sorted(keys)] == SORTED[language]


def test_case_and_punctuation_do_not_sort() -> None:
    assert sort_key("o’BRIEN-Smith") == sort_key("O'Brien Smith").replace(" ", "")
    assert sort_key("<b>x</b>") == sort_key("bxb")
    assert sort_key("  Ana \t\n Maria ") == sort_key("ana maria")


@given(st.lists(NAMES, max_size=6), LANGUAGES)
def test_sqlite_sorts_keys_as_python_does(names: list[str], language: str) -> None:
    keys = [sort_key(name, language) for name in names]
    assert "\x00" not in "".join(keys)
    with sqlite3.connect(":memory:") as file:
        file.execute("create table line (key text)")
        file.executemany("insert into line values (?)", [(key,) for key in keys])
        rows = [row[0] for row in file.execute("select key from line order by key")]
    file.close()
    assert rows == sorted(keys)


@given(NAMES, NAMES, LANGUAGES)
def test_equal_keys_only_for_the_same_letters(one: str, other: str, language: str) -> None:
    if sort_key(one, language) == sort_key(other, language):
        assert fold(one).split() == fold(other).split() or not (one + other).isalnum()


@given(st.text(alphabet="abcxyz äåöéñ"), st.text(alphabet="abcxyz äåöéñ", min_size=1), LANGUAGES)
def test_a_longer_name_comes_after_its_beginning(start: str, rest: str, language: str) -> None:
    shorter, longer = sort_key(f"b{start}b", language), sort_key(f"b{start}b{rest}b", language)
    assert shorter < longer


@pytest.mark.parametrize(
    ("name", "letters", "called"),
    [
        ("Marta Lindqvist", "ML", "Marta"),
        ("Ludwig van Beethoven", "LB", "Ludwig"),
        ("Vincent van Gogh, Jr.", "VG", "Vincent"),
        ("Lindqvist, Marta Elin", "ML", "Marta"),
        ("Marta Lindqvist, Hotel Lindqvist", "ML", "Marta"),
        ("van der Berg", "B", "van der Berg"),
        ("Marta", "M", "Marta"),
        ("marta lindqvist", "ML", "marta"),
        ("Dr. Åsa Ek PhD", "ÅE", "Åsa"),
        ("A\u030asa Ek", "ÅE", "Åsa"),
        ("Frau Schmidt", "S", "Frau Schmidt"),
        ("Prof. Dr. Schmidt", "S", "Prof. Dr. Schmidt"),
        ("J. R. R. Tolkien", "JT", "J. R. R. Tolkien"),
        ("“Bob” (Robert) Smith", "BS", "Bob"),
        ("王小明", "王", "王小明"),
        ("山田 太郎", "山", "山田 太郎"),
        ("김철수", "김", "김철수"),
        ("🎉 Bob", "B", "Bob"),
        ("🎉", "🎉", "🎉"),
        ("<b>x</b>", "B", "<b>x</b>"),
        ("Dr.", "D", "Dr."),
        ("ßeta", "ß", "ßeta"),
        ("محمد علي", "مع", "محمد"),
        ("3M", "3", "3M"),
        ("  ", "?", ""),
        ("", "?", ""),
        ("---", "?", "---"),
    ],
)
def test_short_names(name: str, letters: str, called: str) -> None:
    assert initials(name) == letters
    assert first_name(name) == called


@given(NAMES)
def test_every_name_has_one_or_two_initials_and_something_to_call(name: str) -> None:
    assert 1 <= len(initials(name)) <= 2
    assert bool(first_name(name)) == bool(name.strip())


def test_digits_of_any_script() -> None:
    assert digits("+49 (0)30 / 12-34 ext. ٥") == "4903012345"


@pytest.mark.parametrize(
    "typed", ["+49 30 123456", "0049 30 123456", "030 123", "030-1234 56", "3456", "1234"]
)
def test_any_part_of_a_number_is_found_by_the_beginning_of_a_word(typed: str) -> None:
    tokens = phone_tokens("+49 (0)30 123456").split()
    assert any(token.startswith(phone_queries(typed)) for token in tokens)


@pytest.mark.parametrize("typed", ["+44 20 7946 0112", "0044 20 7946 0112", "+44 (0)20 79460112"])
def test_a_number_without_its_country_is_found_by_the_whole_number(typed: str) -> None:
    tokens = phone_tokens("020 7946 0112").split()
    assert any(token.startswith(phone_queries(typed)) for token in tokens)


def test_what_is_no_number_asks_for_nothing_and_a_short_one_for_itself() -> None:
    assert phone_queries("0") == phone_queries("Ana") == ()
    assert phone_queries("+49 30") == ("4930",)


@given(st.text(alphabet="0123456789", min_size=4, max_size=40), st.data())
def test_endings_make_every_part_a_beginning(number: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(number) - 4))
    end = data.draw(st.integers(start + 1, len(number)))
    tokens = phone_tokens(number).split()
    assert any(token.startswith(number[start:end]) for token in tokens)
    assert min(len(token) for token in tokens) == 4


def test_short_and_endless_numbers() -> None:
    assert phone_tokens("110") == "110"
    assert phone_tokens("no number") == ""
    assert len(phone_tokens("12345" * 1000)) < 1000


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("Called about\nthe opening", 40, "Called about the opening"),
        ("Called about the opening date", 20, "Called about the…"),
        ("Called about, the opening", 17, "Called about…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
        ("ab cde\u0301fgh", 6, "ab cd…"),
    ],
)
def test_excerpt(text: str, length: int, short: str) -> None:
    assert excerpt(text, length) == short


@given(WRITTEN, st.integers(1, 40))
def test_an_excerpt_is_one_line_and_never_too_long(text: str, length: int) -> None:
    short = excerpt(text, length)
    assert len(short) <= length
    assert len(short.splitlines()) <= 1
