"""What people type on one line, and what is understood of it."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook.domain.partial_date import LeapDay
from notebook.domain.quick_line import Part, QuickLine, read_quick_line
from notebook.domain.quick_words import ENGLISH, quick_words
from notebook.domain.recurrence_words import recurrence_words
from tests.conftest import TODAY
from tests.domain.german_words import GERMAN


def read(line: str, today: date = TODAY) -> QuickLine:
    return read_quick_line(line, today, ENGLISH)


@pytest.mark.parametrize(
    ("line", "text", "day"),
    [
        ("call Ana next Tuesday", "call Ana", "2026-11-24"),
        ("order paint in 3 weeks", "order paint", "2026-12-13"),
        ("In A Week: call", "call", "2026-11-29"),
        ("30.11.", "", "2026-11-30"),
        ("print cards 30.11.2027", "print cards", "2027-11-30"),
        ("print cards 1.2.27", "print cards", "2027-02-01"),
        ("print cards 2026-12-01", "print cards", "2026-12-01"),
        ("lunch on 3/12", "lunch", "2026-12-03"),
        ("today", "", "2026-11-22"),
        ("send it tomorrow, please", "send it, please", "2026-11-23"),
        ("the day after tomorrow", "", "2026-11-24"),
        ("Friday", "", "2026-11-27"),
        ("Sunday", "", "2026-11-29"),
        ("Tuesday next week", "", "2026-11-24"),
        ("meet on sun", "meet", "2026-11-29"),
        ("24 December: wrap presents", "wrap presents", "2026-12-24"),
        ("on the 24th of December", "", "2026-12-24"),
        ("Tuesday, 24 November 2026", "", "2026-11-24"),
        ("1 November", "", "2027-11-01"),
        ("May 5th", "", "2027-05-05"),
        ("29 Feb", "", "2028-02-29"),
        ("pay on the 5th", "pay", "2026-12-05"),
        ("pay on the 22nd", "pay", "2026-11-22"),
        ("taxes next month", "taxes", "2026-12-01"),
        ("taxes, beginning of next month", "taxes", "2026-12-01"),
        ("plan next year", "plan", "2027-01-01"),
        ("invoices by the end of the month", "invoices", "2026-11-30"),
        ("call Tuesday about the 24 Nov meeting", "call Tuesday about the meeting", "2026-11-24"),
        ("in 999 years", "", "3025-11-22"),
        ("in a fortnight", "", "2026-12-06"),
        ("call Ana Tuesday week", "call Ana", "2026-12-01"),
        ("call Ana this Friday week", "call Ana", "2026-12-04"),
        ("a week on Tuesday", "", "2026-12-01"),
        ("two weeks on Tuesday", "", "2026-12-08"),
        ("the first Monday of the month", "", "2026-12-07"),
        ("last Monday of the month", "", "2026-11-30"),
        ("meet on the first Monday", "meet", "2026-12-07"),
        ("second Tuesday of next month", "", "2026-12-08"),
        ("first Monday in January", "", "2027-01-04"),
        ("third Sunday in November", "", "2027-11-21"),
        ("last Friday of March 2028", "", "2028-03-31"),
        ("pay 12.50 on 30.11.", "pay 12.50", "2026-11-30"),
        ("pay tomorrow 12.50", "pay 12.50", "2026-11-23"),
    ],
)
def test_days(line: str, text: str, day: str) -> None:
    understood = read(line)
    assert (understood.text, str(understood.day)) == (text, day)
    assert (understood.at, understood.recurrence) == (None, None)


@pytest.mark.parametrize(
    ("today", "this", "following"),
    [("2026-11-23", "2026-11-27", "2026-12-04"), ("2026-11-27", "2026-12-04", "2026-12-04"),
     ("2026-11-28", "2026-12-04", "2026-12-04")],
)  # fmt: skip
def test_next_friday_is_that_of_next_week(today: str, this: str, following: str) -> None:
    day = date.fromisoformat(today)
    assert str(read("Friday", day).day) == str(read("this Friday", day).day) == this
    assert str(read("next Friday", day).day) == following


@pytest.mark.parametrize(
    "line",
    ["", "   ", "call Ana", "the sun is out", "buy 2.5 litres", "31 April", "32.1.", "in 0 days",
     "pay 12.50", "room 1:99", "Fridays-only shop", "25:00", "she may come", "32/13", "wed them",
     "first Monday of this month", "fifth Monday of December 2026", "Tuesday or Wednesday", "Tuesday to Thursday",
     "Next Tuesday week", "2 weeks from Monday", "a fortnight on Tuesday", "Second Tuesday Ltd",
     "called last Monday", "Monday 31.4.", "every third day of the month", "every last week",
     "before today", "after next week", "end of next week", "Monday after next", "the Monday after next Friday", "in two weeks on Monday",
     "Monday in 2 weeks", "in a month on the 3rd", "since Monday", "before every Monday", "twice a week",
     "2 times a week", "a week today", "tomorrow week", "8 tonight", "every Monday in December",
     "every morning at 6", "Mon, Wed", "first and third Monday of the month", "offer before noon",
     "in 2 hours", "in half an hour", "bimonthly", "in 1000 years", "14 am", "call until 5", "٣ ٤", "Frıday", "ſunday", "mon-fri.com"],
)  # fmt: skip
def test_what_is_no_day_stays_text(line: str) -> None:
    assert replace(read(line), left=()) == QuickLine(line)


@pytest.mark.parametrize(
    ("line", "text", "left"),
    [
        ("call Ana tomorrow for 2 times", "call Ana for 2 times", "for 2 times"),
        ("tomorrow for 3 days", "for 3 days", "for 3 days"),
        ("every Monday except 24 December", "except 24 December", "except 24 December"),
        ("every Monday until Christmas", "until Christmas", "until Christmas"),
        ("every Monday, every Tuesday", "every Monday", "every Monday"),
        ("Friday, not Thursday", "not Thursday", "not Thursday"),
        ("offer before 10:00 on Friday", "offer before 10:00", "before 10:00"),
        ("every day for 1000 times", "for 1000 times", "for 1000 times"),
        ("call Monday or Tuesday", "call Monday or Tuesday", "Monday or Tuesday"),
        ("every 2nd and 4th Tuesday", "every 2nd and 4th Tuesday", "every 2nd and 4th Tuesday"),
        ("call on the third floor tomorrow", "call on the third floor", ""),
        ("every 1st from January", "from January", "from January"),
        ("tomorrow midnight", "midnight", "midnight"),
        (
            "wedding 12 Dec, tell me 3 days before",
            "wedding, tell me 3 days before",
            "3 days before",
        ),
    ],
)
def test_what_seems_to_say_when_and_stays_text_is_told(line: str, text: str, left: str) -> None:
    understood = read(line)
    assert (understood.text, ", ".join(understood.left)) == (text, left)


@pytest.mark.parametrize(
    ("line", "text", "day"),
    [
        ("send the offer before Friday", "send the offer", "2026-11-26"),
        ("before Friday 10:00", "", "2026-11-26"),
        ("before the end of the month", "", "2026-11-29"),
        ("before tomorrow", "", "2026-11-22"),
        ("two days before 24 December", "", "2026-12-22"),
        ("a month before 31 March", "", "2027-02-28"),
        ("the day before next Tuesday", "", "2026-11-23"),
        ("call after Friday", "call", "2026-11-28"),
        ("a week after 24 December", "", "2026-12-31"),
        ("the Friday before 24 December", "", "2026-12-18"),
        ("the Monday after 24 December", "", "2026-12-28"),
        ("2 weeks from tomorrow", "", "2026-12-07"),
        ("today in a week", "", "2026-11-29"),
        ("in 3 months time", "", "2027-02-22"),
        ("look after the cat from Friday", "look after the cat", "2026-11-27"),
    ],
)
def test_before_and_after_a_day(line: str, text: str, day: str) -> None:
    understood = read(line)
    assert (understood.text, str(understood.day), understood.left) == (text, day, ())


@pytest.mark.parametrize(
    ("line", "until"),
    [("every day for 3 days", "2026-11-24"), ("every Monday for six weeks", "2027-01-03"),
     ("daily from Friday for a month", "2026-12-26")],
)  # fmt: skip
def test_a_rule_for_so_long(line: str, until: str) -> None:
    understood = read(line)
    assert understood.recurrence is not None
    assert (understood.text, str(understood.recurrence.until)) == ("", until)


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("10:00", time(10)),
        ("call at 10", time(10)),
        ("call at 3", time(15)),
        ("call at 6:30", time(18, 30)),
        ("train at 03:10", time(3, 10)),
        ("train 3 am", time(3)),
        ("call 10am", time(10)),
        ("call 12:15 p.m.", time(12, 15)),
        ("call 12 am", time(0)),
        ("call at 10.30", time(10, 30)),
        ("lunch at noon", time(12)),
        ("call after 5 pm", time(17)),
        ("call at 10 o’clock", time(10)),
    ],
)
def test_times(line: str, at: time) -> None:
    assert (read(line).at, read(line).day) == (at, None)


@pytest.mark.parametrize(
    ("line", "text", "day", "at"),
    [
        ("30.11.2026 10.00", "", "2026-11-30", time(10)),
        ("call Ana 30.11., 9.30 about tiles", "call Ana about tiles", "2026-11-30", time(9, 30)),
        ("tonight call Ana", "call Ana", "2026-11-22", time(19)),
        ("call Ana tomorrow evening at 8", "call Ana", "2026-11-23", time(20)),
        ("next Friday morning at 6", "", "2026-11-27", time(6)),
        (
            "slides for the Friday morning meeting at 14:00",
            "slides for the morning meeting",
            "2026-11-27",
            time(14),
        ),
        ("Friday 8:30 in the evening", "", "2026-11-27", time(20, 30)),
        ("call Ana this evening at 8", "call Ana", "2026-11-22", time(20)),
        ("call Ana tonight 21:30", "call Ana", "2026-11-22", time(21, 30)),
        ("call Ana in 2 hours", "call Ana", "2026-11-23", time(0, 20)),
        ("in an hour: call", "call", "2026-11-22", time(23, 20)),
        ("in 30 minutes", "", "2026-11-22", time(22, 50)),
    ],
)
def test_days_with_their_times(line: str, text: str, day: str, at: time) -> None:
    now = datetime.combine(TODAY, time(22, 20, 59), UTC)
    understood = read_quick_line(line, TODAY, ENGLISH, now=now)
    assert (understood.text, str(understood.day), understood.at) == (text, day, at)
    assert understood.recurrence is None


@pytest.mark.parametrize(
    ("line", "words", "first"),
    [
        ("every first Monday", "every first Monday of the month", "2026-12-07"),
        ("the last Friday of each month", "every last Friday of the month", "2026-11-27"),
        ("every 3 months on the first Monday", "every 3 months on the first Monday", "2026-12-07"),
        ("daily", "every day", "2026-11-22"),
        ("fortnightly", "every 2 weeks", "2026-11-22"),
        ("biweekly", "every 2 weeks", "2026-11-22"),
        ("bi-weekly on Tuesday", "every 2 weeks", "2026-11-24"),
        ("every third week", "every 3 weeks", "2026-11-22"),
        ("every 3rd day", "every 3 days", "2026-11-22"),
        ("every second month", "every 2 months", "2026-11-22"),
        ("monthly on 3rd Friday", "every third Friday of the month", "2026-12-18"),
        ("every Mon-Fri", "Monday to Friday", "2026-11-23"),
        ("once a month", "every month", "2026-11-22"),
        ("every 1.1.", "every year on 1 January", "2027-01-01"),
        ("every first Monday of May", "every year on the first Monday of May", "2027-05-03"),
        ("every other day", "every 2 days", "2026-11-22"),
        ("every three weeks", "every 3 weeks", "2026-11-22"),
        ("every Monday", "every Monday", "2026-11-23"),
        ("Mondays", "every Monday", "2026-11-23"),
        ("every sat and sun", "every Saturday and Sunday", "2026-11-22"),
        ("every Mon, Wed, and Fri", "every Monday, Wednesday and Friday", "2026-11-23"),
        ("every other Tuesday", "every 2 weeks on Tuesday", "2026-11-24"),
        ("every 2 weeks on Tuesday", "every 2 weeks on Tuesday", "2026-11-24"),
        ("every weekday", "Monday to Friday", "2026-11-23"),
        ("every month on the 31st", "every month on day 31", "2026-11-30"),
        ("on the 15th of every month", "every month on day 15", "2026-12-15"),
        ("every last day of the month", "every month on the last day", "2026-11-30"),
        ("quarterly on the 5th", "every 3 months", "2026-12-05"),
        ("every 24 December", "every year on 24 December", "2026-12-24"),
        ("yearly on December 24th", "every year on 24 December", "2026-12-24"),
        ("every Monday from 7 December", "every Monday", "2026-12-07"),
        ("every Monday starting 8.12.", "every Monday", "2026-12-14"),
        ("every day until 24 December", "every day, until 24 December 2026", "2026-11-22"),
        ("every Monday, 5 times", "every Monday, 5 times", "2026-11-23"),
    ],
)
def test_rules(line: str, words: str, first: str) -> None:
    understood = read(line)
    assert understood.recurrence is not None
    assert recurrence_words(understood.recurrence) == words
    assert (str(understood.day), understood.text) == (first, "")
    assert not understood.from_completion


def test_from_completion() -> None:
    understood = read("water the plants 10 days after it is done, from Friday")
    assert understood.recurrence is not None
    assert (understood.recurrence.interval, understood.from_completion) == (10, True)
    assert (understood.text, understood.day) == ("water the plants", date(2026, 11, 27))


def test_29_february_follows_the_notebook() -> None:
    understood = read_quick_line("every 29 February", TODAY, ENGLISH, leap=LeapDay.MARCH_1)
    assert understood.day == date(2027, 3, 1)


def test_a_whole_line_with_what_was_found_where() -> None:
    line = "Call Ana every first Monday until 1.5.2027 at 9:30 about the kiln"
    understood = read(line)
    assert understood.text == "Call Ana about the kiln"
    assert understood.at == time(9, 30)
    found = {span.part: line[span.start : span.end] for span in understood.spans}
    assert found == {
        Part.RULE: "every first Monday",
        Part.END: "until 1.5.2027",
        Part.TIME: "at 9:30",
    }


def test_a_month_comes_first_where_people_write_it_so() -> None:
    assert read_quick_line("3/12", TODAY, ENGLISH, month_first=True).day == date(2027, 3, 12)
    assert read_quick_line("3/12", TODAY, ENGLISH).day == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("line", "text", "day", "words"),
    [
        ("Ana anrufen nächsten Dienstag 10:00 Uhr", "Ana anrufen", "2026-11-24", ""),
        ("in drei Wochen", "", "2026-12-13", ""),
        ("am 30.11.", "", "2026-11-30", ""),
        ("Übermorgen", "", "2026-11-24", ""),
        ("Steuern am 1. März 2027", "Steuern", "2027-03-01", ""),
        ("Blumen jeden ersten Montag", "Blumen", "2026-12-07", "every first Monday of the month"),
        ("jeden Mo und Do bis 1.2.2027", "", "2026-11-23", "every Monday and Thursday, until 1 February 2027"),
        ("alle 2 Tage", "", "2026-11-22", "every 2 days"),
    ],
)  # fmt: skip
def test_another_language_is_a_table(line: str, text: str, day: str, words: str) -> None:
    understood = read_quick_line(line, TODAY, GERMAN)
    assert (understood.text, str(understood.day)) == (text, day)
    rule = understood.recurrence
    assert (recurrence_words(rule) if rule else "") == words


def test_a_language_without_a_table_is_read_as_english() -> None:
    assert quick_words("en_GB") is quick_words("tlh") is ENGLISH


_WORDS = sorted(
    {
        word
        for table in (ENGLISH, GERMAN)
        for kind in (table.weekdays, table.short_weekdays, table.months, table.numbers, table.units,
                     table.ordinals, table.named_days, table.often, table.half_days)
        for word in kind
    }
    | {"every", "on", "the", "until", "at", "of", "times", "next", "last", ",", "31st", "29.2.", "0"}
)  # fmt: skip
lines = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.one_of(st.sampled_from(_WORDS), st.integers(0, 9999).map(str), st.text(max_size=3)),
        max_size=14,
    ).map(" ".join),
)


@given(lines, st.dates(), st.sampled_from([ENGLISH, GERMAN]), st.booleans())
def test_whatever_is_typed_is_read(line: str, today: date, words: object, first: bool) -> None:
    assert words in (ENGLISH, GERMAN)
    table = ENGLISH if words is ENGLISH else GERMAN
    now = datetime.combine(today, time(23, 59))
    understood = read_quick_line(line, today, table, month_first=first, now=now)
    for before, after in pairwise(understood.spans):
        assert before.end <= after.start
    spans = understood.spans
    edges = zip([0, *(s.end for s in spans)], [*(s.start for s in spans), None], strict=True)
    assert letters(understood.text) == letters("".join(line[a:b] for a, b in edges))
    if not spans:
        assert replace(understood, left=()) == QuickLine(line)


def letters(text: str) -> str:
    """Return `text` without the gaps and marks that may go with what was taken out."""
    return re.sub(r"[\s,;:–-]", "", text)
