"""What must be due, said a second time: plain dictionaries and days, and no line of the engine."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from notebook.domain.reminders import Source
from tests.services.reminders.year.projects import Work

DAY = timedelta(days=1)
RHYTHMS = (7, 13, 29, 61, 89)
"""None is a multiple of another: a turn of one is none of another."""
Turn = tuple[Source, int, date]
Lines = dict[tuple[Source, int], date]
"""The day that each thing is due on."""


@dataclass
class Someone:
    """A person: how often they hear from us, and when they last did."""

    known_since: date
    own_rhythm: int | None = None
    groups: set[int] = field(default_factory=set)
    last_contact: date | None = None
    paused_until: date | None = None
    let_go: dict[date, date] = field(default_factory=dict)
    """The turns that were skipped, each on which day."""
    put_off: dict[date, date] = field(default_factory=dict)


@dataclass
class Birthday:
    """Of a person, or of somebody around one; or another day of the year."""

    month: int
    day: int
    year: int | None = None
    source: Source = Source.BIRTHDAY
    lead_days: int = 7

    def near(self, today: date) -> date | None:
        for offset in range(-7, self.lead_days + 1):
            day = today + offset * DAY
            if self.year is not None and self.year >= day.year:
                continue
            on_leap_day = (self.month, self.day) == (2, 29) and (day + DAY).month == 3
            if (day.month, day.day) == (self.month, self.day) or (on_leap_day and day.month == 2):
                return day
        return None


@dataclass
class Own:
    """An own reminder: all its days, or how long after being done it comes again."""

    turn: date | None
    lead_days: int = 0
    days: tuple[date, ...] = ()
    days_after: int | None = None
    """Counts from completion."""
    left: int | None = None
    put_off: date | None = None

    def settle(self, settled_on: date) -> None:
        assert self.turn is not None
        if self.left is not None:
            self.left -= 1
        if self.days_after is not None and self.left != 0:
            self.turn = settled_on + self.days_after * DAY
        else:
            past = max(self.turn, settled_on - DAY)
            self.turn = next((day for day in self.days if day > past), None)
        self.put_off = None

    def wait(self, until: date, today: date) -> None:
        """Wait until a day, or until the next turn comes."""
        assert self.turn is not None
        past = max(self.turn, today)
        self.put_off = min([until] + [day for day in self.days if past < day < until])

    def due(self, today: date) -> date | None:
        if self.turn is None:
            return None
        if self.put_off is not None:  # within the lead time it shows from then on, until its day
            return (
                self.put_off if today < self.put_off else max(self.put_off, min(self.turn, today))
            )
        return min(self.turn, max(self.turn - self.lead_days * DAY, today))


@dataclass
class Meeting:
    """A planned moment, and when to ask how it went if that was put off."""

    day: date
    people: tuple[int, ...]
    asks_on: date | None = None

    def put_off(self, until: date, today: date) -> None:
        """Move it while it is to come; what has passed stays on its day, and is asked about later."""
        if self.day < today:
            self.asks_on = until
        else:
            self.day = until


@dataclass
class Model:
    """The whole notebook, as far as it can be due; subjects by their ids."""

    people: dict[int, Someone] = field(default_factory=dict)
    targets: dict[int, int | None] = field(default_factory=dict)
    birthdays: dict[int, Birthday] = field(default_factory=dict)
    own: dict[int, Own] = field(default_factory=dict)
    meetings: dict[int, Meeting] = field(default_factory=dict)
    projects: dict[int, Work] = field(default_factory=dict)
    days: dict[tuple[Source, int], date] = field(default_factory=dict)
    """What has one day and is then over: promises, concerns, referrals."""
    settled: set[Turn] = field(default_factory=set)
    put_off: dict[Turn, date] = field(default_factory=dict)

    def due(self, today: date) -> Lines:
        """Return everything that is due, and all that is known to come."""
        lines: Lines = {}
        for source, subject, day in self._simple():
            turn = (source, subject, day)
            if turn not in self.settled and not self._is_long_over(turn, today):
                lines[source, subject] = self.put_off.get(turn, day)
        for person_id in self.people:
            due = self.in_touch_on(person_id, today)
            if due is not None:
                lines[Source.KEEP_IN_TOUCH, person_id] = due
        for subject, own in self.own.items():
            due = own.due(today)
            if due is not None:
                lines[Source.OWN, subject] = due
        return lines | self._birthdays(today) | self._projects(today)

    def _is_long_over(self, turn: Turn, today: date) -> bool:
        """A date that came once is let go after a while; one that was put off, a week after that day."""
        source, _, day = turn
        until = self.put_off.get(turn, day)
        is_over = today > max(day + 90 * DAY, until + 7 * DAY)
        return source is Source.OWN_DATE and is_over

    def _simple(self) -> list[Turn]:
        found = [(source, subject, day) for (source, subject), day in self.days.items()]
        meetings = self.meetings.items()
        found += [(Source.PLANNED, key, each.asks_on or each.day) for key, each in meetings]
        for project in self.projects.values():
            found += project.one_by_one()
        return found

    def _birthdays(self, today: date) -> Lines:
        """From a week before to a week after; one that was put off, until a week after that day."""
        lines: Lines = {}
        for subject, birthday in self.birthdays.items():
            day = birthday.near(today)
            if day is not None and (birthday.source, subject, day) not in self.settled:
                lines[birthday.source, subject] = day
        for (source, subject, day), until in self.put_off.items():
            over = subject not in self.birthdays or (source, subject, day) in self.settled
            if not over and day - 14 * DAY <= today <= until + 7 * DAY:
                lines[source, subject] = until
        return lines

    def _projects(self, today: date) -> Lines:
        lines: Lines = {}
        for project_id, project in self.projects.items():
            report = project.report_due()
            if report is not None:
                lines[Source.PROGRESS_REPORT, project_id] = report
            for plan_id, due in project.check_ins_due(today):
                lines[Source.CHECK_IN, plan_id] = due
        return lines

    def rhythm(self, person_id: int) -> int | None:
        """Their own, or the shortest of their groups."""
        person = self.people[person_id]
        of_groups = [self.targets[each] for each in person.groups if self.targets.get(each)]
        return person.own_rhythm or min((each for each in of_groups if each), default=None)

    def in_touch_on(self, person_id: int, today: date) -> date | None:
        """One rhythm after the last contact; nobody whom we are about to meet, or just met."""
        person, rhythm = self.people[person_id], self.rhythm(person_id)
        looked_after = any(
            person_id in meeting.people and meeting.day >= today - 7 * DAY
            for meeting in self.meetings.values()
        )
        if rhythm is None or looked_after:
            return None
        turn = self.turn_of(person_id)
        return person.put_off.get(turn, turn)

    def turn_of(self, person_id: int) -> date:
        """Return the open turn, in whatever day it was put off to; a pause moves it on."""
        person, rhythm = self.people[person_id], self.rhythm(person_id)
        assert rhythm is not None
        first = (person.last_contact or person.known_since) + rhythm * DAY
        turn = self._after_skipped(person, first, rhythm)
        rested = max(first, person.paused_until or first)
        if person.put_off.get(turn, turn) > rested and rested not in person.let_go:
            return turn
        return self._after_skipped(person, rested, rhythm)

    def _after_skipped(self, person: Someone, turn: date, rhythm: int) -> date:
        while turn in person.let_go:
            skipped_on = person.let_go[turn]
            turn += rhythm * DAY
            while turn <= skipped_on:
                turn += rhythm * DAY
        return turn

    def skip_turn(self, person_id: int, today: date) -> None:
        """Let a turn go, and with it all that is past."""
        person, turn = self.people[person_id], self.turn_of(person_id)
        person.let_go[turn] = today
        person.put_off.pop(turn, None)

    def put_turn_off(self, person_id: int, until: date) -> None:
        """Let a turn wait."""
        self.people[person_id].put_off[self.turn_of(person_id)] = until

    def contact(self, person_id: int, day: date) -> None:
        """Count a contact by the day that it happened."""
        person = self.people[person_id]
        person.last_contact = max(day, person.last_contact or day)
