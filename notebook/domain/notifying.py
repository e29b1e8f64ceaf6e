"""When to say something outside the window, and when to look again.

All times are those of the clock on the wall, without a zone: half past nine is half past nine
wherever one has travelled to. What was told is remembered by name, never by the time up to which
one has looked, so that a clock that is set back tells nothing twice and one that is set forward
loses nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NotifyingChoices:
    """What the user wants to be told, and when not.

    Args:
        at_its_time: tell of reminders and meetings with a time of day.
        lead_minutes: how long before a meeting.
        in_the_morning: say at `morning_at` how many need a word.
        has_quiet_hours: say nothing from `quiet_from` until `quiet_until`, over midnight too.
        quiet_day: a day on which nothing more is said.
        hides_names: tell that something is due, but not what.
        keeps_running: stay in the tray when the window is closed.
    """

    at_its_time: bool = True
    lead_minutes: int = 15
    in_the_morning: bool = True
    morning_at: time = time(8, 30)
    has_quiet_hours: bool = False
    quiet_from: time = time(20)
    quiet_until: time = time(7)
    quiet_day: date | None = None
    hides_names: bool = False
    keeps_running: bool = False

    def hearing_all(self) -> "NotifyingChoices":
        """Return the choices of somebody who is told everything at the same times."""
        return replace(
            self, at_its_time=True, in_the_morning=True, has_quiet_hours=False, quiet_day=None
        )


@dataclass(frozen=True, slots=True)
class Timed:
    """Something that is to be told at its time: `when` it is, and from which time on to tell it."""

    key: str
    when: datetime
    tell_at: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """What was told already, by key; what was to come before `since` is nobody's to tell."""

    since: datetime
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Step:
    """What to tell now, in order; whether the word of the morning is due; when to look again."""

    tell: tuple[str, ...] = ()
    morning: bool = False
    look_again: datetime | None = None


def what_now(timed: Iterable[Timed], choices: NotifyingChoices, now: datetime, told: Told) -> Step:
    """Return what to tell at `now`; what comes in quiet times waits until these are over."""
    quiet_end = end_of_quiet(choices, now)
    if quiet_end is not None:
        return Step(look_again=quiet_end)
    wanted = sorted(timed, key=lambda each: (each.tell_at, each.key)) if choices.at_its_time else []
    due = [each for each in wanted if each.tell_at <= now and each.when >= told.since]
    return Step(
        tuple(each.key for each in due if each.key not in told.keys),
        _morning_is_due(choices, now, told),
        _look_again(wanted, choices, now),
    )


def end_of_quiet(choices: NotifyingChoices, now: datetime) -> datetime | None:
    """Return when the quiet that reigns at `now` is over; None where there is none."""
    if choices.quiet_day == now.date():
        tomorrow = datetime.combine(now.date() + _DAY, time.min)
        return _end_of_quiet_hours(choices, tomorrow) or tomorrow
    return _end_of_quiet_hours(choices, now)


def morning_key(day: date) -> str:
    """Return under which name the word of a morning is remembered."""
    return f"morning:{day.isoformat()}"


def seconds_until(when: datetime, now: datetime) -> float:
    """Return how long it is from `now`, which knows its zone, until `when` by the wall's clock.

    A night in which the clocks change is in no offset: the sooner of both answers is returned, and
    who comes too early looks again.
    """
    as_now = (when.replace(tzinfo=now.tzinfo) - now).total_seconds()
    as_here = (when.astimezone() - now).total_seconds()
    return max(0.0, min(as_now, as_here))


def _end_of_quiet_hours(choices: NotifyingChoices, now: datetime) -> datetime | None:
    begins, ends, at = choices.quiet_from, choices.quiet_until, now.time()
    if not choices.has_quiet_hours or begins == ends:
        return None
    if begins < ends:
        return datetime.combine(now.date(), ends) if begins <= at < ends else None
    if at >= begins:
        return datetime.combine(now.date() + _DAY, ends)
    return datetime.combine(now.date(), ends) if at < ends else None


def _morning_is_due(choices: NotifyingChoices, now: datetime, told: Told) -> bool:
    is_time = choices.in_the_morning and now.time() >= choices.morning_at
    return is_time and morning_key(now.date()) not in told.keys


def _look_again(
    wanted: Iterable[Timed], choices: NotifyingChoices, now: datetime
) -> datetime | None:
    if not (choices.at_its_time or choices.in_the_morning):
        return None
    today = now.date()
    coming = [each.tell_at for each in wanted]
    if choices.in_the_morning:
        coming += [datetime.combine(day, choices.morning_at) for day in (today, today + _DAY)]
    # At midnight there is another day to look at, and what is to come on the one after it.
    coming.append(datetime.combine(today + _DAY, time.min))
    return min(moment for moment in coming if moment > now)
