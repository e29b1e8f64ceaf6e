"""Nobody is left with somebody who is gone: whom they looked after is looked after by nobody."""

from collections.abc import Collection

from peewee import Database

from notebook.storage.belongings import as_list
from notebook.storage.record import utc_now


def let_go(database: Database, member_ids: Collection[int]) -> None:
    """Take people from those who leave the team; call within a change.

    A concern keeps its owner, who took care of it so far.
    """
    for column in ("looked_after_by_id", "covered_by_id"):
        database.execute_sql(
            f"UPDATE person SET {column} = NULL, changed_at = :now"
            f" WHERE {column} IN (SELECT value FROM json_each(:ids))",
            {"ids": as_list(member_ids), "now": utc_now()},
        )
