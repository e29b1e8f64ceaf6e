"""The words in which a quick line may be typed, one table for each language.

A table has the words of each kind with what they mean, and for each meaning the patterns that
express it, since languages order their words differently. In a pattern `{weekday}` stands for any
word of a kind, `(every|each)` for one of some words, `[the]` for what may be left out; kinds that
touch (`{hour}{half_day}`) may be parted by a space or not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from enum import Enum, auto

from notebook.domain.recurrence import LAST_DAY, Frequency, Recurrence


class Meaning(Enum):
    """What a part of a line may say; the kinds of word that its patterns may use are in brackets."""

    NAMED_DAY = auto()  # {named_day}
    AHEAD = auto()  # {number} {unit}, {named_day}
    COMING_WEEKDAY = auto()  # {weekday} or {any_weekday}
    NEXT_WEEKDAY = auto()  # {any_weekday}
    WEEKDAY_WEEK = auto()  # {number} {any_weekday}
    NTH_DAY = auto()  # {ordinal} {any_weekday}, {month} {year} or {unit}
    EVENING = auto()
    NEXT_UNIT = auto()  # {unit}
    MONTH_END = auto()
    DATE = auto()  # {day} or {ordinal_day}, {month} {year}
    DAY_OF_MONTH = auto()  # {day} or {ordinal_day}
    NUMBERS = auto()  # {iso}, {dotted} or {slashed}
    UNCLEAR = auto()  # has the words of a day or a rule, and means another one or none
    BEFORE = auto()  # {number} {unit} or {any_weekday}, right before a day
    AFTER = auto()  # {number} {unit} or {any_weekday}, right before a day

    OFTEN = auto()  # {often}
    EVERY_UNIT = auto()  # {number} {unit}
    EVERY_OTHER = auto()  # {unit} or {any_weekday}
    EVERY_NTH_UNIT = auto()  # {ordinal} {unit}
    EVERY_WEEKDAY = auto()  # {weekdays} or {each_weekday}, {number}
    WORKING_DAYS = auto()
    NTH_WEEKDAY = auto()  # {ordinal} {any_weekday}, {number} months
    NTH_WEEKDAY_OF_YEAR = auto()  # {ordinal} {any_weekday} {month}
    LAST_OF_MONTH = auto()  # {number} months
    EVERY_DAY_OF_MONTH = auto()  # {day} or {ordinal_day}, {number} months
    EVERY_DATE = auto()  # {day} {month}
    AFTER_DONE = auto()  # {number} {unit}

    TIMES = auto()  # {number}
    LASTING = auto()  # {number} {unit}
    UNCLEAR_END = auto()  # {words}: what ends a rule, or leaves days out
    SOON = auto()  # {number} {clock_unit}
    CLOCK_AFTER_DATE = auto()  # {dotted_clock}
    CLOCK = auto()  # {clock}, {dotted_clock} or {hour}, {half_day}
    CLOCK_WORD = auto()  # {clock_word}
    HALF_DAY = auto()  # {half_day}, right after a day
    UNCLEAR_CLOCK = auto()  # has the words of a time of day, and none to be reminded at


@dataclass(frozen=True, eq=False)
class QuickWords:
    """One language; all words in lower case.

    Args:
        each_weekday: what says of itself that it comes round (Mondays).
        short_weekdays: weekdays that are other words as well (sun), understood in company only.
        ordinals: which one of a month; LAST_DAY for the last.
        named_days: days from today on.
        clock_units: in minutes.
        half_days: hours to add to those below 12.
        day_endings: what may follow the number of a day (3rd).
        and_words: what joins the last two of a list.
        before_day, before_until: what stands before a day, and before the last day of a rule.
    """

    weekdays: Mapping[str, int]
    each_weekday: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, Frequency]
    ordinals: Mapping[str, int]
    named_days: Mapping[str, int]
    often: Mapping[str, Recurrence]
    clock_units: Mapping[str, int]
    half_days: Mapping[str, int]
    clock_words: Mapping[str, time]
    day_endings: tuple[str, ...]
    and_words: tuple[str, ...]
    before_day: tuple[str, ...]
    before_until: tuple[str, ...]
    patterns: Mapping[Meaning, tuple[str, ...]]


_SEVERAL_OF_MONTH = (
    "[every|each] [the] (first|second|third|fourth|1st|2nd|3rd|4th) (and|or) [the] {ordinal}"
    " {any_weekday}"
)

ENGLISH = QuickWords(
    weekdays={
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
        "sunday": 6, "mon": 0, "tue": 1, "tues": 1, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
    },
    each_weekday={
        "mondays": 0, "tuesdays": 1, "wednesdays": 2, "thursdays": 3, "fridays": 4,
        "saturdays": 5, "sundays": 6,
    },
    short_weekdays={"wed": 2, "sat": 5, "sun": 6},
    months={
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
        "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1,
        "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
        "oct": 10, "nov": 11, "dec": 12,
    },
    numbers={
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
        "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    },
    units={
        "day": Frequency.DAILY, "days": Frequency.DAILY, "week": Frequency.WEEKLY,
        "weeks": Frequency.WEEKLY, "month": Frequency.MONTHLY, "months": Frequency.MONTHLY,
        "year": Frequency.YEARLY, "years": Frequency.YEARLY,
    },
    ordinals={
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": LAST_DAY,
        "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
    },
    named_days={
        "today": 0, "tomorrow": 1, "day after tomorrow": 2, "the day after tomorrow": 2,
        "in a fortnight": 14, "a fortnight from now": 14,
    },
    often={
        "daily": Recurrence(Frequency.DAILY), "weekly": Recurrence(Frequency.WEEKLY),
        "fortnightly": Recurrence(Frequency.WEEKLY, 2),
        "every fortnight": Recurrence(Frequency.WEEKLY, 2),
        "biweekly": Recurrence(Frequency.WEEKLY, 2), "bi-weekly": Recurrence(Frequency.WEEKLY, 2),
        "monthly": Recurrence(Frequency.MONTHLY), "quarterly": Recurrence(Frequency.MONTHLY, 3),
        "every quarter": Recurrence(Frequency.MONTHLY, 3),
        "yearly": Recurrence(Frequency.YEARLY), "annually": Recurrence(Frequency.YEARLY),
        "once a day": Recurrence(Frequency.DAILY), "once a week": Recurrence(Frequency.WEEKLY),
        "once a month": Recurrence(Frequency.MONTHLY), "once a year": Recurrence(Frequency.YEARLY),
    },
    clock_units={"hour": 60, "hours": 60, "minute": 1, "minutes": 1},
    half_days={
        "am": 0, "a.m.": 0, "pm": 12, "p.m.": 12, "in the morning": 0, "in the afternoon": 12,
        "in the evening": 12, "morning": 0, "afternoon": 12, "evening": 12,
    },
    clock_words={"noon": time(12), "midday": time(12)},
    day_endings=("st", "nd", "rd", "th"),
    and_words=("and", "&"),
    before_day=("on", "by", "from", "starting", "starting on", "beginning", "from the", "by the", "on the", "no later than"),
    before_until=("until", "until the", "till", "up to", "ending", "ending on"),
    patterns={
        Meaning.NAMED_DAY: ("{named_day}",),
        Meaning.AHEAD: (
            "in {number} {unit}", "in {number} {unit} time", "{number} {unit} from now",
            "{number} {unit} from {named_day}", "{named_day} in {number} {unit}",
        ),
        Meaning.COMING_WEEKDAY: ("{weekday}", "(on|by|this) {any_weekday}"),
        Meaning.NEXT_WEEKDAY: (
            "next {any_weekday}", "{any_weekday} next week", "next week [on] {any_weekday}",
        ),
        Meaning.WEEKDAY_WEEK: (
            "[this] {weekday} week", "{number} (week|weeks) on {any_weekday}",
        ),
        Meaning.NTH_DAY: (
            "[the] {ordinal} {any_weekday} (of|in) the month",
            "[the] {ordinal} {any_weekday} (of|in) next {unit}",
            "[the] {ordinal} {any_weekday} (of|in) {month} [{year}]",
            "on the {ordinal} {any_weekday}",
        ),
        Meaning.EVENING: ("tonight", "this evening"),
        Meaning.NEXT_UNIT: ("next {unit}", "[the] (beginning|start) of next {unit}"),
        Meaning.UNCLEAR: (
            "{ordinal} {any_weekday}", "{weekday} (or|and|to) {any_weekday}",
            "next {any_weekday} week", "{any_weekday} fortnight",
            "{number} {unit} from {any_weekday}", "a fortnight (on|from) {any_weekday}",
            "(every|each) {ordinal} {unit} (of|in)", "(every|each) {weekdays}",
            "(every|each) {dotted}", "(every|each) {slashed}", "{number} times (a|per|every) {unit}",
            f"{_SEVERAL_OF_MONTH} [of the month|in the month|of every month|of each month]",
            f"{_SEVERAL_OF_MONTH} (of|in) {{month}} [{{year}}]",
            "[the] end of next {unit}", "{any_weekday} after next", "{weekday} after next {any_weekday}",
            "in {number} {unit} [on] {any_weekday}", "{any_weekday} in {number} {unit}",
            "in {number} {unit} on [the] {ordinal_day}", "(before|after) (every|each) {weekdays}",
            "(every|each) {weekdays} (in|during) {month}", "{weekday} {any_weekday}",
            "a week {named_day}", "{named_day} week", "{hour} (tonight|this evening)",
            "{number} {unit} (before|earlier|ahead|in advance)",
            *(f"(not|except|excluding|since) [on] {day}" for day in (
                "{any_weekday}", "{iso}", "{dotted}", "{slashed}",
                "[the] {day} [of] {month} [{year}]", "{month} [the] {day} [{year}]",
            )),
        ),
        Meaning.BEFORE: (
            "before", "{number} {unit} before", "[the] {unit} before", "[the] {any_weekday} before",
        ),
        Meaning.AFTER: (
            "after", "{number} {unit} after", "[the] {unit} after", "[the] {any_weekday} after",
        ),
        Meaning.MONTH_END: (
            "[the] end of [the|this] month", "[the] last day of (the|this) month",
        ),
        Meaning.DATE: (
            "[{any_weekday}] {day} [of] {month} [{year}]",
            "[{any_weekday}] [the] {ordinal_day} [of] {month} [{year}]",
            "[{any_weekday}] {month} [the] {day} [{year}]",
        ),
        Meaning.DAY_OF_MONTH: ("[the] {ordinal_day} [of the month|of this month]", "on the {day}"),
        Meaning.NUMBERS: (
            "[{any_weekday}] {iso}", "[{any_weekday}] {dotted}", "[{any_weekday}] {slashed}",
        ),
        Meaning.OFTEN: ("{often}",),
        Meaning.EVERY_UNIT: ("(every|each) {unit}", "every {number} {unit}"),
        Meaning.EVERY_OTHER: ("every other {unit}", "every other {any_weekday}"),
        Meaning.EVERY_NTH_UNIT: ("(every|each) {ordinal} {unit}",),
        Meaning.EVERY_WEEKDAY: (
            "(every|each) {weekdays}", "(every week|weekly) on {weekdays}",
            "every {number} (week|weeks) on {weekdays}", "[on] {each_weekday}",
        ),
        Meaning.WORKING_DAYS: (
            "(every|each) (weekday|workday|working day|business day)",
            "[on] (weekdays|workdays|working days)", "[every] monday to friday", "[every] mon to fri", "[every] mon-fri",
        ),
        Meaning.NTH_WEEKDAY: (
            "(every|each) {ordinal} {any_weekday} [of the month|of every month|of each month|in the month]",
            "[on] [the] {ordinal} {any_weekday} (of|in) (every|each) month",
            "(every month|monthly) on [the] {ordinal} {any_weekday}",
            "every {number} (month|months) on [the] {ordinal} {any_weekday}",
        ),
        Meaning.NTH_WEEKDAY_OF_YEAR: (
            "(every|each) {ordinal} {any_weekday} (of|in) {month}",
            "[on] [the] {ordinal} {any_weekday} (of|in) (every|each) {month}",
        ),
        Meaning.LAST_OF_MONTH: (
            "every last day of the month", "every month end", "(every|each) end of [the] month",
            "[on] [the] last day of (every|each) month", "[at] [the] end of (every|each) month",
            "(every month|monthly) on the last day",
            "every {number} (month|months) on the last day",
        ),
        Meaning.EVERY_DAY_OF_MONTH: (
            "(every|each) {ordinal_day} [of the month|of every month]",
            "(every month|monthly) on [the] {day}",
            "every {number} (month|months) on [the] {day}", "[on] the {day} of (every|each) month",
        ),
        Meaning.EVERY_DATE: (
            "(every|each) {day} [of] {month}", "(every|each) {month} [the] {day}",
            "(every year|yearly|annually) on [the] {day} [of] {month}",
            "(every year|yearly|annually) on {month} [the] {day}",
            "(every|each) {dotted}", "(every|each) {slashed}",
        ),
        Meaning.AFTER_DONE: (
            "[every] {number} {unit} after [it is|it was|it's] (done|completion)",
            "[every] {number} {unit} (when|once) [it is|it's] done",
        ),
        Meaning.TIMES: ("[for] {number} (times|time)",),
        Meaning.LASTING: ("for {number} {unit}", "for the next {number} {unit}"),
        Meaning.UNCLEAR_END: (
            "(until|till|except|without) {words}", "(in|from|during|starting|after) {month}",
        ),
        Meaning.SOON: ("in {number} {clock_unit}", "{number} {clock_unit} from now"),
        Meaning.CLOCK_AFTER_DATE: ("{dotted_clock}",),
        Meaning.CLOCK: (
            "[at|after] {clock}", "[at|after] {clock}{half_day}", "at {dotted_clock}",
            "at {dotted_clock}{half_day}", "[at|after] {hour}{half_day}", "at {hour}",
            "[at] {hour} o'clock", "[at] {hour} o’clock", "{half_day} at {hour}",
            "{half_day} at {clock}",
        ),
        Meaning.CLOCK_WORD: ("[at] {clock_word}",),
        Meaning.UNCLEAR_CLOCK: (
            "before {clock}", "before {clock}{half_day}", "before {hour}{half_day}",
            "before {clock_word}", "[at] midnight", "(every|each) {half_day} at {hour}",
            "(every|each) {half_day} at {clock}",
        ),
        Meaning.HALF_DAY: ("{half_day}",),
    },
)  # fmt: skip

_TABLES = {"en": ENGLISH}


def quick_words(language: str) -> QuickWords:
    """Return the table of a language ("en", "de_AT" ...), the English one where there is none."""
    return _TABLES.get(language[:2], ENGLISH)
