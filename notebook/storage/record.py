"""What every table has: an id of our own making, the times of a row, and deleting by marking."""

from __future__ import annotations

from datetime import UTC, datetime

from peewee import BigIntegerField, Model, TextField

from notebook.storage.ids import new_id


def utc_now() -> str:
    """Return the time in UTC as ISO text with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Record(Model):
    """What every table has: an id of our own making, and when the row came and changed."""

    id = BigIntegerField(primary_key=True, default=new_id)
    created_at = TextField(default=utc_now)
    changed_at = TextField(default=utc_now)

    class Meta:
        legacy_table_names = False

    def amend(self, **values: object) -> None:
        """Set these columns and save those that differ, with the time of the change."""
        changed = {name: value for name, value in values.items() if self._differs(name, value)}
        if not changed:
            return
        changed["changed_at"] = utc_now()
        for name, value in changed.items():
            setattr(self, name, value)
        self.save(only=list(changed))

    def _differs(self, name: str, value: object) -> bool:
        stored = self.__data__.get(self._meta.combined[name].name)
        return bool(stored != (value.id if isinstance(value, Record) else value))


class Markable(Record):
    """A record that is deleted by marking it, and can come back from the trash."""

    deleted_at = TextField(null=True)
