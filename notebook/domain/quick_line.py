"""One typed line, understood: "call Ana next Tuesday 10:00" is a text, a day and a time.

Where a line could mean two things the later words count, since people say what first and when
last. Whatever is not understood stays text, letter for letter; nothing is ever refused.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from notebook.domain.partial_date import LeapDay
from notebook.domain.quick_meanings import (
    CLOCKS,
    DAYS,
    SOON,
    Found,
    day_meant,
    half_day_meant,
    in_the_evening,
    is_on_a_dial,
    soon_meant,
    time_meant,
)
from notebook.domain.quick_patterns import lowered, patterns_of
from notebook.domain.quick_rules import RULES, rule_meant
from notebook.domain.quick_shifts import (
    LASTING,
    SHIFTS,
    TIMES,
    count_meant,
    last_day,
    lasting_meant,
    shift_meant,
)
from notebook.domain.quick_words import Meaning, QuickWords
from notebook.domain.recurrence import Recurrence, first_day

_LONGEST = 500  # characters that are looked at: nobody says when after a whole page
_TAKEN = "\0"
_CLOCK_AFTER_DATE = frozenset({Meaning.CLOCK_AFTER_DATE})
_HALF_DAY = frozenset({Meaning.HALF_DAY})
_UNCLEAR = frozenset({Meaning.UNCLEAR, Meaning.UNCLEAR_CLOCK})
_ENDS_A_RULE = frozenset({Meaning.UNCLEAR_END})
_SAY_WHEN = (CLOCKS, RULES, SOON, TIMES, LASTING)  # besides days
_CLOSING = ",;:.!?)"
_ENDS = re.compile(r"^[\s,;:–-]+|[\s,;:–-]+$")

Value = TypeVar("Value")


class Part(StrEnum):
    """What a span of the line was understood as."""

    DAY = "day"
    TIME = "time"
    RULE = "rule"
    END = "end"


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the line, from the character `start` up to `end`, which is not in it."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuickLine:
    """What a line says.

    Args:
        text: the line without what was understood.
        day: the day that was named, or the first on which the rule comes round.
        spans: what was understood, in the order of the line.
        left: what says when, or seems to, and was not understood: it is in the text.
    """

    text: str
    day: date | None = None
    at: time | None = None
    recurrence: Recurrence | None = None
    from_completion: bool = False
    spans: tuple[Span, ...] = ()
    left: tuple[str, ...] = ()


class _Match(NamedTuple, Generic[Value]):
    start: int
    end: int
    value: Value
    meaning: Meaning


def read_quick_line(
    line: str,
    today: date,
    words: QuickWords,
    *,
    month_first: bool = False,
    leap: LeapDay = LeapDay.FEBRUARY_28,
    now: datetime | None = None,
) -> QuickLine:
    """Understand a line in the words of one language, as of `today`.

    `month_first`: 3/12 is 12 March. `now`: from when "in 2 hours" counts, which stays text without.
    Never raises, whatever the line is.
    """
    return _Reader(line, Found({}, words, today, month_first, now)).read(leap)


class _Reader:
    """Takes one part after another out of the line, so that no word counts twice."""

    def __init__(self, line: str, found: Found) -> None:
        self._line, self._words, self._found = line, found.words, found
        self._rest = lowered(line[:_LONGEST])
        self._spans: list[Span] = []

    def read(self, leap: LeapDay) -> QuickLine:
        rule = self._take(Part.RULE, RULES, rule_meant)
        recurrence = rule and self._with_end(rule.value)
        lasting = self._take(Part.END, LASTING, lasting_meant) if rule else None
        day, at = self._when()
        from_completion = rule is not None and rule.meaning is Meaning.AFTER_DONE
        if recurrence:
            day = day or self._found.today
            day = day if from_completion else first_day(recurrence, day, leap)
        if recurrence and lasting and day:
            recurrence = replace(recurrence, until=last_day(day, lasting.value), count=None)
        return QuickLine(
            self._text(),
            day,
            at,
            recurrence,
            from_completion,
            tuple(sorted(self._spans, key=lambda span: span.start)),
            self._left(_ENDS_A_RULE if recurrence else frozenset()),
        )

    def _when(self) -> tuple[date | None, time | None]:
        soon = self._take(Part.TIME, SOON, soon_meant)
        if soon is not None:
            return soon.value.date(), soon.value.time()
        named = self._day()
        clock = self._take(Part.TIME, CLOCKS, time_meant)
        if named is None:
            return None, clock and clock.value
        clock = clock or self._clock_after(named)
        at = clock and clock.value
        if named.meaning is Meaning.EVENING:
            return named.value, in_the_evening(at)
        half = self._right_after(named, _HALF_DAY, half_day_meant)
        if clock and half and is_on_a_dial(self._line[clock.start : clock.end]):
            self._claim(Part.TIME, half.start, half.end)
            at = clock.value.replace(hour=clock.value.hour % 12 + half.value)
        return named.value, at

    def _day(self) -> _Match[date] | None:
        """Take the last day out of the line, as what stands right before it moves it."""
        named = _last(self._matches(DAYS, day_meant, self._words.before_day))
        if named is None:
            return None
        start, day = named.start, named.value
        for match in self._matches(SHIFTS, shift_meant, ()):
            if match.end <= named.start and not self._rest[match.end : named.start].strip():
                moved = match.value.moved(day, named.meaning, self._found.today)
                if moved is None:
                    return None
                start, day = match.start, moved
        self._claim(Part.DAY, start, named.end)
        return named._replace(value=day)

    def _clock_after(self, named: _Match[date]) -> _Match[time] | None:
        """Take a time with a dot right after a day in numbers: elsewhere it may be a price."""
        if named.meaning is not Meaning.NUMBERS:
            return None
        clock = self._right_after(named, _CLOCK_AFTER_DATE, time_meant)
        if clock is not None:
            self._claim(Part.TIME, named.end, clock.end)
        return clock

    def _right_after(
        self,
        named: _Match[date],
        meanings: frozenset[Meaning],
        meant: Callable[[Meaning, Found], Value | None],
    ) -> _Match[Value] | None:
        return next(
            (
                match
                for match in self._matches(meanings, meant, ())
                if named.end <= match.start
                and not self._rest[named.end : match.start].strip(f" ,{_TAKEN}")
            ),
            None,
        )

    def _with_end(self, rule: Recurrence) -> Recurrence:
        times = self._take(Part.END, TIMES, count_meant)
        if times is not None:
            return replace(rule, count=times.value)
        until = self._until()
        if until is None:
            return rule
        self._claim(Part.END, until.start, until.end)
        return replace(rule, until=until.value)

    def _until(self) -> _Match[date] | None:
        """Return the day after a word like until, that word included."""
        for match in self._matches(DAYS, day_meant, self._words.before_until):
            if self._rest.startswith(self._words.before_until, match.start):
                return match
        return None

    def _take(
        self,
        part: Part,
        meanings: frozenset[Meaning],
        meant: Callable[[Meaning, Found], Value | None],
        before: tuple[str, ...] = (),
    ) -> _Match[Value] | None:
        """Take the last of the longest matches out of the line."""
        last = _last(self._matches(meanings, meant, before))
        if last is not None:
            self._claim(part, last.start, last.end)
        return last

    def _matches(
        self,
        meanings: frozenset[Meaning],
        meant: Callable[[Meaning, Found], Value | None],
        before: tuple[str, ...],
    ) -> list[_Match[Value]]:
        """Return what does not overlap anything longer, be it only unclear."""
        return [
            _Match(match.start, match.end, match.value, match.meaning)
            for match in _longest(self._all_matches(meanings, meant, before))
            if match.value is not None
        ]

    def _all_matches(
        self,
        meanings: frozenset[Meaning],
        meant: Callable[[Meaning, Found], Value | None],
        before: tuple[str, ...],
    ) -> Iterator[_Match[Value | None]]:
        for meaning, pattern in patterns_of(self._words, meanings, before):
            for match in pattern.finditer(self._rest):
                parts = {kind: text for kind, text in match.groupdict().items() if text}
                value = meant(meaning, replace(self._found, parts=parts))
                if value is not None or _hides_a_day(meaning, parts):
                    yield _Match(match.start(), match.end(), value, meaning)

    def _left(self, more: frozenset[Meaning]) -> tuple[str, ...]:
        ways = [
            *((meanings, ()) for meanings in (*_SAY_WHEN, more)),
            (DAYS, self._words.before_day),
        ]
        found = (
            match
            for meanings, before in ways
            for match in self._all_matches(meanings, lambda _meaning, _found: True, before)
        )
        return tuple(self._line[match.start : match.end] for match in sorted(_longest(found)))

    def _claim(self, part: Part, start: int, end: int) -> None:
        self._spans.append(Span(part, start, end))
        self._rest = self._rest[:start] + _TAKEN * (end - start) + self._rest[end:]

    def _text(self) -> str:
        """Return the line without its spans, and without the gaps that they leave."""
        text = self._line
        for span in sorted(self._spans, key=lambda span: -span.start):
            before, after = text[: span.start].rstrip(), text[span.end :].lstrip()
            gap = " " if before and after and after[0] not in _CLOSING else ""
            text = before + gap + after
        return _ENDS.sub("", text) if self._spans else text


def _hides_a_day(meaning: Meaning, parts: Mapping[str, str]) -> bool:
    """Whether words that mean nothing have a weekday in them that is not meant either: Monday 31.4."""
    return meaning in _UNCLEAR or "any_weekday" in parts


def _longest(matches: Iterable[_Match[Value]]) -> list[_Match[Value]]:
    """Return what does not overlap anything longer."""
    kept: list[_Match[Value]] = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start, m.value is None)):
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return kept


def _last(matches: list[_Match[Value]]) -> _Match[Value] | None:
    return max(matches, default=None, key=lambda match: match.start)
