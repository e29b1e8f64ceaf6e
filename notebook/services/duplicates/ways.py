"""Ways to reach somebody that two cards hold in two spellings: one of them is enough."""

from notebook.services.card_parts import PHONE
from notebook.services.duplicates.phones import is_international, same_number
from notebook.storage.tables import ContactDetail


def fold_ways(kept_id: int, other_id: int) -> None:
    """Let each way of the other card that the kept one has too go; labels of both are kept.

    Of two spellings of a number the one that says its country stays, for it can be dialled from
    everywhere. Where both have a label of their own, both rows stay.
    """
    kept = list(ContactDetail.select().where(ContactDetail.person == kept_id))
    for row in ContactDetail.select().where(ContactDetail.person == other_id):
        same = next((each for each in kept if _is_same(each, row)), None)
        if same is not None:
            _fold(same, row)


def _is_same(kept: ContactDetail, other: ContactDetail) -> bool:
    if kept.kind != other.kind or (kept.label and other.label and kept.label != other.label):
        return False
    if kept.kind == PHONE:
        return same_number(kept.value, other.value)
    if kept.match_key or other.match_key:
        return kept.match_key == other.match_key
    return kept.value.strip() == other.value.strip()


def _fold(kept: ContactDetail, other: ContactDetail) -> None:
    says_more = is_international(other.value) and not is_international(kept.value)
    taken = other if kept.kind == PHONE and says_more else kept
    kept.amend(
        value=taken.value,
        match_key=taken.match_key,
        search_words=taken.search_words,
        label=kept.label or other.label,
    )
    other.delete_instance()
