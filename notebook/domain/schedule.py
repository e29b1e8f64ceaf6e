"""A reminder that comes round: what follows when one of its turns is done or let go.

One turn is open at a time, the oldest that is not settled; later ones wait behind it. Settling it
settles every turn before that day too, so that nobody who was away for two weeks has to say
fourteen times that the plants are watered. None is lost on the way: the open turn says how often it
came round, and a turn of the day of settling itself stays, unless it is the one that is settled: who
pays the rent of November on 1 December still owes that of December. For the same reason a turn can
wait no longer than until the next one comes.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from notebook.domain.partial_date import LeapDay
from notebook.domain.recurrence import (
    Recurrence,
    next_after_completion,
    occurrence_after,
    occurrences_between,
)

_DAY = timedelta(days=1)
MANY = 100
"""Turns are counted up to here."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A rule, the first day it counts from, and whether it counts anew from each completion."""

    rule: Recurrence
    anchor: date
    from_completion: bool = False

    def after(self, turn: date, settled_on: date, leap: LeapDay) -> "tuple[Schedule, date] | None":
        """Return what remains when the open turn is settled, and the next turn; None for an end.

        By the calendar the next turn is later than the open one, and not before the settling. From
        completion it is one interval after the settling, be that late or early, and a count goes
        down.
        """
        if not self.from_completion:
            past = max(turn, settled_on - _DAY)
            day = occurrence_after(self.rule, self.anchor, past, leap)
            return None if day is None else (self, day)
        day = next_after_completion(self.rule, settled_on, leap)
        left = None if self.rule.count is None else self.rule.count - 1
        if day is None or left == 0:
            return None
        return Schedule(replace(self.rule, count=left), day, from_completion=True), day

    def waits_until(self, turn: date, until: date, today: date, leap: LeapDay) -> date:
        """Return the day until which the open turn waits that is put off `until` one, as of `today`.

        What came round by today waits along; the next turn after today is hidden by none before it.
        """
        if self.from_completion:
            return until
        coming = occurrence_after(self.rule, self.anchor, max(turn, today), leap)
        return until if coming is None else min(until, coming)

    def waiting(self, turn: date, today: date, leap: LeapDay) -> int:
        """Return how often it came round unsettled as of `today`: 1 at least, MANY at most."""
        if self.from_completion or today <= turn:
            return 1
        days = occurrences_between(self.rule, self.anchor, turn, today, leap)
        return max(1, sum(1 for _ in islice(days, MANY)))

    def left(self, turn: date, leap: LeapDay) -> Recurrence:
        """Return the rule as it goes on from the open turn: with the count that is left."""
        if self.from_completion or self.rule.count is None:
            return self.rule
        days = occurrences_between(self.rule, self.anchor, turn, date.max, leap)
        return replace(self.rule, count=max(1, sum(1 for _ in days)))
