"""Answers to the small question of a card become what they are: a birthday, a channel, a fact."""

from datetime import date, datetime, timedelta

import pytest

from notebook.domain.facts import FactGroup, FactTopic
from notebook.domain.moments import Channel, Direction
from notebook.domain.partial_date import PartialDate
from notebook.domain.relations import Relation
from notebook.domain.small_questions import SmallQuestion
from notebook.errors import Refused
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.related import RelatedDraft

FIRST = {SmallQuestion.CHANNEL, SmallQuestion.BIRTHDAY, SmallQuestion.RHYTHM}


@pytest.fixture
def marta(notebook: Notebook, today: date, now: datetime) -> int:
    person_id = notebook.people.add("Marta", today).new_id
    notebook.moments.log(MomentDraft((person_id,), Channel.CALL, Direction.WE, today), now)
    return person_id


def question(notebook: Notebook, person_id: int, day: date) -> SmallQuestion | None:
    return notebook.cards.card(person_id, day).small_question


def test_answers_are_kept_where_they_belong(notebook: Notebook, marta: int, today: date) -> None:
    ask = notebook.small_questions
    ask.answer(marta, SmallQuestion.BIRTHDAY, PartialDate(None, 3, 12), today)
    ask.answer(marta, SmallQuestion.CHANNEL, Channel.EMAIL, today)
    ask.answer(marta, SmallQuestion.RHYTHM, 30, today)
    ask.answer(marta, SmallQuestion.CHILDREN, "Nora 9, Ben 6", today)
    ask.answer(marta, SmallQuestion.PETS, " no. ", today)
    card = notebook.cards.card(marta, today)
    assert (card.birthday, card.preferred_channel, card.touch.every) == (
        PartialDate(None, 3, 12), Channel.EMAIL, 30,
    )  # fmt: skip
    assert [(fact.group, fact.topic, fact.text, fact.learned_on) for fact in card.facts] == [
        (FactGroup.FAMILY, FactTopic.CHILDREN, "Nora 9, Ben 6", today),
        (FactGroup.FAMILY, FactTopic.PETS, "No pets", today),
    ]


def test_after_an_answer_the_next_one_waits_until_tomorrow(
    notebook: Notebook, marta: int, today: date
) -> None:
    first = question(notebook, marta, today)
    assert first in FIRST
    notebook.small_questions.answer(marta, SmallQuestion.CHANNEL, Channel.EMAIL, today)
    assert question(notebook, marta, today) is None
    tomorrow = today + timedelta(days=1)
    assert question(notebook, marta, tomorrow) in FIRST - {SmallQuestion.CHANNEL}
    notebook.upkeep.undo()
    assert question(notebook, marta, today) == first
    assert notebook.cards.card(marta, today).preferred_channel is None


def test_who_stands_around_somebody_answers_for_the_family(
    notebook: Notebook, marta: int, today: date
) -> None:
    for each in set(SmallQuestion) - {SmallQuestion.CHILDREN, SmallQuestion.PARTNER}:
        notebook.small_questions.do_not_ask(marta, each, today)
    days = [today + timedelta(days=number) for number in range(1, 9)]
    assert {question(notebook, marta, day) for day in days} == {
        SmallQuestion.CHILDREN, SmallQuestion.PARTNER,
    }  # fmt: skip
    notebook.related.add(marta, RelatedDraft(Relation.CHILD, "Nora"))
    assert {question(notebook, marta, day) for day in days} == {SmallQuestion.PARTNER}


def test_what_is_put_away_stays_away(notebook: Notebook, marta: int, today: date) -> None:
    ask = notebook.small_questions
    for each in FIRST:
        ask.not_now(marta, each, today)
    assert question(notebook, marta, today) is None
    assert question(notebook, marta, today + timedelta(days=13)) not in FIRST
    assert question(notebook, marta, today + timedelta(days=14)) in FIRST
    for each in SmallQuestion:
        ask.do_not_ask(marta, each, today)
    assert question(notebook, marta, today + timedelta(days=999)) is None


def test_no_answer_is_none(notebook: Notebook, marta: int, today: date) -> None:
    with pytest.raises(Refused, match="Write the answer down"):
        notebook.small_questions.answer(marta, SmallQuestion.CHILDREN, "  ", today)
    notebook.people.trash(marta)
    with pytest.raises(Refused, match="no longer in the notebook"):
        notebook.small_questions.not_now(marta, SmallQuestion.CHILDREN, today)
