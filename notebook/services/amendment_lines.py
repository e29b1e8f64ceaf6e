"""What changed in an agreement after it was made, read back."""

from dataclasses import dataclass
from datetime import date

from peewee import fn

from notebook.domain.text import excerpt
from notebook.services.phrases import filled
from notebook.services.project_words import full_day
from notebook.storage.amendment_tables import Amendment
from notebook.storage.erased_sayers import ERASED_AMENDER, somebody
from notebook.storage.reading import tuples_of
from notebook.storage.tables import Answer, Person
from notebook.translate import translate

_LONGEST = 400  # characters of an old answer that are shown


@dataclass(frozen=True, slots=True)
class AmendmentLine:
    """One change: `said_by` is a name, empty when nobody in particular said it."""

    question_key: str
    question: str
    old: str
    new: str
    said_by: str
    amended_on: date
    reason: str

    @property
    def sentence(self) -> str:
        """When it changed, who said so and why, and what stood there before."""
        parts = [filled(translate("amendments", "Changed on %1"), full_day(self.amended_on))]
        if self.said_by:
            parts.append(filled(translate("amendments", "%1 said so"), self.said_by))
        if self.reason.strip():
            parts.append(self.reason.strip())
        head = ", ".join(parts)
        before = " / ".join(line.strip() for line in self.old.splitlines() if line.strip())
        if not before:
            return filled(translate("amendments", "%1. Nothing stood here before"), head)
        return filled(translate("amendments", "%1. Before: %2"), head, excerpt(before, _LONGEST))


def is_of_an_amendment(created_at: object, project: object) -> object:
    """Return the condition that a row was made together with an amendment of a project."""
    made = Amendment.select().where(
        Amendment.project == project, Amendment.created_at == created_at
    )
    return fn.EXISTS(made)


def amendments_of(project_id: int) -> tuple[AmendmentLine, ...]:
    """Return the changes of a project's agreement, the oldest first."""
    query = (
        Amendment.select(
            Amendment.question_key,
            Amendment.question,
            Amendment.old,
            Amendment.new,
            Person.name,
            _is_by_somebody_erased(),
            Amendment.amended_on,
            Amendment.reason,
        )
        .left_outer_join(Person, on=(Person.id == Amendment.said_by))
        .where(Amendment.project == project_id)
        .order_by(Amendment.amended_on, Amendment.id)
    )
    return tuple(
        AmendmentLine(
            key, question, old, new, name or (somebody() if is_erased else ""), day, reason
        )
        for key, question, old, new, name, is_erased, day, reason in tuples_of(query)
    )


def _is_by_somebody_erased() -> object:
    mark = Answer.select().where(
        Answer.project == Amendment.project,
        Answer.question_key == fn.printf(f"{ERASED_AMENDER}%d", Amendment.id),
    )
    return fn.EXISTS(mark)
