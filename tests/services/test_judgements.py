"""A judgement of one's own overrules the state everywhere, and can be taken back."""

from datetime import date, datetime, timedelta

import pytest

from notebook.domain.moments import Channel, Direction
from notebook.domain.promises import PromiseState, Side
from notebook.domain.warmth import Judgement, Warmth
from notebook.errors import Refused
from notebook.services.brief_page import as_text
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.warmth_page import reasons_in_full, standing_words
from notebook.storage.tables import Promise
from tests.reading import rows_in

NOTE = "They moved abroad for a year"


@pytest.fixture
def marta(notebook: Notebook, today: date, now: datetime) -> int:
    person_id = notebook.people.save(None, PersonDraft("Marta Lind"), today).new_id
    day = today - timedelta(days=3)
    notebook.moments.log(
        MomentDraft((person_id,), Channel.CALL, Direction.WE, day=day, text="Hello"), now
    )
    return person_id


def test_it_overrules_the_state_in_list_card_and_brief(
    notebook: Notebook, marta: int, today: date
) -> None:
    notebook.judgements.judge(marta, Warmth.AT_RISK, f"  {NOTE} ", today)
    card = notebook.cards.card(marta, today)
    assert (card.warmth.state, card.warmth.computed) == (Warmth.AT_RISK, Warmth.WARM)
    assert card.warmth.own == Judgement(Warmth.AT_RISK, NOTE, today)
    assert [line.warmth for line in notebook.people_list.lines([marta], today)] == [Warmth.AT_RISK]
    said = as_text(notebook.briefs.brief(marta, today))
    assert f"At risk. Your own judgement, 22 Nov: {NOTE}" in said


def test_the_head_of_the_card_says_both(notebook: Notebook, marta: int, today: date) -> None:
    before = standing_words(notebook.cards.card(marta, today), today)
    notebook.judgements.judge(marta, Warmth.COOLING, NOTE, today)
    words = standing_words(notebook.cards.card(marta, today), today + timedelta(days=1))
    assert before == "Last contact 3 days ago"
    assert words == f"Your own judgement, 22 Nov: {NOTE}. Without it: warm. Last contact 4 days ago"
    notebook.judgements.judge(marta, Warmth.AT_RISK, "Quiet since.\n" + "long " * 900, today)
    words = standing_words(notebook.cards.card(marta, today), today)
    assert words.startswith("Your own judgement, 22 Nov: Quiet since. long long ")
    assert len(words) < 300


def test_taken_back_it_follows_from_the_facts_again_and_undo_brings_it_back(
    notebook: Notebook, marta: int, today: date
) -> None:
    notebook.judgements.judge(marta, Warmth.AT_RISK, NOTE, today)
    notebook.judgements.take_back(marta)
    assert notebook.cards.card(marta, today).warmth.own is None
    stored = "SELECT warmth_own, warmth_note, warmth_set_on FROM person"
    assert rows_in(notebook.file.path, stored) == [(None, "", None)]
    notebook.upkeep.undo()
    assert notebook.cards.card(marta, today).warmth.state is Warmth.AT_RISK
    assert rows_in(notebook.file.path, stored) == [("at-risk", NOTE, today.isoformat())]


@pytest.mark.parametrize("note", ["", "  \n"])
def test_it_needs_a_note(notebook: Notebook, marta: int, today: date, note: str) -> None:
    with pytest.raises(Refused, match="why"):
        notebook.judgements.judge(marta, Warmth.WARM, note, today)
    assert notebook.cards.card(marta, today).warmth.own is None


def test_nobody_who_is_gone_is_judged(notebook: Notebook, marta: int, today: date) -> None:
    notebook.people.trash(marta)
    with pytest.raises(Refused):
        notebook.judgements.judge(marta, Warmth.WARM, NOTE, today)


def test_every_reason_has_its_day(notebook: Notebook, marta: int, today: date) -> None:
    with notebook.file.change("Promised"):
        for days in (2, 5):
            Promise.create(
                side=Side.OURS,
                text=f"swatch {days}",
                due_on=today - timedelta(days=days),
                state=PromiseState.OPEN,
                person=marta,
            )
    assert reasons_in_full(notebook.cards.card(marta, today), today) == [
        "Our promise was due on 17 Nov: swatch 5",
        "Our promise was due on 20 Nov: swatch 2",
        "Last contact 3 days ago (19 Nov)",
    ]
