"""The moves of a project's promises or deliveries, as rows."""

from collections import defaultdict
from typing import Any

from notebook.domain.moves import Move
from notebook.services.amendment_lines import is_of_an_amendment
from notebook.storage.care_tables import DeliveryMove
from notebook.storage.promise_tables import PromiseMove
from notebook.storage.reading import tuples_of


def moves_by(
    table: type[DeliveryMove] | type[PromiseMove], moved: Any, project_id: int
) -> defaultdict[int, list[Move]]:
    """Return the moves of a project by what `moved`, a foreign key of the table; oldest first."""
    thing = moved.rel_model
    query = (
        table.select(
            moved,
            table.from_on,
            table.to_on,
            table.said_on,
            table.reason,
            is_of_an_amendment(table.created_at, thing.project),
        )
        .join(thing)
        .where(thing.project == project_id)
        .order_by(table.id)
    )
    moves: defaultdict[int, list[Move]] = defaultdict(list)
    for thing_id, from_on, to_on, said_on, reason, is_agreed in tuples_of(query):
        moves[thing_id].append(Move(from_on, to_on, said_on, reason, bool(is_agreed)))
    return moves
