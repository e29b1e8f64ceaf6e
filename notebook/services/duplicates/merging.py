"""Making one card of two: what was not chosen stands in the note, so that nothing is lost."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from peewee import SqliteDatabase

from notebook.domain.dates_in_words import day_month
from notebook.domain.duplicates import Choice, joined
from notebook.domain.text import sort_key
from notebook.services.duplicates.comparing import Comparison
from notebook.services.duplicates.fields import OWN, PHOTO, FieldPair, between, columns_of
from notebook.services.duplicates.moving import Moving, links_to_people, update_row
from notebook.services.history.rows import Values
from notebook.services.phrases import filled
from notebook.storage.reading import rows_of
from notebook.storage.record import utc_now
from notebook.translate import translate

_NO_DAY_IS_NEAR = date.max
"""A note may be read in years: each day has its year."""


class Merge:
    """Makes one card of two, within a change."""

    def __init__(
        self,
        database: SqliteDatabase,
        comparison: Comparison,
        choices: Mapping[str, Choice],
        today: date,
    ) -> None:
        """`choices` by the keys of the fields; others are as the comparison proposes."""
        self._database, self._today = database, today
        self._fields, self._choices = comparison.fields, choices
        self._kept = self._row(comparison.kept.id)
        self._other = self._row(comparison.other.id)
        self._leftovers: list[str] = []

    def run(self) -> None:
        """Write it all."""
        merged = {"deleted_at": utc_now(), "merged_into_id": self._kept["id"]}
        update_row(self._database, "person", self._other["id"], merged)
        values: Values = self._derived()
        for field in self._fields:
            values |= self._taken(field)
            self._keep_unchosen(field)
        moving = Moving(self._database, self._kept["id"], self._other["id"], self._today)
        moving.move_all()
        self._leftovers += moving.leftovers
        values = {"note": self._kept["note"], **values}
        values |= {"note": self._note(values["note"]), "sort_key": sort_key(values["name"])}
        update_row(self._database, "person", self._kept["id"], self._without_themselves(values))

    def _row(self, person_id: int) -> Values:
        (row,) = rows_of(self._database, "SELECT * FROM person WHERE id = ?", person_id)
        return row

    def _choice(self, field: FieldPair) -> Choice:
        choice = self._choices.get(field.key, field.choice) if field.differs else field.choice
        if choice is Choice.BOTH and not field.joins:
            raise ValueError(field.key)
        return choice

    def _taken(self, field: FieldPair) -> Values:
        """Return the columns that a field gets; what stands in other tables is written."""
        choice = self._choice(field)
        if field.key == PHOTO:
            self._take_row("person_photo", ("picture",), choice)
            return {}
        if field.key.startswith(OWN):
            which = f" AND field_id = {int(field.key.removeprefix(OWN))}"
            self._take_row("own_value", ("text", "sort_value"), choice, which)
            return {}
        source = self._other if choice is Choice.OTHER else self._kept
        values = {column: source[column] for column in columns_of(field.key, self._kept)}
        if choice is Choice.BOTH:
            for column in values:
                parts = (self._kept[column], self._other[column])
                values[column] = joined(*parts, between(field.key) or "")
        return values

    def _take_row(
        self, table: str, columns: tuple[str, ...], choice: Choice, which: str = ""
    ) -> None:
        """Of two rows let that of the kept card hold what was chosen; one alone moves later."""
        statement = f"SELECT * FROM {table} WHERE person_id = ?{which}"
        mine, theirs = (
            rows_of(self._database, statement, person["id"]) for person in (self._kept, self._other)
        )
        if mine and theirs:
            if choice is Choice.OTHER:
                taken = {column: theirs[0][column] for column in columns}
                update_row(self._database, table, mine[0]["id"], taken)
            self._database.execute_sql(f"DELETE FROM {table} WHERE id = ?", (theirs[0]["id"],))

    def _keep_unchosen(self, field: FieldPair) -> None:
        unchosen = field.unchosen(self._choice(field))
        if unchosen and field.key != PHOTO:
            self._leftovers.append(f"{field.title}: {unchosen}")

    def _note(self, note: str) -> str:
        if not self._leftovers:
            return note
        day = day_month(self._today, _NO_DAY_IS_NEAR)
        words = translate("duplicates", "From the time when there were two cards (until %1):")
        lines = "\n".join((filled(words, day), *dict.fromkeys(self._leftovers)))
        return f"{note.rstrip()}\n\n{lines}" if note.strip() else lines

    def _derived(self) -> Values:
        said = [row["channel_said_at"] for row in (self._kept, self._other)]
        return {
            "known_since": min(self._kept["known_since"], self._other["known_since"]),
            "channel_said_at": max((each for each in said if each), default=None),
        }

    def _without_themselves(self, values: Values) -> Values:
        """Nobody is looked after by themselves."""
        both = (self._kept["id"], self._other["id"])
        own = {each.column for each in links_to_people(self._database) if each.table == "person"}
        return {name: _mended(name in own, value, both) for name, value in values.items()}


def _mended(is_person: bool, value: Any, both: tuple[int, int]) -> Any:  # noqa: FBT001
    return None if is_person and value in both else value
