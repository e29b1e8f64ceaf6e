"""The rows that need no window: saving, and what a search costs beyond its SQL."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from random import Random

from notebook.domain.moments import Channel, Direction
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from tests.bench.big_file import TODAY, person_id
from tests.bench.measure import Row, bare, fsync, milliseconds, p95, statements_of

_NOW = datetime.combine(TODAY, time(23, 59), tzinfo=UTC)
_SAVE_MS = 5


def saving_row(notebook: Notebook, folder: Path, people: int, rounds: int = 400) -> Row:
    """Log contacts, each beside one fsync of a file in the same folder."""
    random = Random(3)
    saves, syncs = [], []
    for number in range(rounds):
        draft = MomentDraft(
            (person_id(random.randrange(people)),),
            random.choice(list(Channel)),
            Direction.WE,
            TODAY,
            text=f"Talked about the garden wall, the second time; estimate {number} follows",
        )
        saves.append(milliseconds(partial(notebook.moments.log, draft, _NOW)))
        syncs.append(fsync(folder / "fsync"))
    save, sync = p95(saves), p95(syncs)
    return Row(
        "save a logged contact, p95",
        f"{save:.2f} ms, one fsync {sync:.2f} ms (worst save {max(saves):.1f} ms)",
        f"fsync + {_SAVE_MS} ms",
        save <= sync + _SAVE_MS,
    )


def search_row(notebook: Notebook, texts: Sequence[str], rounds: int = 3) -> Row:
    """Compare searching with running just its SQL."""
    connection = notebook.file.database.connection()
    searches, bares = [], []
    for typed in (text[:end] for text in texts for end in range(1, len(text) + 1)):
        search = partial(notebook.people_list.search, typed, TODAY)
        statements = statements_of(connection, search)
        searches.append(min(milliseconds(search) for _ in range(rounds)))
        bares.append(min(bare(connection, statements) for _ in range(rounds)))
    ratio = sum(searches) / sum(bares)
    return Row(
        "  search against its bare SQL",
        f"{ratio:.2f}x ({p95(searches):.2f} ms against {p95(bares):.2f} ms, p95)",
        "1.5x",
        ratio <= 1.5,
    )
