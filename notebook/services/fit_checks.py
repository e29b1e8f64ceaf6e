"""Fit checks: what one asks oneself after the first meeting with a person, and what follows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from notebook.domain.changes import Changes
from notebook.domain.fit import FitAnswer, FitDecision
from notebook.errors import Refused
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.storage.file import NotebookFile
from notebook.storage.moment_tables import FitCheck
from notebook.storage.record import utc_now
from notebook.storage.tables import Moment
from notebook.translate import translate

_ANSWERS = {FitAnswer.YES: "Yes", FitAnswer.SO_SO: "So-so", FitAnswer.NO: "No"}
_DECISIONS = {
    FitDecision.GO_ON: "Go on",
    FitDecision.NOT_SURE: "Not sure yet",
    FitDecision.REFER: "Refer to somebody better",
}

# Somebody who is not of the team, met for the first time, and not thought about yet.
_FIRST_MEETING = """
    SELECT p.id, p.name, p.given_name FROM moment_person mp JOIN person p ON p.id = mp.person_id
    WHERE mp.moment_id = ?1 AND NOT p.is_team AND p.deleted_at IS NULL
        AND EXISTS (SELECT 1 FROM moment m WHERE m.id = ?1 AND m.state = 'logged'
            AND m.deleted_at IS NULL AND m.channel IN ('meeting', 'visit'))
        AND NOT EXISTS (SELECT 1 FROM fit_check f
            WHERE f.person_id = p.id AND f.deleted_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM moment_person other JOIN moment o ON o.id = other.moment_id
            WHERE other.person_id = p.id AND o.id != ?1 AND o.state = 'logged'
                AND o.deleted_at IS NULL AND o.channel IN ('meeting', 'visit'))
    ORDER BY mp.id LIMIT 1"""


@dataclass(frozen=True, slots=True)
class FitEntry:
    """A fit check as it is filled in and shown; questions may be left open."""

    decision: FitDecision
    at_ease: FitAnswer | None = None
    they_at_ease: FitAnswer | None = None
    trust: FitAnswer | None = None
    note: str = ""
    day: date | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class FirstMeeting:
    """With whom a moment was the first meeting."""

    person_id: int
    name: str
    given_name: str


def answer_word(answer: FitAnswer) -> str:
    """Return the answer as a choice: "So-so"."""
    return translate("fit", _ANSWERS[answer])


def decision_word(decision: FitDecision) -> str:
    """Return the decision as a choice: "Not sure yet"."""
    return translate("fit", _DECISIONS[decision])


def answers_in_words(entry: FitEntry, called: str) -> str:
    """Return the answers in a line: "At ease: yes · Marta: so-so · trust: yes"."""
    said = (
        (translate("fit", "At ease: %1"), entry.at_ease),
        (translate("fit", "%2 at ease: %1"), entry.they_at_ease),
        (translate("fit", "trust: %1"), entry.trust),
    )
    return " · ".join(
        filled(words, answer_word(answer).lower(), called) for words, answer in said if answer
    )


def fit_entry(row: dict[str, Any]) -> FitEntry:
    """Return a fit check from its row."""
    at_ease, they_at_ease, trust = (
        FitAnswer(row[name]) if row[name] else None for name in ("at_ease", "they_at_ease", "trust")
    )
    return FitEntry(
        FitDecision(row["decision"]),
        at_ease,
        they_at_ease,
        trust,
        row["note"],
        date.fromisoformat(row["day"]),
        row["id"],
    )


class FitChecks:
    """Writes fit checks down, and knows after which moment to offer one."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file

    def first_meeting(self, moment_id: int) -> FirstMeeting | None:
        """Return with whom a logged moment was the first meeting, not thought about yet."""
        row = self._file.database.execute_sql(_FIRST_MEETING, (moment_id,)).fetchone()
        return FirstMeeting(*row) if row else None

    def save(
        self, person_id: int, entry: FitEntry, today: date, moment_id: int | None = None
    ) -> Changes:
        """Write a fit check down, or change the one with the entry's id.

        Raises Refused for a person or a fit check that is gone.
        """
        person = present(person_id)
        answers = {
            "at_ease": entry.at_ease,
            "they_at_ease": entry.they_at_ease,
            "trust": entry.trust,
            "decision": entry.decision,
            "note": entry.note,
        }
        words = filled(translate("fit", "Noted how it fits with %1"), person.name)
        with self._file.change(words) as change:
            if entry.id is None:
                moment = Moment.get_or_none(Moment.id == moment_id)  # gone if it was undone
                row = FitCheck.create(person=person, moment=moment, day=today, **answers)
                change.done(row.id)
            else:
                self._present(entry.id).amend(**answers)
        return change.changes

    def delete(self, fit_check_id: int) -> Changes:
        """Put a fit check into the trash."""
        row = self._present(fit_check_id)
        with self._file.change(translate("fit", "Deleted the fit check")) as change:
            row.amend(deleted_at=utc_now())
        return change.changes

    def _present(self, fit_check_id: int) -> FitCheck:
        row: FitCheck | None = FitCheck.get_or_none(
            (FitCheck.id == fit_check_id) & FitCheck.deleted_at.is_null()
        )
        if row is None:
            raise Refused(translate("fit", "This fit check is no longer in the notebook."))
        return row
