"""The lines of a calendar file: cut into events and time zones before anything is understood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from notebook.formats.vcard_charset import as_utf8, text_of

_BEGIN = re.compile(r"\s*BEGIN\s*:\s*(\S+)\s*", re.IGNORECASE)
_END = re.compile(r"\s*END\s*:\s*(\S+)\s*", re.IGNORECASE)
_LINE = re.compile(rb"\r\n|\n|\r")
_WANTED = {"VEVENT", "VTIMEZONE"}


@dataclass(slots=True)
class Block:
    """A component with everything in it; `is_whole` says that its end was there."""

    name: str
    line: int
    lines: list[str] = field(default_factory=list)
    is_whole: bool = False

    @property
    def text(self) -> str:
        """The component as a parser reads it."""
        return "\r\n".join([*self.lines, ""])


def content_lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Yield the unfolded lines of a file with the numbers at which they begin.

    They are unfolded before they are decoded: a fold may cut a letter in two.
    """
    number, parts = 0, list[bytes]()
    for at, piece in enumerate(_LINE.split(as_utf8(data)), 1):
        if parts and piece[:1] in (b" ", b"\t"):
            parts.append(piece[1:])
            continue
        if parts:
            yield number, text_of(b"".join(parts))
        number, parts = at, [piece] if piece.strip() else []
    if parts:
        yield number, text_of(b"".join(parts))


def blocks(data: bytes) -> Iterator[Block]:
    """Yield events and time zones; one that is cut off ends where the next one begins."""
    block: Block | None = None
    inside: list[str] = []
    for number, line in content_lines(data):
        begin, end = _BEGIN.fullmatch(line), _END.fullmatch(line)
        name = begin[1].upper() if begin else ""
        if block is not None and (name in _WANTED or (end and end[1].upper() == "VCALENDAR")):
            yield block
            block = None
        if block is None:
            if name in _WANTED:
                block, inside = Block(name, number, [line]), []
            continue
        block.lines.append(line)
        if begin:
            inside.append(name)
        elif end and inside:
            inside.pop()
        elif end:
            block.is_whole = True
            yield block
            block = None
    if block is not None:
        yield block
