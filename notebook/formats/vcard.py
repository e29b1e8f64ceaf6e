"""Contact files of version 2.1, 3.0 and 4.0: read without losing anything, and written.

`read` takes bytes and never fails: a bad line does not cost its card, a bad card does not cost the
file. `write` gives a card back as text, with all that other programs had put on it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from notebook.formats.vcard_charset import as_utf8
from notebook.formats.vcard_fields import Meaning, left_over, name_in_words, understand
from notebook.formats.vcard_lines import Block, Line, begins, blocks, ends
from notebook.formats.vcard_property import parse
from notebook.formats.vcard_records import (
    Card,
    ContactDetail,
    DetailKind,
    OwnEntry,
    Problem,
    Property,
    Reading,
)
from notebook.formats.vcard_text import escaped
from notebook.formats.vcard_unfold import unfold
from notebook.formats.vcard_write import write
from notebook.translate import translate

__all__ = [
    "Card",
    "ContactDetail",
    "DetailKind",
    "OwnEntry",
    "Problem",
    "Property",
    "Reading",
    "read",
    "read_one_by_one",
    "write",
]


def read(data: bytes) -> Reading:
    """Return the cards of a file, and for all else in it a problem with the line where it begins.

    Each BEGIN:VCARD, save those inside another card, becomes either a card or a problem.
    """
    outcomes = list(read_one_by_one(data))
    return Reading(
        cards=tuple(outcome for outcome in outcomes if isinstance(outcome, Card)),
        problems=tuple(outcome for outcome in outcomes if isinstance(outcome, Problem)),
    )


def read_one_by_one(data: bytes) -> Iterator[Card | Problem]:
    """Yield what `read` returns, each as soon as it is understood: many cards take their time."""
    found = list(blocks(as_utf8(data)))
    if not any(block.is_card for block in found):
        text = "\n".join(_outside(block).text for block in found)
        yield Problem(1, translate("vcard", "This file holds no contact card."), text)
        return
    for block in found:
        yield _card(block.lines) if block.is_card else _outside(block)


def _outside(block: Block) -> Problem:
    text = "\n".join(parse(line, old=False).raw for line in block.lines)
    sentence = translate("vcard", "These lines do not belong to any contact card.")
    return Problem(block.lines[0].number, sentence, text)


def _card(block: Sequence[Line]) -> Card | Problem:
    old = _is_old(block)
    lines = unfold(block, old=old)
    parsed = [parse(line, old=old) for line in lines]
    text = "\n".join(prop.raw for prop in parsed).rstrip("\n")
    properties = _without_inner_cards(lines[1:], parsed[1:])
    meaning = understand(properties)
    name = _name(meaning, properties)
    if not name:
        sentence = translate(
            "vcard", "This card names nobody: no name, no e-mail address, no telephone."
        )
        return Problem(block[0].number, sentence, text, is_card=True)
    family, given = meaning.names.value
    return Card(
        line=block[0].number,
        uid=meaning.uid.value,
        name=name,
        given_name=given,
        family_name=family,
        nickname=meaning.nickname.value,
        organisation=meaning.organisation.value,
        title=meaning.title.value,
        details=tuple(source.value for source in meaning.details),
        birthday=meaning.birthday.value,
        note=meaning.note.value,
        categories=meaning.categories.value,
        properties=tuple(properties),
        unknown=tuple(properties[at] for at in left_over(properties, meaning)),
        text=text,
        own_entries=tuple(source.value for source in meaning.own_entries),
    )


def _name(meaning: Meaning, properties: Sequence[Property]) -> str:
    """The name to show: the formatted one, or the best that stands for it."""
    reached = [
        source.value.value
        for kind in ("email", "phone")
        for source in meaning.details
        if source.value.kind == kind
    ]
    candidates = (
        meaning.formatted_name.value,
        name_in_words(properties),
        meaning.nickname.value,
        meaning.organisation.value,
        *reached,
    )
    return next(filter(None, candidates), "")


def _is_old(block: Iterable[Line]) -> bool:
    """Whether the card says that it is of version 2; one that says nothing counts as version 3."""
    for line in block:
        if line.data[:7].upper() == b"VERSION":
            return line.data[7:].lstrip(b" \t:").startswith(b"2")
    return False


def _without_inner_cards(lines: Sequence[Line], parsed: Sequence[Property]) -> list[Property]:
    """Put each card inside the card into one AGENT, as version 3.0 writes it."""
    found: list[Property] = []
    inner: list[Property] = []
    depth = 0
    for line, prop in zip(lines, parsed, strict=True):
        opens, closes = begins(line.data), ends(line.data)
        if depth or opens:
            inner.append(prop)
            depth += opens - closes
            if not depth:
                found.append(_agent(inner, found))
                inner = []
        elif not closes and line.data:
            found.append(prop)
    found += [_agent(inner, found)] if inner else []
    return [_with_end(prop) if prop.name == "AGENT" else prop for prop in found]


def _with_end(agent: Property) -> Property:
    """An inner card that is only opened is closed, or it would swallow what we write after it."""
    if agent.value.replace(" ", "").strip().upper() != "BEGIN:VCARD":
        return agent
    return replace(agent, value=rf"{agent.value}\nEND:VCARD")


def _agent(inner: Sequence[Property], before: list[Property]) -> Property:
    """One property with the text of an inner card; an empty AGENT line before it is part of it."""
    first = inner[0]
    introduced = before[-1:] and before[-1].name == "AGENT" and not before[-1].value.strip()
    head = before.pop() if introduced else first
    named = head.name == "AGENT"
    texts = [prop.raw for prop in inner]
    raw = "\n".join([head.raw, *texts] if introduced else texts)
    if first.name == "AGENT":
        texts[0] = first.value
    return Property(
        head.group if named else "",
        "AGENT",
        head.params if named else (),
        escaped("\n".join(texts).rstrip("\n")),
        raw,
        head.line,
    )
