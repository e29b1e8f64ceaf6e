"""One content line and its property, both ways: group, name, parameters, value."""

import binascii
import re

from notebook.formats.vcard_charset import text_of
from notebook.formats.vcard_lines import Line, header_end
from notebook.formats.vcard_records import Property
from notebook.formats.vcard_text import escaped, modern, on_one_line

Params = tuple[tuple[str, tuple[str, ...]], ...]

KEPT_LINE = "X-NOTEBOOK-LINE"
"""The property in which a line that is none travels in the files that we write."""

_CUSTOMARY = {"X-ABLABEL": "X-ABLabel", "X-ABSHOWAS": "X-ABShowAs"}
_NAME = re.compile(r"[\w/-]+", re.ASCII)
_GROUP = re.compile(r"[\w./ -]*", re.ASCII)
_PARAM_NAME = re.compile(r"[\w/-]+", re.ASCII)
_PLAIN_VALUE = re.compile(
    r"[^\s\x00-\x1f\x7f\";:,^](?:[^\x00-\x1f\x7f\";:,^]*[^\s\x00-\x1f\x7f\";:,^])?"
)
_CARET = re.compile(r"\^(['n^])")
_CARET_NEEDED = re.compile(r"\r\n|[\r\n^\"]")
_QUOTED_PRINTABLE = frozenset({"QUOTED-PRINTABLE", "QP"})
_BASE64 = frozenset({"BASE64", "B"})
_BARE_NAMES = {
    **dict.fromkeys(("QUOTED-PRINTABLE", "BASE64", "7BIT", "8BIT"), "ENCODING"),
    **dict.fromkeys(("URL", "URI", "INLINE", "CID", "CONTENT-ID"), "VALUE"),
}
_ALWAYS_TEXT = frozenset(
    (
        "FN",
        "N",
        "NICKNAME",
        "ORG",
        "TITLE",
        "NOTE",
        "ADR",
        "TEL",
        "EMAIL",
        "URL",
        "CATEGORIES",
        "BDAY",
        "UID",
    )
)


def parse(line: Line, *, old: bool) -> Property:
    """Return the property of an unfolded line; `old` is version 2.1. Anything at all is accepted."""
    end = header_end(line.data)
    charset = _declared_charset(line.data[: max(end, 0)])
    header, value = text_of(line.data[: max(end, 0)], charset), line.data[end + 1 :]
    group, name = _group_and_name(header)
    if end < 0 or not name:
        text = text_of(line.data)
        return Property("", "", (), text, text, line.number)
    params = _parsed_params(header, old=old)
    raw = f"{header}:{text_of(value, charset)}"
    if name == KEPT_LINE:
        return Property("", "", (), text_of(value), raw, line.number)
    text, params = _decoded(name, value, params, charset)
    if old:
        text = modern(name, text)
    return Property(group, name, params, on_one_line(text), raw, line.number)


def content_line(prop: Property) -> str:
    """Return a property as one unfolded line of version 3.0; `parse` reads the same from it."""
    if not prop.name:
        return f"{KEPT_LINE}:{on_one_line(prop.value)}"
    group = f"{prop.group}." if prop.group else ""
    params = "".join(
        f";{name}=" + ",".join(map(_param_text, values)) for name, values in prop.params
    )
    return f"{group}{_CUSTOMARY.get(prop.name, prop.name)}{params}:{on_one_line(prop.value)}"


def text_property(name: str, text: str, params: Params = (), group: str = "") -> Property:
    """Return a new property whose value is this text, escaped."""
    return Property(group, name, params, escaped(text))


def param_values(prop: Property, name: str) -> list[str]:
    """Return all values of a parameter, cut at the commas inside quotes too."""
    found = (value for key, values in prop.params if key == name for value in values)
    return [part.strip() for value in found for part in value.split(",")]


def _declared_charset(header: bytes) -> str:
    found = re.search(rb';\s*CHARSET\s*=\s*"?([\w:.-]{1,40})', header, re.IGNORECASE)
    return found[1].decode("ascii") if found else ""


def _group_and_name(header: str) -> tuple[str, str]:
    """Return the group and the name in capitals; an empty name where it is no property's."""
    group, _, name = header.partition(";")[0].strip().rpartition(".")
    name = name.strip()
    if _NAME.fullmatch(name) and _GROUP.fullmatch(group):
        return group, name.upper()
    return "", ""


def _parsed_params(header: str, *, old: bool) -> Params:
    pieces = (piece.strip() for piece in _cut(header, ";")[1:])
    return tuple(_param(piece, old=old) for piece in pieces if piece)


def _param(piece: str, *, old: bool) -> tuple[str, tuple[str, ...]]:
    name, equals, values = piece.partition("=")
    name = name.strip().upper()
    if equals and _PARAM_NAME.fullmatch(name):
        return name, tuple(_param_value(value, old=old) for value in _cut(values, ","))
    return _BARE_NAMES.get(piece.upper(), "TYPE"), (_param_value(piece, old=old),)


def _param_value(text: str, *, old: bool) -> str:
    r"""Undo quotes and, from version 3.0 on, the escapes of RFC 6868: ^n, ^' and ^^."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    if old:
        return text
    return _CARET.sub(lambda match: {"n": "\n", "'": '"', "^": "^"}[match[1]], text)


def _param_text(value: str) -> str:
    if _PLAIN_VALUE.fullmatch(value):
        return value
    carets = {"^": "^^", '"': "^'"}
    return '"' + _CARET_NEEDED.sub(lambda match: carets.get(match[0], "^n"), value) + '"'


def _cut(text: str, separator: str) -> list[str]:
    """Cut at separators that stand outside quotes."""
    if '"' not in text:
        return text.split(separator)
    pieces, start = [], 0
    for match in re.finditer(rf'"[^"]*"|{separator}', text):
        if match[0] == separator:
            pieces.append(text[start : match.start()])
            start = match.end()
    return [*pieces, text[start:]]


def _decoded(name: str, value: bytes, params: Params, charset: str) -> tuple[str, Params]:
    """Return the value's text, and the parameters without those that are now dealt with."""
    encodings = {text.upper() for key, values in params if key == "ENCODING" for text in values}
    rest = tuple(param for param in params if param[0] != "CHARSET")
    without_encoding = tuple(param for param in rest if param[0] != "ENCODING")
    if encodings & _QUOTED_PRINTABLE:
        return text_of(binascii.a2b_qp(value), charset), without_encoding
    if not encodings & _BASE64:
        return text_of(value, charset), without_encoding if encodings <= {"7BIT", "8BIT"} else rest
    if name not in _ALWAYS_TEXT:
        return "".join(text_of(value).split()), rest
    try:
        plain = binascii.a2b_base64(value, strict_mode=True)
    except binascii.Error:
        return text_of(value, charset), rest
    return text_of(plain, charset), without_encoding
