"""Which progress reports were sent about a project, and whether by the way that was agreed."""

from dataclasses import dataclass
from datetime import date

from notebook.domain.moments import Channel, Direction, MomentState
from notebook.services.phrases import filled
from notebook.services.project_words import by_channel
from notebook.storage.reading import tuples_of
from notebook.storage.report_tables import ProgressReport
from notebook.storage.tables import Moment
from notebook.translate import translate

OTHER_CHANNEL_TIMES = 3
"""As often in a row another channel than agreed is a habit, no exception."""


@dataclass(frozen=True, slots=True)
class SentReport:
    """A report that was sent; `noted_at` is when that was written down, in UTC."""

    id: int
    sent_on: date
    moment_id: int | None
    text: str
    noted_at: str


def sent_reports(project_id: int, most: int) -> tuple[SentReport, ...]:
    """Return the newest reports that were sent about a project."""
    query = (
        ProgressReport.select(
            ProgressReport.id,
            ProgressReport.sent_on,
            ProgressReport.moment,
            ProgressReport.text,
            ProgressReport.changed_at,
        )
        .where(
            ProgressReport.project == project_id,
            ProgressReport.sent_on.is_null(False),  # noqa: FBT003 - peewee's own signature
            ProgressReport.deleted_at.is_null(),
        )
        .order_by(ProgressReport.sent_on.desc(), ProgressReport.id.desc())
        .limit(most)
    )
    return tuple(SentReport(*row) for row in tuples_of(query))


def channel_note(project_id: int, agreed: Channel | None) -> str:
    """Say that we used another channel than agreed the last times; empty where we didn't."""
    if agreed is None:
        return ""
    query = (
        Moment.select(Moment.channel)
        .where(
            Moment.project == project_id,
            Moment.direction == Direction.WE,
            Moment.state == MomentState.LOGGED,
            Moment.deleted_at.is_null(),
        )
        .order_by(Moment.happened_at.desc(), Moment.id.desc())
        .limit(OTHER_CHANNEL_TIMES)
    )
    used = [channel for (channel,) in tuples_of(query)]
    if len(used) < OTHER_CHANNEL_TIMES or agreed in used:
        return ""
    words = translate("report", "The last three times it was another channel. %1 was agreed.")
    way = by_channel(agreed)
    return filled(words, way[:1].upper() + way[1:])
