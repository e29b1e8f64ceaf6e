"""What a contact file holds, as plain records: properties, contact details, cards and problems."""

from dataclasses import dataclass
from typing import Literal

from notebook.domain.partial_date import PartialDate

DetailKind = Literal["phone", "email", "address", "website"]


@dataclass(frozen=True, slots=True)
class Property:
    r"""One content line of a card.

    `params` leaves out what only said how the bytes were written (CHARSET, quoted-printable), since
    `value` is decoded already. A bare `HOME` of version 2.1 stands as `("TYPE", ("HOME",))`.
    `value` keeps its backslash escapes, in the style of version 3.0 whatever the file's version
    was: `\n` for a new line, `\;` and `\,` inside a part. Use `vcard_text.readable` to show it.
    `raw` is the unfolded line as it stood. A line that is no property has the name "".
    """

    group: str
    name: str
    params: tuple[tuple[str, tuple[str, ...]], ...]
    value: str
    raw: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class ContactDetail:
    """One way to reach somebody; `label` is "work", "home, mobile" or the words of its owner."""

    kind: DetailKind
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """What stands in a field of the user's own; `kind` and `choices` are the words of the file."""

    name: str
    kind: str
    choices: tuple[str, ...]
    value: str


@dataclass(frozen=True, slots=True)
class Card:
    """One person or organisation of a contact file.

    Details come by kind (phones, e-mails, addresses, websites), the preferred ones first.
    `properties` is everything in the order of the file. `unknown` is what no field fully
    represents, the ones that a field stands for in part first; `text` is the whole card, unfolded.
    """

    line: int
    uid: str
    name: str
    given_name: str
    family_name: str
    nickname: str
    organisation: str
    title: str
    details: tuple[ContactDetail, ...]
    birthday: PartialDate | None
    note: str
    categories: tuple[str, ...]
    properties: tuple[Property, ...]
    unknown: tuple[Property, ...]
    text: str
    own_entries: tuple[OwnEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not become a card: the line where it begins, why, and its text, so that nothing is lost.

    `is_card` tells a card that names nobody from lines that belong to no card.
    """

    line: int
    sentence: str
    text: str = ""
    is_card: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All of one file, in its order."""

    cards: tuple[Card, ...]
    problems: tuple[Problem, ...]
