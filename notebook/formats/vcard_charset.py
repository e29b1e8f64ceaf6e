"""The text behind bytes, whatever character set a contact file was written in."""

import codecs
import re
from functools import lru_cache

_WHOLE_FILE = (  # the longer mark first: the mark of UTF-32 begins with the one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"B\0E\0G\0", "utf-16-le"),
    (b"\0B\0E\0G", "utf-16-be"),
)
_SENSIBLE = re.compile(
    r"utf-(8|16|32)|iso8859|iso2022|cp\d|koi8|shift_jis|euc_|gb|big5|mac-|ascii|tis|johab|kz|ptcp|hp-"
)
_SEVERAL_BYTES = re.compile(r"iso2022|shift_jis|euc_|gb|big5|johab|cp9[345]|utf-(16|32)")
_WIDER = {  # the name that programs write, and what they then really use
    "ascii": ("cp1252",),
    "iso8859-1": ("cp1252", "iso8859-1"),
    "shift_jis": ("shift_jis", "cp932"),
    "gb2312": ("gb2312", "gb18030"),
    "gbk": ("gb18030",),
    "euc_kr": ("euc_kr", "cp949"),
}
_WIDE_LETTER = re.compile("[\u0800-\U0010ffff]")
_ESCAPE = b"\x1b"


def as_utf8(data: bytes) -> bytes:
    """Return the file without its byte order mark, and as UTF-8 where it was UTF-16 or UTF-32."""
    if data.startswith(codecs.BOM_UTF8):
        return data[len(codecs.BOM_UTF8) :]
    for mark, encoding in _WHOLE_FILE:
        if data[: len(mark)].upper() == mark:
            return data.decode(encoding, "replace").encode()
    return data


def text_of(data: bytes, declared: str = "") -> str:
    """Return the text of one line's bytes; `declared` is its CHARSET, if it names one.

    UTF-8 wins wherever the bytes are valid UTF-8: many programs declare what they do not do. The
    exception are the Asian character sets: a letter or two of theirs may look like UTF-8 by chance,
    though hardly ever like the letters of UTF-8 from U+0800 on, where all Asian ones are.
    """
    if data.isascii() and _ESCAPE not in data:
        return data.decode("ascii")
    unicode = _strictly(data, ("utf-8",))
    encodings = _encodings(declared)
    if unicode is not None and not (
        encodings and _SEVERAL_BYTES.match(encodings[0]) and not _WIDE_LETTER.search(unicode)
    ):
        return unicode
    local = _strictly(data, encodings)
    if local is not None:
        return local
    return _damaged(data) if unicode is None else unicode


def _damaged(data: bytes) -> str:
    """Text that is no valid UTF-8: UTF-8 with some slips in it, or the usual Western characters."""
    tolerant = data.decode("utf-8", "replace")
    slips = tolerant.count("\ufffd")
    ascii_letters = len(data.translate(None, bytes(range(128, 256))))
    if len(tolerant) - ascii_letters - slips >= slips:
        return data.decode("utf-8", _WESTERN_SLIPS)
    return _strictly(data, ("cp1252",)) or data.decode("latin-1")


def _western(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Western characters, so that nothing is lost."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    slip = error.object[error.start : error.end]
    return _strictly(slip, ("cp1252",)) or slip.decode("latin-1"), error.end


_WESTERN_SLIPS = "notebook.western"
codecs.register_error(_WESTERN_SLIPS, _western)


def _strictly(data: bytes, encodings: tuple[str, ...]) -> str | None:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


@lru_cache(maxsize=64)
def _encodings(declared: str) -> tuple[str, ...]:
    """Python's names for a declared character set; none for unknown ones and for odd codecs."""
    if not re.fullmatch(r"[A-Za-z0-9][\w:-]{1,30}", declared, re.ASCII):
        return ()
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return ()
    return _WIDER.get(name, (name,)) if _SENSIBLE.match(name) else ()
