"""The reminders: everything that is due from all sources, and what one can do about a line."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from itertools import chain

from notebook.domain.changes import Changes
from notebook.domain.dates_in_words import day_month, short_weekday_name
from notebook.domain.reminders import Source
from notebook.domain.text import excerpt
from notebook.domain.urgency import ReminderGroup, group_of
from notebook.errors import Refused
from notebook.services.own_reminders import OwnReminderDraft, OwnReminderNotes
from notebook.services.phrases import filled
from notebook.services.preferences import Preferences
from notebook.services.reminders.birthdays import Birthdays
from notebook.services.reminders.check_ins import CheckInsDue
from notebook.services.reminders.concerns import ConcernFollowUps
from notebook.services.reminders.deliveries import Deliveries
from notebook.services.reminders.keep_in_touch import KeepInTouch
from notebook.services.reminders.line import Due, DueGroup, ReminderLine
from notebook.services.reminders.open_questions import OpenQuestions
from notebook.services.reminders.own import OwnReminders
from notebook.services.reminders.own_dates import OwnDates
from notebook.services.reminders.planned import PlannedMoments
from notebook.services.reminders.progress_reports import ProgressReports
from notebook.services.reminders.promises import OurPromises, TheirPromises
from notebook.services.reminders.referrals import ReferralFollowUps, ThanksForReferrals
from notebook.services.reminders.source import Asked, Candidate, Found, ReminderSource
from notebook.storage.file import NotebookFile
from notebook.translate import translate

PER_GROUP = 20
_LABEL_LENGTH = 60
_MOST_TIMED = 500


def all_sources() -> tuple[ReminderSource, ...]:
    """Return every source, in the order of lines that are equally urgent."""
    return (
        PlannedMoments(),
        ConcernFollowUps(),
        OwnReminders(),
        OurPromises(),
        Deliveries(),
        CheckInsDue(),
        ProgressReports(),
        Birthdays(),
        OwnDates(),
        TheirPromises(),
        KeepInTouch(),
        OpenQuestions(),
        ThanksForReferrals(),
        ReferralFollowUps(),
    )


class Reminders:
    """Answers who needs a word, and when; every day follows from its anchor, never from a guess."""

    def __init__(
        self,
        file: NotebookFile,
        preferences: Preferences,
        sources: Sequence[ReminderSource] | None = None,
    ) -> None:
        """Read from this notebook, from all sources unless some are named."""
        self._file = file
        self._preferences = preferences
        self._sources = {source.kind: source for source in sources or all_sources()}
        self.own = OwnReminderNotes(file)

    def due(self, today: date, per_group: int = PER_GROUP, at: time | None = None) -> Due:
        """Return what is due as of `today`: the most urgent `per_group` lines of each group.

        `at` is the time of day, by which a meeting of today has passed or is still to come. Overdue lines are ordered by days overdue divided by the rhythm, the others by their day;
        whatever is beyond `per_group` is counted.
        """
        with self._file.database.atomic("DEFERRED"):  # all from one state of the file
            return self._due(
                Asked(self._file.database, today, per_group, self._preferences.leap_day(), at)
            )

    def timed(self, first: date, last: date, today: date, at: time) -> list[ReminderLine]:
        """Return the lines with a time of day that are due from `first` to `last`.

        `today` and `at` are now, by which a meeting has passed or is still to come.
        """
        leap_day = self._preferences.leap_day()
        asked = Asked(self._file.database, today, _MOST_TIMED, leap_day, at)
        with self._file.database.atomic("DEFERRED"):
            found = [
                candidate
                for source in self._sources.values()
                for candidate in source.timed(asked, first, last)
            ]
            lines = self._describe(asked, found).values()
        return [line for line in lines if line.at is not None]

    def done(self, line: ReminderLine, today: date) -> Changes:
        """Make a line done: a promise is kept, a delivery delivered, an own reminder done."""
        source = self._sources[line.source]
        with self._file.change(self._result(source.finished_label(), line, today)) as change:
            source.finish(line.subject_id, line.occurrence, today)
        return change.changes

    def mark_done(self, source: Source, subject_id: int, occurrence: date) -> Changes:
        """Make an occurrence done because its contact is logged, within the change that logs it."""
        with self._file.change(translate("reminders", "Done with a reminder")) as change:
            self._sources[source].finish(subject_id, occurrence, None)
        return change.changes

    def snooze(self, line: ReminderLine, until: date, today: date) -> Changes:
        """Put a line off until a later day, or until it comes round again if that is sooner.

        Raises Refused for a day that is not later, and when it waits for as long already.
        """
        if until <= line.due:
            raise Refused(translate("reminders", "Choose a later day to put it off to."))
        until = self.waits_until(line, until, today)
        if until <= line.due:
            raise Refused(translate("reminders", "It comes round again then. Skip it instead."))
        words = translate("reminders", "Put off until %2: %1")
        asked = replace(line, called="") if line.has_passed else line
        with self._file.change(_label(words, asked, day_month(until, line.due))) as change:
            self._sources[line.source].put_off(line, until, today)
        return change.changes

    def waits_until(self, line: ReminderLine, until: date, today: date) -> date:
        """Return how long a line waits that is put off until a day: no longer than it may."""
        return self._sources[line.source].waits_until(line, until, today)

    def skip(self, line: ReminderLine, today: date) -> Changes:
        """Let this occurrence go; one that comes round again comes round again."""
        source = self._sources[line.source]
        with self._file.change(self._result(source.let_go_label(), line, today)) as change:
            source.let_go(line.subject_id, line.occurrence, today)
        return change.changes

    def add_own(
        self,
        text: str,
        due_on: date,
        person_id: int | None = None,
        project_id: int | None = None,
    ) -> Changes:
        """Write an own reminder; `created` is its id. Raises Refused without words."""
        return self.own.save(None, OwnReminderDraft(text, due_on, person_id, project_id))

    def _result(self, words: str, line: ReminderLine, today: date) -> str:
        """Return what was done with a line, and when it comes round again."""
        source = self._sources[line.source]
        day = source.following(line.subject_id, line.occurrence, today)
        if day is None:
            return _label(words, line)
        if day == today:
            return _label(filled(translate("reminders", "%1 · once more today"), words), line)
        again = translate("reminders", "%1 · next on %2")
        return filled(
            again, _label(words, line), f"{short_weekday_name(day)} {day_month(day, today)}"
        )

    def _due(self, asked: Asked) -> Due:
        found = [source.find(asked) for source in self._sources.values()]
        chosen = _most_urgent(found, asked)
        lines = self._describe(asked, [each for group in chosen.values() for each in group])
        groups = (
            DueGroup(
                group,
                tuple(lines[each] for each in chosen[group]),
                sum(each.totals[group] for each in found),
            )
            for group in ReminderGroup
        )
        return Due(asked.today, tuple(group for group in groups if group.total))

    def _describe(self, asked: Asked, chosen: Sequence[Candidate]) -> dict[Candidate, ReminderLine]:
        lines: dict[Candidate, ReminderLine] = {}
        for kind, source in self._sources.items():
            own = [candidate for candidate in chosen if candidate.source is kind]
            if own:
                lines |= zip(own, source.describe(asked, own), strict=True)
        return lines


def _most_urgent(
    found: Sequence[Found], asked: Asked
) -> Mapping[ReminderGroup, Sequence[Candidate]]:
    candidates: dict[ReminderGroup, list[Candidate]] = {group: [] for group in ReminderGroup}
    for candidate in chain.from_iterable(each.candidates for each in found):
        candidates[group_of(candidate.due, asked.today)].append(candidate)
    # Sorting is stable: what is equally urgent stays in the order of the sources.
    return {
        group: sorted(each, key=lambda candidate: -candidate.urgency)[: asked.limit]
        for group, each in candidates.items()
    }


def _label(words: str, line: ReminderLine, *more: str) -> str:
    return filled(words, excerpt(line.called or line.what, _LABEL_LENGTH), *more)
