"""Organisations: the list of them; added, renamed, merged, trashed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from notebook.domain.changes import Changes
from notebook.domain.text import sort_key, sort_prefix
from notebook.errors import Refused
from notebook.services.organisation_names import called_ids
from notebook.services.organisation_page import OrganisationPage, read_organisation
from notebook.services.people_list import PeopleList
from notebook.services.phrases import filled
from notebook.services.roles import CURRENT
from notebook.storage.file import NotebookFile
from notebook.storage.record import utc_now
from notebook.storage.tables import Organisation
from notebook.translate import translate

_LISTED = "o.deleted_at IS NULL AND (:text = '' OR instr(o.sort_key, :text))"

_LINES = f"""
    SELECT o.id, o.name, count(DISTINCT p.id), max(p.last_contact_on)
    FROM (SELECT * FROM organisation o WHERE {_LISTED}
        ORDER BY o.sort_key, o.id LIMIT :limit OFFSET :offset) o
    LEFT JOIN role r ON r.organisation_id = o.id AND {CURRENT.format(today=":today")}
    LEFT JOIN person p ON p.id = r.person_id AND p.deleted_at IS NULL
    GROUP BY o.id ORDER BY o.sort_key, o.id"""

_SAME_ROLES = """
    DELETE FROM role WHERE organisation_id = :other AND EXISTS (
        SELECT 1 FROM role k WHERE k.organisation_id = :kept AND k.person_id = role.person_id
            AND k.title = role.title AND k.from_on IS role.from_on AND k.until_on IS role.until_on)"""


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """One line of the list: how many people are there now, and when there was contact last."""

    id: int
    name: str
    people: int = 0
    last_contact_on: date | None = None


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    """What can be edited about an organisation."""

    name: str
    note: str = ""


class Organisations:
    """Reads and changes organisations."""

    def __init__(self, file: NotebookFile, people_list: PeopleList) -> None:
        """Write to this notebook."""
        self._file, self._people_list = file, people_list

    def count(self, text: str = "") -> int:
        """Return how many organisations the list has; `text` is looked for in their names."""
        statement = f"SELECT count(*) FROM organisation o WHERE {_LISTED}"
        return int(self._rows(statement, text=sort_prefix(text))[0][0])

    def window(
        self, offset: int, limit: int, today: date, text: str = ""
    ) -> list[OrganisationLine]:
        """Return `limit` lines from the `offset`-th on, by name."""
        rows = self._rows(
            _LINES,
            text=sort_prefix(text),
            limit=limit,
            offset=offset,
            today=today.isoformat(),
        )
        return [
            OrganisationLine(key, name, people, date.fromisoformat(last) if last else None)
            for key, name, people, last in rows
        ]

    def position(self, organisation_id: int, text: str = "") -> int | None:
        """Return where an organisation stands in the list; None for one that isn't there."""
        rows = self._rows(
            f"SELECT (SELECT count(*) FROM organisation o WHERE {_LISTED}"
            " AND (o.sort_key, o.id) < (w.sort_key, w.id))"
            f" FROM organisation w WHERE w.id IN (SELECT o.id FROM organisation o"
            f" WHERE o.id = :id AND {_LISTED})",
            text=sort_prefix(text),
            id=organisation_id,
        )
        return int(rows[0][0]) if rows else None

    def named(self, text: str, limit: int = 8) -> list[OrganisationLine]:
        """Return the organisations that a typed text may mean; names that begin with it first."""
        wanted = sort_prefix(text)
        if not wanted:
            return []
        rows = self._rows(
            f"SELECT o.id, o.name FROM organisation o WHERE {_LISTED}"
            " ORDER BY instr(o.sort_key, :text) > 1, o.sort_key, o.id LIMIT :limit",
            text=wanted,
            limit=limit,
        )
        return [OrganisationLine(key, name) for key, name in rows]

    def page(self, organisation_id: int, today: date, most: int) -> OrganisationPage:
        """Return the page of an organisation with `most` of its people; Refused if it is gone."""
        return read_organisation(
            self._file.database, self._people_list, organisation_id, today, most
        )

    def draft(self, organisation_id: int) -> OrganisationDraft:
        """Return an organisation as it can be edited; raises Refused when it is gone."""
        row = present(organisation_id)
        return OrganisationDraft(row.name, row.note)

    def add(self, draft: OrganisationDraft) -> Changes:
        """Add an organisation; raises Refused without a name, or when the name is taken."""
        name = _free_name(draft.name)
        with self._file.change(filled(translate("organisations", "Added %1"), name)) as change:
            row = Organisation.create(name=name, sort_key=sort_key(name), note=draft.note)
            change.done(row.id)
        return change.changes

    def save(self, organisation_id: int, draft: OrganisationDraft) -> Changes:
        """Give it another name or note; its people keep their roles. Raises Refused as `add`."""
        row = present(organisation_id)
        name = _free_name(draft.name, row)
        with self._file.change(filled(translate("organisations", "Saved %1"), name)) as change:
            row.amend(name=name, sort_key=sort_key(name), note=draft.note)
        return change.changes

    def merge(self, kept_id: int, other_id: int) -> Changes:
        """Let all roles of the other one be roles of the one that is kept, notes of both too.

        The other one goes to the trash. Raises Refused when one of them is gone, or both are one.
        """
        kept, other = present(kept_id), present(other_id)
        if kept.id == other.id:
            raise Refused(translate("organisations", "Choose another organisation to merge with."))
        label = filled(translate("organisations", "Merged %1 into %2"), other.name, kept.name)
        ids = {"kept": kept.id, "other": other.id, "now": utc_now()}
        with self._file.change(label) as change:
            self._file.database.execute_sql(_SAME_ROLES, ids)
            self._file.database.execute_sql(
                "UPDATE role SET organisation_id = :kept, changed_at = :now"
                " WHERE organisation_id = :other",
                ids,
            )
            kept.amend(note="\n\n".join(note for note in (kept.note, other.note) if note.strip()))
            other.amend(deleted_at=utc_now())
        return change.changes

    def trash(self, organisation_id: int) -> Changes:
        """Put an organisation into the trash; its people stay, and so do their roles for the way back."""
        row = present(organisation_id)
        label = filled(translate("organisations", "Moved %1 to the trash"), row.name)
        with self._file.change(label) as change:
            row.amend(deleted_at=utc_now())
        return change.changes

    def _rows(self, statement: str, **values: object) -> list[Any]:
        rows: list[Any] = self._file.database.execute_sql(statement, values).fetchall()
        return rows


def present(organisation_id: int) -> Organisation:
    """Return the row of an organisation that is not in the trash; raises Refused otherwise."""
    row: Organisation | None = Organisation.get_or_none(
        (Organisation.id == organisation_id) & Organisation.deleted_at.is_null()
    )
    if row is None:
        raise Refused(translate("organisations", "This organisation is no longer in the notebook."))
    return row


def _free_name(name: str, own: Organisation | None = None) -> str:
    """Return the name as it is kept; one that an organisation has already may stay."""
    name = " ".join(name.split())
    if not name:
        raise Refused(
            translate("organisations", "Every organisation needs a name. Nothing was saved.")
        )
    is_new = own is None or own.name != name
    if is_new and called_ids(name) - {own.id if own else None}:
        sentence = translate(
            "organisations",
            "There is an organisation called %1 already. The two can be merged.",
        )
        raise Refused(filled(sentence, name))
    return name
