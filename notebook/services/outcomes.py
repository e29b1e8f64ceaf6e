"""The end of a project: what became of it and why, and what happens to all that is still open."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from notebook.domain.changes import Changes
from notebook.domain.outcomes import Ending, Leftover, SaidBy, Why, may_end
from notebook.domain.projects import ProjectState, may_become
from notebook.errors import Refused
from notebook.services.afterwards import (
    Afterwards,
    AlreadyNoted,
    already_noted,
    ask_how_on,
    called,
    note_afterwards,
)
from notebook.services.delivering import deliver_all
from notebook.services.draft_rows import project_row
from notebook.services.own_reminders import OwnReminderNotes
from notebook.services.phrases import filled
from notebook.services.project_ends import EndsWithIt, what_ends
from notebook.services.project_moments import ProjectMoment, count_contacts, recent_moments
from notebook.services.project_outcome import ProjectOutcome, forget_outcome, outcome_of
from notebook.services.promises import Promises
from notebook.services.referrals import Referrals
from notebook.services.sending_on import SendingOn
from notebook.services.still_open import OpenPromise, OpenReminder, open_promises, open_reminders
from notebook.storage.file import NotebookFile
from notebook.storage.outcome_tables import Outcome, OutcomeMoment, OutcomeReason
from notebook.storage.tables import Moment, Project, Promise, Reminder
from notebook.translate import translate

MOMENTS_TO_CHOOSE = 8


@dataclass(frozen=True, slots=True)
class Closing:
    """What one has to know and to decide before a project is closed.

    `moments` are the newest of `moment_count`. `ask_how_on` is when to ask how it works out, None
    where that is not to be asked any more. `known` is what was said of the end of a project that is
    closed, which is corrected then.
    """

    project_id: int
    name: str
    first_name: str
    endings: tuple[Ending, ...]
    moments: tuple[ProjectMoment, ...]
    moment_count: int
    promises: tuple[OpenPromise, ...]
    reminders: tuple[OpenReminder, ...]
    ends_with_it: EndsWithIt
    noted: AlreadyNoted
    ask_how_on: date | None
    is_closed: bool = False
    known: "OutcomeDraft | None" = None


@dataclass(frozen=True, slots=True)
class OutcomeDraft:
    """What was decided: `whys` are the reasons, the weightiest first.

    What is not in `promises` and `reminders` stays open. `sent_to` is who suits better, of
    somebody who was referred on, `sent_why` why. `all_delivered`: what was still to come is there.
    """

    ending: Ending
    whys: tuple[Why, ...] = ()
    said_by: SaidBy = SaidBy.GUESS
    note: str = ""
    moment_ids: tuple[int, ...] = ()
    promises: Mapping[int, Leftover] = field(default_factory=dict)
    reminders: Mapping[int, Leftover] = field(default_factory=dict)
    afterwards: Afterwards = field(default_factory=Afterwards)
    sent_to: str = ""
    sent_why: str = ""
    all_delivered: bool = False


class Outcomes:
    """Closes projects."""

    def __init__(self, file: NotebookFile) -> None:
        """Write to this notebook."""
        self._file = file
        self._promises = Promises(file)
        self._reminders = OwnReminderNotes(file)
        self._sending = SendingOn(Referrals(file), self._reminders)

    def closing(self, project_id: int, today: date) -> Closing:
        """Return what closing a project has to decide; raises Refused if it is gone or closed."""
        project = _closable(project_id)
        return Closing(
            project_id=project.id,
            name=project.name,
            first_name=called(project),
            endings=_endings(project),
            moments=recent_moments(project_id, MOMENTS_TO_CHOOSE),
            moment_count=count_contacts(project_id),
            promises=open_promises(project_id),
            reminders=open_reminders(project_id),
            ends_with_it=what_ends(self._file.database, project_id, today),
            noted=already_noted(project),
            ask_how_on=ask_how_on(self._file.database, project_id, today),
        )

    def correctable(self, project_id: int, today: date) -> Closing:
        """Return what was said of a project's end, to be corrected; raises Refused if it goes on."""
        project = _closed(project_id)
        outcome = outcome_of(project_id)
        known = _draft_of(outcome) if outcome is not None else None
        return Closing(
            project_id=project.id,
            name=project.name,
            first_name=called(project),
            endings=_endings(project),
            moments=_moments_with(project_id, known.moment_ids if known is not None else ()),
            moment_count=count_contacts(project_id),
            promises=(),
            reminders=(),
            ends_with_it=EndsWithIt(),
            noted=already_noted(project),
            ask_how_on=ask_how_on(self._file.database, project_id, today),
            is_closed=True,
            known=known,
        )

    def older_moments(self, project_id: int, known: int, most: int) -> tuple[ProjectMoment, ...]:
        """Return the next older contacts that may have decided the end, after the `known` newest."""
        return recent_moments(project_id, most, known)

    def close(self, project_id: int, draft: OutcomeDraft, today: date) -> Changes:
        """Close a project with its outcome, and settle what is still open, in one change.

        Raises Refused for a project that is gone or closed, for a delivery that was never agreed,
        for somebody who was referred on to nobody, and for leftovers that are not its own.
        """
        project = _closable(project_id)
        _refuse_strange(project, draft)
        _refuse_ending(project, draft.ending)
        if draft.ending is Ending.REFERRED_ON:
            _refuse_nobody(draft.sent_to)
        label = filled(translate("outcomes", "Closed %1"), project.name)
        with self._file.change(label) as change:
            project.amend(state=ProjectState.CLOSED)
            if draft.all_delivered:
                deliver_all(project_id, today)
            self._settle(draft, today)
            self._write(project, draft, today, today)
            change.done(project_id)
        return change.changes

    def correct(self, project_id: int, draft: OutcomeDraft, today: date) -> Changes:
        """Say better how a closed project ended; the day of its end stays.

        Raises Refused for one that goes on, and otherwise like `close`. Who was referred on before
        needs no name again.
        """
        project = _closed(project_id)
        before = outcome_of(project_id)
        _refuse_strange(project, draft)
        _refuse_ending(project, draft.ending)
        was_sent = before is not None and before.ending is Ending.REFERRED_ON
        if draft.ending is Ending.REFERRED_ON and not was_sent:
            _refuse_nobody(draft.sent_to)
        label = filled(translate("outcomes", "Corrected how %1 ended"), project.name)
        with self._file.change(label) as change:
            self._write(project, draft, before.ended_on if before is not None else today, today)
        return change.changes

    def refer_on(self, project_id: int, whom: str, why: str, today: date) -> Changes:
        """Close a project because somebody else suits better; the referral asks later how it went.

        Raises Refused like `close`.
        """
        project = _closable(project_id)
        _refuse_nobody(whom)
        name = called(project)
        label = filled(translate("outcomes", "Referred %1 on to %2"), name, whom)
        with self._file.change(label) as change:
            draft = OutcomeDraft(
                Ending.REFERRED_ON,
                (Why.FIT,),
                note=why,
                sent_to=whom,
                sent_why=why,
            )
            self.close(project_id, draft, today)
            change.done(project_id)
        return change.changes

    def _write(self, project: Project, draft: OutcomeDraft, ended_on: date, today: date) -> None:
        """Write how it ended and what follows from it, within a change."""
        _write_outcome(project, draft, ended_on)
        note_afterwards(self._reminders, project, draft.afterwards, today)
        if draft.ending is Ending.REFERRED_ON and draft.sent_to.strip():
            name, person_id = called(project), project.person_id
            self._sending.send(person_id, name, draft.sent_to, draft.sent_why, today)

    def _settle(self, draft: OutcomeDraft, today: date) -> None:
        for promise_id, leftover in draft.promises.items():
            if leftover is Leftover.DONE:
                self._promises.keep(promise_id, today)
            elif leftover is Leftover.DROPPED:
                self._promises.let_go_all([promise_id], today)
            elif leftover is Leftover.BROKEN:
                self._promises.give_up(promise_id, today)
        for reminder_id, leftover in draft.reminders.items():
            if leftover is not Leftover.STAYS:
                self._reminders.delete(reminder_id)


def _write_outcome(project: Project, draft: OutcomeDraft, ended_on: date) -> None:
    forget_outcome(project.id)
    outcome = Outcome.create(
        project=project,
        ending=draft.ending,
        said_by=draft.said_by,
        note=_note(draft),
        ended_on=ended_on,
    )
    for position, why in enumerate(draft.whys):
        OutcomeReason.create(outcome=outcome, why=why, position=position)
    for moment_id in draft.moment_ids:
        OutcomeMoment.create(outcome=outcome, moment=moment_id)


def _note(draft: OutcomeDraft) -> str:
    """Return what is noted of the end: to whom they were referred on, before what was written."""
    if draft.ending is not Ending.REFERRED_ON or not draft.sent_to.strip():
        return draft.note
    whom = filled(translate("outcomes", "Referred on to %1"), draft.sent_to.strip())
    return f"{whom}. {draft.note}" if draft.note.strip() else whom


def _closable(project_id: int) -> Project:
    project = project_row(project_id)
    if not may_become(project.state, ProjectState.CLOSED):
        raise Refused(filled(translate("outcomes", "%1 is closed already."), project.name))
    return project


def _closed(project_id: int) -> Project:
    project = project_row(project_id)
    if project.state is not ProjectState.CLOSED:
        raise Refused(filled(translate("outcomes", "%1 goes on. Close it first."), project.name))
    return project


def _endings(project: Project) -> tuple[Ending, ...]:
    is_agreed = project.agreed_on is not None
    return tuple(ending for ending in Ending if may_end(ending, is_agreed=is_agreed))


def _draft_of(outcome: ProjectOutcome) -> OutcomeDraft:
    moment_ids = tuple(moment_id for moment_id, _ in outcome.moments)
    return OutcomeDraft(outcome.ending, outcome.whys, outcome.said_by, outcome.note, moment_ids)


def _moments_with(project_id: int, chosen: Collection[int]) -> tuple[ProjectMoment, ...]:
    """Return the newest contacts, as far back as those that were chosen."""
    moments = recent_moments(project_id, MOMENTS_TO_CHOOSE)
    if {moment.id for moment in moments}.issuperset(chosen):
        return moments
    moments = recent_moments(project_id, count_contacts(project_id))
    oldest = max((place for place, each in enumerate(moments) if each.id in chosen), default=0)
    return moments[: max(oldest + 1, MOMENTS_TO_CHOOSE)]


def _refuse_ending(project: Project, ending: Ending) -> None:
    if ending not in _endings(project):
        words = translate("outcomes", "%1 was never agreed, so it can’t have been delivered.")
        raise Refused(filled(words, project.name))


def _refuse_nobody(whom: str) -> None:
    if not whom.strip():
        raise Refused(translate("outcomes", "Say who suits better, then refer them on."))


def _refuse_strange(project: Project, draft: OutcomeDraft) -> None:
    own = {row.id for row in Promise.select(Promise.id).where(Promise.project == project.id)}
    own |= {row.id for row in Reminder.select(Reminder.id).where(Reminder.project == project.id)}
    if not own.issuperset((*draft.promises, *draft.reminders)):
        text = translate("outcomes", "What is still open is not all of %1. Nothing was changed.")
        raise Refused(filled(text, project.name))
    chosen = Moment.id.in_(list(draft.moment_ids))
    about = Moment.select(Moment.id).where(chosen, Moment.project == project.id)
    if {row.id for row in about} != set(draft.moment_ids):
        text = translate("outcomes", "These contacts are not all about %1. Nothing was changed.")
        raise Refused(filled(text, project.name))
