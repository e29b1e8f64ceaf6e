"""Builds the big notebook that the budgets are measured on, quickly: rows first, triggers last."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlcipher3 import dbapi2 as driver

from notebook import storage
from notebook.domain.text import digits, phone_tokens, sort_key
from notebook.paths import resources_dir
from notebook.storage import search_index, triggers
from notebook.storage.all_tables import TABLES
from notebook.storage.file import NotebookFile
from tests.bench import more_rows, words
from tests.bench.more_rows import FACTS_OF_FIRST, MoreRows
from tests.bench.words import Words, make_words

TODAY = date(2026, 11, 22)
MOMENTS_OF_FIRST = 1_000
"""The first two people have a thousand moments and a hundred facts; the first plenty of all else."""

_MAKERS = (Path(words.__file__), Path(more_rows.__file__))
_STAMP = "2026-01-01T00:00:00.000+00:00"
_IDS_OF_THEIR_OWN = {"answer", "related_person"}
"""Reminders know them from projects and people by their ids, which are never the same elsewhere."""
_CHANNELS = ("call", "email", "message", "visit", "meeting")


def big_notebook(people: int, moments: int, keep: Path | None) -> Path:
    """Return the file with so many people and moments, from an earlier run if there is one."""
    path = keep or _cache(people, moments)
    if path.exists():
        return path
    part = path.with_name(f"{path.name}.building")
    for leftover in part.parent.glob(f"{part.name}*"):
        leftover.unlink()
    NotebookFile(part).close()
    connection = driver.connect(str(part), isolation_level=None)
    try:
        _fill(connection, people, moments)
    finally:
        connection.close()
    part.rename(path)
    return path


def person_id(number: int) -> int:
    """Return the id of the n-th person."""
    return (number + 1) << 22


def _cache(people: int, moments: int) -> Path:
    sources = [*Path(storage.__path__[0]).rglob("*.py"), Path(__file__), *_MAKERS]
    made_by = hashlib.sha256(b"".join(source.read_bytes() for source in sorted(sources)))
    name = f"notebook-bench-{os.getuid()}-{people}-{moments}-{made_by.hexdigest()[:12]}"
    return Path(tempfile.gettempdir()) / name / "notebook.db"


def _fill(connection: Any, people: int, moments: int) -> None:
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    indexes = _take_down(connection)
    _Filler(connection, people, moments).fill()
    for index in indexes:
        connection.execute(index)
    connection.execute(
        "UPDATE person SET last_contact_on = (SELECT max(substr(m.happened_at, 1, 10))"
        " FROM moment_person mp JOIN moment m ON m.id = mp.moment_id"
        " WHERE mp.person_id = person.id AND m.state = 'logged')"
    )
    connection.execute(
        "UPDATE person SET touch_days = coalesce(rhythm_days, (SELECT min(g.target_days)"
        " FROM membership m JOIN person_group g ON g.id = m.group_id"
        " WHERE m.person_id = person.id))"
    )
    search_index.rebuild_search(connection)
    triggers.install_triggers(connection)
    connection.execute("UPDATE project SET state = state")  # triggers work out the days that ask
    connection.execute("UPDATE moment SET state = state WHERE project_id IS NOT NULL")
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")


def _take_down(connection: Any) -> list[str]:
    """Remove triggers and indexes, which are quicker made at the end, and return the indexes."""
    found = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema"
        " WHERE type IN ('trigger', 'index') AND sql IS NOT NULL"
    ).fetchall()
    for kind, name, _ in found:
        connection.execute(f"DROP {kind} {name}")
    return [sql for kind, _, sql in found if kind == "index"]


def _defaults(table: str, columns: Sequence[str]) -> dict[str, object]:
    """Return what a new row holds in the columns that the big file says nothing about."""
    model = next(model for model in TABLES if model._meta.table_name == table)
    known = {"id", "created_at", "changed_at", *columns}
    return {
        field.column_name: field.db_value(field.default)
        for field in model._meta.sorted_fields
        if field.column_name not in known and field.default is not None
    }


class _Filler:
    """Writes the rows of each table in one go."""

    def __init__(self, connection: Any, people: int, moments: int) -> None:
        self._connection = connection
        self._people = people
        self._moments = moments
        self._planned = people // 200
        self._random = Random(2026)
        self._words: Words = make_words(self._random)
        self._sentences = [
            self._words.sentence(self._random, self._random.randint(4, 14)) for _ in range(60_000)
        ]

    def fill(self) -> None:
        """Write everything."""
        for table, columns, rows in (
            ("organisation", "name sort_key note", self._organisations),
            ("checklist", "key name content", self._checklists),
            (
                "person",
                (
                    "name given_name family_name nickname sort_key note is_team preferred_times"
                    " birthday_month birthday_day rhythm_days known_since"
                ),
                self._all_people,
            ),
            ("role", "person_id organisation_id title position", self._roles),
            (
                "contact_detail",
                "person_id kind label value match_key search_words position",
                self._details,
            ),
            ("fact", "person_id fact_group text learned_on position", self._facts),
            (
                "moment",
                "channel direction happened_at text their_words project_id state",
                self._all_moments,
            ),
            ("moment_person", "moment_id person_id", self._taking_part),
            ("promise", "side text due_on state person_id", self._promises),
            (
                "reminder",
                "text due_on lead_days rule anchor from_completion done_on person_id",
                self._reminders,
            ),
            *MoreRows(self._people, TODAY, self._words, self._sentences, person_id).tables(),
        ):
            self._write(table, columns.split(), rows)

    def _write(
        self, table: str, columns: Sequence[str], rows: Callable[[], Iterable[tuple[Any, ...]]]
    ) -> None:
        rest = _defaults(table, columns)
        apart = table in _IDS_OF_THEIR_OWN
        names = ", ".join(("id", "created_at", "changed_at", *columns, *rest))
        places = ", ".join("?" * (3 + len(columns) + len(rest)))
        others = tuple(rest.values())
        self._connection.executemany(
            f"INSERT INTO {table}({names}) VALUES ({places})",
            (
                (person_id(number) + apart, _STAMP, _STAMP, *row, *others)
                for number, row in enumerate(rows())
            ),
        )

    def _day(self, first: int, last: int) -> str:
        return (TODAY + timedelta(days=self._random.randint(first, last))).isoformat()

    def _someone(self) -> int:
        return person_id(self._random.randrange(self._people))

    def _organisations(self) -> Iterator[tuple[Any, ...]]:
        for _ in range(max(1, self._people // 5)):
            name = self._words.organisation(self._random)
            yield name, sort_key(name), ""

    def _checklists(self) -> Iterator[tuple[Any, ...]]:
        path = resources_dir() / "checklists" / "any-project.toml"
        yield "any-project", "Any project", path.read_text(encoding="utf-8")

    def _all_people(self) -> Iterator[tuple[Any, ...]]:
        random = self._random
        for number in range(self._people):
            name = self._words.name(random)
            given, _, family = name.partition(" ")
            note = random.choice(self._sentences) if random.random() < 0.3 else ""
            birthday = (random.randint(1, 12), random.randint(1, 28))
            month, day = birthday if random.random() < 0.4 else (None, None)
            rhythm = random.choice((14, 30, 60, 90, 180, 365)) if random.random() < 0.5 else None
            yield (
                *(name, given, family, "", sort_key(name), note, number % 20_000 == 7, ""),
                *(month, day, rhythm, self._day(-3_000, -30)),
            )

    def _roles(self) -> Iterator[tuple[Any, ...]]:
        firms = max(1, self._people // 5)
        for number in range(self._people):
            if self._random.random() < 0.8:
                firm = person_id(self._random.randrange(firms))
                yield person_id(number), firm, self._words.title(self._random), 0

    def _details(self) -> Iterator[tuple[Any, ...]]:
        random = self._random
        for number in range(self._people):
            # A country code that nobody has; the same town for all, as it is in real life.
            phone = f"+999 20 {random.randint(2_000_000, 9_999_999)}"
            yield person_id(number), "phone", "", phone, digits(phone), phone_tokens(phone), 0
            email = f"person.{number}@example.com"
            yield person_id(number), "email", "", email, email, "", 1

    def _facts(self) -> Iterator[tuple[Any, ...]]:
        groups = ("family", "interests", "food", "work", "goals", "avoid")
        for number in range(self._people):
            for position in range(self._random.randint(0, 4) if number > 1 else FACTS_OF_FIRST):
                text = self._random.choice(self._sentences)
                group = groups[position % len(groups)]
                yield person_id(number), group, text, self._day(-900, 0), position

    def _all_moments(self) -> Iterator[tuple[Any, ...]]:
        random = self._random
        for _ in range(self._moments):
            at = f"T{random.randint(8, 18):02}:{random.randint(0, 59):02}"
            topic = self._words.topic(random)
            text = f"{random.choice(self._sentences)} {topic} {random.choice(self._sentences)}"
            theirs = random.choice(self._sentences) if random.random() < 0.1 else ""
            direction = random.choice(("we", "they"))
            yield (
                *(random.choice(_CHANNELS), direction, self._day(-2_500, 0) + at),
                *(text, theirs, None, "logged"),
            )
        for _ in range(self._planned):
            yield "meeting", "we", self._day(-10, 60), "", "", None, "planned"

    def _taking_part(self) -> Iterator[tuple[Any, ...]]:
        first_two = person_id(0), person_id(1)
        for number in range(self._moments):
            place = number // MOMENTS_OF_FIRST
            who = first_two[place] if place < len(first_two) else self._someone()
            yield person_id(number), who
            if self._random.random() < 0.1:
                other = self._someone()
                if other not in (who, *first_two):
                    yield person_id(number), other
        for number in range(self._planned):
            yield person_id(self._moments + number), self._someone()

    def _promises(self) -> Iterator[tuple[Any, ...]]:
        random = self._random
        for _ in range(self._moments // 10):
            # One in five is open: most of what was ever promised has been kept.
            is_open = random.random() < 0.2
            state = "open" if is_open else random.choice(("kept", "kept", "kept", "broken"))
            due = self._day(-30, 90) if is_open else self._day(-2_000, -1)
            side = random.choice(("ours", "theirs"))
            yield side, random.choice(self._sentences), due, state, self._someone()

    def _reminders(self) -> Iterator[tuple[Any, ...]]:
        for number in range(self._people // 20):
            done = None if number % 10 == 0 else self._day(-300, 0)
            text = self._random.choice(self._sentences)
            due, someone = self._day(-300, 60), self._someone()
            # Of the open ones every second comes round, and every third has a lead time.
            rule = "FREQ=MONTHLY;BYMONTHDAY=31" if number % 20 == 0 else None
            lead = 7 if number % 30 == 0 else 0
            yield text, due, lead, rule, rule and due, 0, done, someone
