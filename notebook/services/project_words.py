"""How projects read on screen and in text: rhythms, channels, days of delivery."""

from datetime import date

from notebook.domain.dates_in_words import day_count, partial_date_in_words
from notebook.domain.moments import Channel
from notebook.domain.partial_date import PartialDate
from notebook.domain.projects import Agreed
from notebook.domain.rhythm import ReportRhythm
from notebook.translate import translate

_RHYTHMS = {
    ReportRhythm.DAILY: "Daily",
    ReportRhythm.TWICE_A_WEEK: "Twice a week",
    ReportRhythm.WEEKLY: "Weekly",
    ReportRhythm.EVERY_TWO_WEEKS: "Every two weeks",
    ReportRhythm.MONTHLY: "Monthly",
    ReportRhythm.AT_MILESTONES: "At milestones",
}
_HOW_OFTEN = {
    ReportRhythm.DAILY: "every working day",
    ReportRhythm.TWICE_A_WEEK: "twice a week",
    ReportRhythm.WEEKLY: "every week",
    ReportRhythm.EVERY_TWO_WEEKS: "every two weeks",
    ReportRhythm.MONTHLY: "every month",
    ReportRhythm.AT_MILESTONES: "whenever something is delivered",
}
_REPORT_CHANNELS = {
    Channel.CALL: "Telephone",
    Channel.EMAIL: "E-mail",
    Channel.MEETING: "In person",
    Channel.MESSAGE: "Text message",
    Channel.LETTER: "Letter",
    Channel.FAX: "Fax",
    Channel.VISIT: "Visit",
}
_BY_CHANNEL = {
    Channel.CALL: "by telephone",
    Channel.EMAIL: "by e-mail",
    Channel.MEETING: "in person",
    Channel.MESSAGE: "by text message",
    Channel.LETTER: "by letter",
    Channel.FAX: "by fax",
    Channel.VISIT: "on a visit",
}
_AGREED = {Agreed.YES: "Agrees", Agreed.NO: "Disagrees", Agreed.OPEN: "Not asked yet"}


def rhythm_word(rhythm: ReportRhythm) -> str:
    """Return a rhythm as a choice: "Every two weeks"."""
    return translate("project words", _RHYTHMS[rhythm])


def how_often(rhythm: ReportRhythm) -> str:
    """Return a rhythm within a sentence: "every two weeks"."""
    return translate("project words", _HOW_OFTEN[rhythm])


def report_channel_word(channel: Channel) -> str:
    """Return the way of a report as a choice: "In person"."""
    return translate("project words", _REPORT_CHANNELS[channel])


def by_channel(channel: Channel) -> str:
    """Return the way of a report within a sentence: "by e-mail"."""
    return translate("project words", _BY_CHANNEL[channel])


def agreed_word(agreed: Agreed) -> str:
    """Return whether they agree with a date, as a choice."""
    return translate("project words", _AGREED[agreed])


def full_day(day: date) -> str:
    """Return "28 November 2026", for paper that is read in other years."""
    return partial_date_in_words(PartialDate(day.year, day.month, day.day))


def period(begins_on: date | None, ends_on: date | None) -> str:
    """Return from when to when, as far as it is known; empty when it is not."""
    if begins_on and ends_on:
        text = translate("project words", "{begin} to {end}")
    elif begins_on:
        text = translate("project words", "from {begin}")
    elif ends_on:
        text = translate("project words", "until {end}")
    else:
        return ""
    return text.format(
        begin=full_day(begins_on) if begins_on else "", end=full_day(ends_on) if ends_on else ""
    )


def until_due(due_on: date, today: date) -> str:
    """Return how far away a day is: "In 6 days", "Today", "2 days late"."""
    days = (due_on - today).days
    if days < 0:
        return translate("project words", "{days} late").format(days=day_count(-days))
    if days == 0:
        return translate("project words", "Today")
    if days == 1:
        return translate("project words", "Tomorrow")
    return translate("project words", "In {days}").format(days=day_count(days))
