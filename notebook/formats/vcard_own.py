"""Fields of the notebook's own user in a contact file: X-NOTEBOOK-FIELD;X-NAME=Shoe size:42."""

from notebook.formats.vcard_property import param_values, text_property
from notebook.formats.vcard_records import OwnEntry, Property
from notebook.formats.vcard_text import readable

OWN_FIELD = "X-NOTEBOOK-FIELD"
_NAME, _KIND, _CHOICE = "X-NAME", "X-KIND", "X-CHOICE"


def own_entry_of(prop: Property) -> OwnEntry | None:
    """Return the entry that a property is, None for one without a name or a value."""
    name = next(iter(param_values(prop, _NAME)), "").strip()
    value = readable(prop.value)
    if not name or not value.strip():
        return None
    kind = next(iter(param_values(prop, _KIND)), "")
    return OwnEntry(name, kind, tuple(param_values(prop, _CHOICE)), value)


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
