"""Phones, e-mails, addresses and websites of a card, with their labels, both ways."""

import re
from urllib.parse import unquote

from notebook.formats.vcard_property import Params, param_values, text_property
from notebook.formats.vcard_records import ContactDetail, DetailKind, Property
from notebook.formats.vcard_text import on_one_line, parts, readable

KINDS: dict[str, DetailKind] = {
    "TEL": "phone",
    "EMAIL": "email",
    "ADR": "address",
    "URL": "website",
}
_NAMES = {kind: name for name, kind in KINDS.items()}
KIND_ORDER = tuple(KINDS.values())
LABEL = "X-ABLABEL"
NOT_PREFERRED = 101
"""Comes after 1 to 100, which version 4.0 allows."""

_SILENT = frozenset({"voice", "internet", "pref", "postal", "parcel", "intl"})
"""Types that are the default of their property and tell a reader nothing."""
_WORD_OF_TYPE = {"cell": "mobile"}
_TYPE_OF_WORD = {"mobile": "CELL"} | {
    word: word.upper()
    for word in ("home", "work", "fax", "pager", "video", "car", "main", "other", "text", "school",
                 "textphone", "isdn", "modem", "bbs", "msg")
}  # fmt: skip
_APPLE = re.compile(r"_?\$!<(.*?)>!\$_?", re.DOTALL)
_APPLE_LABELS = {"home page": "_$!<HomePage>!$_"}
_GROUP_WORDS = frozenset({"home", "work"})
_URI = {"TEL": "tel:", "EMAIL": "mailto:"}
_NAMED_EMAIL = re.compile(r"[^<>]*<([^<>@\s]+@[^<>\s]+)>")
_EXTENSION = re.compile(r";ext=([^;]+)", re.IGNORECASE)


def detail_of(prop: Property, own_label: str = "") -> ContactDetail | None:
    """Return the detail in a TEL, EMAIL, ADR or URL; None where it holds nothing.

    `own_label` is the text of an X-ABLabel of the same group.
    """
    value = _address(prop) if prop.name == "ADR" else _plain_value(prop)
    if not value:
        return None
    return ContactDetail(KINDS[prop.name], _label(prop, own_label), value)


def property_of(detail: ContactDetail, preference: int = NOT_PREFERRED) -> Property:
    """Return a new property for a detail; a label that is no known type is not in it."""
    name = _NAMES[detail.kind]
    types = _types_of(detail.label) or []
    if name == "EMAIL":
        types = ["INTERNET", *types]
    if preference == 1:
        types = [*types, "PREF"]
    params: Params = (("TYPE", tuple(types)),) if types else ()
    if 1 < preference < NOT_PREFERRED:
        params += (("PREF", (str(preference),)),)
    if detail.value.lower().startswith(_URI.get(name, "\n")):
        params += (("VALUE", ("text",)),)
    if name == "ADR":
        street = text_property(name, detail.value, params)
        return Property("", name, params, f";;{street.value};;;;")
    if name == "URL":
        return Property("", name, params, on_one_line(detail.value.replace("\\", "\\\\")))
    return text_property(name, detail.value, params)


def label_text(label: str) -> str:
    """Return what an X-ABLabel says for this label; empty where types say it, or there is none."""
    if not label or _types_of(label) is not None:
        return ""
    return _APPLE_LABELS.get(label, label)


def spoken_label(text: str) -> str:
    """Return an X-ABLabel as words; the ones that are built into Apple's programs are put plainly."""
    found = _APPLE.fullmatch(text.strip())
    if not found:
        return text.strip()
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", found[1]).lower()


def preference(prop: Property) -> int:
    """Return 1 for the most preferred, up to 101 for one without a preference."""
    if "pref" in _types(prop):
        return 1
    numbers = [
        int(text) for text in param_values(prop, "PREF") if re.fullmatch(r"[0-9]{1,3}", text)
    ]
    return min((max(1, min(number, 100)) for number in numbers), default=NOT_PREFERRED)


def with_preference(prop: Property, wanted: int) -> Property:
    """Return a property that is preferred at least as much as `wanted`."""
    if preference(prop) <= wanted:
        return prop
    params = (*prop.params, ("PREF", (str(wanted),)))
    return Property(prop.group, prop.name, params, prop.value, prop.raw, prop.line)


def says_all(detail: ContactDetail, prop: Property, own_label: str) -> bool:
    """Whether a new property for the detail would say all that this one says, its group aside."""
    told = _types_of(detail.label) or []
    ours = {text.lower() for text in told} if not label_text(detail.label) else set()
    theirs = {text for text in _types(prop) if text not in _SILENT}
    if prop.group.lower() in _GROUP_WORDS and not own_label:
        theirs.add(prop.group.lower())
    return (
        ours == theirs
        and label_text(detail.label) == (own_label if label_text(detail.label) else "")
        and {key for key, _ in prop.params} <= {"TYPE", "PREF", "VALUE"}
        and _value_says_all(detail, prop)
    )


def _value_says_all(detail: ContactDetail, prop: Property) -> bool:
    if prop.name == "ADR":
        pieces = parts(prop.value)
        return len(pieces) <= 7 and [at for at, text in enumerate(pieces) if text] == [2]
    plain = readable(prop.value).strip()
    return plain == detail.value or _without_scheme(prop, plain) == detail.value


def _types(prop: Property) -> list[str]:
    """The types in small letters; `TYPE=HOME,TYPE=VOICE` is a slip that is met in the wild."""
    return [text.lower().removeprefix("type=") for text in param_values(prop, "TYPE") if text]


def _label(prop: Property, own_label: str) -> str:
    if own_label.strip():
        return spoken_label(own_label)
    words = [_WORD_OF_TYPE.get(text, text) for text in _types(prop) if text not in _SILENT]
    if prop.group.lower() in _GROUP_WORDS:
        words.insert(0, prop.group.lower())
    return ", ".join(dict.fromkeys(word.removeprefix("x-") for word in words))


def _types_of(label: str) -> list[str] | None:
    """The types that say this label, or None where only the words themselves do."""
    if not label:
        return []
    words = label.split(", ")
    if len(set(words)) < len(words) or not all(word in _TYPE_OF_WORD for word in words):
        return None
    return [_TYPE_OF_WORD[word] for word in words]


def _plain_value(prop: Property) -> str:
    plain = " ".join(readable(prop.value).split("\n")).strip()
    named = _NAMED_EMAIL.fullmatch(plain) if prop.name == "EMAIL" else None
    return named[1] if named else _without_scheme(prop, plain) or plain


def _without_scheme(prop: Property, plain: str) -> str:
    """The number in `tel:+1-418;ext=102`, the address in `mailto:`; empty for anything else."""
    scheme = _URI.get(prop.name, "\n")
    is_text = "text" in (text.lower() for text in param_values(prop, "VALUE"))
    if is_text or not plain.lower().startswith(scheme):
        return ""
    bare = unquote(plain[len(scheme) :].strip())
    if prop.name == "EMAIL":
        return bare
    return "" if ";" in _EXTENSION.sub("", bare) else _EXTENSION.sub(r" ext. \1", bare)


def _address(prop: Property) -> str:
    """The address as its sender would write it: the label it brings, or its parts in lines.

    The parts are post box, building, street, town, region, postal code and country (RFC 6350).
    """
    label = "\n".join(text for key, values in prop.params if key == "LABEL" for text in values)
    if label.strip():
        return readable(label).strip()
    pieces = [*parts(prop.value), "", "", "", "", "", "", ""]
    box, building, street, town, region, code, country, *more = pieces
    place = f"{code} {town}" if not region else f"{', '.join(filter(None, (town, region)))} {code}"
    lines = (box, building, street, place.strip(), country, *more)
    return "\n".join(line for line in lines if line)
