"""What a picture of how we do consists of, whatever it counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from peewee import Database

from notebook.domain.outcomes import Why
from notebook.domain.periods import Period, Span
from notebook.domain.warmth import Warmth
from notebook.services.phrases import filled
from notebook.services.referral_picture import WhoSentWhom
from notebook.translate import translate

FEW = 5
"""Of fewer values than this a picture says that they are few."""
MOST_PEOPLE = 200
"""As many lines as are shown of what stands behind a row."""

RowKey = Span | Warmth | Why | str
"""What a row is about; "" for reasons that nobody gave, other texts for who sent somebody."""


class Subject(StrEnum):
    """What there is a picture of."""

    OUR_PROMISES = "our-promises"
    THEIR_PROMISES = "their-promises"
    CHECK_INS = "check-ins"
    CONTACTS = "contacts"
    WARMTH = "warmth"
    REASONS = "reasons"
    REFERRALS = "referrals"


class Look(StrEnum):
    """How a series is drawn, told apart also without its colour."""

    FULL = "full"
    STRIPED = "striped"
    PALE = "pale"
    WARN = "warn"
    BAD = "bad"
    BAD_STRIPED = "bad-striped"
    GREY = "grey"
    GREY_STRIPED = "grey-striped"


@dataclass(frozen=True, slots=True)
class Asked:
    """How far to look back from which day."""

    period: Period
    today: date


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of what is counted."""

    name: str
    look: Look


@dataclass(frozen=True, slots=True)
class Row:
    """One bar, which is one line of the table: `values` has a number for each series."""

    key: RowKey
    label: str
    short: str
    """The label below the bar."""
    values: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.values)


@dataclass(frozen=True, slots=True)
class Insight:
    """One picture: its words, its bars, and what it says when there is nothing to draw.

    `first` names what a row stands for, `counted` what its numbers count. `shown` is the row whose
    people are shown at first. `sent` is what is drawn instead of bars in the picture of referrals.
    """

    subject: Subject
    title: str
    sentence: str
    first: str
    counted: str
    series: tuple[Series, ...]
    rows: tuple[Row, ...]
    empty: tuple[str, str]
    note: str = ""
    shown: RowKey | None = None
    sent: WhoSentWhom | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The titles of the table."""
        return (self.first, *(series.name for series in self.series))

    @property
    def total(self) -> int:
        """How many there are in all rows; in the picture of reasons, how many reasons."""
        return sum(row.total for row in self.rows)

    @property
    def table(self) -> list[tuple[str | int, ...]]:
        """The whole table, its titles first."""
        lines: list[tuple[str | int, ...]] = [(row.label, *row.values) for row in self.rows]
        return [self.columns, *lines]


@dataclass(frozen=True, slots=True)
class BehindLine:
    """One of the people behind a row, and what of theirs was counted."""

    person_id: int
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Behind:
    """The people behind a row; `left_out` counts lines that are not among them."""

    lines: tuple[BehindLine, ...] = ()
    left_out: int = 0


def behind(
    database: Database, statement: str, *values: object
) -> tuple[list[tuple[str, ...]], int]:
    """Run a statement that is limited to one row more than are shown; return rows and the rest.

    Its first column counts all rows.
    """
    rows = database.execute_sql(statement, values).fetchall()
    count = rows[0][0] if rows else 0
    return [row[1:] for row in rows], max(count - len(rows), 0)


def period_words(period: Period) -> str:
    """Return the period within a sentence: "in the last 12 months"."""
    return {
        Period.THREE_MONTHS: translate("insights", "in the last 3 months"),
        Period.YEAR: translate("insights", "in the last 12 months"),
        Period.ALL: translate("insights", "so far"),
    }[period]


def few_words(total: int) -> str:
    """Return a note where there are too few values to read much into them."""
    if not 0 < total < FEW:
        return ""
    if total == 1:
        return translate("insights", "This is only one so far: too few to read much into it.")
    return translate("insights", "These are only %n so far: too few to read much into them.", total)


def nothing_words(period: Period, headline: str, text: str) -> tuple[str, str]:
    """Return what stands where a picture would be; in a short period it may just be quiet."""
    if period is Period.ALL:
        return headline, text
    quiet = filled(translate("insights", "%1 %2"), headline, period_words(period))
    longer = translate("insights", "A longer time may have more to show.")
    return quiet, f"{longer} {text}"


def enumerated(parts: Sequence[str]) -> str:
    """Return "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    joined = translate("insights", ", ").join(parts[:-1])
    return filled(translate("insights", "%1 and %2"), joined, parts[-1])


def counted_phrase(count: int, one: str, many: str) -> str:
    """Return the count with its words: "1 was kept late", "3 were kept late"."""
    return filled(one if count == 1 else many, str(count))


def newest_with_values(rows: Sequence[Row]) -> RowKey | None:
    """Return the last row in which anything was counted."""
    return next((row.key for row in reversed(rows) if row.total), None)


def row_values(found: Mapping[str, int], order: Sequence[str]) -> tuple[int, ...]:
    """Return the numbers of one row in the order of its series."""
    return tuple(found.get(key, 0) for key in order)
