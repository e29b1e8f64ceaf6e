"""What may suit whom: suggested with its reason, never again once told or not wanted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel, Direction
from notebook.domain.needs import NeedState
from notebook.errors import Refused
from notebook.services.card_parts import FactDraft
from notebook.services.moments import MomentDraft
from notebook.services.needs import NeedDraft
from notebook.services.notebook import Notebook
from notebook.services.offerings import OfferingDraft
from notebook.services.people import PersonDraft
from notebook.services.suggestions import Suggested
from notebook.storage.tables import Moment
from tests.services.project_samples import add_person
from tests.services.test_query_budget import counted

DAY = timedelta(days=1)


@pytest.fixture
def plan(notebook: Notebook) -> int:
    draft = OfferingDraft("Yearly plan", "Walls stay fresh", tags="guests, lobby")
    return notebook.offerings.save(None, draft).new_id


@pytest.fixture
def marta(notebook: Notebook, today: date) -> int:
    person_id = add_person(notebook, "Marta Lindqvist")
    notebook.needs.add(person_id, NeedDraft("Guests should look up.", today - 19 * DAY), today)
    return person_id


def suggested(notebook: Notebook, person_id: int, today: date) -> tuple[Suggested, ...]:
    return notebook.cards.card(person_id, today).suggested


def told(now: datetime, *people: int) -> MomentDraft:
    return MomentDraft(people, Channel.CALL, Direction.WE, now.date() - DAY, text="Told")


def test_shared_words_suggest_and_are_the_reason(
    notebook: Notebook, plan: int, marta: int, today: date
) -> None:
    assert suggested(notebook, marta, today) == (
        Suggested(plan, "Yearly plan", "Walls stay fresh", ("guests",)),
    )
    (helped,) = notebook.suggestions.whom_it_may_help(plan)
    assert (helped.person_id, helped.wish) == (marta, "Guests should look up.")
    assert (helped.words, helped.told_on, helped.is_need) == (("guests",), today - 19 * DAY, True)


def test_interests_and_goals_count_and_other_facts_do_not(
    notebook: Notebook, plan: int, today: date
) -> None:
    def person(group: FactGroup) -> int:
        facts = (FactDraft(group, "A lobby full of light", today),)
        return notebook.people.save(None, PersonDraft("Ana", facts=facts), today).new_id

    goal, _food, interest = (
        person(group) for group in (FactGroup.GOALS, FactGroup.FOOD, FactGroup.INTERESTS)
    )
    found = [each.person_id for each in notebook.suggestions.whom_it_may_help(plan)]
    assert sorted(found) == sorted([goal, interest])
    assert suggested(notebook, goal, today)[0].words == ("lobby",)


def test_what_is_met_retired_deleted_or_of_our_own_team_suggests_nothing(
    notebook: Notebook, plan: int, marta: int, today: date
) -> None:
    (need,) = notebook.cards.card(marta, today).needs

    def is_suggested() -> bool:
        both = (
            bool(suggested(notebook, marta, today)),
            bool(notebook.suggestions.whom_it_may_help(plan)),
        )
        assert both[0] is both[1]
        return both[0]

    changes: list[Callable[[], object]] = [
        lambda: notebook.needs.set_state(need.id, NeedState.MET),
        lambda: notebook.needs.trash(need.id),
        lambda: notebook.offerings.retire(plan),
        lambda: notebook.people.save(
            marta, replace(notebook.people.draft(marta), is_team=True), today
        ),
    ]
    for change in changes:
        assert is_suggested()
        change()
        assert not is_suggested()
        notebook.upkeep.undo()
    assert is_suggested()
    notebook.offerings.trash(plan)
    assert suggested(notebook, marta, today) == ()


def test_telling_is_logged_remembered_and_not_suggested_again(
    notebook: Notebook, plan: int, marta: int, now: datetime
) -> None:
    made = notebook.suggestions.log_told(plan, told(now, marta), now)
    assert made.label == "Told Marta Lindqvist about Yearly plan"
    assert Moment.get_by_id(made.new_id).text == "Told"
    (known,) = notebook.suggestions.who_was_told(plan)
    assert (known.name, known.told_on) == ("Marta Lindqvist", now.date() - DAY)
    assert suggested(notebook, marta, now.date()) == ()
    assert notebook.suggestions.whom_it_may_help(plan) == ()
    notebook.upkeep.undo()
    assert notebook.suggestions.who_was_told(plan) == ()
    assert Moment.select().count() == 0
    assert len(suggested(notebook, marta, now.date())) == 1

    by_mistake = notebook.suggestions.log_told(plan, told(now, marta), now).new_id
    notebook.moments.delete(by_mistake)
    assert notebook.suggestions.who_was_told(plan) == ()
    assert len(suggested(notebook, marta, now.date())) == 1
    assert len(notebook.suggestions.whom_it_may_help(plan)) == 1
    notebook.upkeep.undo()
    somebody_else = replace(told(now, add_person(notebook, "Paul Berg")), text="Told Paul")
    notebook.moments.correct(by_mistake, somebody_else, now)
    assert len(suggested(notebook, marta, now.date())) == 1


def test_not_for_somebody_is_for_good_until_they_are_told_after_all(
    notebook: Notebook, plan: int, marta: int, now: datetime
) -> None:
    notebook.suggestions.dismiss(marta, plan)
    assert suggested(notebook, marta, now.date()) == ()
    assert notebook.suggestions.who_was_told(plan) == ()
    notebook.suggestions.log_told(plan, told(now, marta), now)
    assert len(notebook.suggestions.who_was_told(plan)) == 1
    notebook.suggestions.dismiss(marta, plan)
    assert len(notebook.suggestions.who_was_told(plan)) == 1


def test_nothing_is_remembered_of_a_contact_that_is_refused(
    notebook: Notebook, plan: int, marta: int, now: datetime
) -> None:
    to_come = replace(told(now, marta), day=now.date() + DAY)
    with pytest.raises(Refused):
        notebook.suggestions.log_told(plan, to_come, now)
    assert len(suggested(notebook, marta, now.date())) == 1
    with pytest.raises(Refused, match="offering"):
        notebook.suggestions.log_told(7, told(now, marta), now)


def test_the_newest_wishes_come_first_and_each_person_once(
    notebook: Notebook, plan: int, marta: int, today: date
) -> None:
    notebook.needs.add(marta, NeedDraft("A lobby", today - 2 * DAY), today)
    ana = add_person(notebook, "Ana Pereira")
    notebook.needs.add(ana, NeedDraft("Guests", today - DAY), today)
    found = notebook.suggestions.whom_it_may_help(plan)
    assert [(each.person_id, each.wish) for each in found] == [(ana, "Guests"), (marta, "A lobby")]
    assert len(notebook.suggestions.whom_it_may_help(plan, limit=1)) == 1


def test_an_offering_finds_its_people_in_two_statements_however_many_there_are(
    notebook: Notebook, plan: int, today: date
) -> None:
    with notebook.file.change("Many"):
        for number in range(300):
            person_id = add_person(notebook, f"Person {number}")
            notebook.needs.add(person_id, NeedDraft(f"Guests {number}", today), today)
    with counted(notebook) as statements:
        found = notebook.suggestions.whom_it_may_help(plan)
    assert len(found) == 20
    ours = [each for each in statements if "_config" not in each]  # FTS5 reads its own once
    assert len(ours) == 2


def test_the_brief_says_what_could_help(
    notebook: Notebook, plan: int, marta: int, today: date
) -> None:
    brief = notebook.briefs.brief(marta, today)
    (help_part,) = [each for each in brief.right if each.heading == "What could help Marta"]
    assert [(line.tag, line.text) for line in help_part.lines] == [
        ("needs, 3 Nov", "“Guests should look up.”"),
        ("may suit", "Walls stay fresh (Yearly plan)"),
    ]


def test_search_finds_needs_and_offerings(
    notebook: Notebook, plan: int, marta: int, today: date
) -> None:
    found = {group.kind.value: group.lines[0] for group in notebook.search.search("guests", today)}
    assert found["need"].title == "“Guests should look up.”"
    assert (found["need"].second_line, found["need"].person_id) == ("Marta Lindqvist", marta)
    assert (found["offering"].title, found["offering"].id) == ("Yearly plan", plan)
    assert found["offering"].second_line == "guests, lobby"
    notebook.people.trash(marta)
    kinds = [group.kind.value for group in notebook.search.search("guests", today)]
    assert kinds == ["offering"]
