"""Folded lines of a card put together again, as bytes, before anything is decoded.

Programs fold in four ways: with white space at the start of the next line (RFC 2425), with `=` at
the end of a quoted-printable line (version 2.1), base64 without any sign, and by accident with a
backslash before a bare line break. Each is told from what the line itself says.
"""

import re
from collections.abc import Iterable

from notebook.formats.vcard_lines import Line, begins, ends, header_end

_QUOTED = re.compile(
    rb';\s*+(?:ENCODING\s*+=\s*+)?"?QUOTED-PRINTABLE"?\s*+(?:[;:]|\Z)', re.IGNORECASE
)
_BASE64 = re.compile(rb';\s*+(?:ENCODING\s*+=\s*+)?"?(?:BASE64|B)"?\s*+(?:[;:]|\Z)', re.IGNORECASE)
_BASE64_ONLY = re.compile(rb"[A-Za-z0-9+/=]++[ \t]*+")
_PROPERTY = re.compile(rb"(?:[\w./-]++)(?:;[^:]*+)?:")
_SPACE = b" \t"
_FULL_WIDTH = 40
"""A base64 line shorter than this is the last one; wrapped ones have 60 to 77 letters."""


class _Growing:
    """A content line that the next line of the file may still belong to."""

    __slots__ = ("base64", "closed", "has_card", "number", "old", "parts", "quoted")

    def __init__(self, line: Line, *, old: bool) -> None:
        self.number = line.number
        self.parts = [line.data.lstrip(_SPACE)]
        self.old = old
        opens = begins(self.parts[0])
        self.has_card = opens and self.parts[0][:1] in (b"A", b"a")
        self.closed = (opens and not self.has_card) or ends(self.parts[0])
        self._look_at_header()

    def _look_at_header(self) -> None:
        """A header may be folded too, so each of the first pieces can tell the encoding."""
        start = b"".join(self.parts)
        header = start[: header_end(start)] if b":" in start else start
        self.quoted = bool(_QUOTED.search(header))
        self.base64 = bool(_BASE64.search(header))

    def add(self, piece: bytes) -> None:
        self.parts.append(piece)
        if len(self.parts) <= 4:
            self._look_at_header()

    def take(self, piece: bytes, *, after_gap: bool) -> bool:
        """Add the next line of the file if it belongs here, and say whether it did."""
        if self.closed:
            return False
        if self.quoted and not after_gap and self._has_soft_break():
            return self._take_after_soft_break(piece)
        if piece[:1] in (b" ", b"\t"):
            self.add(self._without_fold(piece))
            return True
        if after_gap or not piece:
            return False
        return self._take_base64(piece) if self.base64 else self._take_after_backslash(piece)

    def _has_soft_break(self) -> bool:
        return self.parts[-1].rstrip(_SPACE).endswith(b"=")

    def _take_after_soft_break(self, piece: bytes) -> bool:
        self.parts[-1] = self.parts[-1].rstrip(_SPACE)[:-1]
        if begins(piece) or ends(piece):
            return False
        self.parts.append(piece)
        return True

    def _without_fold(self, piece: bytes) -> bytes:
        """Version 2.1 folds at a space that stays, later ones put one in that goes.

        Some programs indent a whole card inside an AGENT: its lines must stay lines.
        """
        if self.has_card and piece[1:2] != b"\\":
            return b"\\n" + piece[1:]
        if self.base64:
            return piece.strip(_SPACE)
        if self.old and not self.quoted:
            return b" " + piece.lstrip(_SPACE)
        return piece[1:]

    def _take_base64(self, piece: bytes) -> bool:
        last = self.parts[-1]
        is_last = len(last) < _FULL_WIDTH and not last.endswith(b":")
        if is_last or not _BASE64_ONLY.fullmatch(piece):
            return False
        self.add(piece.rstrip(_SPACE))
        return True

    def _take_after_backslash(self, piece: bytes) -> bool:
        last = self.parts[-1]
        if (len(last) - len(last.rstrip(b"\\"))) % 2 == 0 or _PROPERTY.match(piece):
            return False
        self.parts.append(b"n" + piece)
        return True

    def done(self) -> Line:
        return Line(self.number, b"".join(self.parts))


def unfold(lines: Iterable[Line], *, old: bool) -> list[Line]:
    """Return the content lines of a card, empty lines between them kept; `old` is version 2.1."""
    found: list[Line] = []
    gap: list[Line] = []
    growing: _Growing | None = None
    for line in lines:
        if growing and growing.take(line.data, after_gap=bool(gap)):
            gap = []
        elif not line.data:
            gap.append(line)
        else:
            found += [*([growing.done()] if growing else []), *gap]
            gap = []
            growing = _Growing(line, old=old)
    return [*found, *([growing.done()] if growing else []), *gap]
