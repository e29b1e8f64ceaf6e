"""What the tests of contact files share."""

from dataclasses import replace
from pathlib import Path

from notebook.formats.vcard import Card, Property, Reading, read

CORPUS = Path(__file__).parent / "vcards"


def reading_of(*lines: str, version: str = "3.0") -> Reading:
    """Read one card with these lines."""
    text = "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])
    return read(text.encode())


def card_of(*lines: str, version: str = "3.0") -> Card:
    """Read one card with these lines, which must give exactly one card."""
    reading = reading_of(*lines, version=version)
    assert not reading.problems
    (card,) = reading.cards
    return card


def kept(card: Card) -> list[tuple[object, ...]]:
    """What a card's unknown properties say, wherever they stood."""
    return [(prop.group, prop.name, prop.params, prop.value) for prop in card.unknown]


def meaning(card: Card) -> tuple[Card, list[tuple[object, ...]]]:
    """A card without what depends on the place and the spelling in a file."""
    return replace(card, line=0, properties=(), unknown=(), text=""), kept(card)


def lines_of(properties: tuple[Property, ...]) -> list[str]:
    """Properties as short texts."""
    return [
        f"{prop.group + '.' if prop.group else ''}{prop.name}:{prop.value}" for prop in properties
    ]
