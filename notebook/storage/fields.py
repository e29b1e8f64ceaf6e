"""Column types that peewee lacks: plain days and the words of an enumeration."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from peewee import Field
from typing_extensions import override

Value = TypeVar("Value")
Day = TypeVar("Day", bound=date | None)
Word = TypeVar("Word", bound=StrEnum | None)

if TYPE_CHECKING:
    TypedField = Field
else:

    class TypedField(Field, Generic[Value]):
        """peewee's field takes its type in the stubs only."""


class DayField(TypedField[Day], Generic[Day]):
    """A calendar day, kept as ISO text: it sorts as it reads, in every program."""

    field_type = "TEXT"

    @override
    def db_value(self, value: date | str | None) -> str | None:
        """Return the ISO text of a day."""
        return value.isoformat() if isinstance(value, date) else value

    @override
    def python_value(self, value: str | None) -> date | None:
        """Return the day of an ISO text."""
        return date.fromisoformat(value) if value else None


class WordField(TypedField[Word], Generic[Word]):
    """One word of an enumeration, kept as its text."""

    field_type = "TEXT"

    def __init__(self, words: type[StrEnum], **options: Any) -> None:
        self.words = words
        super().__init__(**options)

    @override
    def db_value(self, value: str | None) -> str | None:
        """Return the text of a word; an unknown word is refused with a ValueError."""
        return None if value is None else self.words(value).value

    @override
    def python_value(self, value: str | None) -> StrEnum | None:
        """Return the word of a text."""
        return None if value is None else self.words(value)


class SortField(Field):
    """What something is sorted by: a number or text, kept as it is (a BLOB column converts nothing)."""

    field_type = "BLOB"
