"""Two cards become one: everything moves, nothing is lost, and one undo gives two cards back."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notebook.domain.duplicates import Choice
from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel, Direction
from notebook.domain.own_fields import FieldKind
from notebook.domain.partial_date import PartialDate
from notebook.domain.people_filters import PeopleFilter
from notebook.domain.referrals import Way
from notebook.domain.relations import Relation
from notebook.errors import Refused
from notebook.services.card_parts import DetailDraft, FactDraft
from notebook.services.duplicates.fields import OWN
from notebook.services.moments import MomentDraft
from notebook.services.notebook import Notebook
from notebook.services.own_values import OwnValueDraft
from notebook.services.people import PersonDraft
from notebook.services.people_list import PeopleOrder
from notebook.services.referrals import ReferralDraft
from notebook.services.related import RelatedDraft
from notebook.services.roles import RoleDraft, at
from notebook.storage.duplicate_tables import DismissedPair
from notebook.storage.file import NotebookFile
from notebook.storage.links import links
from notebook.storage.tables import Person, ReminderMark
from tests.conftest import TODAY
from tests.reading import rows_in
from tests.services.duplicates.one_of_each import give_one_of_each
from tests.storage.snapshots import search_index, search_index_as_it_should_be, snapshot


def add(notebook: Notebook, name: str, **fields: Any) -> int:
    return notebook.people.save(None, replace(PersonDraft(name), **fields), TODAY).new_id


def spoke(notebook: Notebook, now: datetime, day: date, *people: int) -> None:
    draft = MomentDraft(people, Channel.CALL, Direction.WE, day=day, text="Spoke")
    notebook.moments.log(draft, now)


def merge(notebook: Notebook, one: int, other: int, **choices: Choice) -> int:
    """Merge two people and return who stays; the keys of fields are given with _ for -."""
    comparison = notebook.duplicates.compare(one, other, TODAY)
    chosen = {key.replace("_", "-"): choice for key, choice in choices.items()}
    return notebook.duplicates.merge(comparison, {**choices, **chosen}, TODAY).new_id


def pointing_to(notebook: Notebook, person_id: int) -> list[str]:
    connection = notebook.file.database.connection()
    return [
        f"{link.table}.{link.column}"
        for link in links(connection)
        if link.parent == "person"
        and connection.execute(
            f"SELECT 1 FROM {link.table} WHERE {link.column} = ?", (person_id,)
        ).fetchone()
    ]


@pytest.fixture
def ana(notebook: Notebook) -> int:
    return add(notebook, "Ana Silva", details=(DetailDraft("email", "ana@example.org"),))


@pytest.fixture
def twin(notebook: Notebook) -> int:
    return add(notebook, "Anna Silva")


@pytest.mark.parametrize("both_have_all", [False, True])
def test_no_row_of_any_table_stays_behind(
    notebook: Notebook, ana: int, twin: int, notebook_path: Path, both_have_all: bool
) -> None:
    third = add(notebook, "Third Person")
    with notebook.file.change("Everything"):
        give_one_of_each(twin, third, "zebra")
        if both_have_all:
            give_one_of_each(ana, third, "yak")
        ReminderMark.create(source="birthday", subject_id=twin, occurrence=TODAY, mark="done")
        DismissedPair.create(one=min(third, twin), other=max(third, twin))
    expected = set(pointing_to(notebook, twin))
    pointed = {f"{link.table}.{link.column}" for link in _person_links(notebook)}
    never = {"person.looked_after_by_id", "person.covered_by_id", "person.merged_into_id"}
    assert pointed - expected <= never | {"dismissed_pair.one_id", "dismissed_pair.other_id"}
    before = snapshot(notebook.file)
    kept = merge(notebook, ana, twin)
    gone = ({ana, twin} - {kept}).pop()
    assert pointing_to(notebook, gone) == []
    assert not ReminderMark.select().where(ReminderMark.subject_id == gone).exists()
    assert DismissedPair.select().where(DismissedPair.one << (kept, third)).exists()
    after = snapshot(notebook.file)
    _index_is_true(notebook, notebook_path)
    label = (
        "Merged Ana Silva into Anna Silva" if kept == twin else "Merged Anna Silva into Ana Silva"
    )
    assert notebook.upkeep.next_undo == label
    notebook.upkeep.undo()
    assert snapshot(notebook.file) == before
    _index_is_true(notebook, notebook_path)
    notebook.upkeep.redo()
    assert snapshot(notebook.file) == after
    _index_is_true(notebook, notebook_path)
    notebook.upkeep.check()


def _person_links(notebook: Notebook) -> list[Any]:
    connection = notebook.file.database.connection()
    return [link for link in links(connection) if link.parent == "person"]


def _index_is_true(notebook: Notebook, path: Path) -> None:
    assert search_index(notebook.file.database.connection()) == search_index_as_it_should_be(path)


def test_the_emptied_card_is_nowhere_and_not_in_the_trash(
    notebook: Notebook, ana: int, twin: int, notebook_path: Path
) -> None:
    assert merge(notebook, ana, twin) == ana
    assert notebook.upkeep.trash() == []
    assert [line.name for line in notebook.people_list.search("Silva", TODAY)] == ["Ana Silva"]
    with pytest.raises(Refused):
        notebook.upkeep.restore("person", twin)
    with pytest.raises(Refused):
        notebook.cards.card(twin, TODAY)
    assert rows_in(notebook_path, "SELECT merged_into_id FROM person WHERE id = ?", twin) == [
        (ana,)
    ]
    notebook.upkeep.undo()
    assert notebook.people.draft(twin).name == "Anna Silva"


def test_what_is_not_chosen_stands_in_the_note(notebook: Notebook, ana: int) -> None:
    field = notebook.own_fields.add("Shoe size", FieldKind.NUMBER).new_id
    born = PartialDate(1980, 3, 12)
    draft = notebook.people.draft(ana)
    mine = replace(
        draft, birthday=born, own_values=(OwnValueDraft(field, "42"),), preferred_times="mornings"
    )
    notebook.people.save(ana, mine, TODAY)
    twin = add(
        notebook,
        "Anna Silva",
        note="Likes tea",
        birthday=PartialDate(1981, 3, 12),
        own_values=(OwnValueDraft(field, "43"),),
        preferred_times="by noon",
        nickname="Annie",
    )
    merge(notebook, ana, twin, name=Choice.OTHER, **{f"{OWN}{field}": Choice.OTHER})
    card = notebook.people.draft(ana)
    assert (card.name, card.nickname, card.birthday) == ("Anna Silva", "Annie", born)
    assert card.own_values == (OwnValueDraft(field, "43"),)
    assert card.preferred_times == "mornings; by noon"
    assert card.note.splitlines() == [
        "Likes tea",
        "",
        "From the time when there were two cards (until 22 Nov 2026):",
        "Name: Ana Silva",
        "Birthday: 12 March 1981",
        "Shoe size: 42",
    ]


def test_a_choice_a_number_and_a_name_are_no_part_of_a_longer_one(notebook: Notebook) -> None:
    level = notebook.own_fields.add("Level", FieldKind.CHOICE, ("Gold", "Gold plus")).new_id
    size = notebook.own_fields.add("Size", FieldKind.NUMBER).new_id
    tim, berg = (add(notebook, name, is_team=True) for name in ("Tim", "Tim Berg"))
    kept, other = (
        add(
            notebook,
            "Ana Silva",
            own_values=(OwnValueDraft(level, each), OwnValueDraft(size, number)),
            looked_after_by=member,
        )
        for each, number, member in (("Gold", "5", tim), ("Gold plus", "5 000", berg))
    )
    assert merge(notebook, kept, other) == kept
    card = notebook.people.draft(kept)
    assert card.own_values == (OwnValueDraft(level, "Gold"), OwnValueDraft(size, "5"))
    assert card.looked_after_by == tim
    assert card.note.splitlines()[1:] == [
        "Looked after by: Tim Berg",
        "Level: Gold plus",
        "Size: 5 000",
    ]


def test_one_spelling_of_a_way_is_enough(notebook: Notebook) -> None:
    def ways(*values: str) -> tuple[DetailDraft, ...]:
        kinds = {True: "email", False: "phone"}
        return tuple(DetailDraft(kinds["@" in each], each) for each in values)

    ana = add(notebook, "Ana", details=ways("030 1234567", "Ana@example.org", "040 99887766"))
    twin = add(notebook, "Ana", details=ways("+49 30 1234567", "ana@example.org", "ana@home.org"))
    merge(notebook, ana, twin)
    assert [each.value for each in notebook.people.draft(ana).details] == [
        "+49 30 1234567",
        "Ana@example.org",
        "040 99887766",
        "ana@home.org",
    ]


def test_the_same_is_said_once(notebook: Notebook, ana: int, twin: int) -> None:
    role = RoleDraft("Owner", "Hotel")
    for person, day in ((ana, date(2026, 5, 1)), (twin, date(2025, 5, 1))):
        draft = notebook.people.draft(person)
        facts = (FactDraft(FactGroup.FOOD, "No fish", day, confirmed_on=day),)
        notebook.people.save(person, replace(draft, roles=(role,), facts=facts), TODAY)
    merge(notebook, ana, twin)
    card = notebook.people.draft(ana)
    assert card.roles == (role,)
    (fact,) = card.facts
    assert (fact.learned_on, fact.confirmed_on) == (date(2025, 5, 1), date(2026, 5, 1))


def test_what_the_other_card_holds_comes_behind_in_its_order(
    notebook: Notebook, ana: int, twin: int
) -> None:
    for person, words in ((ana, "abc"), (twin, "xyz")):
        facts = tuple(FactDraft(FactGroup.FOOD, each) for each in words)
        notebook.people.save(person, replace(notebook.people.draft(person), facts=facts), TODAY)
    assert merge(notebook, ana, twin) == ana
    assert [fact.text for fact in notebook.people.draft(ana).facts] == list("abcxyz")


def test_the_groups_of_both_say_how_often(notebook: Notebook, ana: int, twin: int) -> None:
    notebook.groups.save(None, "Friends", 7, 14)
    notebook.people.save(twin, PersonDraft("Anna Silva", groups=("Friends",)), TODAY)
    assert merge(notebook, ana, twin) == ana
    assert (Person.get_by_id(ana).touch_days, Person.get_by_id(ana).touch_maximum) == (7, 14)
    notebook.upkeep.undo()
    assert [Person.get_by_id(each).touch_days for each in (ana, twin)] == [None, 7]


def test_contacts_of_both_are_there_once_and_the_last_one_counts(
    notebook: Notebook, ana: int, twin: int, now: datetime
) -> None:
    spoke(notebook, now, date(2026, 11, 1), ana, twin)
    spoke(notebook, now, date(2026, 11, 9), twin)
    spoke(notebook, now, date(2026, 11, 3), twin)
    kept = merge(notebook, ana, twin)
    assert kept == twin
    assert Person.get_by_id(kept).last_contact_on == date(2026, 11, 9)
    assert notebook.file.database.execute_sql("SELECT count(*) FROM moment_person").fetchone() == (
        3,
    )
    notebook.upkeep.undo()
    days = [Person.get_by_id(each).last_contact_on for each in (ana, twin)]
    assert days == [date(2026, 11, 1), date(2026, 11, 9)]


def test_nobody_is_around_sent_by_or_looked_after_by_themselves(
    notebook: Notebook, ana: int, twin: int
) -> None:
    notebook.related.add(ana, RelatedDraft(Relation.SIBLING, other_id=twin))
    sent = ReferralDraft(Way.TO_US, twin, TODAY, other_id=ana, why="Knows her well")
    notebook.referrals.save(None, sent, TODAY)
    notebook.people.save(ana, replace(notebook.people.draft(ana), looked_after_by=twin), TODAY)
    kept = merge(notebook, ana, twin)
    rows = notebook.file.database.execute_sql(
        "SELECT person_id, other_id, name FROM related_person UNION ALL"
        " SELECT person_id, other_id, other_name FROM referral"
    ).fetchall()
    assert [(each[0], each[1]) for each in rows] == [(kept, None)] * 2
    assert {each[2] for each in rows} == {"Ana Silva", "Anna Silva"}
    assert notebook.people.draft(kept).looked_after_by is None


def test_who_is_around_both_is_around_once(notebook: Notebook, ana: int, twin: int) -> None:
    child = add(notebook, "Rui Silva")
    notebook.related.add(ana, RelatedDraft(Relation.CHILD, other_id=child))
    notebook.related.add(child, RelatedDraft(Relation.PARENT, other_id=twin))
    kept = merge(notebook, ana, twin)
    assert [each.name for each in notebook.cards.card(kept, TODAY).related] == ["Rui Silva"]


def test_two_who_look_after_others_are_one_only_when_somebody_says_so(
    notebook: Notebook, ana: int, twin: int
) -> None:
    add(notebook, "One", looked_after_by=ana)
    add(notebook, "Two", looked_after_by=twin)
    comparison = notebook.duplicates.compare(ana, twin, TODAY)
    assert comparison.asks_first
    with pytest.raises(Refused, match="Both look after others"):
        notebook.duplicates.merge(comparison, {}, TODAY)
    assert notebook.upkeep.next_undo == "Added Two"
    kept = notebook.duplicates.merge(comparison, {}, TODAY, confirmed=True).new_id
    assert Person.select().where(Person.looked_after_by == kept).count() == 2


def test_a_filter_by_who_looks_after_people_follows(
    notebook: Notebook, ana: int, twin: int
) -> None:
    client = add(notebook, "One", looked_after_by=twin)
    for member in (ana, twin):
        conditions = PeopleFilter(looked_after_by=member, silent_days=60)
        notebook.people_filters.save(None, f"Of {member}", conditions)
    kept = merge(notebook, ana, twin)
    for line in notebook.people_filters.saved():
        assert line.conditions == PeopleFilter(looked_after_by=kept, silent_days=60)
    wanted = PeopleFilter(looked_after_by=kept)
    assert list(notebook.people_list.matching(wanted, PeopleOrder.NAME, TODAY)) == [client]
    notebook.upkeep.undo()
    owners = {line.conditions.looked_after_by for line in notebook.people_filters.saved()}
    assert owners == {ana, twin}


def test_who_is_gone_or_the_same_is_refused(notebook: Notebook, ana: int, twin: int) -> None:
    with pytest.raises(Refused, match="same card already"):
        notebook.duplicates.compare(ana, ana, TODAY)
    comparison = notebook.duplicates.compare(ana, twin, TODAY)
    notebook.people.trash(twin)
    with pytest.raises(Refused, match="no longer"):
        notebook.duplicates.merge(comparison, {}, TODAY)


def test_what_came_after_the_comparing_is_not_lost(notebook: Notebook, ana: int, twin: int) -> None:
    """Here the other card has become the fuller one, and the choices are still right."""
    comparison = notebook.duplicates.compare(ana, twin, TODAY)
    ways = tuple(DetailDraft("phone", f"030 123456{n}") for n in range(4))
    notebook.people.save(twin, PersonDraft("Anna Silva", details=ways, note="New"), TODAY)
    kept = notebook.duplicates.merge(comparison, {"name": Choice.OTHER}, TODAY).new_id
    card = notebook.people.draft(kept)
    assert (card.name, len(card.details)) == ("Anna Silva", 5)
    assert card.note.startswith("New\n\n")


def test_cards_become_one_again_and_again(notebook: Notebook, ana: int, twin: int) -> None:
    third = add(notebook, "Third", details=(DetailDraft("email", "t@example.org"),) * 3)
    merge(notebook, ana, twin)
    assert merge(notebook, ana, third) == third
    assert pointing_to(notebook, ana) == pointing_to(notebook, twin) == []


def test_the_way_back_of_a_card_leaves_what_came_from_the_other_one(
    notebook: Notebook, ana: int, twin: int
) -> None:
    draft = PersonDraft("Anna Silva", facts=(FactDraft(FactGroup.FOOD, "No fish"),))
    notebook.people.save(twin, draft, TODAY)
    first = notebook.histories.of(ana, TODAY).entries[-1].change_id
    assert merge(notebook, ana, twin) == ana
    notebook.histories.go_back(ana, first)
    card = notebook.people.draft(ana)
    assert card.note == ""
    assert [fact.text for fact in card.facts] == ["No fish"]


def test_erasing_the_one_erases_the_other(
    notebook: Notebook, ana: int, notebook_path: Path
) -> None:
    twin = add(notebook, "Zyxandra Quellmann", note="krokodilo")
    backup = notebook.upkeep.back_up()
    merge(notebook, ana, twin)
    notebook.erasing.erase(ana)
    notebook.file.erase_from_backups()
    notebook.file.close()
    for path in (notebook_path, backup):
        for word in (b"Zyxandra", b"krokodilo", b"Ana Silva"):
            assert word not in path.read_bytes()


def words_of(side: str) -> st.SearchStrategy[PersonDraft]:
    def word(name: str) -> st.SearchStrategy[str]:
        return st.sampled_from(["", f"{name}{side}", f"{name}shared", f"{name}{side}\nand more"])

    return st.builds(
        PersonDraft,
        name=st.sampled_from([f"Ana{side}", "Ana", f"Ana Silva{side}"]),
        given_name=word("given"),
        family_name=word("family"),
        nickname=word("nick"),
        note=word("note"),
        preferred_times=word("times"),
        roles=st.sampled_from([(), at(f"Hotel{side}", f"Chef{side}"), at("Hotelshared", "Chef")]),
        details=st.lists(
            st.sampled_from(
                [
                    DetailDraft("email", f"mail{side}@example.org", f"label{side}"),
                    DetailDraft("email", "mailshared@example.org", f"label{side}"),
                    DetailDraft("address", f"Street{side} 1"),
                ]
            ),
            max_size=3,
        ).map(tuple),
        facts=st.lists(
            st.sampled_from([FactDraft(FactGroup.FOOD, f"food{side}"), FactDraft(FactGroup.FAMILY, "catshared")])
        ).map(tuple),
        birthday=st.sampled_from([None, PartialDate(1980, 3, 12), PartialDate(None, 3, 12 + len(side))]),
        preferred_channel=st.sampled_from([None, *Channel]),
        rhythm_days=st.sampled_from([None, 7, 30]),
        maximum_days=st.sampled_from([None, 60, 90]),
        groups=st.sampled_from([(), ("Friends",), (f"Group{side}", "Friends")]),
    ).map(lambda draft: draft if draft.rhythm_days else replace(draft, maximum_days=None))  # fmt: skip


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    one=words_of("one"),
    other=words_of("other"),
    choices=st.dictionaries(
        st.sampled_from(["name", "name-parts", "nickname", "birthday", "rhythm", "note"]),
        st.sampled_from([Choice.KEPT, Choice.OTHER]),
    ),
)
def test_every_word_of_both_is_found_in_the_reopened_file(
    template: Path,
    tmp_path_factory: pytest.TempPathFactory,
    one: PersonDraft,
    other: PersonDraft,
    choices: dict[str, Choice],
) -> None:
    path = tmp_path_factory.mktemp("merged") / "notebook.db"
    path.write_bytes(template.read_bytes())
    file = NotebookFile(path)
    notebook = Notebook(file)
    ids = [notebook.people.save(None, draft, TODAY).new_id for draft in (one, other)]
    comparison = notebook.duplicates.compare(ids[0], ids[1], TODAY)
    titles = {field.key: (field.mine, field.theirs) for field in comparison.fields}
    kept = notebook.duplicates.merge(comparison, choices, TODAY).new_id
    file.close()
    reopened = NotebookFile(path)
    notebook = Notebook(reopened)
    draft = str(notebook.people.draft(kept)).replace("\\n", "\n")
    for each in (one, other):
        assert all(word in draft for word in (*_searched(each), *_unsearched(each)))
        for word in _searched(each):
            assert [line.id for line in notebook.people_list.search(word, TODAY)] == [kept]
    card = notebook.people.draft(kept)
    for key in ("birthday", "rhythm", "preferred_channel"):
        for words in titles.get(key, ()):
            assert not words or words in card.note or _is_on(notebook, kept, key, words)
    reopened.close()


def _is_on(notebook: Notebook, person_id: int, key: str, words: str) -> bool:
    """Whether a field of the card says it: compared with an empty card, it shows as its words."""
    blank = notebook.people.add("Blank", TODAY).new_id
    fields = notebook.duplicates.compare(person_id, blank, TODAY).fields
    notebook.upkeep.undo()
    said = {field.key: field.mine for field in fields}.get(key, "")
    return words in said


def _searched(draft: PersonDraft) -> set[str]:
    texts = [
        draft.name, draft.given_name, draft.family_name, draft.nickname, draft.note,
        *(text for role in draft.roles for text in (role.organisation, role.title)),
        *(each.value for each in draft.details), *(each.text for each in draft.facts),
    ]  # fmt: skip
    return {word for text in texts for word in text.replace("@example.org", "").split()}


def _unsearched(draft: PersonDraft) -> set[str]:
    return {*draft.preferred_times.split(), *draft.groups}
