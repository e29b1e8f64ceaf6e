"""Filters of people: those that everybody has, those that the user keeps, and what they find."""

import json
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from notebook.domain.changes import Changes
from notebook.domain.people_filters import BirthdayWhen, Missing, PeopleFilter
from notebook.domain.text import sort_key
from notebook.errors import Refused
from notebook.services.phrases import filled
from notebook.services.short_names import checked_name
from notebook.storage.file import NotebookFile
from notebook.storage.group_tables import SavedFilter
from notebook.storage.record import utc_now
from notebook.translate import translate

Condition = tuple[str, tuple[object, ...]]
EVERYWHERE = "1"
"""The condition that everybody meets."""

_BUILT_IN = (
    ("No contact for 60 days", PeopleFilter(silent_days=60)),
    ("Birthday this month", PeopleFilter(birthday=BirthdayWhen.THIS_MONTH)),
    ("No phone", PeopleFilter(missing=(Missing.PHONE,))),
    ("No rhythm", PeopleFilter(missing=(Missing.RHYTHM,))),
    ("Keeping in touch is paused", PeopleFilter(is_paused=True)),
)
_MISSING = {
    Missing.PHONE: "NOT EXISTS (SELECT 1 FROM contact_detail d"
    " WHERE d.person_id = p.id AND d.kind = 'phone')",
    Missing.EMAIL: "NOT EXISTS (SELECT 1 FROM contact_detail d"
    " WHERE d.person_id = p.id AND d.kind = 'email')",
    Missing.BIRTHDAY: "p.birthday_day IS NULL",
    Missing.RHYTHM: "p.touch_days IS NULL AND NOT p.is_team",
    # The plus keeps it from the index by owner: in that order most people would have to be sorted.
    Missing.OWNER: "+p.looked_after_by_id IS NULL AND NOT p.is_team",
    Missing.GROUP: "NOT EXISTS (SELECT 1 FROM membership m JOIN person_group g"
    " ON g.id = m.group_id WHERE m.person_id = p.id AND g.deleted_at IS NULL)",
}


@dataclass(frozen=True, slots=True)
class FilterLine:
    """One filter by name; `id` is None for those that everybody has."""

    id: int | None
    name: str
    conditions: PeopleFilter


class PeopleFilters:
    """Keeps filters."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def built_in(self) -> tuple[FilterLine, ...]:
        """Return the filters that everybody has."""
        return tuple(
            FilterLine(None, translate("filters", name), conditions)
            for name, conditions in _BUILT_IN
        )

    def saved(self) -> tuple[FilterLine, ...]:
        """Return the user's own filters by name."""
        query = (
            SavedFilter.select()
            .where(SavedFilter.deleted_at.is_null())
            .order_by(SavedFilter.sort_key, SavedFilter.id)
        )
        return tuple(FilterLine(row.id, row.name, _read(row.conditions)) for row in query)

    def save(self, filter_id: int | None, name: str, conditions: PeopleFilter) -> Changes:
        """Keep a filter, new (None) or known; `created` is its id.

        Raises Refused without a name or a condition, and for a name that is there already.
        """
        name = self._checked_name(filter_id, name)
        if conditions.is_empty:
            raise Refused(translate("filters", "Choose at least one condition."))
        columns = {
            "name": name,
            "sort_key": sort_key(name),
            "conditions": json.dumps(asdict(conditions)),
        }
        label = filled(translate("filters", "Kept the filter %1"), name)
        with self._file.change(label) as change:
            if filter_id is None:
                change.done(SavedFilter.create(**columns).id)
            else:
                _present(filter_id).amend(**columns)
                change.done(filter_id)
        return change.changes

    def remove(self, filter_id: int) -> Changes:
        """Put a filter into the trash; nothing happens to the people that it finds."""
        row = _present(filter_id)
        label = filled(translate("filters", "Removed the filter %1"), row.name)
        with self._file.change(label) as change:
            row.amend(deleted_at=utc_now())
        return change.changes

    def _checked_name(self, filter_id: int | None, name: str) -> str:
        own = (each for each in self.saved() if each.id != filter_id)
        return checked_name(
            name,
            (each.name for each in (*self.built_in(), *own)),
            missing=translate("filters", "Give the filter a name."),
            taken=translate("filters", "There is a filter %1 already."),
        )


def conditions_of(wanted: PeopleFilter, today: date) -> Condition:
    """Return the SQL that is true for the rows of `person p` that a filter finds, with its values."""
    parts: list[Condition] = []
    if wanted.groups:
        parts.append(_in_groups(wanted.groups))
    if wanted.silent_days is not None:
        since = (today - timedelta(days=wanted.silent_days)).isoformat()
        parts.append(
            ("NOT p.is_team AND coalesce(p.last_contact_on, p.known_since) <= ?", (since,))
        )
    if wanted.birthday:
        parts.append(("p.birthday_month = ?", (_month(wanted.birthday, today),)))
    parts += [(_MISSING[each], ()) for each in wanted.missing]
    if wanted.looked_after_by is not None:
        parts.append(("p.looked_after_by_id = ?", (wanted.looked_after_by,)))
    if wanted.is_team:
        parts.append(("p.is_team", ()))
    if wanted.is_paused:
        parts.append(("p.paused_until > ?", (today.isoformat(),)))
    statement = " AND ".join(f"({part})" for part, _ in parts) or EVERYWHERE
    return statement, tuple(value for _, values in parts for value in values)


def _in_groups(groups: tuple[int, ...]) -> Condition:
    places = ", ".join("?" * len(groups))
    statement = (
        "p.id IN (SELECT m.person_id FROM membership m JOIN person_group g ON g.id = m.group_id"
        f" WHERE g.deleted_at IS NULL AND g.id IN ({places}))"
    )
    return statement, groups


def _month(when: BirthdayWhen, today: date) -> int:
    return today.month if when is BirthdayWhen.THIS_MONTH else today.month % 12 + 1


def _read(text: str) -> PeopleFilter:
    said: dict[str, Any] = json.loads(text)
    return PeopleFilter(
        groups=tuple(said.get("groups", ())),
        silent_days=said.get("silent_days"),
        birthday=BirthdayWhen(said["birthday"]) if said.get("birthday") else None,
        missing=tuple(Missing(each) for each in said.get("missing", ())),
        looked_after_by=said.get("looked_after_by"),
        is_team=bool(said.get("is_team")),
        is_paused=bool(said.get("is_paused")),
    )


def _present(filter_id: int) -> SavedFilter:
    row: SavedFilter | None = SavedFilter.get_or_none(
        (SavedFilter.id == filter_id) & SavedFilter.deleted_at.is_null()
    )
    if row is None:
        raise Refused(translate("filters", "This filter is no longer in the notebook."))
    return row
