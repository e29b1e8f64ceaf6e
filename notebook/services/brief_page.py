"""The brief as a page of text: its parts, each cut to the most useful lines, the rest counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from notebook.domain.text import excerpt
from notebook.translate import translate

LINE_LENGTH = 160
"""Characters after which a line ends in …: one page must hold them all."""

BriefTone = Literal["calm", "warn", "bad", "ok"]


class BriefPart(StrEnum):
    """What a part of the brief is about."""

    MEETING = "meeting"
    FIRST = "first"
    START = "start"
    STANDING = "standing"
    SINCE = "since"
    PROMISES = "promises"
    ASKING = "asking"
    EXPECTS = "expects"
    DATES = "dates"
    WORDS = "words"
    AVOID = "avoid"
    PERSON = "person"
    HELP = "help"


_MOST_LINES = {
    BriefPart.MEETING: 6,
    BriefPart.FIRST: 4,
    BriefPart.START: 5,
    BriefPart.STANDING: 5,
    BriefPart.SINCE: 4,
    BriefPart.PROMISES: 6,
    BriefPart.ASKING: 6,
    BriefPart.EXPECTS: 7,
    BriefPart.DATES: 5,
    BriefPart.WORDS: 6,
    BriefPart.AVOID: 5,
    BriefPart.PERSON: 8,
    BriefPart.HELP: 5,
}


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line; `tag` is a word before it ("ours, Fri"), `tone` how much it presses.

    `fact_id` is the fact that one may begin the talk with.
    """

    text: str
    tag: str = ""
    tone: BriefTone = "calm"
    fact_id: int | None = None


@dataclass(frozen=True, slots=True)
class BriefSection:
    """One part of the page: the most useful lines, and how many more there are."""

    part: BriefPart
    heading: str
    lines: tuple[BriefLine, ...]
    more: int = 0

    @property
    def rest(self) -> str:
        """What stands below the lines: "and 12 more", or nothing."""
        return translate("brief", "and %n more", self.more) if self.more else ""


@dataclass(frozen=True, slots=True)
class Brief:
    """One page about one person, in two columns; `photo_at` as in the list of people."""

    person_id: int
    name: str
    about: str
    context: str
    left: tuple[BriefSection, ...]
    right: tuple[BriefSection, ...]
    photo_at: str = ""


def section(
    part: BriefPart, heading: str, lines: Sequence[BriefLine], total: int | None = None
) -> BriefSection:
    """Return a part with as many of its lines as there is room for; `total` counts all there are."""
    kept = tuple(lines[: _MOST_LINES[part]])
    return BriefSection(part, heading, kept, (len(lines) if total is None else total) - len(kept))


def shortened(brief: Brief, most: int, length: int) -> Brief:
    """Return the page with at most `most` lines in each part, the rest counted.

    `length` is the number of characters after which a line, and the name, end in "…".
    """
    return replace(
        brief,
        name=excerpt(brief.name, length),
        left=tuple(_shortened(each, most, length) for each in brief.left),
        right=tuple(_shortened(each, most, length) for each in brief.right),
    )


def _shortened(each: BriefSection, most: int, length: int) -> BriefSection:
    lines = tuple(replace(one, text=excerpt(one.text, length)) for one in each.lines[:most])
    return replace(each, lines=lines, more=each.more + len(each.lines) - len(lines))


def most_lines(part: BriefPart) -> int:
    """Return how many lines a part has room for."""
    return _MOST_LINES[part]


def line(
    text: str, tag: str = "", tone: BriefTone = "calm", *, length: int = LINE_LENGTH
) -> BriefLine:
    """Return a line on which the beginning of `text` stands, `length` characters at most."""
    return BriefLine(excerpt(text, length), tag, tone)


def filled_sections(sections: Iterable[BriefSection]) -> tuple[BriefSection, ...]:
    """Return the parts that say something."""
    return tuple(each for each in sections if each.lines)


def as_text(brief: Brief) -> str:
    """Return the page as plain text, with a line break at its end."""
    head = [" ".join(brief.name.split()), brief.about, brief.context]
    blocks = ["\n".join(each for each in head if each)]
    for each in (*brief.left, *brief.right):
        lines = [f"- {_tagged(one)}" for one in each.lines]
        blocks.append("\n".join([each.heading, *lines, *([f"  {each.rest}"] if each.rest else [])]))
    return "\n\n".join(blocks) + "\n"


def _tagged(one: BriefLine) -> str:
    return f"[{one.tag}] {one.text}" if one.tag else one.text
