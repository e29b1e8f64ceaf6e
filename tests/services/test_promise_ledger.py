"""The ledger of promises, of all people, of one person, of one project."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from notebook.domain.moves import NewDay
from notebook.domain.promises import Side
from notebook.domain.warmth import ReasonKind
from notebook.services.notebook import Notebook
from notebook.services.promise_ledger import LedgerOrder, LedgerQuestion, LedgerTotals, Standing
from notebook.services.promise_words import (
    history_phrase,
    outcomes_sentence,
    outcomes_to_choose,
    totals_sentence,
)
from tests.services.project_samples import finish

DAY = timedelta(days=1)


@pytest.fixture
def ana(notebook: Notebook, today: date) -> int:
    return notebook.people.add("Ana Pereira", today).new_id


@pytest.fixture
def full(notebook: Notebook, today: date, ana: int) -> dict[str, int]:
    """Write promises of every kind down and return their ids."""
    ben = notebook.people.add("Ben Ode", today).new_id
    promises = notebook.promises
    ids = {
        "late": promises.add(ana, Side.OURS, "late sketch", today - DAY).new_id,
        "tomorrow": promises.add(ben, Side.OURS, "swatches", today + DAY).new_id,
        "some day": promises.add(ana, Side.THEIRS, "the key").new_id,
        "kept": promises.add(ana, Side.OURS, "prime the wall", today - 9 * DAY).new_id,
        "kept late": promises.add(ana, Side.OURS, "varnish", today - 9 * DAY).new_id,
        "moved": promises.add(ben, Side.OURS, "scaffold", today - 5 * DAY).new_id,
        "broken": promises.add(ben, Side.THEIRS, "the permit", today - 5 * DAY).new_id,
        "let go": promises.add(ben, Side.OURS, "the frame", today - 20 * DAY).new_id,
    }
    promises.keep(ids["kept"], today - 9 * DAY)
    promises.keep(ids["kept late"], today - 6 * DAY)
    new = NewDay(today - DAY, today - 6 * DAY, "storm")
    promises.move(ids["moved"], new, today - 6 * DAY)
    promises.keep(ids["moved"], today - DAY)
    promises.give_up(ids["broken"], today, "refused")
    promises.let_go_all([ids["let go"]], today - 10 * DAY)
    return ids


def texts(notebook: Notebook, question: LedgerQuestion, today: date) -> list[str]:
    lines = notebook.promise_ledger.window(question, 0, 20, today)
    assert notebook.promise_ledger.count(question, today) == len(lines)
    return [line.text for line in lines]


def test_open_ones_come_by_their_day_and_closed_ones_newest_first(
    notebook: Notebook, full: dict[str, int], today: date
) -> None:
    assert texts(notebook, LedgerQuestion(), today) == ["late sketch", "swatches", "the key"]
    overdue = LedgerQuestion(standing=Standing.OVERDUE)
    assert texts(notebook, overdue, today) == ["late sketch"]
    closed = LedgerQuestion(standing=Standing.CLOSED)
    assert texts(notebook, closed, today) == [
        "the permit",
        "scaffold",
        "varnish",
        "prime the wall",
        "the frame",
    ]
    outcomes = {word: states for states, word in outcomes_to_choose()}
    assert list(outcomes) == [
        "Every outcome",
        "Kept",
        "Moved with notice",
        "Owned up to",
        "Cancelled with notice",
        "Let go",
        "Broken",
    ]
    kept = replace(closed, outcomes=outcomes["Kept"])
    assert texts(notebook, kept, today) == ["varnish", "prime the wall"]
    assert texts(notebook, replace(closed, outcomes=outcomes["Broken"]), today) == ["the permit"]
    by_person = LedgerQuestion(order=LedgerOrder.PERSON)
    assert texts(notebook, by_person, today) == ["late sketch", "the key", "swatches"]


def test_it_is_narrowed_by_person_side_and_words(
    notebook: Notebook, full: dict[str, int], ana: int, today: date
) -> None:
    of_ana = LedgerQuestion(person_id=ana)
    assert texts(notebook, of_ana, today) == ["late sketch", "the key"]
    assert texts(notebook, LedgerQuestion(side=Side.THEIRS), today) == ["the key"]
    assert texts(notebook, LedgerQuestion(text="swat"), today) == ["swatches"]
    assert texts(notebook, LedgerQuestion(text="ben"), today) == ["swatches"]
    assert texts(notebook, LedgerQuestion(text='"; DROP'), today) == []


def test_it_is_found_and_sorted_by_project(
    notebook: Notebook, full: dict[str, int], ana: int, today: date
) -> None:
    project = finish(notebook)
    notebook.promises.add(ana, Side.OURS, "ladder", today, project_id=project)
    found = texts(notebook, LedgerQuestion(text="mural"), today)
    assert found == ["ladder", "Key for the service door"]
    by_project = texts(notebook, LedgerQuestion(order=LedgerOrder.PROJECT), today)
    assert by_project[:3] == ["ladder", "Key for the service door", "late sketch"]


def test_closed_ones_are_sorted_by_person_too(
    notebook: Notebook, full: dict[str, int], today: date
) -> None:
    closed = LedgerQuestion(standing=Standing.CLOSED, order=LedgerOrder.PERSON)
    assert texts(notebook, closed, today) == [
        "varnish",
        "prime the wall",
        "the permit",
        "scaffold",
        "the frame",
    ]


def test_totals_are_said_in_plain_words(
    notebook: Notebook, full: dict[str, int], ana: int, today: date
) -> None:
    totals = notebook.promise_ledger.totals(LedgerQuestion(standing=Standing.CLOSED), today)
    assert totals[Side.OURS] == LedgerTotals(
        open=2, overdue=1, kept=2, kept_late=1, moved=1, let_go=1
    )
    ours = (
        "Ours: 2 open, 1 overdue. 2 kept, 1 moved with notice, 1 let go, 0 broken;"
        " 1 of those kept came late"
    )
    assert totals_sentence(totals[Side.OURS], Side.OURS) == ours
    theirs = totals_sentence(totals[Side.THEIRS], Side.THEIRS)
    assert theirs == "Theirs: 1 open. 0 kept, 1 broken"
    of_ana = notebook.promise_ledger.totals(LedgerQuestion(person_id=ana), today)
    assert totals_sentence(of_ana[Side.THEIRS], Side.THEIRS) == "Theirs: 1 open"
    card = notebook.cards.card(ana, today)
    assert outcomes_sentence(card.promise_outcomes) == "2 kept, 0 broken"


def test_each_line_says_what_happened(
    notebook: Notebook, full: dict[str, int], today: date
) -> None:
    closed = LedgerQuestion(standing=Standing.CLOSED)
    lines = notebook.promise_ledger.window(closed, 0, 9, today)
    assert [history_phrase(line, today) for line in lines] == [
        "not kept, 22 Nov (refused)",
        "moved from 17 Nov, Ben was told in time, on 16 Nov (storm) · kept 21 Nov",
        "kept 16 Nov, 3 days late",
        "kept 13 Nov",
        "let go 12 Nov",
    ]


def test_whoever_is_in_the_trash_is_left_out(
    notebook: Notebook, full: dict[str, int], ana: int, today: date
) -> None:
    notebook.people.trash(ana)
    assert texts(notebook, LedgerQuestion(), today) == ["swatches"]
    assert notebook.promise_ledger.totals(LedgerQuestion(), today)[Side.OURS].kept == 0


def test_what_went_to_the_trash_with_its_project_is_owed_nowhere(
    notebook: Notebook, today: date
) -> None:
    project = finish(notebook)
    marta = notebook.projects.page(project).person_id
    ids = [
        notebook.promises.add(marta, Side.OURS, text, today - DAY, project_id=project).new_id
        for text in ("Swatches", "Frame")
    ]
    notebook.promises.keep(ids[1], today)

    def told() -> tuple[object, ...]:
        card = notebook.cards.card(marta, today)
        (line,) = notebook.people_list.lines([marta], today)
        found = [
            each.title
            for group in notebook.search.search("swatches", today)
            for each in group.lines
        ]
        kinds = {reason.kind for reason in card.warmth.reasons}
        return (
            [each.text for each in card.open_promises],
            outcomes_sentence(card.promise_outcomes),
            ReasonKind.PROMISES_OVERDUE in kinds,
            line.warmth is card.warmth.state,
            found,
        )

    here = (["Swatches", "Key for the service door"], "1 kept, 0 broken", True, True, ["Swatches"])
    assert told() == here
    notebook.projects.trash(project)
    assert told() == ([], "", False, True, [])
    notebook.upkeep.undo()
    assert told() == here


@pytest.mark.parametrize("standing", [Standing.OPEN, Standing.CLOSED])
def test_a_window_comes_from_an_index(notebook: Notebook, standing: Standing, today: date) -> None:
    question = LedgerQuestion(standing=standing)
    statements: list[str] = []
    connection = notebook.file.database.connection()
    connection.set_trace_callback(statements.append)
    notebook.promise_ledger.window(question, 0, 60, today)
    connection.set_trace_callback(None)
    (statement,) = statements
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()]
    wanted = {Standing.OPEN: "promise_by_day", Standing.CLOSED: "promise_closed"}[standing]
    assert any(wanted in step for step in plan), plan
