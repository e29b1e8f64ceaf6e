r"""How texts stand in a vCard: backslash escapes, parts at semicolons, lists at commas.

Everything here speaks the escapes of version 3.0 and 4.0 (RFC 2426, RFC 6350); `modern` brings the
values of version 2.1 to them, so that the rest of the reader need not know the version.
"""

import re
from collections.abc import Iterable, Iterator

_ESCAPED = re.compile(r'\\([\\,;:"nN])')
_SPECIAL = re.compile(r"\r\n|[\\,;\r\n]")
_NEW_LINE = re.compile(r"\r\n|\r|\n")
_OLD = re.compile(r"\\[\\;,:nN]|\\|\r\n|\r|\n")
_WITH_PARTS = frozenset({"N", "ADR", "ORG", "SOUND", "GEO"})


def readable(value: str) -> str:
    """Return a property's value as a person reads it, without escapes."""
    if "\\" not in value:
        return value
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def escaped(text: str) -> str:
    """Return a text as one value: the opposite of `readable`."""
    return _SPECIAL.sub(lambda match: "\\n" if match[0] in "\r\n" else "\\" + match[0], text)


def on_one_line(value: str) -> str:
    """Return a value whose line breaks, if it has any, are escaped."""
    return _NEW_LINE.sub(r"\\n", value)


def parts(value: str) -> list[str]:
    """Return the readable parts of a value such as a name, an address or an organisation."""
    return [readable(part).strip() for part in _cut(value, ";")]


def raw_parts(value: str) -> list[str]:
    """Return the same parts with their escapes."""
    return list(_cut(value, ";"))


def listed(value: str) -> list[str]:
    """Return the readable members of a list such as categories, without empty ones."""
    members = (readable(part).strip() for part in _cut(value, ","))
    return [member for member in members if member]


def modern(name: str, value: str) -> str:
    r"""Return a decoded value of version 2.1 with the escapes of version 3.0.

    Version 2.1 knows `\;` only, but programs write `\n` and `\,` too. In a name or an address `\\`
    is one backslash, elsewhere each backslash stands for itself.
    """
    if "\\" not in value and "\n" not in value and "\r" not in value:
        return value
    has_parts = name in _WITH_PARTS
    return _OLD.sub(lambda match: _modern_escape(match[0], has_parts=has_parts), value)


def _modern_escape(found: str, *, has_parts: bool) -> str:
    if found[0] != "\\":
        return "\\n"
    if found == "\\":
        return "\\\\"
    return "\\\\\\\\" if found == "\\\\" and not has_parts else found


def _cut(value: str, separator: str) -> Iterable[str]:
    """Cut at separators that no backslash escapes."""
    return value.split(separator) if "\\" not in value else _cut_with_escapes(value, separator)


def _cut_with_escapes(value: str, separator: str) -> Iterator[str]:
    start = 0
    for match in re.finditer(rf"\\.|{separator}", value, re.DOTALL):
        if match[0] == separator:
            yield value[start : match.start()]
            start = match.end()
    yield value[start:]
