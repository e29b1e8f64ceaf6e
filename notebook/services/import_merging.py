"""What a card adds to a person: empty fields are filled, nothing that is there is changed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from notebook.domain.text import fold
from notebook.formats.vcard import Card
from notebook.services.card_parts import ADDRESS, EMAIL, PHONE, WEBSITE, DetailDraft, match_key
from notebook.services.people import PersonDraft
from notebook.services.roles import at
from notebook.services.short_names import short_name
from notebook.translate import translate

# What belongs together is filled together: a role without its organisation would be another one.
_FIELDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("name in parts", ("given_name", "family_name")),
    ("nickname", ("nickname",)),
    ("organisation and role", ("roles",)),
    ("birthday", ("birthday",)),
    ("note", ("note",)),
    ("groups", ("groups",)),
)
_NO_GROUPS = {"", "myContacts", "* myContacts"}
"""What address books write on everybody."""
_KINDS = {PHONE: "telephone", EMAIL: "e-mail", ADDRESS: "address", WEBSITE: "website"}


def draft_of(card: Card) -> PersonDraft:
    """Return a card as a person."""
    return PersonDraft(
        name=card.name.strip(),
        given_name=card.given_name,
        family_name=card.family_name,
        nickname=card.nickname,
        roles=at(card.organisation, card.title),
        details=tuple(
            DetailDraft(detail.kind, detail.value, detail.label) for detail in card.details
        ),
        birthday=card.birthday,
        note=card.note,
        groups=tuple(
            dict.fromkeys(
                name for each in card.categories if (name := short_name(each)) not in _NO_GROUPS
            )
        ),
    )


def completed(
    person: PersonDraft, card: PersonDraft, earlier: Iterable[PersonDraft] = ()
) -> tuple[PersonDraft, tuple[str, ...]]:
    """Return `person` with what only `card` knows, and the names of what was added.

    What one of the `earlier` cards had brought already isn't brought again: the user has changed
    or removed it since.
    """
    earlier = list(earlier)
    added: list[str] = []
    for words, names in _FIELDS:
        values = {name: getattr(card, name) for name in names}
        empty = not any(getattr(person, name) for name in names)
        if empty and any(values.values()) and not _was_brought(values, earlier):
            person = replace(person, **values)
            added.append(translate("import", words))
    details = _new_details(person.details, card.details, earlier)
    added += dict.fromkeys(translate("import", _KINDS[detail.kind]) for detail in details)
    return replace(person, details=person.details + tuple(details)), tuple(added)


def _was_brought(values: dict[str, object], earlier: Sequence[PersonDraft]) -> bool:
    return any(
        all(getattr(draft, name) == value for name, value in values.items()) for draft in earlier
    )


def _new_details(
    present: Sequence[DetailDraft], brought: Sequence[DetailDraft], earlier: Sequence[PersonDraft]
) -> list[DetailDraft]:
    known = {_key(detail) for detail in present}
    known |= {_key(detail) for draft in earlier for detail in draft.details}
    return [detail for detail in brought if _key(detail) not in known]


def _key(detail: DetailDraft) -> tuple[str, str]:
    key = match_key(detail.kind, detail.value)
    return detail.kind, key or fold(" ".join(detail.value.split()))
