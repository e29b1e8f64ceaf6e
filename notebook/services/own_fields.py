"""Fields that the user defines for the card of every person: made, reworded, put in order, removed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from notebook.domain.changes import Changes
from notebook.domain.own_fields import MOST_LEAD_DAYS, NO_REMINDER, DateReminder, FieldKind, Reminds
from notebook.errors import Refused
from notebook.services.own_values import put_in_order
from notebook.services.phrases import filled
from notebook.services.short_names import checked_name
from notebook.storage.field_tables import OwnField
from notebook.storage.file import NotebookFile
from notebook.storage.reading import rows_of
from notebook.storage.record import utc_now
from notebook.translate import translate

_LINES = """
    SELECT f.id, f.name, f.kind, f.choices, f.reminds, f.lead_days,
        (SELECT count(*) FROM own_value v WHERE v.field_id = f.id) AS used_by
    FROM own_field f WHERE f.deleted_at IS NULL ORDER BY f.position, f.id"""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field; `choices` are offered in this order, `used_by` is how many people it is filled for.

    `reminder` says when it reminds of its dates.
    """

    id: int
    name: str
    kind: FieldKind
    choices: tuple[str, ...]
    used_by: int = 0
    reminder: DateReminder = NO_REMINDER


class OwnFields:
    """Defines the fields."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def all(self) -> tuple[FieldLine, ...]:
        """Return the fields in their order."""
        return tuple(
            FieldLine(
                row["id"],
                row["name"],
                FieldKind(row["kind"]),
                tuple(row["choices"].splitlines()),
                row["used_by"],
                DateReminder(Reminds(row["reminds"]), row["lead_days"]),
            )
            for row in rows_of(self._file.database, _LINES)
        )

    def add(
        self,
        name: str,
        kind: FieldKind,
        choices: Sequence[str] = (),
        reminder: DateReminder = NO_REMINDER,
    ) -> Changes:
        """Add a field at the end; `created` is its id. Only dates remind.

        Raises Refused without a name, for a name that is there, without two choices to choose from,
        or for a reminder that comes too early.
        """
        fields = self.all()
        name = _checked_name(name, fields)
        text = _checked_choices(choices) if kind is FieldKind.CHOICE else ""
        with self._file.change(filled(translate("fields", "Added the field %1"), name)) as change:
            field = OwnField.create(
                name=name,
                kind=kind,
                choices=text,
                position=len(fields),
                **_reminding(kind, reminder),
            )
            change.done(field.id)
        return change.changes

    def change(
        self,
        field_id: int,
        name: str,
        choices: Sequence[str] = (),
        reminder: DateReminder = NO_REMINDER,
    ) -> Changes:
        """Give a field another name, and other choices or another reminder; what was chosen stays.

        Raises Refused as `add` does, and for a field that is gone.
        """
        field = _present(field_id)
        name = _checked_name(name, [each for each in self.all() if each.id != field_id])
        with self._file.change(filled(translate("fields", "Changed the field %1"), name)) as change:
            field.amend(name=name, **_reminding(field.kind, reminder))
            if field.kind is FieldKind.CHOICE:
                field.amend(choices=_checked_choices(choices))
                put_in_order(field)
        return change.changes

    def move(self, field_id: int, step: int) -> Changes:
        """Move a field up (-1) or down (1) by one place; nothing happens at either end."""
        field = _present(field_id)
        ids = [each.id for each in self.all()]
        place = ids.index(field_id)
        ids.insert(max(0, place + step), ids.pop(place))
        label = filled(translate("fields", "Moved the field %1"), field.name)
        with self._file.change(label) as change:
            for position, each in enumerate(ids):
                OwnField.get_by_id(each).amend(position=position)
        return change.changes

    def remove(self, field_id: int) -> Changes:
        """Put a field into the trash; what stands in it comes back with it."""
        field = _present(field_id)
        label = filled(translate("fields", "Removed the field %1"), field.name)
        with self._file.change(label) as change:
            field.amend(deleted_at=utc_now())
        return change.changes


def _present(field_id: int) -> OwnField:
    field: OwnField | None = OwnField.get_or_none(
        (OwnField.id == field_id) & OwnField.deleted_at.is_null()
    )
    if field is None:
        raise Refused(translate("fields", "This field is no longer in the notebook."))
    return field


def _checked_name(name: str, others: Sequence[FieldLine]) -> str:
    return checked_name(
        name,
        (each.name for each in others),
        missing=translate("fields", "Give the field a name."),
        taken=translate("fields", "There is a field %1 already."),
    )


def _reminding(kind: FieldKind, reminder: DateReminder) -> dict[str, Any]:
    if kind is not FieldKind.DATE or reminder.reminds is Reminds.NEVER:
        reminder = NO_REMINDER
    if not 0 <= reminder.lead_days <= MOST_LEAD_DAYS:
        words = translate("fields", "A field can remind %1 days before at the most.")
        raise Refused(filled(words, str(MOST_LEAD_DAYS)))
    return {"reminds": reminder.reminds, "lead_days": reminder.lead_days}


def _checked_choices(choices: Sequence[str]) -> str:
    kept = dict.fromkeys(" ".join(each.split()) for each in choices)
    kept.pop("", None)
    if len(kept) < 2:
        raise Refused(translate("fields", "Write at least two choices, one on each line."))
    return "\n".join(kept)
