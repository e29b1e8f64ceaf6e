"""What is done about several reminders at once: each is one change, and taken back as one.

Whatever asks for words of its own (how it went, an answer, a check-in) is left for one by one, and
so are planned moments, which other people have in their calendars too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from notebook.domain.changes import Changes
from notebook.domain.dates_in_words import day_month
from notebook.domain.moments import Channel, Direction
from notebook.domain.reminders import Occurrence, Source
from notebook.errors import Refused
from notebook.services.moments import MomentDraft, Moments
from notebook.services.phrases import filled
from notebook.services.reminders.engine import Reminders
from notebook.services.reminders.line import ReminderLine
from notebook.storage.file import NotebookFile
from notebook.translate import translate

ASKS_FOR_MORE = frozenset(
    {
        Source.OPEN_QUESTION,
        Source.CHECK_IN,
        Source.CONCERN,
        Source.PLANNED,
        Source.REFERRAL_FOLLOW_UP,
    }
)
"""What is done by filling something in: the question, the check-in, the concern."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact of today that is logged for the reminders that it answers."""

    person_id: int
    who: str
    project_id: int | None
    channel: Channel | None
    answers: tuple[ReminderLine, ...]


def can_finish(lines: Iterable[ReminderLine]) -> tuple[ReminderLine, ...]:
    """Return those that can be done together."""
    return tuple(line for line in lines if line.source not in ASKS_FOR_MORE)


def can_wait(lines: Iterable[ReminderLine]) -> tuple[ReminderLine, ...]:
    """Return those that can be put off or skipped together."""
    return tuple(line for line in lines if line.source is not Source.PLANNED)


def contacts(lines: Iterable[ReminderLine]) -> list[Contact]:
    """Return the contacts that make these lines done: one for each person, and for each project.

    A birthday and a keeping in touch of the same person are one contact; a report about a project
    is a contact about that project, which answers what else there is about the person.
    """
    by_person: dict[int, list[ReminderLine]] = {}
    for line in lines:
        if line.contact_like and line.person_id is not None:
            by_person.setdefault(line.person_id, []).append(line)
    return [each for person_id, own in by_person.items() for each in _of_one(person_id, own)]


class SeveralReminders:
    """Makes several lines of the panel done, puts them off, or skips them."""

    def __init__(self, file: NotebookFile, reminders: Reminders, moments: Moments) -> None:
        """Write to this notebook."""
        self._file, self._reminders, self._moments = file, reminders, moments

    def done(self, lines: Sequence[ReminderLine], now: datetime) -> Changes:
        """Make them done; contacts are logged as of `now`, without words, by the usual channel.

        Raises Refused when each of them asks for an answer of its own.
        """
        chosen = can_finish(lines)
        if not chosen:
            raise Refused(
                translate("several-reminders", "Each of these asks for an answer of its own.")
            )
        to_log = contacts(chosen)
        answered = {line for contact in to_log for line in contact.answers}
        words = _count(
            len(chosen),
            translate("several-reminders", "Done with one reminder"),
            translate("several-reminders", "Done with %n reminders", len(chosen)),
        )
        label = _joined(words, _logged(to_log), _stay(len(lines) - len(chosen)))
        with self._file.change(label) as change:
            for contact in to_log:
                self._log(contact, now)
            for line in chosen:
                if line not in answered:
                    self._reminders.done(line, now.date())
        return change.changes

    def put_off(self, lines: Sequence[ReminderLine], until: date, today: date) -> Changes:
        """Put them off until a later day; what is due then or later stays as it is.

        Raises Refused when nothing can be put off until then.
        """
        chosen = [
            line
            for line in can_wait(lines)
            if line.due < until and line.due < self._reminders.waits_until(line, until, today)
        ]
        if not chosen:
            raise Refused(_not_together(lines))
        words = _count(
            len(chosen),
            translate("several-reminders", "Put off one reminder until %1"),
            translate("several-reminders", "Put off %n reminders until %1", len(chosen)),
        )
        words = filled(words, day_month(until, today))
        with self._file.change(_joined(words, _stay(len(lines) - len(chosen)))) as change:
            for line in chosen:
                self._reminders.snooze(line, until, today)
        return change.changes

    def skip(self, lines: Sequence[ReminderLine], today: date) -> Changes:
        """Let these occurrences go; raises Refused when all are planned moments."""
        chosen = can_wait(lines)
        if not chosen:
            raise Refused(_not_together(lines))
        words = _count(
            len(chosen),
            translate("several-reminders", "Skipped one reminder"),
            translate("several-reminders", "Skipped %n reminders", len(chosen)),
        )
        with self._file.change(_joined(words, _stay(len(lines) - len(chosen)))) as change:
            for line in chosen:
                self._reminders.skip(line, today)
        return change.changes

    def _log(self, contact: Contact, now: datetime) -> None:
        usual = self._moments.usual_channel(contact.person_id)
        draft = MomentDraft(
            person_ids=(contact.person_id,),
            channel=contact.channel or usual or Channel.CALL,
            direction=Direction.WE,
            day=now.date(),
            at=now.time(),
            project_id=contact.project_id,
        )
        first, *others = contact.answers
        self._moments.log(draft, now, Occurrence(first.source, first.subject_id, first.occurrence))
        for line in others:
            self._reminders.mark_done(line.source, line.subject_id, line.occurrence)


def what_happens(lines: Sequence[ReminderLine]) -> list[str]:
    """Return what to know before several lines are settled: the contacts, and what is left out."""
    to_log = contacts(can_finish(lines))
    meetings = sum(line.source is Source.PLANNED for line in lines)
    asking = len(lines) - len(can_finish(lines)) - meetings
    said = []
    if to_log:
        words = translate("several-reminders", "Done logs a contact today with %1.")
        said.append(filled(words, _people(to_log)))
    if asking:
        said.append(
            _count(
                asking,
                translate("several-reminders", "One asks for an answer of its own."),
                translate("several-reminders", "%n ask for an answer of their own.", asking),
            )
        )
    if meetings:
        said.append(
            _count(
                meetings,
                translate("several-reminders", "A planned meeting stays: settle it by itself."),
                translate(
                    "several-reminders",
                    "%n planned meetings stay: settle them one by one.",
                    meetings,
                ),
            )
        )
    return said


def _of_one(person_id: int, lines: Sequence[ReminderLine]) -> list[Contact]:
    projects = dict.fromkeys(line.project_id for line in lines if line.project_id)
    made: list[Contact] = []
    for project_id in projects or (None,):
        is_first = not made
        own = tuple(
            line
            for line in lines
            if line.project_id == project_id or (is_first and line.project_id is None)
        )
        channels = sorted(own, key=lambda line: line.project_id is None)  # as agreed for a report
        channel = next((line.channel for line in channels if line.channel), None)
        made.append(Contact(person_id, own[0].who, project_id, channel, own))
    return made


def _people(to_log: Sequence[Contact]) -> str:
    names = list({contact.person_id: contact.who for contact in to_log}.values())
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return filled(translate("several-reminders", "%1 and %2"), *names)
    others = translate("several-reminders", "%1, %2 and %n more", len(names) - 2)
    return filled(others, *names[:2])


def _logged(to_log: Sequence[Contact]) -> str:
    if not to_log:
        return ""
    words = translate("several-reminders", "logged a contact with %1")
    return filled(words, _people(to_log))


def _stay(count: int) -> str:
    if not count:
        return ""
    return _count(
        count,
        translate("several-reminders", "one stays as it is"),
        translate("several-reminders", "%n stay as they are", count),
    )


def _not_together(lines: Sequence[ReminderLine]) -> str:
    if can_wait(lines):
        return translate("several-reminders", "Choose a later day to put them off to.")
    return translate("several-reminders", "Settle planned meetings one by one.")


def _count(count: int, one: str, several: str) -> str:
    return one if count == 1 else several


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
