"""Fields of the notebook's own user in a contact file: X-NOTEBOOK-FIELD;X-NAME=Shoe size:42."""

from notebook.formats.vcard_property import text_property
from notebook.formats.vcard_records import OwnEntry, Property
from notebook.formats.vcard_text import readable

OWN_FIELD = "X-NOTEBOOK-FIELD"
_NAME, _KIND, _CHOICE = "X-NAME", "X-KIND", "X-CHOICE"


def own_entry_of(prop: Property) -> OwnEntry | None:
    """Return the entry that a property is, None for one without a name or a value."""
    name = " ".join(_words(prop, _NAME)[:1]).strip()
    value = readable(prop.value)
    if not name or not value.strip():
        return None
    kind = " ".join(_words(prop, _KIND)[:1])
    return OwnEntry(name, kind, _words(prop, _CHOICE), value)


def own_property_of(entry: OwnEntry) -> Property:
    """Return the property of an entry."""
    params: list[tuple[str, tuple[str, ...]]] = [(_NAME, (entry.name,))]
    if entry.kind:
        params.append((_KIND, (entry.kind,)))
    if entry.choices:
        params.append((_CHOICE, entry.choices))
    return text_property(OWN_FIELD, entry.value, tuple(params))


def own_says_all(entry: OwnEntry, prop: Property) -> bool:
    """Whether the entry holds everything that the property says."""
    made = own_property_of(entry)
    return (made.params, made.value, "") == (prop.params, prop.value, prop.group)


def _words(prop: Property, name: str) -> tuple[str, ...]:
    """Return the values of a parameter as they are: a comma in one does not cut it."""
    return tuple(text for key, values in prop.params if key == name for text in values)
