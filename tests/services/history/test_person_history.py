"""What happened to a card is told in sentences, and it can become what it was at any point."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel, Direction
from notebook.domain.partial_date import PartialDate
from notebook.domain.promises import Side
from notebook.domain.relations import Relation
from notebook.domain.warmth import Warmth
from notebook.errors import Refused
from notebook.services.card_parts import DetailDraft, FactDraft
from notebook.services.history.card_rows import CardRows, said
from notebook.services.history.person_history import BEGINNING
from notebook.services.history.rows import _ABOUT, _MADE_ONE
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.related import RelatedDraft
from notebook.services.roles import RoleDraft, at
from notebook.storage.file import NotebookFile
from tests.conftest import TODAY

PHONE = DetailDraft("phone", "030 1")
DOGS = FactDraft(FactGroup.FAMILY, "two dogs", TODAY)


@pytest.fixture
def marta(notebook: Notebook, today: date) -> int:
    draft = PersonDraft("Marta", details=(PHONE,), facts=(DOGS,), roles=at("Lind", "Owner"))
    return notebook.people.save(None, draft, today).new_id


def told(notebook: Notebook, person_id: int) -> list[tuple[str, ...]]:
    return [entry.sentences for entry in notebook.histories.of(person_id, TODAY).entries]


def card_of(notebook: Notebook, person_id: int) -> dict[Any, Any]:
    rows = CardRows(notebook.file.database).present(person_id)
    return {key: said(values) for key, values in rows.items()}


def test_changes_are_told_newest_first(notebook: Notebook, marta: int, today: date) -> None:
    draft = PersonDraft(
        "Marta",
        details=(DetailDraft("phone", "030 2"), DetailDraft("email", "m@x.org")),
        facts=(FactDraft(FactGroup.FAMILY, "three dogs"),),
        roles=at("Lind", "Retired"),
        birthday=PartialDate(None, 3, 12),
        rhythm_days=30,
        preferred_channel=Channel.EMAIL,
    )
    notebook.people.save(marta, draft, today)
    assert told(notebook, marta) == [
        (
            "Birthday set to 12 March",
            "Preferred channel set to E-mail",
            "Rhythm set to every 30 days",
            "Role “Owner, Lind”: Role changed from Owner to Retired",
            "Telephone changed from 030 1 to 030 2",
            "E-mail added: m@x.org",
            "Worth remembering changed from two dogs to three dogs",
        ),
        (
            "Card made: Marta",
            "Role added: Owner, Lind",
            "Telephone added: 030 1",
            "Worth remembering added: two dogs",
        ),
    ]


def test_contacts_promises_and_judgements_are_told(
    notebook: Notebook, marta: int, today: date, now: datetime
) -> None:
    other = notebook.people.add("Ben", today).new_id
    draft = MomentDraft((marta, other), Channel.CALL, Direction.WE, day=today, text="About the van")
    notebook.moments.log(draft, now)
    notebook.judgements.judge(marta, Warmth.COOLING, "busy", today)
    assert told(notebook, marta)[:2] == [
        ("Your own judgement set to cooling", "Reason of your judgement set to busy"),
        ("Contact added: About the van",),
    ]
    assert ("Contact added: About the van",) in told(notebook, other)


def test_what_was_taken_back_has_not_happened(notebook: Notebook, marta: int, today: date) -> None:
    notebook.people.save(marta, PersonDraft("Marta", note="wrong"), today)
    notebook.upkeep.undo()
    assert len(told(notebook, marta)) == 1
    notebook.upkeep.redo()
    assert len(told(notebook, marta)) == 2
    notebook.upkeep.undo()
    notebook.people.save(marta, PersonDraft("Marta", note="right"), today)
    assert [s for each in told(notebook, marta) for s in each if "Note" in s] == [
        "Note set to right"
    ]


def test_other_people_s_changes_are_not_told(notebook: Notebook, marta: int, today: date) -> None:
    notebook.people.save(None, PersonDraft("Ben", details=(PHONE,)), today)
    assert len(told(notebook, marta)) == 1


def test_long_histories_come_in_parts(notebook: Notebook, marta: int, today: date) -> None:
    for number in range(5):
        notebook.people.save(marta, PersonDraft("Marta", note=str(number)), today)
    history = notebook.histories.of(marta, today, limit=3)
    assert (len(history.entries), history.goes_on, history.has_beginning) == (3, True, False)


def test_the_way_back_is_told_first_and_can_be_undone(
    notebook: Notebook, marta: int, today: date, notebook_path: Path
) -> None:
    then = notebook.histories.of(marta, today).entries[0].change_id
    before = card_of(notebook, marta)
    notebook.people.save(marta, PersonDraft("Martha", details=(DetailDraft("phone", "9"),)), today)
    after = card_of(notebook, marta)
    way_back = notebook.histories.way_back(marta, then, today)
    assert set(way_back.sentences) == {
        "Name changed from Martha to Marta",
        "Role added: Owner, Lind",
        "Telephone changed from 9 to 030 1",
        "Worth remembering added: two dogs",
    }
    notebook.histories.go_back(marta, then)
    assert card_of(notebook, marta) == before
    assert notebook.histories.way_back(marta, then, today).sentences == ()
    assert notebook.upkeep.next_undo == "Took the card of Martha back"
    notebook.upkeep.undo()
    assert card_of(notebook, marta) == after


def test_contacts_and_promises_stay(
    notebook: Notebook, marta: int, today: date, now: datetime
) -> None:
    then = notebook.histories.of(marta, today).entries[0].change_id
    draft = MomentDraft((marta,), Channel.CALL, Direction.WE, day=today, text="Hello")
    notebook.moments.log(draft, now)
    notebook.promises.add(marta, Side.OURS, "swatch", None)
    notebook.people.save(marta, PersonDraft("Martha"), today)
    notebook.histories.go_back(marta, then)
    card = notebook.cards.card(marta, today)
    assert (card.name, card.moment_count, len(card.open_promises)) == ("Marta", 1, 1)
    assert card.last_contact_on == today


def test_a_card_older_than_the_journal_has_a_beginning(
    notebook: Notebook, marta: int, today: date
) -> None:
    notebook.file.forget_changes()
    before = card_of(notebook, marta)
    assert notebook.histories.of(marta, today).has_beginning
    notebook.people.save(marta, PersonDraft("Martha"), today)
    notebook.histories.go_back(marta, BEGINNING)
    assert card_of(notebook, marta) == before


def test_there_is_no_way_back_before_the_card(notebook: Notebook, marta: int, today: date) -> None:
    with pytest.raises(Refused, match="not there yet"):
        notebook.histories.go_back(marta, BEGINNING)
    notebook.people.trash(marta)
    with pytest.raises(Refused):
        notebook.histories.of(marta, today)


def test_days_of_a_role_are_told_as_far_as_they_are_known(
    notebook: Notebook, marta: int, today: date
) -> None:
    draft = notebook.people.draft(marta)
    role = RoleDraft("Owner", "Hotel", PartialDate(2019), PartialDate(2026, 11))
    for roles in ((replace(role, from_on=None, until_on=None),), (role,)):
        notebook.people.save(marta, replace(draft, roles=roles), today)
    assert set(notebook.histories.of(marta, today).entries[0].sentences) == {
        "Role “Owner, Hotel”: Since set to 2019",
        "Role “Owner, Hotel”: Until set to November 2026",
    }


def test_an_organisation_that_is_gone_leaves_the_role(
    notebook: Notebook, marta: int, today: date
) -> None:
    then = notebook.histories.of(marta, today).entries[0].change_id
    notebook.people.save(marta, PersonDraft("Marta"), today)
    notebook.file.database.execute_sql("DELETE FROM organisation")
    notebook.histories.go_back(marta, then)
    card = notebook.cards.card(marta, today)
    assert (card.role, card.organisation) == ("Owner", "")


def test_a_card_that_became_part_of_another_is_told_with_it(
    notebook: Notebook, today: date, now: datetime
) -> None:
    kept = notebook.people.add("Ana Silva", today).new_id
    for number in range(3):
        draft = MomentDraft((kept,), Channel.CALL, Direction.WE, day=today, text=f"No {number}")
        notebook.moments.log(draft, now)
    phones = ("030 1", "030 2")
    other = notebook.people.add("Ana Sylva", today).new_id
    for value in phones:
        person = PersonDraft("Ana Sylva", details=(DetailDraft("phone", value),))
        notebook.people.save(other, person, today)
    notebook.people.save(kept, PersonDraft("Ana Silva", details=(PHONE,)), today)
    comparison = notebook.duplicates.compare(kept, other, today)
    assert comparison.kept.id == kept
    notebook.duplicates.merge(comparison, {}, today)
    sentences = told(notebook, kept)
    assert sentences[-1] == ("Card made: Ana Silva",)
    assert ("Telephone changed from 030 1 to 030 2",) in sentences
    assert ("Card made: Ana Sylva",) in sentences
    assert not any("trash" in each or "removed" in each for each in sentences[0])
    assert not notebook.histories.of(kept, today).has_beginning
    notebook.upkeep.undo()
    assert ("Card made: Ana Sylva",) not in told(notebook, kept)


def test_there_is_no_way_back_to_a_time_when_only_the_other_card_was_there(
    notebook: Notebook, today: date, now: datetime
) -> None:
    other = notebook.people.add("Ana Sylva", today).new_id
    kept = notebook.people.add("Ana Silva", today).new_id
    draft = MomentDraft((kept,), Channel.CALL, Direction.WE, day=today, text="Hello")
    notebook.moments.log(draft, now)
    comparison = notebook.duplicates.compare(kept, other, today)
    notebook.duplicates.merge(comparison, {}, today)
    first = notebook.histories.of(kept, today).entries[-1]
    assert first.sentences == ("Card made: Ana Sylva",)
    way_back = notebook.histories.way_back(kept, first.change_id, today)
    assert way_back.sentences == ()
    assert "not there yet" in way_back.refusal


def test_a_link_is_told_on_both_cards(notebook: Notebook, marta: int, today: date) -> None:
    ben = notebook.people.add("Ben", today).new_id
    link = notebook.related.add(marta, RelatedDraft(Relation.CHILD, other_id=ben)).new_id
    assert told(notebook, marta)[0] == ("Somebody around added: Ben",)
    assert told(notebook, ben)[0] == ("Somebody around added: Marta",)
    notebook.related.remove(ben, link)
    assert told(notebook, ben)[0] == ("Somebody around removed: Marta",)


def test_a_large_journal_is_never_read_as_a_whole(notebook: Notebook) -> None:
    plan = notebook.file.database.execute_sql(
        f"EXPLAIN QUERY PLAN {_MADE_ONE} {_ABOUT}", (1,)
    ).fetchall()
    scanned = {step[3] for step in plan if step[3].startswith("SCAN")}
    assert scanned == {"SCAN whole", "SCAN CONSTANT ROW"}


TEXTS = st.text("ab ", max_size=3)
DRAFTS = st.builds(
    PersonDraft,
    name=st.sampled_from(["Marta", "Martha"]),
    nickname=TEXTS,
    roles=st.builds(at, st.sampled_from(["", "Lind", "Berg"]), TEXTS),
    details=st.lists(
        st.builds(DetailDraft, st.sampled_from(["phone", "email"]), TEXTS), max_size=3
    ).map(tuple),
    facts=st.lists(st.builds(FactDraft, st.sampled_from(FactGroup), TEXTS), max_size=3).map(tuple),
    birthday=st.sampled_from([None, PartialDate(1980, 3, 12), PartialDate(None, 3, 1)]),
    rhythm_days=st.sampled_from([None, 7, 30]),
    note=TEXTS,
)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    drafts=st.lists(DRAFTS | st.just("undo") | st.just("other"), min_size=1, max_size=8),
    point=st.integers(0, 7),
)
def test_going_back_to_any_point_gives_the_card_as_it_was(
    file: NotebookFile, drafts: list[Any], point: int
) -> None:
    notebook = Notebook(file)
    person = notebook.people.add("Marta", TODAY).new_id
    other = notebook.people.add("Ben", TODAY).new_id
    seen: dict[int, Any] = {}

    def look() -> None:
        newest = notebook.histories.of(person, TODAY).entries[0].change_id
        seen[newest] = card_of(notebook, person)

    look()
    for draft in drafts:
        if draft == "undo":
            if len(notebook.histories.of(person, TODAY).entries) > 1:
                notebook.upkeep.undo()
        elif draft == "other":
            notebook.people.save(other, PersonDraft("Ben", details=(PHONE,)), TODAY)
        else:
            notebook.people.save(person, draft, TODAY)
            look()
    entries = notebook.histories.of(person, TODAY).entries
    then = entries[point % len(entries)].change_id
    notebook.histories.go_back(person, then)
    assert card_of(notebook, person) == seen[then]
    assert notebook.histories.way_back(person, then, TODAY).sentences == ()
