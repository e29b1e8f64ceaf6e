"""Which progress reports were sent about a project, and whether by the way that was agreed."""

from dataclasses import dataclass
from datetime import date, timedelta

from peewee import fn

from notebook.domain.checklists import AnswerKind
from notebook.domain.moments import IN_PERSON, Channel, Direction, MomentState
from notebook.services.draft import Draft
from notebook.services.phrases import filled
from notebook.services.project_words import by_channel
from notebook.services.report_plans import agreed_channel
from notebook.storage.reading import tuples_of
from notebook.storage.report_tables import ProgressReport
from notebook.storage.tables import Answer, Moment, MomentPerson
from notebook.translate import translate

OTHER_CHANNEL_TIMES = 3
"""As often in a row another channel than agreed is a habit, no exception."""
_ONE_DAY = timedelta(days=1)


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


def kept_report(project_id: int) -> ProgressReport | None:
    """Return the report about a project that was kept for later, and not sent yet."""
    kept: ProgressReport | None = ProgressReport.get_or_none(
        (ProgressReport.project == project_id)
        & ProgressReport.sent_on.is_null()
        & ProgressReport.deleted_at.is_null()
    )
    return kept


def channel_note(draft: Draft) -> str:
    """Say that we used another channel than agreed the last times; empty where we didn't."""
    agreed = agreed_channel(draft)
    if agreed is None or draft.agreed_on is None:
        return ""
    used = _used_since(draft, max(draft.agreed_on, _said_on(draft)) + _ONE_DAY)
    if len(used) < OTHER_CHANNEL_TIMES or any(_is_as_agreed(each, agreed) for each in used):
        return ""
    words = translate("report", "The last three times it was another channel. %1 was agreed.")
    way = by_channel(agreed)
    return filled(words, way[:1].upper() + way[1:])


def _is_as_agreed(used: Channel, agreed: Channel) -> bool:
    return used is agreed or {used, agreed} <= IN_PERSON


def _said_on(draft: Draft) -> date:
    """Return when the channel was said: it may be answered, or agreed anew, in the middle."""
    keys = [each.key for each in draft.checklist.questions if each.kind is AnswerKind.CHANNEL]
    said_on: date | None = (
        Answer.select(fn.max(Answer.answered_on))
        .where(Answer.project == draft.project_id, Answer.question_key.in_(keys))
        .scalar()
    )
    return said_on or date.min


def _used_since(draft: Draft, day: date) -> list[Channel]:
    """Return how we told the one with whom it was agreed about this project, the newest first."""
    query = (
        Moment.select(Moment.channel)
        .join(MomentPerson)
        .where(
            Moment.project == draft.project_id,
            MomentPerson.person == draft.facts.person_id,
            Moment.direction == Direction.WE,
            Moment.state == MomentState.LOGGED,
            Moment.deleted_at.is_null(),
            Moment.happened_at >= day.isoformat(),
        )
        .order_by(Moment.happened_at.desc(), Moment.id.desc())
        .limit(OTHER_CHANNEL_TIMES)
    )
    return [channel for (channel,) in tuples_of(query)]
