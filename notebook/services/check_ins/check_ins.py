"""Asking the customer whether they get what they expected, and what follows from the answers."""

from dataclasses import replace
from datetime import date, datetime

from notebook.domain.changes import Changes
from notebook.domain.check_ins import About
from notebook.domain.moments import Channel, Direction
from notebook.domain.promises import Side
from notebook.domain.reminders import Mark, Source
from notebook.domain.text import short_name
from notebook.errors import Refused
from notebook.services.afterwards import settle_asking
from notebook.services.check_ins.askable import askable
from notebook.services.check_ins.concern_facts import concern_facts
from notebook.services.check_ins.first_answers import agreed_anew, also_said, first_answers
from notebook.services.check_ins.follow_up import FollowUp
from notebook.services.check_ins.plans import CheckInPlans, next_plan, plan_row
from notebook.services.check_ins.rows import begun_row, check_in_row, draft_of, write_check_in
from notebook.services.check_ins.sheet import Asked, CheckInDraft, SheetContent, SheetLine
from notebook.services.check_ins.words import (
    grade_phrase,
    occasion_phrase,
    overall_word,
)
from notebook.services.concerns import Concerns
from notebook.services.draft import Draft
from notebook.services.draft_rows import project_row, read_draft
from notebook.services.moments import MomentDraft, Moments
from notebook.services.own_side import expected_by_us
from notebook.services.people import present
from notebook.services.phrases import filled
from notebook.services.reminders.marks import forget_marks, write_mark
from notebook.storage.care_tables import CheckIn
from notebook.storage.file import NotebookFile
from notebook.storage.record import utc_now
from notebook.storage.tables import Moment, Person
from notebook.translate import translate

_DAYS_AHEAD = 10
"""A check-in so many days early is the planned one, not another besides."""


class CheckIns:
    """Asks, saves and deletes check-ins.

    Attributes:
        plans: when they are.
    """

    def __init__(self, file: NotebookFile, moments: Moments, concerns: Concerns) -> None:
        """Write to this notebook; a check-in is logged as a contact, and may open a concern."""
        self._file = file
        self._moments, self._follow_up = moments, FollowUp(concerns)
        self.plans = CheckInPlans(file)

    def sheet(self, project_id: int, today: date, plan_id: int | None = None) -> SheetContent:
        """Return the sheet for asking today, or the one that was begun and laid aside.

        It answers `plan_id`, or else the planned check-in that is due. What was said before it was
        laid aside stays said on its day. Raises Refused when the project can't be asked about.
        """
        draft = askable(project_id)
        begun = begun_row(project_id)
        if begun is not None:
            filled_in = draft_of(begun)
            lines = _with_new(filled_in.lines, first_answers(draft, today))
            asked_on = filled_in.asked_on if filled_in.is_touched else today
            begun_draft = replace(filled_in, lines=lines, asked_on=asked_on)
            if plan_id is not None:
                begun_draft = replace(begun_draft, plan_id=plan_id)
            return self._sheet(draft, begun_draft, begun)
        if plan_id is None:
            plan_id = next_plan(self.plans.of_project(project_id, today), today, _DAYS_AHEAD)
        fresh = CheckInDraft(
            project_id=project_id,
            person_id=draft.facts.person_id,
            asked_on=today,
            channel=Channel.MEETING,
            lines=first_answers(draft, today),
            plan_id=plan_id,
        )
        return self._sheet(draft, fresh, None)

    def laid_aside_on(self, project_id: int) -> date | None:
        """Return the day of the check-in that was begun and laid aside; None where there is none."""
        begun = begun_row(project_id)
        return None if begun is None else begun.asked_on

    def saved(self, check_in_id: int) -> SheetContent:
        """Return the sheet of a check-in as it was saved; raises Refused when it is gone."""
        row = check_in_row(check_in_id)
        return self._sheet(read_draft(row.project_id), draft_of(row), row)

    def keep(
        self, draft: CheckInDraft, check_in_id: int | None, *, declines: bool = False
    ) -> Changes:
        """Lay a check-in aside with what was filled in; nothing is compared or counted yet.

        `declines`: no concern is wanted for what is below.
        """
        name = askable(draft.project_id).facts.name
        row = self._row(check_in_id)
        words = translate("check-ins", "Laid the check-in on %1 aside")
        with self._file.change(filled(words, name)) as change:
            kept = write_check_in(row, draft, is_draft=True)
            forget_marks(Source.CONCERN, kept.id)
            if declines:
                write_mark(Source.CONCERN, kept.id, kept.asked_on, Mark.SKIPPED)
            change.done(kept.id)
        return change.changes

    def save(
        self,
        draft: CheckInDraft,
        now: datetime,
        check_in_id: int | None = None,
        *,
        accepts: bool | None = None,
    ) -> tuple[Changes, int | None]:
        """Save a check-in, do what it offers about its concern, and log it as a contact.

        The contact comes last: what went wrong was told in it, and did not happen since.
        `accepts` says whether that is wanted, None for what is usual. Returns the changes,
        `created` being the check-in, and the concern that it belongs to. Raises Refused when
        nothing is graded, or for a day that is still to come.
        """
        project, person = project_row(draft.project_id), present(draft.person_id)
        row = self._row(check_in_id)
        self._check(draft, row, now.date())
        facts = concern_facts(row, draft.project_id)
        words = translate("check-ins", "Checked in with %1 on %2: %3")
        assert draft.grade is not None, "what has no grade is refused"
        label = filled(words, person.name, project.name, overall_word(draft.grade).lower())
        with self._file.change(label) as change:
            saved = write_check_in(row, draft, is_draft=False)
            forget_marks(Source.CONCERN, saved.id)
            concern_id = self._follow_up(saved, draft, facts, now.date(), accepts=accepts)
            self._log(saved, draft, project.name, now)
            settle_asking(project, now.date())
            change.done(saved.id)
        return change.changes, concern_id

    def trash(self, check_in_id: int) -> Changes:
        """Put a check-in into the trash; the contact stays, for it took place, and so its concern."""
        row = check_in_row(check_in_id)
        words = (
            translate("check-ins", "Moved the check-in on %1 to the trash; its concern stays open")
            if concern_facts(row, row.project_id).is_open
            else translate("check-ins", "Moved the check-in on %1 to the trash")
        )
        with self._file.change(filled(words, project_row(row.project_id).name)) as change:
            row.amend(deleted_at=utc_now())
        return change.changes

    def _sheet(self, draft: Draft, filled_in: CheckInDraft, row: CheckIn | None) -> SheetContent:
        open_plans = [
            (plan.id, plan.occasion)
            for plan in self.plans.of_project(draft.project_id, filled_in.asked_on)
            if plan.check_in_id is None or plan.id == filled_in.plan_id
        ]
        return SheetContent(
            check_in_id=row.id if row is not None else None,
            is_saved=row is not None and not row.is_draft,
            project_name=draft.facts.name,
            said_on=draft.agreed_on or filled_in.asked_on,
            people=_people(draft, filled_in.person_id),
            occasions=tuple(open_plans),
            draft=filled_in,
            concern=concern_facts(row, draft.project_id),
            we_expected=expected_by_us(draft),
            also_said=also_said(draft),
            agreed_anew=agreed_anew(draft, filled_in.asked_on),
        )

    def _row(self, check_in_id: int | None) -> CheckIn | None:
        return None if check_in_id is None else check_in_row(check_in_id)

    def _check(self, draft: CheckInDraft, row: CheckIn | None, today: date) -> None:
        if draft.grade is None:
            raise Refused(
                translate("check-ins", "Say of at least one answer how it compares, then save.")
            )
        if draft.asked_on > today:
            raise Refused(translate("check-ins", "This day is still to come."))
        is_saved = row is not None and not row.is_draft
        if not is_saved:
            askable(draft.project_id)
        is_as_before = is_saved and row is not None and row.plan_id == draft.plan_id
        if draft.plan_id is not None and not is_as_before:
            plans = {plan.id: plan for plan in self.plans.of_project(draft.project_id, today)}
            if draft.plan_id not in plans:
                raise Refused(translate("check-ins", "This check-in is not planned here."))
            if plans[draft.plan_id].check_in_id is not None:
                raise Refused(translate("check-ins", "This check-in was asked already."))

    def _log(self, row: CheckIn, draft: CheckInDraft, project_name: str, now: datetime) -> None:
        is_today = draft.asked_on == now.date()
        moment = MomentDraft(
            person_ids=(draft.person_id,),
            channel=draft.channel,
            direction=Direction.WE,
            day=draft.asked_on,
            at=now.time() if is_today else None,
            text=_logged(draft, project_name),
            their_words=_their_words(draft),
            project_id=draft.project_id,
        )
        known: Moment | None = row.moment
        if known is None:
            row.amend(moment_id=self._moments.log(moment, now).new_id)
        elif known.deleted_at is None:
            before = self._moments.draft(known.id)
            at = before.at if before.day == moment.day else moment.at
            after = replace(
                moment,
                at=at,
                minutes=before.minutes,
                place=before.place,
                agenda=before.agenda,
                is_read_back=before.is_read_back,
                files=before.files,
            )
            if after != before:
                self._moments.correct(known.id, after, now)


def _with_new(lines: tuple[SheetLine, ...], first: tuple[SheetLine, ...]) -> tuple[SheetLine, ...]:
    """Return today's first answers with what was filled in before; touched lines are never lost."""
    by_key = {_key(line): line for line in lines}
    found = [
        replace(line, said_today=known.said_today, grade=known.grade)
        if (known := by_key.pop(_key(line), None))
        else line
        for line in first
    ]
    return (*found, *(line for line in by_key.values() if line.is_touched))


def _key(line: SheetLine) -> tuple[About, str]:
    return line.about, line.expected if line.about is About.RAVE_REVIEW else ""


def _people(draft: Draft, person_id: int) -> tuple[Asked, ...]:
    """Return who may be asked: the customer first, then the others of their side."""
    theirs = [each.person_id for each in draft.people if each.side is Side.THEIRS]
    ids = dict.fromkeys((draft.facts.person_id, *theirs, person_id))
    rows = {row.id: row for row in Person.select().where(Person.id.in_(list(ids)))}
    return tuple(
        Asked(row.id, row.name, short_name(row.given_name, row.name))
        for row in (rows[each] for each in ids if each in rows)
    )


def _logged(draft: CheckInDraft, project_name: str) -> str:
    assert draft.grade is not None, "what has no grade is refused"
    words = translate("check-ins", "Asked whether %1 is what was expected, %2: %3")
    occasion = plan_row(draft.plan_id).occasion if draft.plan_id is not None else None
    return filled(words, project_name, occasion_phrase(occasion), grade_phrase(draft.grade))


def _their_words(draft: CheckInDraft) -> str:
    said = [*(line.said_today for line in draft.lines), draft.more_words]
    return "\n".join(words for words in said if words.strip())
