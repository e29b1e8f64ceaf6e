"""What is done to several people at once: each is one change, and taken back as one."""

import json
from collections.abc import Sequence
from datetime import date

from notebook.domain.changes import Changes
from notebook.errors import Refused
from notebook.services.groups import check_rhythm, group_ids, join_group
from notebook.services.letting_go import let_go
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.services.short_names import short_name
from notebook.storage.file import NotebookFile
from notebook.storage.group_tables import PersonGroup
from notebook.storage.record import utc_now
from notebook.translate import translate

# A person who went to the trash meanwhile stays as they are there.
_THESE = "id IN (SELECT value FROM json_each(:ids)) AND deleted_at IS NULL"


class SeveralPeople:
    """Changes several people at once."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def add_to_group(self, ids: Sequence[int], name: str) -> Changes:
        """Let them be in a group, which is made if need be; raises Refused without a name."""
        name = short_name(name)
        if not name:
            raise Refused(translate("groups", "Give the group a name."))
        label = translate("several", "Added %n people to %1", len(ids))
        with self._file.change(filled(label, name)) as change:
            group_id = group_ids([name])[name]
            join_group(self._present(ids), group_id)
            change.done(group_id)
        return change.changes

    def take_out_of_group(self, ids: Sequence[int], group_id: int) -> Changes:
        """Let them be in a group no longer."""
        label = translate("several", "Took %n people out of %1", len(ids))
        name = PersonGroup.get_by_id(group_id).name
        with self._file.change(filled(label, name)) as change:
            self._file.database.execute_sql(
                "DELETE FROM membership WHERE group_id = :group"
                " AND person_id IN (SELECT value FROM json_each(:ids))",
                {"group": group_id, "ids": json.dumps(list(ids))},
            )
        return change.changes

    def groups_of(self, ids: Sequence[int]) -> list[tuple[int, str]]:
        """Return the groups, id and name, that at least one of them is in."""
        statement = (
            "SELECT id, name FROM person_group WHERE deleted_at IS NULL AND id IN (SELECT group_id"
            " FROM membership WHERE person_id IN (SELECT value FROM json_each(?)))"
            " ORDER BY sort_key"
        )
        return list(self._file.database.execute_sql(statement, (json.dumps(list(ids)),)))

    def set_rhythm(
        self, ids: Sequence[int], target_days: int | None, maximum_days: int | None = None
    ) -> Changes:
        """Give them a rhythm of their own; None for that of their groups, if they have one."""
        check_rhythm(target_days, maximum_days)
        label = translate("several", "Changed how often %n people hear from us", len(ids))
        return self._set(ids, label, rhythm_days=target_days, maximum_days=maximum_days)

    def look_after(self, ids: Sequence[int], member_id: int | None) -> Changes:
        """Let one of us look after them, or nobody in particular; nobody looks after themselves.

        Who looks after somebody need not cover them besides.
        """
        label = translate("several", "Changed who looks after %n people", len(ids))
        if member_id is not None and not present(member_id).is_team:
            raise Refused(translate("several", "Only one of our team can look after people."))
        others = [each for each in ids if each != member_id]
        with self._file.change(label) as change:
            self._set(others, label, looked_after_by_id=member_id)
            self._file.database.execute_sql(
                "UPDATE person SET covered_by_id = NULL, changed_at = :now"
                f" WHERE covered_by_id = :member AND {_THESE}",
                {"member": member_id, "ids": json.dumps(others), "now": utc_now()},
            )
        return change.changes

    def pause(self, ids: Sequence[int], until: date | None) -> Changes:
        """Let them rest until a day, from which they are due again; None to go on at once."""
        if until is None:
            label = filled(translate("several", "Keeping in touch with %1 again"), _whom(ids))
        else:
            label = filled(translate("several", "Paused keeping in touch with %1"), _whom(ids))
        return self._set(ids, label, paused_until=until.isoformat() if until else None)

    def is_anybody_paused(self, ids: Sequence[int], today: date) -> bool:
        """Whether keeping in touch rests with at least one of them."""
        statement = f"SELECT 1 FROM person WHERE paused_until > :today AND {_THESE} LIMIT 1"
        values = {"ids": json.dumps(list(ids)), "today": today.isoformat()}
        return self._file.database.execute_sql(statement, values).fetchone() is not None

    def trash(self, ids: Sequence[int]) -> Changes:
        """Put them into the trash, from which each can come back with everything.

        Whom one of them looked after is looked after by nobody, unless it was handed over before.
        """
        label = translate("several", "Moved %n people to the trash", len(ids))
        with self._file.change(label) as change:
            let_go(self._file.database, ids)
            self._set(ids, label, deleted_at=utc_now())
        return change.changes

    def _present(self, ids: Sequence[int]) -> list[int]:
        statement = f"SELECT id FROM person WHERE {_THESE}"
        rows = self._file.database.execute_sql(statement, {"ids": json.dumps(list(ids))})
        return [person_id for (person_id,) in rows]

    def _set(self, ids: Sequence[int], label: str, **columns: object) -> Changes:
        assignments = ", ".join(f"{name} = :{name}" for name in columns)
        with self._file.change(label) as change:
            self._file.database.execute_sql(
                f"UPDATE person SET {assignments}, changed_at = :now WHERE {_THESE}",
                {**columns, "ids": json.dumps(list(ids)), "now": utc_now()},
            )
        return change.changes


def _whom(ids: Sequence[int]) -> str:
    return present(ids[0]).name if len(ids) == 1 else translate("several", "%n people", len(ids))
