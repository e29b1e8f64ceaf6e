"""Referrals in both directions, on the cards of both sides, and the picture of them all."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notebook.domain.projects import ProjectState
from notebook.domain.referrals import Outcome, Way
from notebook.errors import Refused
from notebook.services.notebook import Notebook
from notebook.services.referral_lines import sent_sentence
from notebook.services.referrals import ReferralDraft
from notebook.storage.tables import Checklist, Project
from tests.services.project_samples import add_person
from tests.services.test_query_budget import counted

DAY = timedelta(days=1)


def send(notebook: Notebook, today: date, sender: int, *people: int) -> list[int]:
    return [
        notebook.referrals.save(
            None, ReferralDraft(Way.TO_US, person, today - 9 * DAY, sender), today
        ).new_id
        for person in people
    ]


def begin_project(person_id: int) -> None:
    checklist = Checklist.create(key="any-project", name="Any", content="")
    Project.create(
        name="Wall",
        sort_key="wall",
        state=ProjectState.EXPLORING,
        person=person_id,
        checklist=checklist,
    )


def test_both_cards_tell_it_and_the_total_says_what_became(notebook: Notebook, today: date) -> None:
    samuel, ana, ben, eve = (
        add_person(notebook, name) for name in ("Samuel Reyes", "Ana Pereira", "Ben", "Eve")
    )
    send(notebook, today, samuel, ana, ben, eve)
    begin_project(ana)
    begin_project(ana)
    card = notebook.cards.card(samuel, today)
    assert {line.person_name for line in card.referrals} == {"Ana Pereira", "Ben", "Eve"}
    assert sent_sentence("Samuel", card.sent) == "Samuel sent us 3 people; 1 became a project"
    (line,) = notebook.cards.card(ana, today).referrals
    assert (line.way, line.other_id, line.other_name) == (Way.TO_US, samuel, "Samuel Reyes")
    notebook.people.trash(ben)
    assert notebook.cards.card(samuel, today).sent.people == 2


def test_a_bare_name_is_enough_and_a_name_outlives_its_card(
    notebook: Notebook, today: date
) -> None:
    ana, samuel = add_person(notebook, "Ana Pereira"), add_person(notebook, "Samuel Reyes")
    notebook.referrals.save(
        None, ReferralDraft(Way.BY_US, ana, today, other_name=" A joiner ", why="Wood"), today
    )
    send(notebook, today, samuel, ana)
    notebook.people.trash(samuel)
    names = [line.other_name for line in notebook.cards.card(ana, today).referrals]
    assert names == ["A joiner", "Samuel Reyes"]


def test_thanks_and_outcome_are_kept_and_taken_back(notebook: Notebook, today: date) -> None:
    ana, samuel = add_person(notebook, "Ana Pereira"), add_person(notebook, "Samuel Reyes")
    (referral,) = send(notebook, today, samuel, ana)
    assert notebook.referrals.thanked(referral, today).label == "Thanked Samuel Reyes"
    assert notebook.referrals.draft(referral).we_thanked_on == today
    notebook.upkeep.undo()
    assert notebook.referrals.draft(referral).we_thanked_on is None
    notebook.referrals.worked_out(referral, Outcome.NO)
    notebook.referrals.they_thanked(referral, today)
    draft = notebook.referrals.draft(referral)
    assert (draft.outcome, draft.they_thanked_on) == (Outcome.NO, today)
    notebook.referrals.save(referral, replace(draft, why="The wall"), today)
    assert notebook.referrals.draft(referral).why == "The wall"


def test_the_trash_keeps_a_referral(notebook: Notebook, today: date) -> None:
    ana, samuel = add_person(notebook, "Ana Pereira"), add_person(notebook, "Samuel Reyes")
    (referral,) = send(notebook, today, samuel, ana)
    notebook.referrals.trash(referral)
    assert notebook.cards.card(ana, today).referrals == ()
    (line,) = notebook.upkeep.trash()
    assert (line.kind, line.title) == ("referral", "Ana Pereira and Samuel Reyes")
    notebook.upkeep.restore("referral", referral)
    assert len(notebook.cards.card(samuel, today).referrals) == 1


def test_what_cannot_be_is_refused(notebook: Notebook, today: date) -> None:
    ana = add_person(notebook, "Ana Pereira")
    good = ReferralDraft(Way.TO_US, ana, today, other_name="Somebody")
    for wrong, why in (
        (replace(good, other_name=" "), "Who was it"),
        (replace(good, other_id=ana), "the same"),
        (replace(good, referred_on=today + DAY), "still to come"),
        (replace(good, we_thanked_on=today + DAY), "still to come"),
        (replace(good, they_thanked_on=today + DAY), "still to come"),
        (replace(good, other_id=7), "person"),
        (replace(good, person_id=7), "person"),
    ):
        with pytest.raises(Refused, match=why):
            notebook.referrals.save(None, wrong, today)
    assert notebook.cards.card(ana, today).referrals == ()


def test_another_word_keeps_whose_card_is_in_the_trash(notebook: Notebook, today: date) -> None:
    ana, samuel = add_person(notebook, "Ana Pereira"), add_person(notebook, "Samuel Reyes")
    (referral,) = send(notebook, today, samuel, ana)
    notebook.people.trash(samuel)
    draft = replace(notebook.referrals.draft(referral), why="The wall")
    notebook.referrals.save(referral, draft, today)
    assert notebook.referrals.draft(referral).other_id == samuel
    with pytest.raises(Refused, match="no longer in the notebook"):
        notebook.referrals.save(None, draft, today)


def test_the_picture_and_its_sentence(notebook: Notebook, today: date) -> None:
    samuel, ana, ben = (
        add_person(notebook, name) for name in ("Samuel Reyes", "Ana Pereira", "Ben")
    )
    assert notebook.referral_picture.who_sent_whom().sentence == "Nobody was sent to us yet."
    send(notebook, today, samuel, ana)
    send(notebook, today, ana, ben)
    for name in ("The caretaker", "the  Caretaker"):
        draft = ReferralDraft(Way.TO_US, add_person(notebook, "Eve"), today, other_name=name)
        notebook.referrals.save(None, draft, today)
    words = notebook.referral_picture.who_sent_whom().sentence
    assert words.startswith("4 people were sent to us by others. No project yet. ")
    begin_project(ben)
    with counted(notebook) as statements:
        picture = notebook.referral_picture.who_sent_whom()
    assert len(statements) == 2
    assert picture.sentence == (
        "4 people were sent to us by others. 1 became a project."
        " The caretaker sent us 2 people; no project yet."
    )
    people = {each.name: each for each in picture.people}
    assert [people[name].generation for name in ("Samuel Reyes", "Ana Pereira", "Ben")] == [0, 1, 2]
    assert people["Ben"].sent_by == "Ana Pereira"
    assert people["Ben"].has_project
    assert people["The caretaker"].person_id is None
    assert picture.left_out == 0


def test_five_hundred_are_in_the_picture_and_the_oldest_are_counted(
    notebook: Notebook, today: date
) -> None:
    with notebook.file.change("Many"):
        first = add_person(notebook, "First")
        for number in range(503):
            person = add_person(notebook, f"Person {number}")
            draft = ReferralDraft(Way.TO_US, person, today - (504 - number) * DAY, first)
            notebook.referrals.save(None, draft, today)
    picture = notebook.referral_picture.who_sent_whom()
    assert (len(picture.people), picture.left_out) == (501, 3)
    assert "Person 2" not in {each.name for each in picture.people}
