"""Progress reports: drafted from what happened since the last one, changed, sent and logged."""

from dataclasses import dataclass
from datetime import date, datetime, time

from notebook.domain.changes import Changes
from notebook.domain.moments import Channel, Direction
from notebook.domain.text import excerpt
from notebook.errors import Refused
from notebook.services.card_parts import EMAIL
from notebook.services.draft_rows import agreed_project
from notebook.services.moments import MomentDraft, Moments
from notebook.services.phrases import filled
from notebook.services.preferences import Preferences
from notebook.services.project_events import Span, events_between
from notebook.services.project_page import ProjectPage, read_page
from notebook.services.report_history import SentReport, kept_report, sent_reports
from notebook.services.report_text import write_report
from notebook.storage.file import NotebookFile
from notebook.storage.journal import Change
from notebook.storage.report_tables import ProgressReport
from notebook.storage.tables import ContactDetail
from notebook.translate import translate


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """A report that is about to be sent; `report_id` is that of a draft kept from before.

    `channel_note` says that another channel than agreed was used again and again.
    """

    project_id: int
    project_name: str
    person_id: int
    first_name: str
    address: str
    channel: Channel
    subject: str
    text: str
    since: date | None
    channel_note: str
    report_id: int | None = None


class ProgressReports:
    """Drafts reports and notes what was sent.

    `goes_on` makes a save more of the one before, as long as nothing else was changed since.
    """

    def __init__(self, file: NotebookFile, moments: Moments, preferences: Preferences) -> None:
        """Write to this notebook; a report that was sent is a contact like others."""
        self._file, self._moments, self._preferences = file, moments, preferences
        self._newest: Change | None = None

    def draft(self, project_id: int, today: date, *, anew: bool = False) -> ReportDraft:
        """Return a report to be changed and sent: the one kept from before, or one written `anew`.

        Raises Refused for a project that is gone, not agreed yet, or closed.
        """
        agreed_project(project_id)
        page = read_page(self._file.database, project_id)
        kept = None if anew else kept_report(project_id)
        last = next(iter(sent_reports(project_id, 1)), None)
        return ReportDraft(
            project_id=project_id,
            project_name=page.name,
            person_id=page.person_id,
            first_name=page.first_name,
            address=_address(page.person_id),
            channel=page.report_channel or Channel.EMAIL,
            subject=filled(translate("report", "%1: how it goes"), page.name),
            text=kept.text if kept else self._write(page, last, today),
            since=last.sent_on if last else None,
            channel_note=page.channel_note,
            report_id=kept.id if kept else None,
        )

    def keep(self, project_id: int, text: str, *, goes_on: bool = False) -> Changes:
        """Keep a report for later as it is written so far; raises Refused like `draft`."""
        agreed_project(project_id)
        label = translate("report", "Kept the report for later")
        before = self._newest if goes_on else None
        with self._file.change(label, goes_on=before) as change:
            kept = kept_report(project_id)
            if kept is None:
                change.done(ProgressReport.create(project=project_id, text=text).id)
            else:
                kept.amend(text=text)
                change.done(kept.id)
        self._newest = change
        return change.changes

    def sent(self, draft: ReportDraft, text: str, channel: Channel, now: datetime) -> Changes:
        """Note that a report was sent now: it is logged as a contact of ours.

        Raises Refused without words, and like `draft`.
        """
        agreed_project(draft.project_id)
        if not text.strip():
            raise Refused(translate("report", "There is nothing in the report yet."))
        label = filled(translate("report", "Sent the report on %1"), draft.project_name)
        with self._file.change(label) as change:
            moment = self._moments.log(_contact(draft, text, channel, now), now)
            kept = kept_report(draft.project_id)
            values = {"text": text, "sent_on": now.date(), "moment": moment.created}
            if kept is None:
                change.done(ProgressReport.create(project=draft.project_id, **values).id)
            else:
                kept.amend(**values)
                change.done(kept.id)
        return change.changes

    def _write(self, page: ProjectPage, last: SentReport | None, today: date) -> str:
        since = last.sent_on if last else None
        span = Span(
            since or min(page.begins_on or today, page.agreed_on or today),
            today,
            last.noted_at if last else "",
            page.person_id,
        )
        events = events_between(self._file.database, page.id, span)
        return write_report(page, events, since, self._preferences.business_name(), today)


def _contact(draft: ReportDraft, text: str, channel: Channel, now: datetime) -> MomentDraft:
    return MomentDraft(
        (draft.person_id,),
        channel,
        Direction.WE,
        now.date(),
        time(now.hour, now.minute),
        text=filled(translate("report", "Sent the progress report: %1"), excerpt(text, 2000)),
        project_id=draft.project_id,
    )


def _address(person_id: int) -> str:
    row: ContactDetail | None = (
        ContactDetail.select()
        .where(ContactDetail.person == person_id, ContactDetail.kind == EMAIL)
        .order_by(ContactDetail.position)
        .first()
    )
    return row.value.strip() if row else ""
