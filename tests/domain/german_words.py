"""Another language for the quick line, to see that a table is all it takes."""

from dataclasses import replace
from datetime import time

from notebook.domain.quick_words import ENGLISH, Meaning
from notebook.domain.recurrence import LAST_DAY, Frequency, Recurrence

_WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_MONTHS = (
    "januar", "februar", "märz", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "dezember",
)  # fmt: skip

GERMAN = replace(
    ENGLISH,
    weekdays={name: number for number, name in enumerate(_WEEKDAYS)},
    each_weekday={f"{name}s": number for number, name in enumerate(_WEEKDAYS)},
    short_weekdays={"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6},
    months={name: number for number, name in enumerate(_MONTHS, start=1)},
    numbers={"einem": 1, "einer": 1, "zwei": 2, "drei": 3},
    units={
        "tag": Frequency.DAILY, "tage": Frequency.DAILY, "tagen": Frequency.DAILY,
        "woche": Frequency.WEEKLY, "wochen": Frequency.WEEKLY,
        "monat": Frequency.MONTHLY, "monate": Frequency.MONTHLY, "monaten": Frequency.MONTHLY,
        "jahr": Frequency.YEARLY, "jahre": Frequency.YEARLY, "jahren": Frequency.YEARLY,
    },
    ordinals={"ersten": 1, "zweiten": 2, "dritten": 3, "vierten": 4, "letzten": LAST_DAY},
    named_days={"heute": 0, "morgen": 1, "übermorgen": 2},
    often={"täglich": Recurrence(Frequency.DAILY), "wöchentlich": Recurrence(Frequency.WEEKLY)},
    half_days={"morgens": 0, "abends": 12},
    clock_words={"mittags": time(12)},
    day_endings=(".",),
    and_words=("und",),
    before_day=("am", "ab", "ab dem", "bis", "zum"),
    before_until=("bis", "bis zum"),
    patterns={
        Meaning.NAMED_DAY: ("{named_day}",),
        Meaning.AHEAD: ("in {number} {unit}",),
        Meaning.COMING_WEEKDAY: ("{weekday}",),
        Meaning.NEXT_WEEKDAY: ("(nächsten|nächste) {any_weekday}",),
        Meaning.DATE: ("[{any_weekday}] [den] {day} {month} [{year}]",),
        Meaning.NUMBERS: ("[{any_weekday}] {dotted}",),
        Meaning.OFTEN: ("{often}",),
        Meaning.EVERY_UNIT: ("(jeden|jede|jedes) {unit}", "alle {number} {unit}"),
        Meaning.EVERY_WEEKDAY: ("jeden {weekdays}", "{each_weekday}"),
        Meaning.NTH_WEEKDAY: ("jeden {ordinal} {any_weekday} [im monat]",),
        Meaning.LAST_OF_MONTH: ("am monatsende", "jeden monat am letzten"),
        Meaning.CLOCK: ("[um] {clock} [uhr]", "[um] {hour} uhr"),
    },
)  # fmt: skip
