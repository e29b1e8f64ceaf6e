"""The people list: windows in both orders, and what a typed text finds."""

from datetime import date, datetime, timedelta

import pytest

from notebook.domain.facts import FactGroup
from notebook.domain.moments import Channel, Direction
from notebook.domain.promises import Side
from notebook.domain.warmth import Warmth
from notebook.services.card_parts import EMAIL, PHONE, DetailDraft, FactDraft
from notebook.services.moments import MomentDraft, PromiseDraft
from notebook.services.notebook import Notebook
from notebook.services.people import PersonDraft
from notebook.services.people_list import PeopleOrder
from notebook.services.roles import at
from tests.bench.measure import statements_of
from tests.conftest import TODAY

NAMES = ["Zoë Ávila", "Åsa Öberg", "ana maria", "Ana", "Łukasz Żak", "王小明", "Émile", "Bob"]


def add(notebook: Notebook, today: date, draft: PersonDraft | str) -> int:
    draft = PersonDraft(draft) if isinstance(draft, str) else draft
    return notebook.people.save(None, draft, today).new_id


def log(notebook: Notebook, now: datetime, person_id: int, days_ago: int, text: str = "") -> int:
    day = now.date() - timedelta(days=days_ago)
    draft = MomentDraft((person_id,), Channel.CALL, Direction.WE, day, text=text)
    return notebook.moments.log(draft, now).new_id


def found(notebook: Notebook, today: date, text: str) -> list[str]:
    return [line.name for line in notebook.people_list.search(text, today)]


def listed(notebook: Notebook, today: date, order: PeopleOrder) -> list[str]:
    return [line.name for line in notebook.people_list.window(order, 0, 60, today)]


def test_names_are_sorted_as_in_a_dictionary(notebook: Notebook, today: date) -> None:
    for name in NAMES:
        add(notebook, today, name)
    assert listed(notebook, today, PeopleOrder.NAME) == [
        "Ana", "ana maria", "Åsa Öberg", "Bob", "Émile", "Łukasz Żak", "Zoë Ávila", "王小明",
    ]  # fmt: skip


def test_windows_join_to_the_whole_list_in_both_orders(
    notebook: Notebook, today: date, now: datetime
) -> None:
    ids = [add(notebook, today, f"Person {number % 7} {number}") for number in range(25)]
    for number, person_id in enumerate(ids[5:]):
        log(notebook, now, person_id, number % 6)
    assert notebook.people_list.count() == 25
    for order in PeopleOrder:
        windows = [notebook.people_list.window(order, at, 10, today) for at in (0, 10, 20)]
        assert [len(window) for window in windows] == [10, 10, 5]
        lines = [line for window in windows for line in window]
        assert {line.id for line in lines} == set(ids)
        for row, line in enumerate(lines):
            assert notebook.people_list.position(line.id, order) == row


def test_newest_contact_comes_first_and_none_comes_last(
    notebook: Notebook, today: date, now: datetime
) -> None:
    for name, days_ago in (("Old", 90), ("New", 0), ("Twin B", 7), ("Twin A", 7)):
        log(notebook, now, add(notebook, today, name), days_ago)
    add(notebook, today, "Never")
    assert listed(notebook, today, PeopleOrder.LAST_CONTACT) == [
        "New", "Twin A", "Twin B", "Old", "Never",
    ]  # fmt: skip


def test_a_line_says_organisation_role_last_contact_and_warmth(
    notebook: Notebook, today: date, now: datetime
) -> None:
    draft = PersonDraft("Marta Lindqvist", roles=at("Hotel Lindqvist", "Owner"), rhythm_days=30)
    marta = add(notebook, today, draft)
    log(notebook, now, marta, 40)
    (line,) = notebook.people_list.window(PeopleOrder.NAME, 0, 10, today)
    assert line.second_line == "Hotel Lindqvist · Owner"
    assert line.last_contact_on == today - timedelta(days=40)
    assert line.warmth is Warmth.COOLING


def test_our_overdue_promises_cool_a_line_as_they_cool_the_card(
    notebook: Notebook, today: date, now: datetime
) -> None:
    person_id = add(notebook, today, "Ana Pereira")
    late = PromiseDraft(Side.OURS, "Send the estimate", today - timedelta(days=1))
    notebook.moments.log(
        MomentDraft((person_id,), Channel.CALL, Direction.WE, today, promises=(late, late)), now
    )
    (line,) = notebook.people_list.window(PeopleOrder.NAME, 0, 10, today)
    assert line.warmth is Warmth.AT_RISK
    assert line.warmth is notebook.cards.card(person_id, today).warmth.state


def test_people_in_the_trash_are_nowhere(notebook: Notebook, today: date) -> None:
    gone = add(notebook, today, "Samuel Reyes")
    add(notebook, today, "Hana Cohen")
    notebook.people.trash(gone)
    assert notebook.people_list.count() == 1
    assert listed(notebook, today, PeopleOrder.NAME) == ["Hana Cohen"]
    assert notebook.people_list.position(gone, PeopleOrder.NAME) is None
    assert found(notebook, today, "samuel") == []
    assert notebook.people_list.lines([gone], today) == []


@pytest.mark.parametrize(
    "typed",
    [
        "marta", "MARTA", "lind", "lindqvist marta", "m l", "hotel", "owner", "lobby paint",
        "marta@", "marta@example.org", "example.org", "0770", "7700 900", "+44 7700 900123",
        "(07700) 900-123", "900123", "canary", "bees", "Märta", "Martä  Lindqvist ",
    ],
)  # fmt: skip
def test_search_finds_by_whatever_is_known(
    notebook: Notebook, today: date, now: datetime, typed: str
) -> None:
    marta = add(
        notebook,
        today,
        PersonDraft(
            "Marta Lindqvist",
            roles=at("Hotel Lindqvist", "Owner"),
            details=(
                DetailDraft(EMAIL, "marta@example.org"),
                DetailDraft(PHONE, "+44 7700 900123"),
            ),
            facts=(FactDraft(FactGroup.INTERESTS, "Keeps bees"),),
            note="Has a canary",
        ),
    )
    add(notebook, today, "Peter Brandt")
    log(notebook, now, marta, 2, "About the lobby, and who paints it")
    assert found(notebook, today, typed) == ["Marta Lindqvist"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Åsa Öberg", "asa oberg"),
        ("Åsa Öberg", "åsa"),
        ("Łukasz Żak", "lukasz zak"),
        ("Łukasz Żak", "łu"),
        ("Søren Kjær", "soren kjaer"),
        ("Strauß", "strauss"),
        ("Strauß", "strauß"),
        ("Jan Strauß", "strauss"),
        ("Əli Əliyev", "eliyev"),
        ("Əli Əliyev", "əliyev"),
        ("Nguyễn Thị Hạnh", "nguyen hanh"),
        ("Jose\u0301 Rene\u0301e", "josé renée"),
        ("José Renée", "Rene\u0301e"),
        ("王小明", "王"),
        ("ليلى حداد", "حداد"),
        ("Ελένη Παππάς", "παππας"),
        ("Иван Йовчев", "йовчев"),
        ("प्रिया शर्मा", "शर्मा"),
        ("Ａｎａ", "Ａｎａ"),
        ("İpek Işık", "ipek"),
        ("O'Neil", "o'neil"),
        ("Anne-Marie", "anne-m"),
    ],
)
def test_search_minds_no_accents_in_any_script(
    notebook: Notebook, today: date, name: str, typed: str
) -> None:
    add(notebook, today, name)
    add(notebook, today, "Quentin Unrelated")
    assert found(notebook, today, typed) == [name]


def test_names_that_begin_with_the_text_come_first(notebook: Notebook, today: date) -> None:
    add(notebook, today, PersonDraft("Aaron", roles=at("Marble Works")))
    add(notebook, today, "Berta Marsh")
    add(notebook, today, "Marta")
    add(notebook, today, "Mária")
    assert found(notebook, today, "mar") == ["Mária", "Marta", "Aaron", "Berta Marsh"]


@pytest.mark.parametrize(
    "typed",
    [
        '"', "'", "*", "AND", "NOT", "a OR b", "(", "name:", "^x", "-x", "{}", "%", "_", "\0", "a\0b",
        "\\", "NEAR(", "+", "😀", '" OR "1', "x" * 5_000, "ª", "\u0301", "١٢٣", "²", "_a_",
    ],
)  # fmt: skip
def test_any_typed_text_is_safe(notebook: Notebook, today: date, typed: str) -> None:
    add(notebook, today, "Marcus Okafor")
    notebook.people_list.search(typed, today)


@pytest.mark.parametrize("typed", ["", "   ", "-", "…"])
def test_nothing_typed_finds_nobody(notebook: Notebook, today: date, typed: str) -> None:
    add(notebook, today, "Marcus Okafor")
    assert found(notebook, today, typed) == []


def test_at_most_as_many_as_asked_for(notebook: Notebook, today: date) -> None:
    for number in range(12):
        add(notebook, today, f"Ana {number:02}")
    assert [line.name for line in notebook.people_list.search("ana", today, limit=5)] == [
        f"Ana {number:02}" for number in range(5)
    ]
    assert len(notebook.people_list.search("0", today, limit=5)) == 5


def test_a_name_with_markup_stays_as_it_is(notebook: Notebook, today: date) -> None:
    add(notebook, today, "<b>x</b> R&D")
    assert listed(notebook, today, PeopleOrder.NAME) == ["<b>x</b> R&D"]
    assert found(notebook, today, "r&d") == ["<b>x</b> R&D"]


def test_a_line_looks_at_its_own_promises_only(notebook: Notebook) -> None:
    connection = notebook.file.database.connection()
    (statement,) = statements_of(connection, lambda: notebook.people_list.lines([1, 2], TODAY))
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
    assert any("promise_person_id" in step for step in plan), plan
