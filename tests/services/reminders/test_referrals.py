"""Thanking for people who were sent, and asking after those whom we sent on."""

from datetime import date, timedelta

import pytest

from notebook.domain.referrals import Outcome, Way
from notebook.domain.reminders import Source
from notebook.services.notebook import Notebook
from notebook.services.referrals import ReferralDraft
from notebook.services.reminders.line import ReminderLine
from tests.services.project_samples import add_person

DAY = timedelta(days=1)


@pytest.fixture
def ana(notebook: Notebook) -> int:
    return add_person(notebook, "Ana Pereira")


def due(notebook: Notebook, today: date, source: Source) -> list[ReminderLine]:
    lines = notebook.reminders.due(today, per_group=100).lines
    return [line for line in lines if line.source is source]


def test_thanks_are_due_two_days_later_until_they_were_said(
    notebook: Notebook, ana: int, today: date
) -> None:
    samuel = add_person(notebook, "Samuel Reyes")
    draft = ReferralDraft(Way.TO_US, ana, today - DAY, samuel, why="The wall")
    referral = notebook.referrals.save(None, draft, today).new_id
    (line,) = due(notebook, today, Source.REFERRAL_THANKS)
    assert line.what == "Thank Samuel for sending Ana"
    assert (line.who, line.person_id, line.due) == ("Samuel Reyes", samuel, today + DAY)
    assert line.why == "Sent 21 Nov · The wall"
    notebook.reminders.done(line, today)
    assert due(notebook, today, Source.REFERRAL_THANKS) == []
    assert notebook.referrals.draft(referral).we_thanked_on == today
    notebook.upkeep.undo()
    assert len(due(notebook, today, Source.REFERRAL_THANKS)) == 1
    notebook.people.trash(samuel)
    assert due(notebook, today, Source.REFERRAL_THANKS) == []


def test_somebody_without_a_card_is_thanked_too(notebook: Notebook, ana: int, today: date) -> None:
    draft = ReferralDraft(Way.TO_US, ana, today, other_name="The caretaker")
    notebook.referrals.save(None, draft, today)
    (line,) = due(notebook, today, Source.REFERRAL_THANKS)
    assert line.what == "Thank The caretaker for sending Ana"
    assert line.person_id == ana
    notebook.reminders.skip(line, today)
    assert due(notebook, today, Source.REFERRAL_THANKS) == []


def test_we_ask_after_thirty_days_whether_it_worked_out(
    notebook: Notebook, ana: int, today: date
) -> None:
    draft = ReferralDraft(Way.BY_US, ana, today - 31 * DAY, other_name="A joiner")
    referral = notebook.referrals.save(None, draft, today).new_id
    (line,) = due(notebook, today, Source.REFERRAL_FOLLOW_UP)
    assert line.what == "Ask Ana: did it work out with A joiner?"
    assert (line.due, line.person_id) == (today - DAY, ana)
    assert due(notebook, today, Source.REFERRAL_THANKS) == []
    notebook.referrals.worked_out(referral, Outcome.YES)
    assert due(notebook, today, Source.REFERRAL_FOLLOW_UP) == []
