"""In which line of a TOML file each of its keys and tables stands, which the parser doesn't tell."""

import re
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]
"""The way to a value: keys of tables, and places in arrays counted from 0."""

_TOKEN = re.compile(
    r'''#[^\n]* | [ \t\r]+
    | (?P<text> """(?:\\.|[^\\])*?"""(?:"{0,2}) | \'\'\'.*?\'\'\'(?:\'{0,2})
        | "(?:\\.|[^"\\\n])*" | '[^'\n]*' )
    | (?P<bare> [^\s#"'\[\]{},=]+ ) | (?P<sign> [\[\]{},=\n] )''',
    re.VERBOSE | re.DOTALL,
)


def lines_of(text: str) -> Mapping[Path, int]:
    """Return the line, counted from 1, in which each value begins; `text` can be parsed."""
    reading = _Reading(text)
    reading.read()
    return reading.lines


def line_of(text: str, path: Path) -> int:
    """Return the line of a value, or of the nearest table around it that is there."""
    lines = lines_of(text)
    around = (path[:length] for length in range(len(path), 0, -1))
    return next((lines[each] for each in around if each in lines), 1)


class _Reading:
    """Goes through a file once; `lines` fills on the way."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._tokens = list(_tokens(text))
        self._at = 0

    def read(self) -> None:
        table: Path = ()
        while self._sign():
            if self._sign() == "\n":
                self._at += 1
            elif self._sign() == "[":
                table = self._header()
            else:
                self._pair(table)

    def _sign(self) -> str:
        """Return the sign or word that is next, nothing at the end."""
        return self._tokens[self._at][1] if self._at < len(self._tokens) else ""

    def _note(self, path: Path) -> None:
        self.lines.setdefault(path, self._tokens[self._at][0])

    def _header(self) -> Path:
        """Read a line in brackets and return the table that it begins."""
        begins = self._at
        while self._sign() == "[":
            self._at += 1
        is_array = self._at - begins > 1
        *around, last = self._keys()
        path = self._within(tuple(around))
        path = (*path, last)
        if is_array:
            self._counts[path] = self._counts.get(path, 0) + 1
        path = self._within_last(path)
        self.lines.setdefault(path, self._tokens[begins][0])
        while self._sign() == "]":
            self._at += 1
        return path

    def _within(self, keys: tuple[str, ...]) -> Path:
        """Return the way to a table: through an array it leads to the newest."""
        path: Path = ()
        for key in keys:
            path = self._within_last((*path, key))
        return path

    def _within_last(self, path: Path) -> Path:
        return (*path, self._counts[path] - 1) if path in self._counts else path

    def _keys(self) -> list[str]:
        """Read a key, which may have dots, up to what ends it."""
        keys: list[str] = []
        while self._sign() and self._sign() not in set("]=\n"):
            word = self._sign()
            keys += [word[1:-1]] if word[0] in "\"'" else [each for each in word.split(".") if each]
            self._at += 1
        return keys or [""]

    def _pair(self, table: Path) -> None:
        begins = self._at
        path = table
        for key in self._keys():
            path = (*path, key)
            self.lines.setdefault(path, self._tokens[begins][0])
        self._at += 1  # the equals sign
        self._value(path)

    def _value(self, path: Path) -> None:
        match self._sign():
            case "[":
                self._at += 1
                place = 0
                while self._goes_on("]"):
                    self._note((*path, place))
                    self._value((*path, place))
                    place += 1
            case "{":
                self._at += 1
                while self._goes_on("}"):
                    self._pair(path)
            case _:
                while self._sign() and self._sign() not in set(",]}\n"):
                    self._at += 1

    def _goes_on(self, end: str) -> bool:
        """Pass over what stands between values; return whether another one follows."""
        while self._sign() in {",", "\n"}:
            self._at += 1
        if self._sign() in {end, ""}:
            self._at += 1
            return False
        return True


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    """Yield texts, words and signs with their lines; spaces and comments are left out."""
    line = 1
    for found in _TOKEN.finditer(text):
        if found.lastgroup is not None:
            yield line, found[0]
        line += found[0].count("\n")
