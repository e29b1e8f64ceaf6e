"""Bytes to the content lines of each card: line ends, cards inside cards, folded lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_UTF8_MARK = b"\xef\xbb\xbf"
_SPACE = b" \t"
_HEADER = re.compile(rb'(?:[^":]++|"[^"]*+")*+:')
_AGENT = re.compile(rb"(?:[\w-]+\.)?AGENT(?:;[^:]*)?:(BEGIN:VCARD)?", re.IGNORECASE)
_B = (b"B", b"b")
_LONGEST_AGENT = 300
_BEGIN, _END = b"BEGIN:VCARD", b"END:VCARD"


@dataclass(frozen=True, slots=True)
class Line:
    """One line and its number in the file, counted from 1."""

    number: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one card, or lines that stand outside any card."""

    is_card: bool
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A BEGIN or END; `inner` where the line before says that a card inside the card follows."""

    index: int
    begins: bool
    inner: bool = False


def blocks(data: bytes) -> Iterator[Block]:
    """Cut a file into its cards and the lines between them, in time linear to its size.

    A BEGIN without its END lasts until the next BEGIN. Cards inside a card belong to the outer one.
    """
    lines = physical_lines(data)
    marks = list(_marks(lines))
    partners = _partners(marks)
    position = done = 0
    while position < len(marks):
        mark = marks[position]
        if not mark.begins:
            position += 1
            continue
        yield from _outside(lines, done, mark.index)
        position, stop = _extent(marks, partners, position, len(lines))
        yield Block(is_card=True, lines=_numbered(lines, mark.index, stop))
        done = stop
    yield from _outside(lines, done, len(lines))


def physical_lines(data: bytes) -> list[bytes]:
    """Cut at LF, CR LF, CR CR LF (some iPhones) and lone CR."""
    pieces = data.split(b"\n")
    if b"\r" not in data:
        return pieces
    lines: list[bytes] = []
    for piece in pieces:
        bare = piece.rstrip(b"\r")
        lines.extend(bare.split(b"\r") if b"\r" in bare else (bare,))
    return lines


def header_end(line: bytes) -> int:
    """Return where the colon stands that ends name and parameters; -1 where there is none."""
    found = _HEADER.match(line)
    return found.end() - 1 if found else line.find(b":")


def begins(line: bytes) -> bool:
    """Whether this line opens a card, also one inside another."""
    if line[:1] in _B:
        return _compact(line) == _BEGIN
    may_be = len(line) < _LONGEST_AGENT and b":" in line
    agent = _AGENT.fullmatch(line.rstrip()) if may_be else None
    return bool(agent and agent[1])


def ends(line: bytes) -> bool:
    """Whether this line closes a card."""
    return line[:1] in (b"E", b"e") and _compact(line) == _END


def _compact(line: bytes) -> bytes:
    return line.replace(b" ", b"").replace(b"\t", b"").upper() if b":" in line else b""


def _marks(lines: list[bytes]) -> Iterator[_Mark]:
    """Find each BEGIN and END; a card that is indented as a whole is moved to the left on the way."""
    depth, indent = 0, b""
    for index, line in enumerate(lines):
        bare = line
        if depth == 0:
            bare = line.lstrip(_SPACE)
            indent = line[: len(line) - len(bare)]
            bare = bare.removeprefix(_UTF8_MARK)
        elif indent and line.startswith(indent):
            bare = line[len(indent) :]
        if ends(bare):
            depth = max(depth - 1, 0)
            yield _Mark(index, begins=False)
        elif _opens(bare, lines, index, depth):
            depth += 1
            yield _Mark(index, begins=True, inner=depth > 1 and _is_inner(bare, lines, index))
        if depth or ends(bare):
            lines[index] = bare


def _opens(line: bytes, lines: list[bytes], index: int, depth: int) -> bool:
    if not begins(line):
        return False
    if line[:1] in _B:
        return True
    folded = index + 1 < len(lines) and lines[index + 1][:1] in (b" ", b"\t")
    return depth > 0 and not folded


def _is_inner(line: bytes, lines: list[bytes], index: int) -> bool:
    before = next((lines[at] for at in range(index - 1, max(index - 4, -1), -1) if lines[at]), b"")
    return line[:1] not in _B or bool(_AGENT.fullmatch(before.rstrip()))


def _partners(marks: list[_Mark]) -> dict[int, int]:
    """Each BEGIN that has one, with its END, as positions in `marks`."""
    waiting: list[int] = []
    found: dict[int, int] = {}
    for position, mark in enumerate(marks):
        if mark.begins:
            waiting.append(position)
        elif waiting:
            found[waiting.pop()] = position
    return found


def _extent(
    marks: list[_Mark], partners: dict[int, int], position: int, count: int
) -> tuple[int, int]:
    """Where the card at `position` stops: the next mark to look at, and the line after its last."""
    if position in partners:
        end = partners[position]
        return end + 1, marks[end].index + 1
    position += 1
    while position < len(marks) and marks[position].inner:
        position = partners.get(position, position) + 1
    return position, marks[position].index if position < len(marks) else count


def _outside(lines: list[bytes], start: int, stop: int) -> Iterator[Block]:
    """Yield lines outside the cards, a block up to each END that has no BEGIN, without empty ones."""
    block: list[Line] = []
    for line in _numbered(lines, start, stop):
        if line.data.strip():
            block.append(line)
        if ends(line.data):
            yield from _said(block)
            block = []
    yield from _said(block)


def _said(block: list[Line]) -> Iterator[Block]:
    if any(not ends(line.data) for line in block):
        yield Block(is_card=False, lines=block)


def _numbered(lines: list[bytes], start: int, stop: int) -> list[Line]:
    return [Line(index + 1, lines[index]) for index in range(start, stop)]
