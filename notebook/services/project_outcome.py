"""How a project ended, read back."""

from dataclasses import dataclass
from datetime import date

from notebook.domain.outcomes import Ending, SaidBy, Why
from notebook.storage.outcome_tables import Outcome, OutcomeMoment, OutcomeReason
from notebook.storage.reading import tuples_of
from notebook.storage.tables import Moment


@dataclass(frozen=True, slots=True)
class ProjectOutcome:
    """How a project ended, as its page shows it."""

    ending: Ending
    whys: tuple[Why, ...]
    said_by: SaidBy
    note: str
    ended_on: date
    moments: tuple[tuple[int, str], ...]
    """The contacts that decided it, each with its words."""


def outcome_of(project_id: int) -> ProjectOutcome | None:
    """Return how a project ended; None as long as it isn't closed, or when nobody said."""
    row: Outcome | None = Outcome.get_or_none(Outcome.project == project_id)
    if row is None:
        return None
    whys = (
        OutcomeReason.select(OutcomeReason.why)
        .where(OutcomeReason.outcome == row)
        .order_by(OutcomeReason.position)
    )
    moments = (
        OutcomeMoment.select(Moment.id, Moment.text)
        .join(Moment)
        .where(OutcomeMoment.outcome == row, Moment.deleted_at.is_null())
        .order_by(Moment.happened_at)
    )
    return ProjectOutcome(
        row.ending,
        tuple(why for (why,) in tuples_of(whys)),
        row.said_by,
        row.note,
        row.ended_on,
        tuple((moment_id, text) for moment_id, text in tuples_of(moments)),
    )


def forget_outcome(project_id: int) -> None:
    """Let a project have no end any more, within the change that opens it again."""
    Outcome.delete().where(Outcome.project == project_id).execute()
