"""The fit check: offered after the first meeting, kept with its day, shown on card and brief."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from notebook.domain.fit import FitAnswer, FitDecision
from notebook.domain.moments import Channel, Direction
from notebook.errors import Refused
from notebook.services.brief_page import BriefPart
from notebook.services.fit_checks import FitEntry
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft


def met(notebook: Notebook, *people: int, now: datetime, channel: Channel = Channel.MEETING) -> int:
    draft = MomentDraft(people, channel, Direction.WE, now.date())
    return notebook.moments.log(draft, now).new_id


@pytest.fixture
def ana(notebook: Notebook, today: date) -> int:
    return notebook.people.add("Ana Pereira", today).new_id


def test_it_is_offered_after_the_first_meeting_only(
    notebook: Notebook, ana: int, today: date, now: datetime
) -> None:
    ours = notebook.people.save(None, PersonDraft("Tom", is_team=True), today).new_id
    fit = notebook.fit_checks
    assert fit.first_meeting(met(notebook, ana, now=now, channel=Channel.CALL)) is None
    assert fit.first_meeting(met(notebook, ours, now=now)) is None
    planned = MomentDraft((ana,), Channel.VISIT, Direction.WE, today)
    assert fit.first_meeting(notebook.moments.plan(planned, now).new_id) is None
    moment = met(notebook, ours, ana, now=now)
    first = fit.first_meeting(moment)
    assert first is not None
    assert (first.person_id, first.name) == (ana, "Ana Pereira")
    notebook.fit_checks.save(ana, FitEntry(FitDecision.GO_ON), today, moment)
    assert fit.first_meeting(moment) is None
    notebook.upkeep.undo()
    notebook.upkeep.undo()  # the meeting, while the offer still stands there
    notebook.fit_checks.save(ana, FitEntry(FitDecision.GO_ON), today, moment)
    ben = notebook.people.add("Ben", today).new_id
    met(notebook, ben, now=now)
    assert fit.first_meeting(met(notebook, ben, now=now)) is None


def test_it_is_on_the_card_and_in_the_brief(notebook: Notebook, ana: int, today: date) -> None:
    entry = FitEntry(
        FitDecision.NOT_SURE, FitAnswer.YES, None, FitAnswer.SO_SO, note="Talks over me"
    )
    saved = notebook.fit_checks.save(ana, entry, today)
    assert saved.label == "Noted how it fits with Ana Pereira"
    known = notebook.cards.card(ana, today).fit_check
    assert known == replace(entry, day=today, id=saved.new_id)
    sections = {each.part: each for each in notebook.briefs.brief(ana, today).left}
    (line,) = [each for each in sections[BriefPart.STANDING].lines if each.tag]
    assert (line.tag, line.text) == (
        "Not sure yet", "At ease: yes · trust: so-so · Talks over me · 22 Nov",
    )  # fmt: skip

    assert known is not None
    later = today + timedelta(days=3)
    notebook.fit_checks.save(ana, replace(known, decision=FitDecision.REFER), later)
    changed = notebook.cards.card(ana, later).fit_check
    assert changed is not None
    assert (changed.decision, changed.day) == (FitDecision.REFER, today)
    notebook.fit_checks.delete(saved.new_id)
    assert notebook.cards.card(ana, today).fit_check is None
    with pytest.raises(Refused):
        notebook.fit_checks.delete(saved.new_id)
    assert [line.title for line in notebook.upkeep.trash()] == ["How it fits with Ana Pereira"]
    notebook.upkeep.undo()
    assert notebook.cards.card(ana, today).fit_check == changed
