"""All pictures of how we do: what each counts, and who is behind a bar of it."""

from collections.abc import Callable
from dataclasses import dataclass

from peewee import Database

from notebook.services.insights.check_ins import check_ins, people_asked
from notebook.services.insights.contacts import contacts, people_met
from notebook.services.insights.insight import Asked, Behind, Insight, RowKey, Subject
from notebook.services.insights.promises import (
    our_promises,
    people_of_ours,
    people_of_theirs,
    their_promises,
)
from notebook.services.insights.reasons import people_for_whom, reasons
from notebook.services.insights.referrals import people_sent, referrals
from notebook.services.insights.warmth import people_as_warm, warmth
from notebook.storage.file import NotebookFile


@dataclass(frozen=True, slots=True)
class _Picture:
    count: Callable[[Database, Asked], Insight]
    people: Callable[[Database, Asked, RowKey], Behind]
    kinds: tuple[str, ...]


_PICTURES = {
    Subject.OUR_PROMISES: _Picture(our_promises, people_of_ours, ("promise", "promise_move")),
    Subject.THEIR_PROMISES: _Picture(their_promises, people_of_theirs, ("promise", "promise_move")),
    Subject.CHECK_INS: _Picture(check_ins, people_asked, ("check_in",)),
    Subject.CONTACTS: _Picture(contacts, people_met, ("moment", "moment_person")),
    Subject.WARMTH: _Picture(
        warmth,
        people_as_warm,
        (
            "moment",
            "moment_person",
            "promise",
            "concern",
            "check_in",
            "person_group",
            "membership",
        ),
    ),
    Subject.REASONS: _Picture(reasons, people_for_whom, ("outcome", "outcome_reason")),
    Subject.REFERRALS: _Picture(referrals, people_sent, ("referral",)),
}
_ALWAYS = ("person", "project")  # names, and what is in the trash
_WITHOUT_PERIOD = frozenset({Subject.WARMTH, Subject.REFERRALS})


class Insights:
    """Counts for pictures; any thread may ask."""

    def __init__(self, file: NotebookFile) -> None:
        """Read from this notebook."""
        self._file = file

    def read(
        self, subject: Subject, asked: Asked, row: RowKey | None = None
    ) -> tuple[Insight, RowKey | None, Behind]:
        """Return a picture, and the people behind `row`, else behind the row that it shows first."""
        picture = _PICTURES[subject]
        with self._file.reading():
            insight = picture.count(self._file.database, asked)
            keys = {each.key for each in insight.rows}
            shown = row if row in keys else insight.shown
            people = Behind()
            if shown is not None:
                people = picture.people(self._file.database, asked, shown)
        return insight, shown, people

    def people(self, subject: Subject, asked: Asked, row: RowKey) -> Behind:
        """Return the people behind a row."""
        with self._file.reading():
            return _PICTURES[subject].people(self._file.database, asked, row)


def has_period(subject: Subject) -> bool:
    """Whether a picture looks back over a period; others show what is so today."""
    return subject not in _WITHOUT_PERIOD


def concerned_by(subject: Subject) -> tuple[str, ...]:
    """Return the kinds of changes after which a picture is to be counted anew."""
    return (*_PICTURES[subject].kinds, *_ALWAYS)
