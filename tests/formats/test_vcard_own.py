"""Fields of the user's own travel in contact files and come back as they were."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from notebook.formats.vcard import Card, OwnEntry, read, write

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)
WORDS = TEXT.map(lambda text: " ".join(text.split())).filter(bool)
ANA = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\n{}END:VCARD\r\n"


def only(text: str) -> Card:
    (card,) = read(text.encode()).cards
    return card


@given(WORDS, st.sampled_from(["text", "choice", ""]), st.lists(WORDS, max_size=3), WORDS)
def test_what_is_written_is_read_again(
    name: str, kind: str, choices: list[str], value: str
) -> None:
    entry = OwnEntry(name, kind, tuple(choices), value)
    card = replace(only(ANA.format("")), own_entries=(entry, entry))
    assert only(write(card)).own_entries == (entry, entry)
    assert only(write(only(write(card)))).own_entries == (entry, entry)


def test_a_value_of_several_lines_stays_whole() -> None:
    entry = OwnEntry('Says "hi"; often, ^', "text", (), "one\ntwo; three, \\four")
    card = replace(only(ANA.format("")), own_entries=(entry,))
    assert only(write(card)).own_entries == (entry,)


def test_a_changed_value_does_not_bring_the_old_one_back() -> None:
    old = only(ANA.format("item1.X-NOTEBOOK-FIELD;X-NAME=Hat;X-SEEN=1:Felt\r\n"))
    assert [entry.value for entry in old.own_entries] == ["Felt"]
    assert "X-SEEN=1" in write(old)
    new = replace(old, own_entries=(replace(old.own_entries[0], value="Straw"),))
    assert "Felt" not in write(new)
    assert "X-NAME=Hat:Straw" in write(new)


def test_without_a_name_or_a_value_it_is_no_field() -> None:
    card = only(ANA.format("X-NOTEBOOK-FIELD:Felt\r\nX-NOTEBOOK-FIELD;X-NAME=Hat:\r\n"))
    assert card.own_entries == ()
    assert "X-NOTEBOOK-FIELD:Felt" in write(card)
