"""What is still to be said once a project is closed: thanks, who else could use us, how it works out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from peewee import Database, ModelSelect

from notebook.domain.check_ins import Occasion, planned_on
from notebook.domain.text import short_name
from notebook.services.check_ins.plans import plans_of
from notebook.services.own_reminders import OwnReminderDraft, OwnReminderNotes
from notebook.services.phrases import filled
from notebook.services.project_lines import delivery_lines
from notebook.storage.tables import Project, Reminder
from notebook.translate import translate

THANK_AFTER = timedelta(days=2)
ASK_AFTER = timedelta(days=14)
"""Long enough for them to have told somebody, soon enough to remember it."""


@dataclass(frozen=True, slots=True)
class AlreadyNoted:
    """Whether reminders are there from the time when the project was closed before."""

    thanks: bool
    asking: bool
    how_it_works_out: bool


@dataclass(frozen=True, slots=True)
class Afterwards:
    """Which reminders are wanted, each for its day."""

    thank: bool = False
    ask_referral: bool = False
    ask_how_on: date | None = None


def already_noted(project: Project) -> AlreadyNoted:
    """Return which reminders there are, also those that are done."""
    texts = (_thanks(project), _asking(project), _how_it_works_out(project))
    return AlreadyNoted(*(_reminders(project, text).exists() for text in texts))


def ask_how_on(database: Database, project_id: int, today: date) -> date | None:
    """Return when to ask how it works out; None where that was asked, or left out.

    What is closed as delivered is there by today, whatever day was agreed.
    """
    for plan in plans_of(database, project_id, today):
        if plan.occasion is Occasion.MONTH_AFTER and plan.is_open:
            delivered_on = _delivered_on(project_id) or today
            day = plan.due_on if plan.has_own_day else None
            day = day or planned_on(plan.occasion, delivered_on, delivered_on)
            return None if day is None else max(day, today)
    return None


def note_afterwards(
    notes: OwnReminderNotes, project: Project, wanted: Afterwards, today: date
) -> None:
    """Write what is wanted, within a change; a reminder that is still open gets the new day."""
    for text, day in _wanted(project, wanted, today):
        known = _reminders(project, text).where(Reminder.done_on.is_null()).first()
        draft = OwnReminderDraft(text, day, project.person_id, project.id)
        notes.save(known and known.id, draft)


def settle_asking(project: Project, today: date) -> None:
    """Make the reminder of asking how it works out done, within a change: it was asked."""
    waiting = Reminder.done_on.is_null() & Reminder.rule.is_null()
    for row in _reminders(project, _how_it_works_out(project)).where(waiting):
        row.amend(done_on=today)


def called(project: Project) -> str:
    """Return what the person of a project is called."""
    person = project.person
    return short_name(person.given_name, person.name)


def _delivered_on(project_id: int) -> date | None:
    """Return the day on which the last of it was delivered; None as long as something is open."""
    days = [line.delivered_on for line in delivery_lines(project_id)]
    delivered = [day for day in days if day is not None]
    return max(delivered, default=None) if len(delivered) == len(days) else None


def _wanted(project: Project, wanted: Afterwards, today: date) -> Iterator[tuple[str, date]]:
    if wanted.thank:
        yield _thanks(project), today + THANK_AFTER
    if wanted.ask_referral:
        yield _asking(project), today + ASK_AFTER
    if wanted.ask_how_on is not None:
        yield _how_it_works_out(project), wanted.ask_how_on


def _thanks(project: Project) -> str:
    words = translate("outcomes", "Thank %1 for the work on %2")
    return filled(words, called(project), project.name)


def _asking(project: Project) -> str:
    words = translate("outcomes", "Ask %1 whether somebody else could use us")
    return filled(words, called(project))


def _how_it_works_out(project: Project) -> str:
    words = translate("outcomes", "Ask %1 how %2 is working out")
    return filled(words, called(project), project.name)


def _reminders(project: Project, text: str) -> "ModelSelect[Reminder]":
    return Reminder.select().where(
        Reminder.project == project, Reminder.text == text, Reminder.deleted_at.is_null()
    )
