"""How people like to be spoken with: on the card, in the brief, and said once while one logs."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from notebook.domain.communication import Communication, DetailLevel, TakesIn
from notebook.domain.moments import Channel, Direction
from notebook.services.brief_page import BriefPart
from notebook.services.communication import habits_in_words
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft

KNOWN = Communication(
    fallback_channel=Channel.MESSAGE,
    avoided_channels=(Channel.CALL, Channel.FAX),
    detail_level=DetailLevel.MAIN_POINTS,
    takes_in=TakesIn.LOOKS,
    language="Swedish",
    terms_used="the house, guests",
    terms_avoided="customers",
)


@pytest.fixture
def marta(notebook: Notebook, today: date) -> int:
    draft = PersonDraft("Marta Lindqvist", preferred_channel=Channel.EMAIL)
    return notebook.people.save(None, draft, today).new_id


def log(notebook: Notebook, now: datetime, channel: Channel, *people: int, days: int = 0) -> int:
    day = now.date() - timedelta(days=days)
    draft = MomentDraft(people, channel, Direction.WE, day)
    shown = bool(len(people) == 1 and notebook.channel_habits.notice(people[0], channel))
    return notebook.moments.log(draft, now, notice_was_shown=shown).new_id


def test_it_is_kept_shown_and_taken_back(
    notebook: Notebook, marta: int, today: date, notebook_path: Path
) -> None:
    draft = replace(notebook.people.draft(marta), communication=KNOWN)
    notebook.people.save(marta, draft, today)
    notebook.file.close()
    again = Notebook.open(notebook_path)
    assert again.people.draft(marta).communication == KNOWN
    assert again.cards.card(marta, today).communication == KNOWN
    assert habits_in_words(KNOWN) == [
        "Otherwise: text message",
        "Please not: telephone, fax",
        "Wants the main points",
        "Rather looks at it",
        "Language: Swedish",
    ]
    (words,) = [p for p in again.briefs.brief(marta, today).right if p.part is BriefPart.WORDS]
    assert [(line.tag, line.text) for line in words.lines] == [
        ("say", "the house, guests"),
        ("avoid", "customers"),
        ("", "Wants the main points. Rather looks at it. Language: Swedish"),
    ]
    assert words.more == 0
    again.upkeep.undo()
    assert again.people.draft(marta).communication == Communication()
    again.file.close()


def test_the_third_in_a_row_is_said_once_until_the_preferred_channel_is_used(
    notebook: Notebook, marta: int, now: datetime
) -> None:
    notice = notebook.channel_habits.notice
    log(notebook, now, Channel.CALL, marta, days=9)
    assert notice(marta, Channel.CALL) == ""
    log(notebook, now, Channel.CALL, marta, days=8)
    sentence = "The last two were by telephone; Marta prefers e-mail."
    assert notice(marta, Channel.CALL) == sentence
    assert notice(marta, Channel.VISIT) == sentence
    assert notice(marta, Channel.EMAIL) == ""

    log(notebook, now, Channel.VISIT, marta, days=7)
    assert notice(marta, Channel.CALL) == ""
    notebook.upkeep.undo()
    assert notice(marta, Channel.CALL) == sentence
    notebook.upkeep.redo()

    log(notebook, now, Channel.EMAIL, marta, days=6)
    log(notebook, now, Channel.CALL, marta, days=5)
    assert notice(marta, Channel.CALL) == ""
    log(notebook, now, Channel.LETTER, marta, days=4)
    assert notice(marta, Channel.CALL) == "The last two went another way; Marta prefers e-mail."

    log(notebook, now, Channel.CALL, marta, days=3)
    assert notice(marta, Channel.CALL) == ""
    draft = replace(notebook.people.draft(marta), preferred_channel=Channel.MEETING)
    notebook.people.save(marta, draft, now.date())
    assert notice(marta, Channel.CALL) == "The last two went another way; Marta prefers meetings."


def test_correcting_a_contact_says_nothing_again_unless_its_channel_was_wrong(
    notebook: Notebook, marta: int, now: datetime
) -> None:
    notice = notebook.channel_habits.notice
    by_email = log(notebook, now, Channel.EMAIL, marta, days=9)
    calls = [log(notebook, now, Channel.CALL, marta, days=days) for days in (8, 7, 6)]
    assert notice(marta, Channel.CALL) == ""
    corrected = replace(notebook.moments.draft(by_email), text="Without a slip")
    notebook.moments.correct(by_email, corrected, now)
    assert notice(marta, Channel.CALL) == ""

    by_email_too = replace(notebook.moments.draft(calls[0]), channel=Channel.EMAIL)
    notebook.moments.correct(calls[0], by_email_too, now)
    assert notice(marta, Channel.CALL) == "The last two were by telephone; Marta prefers e-mail."


def test_a_plan_that_was_kept_by_the_preferred_channel_counts(
    notebook: Notebook, marta: int, now: datetime
) -> None:
    plan = MomentDraft((marta,), Channel.EMAIL, Direction.WE, now.date())
    planned = notebook.moments.plan(plan, now).new_id
    for days in (9, 8, 7):
        log(notebook, now, Channel.CALL, marta, days=days)
    notebook.moments.log(plan, now, planned_id=planned)
    tomorrow = now + timedelta(days=1)
    for _ in range(2):
        log(notebook, tomorrow, Channel.CALL, marta)
    assert notebook.channel_habits.notice(marta, Channel.CALL)


def test_contacts_in_company_say_nothing_and_use_nothing_up(
    notebook: Notebook, marta: int, now: datetime, today: date
) -> None:
    ben = notebook.people.add("Ben", today).new_id
    for days in (9, 8, 7):
        log(notebook, now, Channel.MEETING, marta, ben, days=days)
    said = notebook.channel_habits.notice(marta, Channel.MEETING)
    assert said == "The last two were meetings; Marta prefers e-mail."
    assert notebook.channel_habits.notice(ben, Channel.MEETING) == ""


def test_a_channel_they_asked_us_not_to_use(notebook: Notebook, marta: int, today: date) -> None:
    draft = replace(notebook.people.draft(marta), communication=KNOWN)
    notebook.people.save(marta, draft, today)
    notice = notebook.channel_habits.notice
    assert notice(marta, Channel.CALL) == "Marta asked not to be called."
    assert notice(marta, Channel.FAX) == "Marta asked for no faxes."
    assert notice(marta, Channel.LETTER) == ""
    notebook.people.trash(marta)
    assert notice(marta, Channel.CALL) == ""
