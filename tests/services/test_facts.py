"""Things worth remembering: confirmed, used, hidden where sensitive, and kept all the same."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notebook.domain.facts import FactGroup, FactTopic
from notebook.errors import Refused
from notebook.services.brief_page import BriefPart
from notebook.services.card_parts import FactDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.search_everything import SearchEverything
from notebook.storage.file import NotebookFile
from notebook.storage.tables import Fact

DAY = timedelta(days=1)
SECRET = FactDraft(FactGroup.HEALTH, "Wears a pacemaker")


@pytest.fixture
def marta(notebook: Notebook, today: date) -> int:
    facts = (
        FactDraft(FactGroup.FAMILY, "Nora 9, Ben 6", today - 500 * DAY, FactTopic.CHILDREN),
        FactDraft(FactGroup.INTERESTS, "Cycles the lakefront", today - 20 * DAY),
        FactDraft(FactGroup.FOOD, "Vegetarian", today - 10 * DAY),
    )
    return notebook.people.save(None, PersonDraft("Marta", facts=facts), today).new_id


def facts(notebook: Notebook, person_id: int, today: date) -> dict[str, FactDraft]:
    return {fact.text: fact for fact in notebook.cards.card(person_id, today).facts}


def openers(notebook: Notebook, person_id: int, today: date) -> list[tuple[str, str]]:
    brief = notebook.briefs.brief(person_id, today)
    start = [each for each in brief.left if each.part is BriefPart.START]
    return [(line.text, line.tag) for each in start for line in each.lines]


def test_still_true_makes_a_fact_fresh_and_can_be_undone(
    notebook: Notebook, marta: int, today: date
) -> None:
    children = facts(notebook, marta, today)["Nora 9, Ben 6"]
    assert children.is_stale(today)
    assert children.id is not None
    changes = notebook.facts.confirm(children.id, today)
    assert changes.label == "Still true: Nora 9, Ben 6"
    fresh = facts(notebook, marta, today)["Nora 9, Ben 6"]
    assert (fresh.confirmed_on, fresh.is_stale(today)) == (today, False)
    assert (fresh.learned_on, fresh.topic) == (children.learned_on, FactTopic.CHILDREN)
    notebook.upkeep.undo()
    assert facts(notebook, marta, today)["Nora 9, Ben 6"] == children


def test_one_more_is_put_behind_those_that_are_there(
    notebook: Notebook, marta: int, today: date
) -> None:
    changes = notebook.facts.add(marta, FactDraft(FactGroup.FAMILY, "Two dogs"), today)
    assert changes.label == "Written down: Two dogs"
    assert [*facts(notebook, marta, today)][-1] == "Two dogs"
    assert facts(notebook, marta, today)["Two dogs"].learned_on == today
    notebook.upkeep.undo()
    assert "Two dogs" not in facts(notebook, marta, today)
    assert notebook.facts.add(marta, SECRET, today).label == "Written down: Health"
    with pytest.raises(Refused, match="Write down what"):
        notebook.facts.add(marta, FactDraft(FactGroup.FAMILY, " "), today)
    notebook.people.trash(marta)
    with pytest.raises(Refused):
        notebook.facts.add(marta, SECRET, today)


def test_the_opener_of_last_time_is_not_the_next_one(
    notebook: Notebook, marta: int, today: date
) -> None:
    assert openers(notebook, marta, today) == [
        ("Vegetarian", ""),
        ("Cycles the lakefront", ""),
        ("Nora 9, Ben 6", "Still true?"),
    ]
    known = facts(notebook, marta, today)
    notebook.facts.use(known["Vegetarian"].id or 0, today)
    assert [text for text, _ in openers(notebook, marta, today)] == [
        "Cycles the lakefront", "Nora 9, Ben 6",
    ]  # fmt: skip
    tomorrow = today + DAY
    notebook.facts.use(known["Cycles the lakefront"].id or 0, tomorrow)
    assert openers(notebook, marta, tomorrow) == [
        ("Nora 9, Ben 6", "Still true?"),
        ("Vegetarian", "Used 22 Nov"),
    ]
    notebook.facts.use(known["Nora 9, Ben 6"].id or 0, tomorrow + DAY)
    assert [text for text, _ in openers(notebook, marta, tomorrow + 2 * DAY)] == [
        "Vegetarian", "Cycles the lakefront",
    ], "all were used: the one whose turn is longest ago comes first"  # fmt: skip


def test_a_removed_fact_comes_back_by_undo(notebook: Notebook, marta: int, today: date) -> None:
    gone = facts(notebook, marta, today)["Vegetarian"].id
    assert gone is not None
    notebook.facts.remove(gone)
    assert "Vegetarian" not in facts(notebook, marta, today)
    with pytest.raises(Refused, match="no longer on the card"):
        notebook.facts.confirm(gone, today)
    notebook.upkeep.undo()
    assert "Vegetarian" in facts(notebook, marta, today)


def test_rewording_keeps_what_is_known_of_a_fact(
    notebook: Notebook, marta: int, today: date
) -> None:
    children = facts(notebook, marta, today)["Nora 9, Ben 6"]
    notebook.facts.use(children.id or 0, today)
    draft = notebook.people.draft(marta)
    old, *rest = draft.facts
    reworded = FactDraft(
        old.group, "Nora 10, Ben 7", old.learned_on, old.topic, today, old.used_on, old.id
    )
    notebook.people.save(marta, PersonDraft("Marta", facts=(*rest, reworded)), today)
    shown = notebook.cards.card(marta, today).facts
    assert [fact.text for fact in shown][-1] == "Nora 10, Ben 7"
    last = shown[-1]
    assert (last.id, last.learned_on, last.used_on) == (children.id, children.learned_on, today)
    assert last.confirmed_on == today


def test_sensitive_things_are_hidden_until_there_is_a_reason(
    notebook: Notebook, marta: int, today: date
) -> None:
    with pytest.raises(Refused, match="Say first why"):
        notebook.preferences.keep_sensitive_group(FactGroup.HEALTH, "  ")
    notebook.preferences.keep_sensitive_group(FactGroup.HEALTH, "To seat guests well")
    draft = notebook.people.draft(marta)
    with_secret = PersonDraft("Marta", facts=(*draft.facts, SECRET))
    notebook.people.save(marta, with_secret, today)
    assert SECRET.text in facts(notebook, marta, today)
    assert openers(notebook, marta, today)[-1][0] == SECRET.text
    assert [line.id for line in notebook.people_list.search("pacemaker", today)] == [marta]

    notebook.preferences.hide_sensitive_group(FactGroup.HEALTH)
    assert SECRET.text not in facts(notebook, marta, today)
    assert SECRET.text not in [text for text, _ in openers(notebook, marta, today)]
    assert SECRET.text not in [fact.text for fact in notebook.people.draft(marta).facts]
    assert notebook.people_list.search("pacemaker", today) == []
    assert notebook.facts.sensitive_counts()[FactGroup.HEALTH] == 1
    notebook.upkeep.check()


def test_saving_a_card_leaves_what_is_hidden_alone(
    notebook: Notebook, file: NotebookFile, marta: int, today: date
) -> None:
    notebook.preferences.keep_sensitive_group(FactGroup.HEALTH, "To seat guests well")
    notebook.people.save(marta, PersonDraft("Marta", facts=(SECRET,)), today)
    notebook.preferences.hide_sensitive_group(FactGroup.HEALTH)
    notebook.people.save(marta, PersonDraft("Marta Lindqvist"), today)
    assert [row.text for row in Fact.select()] == [SECRET.text]
    assert notebook.people_list.search("pacemaker", today) == []
    notebook.preferences.keep_sensitive_group(FactGroup.HEALTH, "To seat guests well")
    assert list(facts(notebook, marta, today)) == [SECRET.text]
    assert len(notebook.people_list.search("pacemaker", today)) == 1


def test_a_hidden_fact_is_no_reason_why_somebody_was_found(
    notebook: Notebook, marta: int, today: date
) -> None:
    notebook.preferences.keep_sensitive_group(FactGroup.HEALTH, "To seat guests well")
    seen = FactDraft(FactGroup.WORK, "Sells pacemakers to clinics")
    notebook.people.save(marta, PersonDraft("Marta", facts=(SECRET, seen)), today)
    notebook.preferences.hide_sensitive_group(FactGroup.HEALTH)
    search: SearchEverything = notebook.search
    lines = [line for group in search.search("pacemaker", today) for line in group.lines]
    assert [line.second_line for line in lines] == ["Sells pacemakers to clinics"]


def test_the_groups_and_their_reasons_are_remembered(notebook: Notebook) -> None:
    notebook.preferences.keep_sensitive_group(FactGroup.HEALTH, " Allergies at dinners ")
    notebook.preferences.keep_sensitive_group(FactGroup.RELIGION, "Feast days")
    assert notebook.preferences.sensitive_groups() == {
        FactGroup.HEALTH: "Allergies at dinners",
        FactGroup.RELIGION: "Feast days",
    }
    notebook.preferences.hide_sensitive_group(FactGroup.HEALTH)
    assert list(notebook.preferences.sensitive_groups()) == [FactGroup.RELIGION]
    notebook.upkeep.undo()
    assert FactGroup.HEALTH in notebook.preferences.sensitive_groups()


def test_a_fact_that_is_put_into_other_words_is_fresh(
    notebook: Notebook, marta: int, today: date
) -> None:
    draft = notebook.people.draft(marta)
    old, *others = draft.facts
    spaced = replace(old, text="Nora 9,  Ben 6 ")
    notebook.people.save(marta, replace(draft, facts=(spaced, *others)), today)
    assert facts(notebook, marta, today)[spaced.text].is_stale(today)
    reworded = replace(old, text="Nora 10, Ben 7")
    notebook.people.save(marta, replace(draft, facts=(reworded, *others)), today)
    now = facts(notebook, marta, today)[reworded.text]
    assert (now.learned_on, now.confirmed_on) == (old.learned_on, today)
    assert not now.is_stale(today)
