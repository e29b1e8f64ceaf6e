"""What is known of a person, and what is not: the facts of a card, and its one small question."""

from collections.abc import Collection, Iterable
from datetime import date

from notebook.domain.facts import TOPIC_OF_RELATION, FactGroup, FactTopic
from notebook.domain.small_questions import Asked, KnownOfPerson, SmallQuestion, small_question
from notebook.services.card_lists import Row
from notebook.services.card_parts import FactDraft
from notebook.services.related import RelatedLine


def fact_of_row(row: Row) -> FactDraft:
    """Return a fact as a card shows it."""
    return FactDraft(
        FactGroup(row["fact_group"]),
        row["text"],
        _day(row["learned_on"]),
        FactTopic(row["topic"]) if row["topic"] else None,
        _day(row["confirmed_on"]),
        _day(row["used_on"]),
        row["id"],
    )


def known_topics(facts: Iterable[FactDraft], related: Iterable[RelatedLine]) -> set[FactTopic]:
    """Return the topics of which something is known, by a fact or by somebody around the person."""
    by_facts = {fact.topic for fact in facts if fact.topic}
    return by_facts | {
        TOPIC_OF_RELATION[each.relation] for each in related if each.relation in TOPIC_OF_RELATION
    }


def question_of_card(
    head: Row, topics: Collection[FactTopic], asked: list[Row], today: date
) -> SmallQuestion | None:
    """Return the one small question of a card for today, None for none."""
    known = KnownOfPerson(
        moment_count=head["moment_count"],
        is_team=bool(head["is_team"]),
        has_birthday=head["birthday_month"] is not None or head["birthday_year"] is not None,
        has_channel=head["preferred_channel"] is not None,
        has_rhythm=head["touch_days"] is not None,
        topics=topics,
    )
    put_away = [
        Asked(
            SmallQuestion(row["question"]),
            date.fromisoformat(row["asked_on"]),
            _day(row["until_on"]),
        )
        for row in asked
    ]
    return small_question(known, put_away, today)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
