"""Offerings: products and services of ours, with the good that they do for their customer."""

from dataclasses import dataclass

from notebook.domain.changes import Changes
from notebook.domain.text import excerpt, sort_key
from notebook.errors import Refused
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.need_tables import Offering
from notebook.storage.reading import rows_of
from notebook.storage.record import utc_now
from notebook.storage.search import full_text_query
from notebook.translate import translate

_LABEL_LENGTH = 60


@dataclass(frozen=True, slots=True)
class OfferingDraft:
    """An offering as it is written down; `benefit` is the good that it does for its customer."""

    name: str
    benefit: str = ""
    for_whom: str = ""
    tags: str = ""
    note: str = ""
    is_retired: bool = False


@dataclass(frozen=True, slots=True)
class OfferingLine:
    """One offering in the list."""

    id: int
    name: str
    benefit: str
    is_retired: bool


_COLUMNS = ("name", "benefit", "for_whom", "tags", "note")
_ORDER = "is_retired, sort_key, id"
_FOUND = " AND id IN (SELECT rowid FROM offering_search WHERE offering_search MATCH ?)"


class Offerings:
    """Writes offerings down, and lists them: those we still offer first, by name."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def save(self, offering_id: int | None, draft: OfferingDraft) -> Changes:
        """Write an offering down, a new one for None; `created` is its id.

        Raises Refused without a name or without the good that it does: that is what one tells.
        """
        _check(draft)
        name = excerpt(draft.name, _LABEL_LENGTH)
        if offering_id is None:
            with self._file.change(filled(translate("offerings", "Added %1"), name)) as change:
                change.done(Offering.create(**_values(draft)).id)
            return change.changes
        offering = present_offering(offering_id)
        with self._file.change(filled(translate("offerings", "Changed %1"), name)) as change:
            offering.amend(**_values(draft))
        return change.changes

    def retire(self, offering_id: int) -> Changes:
        """Offer it no longer: it stays in the list, and is suggested for nobody."""
        return self._amend(offering_id, translate("offerings", "Retired %1"), is_retired=True)

    def offer_again(self, offering_id: int) -> Changes:
        """Offer it again."""
        words = translate("offerings", "Offered again: %1")
        return self._amend(offering_id, words, is_retired=False)

    def trash(self, offering_id: int) -> Changes:
        """Put an offering into the trash."""
        words = translate("offerings", "Deleted %1")
        return self._amend(offering_id, words, deleted_at=utc_now())

    def draft(self, offering_id: int) -> OfferingDraft:
        """Return an offering as it is; raises Refused when it is gone."""
        row = present_offering(offering_id)
        return OfferingDraft(
            row.name, row.benefit, row.for_whom, row.tags, row.note, row.is_retired
        )

    def count(self, text: str = "") -> int:
        """Return how many offerings a text finds; all for an empty one."""
        where, values = _where(text)
        sql = f"SELECT count(*) FROM offering WHERE {where}"
        return int(self._file.database.execute_sql(sql, values).fetchone()[0])

    def window(self, offset: int, limit: int, text: str = "") -> list[OfferingLine]:
        """Return `limit` lines from the `offset`-th on."""
        where, values = _where(text)
        rows = rows_of(
            self._file.database,
            f"SELECT id, name, benefit, is_retired FROM offering WHERE {where}"
            f" ORDER BY {_ORDER} LIMIT ? OFFSET ?",
            *values,
            limit,
            offset,
        )
        return [
            OfferingLine(row["id"], row["name"], row["benefit"], bool(row["is_retired"]))
            for row in rows
        ]

    def position(self, offering_id: int, text: str = "") -> int | None:
        """Return where an offering stands in the list; None when it isn't there."""
        where, values = _where(text)
        sql = (
            f"WITH shown AS (SELECT * FROM offering WHERE {where})"
            " SELECT count(*) FROM shown JOIN shown o ON o.id = ?"
            " WHERE (shown.is_retired, shown.sort_key, shown.id)"
            " <= (o.is_retired, o.sort_key, o.id)"
        )
        (count,) = self._file.database.execute_sql(sql, (*values, offering_id)).fetchone()
        return int(count) - 1 if count else None

    def _amend(self, offering_id: int, words: str, **values: object) -> Changes:
        offering = present_offering(offering_id)
        with self._file.change(filled(words, excerpt(offering.name, _LABEL_LENGTH))) as change:
            offering.amend(**values)
        return change.changes


def _where(text: str) -> tuple[str, tuple[object, ...]]:
    query = full_text_query(text)
    if not query:
        return "deleted_at IS NULL", ()
    return f"deleted_at IS NULL{_FOUND}", (query,)


def _check(draft: OfferingDraft) -> None:
    if not draft.name.strip():
        raise Refused(translate("offerings", "Give it a name first."))
    if not draft.benefit.strip():
        raise Refused(
            translate("offerings", "What good does it do its customer? That is what you will tell.")
        )


def _values(draft: OfferingDraft) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(draft, name).strip() for name in _COLUMNS}
    name = " ".join(draft.name.split())
    return {**values, "name": name, "sort_key": sort_key(name), "is_retired": draft.is_retired}


def present_offering(offering_id: int) -> Offering:
    """Return the row of an offering that is not in the trash; raises Refused otherwise."""
    offering: Offering | None = Offering.get_or_none(
        (Offering.id == offering_id) & Offering.deleted_at.is_null()
    )
    if offering is None:
        raise Refused(translate("offerings", "This offering is no longer in the notebook."))
    return offering
